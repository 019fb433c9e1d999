//! `java.util.Arrays`. One entry serves all kinds of arrays: elements of primitive arrays are the matching kinds of values.

use super::comparison::{By, binary_search as search, sort as sort_values};
use super::elements::int_size;
use super::{arrays_list, stream};
use crate::heap::Gathered;
use crate::jdk::throwables;
use crate::registry::{Class, ClassId, Func, class, function, unbound};
use crate::value::{Array, List, Str, StrBuilder, Value};
use crate::vm::default_value;
use crate::{Res, Vm};
use std::cmp::Ordering;
use std::rc::Rc;

/// `java.util.Arrays`.
pub static CLASS: Class = class("java.util.Arrays")
    .doc("What can be done with arrays.")
    .members(&[
        function("asList(Object... items): List", &unbound(as_list)).doc("A list over an array."),
        function(
            "binarySearch(Object array, Object key): int",
            &unbound(|vm: &mut Vm, a: &Array, k: &Value| search_whole(vm, a, k, None)),
        )
        .doc("Where a key stands in a sorted array."),
        function(
            "binarySearch(Object[] array, Object key, Comparator order): int",
            &unbound(search_whole),
        )
        .doc("Where a key stands in a sorted array."),
        function(
            "binarySearch(Object array, int from, int to, Object key): int",
            &unbound(search_part),
        )
        .doc("Where a key stands in a part of a sorted array."),
        function("compare(Object first, Object second): int", &unbound(compare))
            .doc("Element by element, then by length."),
        function("copyOf(Object array, int length): Object", &unbound(copy_of)).doc("A copy, cut off or filled up."),
        function(
            "copyOf(Object[] array, int length, Class type): Object[]",
            &unbound(|vm: &mut Vm, a: &Array, n: i32, _t: &Value| copy_of(vm, a, n)),
        )
        .doc("A copy, cut off or filled up."),
        function(
            "copyOfRange(Object array, int from, int to): Object",
            &unbound(copy_of_range),
        )
        .doc("A copy of a part, filled up past the end."),
        function(
            "deepEquals(Object[] first, Object[] second): boolean",
            &unbound(deep_equal),
        )
        .doc("Whether both are equal, arrays inside element by element."),
        function("deepHashCode(Object[] array): int", &unbound(deep_hash))
            .doc("The hash code, arrays inside by their elements."),
        function("deepToString(Object[] array): String", &unbound(deep_to_string))
            .doc("The text, arrays inside written out."),
        function("equals(Object first, Object second): boolean", &unbound(equal))
            .doc("Whether both have equal elements."),
        function(
            "equals(Object[] first, Object[] second, Comparator order): boolean",
            &unbound(equal_by),
        )
        .doc("Whether both have elements that are level."),
        function("fill(Object array, Object value): void", &unbound(fill)).doc("Overwrites each element."),
        function(
            "fill(Object array, int from, int to, Object value): void",
            &unbound(fill_part),
        )
        .doc("Overwrites the elements of a part."),
        function("hashCode(Object array): int", &unbound(hash_code)).doc("The hash codes of the elements combined."),
        function("mismatch(Object first, Object second): int", &unbound(mismatch))
            .doc("The first index at which they differ, or -1."),
        function(
            "parallelSort(Object array): void",
            &unbound(|vm: &mut Vm, a: &Array| sort(vm, a, None)),
        )
        .doc("Sorts in the natural order."),
        function("setAll(Object array, IntFunction maker): void", &unbound(set_all))
            .doc("Sets each element to what a function makes of its index."),
        function(
            "sort(Object array): void",
            &unbound(|vm: &mut Vm, a: &Array| sort(vm, a, None)),
        )
        .doc("Sorts in the natural order."),
        function("sort(Object[] array, Comparator order): void", &unbound(sort)).doc("Sorts in an order."),
        function(
            "sort(Object array, int from, int to): void",
            &unbound(|vm: &mut Vm, a: &Array, f: i32, t: i32| sort_part(vm, a, f, t, None)),
        )
        .doc("Sorts a part."),
        function(
            "sort(Object[] array, int from, int to, Comparator order): void",
            &unbound(sort_part),
        )
        .doc("Sorts a part in an order."),
        function("stream(Object array): BaseStream", &unbound(stream::of_array)).doc("A stream of the elements."),
        function(
            "stream(Object array, int from, int to): BaseStream",
            &unbound(stream_part),
        )
        .doc("A stream of a part of the elements."),
        function("toString(Object array): String", &unbound(to_string)).doc("The text of the elements as a list."),
    ]);

fn as_list(items: &[Value]) -> Rc<List> {
    let array = match items {
        [Value::Array(array)] if !array.component.is_primitive() => array.clone(),
        other => Array::new(ClassId::OBJECT, other.to_vec()),
    };
    List::of_array(arrays_list::CLASS.id(), &array)
}

/// The bounds of a part, or Java's exceptions.
fn part(vm: &mut Vm, array: &Array, from: i32, to: i32) -> Res<(usize, usize)> {
    if from > to {
        return Err(vm.illegal_argument(format!("fromIndex({from}) > toIndex({to})")));
    }
    let size = array.len();
    for bound in [from, to] {
        if bound < 0 || bound > int_size(size) {
            let message = format!("Array index out of range: {bound}");
            return Err(vm.throw(&throwables::ARRAY_INDEX_OUT_OF_BOUNDS_EXCEPTION, message));
        }
    }
    Ok((from as usize, to as usize))
}

fn search_whole(vm: &mut Vm, array: &Array, key: &Value, order: Option<Func>) -> Res<i32> {
    let key = if array.component.is_primitive() {
        vm.cast(key, array.component)?
    } else {
        key.clone()
    };
    search(vm, &array.to_vec(), &key, &By::comparator(order))
}

fn search_part(vm: &mut Vm, array: &Array, from: i32, to: i32, key: &Value) -> Res<i32> {
    let (from, to) = part(vm, array, from, to)?;
    let items = array.borrow().get(from..to).unwrap_or(&[]).to_vec();
    let found = search(vm, &items, key, &By::Natural)?;
    let from = int_size(from);
    Ok(if found >= 0 { found + from } else { found - from })
}

fn compare(vm: &mut Vm, first: &Array, second: &Array) -> Res<i32> {
    let (a, b) = (first.to_vec(), second.to_vec());
    for (x, y) in a.iter().zip(&b) {
        vm.tick()?;
        match vm.natural_order(x, y)? {
            Ordering::Equal => {}
            order => return Ok(order as i32),
        }
    }
    Ok(int_size(a.len()) - int_size(b.len()))
}

fn copy_of(vm: &mut Vm, array: &Array, length: i32) -> Res<Rc<Array>> {
    let Ok(size) = usize::try_from(length) else {
        return Err(vm.throw(&throwables::NEGATIVE_ARRAY_SIZE_EXCEPTION, length));
    };
    resized(vm, array, 0, size)
}

fn resized(vm: &mut Vm, array: &Array, from: usize, size: usize) -> Res<Rc<Array>> {
    vm.tick_many(size)?;
    vm.reserve(16 * size)?;
    let mut items: Vec<Value> = array.borrow().iter().skip(from).take(size).cloned().collect();
    items.resize(size, default_value(array.component));
    Ok(Array::new(array.component, items))
}

fn copy_of_range(vm: &mut Vm, array: &Array, from: i32, to: i32) -> Res<Rc<Array>> {
    if from > to {
        return Err(vm.illegal_argument(format!("{from} > {to}")));
    }
    let size = array.len();
    if from < 0 || from > int_size(size) {
        let message = format!("Array index out of range: {from}");
        return Err(vm.throw(&throwables::ARRAY_INDEX_OUT_OF_BOUNDS_EXCEPTION, message));
    }
    resized(vm, array, from as usize, (to - from) as usize)
}

/// Equal, arrays inside element by element.
pub fn deep_equal(vm: &mut Vm, a: &Value, b: &Value) -> Res<bool> {
    let (Value::Array(a), Value::Array(b)) = (a, b) else {
        return vm.java_equals(a, b);
    };
    let (a, b) = (a.to_vec(), b.to_vec());
    if a.len() != b.len() {
        return Ok(false);
    }
    for (x, y) in a.iter().zip(&b) {
        if !vm.nested(|vm| deep_equal(vm, x, y))? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn deep_hash(vm: &mut Vm, array: &Value) -> Res<i32> {
    let Value::Array(array) = array else {
        return Ok(vm.hash(array)? as i32);
    };
    let mut code = 1i32;
    for item in array.to_vec() {
        let hash = vm.nested(|vm| deep_hash(vm, &item))?;
        code = code.wrapping_mul(31).wrapping_add(hash);
    }
    Ok(code)
}

fn deep_to_string(vm: &mut Vm, array: &Value) -> Res<Rc<Str>> {
    let mut out = StrBuilder::new();
    write_deep(vm, &mut out, array)?;
    Ok(out.finish())
}

fn write_deep(vm: &mut Vm, out: &mut StrBuilder, value: &Value) -> Res<()> {
    if !matches!(value, Value::Array(_)) {
        out.push(&*vm.to_str(value)?);
        return vm.settle();
    }
    out.push_str("[");
    for (index, item) in vm.items(value)?.iter().enumerate() {
        if index > 0 {
            out.push_str(", ");
        }
        vm.nested(|vm| write_deep(vm, out, item))?;
    }
    out.push_str("]");
    Ok(())
}

fn equal(vm: &mut Vm, first: Option<&Rc<Array>>, second: Option<&Rc<Array>>) -> Res<bool> {
    let (Some(a), Some(b)) = (first, second) else {
        return Ok(first.is_none() && second.is_none());
    };
    Ok(a.len() == b.len() && mismatch(vm, a, b)? == -1)
}

fn equal_by(vm: &mut Vm, first: &Array, second: &Array, order: Func) -> Res<bool> {
    let (a, b) = (first.to_vec(), second.to_vec());
    if a.len() != b.len() {
        return Ok(false);
    }
    for (x, y) in a.iter().zip(&b) {
        if By::Comparator(order.0).compare(vm, x, y)? != Ordering::Equal {
            return Ok(false);
        }
    }
    Ok(true)
}

fn mismatch(vm: &mut Vm, first: &Array, second: &Array) -> Res<i32> {
    let (a, b) = (first.to_vec(), second.to_vec());
    for (index, (x, y)) in a.iter().zip(&b).enumerate() {
        vm.tick()?;
        if !vm.java_equals(x, y)? {
            return Ok(int_size(index));
        }
    }
    Ok(if a.len() == b.len() {
        -1
    } else {
        int_size(a.len().min(b.len()))
    })
}

fn fill(vm: &mut Vm, array: &Array, value: &Value) -> Res<()> {
    let size = int_size(array.len());
    fill_part(vm, array, 0, size, value)
}

fn fill_part(vm: &mut Vm, array: &Array, from: i32, to: i32, value: &Value) -> Res<()> {
    let (from, to) = part(vm, array, from, to)?;
    let value = vm.cast(value, array.component)?;
    vm.tick_many(to - from)?;
    for index in from..to {
        array.set(index, value.clone());
    }
    Ok(())
}

fn hash_code(vm: &mut Vm, array: Option<&Rc<Array>>) -> Res<i32> {
    let Some(array) = array else { return Ok(0) };
    let mut code = 1i32;
    for item in array.to_vec() {
        vm.tick()?;
        code = code.wrapping_mul(31).wrapping_add(vm.hash(&item)? as i32);
    }
    Ok(code)
}

fn set_all(vm: &mut Vm, array: &Array, maker: Func) -> Res<()> {
    for index in 0..array.len() {
        vm.tick()?;
        let made = vm.call_func(maker, &[Value::int(int_size(index))])?;
        let made = vm.cast(&made, array.component)?;
        array.set(index, made);
    }
    Ok(())
}

fn sort(vm: &mut Vm, array: &Array, order: Option<Func>) -> Res<()> {
    let size = int_size(array.len());
    sort_part(vm, array, 0, size, order)
}

fn sort_part(vm: &mut Vm, array: &Array, from: i32, to: i32, order: Option<Func>) -> Res<()> {
    let (from, to) = part(vm, array, from, to)?;
    let mut items = Gathered::of(array.borrow().get(from..to).unwrap_or(&[]).to_vec());
    sort_values(vm, &mut items, &By::comparator(order))?;
    for (index, item) in items.into_iter().enumerate() {
        array.set(from + index, item);
    }
    Ok(())
}

fn stream_part(vm: &mut Vm, array: &Array, from: i32, to: i32) -> Res {
    let (from, to) = part(vm, array, from, to)?;
    let items = array.borrow().get(from..to).unwrap_or(&[]).to_vec();
    Ok(stream::of_array(&Array::new(array.component, items)))
}

fn to_string(vm: &mut Vm, array: Option<&Rc<Array>>) -> Res<Rc<Str>> {
    match array {
        Some(array) => vm.to_str(&Value::list(array.to_vec())),
        None => Ok(Str::new("null")),
    }
}
