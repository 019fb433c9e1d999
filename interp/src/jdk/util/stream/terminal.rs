//! Operations that end a stream.

use super::collectors::Collector;
use super::{Kind, Stream};
use crate::gdk::closures::test_func;
use crate::jdk::util::comparison::{By, extreme};
use crate::jdk::util::{immutable, optional};
use crate::registry::{Func, Member, method, native};
use crate::semantics::iterate::Iter;
use crate::value::{Array, List, Value};
use crate::{Res, Vm};
use std::cmp::Ordering;
use std::rc::Rc;

/// What all kinds of streams have.
pub const MEMBERS: &[Member] = &[
    method("allMatch(Predicate test): boolean", &native(all_match)).doc("Whether every element passes the test."),
    method("anyMatch(Predicate test): boolean", &native(any_match)).doc("Whether an element passes the test."),
    method(
        "collect(Supplier maker, BiConsumer add, BiConsumer join): Object",
        &native(collect_by),
    )
    .doc("A container made by one function and filled by another."),
    method("count(): long", &native(count)).doc("The number of elements."),
    method("findAny(): Optional", &native(find_first)).doc("An element, if there is one."),
    method("findFirst(): Optional", &native(find_first)).doc("The first element, if there is one."),
    method("forEach(Consumer action): void", &native(for_each)).doc("Calls the function with each element."),
    method("forEachOrdered(Consumer action): void", &native(for_each)).doc("Calls the function with each element."),
    method("noneMatch(Predicate test): boolean", &native(none_match)).doc("Whether no element passes the test."),
    method("reduce(BinaryOperator join): Optional", &native(reduce)).doc("The elements folded, if there are any."),
    method(
        "reduce(Object start, BinaryOperator join): Object",
        &native(reduce_from),
    )
    .doc("The elements folded, beginning with a value."),
    method("toArray(): Object[]", &native(to_array)).doc("An array of the elements."),
];

/// What only `Stream` has.
pub const STREAM_MEMBERS: &[Member] = &[
    method("collect(Collector collector): Object", &native(collect)).doc("What a collector makes of the elements."),
    method("max(Comparator order): Optional", &native(max)).doc("The greatest element, if there is one."),
    method("min(Comparator order): Optional", &native(min)).doc("The least element, if there is one."),
    method(
        "reduce(Object start, BiFunction add, BinaryOperator join): Object",
        &native(reduce_three),
    )
    .doc("The elements folded, beginning with a value."),
    method("toArray(IntFunction maker): Object[]", &native(to_array_by))
        .doc("An array of the elements, of the class that the function makes."),
    method("toList(): List", &native(to_list)).doc("An immutable list of the elements."),
    method("toSet(): Set", &native(to_set)).doc("A set of the elements."),
];

fn first_match(vm: &mut Vm, this: &Stream, test: Func, wanted: bool) -> Res<bool> {
    let mut pipe = this.open(vm)?;
    while let Some(item) = pipe(vm)? {
        vm.tick()?;
        if test_func(vm, test, &item)? == wanted {
            return Ok(true);
        }
    }
    Ok(false)
}

fn any_match(vm: &mut Vm, this: &Stream, test: Func) -> Res<bool> {
    first_match(vm, this, test, true)
}

fn all_match(vm: &mut Vm, this: &Stream, test: Func) -> Res<bool> {
    Ok(!first_match(vm, this, test, false)?)
}

fn none_match(vm: &mut Vm, this: &Stream, test: Func) -> Res<bool> {
    Ok(!first_match(vm, this, test, true)?)
}

fn count(vm: &mut Vm, this: &Stream) -> Res<i64> {
    let (mut pipe, mut count) = (this.open(vm)?, 0);
    while pipe(vm)?.is_some() {
        count += 1;
    }
    Ok(count)
}

fn find_first(vm: &mut Vm, this: &Stream) -> Res {
    let mut pipe = this.open(vm)?;
    let first = pipe(vm)?;
    Ok(optional::of_kind(this.kind, first))
}

fn for_each(vm: &mut Vm, this: &Stream, action: Func) -> Res<()> {
    let mut pipe = this.open(vm)?;
    while let Some(item) = pipe(vm)? {
        vm.tick()?;
        vm.call_func(action, &[item])?.done();
    }
    Ok(())
}

/// Folds the elements, beginning with the first where no start is given.
pub fn fold(vm: &mut Vm, this: &Stream, start: Option<Value>, join: Func) -> Res<Option<Value>> {
    let (mut pipe, mut folded) = (this.open(vm)?, start);
    while let Some(item) = pipe(vm)? {
        vm.tick()?;
        folded = Some(match folded {
            Some(folded) => {
                let joined = vm.call_func(join, &[folded, item])?;
                this.kind.convert(vm, joined)?
            }
            None => item,
        });
    }
    Ok(folded)
}

fn reduce(vm: &mut Vm, this: &Stream, join: Func) -> Res {
    let folded = fold(vm, this, None, join)?;
    Ok(optional::of_kind(this.kind, folded))
}

fn reduce_from(vm: &mut Vm, this: &Stream, start: &Value, join: Func) -> Res {
    let start = this.kind.convert(vm, start.clone())?;
    Ok(fold(vm, this, Some(start), join)?.unwrap_or_default())
}

fn reduce_three(vm: &mut Vm, this: &Stream, start: &Value, add: Func, _: Func) -> Res {
    reduce_from(vm, this, start, add)
}

fn collect(vm: &mut Vm, this: &Stream, collector: &Collector) -> Res {
    let items = this.drain(vm)?;
    (collector.0)(vm, items)
}

fn collect_by(vm: &mut Vm, this: &Stream, maker: Func, add: Func, _: &Value) -> Res {
    let (made, mut pipe) = (vm.call_func(maker, &[])?, this.open(vm)?);
    while let Some(item) = pipe(vm)? {
        vm.tick()?;
        vm.call_func(add, &[made.clone(), item])?.done();
    }
    Ok(made)
}

fn to_array(vm: &mut Vm, this: &Stream) -> Res<Rc<Array>> {
    Ok(Array::new(this.kind.component(), this.drain(vm)?.into_vec()))
}

fn to_array_by(vm: &mut Vm, this: &Stream, maker: Func) -> Res {
    let items = this.drain(vm)?;
    let made = vm.call_func(maker, &[Value::int(crate::jdk::util::elements::int_size(items.len()))])?;
    let component = if let Value::Array(array) = &made {
        array.component
    } else {
        Kind::Objects.component()
    };
    Ok(Array::new(component, items.into_vec()).into())
}

fn to_list(vm: &mut Vm, this: &Stream) -> Res<Rc<List>> {
    Ok(immutable::list(this.drain(vm)?.into_vec()))
}

fn to_set(vm: &mut Vm, this: &Stream) -> Res {
    let items = this.drain(vm)?;
    crate::jdk::util::set_kinds::hashed(vm, &items).map(Value::Set)
}

fn best(vm: &mut Vm, this: &Stream, order: Func, wanted: Ordering) -> Res {
    let items = this.drain(vm)?;
    let best = extreme(vm, Iter::gathered(items), &By::Comparator(order.0), wanted)?;
    Ok(optional::of_kind(this.kind, best))
}

/// Of several greatest elements Java gives the last.
fn max(vm: &mut Vm, this: &Stream, order: Func) -> Res {
    let mut items = this.drain(vm)?;
    items.reverse();
    let best = extreme(vm, Iter::gathered(items), &By::Comparator(order.0), Ordering::Greater)?;
    Ok(optional::of_kind(this.kind, best))
}

fn min(vm: &mut Vm, this: &Stream, order: Func) -> Res {
    best(vm, this, order, Ordering::Less)
}
