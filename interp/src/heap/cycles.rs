//! The sweep of what only cycles keep alive.
//!
//! References are counted, so a cycle keeps itself alive. It can only be closed by storing something that holds values into
//! something that exists already; there the target is noted as a candidate. From time to time, and always before memory is
//! found exhausted, the sweep works on what the candidates reach (trial deletion): of each value it counts the references that
//! come from inside. One that has more is held from outside (a variable on the stack, a static field, the host), and so is
//! all that it reaches. The rest is emptied, which breaks its cycles.
//!
//! A candidate that is held stays on the list, since it may become garbage without another store; how long the list may get
//! before the next sweep follows from how much there was to look through, so that a store costs the same on average however
//! large the heap.
//!
//! A value that is borrowed mutably cannot be looked into and counts as held; so does what stands in a view, whose trace
//! shows nothing. Nothing here runs script code.

use crate::value::{Array, Closure, Host, List, Map, Object, Set, Shared, Throwable, Value};
use rustc_hash::FxHashMap;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

/// So many candidates are worth a sweep, at least.
const WORTHWHILE: usize = 10_000;

thread_local! {
    static CANDIDATES: RefCell<Vec<Candidate>> = const { RefCell::new(Vec::new()) };
    /// How many candidates make the next sweep due.
    static DUE: Cell<usize> = const { Cell::new(WORTHWHILE) };
}

/// Something into which a container was stored.
enum Candidate {
    List(Weak<List>),
    Map(Weak<Map>),
    Set(Weak<Set>),
    Array(Weak<Array>),
    Closure(Weak<Closure>),
    Object(Weak<Object>),
    Host(Weak<Host>),
    Cell(Weak<Shared>),
}

/// Notes that storing a value into a target may close a cycle. Costs nothing where the value can hold no other.
#[inline(always)]
pub fn may_close(target: &Value, stored: &Value) {
    if stored.is_container() {
        watch(target);
    }
}

/// Notes a candidate, once.
#[cold]
#[inline(never)]
pub fn watch(target: &Value) {
    let (flag, candidate) = match target {
        Value::List(r) => (&r.candidate, Candidate::List(Rc::downgrade(r))),
        Value::Map(r) => (&r.candidate, Candidate::Map(Rc::downgrade(r))),
        Value::Set(r) => (&r.candidate, Candidate::Set(Rc::downgrade(r))),
        Value::Array(r) => (&r.candidate, Candidate::Array(Rc::downgrade(r))),
        Value::Closure(r) => (&r.candidate, Candidate::Closure(Rc::downgrade(r))),
        Value::Object(r) => (&r.candidate, Candidate::Object(Rc::downgrade(r))),
        Value::Host(r) => (&r.candidate, Candidate::Host(Rc::downgrade(r))),
        Value::Cell(r) => (&r.candidate, Candidate::Cell(Rc::downgrade(r))),
        _ => return,
    };
    if !flag.replace(true) {
        // Without a list (the thread ends) there is no sweep any more.
        let _ = CANDIDATES.try_with(|list| list.borrow_mut().push(candidate));
    }
}

impl Candidate {
    /// The value, if it is still alive.
    fn value(&self) -> Option<Value> {
        match self {
            Candidate::List(weak) => weak.upgrade().map(Value::List),
            Candidate::Map(weak) => weak.upgrade().map(Value::Map),
            Candidate::Set(weak) => weak.upgrade().map(Value::Set),
            Candidate::Array(weak) => weak.upgrade().map(Value::Array),
            Candidate::Closure(weak) => weak.upgrade().map(Value::Closure),
            Candidate::Object(weak) => weak.upgrade().map(Value::Object),
            Candidate::Host(weak) => weak.upgrade().map(Value::Host),
            Candidate::Cell(weak) => weak.upgrade().map(Value::Cell),
        }
    }
}

/// Sweeps if so many candidates have come together that it is worth the time.
pub fn sweep_if_due() {
    let waiting = CANDIDATES.try_with(|list| list.borrow().len()).unwrap_or(0);
    if waiting >= DUE.with(Cell::get) {
        sweep();
    }
}

/// Frees garbage that only cycles keep alive; whether anything was freed.
pub fn sweep() -> bool {
    let mut candidates = CANDIDATES.try_with(RefCell::take).unwrap_or_default();
    let mut graph = Graph::default();
    let mut places = Vec::new();
    candidates.retain(|candidate| match candidate.value() {
        Some(value) => {
            places.push(graph.add(value));
            true
        }
        None => false,
    });
    graph.explore();
    graph.hold_what_is_held();
    let mut places = places.into_iter();
    candidates.retain(|_| places.next().is_some_and(|place| graph.nodes[place].held));
    DUE.with(|due| due.set(candidates.len() + WORTHWHILE.max(graph.nodes.len() / 2)));
    let _ = CANDIDATES.try_with(|list| list.replace(candidates));
    let mut contents = Vec::new();
    for node in graph.nodes.iter().filter(|node| !node.held) {
        empty(&node.value, &mut contents);
    }
    !contents.is_empty()
}

/// What the candidates reach.
#[derive(Default)]
struct Graph {
    nodes: Vec<Node>,
    /// Where a value stands among the nodes, by its identity.
    places: FxHashMap<usize, usize>,
}

struct Node {
    /// The value; this reference is one more than there was before.
    value: Value,
    /// The references from other nodes.
    inside: usize,
    held: bool,
}

impl Graph {
    /// The place of a value, new or known.
    fn add(&mut self, value: Value) -> usize {
        let next = self.nodes.len();
        let place = *self.places.entry(value.identity()).or_insert(next);
        if place == next {
            self.nodes.push(Node {
                value,
                inside: 0,
                held: false,
            });
        }
        place
    }

    /// Follows all references and counts them.
    fn explore(&mut self) {
        let mut at = 0;
        while at < self.nodes.len() {
            let value = self.nodes[at].value.clone();
            let seen = trace(&value, &mut |child| {
                if child.is_container() {
                    let place = self.add(child.clone());
                    self.nodes[place].inside += 1;
                }
            });
            if !seen {
                self.nodes[at].held = true;
            }
            at += 1;
        }
    }

    /// Marks what is held from outside, and what that reaches.
    fn hold_what_is_held(&mut self) {
        let mut open: Vec<usize> = (0..self.nodes.len())
            .filter(|at| {
                let node = &self.nodes[*at];
                // One reference is the graph's own.
                node.held || references(&node.value) > node.inside + 1
            })
            .collect();
        open.iter().for_each(|at| self.nodes[*at].held = true);
        while let Some(at) = open.pop() {
            let value = self.nodes[at].value.clone();
            trace(&value, &mut |child| {
                if let Some(place) = self.places.get(&child.identity()).copied()
                    && child.is_container()
                    && !std::mem::replace(&mut self.nodes[place].held, true)
                {
                    open.push(place);
                }
            });
        }
    }
}

/// How many references there are to a container.
fn references(value: &Value) -> usize {
    match value {
        Value::List(r) => Rc::strong_count(r),
        Value::Map(r) => Rc::strong_count(r),
        Value::Set(r) => Rc::strong_count(r),
        Value::Range(r) => Rc::strong_count(r),
        Value::Array(r) => Rc::strong_count(r),
        Value::Closure(r) => Rc::strong_count(r),
        Value::Throwable(r) => Rc::strong_count(r),
        Value::Object(r) => Rc::strong_count(r),
        Value::Host(r) => Rc::strong_count(r),
        Value::Cell(r) => Rc::strong_count(r),
        Value::GString(r) => Rc::strong_count(r),
        _ => usize::MAX,
    }
}

/// Shows each value that a container holds, once for each reference; false if it is being changed and cannot be looked into.
fn trace(value: &Value, visit: &mut dyn FnMut(&Value)) -> bool {
    match value {
        Value::List(list) => {
            let items = list.try_borrow();
            items.iter().flat_map(|items| items.iter()).for_each(visit);
            items.is_some()
        }
        Value::Map(map) => trace_table(map.try_borrow(), &map.extra, visit),
        Value::Set(set) => trace_table(set.try_borrow(), &set.extra, visit),
        Value::Range(range) => {
            visit(&range.from);
            visit(&range.to);
            true
        }
        Value::Array(array) => {
            let items = array.try_borrow();
            items.iter().flat_map(|items| items.iter()).for_each(visit);
            items.is_some()
        }
        Value::Closure(closure) => trace_closure(closure, visit),
        Value::Throwable(throwable) => trace_throwable(throwable, visit),
        Value::Object(object) => {
            let (fields, base) = (object.fields.try_borrow(), object.base.try_borrow());
            let seen = fields.is_ok() && base.is_ok();
            fields.iter().flat_map(|fields| fields.iter()).for_each(&mut *visit);
            base.iter().for_each(|base| visit(base));
            seen
        }
        Value::Host(host) => {
            (host.trace)(&*host.data, visit);
            true
        }
        Value::Cell(cell) => {
            let inner = cell.try_borrow();
            inner.iter().for_each(|inner| visit(inner));
            inner.is_some()
        }
        Value::GString(gstring) => {
            gstring.values.iter().for_each(visit);
            true
        }
        _ => true,
    }
}

fn trace_table(
    table: Option<std::cell::Ref<'_, crate::value::Table>>,
    extra: &RefCell<Value>,
    visit: &mut dyn FnMut(&Value),
) -> bool {
    let extra = extra.try_borrow();
    extra.iter().for_each(|extra| visit(extra));
    let Some(table) = table else {
        return false;
    };
    for (key, value) in table.entries.iter() {
        visit(&key.value);
        visit(value);
    }
    extra.is_ok()
}

fn trace_closure(closure: &Closure, visit: &mut dyn FnMut(&Value)) -> bool {
    let delegate = closure.delegate.try_borrow();
    closure.held().iter().for_each(&mut *visit);
    visit(&closure.this);
    visit(&closure.owner);
    delegate.iter().for_each(|delegate| visit(delegate));
    delegate.is_ok()
}

fn trace_throwable(throwable: &Throwable, visit: &mut dyn FnMut(&Value)) -> bool {
    let cause = throwable.cause.try_borrow();
    let suppressed = throwable.suppressed.try_borrow();
    let details = throwable.details.try_borrow();
    let seen = cause.is_ok() && suppressed.is_ok() && details.is_ok();
    cause.iter().for_each(|cause| visit(cause));
    suppressed.iter().flat_map(|s| s.iter()).for_each(&mut *visit);
    details
        .iter()
        .flat_map(|d| d.iter())
        .for_each(|(_, value)| visit(value));
    seen
}

/// Takes out all that can be taken out of a container. What cannot (a closure's captures, a range's ends) was there when it was
/// made, so no cycle consists of such references alone.
fn empty(value: &Value, contents: &mut Vec<Value>) {
    match value {
        Value::List(list) => contents.extend(list.change(std::mem::take)),
        Value::Map(map) => {
            contents.extend(map.change(crate::value::Table::clear));
            contents.push(map.extra.take());
        }
        Value::Set(set) => {
            contents.extend(set.change(crate::value::Table::clear));
            contents.push(set.extra.take());
        }
        Value::Array(array) => array.change(|items| contents.extend(items.iter_mut().map(std::mem::take))),
        Value::Closure(closure) => contents.push(closure.delegate.take()),
        Value::Throwable(throwable) => {
            contents.push(throwable.cause.take());
            contents.extend(throwable.suppressed.take());
            contents.extend(throwable.details.take().into_iter().map(|(_, value)| value));
        }
        Value::Object(object) => {
            contents.extend(object.fields.take());
            contents.push(object.base.take());
        }
        Value::Cell(cell) => contents.push(cell.change(std::mem::take)),
        _ => {}
    }
}

#[cfg(test)]
mod tests;
