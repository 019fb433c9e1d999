//! Cycles of every kind fall, and nothing else does.

use super::*;
use crate::registry::ClassId;
use crate::value::{Key, Str};

fn store(list: &Rc<List>, value: Value) {
    may_close(&Value::List(list.clone()), &value);
    list.change(|items| items.push(value));
}

#[test]
fn a_list_that_contains_itself_falls() {
    let list = List::new(vec![]);
    store(&list, Value::List(list.clone()));
    let weak = Rc::downgrade(&list);
    assert!(!sweep());
    assert_eq!(list.len(), 1);
    drop(list);
    assert!(sweep());
    assert!(weak.upgrade().is_none());
    assert!(!sweep());
}

#[test]
fn cycles_through_every_kind_of_container_fall() {
    let before = crate::heap::live();
    let list = List::new(vec![]);
    let map = Map::empty();
    let set = Set::empty();
    let array = Array::new(ClassId::OBJECT, vec![Value::Null]);
    let object = Object::new(ClassId(ClassId::SCRIPT), 1);
    let cell = Rc::new(Shared::new(Value::Null));
    let closure = Closure::native(
        Value::Object(object.clone()),
        0,
        vec![Value::Cell(cell.clone())],
        |_, _| Ok(Value::Null),
    );
    let throwable = Throwable::new(ClassId::THROWABLE, None);
    let range = crate::value::Range::of_objects(Value::Array(array.clone()), Value::Null, true, true);
    // list → map → set → closure → (owner) object → array; closure → cell → throwable → list; range → array
    store(&list, Value::Map(map.clone()));
    map.put_str(&Str::new("set"), Value::Set(set.clone()));
    set.change(|table| {
        let value = Value::Closure(closure.clone());
        table.insert(Key { hash: 1, value }, Value::Null)
    });
    object.set_field(0, Value::Range(range));
    array.set(0, Value::List(list.clone()));
    cell.set(Value::Throwable(throwable.clone()));
    throwable.set_detail("list", Value::List(list.clone()));
    let kept = throwable;
    drop((list, map, set, array, object, cell, closure));
    assert!(!sweep());
    let Some(Value::List(list)) = kept.detail("list") else {
        panic!("the list is gone");
    };
    assert_eq!(list.len(), 1);
    drop((list, kept));
    assert!(sweep());
    assert_eq!(crate::heap::live(), before);
}

#[test]
fn what_a_live_value_reaches_stays() {
    let (outer, inner) = (List::new(vec![]), List::new(vec![]));
    store(&inner, Value::List(inner.clone()));
    store(&outer, Value::List(inner.clone()));
    store(&outer, Value::List(outer.clone()));
    let weak = Rc::downgrade(&inner);
    drop(inner);
    assert!(!sweep());
    assert_eq!(weak.upgrade().map(|inner| inner.len()), Some(1));
    outer.change(std::mem::take);
    assert!(sweep());
    assert!(weak.upgrade().is_none());
}

#[test]
fn what_is_being_changed_stays() {
    let list = List::new(vec![]);
    store(&list, Value::List(list.clone()));
    let weak = Rc::downgrade(&list);
    list.change(|items| {
        items.push(Value::list(vec![]));
        assert!(!sweep());
    });
    assert_eq!(list.len(), 2);
    drop(list);
    assert!(sweep());
    assert!(weak.upgrade().is_none());
}

/// A small generator of numbers that look random: the same in each run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6364136223846793005)
            .wrapping_add(1442695040888963407);
        (self.0 >> 33) as usize % bound
    }
}

#[test]
fn random_graphs_keep_just_what_their_roots_reach() {
    for seed in 0..200 {
        let mut numbers = Numbers(seed);
        let count = 1 + numbers.below(60);
        let lists: Vec<Rc<List>> = (0..count).map(|_| List::new(vec![])).collect();
        let mut edges = vec![Vec::new(); count];
        for _ in 0..numbers.below(3 * count) {
            let (from, to) = (numbers.below(count), numbers.below(count));
            edges[from].push(to);
            store(&lists[from], Value::List(lists[to].clone()));
        }
        let roots: Vec<usize> = (0..numbers.below(4)).map(|_| numbers.below(count)).collect();
        let kept: Vec<Rc<List>> = roots.iter().map(|root| lists[*root].clone()).collect();
        let weak: Vec<Weak<List>> = lists.iter().map(Rc::downgrade).collect();
        drop(lists);
        sweep();

        let (mut reached, mut open) = (vec![false; count], roots);
        while let Some(at) = open.pop() {
            if !std::mem::replace(&mut reached[at], true) {
                open.extend(&edges[at]);
            }
        }
        for at in 0..count {
            let alive = weak[at].upgrade();
            assert_eq!(alive.is_some(), reached[at], "list {at} of seed {seed}");
            if let Some(list) = alive {
                assert_eq!(list.len(), edges[at].len(), "list {at} of seed {seed}");
            }
        }
        drop(kept);
        sweep();
        assert!(weak.iter().all(|list| list.upgrade().is_none()));
    }
}

#[test]
fn a_long_cycle_falls_without_recursion() {
    let first = List::new(vec![]);
    let mut last = first.clone();
    for _ in 0..200_000 {
        let next = List::new(vec![]);
        store(&last, Value::List(next.clone()));
        last = next;
    }
    store(&last, Value::List(first.clone()));
    let weak = Rc::downgrade(&first);
    drop((first, last));
    assert!(sweep());
    assert!(weak.upgrade().is_none());
}

#[test]
fn many_candidates_make_a_sweep_due() {
    let before = crate::heap::live();
    for _ in 0..2 * WORTHWHILE {
        let list = List::new(vec![]);
        store(&list, Value::List(list.clone()));
        sweep_if_due();
    }
    assert!(crate::heap::live() < before + WORTHWHILE * 200);
    sweep();
    assert_eq!(crate::heap::live(), before);
}
