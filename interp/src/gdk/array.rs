//! What Groovy adds to arrays: `Object[]` and the arrays of primitives.

use super::{algebra, collecting, count, grouping, indexing, join, ordering, searching, taking};
use crate::heap::Gathered;
use crate::jdk::throwables;
use crate::jdk::util::elements::{int_size, position};
use crate::number::BigDecimal;
use crate::registry::{ClassId, Items, Member, method, native};
use crate::semantics::number::{narrow_to_i64, to_f64};
use crate::value::{Array, Closure, List, Range, Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

const TABLES: &[&[Member]] = &[
    OWN,
    SHARED,
    searching::MEMBERS,
    collecting::MEMBERS,
    grouping::MEMBERS,
    ordering::MEMBERS,
    ordering::SORT_MEMBERS,
    taking::MEMBERS,
    taking::END_MEMBERS,
    algebra::MEMBERS,
];

/// What arrays of objects have.
pub const MEMBERS: &[Member] = &join::<{ count(TABLES) }>(TABLES);

/// What arrays of primitives have.
pub const PRIMITIVE_MEMBERS: &[Member] = &join::<{ count(PRIMITIVE_TABLES) }>(PRIMITIVE_TABLES);

const PRIMITIVE_TABLES: &[&[Member]] = &[
    SHARED,
    &[
        method("equals(Object other): boolean", &native(equals_same))
            .doc("Whether an array of the same kind has equal elements."),
        method("contains(Object element): boolean", &native(searching::contains))
            .doc("Whether an element is equal to a value."),
        method("count(Object value): Number", &native(searching::count)).doc("How many elements are equal to a value."),
        method("flatten(): Collection", &native(grouping::flatten)).doc("A list of the elements."),
        method("join(): String", &native(collecting::join_plain)).doc("The elements as one text."),
        method("join(String separator): String", &native(collecting::join))
            .doc("The elements as one text, with something between them."),
        method("toList(): List", &native(collecting::to_list)).doc("A new list of the elements."),
        method("toSet(): Set", &native(collecting::to_set)).doc("A new set of the elements."),
    ],
];

/// What arrays of numbers answer differently.
pub const NUMBER_MEMBERS: &[Member] = &[
    method("average(): Object", &native(average))
        .doc("The sum by the number of elements, exactly where they are whole."),
    method("indexed(): Map", &native(collecting::indexed)).doc("A map of the elements by index."),
    method("indexed(int offset): Map", &native(collecting::indexed_from)).doc("The same, counting from a number."),
    method("max(): Object", &native(max)).doc("The greatest element; an exception for none."),
    method("min(): Object", &native(min)).doc("The least element; an exception for none."),
    method("sum(): Object", &native(sum)).doc("The elements added up, in the array's own kind of number."),
    method("sum(Object start): Object", &native(sum_from))
        .doc("The elements added to a number, in the array's own kind."),
];

/// What all arrays have.
const SHARED: &[Member] = &[
    method("asBoolean(): boolean", &native(as_boolean)).doc("Whether there are elements."),
    method("equals(List other): boolean", &native(equals)).doc("Whether a list has equal elements."),
    method("getAt(int index): Object", &native(get)).doc("The element at an index, from either end."),
    method("getAt(Range indices): List", &native(get_range)).doc("The elements at these indices."),
    method("getAt(Collection indices): List", &native(get_each)).doc("The elements at these indices."),
    method("getIndices(): IntRange", &native(indices)).doc("The range of the indices."),
    method("isCase(Object value): boolean", &native(is_case)).doc("Whether a value is an element: `value in array`."),
    method("iterator(): Iterator", &native(crate::jdk::util::iterator::of)).doc("A new walk over the elements."),
    method("putAt(int index, Object value): void", &native(put)).doc("Replaces an element, from either end."),
    method("size(): int", &native(size)).doc("The number of elements."),
    method("stream(): Stream", &native(crate::jdk::util::stream::of_array)).doc("A stream of the elements."),
    method("swap(int first, int second): Object", &native(swap)).doc("Lets two elements change places."),
    method("toString(): String", &native(to_string)).doc("The text as a list."),
];

const OWN: &[Member] = &[
    method("plus(Object element): Object", &native(plus)).doc("The elements and one more, as one of its kind."),
    method("plus(Iterable items): Object", &native(plus_all)).doc("The elements of both, as those of its kind."),
    method("plus(Object[] items): Object", &native(plus_all)).doc("The elements of both, as those of its kind."),
    method("reverse(): Object", &native(reverse)).doc("A copy from last to first."),
    method("reverse(boolean mutate): Object", &native(reverse_as)).doc("Turns the array round, or gives such a copy."),
    method("reverseEach(Closure action): Object", &native(reverse_each))
        .doc("Calls the closure with each element, from last to first."),
    method("shuffle(): void", &native(shuffle)).doc("Puts the elements in a random order."),
    method("shuffled(): Object", &native(shuffled)).doc("A copy in a random order."),
    method("toArrayString(): String", &native(to_string)).doc("The text as a list."),
    method("transpose(): Object", &native(|a: &Array| grouping::transpose_array(a)))
        .doc("Columns for rows, of an array of arrays."),
    method("union(Iterable items): Object", &native(union)).doc("The elements of both."),
    method("union(Object[] items): Object", &native(union)).doc("The elements of both."),
];

fn equals_same(vm: &mut Vm, this: &Array, other: &Value) -> Res<bool> {
    let Value::Array(other) = other else { return Ok(false) };
    if this.component != other.component || this.len() != other.len() {
        return Ok(false);
    }
    for (a, b) in this.to_vec().iter().zip(other.to_vec()) {
        if !vm.java_equals(a, &b)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn as_boolean(this: &Array) -> bool {
    !this.is_empty()
}

fn size(this: &Array) -> i32 {
    int_size(this.len())
}

fn equals(vm: &mut Vm, this: &Array, other: &Value) -> Res<bool> {
    vm.equals(&Value::list(this.to_vec()), other)
}

/// The place of an index, or Java's exception.
fn place(vm: &mut Vm, this: &Array, index: i32) -> Res<usize> {
    let size = this.len();
    if index < 0 {
        return indexing::normalise(vm, index, size);
    }
    index_of(vm, this, index)
}

/// Java's own check of an index.
fn index_of(vm: &mut Vm, this: &Array, index: i32) -> Res<usize> {
    let size = this.len();
    match position(index, size) {
        Some(place) => Ok(place),
        None => {
            let message = format!("Index {index} out of bounds for length {size}");
            Err(vm.throw(&throwables::ARRAY_INDEX_OUT_OF_BOUNDS_EXCEPTION, message))
        }
    }
}

fn get(vm: &mut Vm, this: &Array, index: i32) -> Res {
    let place = place(vm, this, index)?;
    Ok(this.get(place).unwrap_or_default())
}

fn put(vm: &mut Vm, this: &Array, index: i32, value: &Value) -> Res<()> {
    let place = place(vm, this, index)?;
    let value = vm.cast(value, this.component)?;
    this.set(place, value);
    Ok(())
}

fn get_range(vm: &mut Vm, this: &Array, range: &Range) -> Res<Gathered> {
    indexing::slice(vm, &this.to_vec(), range)
}

fn get_each(vm: &mut Vm, this: &Array, indices: Items) -> Res<Gathered> {
    indexing::pick(vm, &this.to_vec(), indices)
}

fn indices(this: &Array) -> Rc<Range> {
    Range::of_ints(0, int_size(this.len()), true, false)
}

fn is_case(vm: &mut Vm, this: &Value, value: &Value) -> Res<bool> {
    Ok(crate::jdk::util::elements::index_of(vm, this, value)?.is_some())
}

fn reversed(this: &Array) -> Rc<Array> {
    let mut items = this.to_vec();
    items.reverse();
    Array::new(this.component, items)
}

fn reverse(this: &Array) -> Value {
    reversed(this).into()
}

fn reverse_as(this: &Rc<Array>, mutate: bool) -> Value {
    if mutate {
        this.change(|items| items.reverse());
        this.clone().into()
    } else {
        reversed(this).into()
    }
}

fn reverse_each(vm: &mut Vm, this: &Rc<Array>, action: &Rc<Closure>) -> Res {
    for index in (0..this.len()).rev() {
        vm.tick()?;
        let item = this.get(index).unwrap_or_default();
        super::closures::call1(vm, action, &item)?.done();
    }
    Ok(Value::Array(this.clone()))
}

fn shuffle(vm: &mut Vm, this: &Array) -> Res<()> {
    let list = List::new(this.to_vec());
    super::list::shuffle_list(vm, &list)?;
    for (index, item) in list.to_vec().into_iter().enumerate() {
        this.set(index, item);
    }
    Ok(())
}

fn shuffled(vm: &mut Vm, this: &Array) -> Res {
    let copy = Array::new(this.component, this.to_vec());
    shuffle(vm, &copy)?;
    Ok(Value::Array(copy))
}

fn swap(vm: &mut Vm, this: &Rc<Array>, first: i32, second: i32) -> Res {
    let (first, second) = (index_of(vm, this, first)?, index_of(vm, this, second)?);
    this.change(|items| items.swap(first, second));
    Ok(Value::Array(this.clone()))
}

fn to_string(vm: &mut Vm, this: &Array) -> Res<Rc<Str>> {
    vm.to_str(&Value::list(this.to_vec()))
}

fn plus(vm: &mut Vm, this: &Array, element: &Value) -> Res {
    joined(vm, this, this.component, vec![element.clone()])
}

fn plus_all(vm: &mut Vm, this: &Array, items: Items) -> Res {
    let items = vm.items(items.0)?;
    joined(vm, this, this.component, items.into_vec())
}

fn union(vm: &mut Vm, this: &Array, items: Items) -> Res {
    let items = vm.items(items.0)?;
    joined(vm, this, ClassId::OBJECT, items.into_vec())
}

/// The elements and more of them, cast to the component of the new array.
fn joined(vm: &mut Vm, this: &Array, component: ClassId, items: Vec<Value>) -> Res {
    let mut all = this.to_vec();
    vm.reserve(size_of::<Value>() * items.len())?;
    for item in items {
        vm.tick()?;
        all.push(vm.cast(&item, component)?);
    }
    Ok(Array::new(component, all).into())
}

fn extreme(vm: &mut Vm, this: &Array, name: &str, wanted: std::cmp::Ordering) -> Res {
    let by = crate::jdk::util::comparison::By::Groovy;
    match crate::jdk::util::comparison::extreme(vm, crate::semantics::iterate::Iter::over(this.to_vec()), &by, wanted)?
    {
        Some(best) => Ok(best),
        None => {
            let kind = vm.class_name(this.component);
            Err(vm.unsupported(format!("Can't call {name}() on empty {kind}[]")))
        }
    }
}

fn max(vm: &mut Vm, this: &Array) -> Res {
    extreme(vm, this, "max", std::cmp::Ordering::Greater)
}

fn min(vm: &mut Vm, this: &Array) -> Res {
    extreme(vm, this, "min", std::cmp::Ordering::Less)
}

/// Adds up in the array's own kind, where sums wrap round.
fn add_up(vm: &mut Vm, this: &Array, start: &Value) -> Res {
    let items = this.to_vec();
    vm.tick_many(items.len())?;
    let mut whole = match start {
        Value::Char(c) => i64::from(c.get()),
        number => narrow_to_i64(number).unwrap_or(0),
    };
    let mut real = to_f64(start).unwrap_or(0.0);
    for item in &items {
        match item {
            Value::Char(c) => whole = whole.wrapping_add(i64::from(c.get())),
            item => {
                whole = whole.wrapping_add(narrow_to_i64(item).unwrap_or(0));
                real += to_f64(item).unwrap_or(0.0);
            }
        }
    }
    Ok(match this.component {
        ClassId::PRIMITIVE_BYTE => Value::byte(whole as i8),
        ClassId::PRIMITIVE_SHORT => Value::short(whole as i16),
        ClassId::PRIMITIVE_CHAR => Value::char(whole as u16),
        ClassId::PRIMITIVE_LONG => Value::Long(whole),
        ClassId::PRIMITIVE_FLOAT => Value::float(real as f32),
        ClassId::PRIMITIVE_DOUBLE => Value::double(real),
        _ => Value::int(whole as i32),
    })
}

fn sum(vm: &mut Vm, this: &Array) -> Res {
    add_up(vm, this, &Value::int(0))
}

/// Of whole numbers an exact quotient, for which there is none where it would not end.
fn average(vm: &mut Vm, this: &Array) -> Res {
    let items = this.to_vec();
    vm.tick_many(items.len())?;
    if matches!(this.component, ClassId::PRIMITIVE_FLOAT | ClassId::PRIMITIVE_DOUBLE) {
        let sum: f64 = items.iter().filter_map(to_f64).sum();
        return Ok(Value::double(sum / items.len() as f64));
    }
    let sum = items.iter().filter_map(narrow_to_i64).fold(0, i64::wrapping_add);
    let quotient = BigDecimal::from(sum).divide(&BigDecimal::from(items.len() as i64));
    vm.computed(quotient)
}

fn sum_from(vm: &mut Vm, this: &Array, start: &Value) -> Res {
    add_up(vm, this, start)
}
