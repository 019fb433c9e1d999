//! `java.util.Comparator`: its statics and defaults. A comparator made here is a native closure of a comparator's class.

use super::comparison::By;
use crate::registry::{Class, Func, class, function, interface, method, native, required, unbound};
use crate::value::{Closure, Code, Value};
use crate::{Res, Vm};
use std::cmp::Ordering;
use std::rc::Rc;

/// `java.util.Comparator`.
pub static CLASS: Class = interface("java.util.Comparator").doc("An order.").members(&[
    required("compare(Object first, Object second): int").doc("Negative, zero or positive: before, level with, after."),
    method("reversed(): Comparator", &native(reversed)).doc("The opposite order."),
    method("thenComparing(Comparator other): Comparator", &native(then))
        .doc("This order; where it makes no difference, the other."),
    method("thenComparing(Function key): Comparator", &native(then_by))
        .doc("This order; where it makes no difference, by a key."),
    method(
        "thenComparing(Function key, Comparator order): Comparator",
        &native(then_by_order),
    )
    .doc("This order; where it makes no difference, by a key in another order."),
    method(
        "thenComparingDouble(ToDoubleFunction key): Comparator",
        &native(then_by),
    )
    .doc("This order; where it makes no difference, by a number."),
    method("thenComparingInt(ToIntFunction key): Comparator", &native(then_by))
        .doc("This order; where it makes no difference, by a number."),
    method("thenComparingLong(ToLongFunction key): Comparator", &native(then_by))
        .doc("This order; where it makes no difference, by a number."),
    function("comparing(Function key): Comparator", &unbound(comparing)).doc("The order of a key."),
    function(
        "comparing(Function key, Comparator order): Comparator",
        &unbound(comparing_in),
    )
    .doc("The order of a key, by another comparator."),
    function("comparingDouble(ToDoubleFunction key): Comparator", &unbound(comparing)).doc("The order of a number."),
    function("comparingInt(ToIntFunction key): Comparator", &unbound(comparing)).doc("The order of a number."),
    function("comparingLong(ToLongFunction key): Comparator", &unbound(comparing)).doc("The order of a number."),
    function("naturalOrder(): Comparator", &unbound(natural_order)).doc("The order of `compareTo`."),
    function("nullsFirst(Comparator order): Comparator", &unbound(nulls_first))
        .doc("Another order, with null before everything."),
    function("nullsLast(Comparator order): Comparator", &unbound(nulls_last))
        .doc("Another order, with null after everything."),
    function("reverseOrder(): Comparator", &unbound(reverse_order)).doc("The opposite of the order of `compareTo`."),
]);

macro_rules! kinds {
    ($($name:ident $java:literal;)*) => {
        $(#[doc = concat!("`", $java, "`")] pub static $name: Class = class($java).implements(&[&CLASS]).members(CALLABLE);)*
        /// The classes of comparators.
        pub static CLASSES: &[&Class] = &[&CLASS, $(&$name),*];
    };
}

/// What every comparator made here answers to.
const CALLABLE: &[crate::registry::Member] = &[method("compare(Object first, Object second): int", &native(compare))
    .doc("Negative, zero or positive: before, level with, after.")];

kinds! {
    CASE_INSENSITIVE "java.lang.String$CaseInsensitiveComparator";
    LAMBDA "java.util.Comparator$$Lambda";
    NATURAL "java.util.Comparators$NaturalOrderComparator";
    NULLS "java.util.Comparators$NullComparator";
    REVERSE "java.util.Collections$ReverseComparator";
    REVERSE_OF "java.util.Collections$ReverseComparator2";
}

/// A comparator over a Rust function.
pub fn make(
    class: &'static Class,
    holds: Vec<Value>,
    compare: impl Fn(&mut Vm, &[Value], &Value, &Value) -> Res<Ordering> + 'static,
) -> Rc<Closure> {
    let held = holds.clone();
    let body = move |vm: &mut Vm, _: &[Value], args: &[Value]| {
        let [a, b, ..] = args else {
            return Err(vm.illegal_argument("a comparator compares two values"));
        };
        compare(vm, &held, a, b).map(|order| Value::int(order as i32))
    };
    let code = Code::Native {
        body: Rc::new(body),
        arity: 2,
        parameters: vec![crate::registry::ClassId::OBJECT; 2].into(),
        holds: holds.into(),
    };
    Closure::make(class.id(), code, Value::Null, Value::Null)
}

/// The order that the first held value stands for.
pub fn first(held: &[Value]) -> By<'_> {
    held.first().map_or(By::Natural, By::of_sorted)
}

fn compare(vm: &mut Vm, this: Func, a: &Value, b: &Value) -> Res {
    vm.call_func(this, &[a.clone(), b.clone()])
}

/// `Comparator.naturalOrder()`.
pub fn natural_order() -> Rc<Closure> {
    make(&NATURAL, vec![], |vm, _, a, b| vm.natural_order(a, b))
}

/// `Comparator.reverseOrder()`.
pub fn reverse_order() -> Rc<Closure> {
    make(&REVERSE, vec![], |vm, _, a, b| vm.natural_order(b, a))
}

/// `comparator.reversed()`: natural and reverse order are each other's opposite.
pub fn reversed(this: Func) -> Value {
    match this.0 {
        Value::Closure(c) if c.class == NATURAL.id() => reverse_order().into(),
        Value::Closure(c) if c.class == REVERSE.id() => natural_order().into(),
        Value::Closure(c) if c.class == REVERSE_OF.id() => match &c.code {
            Code::Native { holds, .. } => holds.first().cloned().unwrap_or_default(),
            Code::Script { .. } => this.0.clone(),
        },
        order => make(&REVERSE_OF, vec![order.clone()], |vm, held, a, b| {
            first(held).compare(vm, b, a)
        })
        .into(),
    }
}

/// The opposite of a sorted collection's order, given by its comparator or null.
pub fn reverse(_: &mut Vm, order: &Value) -> Res {
    Ok(if order.is_null() {
        reverse_order().into()
    } else {
        reversed(Func(order))
    })
}

fn then(vm: &mut Vm, this: Func, other: Func) -> Rc<Closure> {
    if let Value::Closure(c) = other.0
        && vm.closure_arity(c) == 1
    {
        return then_by(this, other);
    }
    chain(this, other.0.clone())
}

fn chain(this: Func, other: Value) -> Rc<Closure> {
    make(&LAMBDA, vec![this.0.clone(), other], |vm, held, a, b| {
        let order = first(held).compare(vm, a, b)?;
        match held.get(1) {
            Some(other) if order == Ordering::Equal => By::Comparator(other).compare(vm, a, b),
            _ => Ok(order),
        }
    })
}

fn then_by(this: Func, key: Func) -> Rc<Closure> {
    chain(this, comparing(key).into())
}

fn then_by_order(this: Func, key: Func, order: Func) -> Rc<Closure> {
    chain(this, comparing_in(key, order).into())
}

fn comparing(key: Func) -> Rc<Closure> {
    keyed(vec![key.0.clone()])
}

fn comparing_in(key: Func, order: Func) -> Rc<Closure> {
    keyed(vec![key.0.clone(), order.0.clone()])
}

/// The order of a key, which the first held value takes, by the comparator that stands second, if any.
fn keyed(holds: Vec<Value>) -> Rc<Closure> {
    make(&LAMBDA, holds, |vm, held, a, b| {
        let Some(key) = held.first() else {
            return Ok(Ordering::Equal);
        };
        let a = vm.call_func(Func(key), std::slice::from_ref(a))?;
        let b = vm.call_func(Func(key), std::slice::from_ref(b))?;
        held.get(1).map_or(By::Natural, By::Comparator).compare(vm, &a, &b)
    })
}

fn nulls(order: Option<Func>, null: Ordering) -> Rc<Closure> {
    let order = order.map_or(Value::Null, |o| o.0.clone());
    make(&NULLS, vec![order], move |vm, held, a, b| {
        match (a.is_null(), b.is_null()) {
            (true, true) => Ok(Ordering::Equal),
            (true, false) => Ok(null),
            (false, true) => Ok(null.reverse()),
            _ if held.first().is_none_or(Value::is_null) => Ok(Ordering::Equal),
            _ => first(held).compare(vm, a, b),
        }
    })
}

fn nulls_first(order: Option<Func>) -> Rc<Closure> {
    nulls(order, Ordering::Less)
}

fn nulls_last(order: Option<Func>) -> Rc<Closure> {
    nulls(order, Ordering::Greater)
}

/// An order of one part of entries.
fn by_part(part: fn(&(Value, Value)) -> &Value, order: Option<Func>) -> Rc<Closure> {
    let order = order.map_or(Value::Null, |o| o.0.clone());
    make(&LAMBDA, vec![order], move |vm, held, a, b| {
        let (a, b) = (vm.entry_parts(a)?, vm.entry_parts(b)?);
        first(held).compare(vm, part(&a), part(&b))
    })
}

/// `Map.Entry.comparingByKey()`.
pub fn by_key() -> Rc<Closure> {
    by_part(|pair| &pair.0, None)
}

/// `Map.Entry.comparingByKey(order)`.
pub fn by_key_in(order: Func) -> Rc<Closure> {
    by_part(|pair| &pair.0, Some(order))
}

/// `Map.Entry.comparingByValue()`.
pub fn by_value() -> Rc<Closure> {
    by_part(|pair| &pair.1, None)
}

/// `Map.Entry.comparingByValue(order)`.
pub fn by_value_in(order: Func) -> Rc<Closure> {
    by_part(|pair| &pair.1, Some(order))
}
