//! `java.util.stream.Collector` and `Collectors`: each collector is a function from all elements to a result.

use super::primitive::{add_up, mean};
use super::{Kind, Stream};
use crate::gdk::closures::test_func;
use crate::heap::Gathered;
use crate::jdk::throwables;
use crate::jdk::util::comparison::{By, extreme};
use crate::jdk::util::summary::Summary;
use crate::jdk::util::{elements, immutable, map, map_kinds, optional, set_kinds};
use crate::registry::{Class, ClassId, Func, Items, Kind as MemberKind, class, function, raw, slice, unbound};
use crate::semantics::iterate::Iter;
use crate::value::{HostType, Map, Str, Table, Value};
use crate::{Res, Vm};
use std::cmp::Ordering;
use std::rc::Rc;

/// What a collector makes of all elements.
type Finish = dyn Fn(&mut Vm, Gathered) -> Res;

/// A collector.
#[derive(Clone)]
pub struct Collector(pub Rc<Finish>);

impl HostType for Collector {
    const NAME: &'static str = "java.util.stream.Collector";
    fn class() -> &'static Class {
        &COLLECTOR
    }
}

/// `java.util.stream.Collector`.
pub static COLLECTOR: Class = class(Collector::NAME)
    .doc("What `stream.collect` makes of the elements.")
    .members(&[raw(
        MemberKind::Static,
        "of(Supplier maker, BiConsumer add, BinaryOperator join, Object... rest): Collector",
        &slice(custom),
    )
    .doc("A collector from functions.")]);

/// `java.util.stream.Collectors`.
pub static COLLECTORS: Class = class("java.util.stream.Collectors")
    .doc("The usual collectors.")
    .members(&[
        function(
            "averagingDouble(ToDoubleFunction number): Collector",
            &unbound(|f: Func| averaging(Kind::Doubles, f)),
        )
        .doc("The mean of numbers."),
        function(
            "averagingInt(ToIntFunction number): Collector",
            &unbound(|f: Func| averaging(Kind::Ints, f)),
        )
        .doc("The mean of numbers."),
        function(
            "averagingLong(ToLongFunction number): Collector",
            &unbound(|f: Func| averaging(Kind::Longs, f)),
        )
        .doc("The mean of numbers."),
        function(
            "collectingAndThen(Collector first, Function then): Collector",
            &unbound(and_then),
        )
        .doc("What a function makes of a collector's result."),
        function("counting(): Collector", &unbound(counting)).doc("The number of elements, as a Long."),
        function(
            "filtering(Predicate test, Collector then): Collector",
            &unbound(filtering),
        )
        .doc("What a collector makes of those that pass a test."),
        function(
            "flatMapping(Function change, Collector then): Collector",
            &unbound(flat_mapping),
        )
        .doc("What a collector makes of the elements of streams."),
        function("groupingBy(Function key): Collector", &unbound(grouping)).doc("Lists of elements by key."),
        function(
            "groupingBy(Function key, Collector then): Collector",
            &unbound(grouping_then),
        )
        .doc("What a collector makes of the elements of each key."),
        function(
            "groupingBy(Function key, Supplier maker, Collector then): Collector",
            &unbound(grouping_into),
        )
        .doc("The same, in a map of one's own."),
        function("joining(): Collector", &unbound(|| joining(&Str::new("")))).doc("The texts one after the other."),
        function("joining(CharSequence separator): Collector", &unbound(joining))
            .doc("The texts with something between them."),
        function(
            "joining(CharSequence separator, CharSequence before, CharSequence after): Collector",
            &unbound(joining_in),
        )
        .doc("The texts with something between, before and after them."),
        function("mapping(Function change, Collector then): Collector", &unbound(mapping))
            .doc("What a collector makes of changed elements."),
        function(
            "maxBy(Comparator order): Collector",
            &unbound(|o: Func| best(o, Ordering::Greater)),
        )
        .doc("The greatest element, if there is one."),
        function(
            "minBy(Comparator order): Collector",
            &unbound(|o: Func| best(o, Ordering::Less)),
        )
        .doc("The least element, if there is one."),
        function("partitioningBy(Predicate test): Collector", &unbound(partitioning))
            .doc("Two lists: what fails the test and what passes it."),
        function(
            "partitioningBy(Predicate test, Collector then): Collector",
            &unbound(partitioning_then),
        )
        .doc("What a collector makes of what fails and of what passes."),
        function("reducing(BinaryOperator join): Collector", &unbound(reducing))
            .doc("The elements folded, if there are any."),
        function(
            "reducing(Object start, BinaryOperator join): Collector",
            &unbound(reducing_from),
        )
        .doc("The elements folded, beginning with a value."),
        function(
            "reducing(Object start, Function change, BinaryOperator join): Collector",
            &unbound(reducing_changed),
        )
        .doc("The changed elements folded."),
        function(
            "summarizingDouble(ToDoubleFunction number): Collector",
            &unbound(|f: Func| summarizing(Kind::Doubles, f)),
        )
        .doc("Number, sum, least, greatest and mean."),
        function(
            "summarizingInt(ToIntFunction number): Collector",
            &unbound(|f: Func| summarizing(Kind::Ints, f)),
        )
        .doc("Number, sum, least, greatest and mean."),
        function(
            "summarizingLong(ToLongFunction number): Collector",
            &unbound(|f: Func| summarizing(Kind::Longs, f)),
        )
        .doc("Number, sum, least, greatest and mean."),
        function(
            "summingDouble(ToDoubleFunction number): Collector",
            &unbound(|f: Func| summing(Kind::Doubles, f)),
        )
        .doc("Numbers added up."),
        function(
            "summingInt(ToIntFunction number): Collector",
            &unbound(|f: Func| summing(Kind::Ints, f)),
        )
        .doc("Numbers added up."),
        function(
            "summingLong(ToLongFunction number): Collector",
            &unbound(|f: Func| summing(Kind::Longs, f)),
        )
        .doc("Numbers added up."),
        function(
            "teeing(Collector first, Collector second, BiFunction join): Collector",
            &unbound(teeing),
        )
        .doc("What a function makes of two collectors' results."),
        function("toCollection(Supplier maker): Collector", &unbound(to_collection))
            .doc("A collection of one's own, filled."),
        function("toList(): Collector", &unbound(to_list)).doc("A new list."),
        function("toMap(Function key, Function value): Collector", &unbound(to_map))
            .doc("A map; a repeated key is an exception."),
        function(
            "toMap(Function key, Function value, BinaryOperator join): Collector",
            &unbound(to_map_joining),
        )
        .doc("A map; the values of a repeated key are joined."),
        function(
            "toMap(Function key, Function value, BinaryOperator join, Supplier maker): Collector",
            &unbound(to_map_into),
        )
        .doc("The same, in a map of one's own."),
        function("toSet(): Collector", &unbound(to_set)).doc("A new set."),
        function("toUnmodifiableList(): Collector", &unbound(to_unmodifiable_list)).doc("An immutable list."),
        function(
            "toUnmodifiableMap(Function key, Function value): Collector",
            &unbound(to_unmodifiable_map),
        )
        .doc("An immutable map."),
        function("toUnmodifiableSet(): Collector", &unbound(to_unmodifiable_set)).doc("An immutable set."),
    ]);

fn collector(collect: impl Fn(&mut Vm, Gathered) -> Res + 'static) -> Collector {
    Collector(Rc::new(collect))
}

fn custom(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    let [maker, add, _, rest @ ..] = args else {
        return Err(vm.illegal_argument("Collector.of needs a supplier, an accumulator and a combiner"));
    };
    let finish = rest.first().filter(|f| matches!(f, Value::Closure(_))).cloned();
    let (maker, add) = (maker.clone(), add.clone());
    Ok(Value::host(collector(move |vm, items| {
        let made = vm.call_func(Func(&maker), &[])?;
        for item in items {
            vm.tick()?;
            vm.call_func(Func(&add), &[made.clone(), item])?.done();
        }
        match &finish {
            Some(finish) => vm.call_func(Func(finish), &[made]),
            None => Ok(made),
        }
    })))
}

/// What a function makes of each element.
fn changed(vm: &mut Vm, items: Gathered, kind: Kind, change: &Value) -> Res<Gathered> {
    let mut out = Gathered::with_capacity(vm, items.len())?;
    for item in items {
        vm.tick()?;
        let made = vm.call_func(Func(change), &[item])?;
        let made = kind.convert(vm, made)?;
        out.push(vm, made)?;
    }
    Ok(out)
}

fn averaging(kind: Kind, number: Func) -> Collector {
    let number = number.0.clone();
    collector(move |vm, items| {
        let numbers = changed(vm, items, kind, &number)?;
        Ok(Value::double(mean(kind, &numbers).unwrap_or(0.0)))
    })
}

fn summing(kind: Kind, number: Func) -> Collector {
    let number = number.0.clone();
    collector(move |vm, items| Ok(add_up(kind, &changed(vm, items, kind, &number)?)))
}

fn summarizing(kind: Kind, number: Func) -> Collector {
    let number = number.0.clone();
    collector(move |vm, items| Ok(Summary::of(kind, &changed(vm, items, kind, &number)?)))
}

fn and_then(first: &Collector, then: Func) -> Collector {
    let (first, then) = (first.clone(), then.0.clone());
    collector(move |vm, items| {
        let result = (first.0)(vm, items)?;
        vm.call_func(Func(&then), &[result])
    })
}

fn counting() -> Collector {
    collector(|_, items| Ok(Value::Long(items.len() as i64)))
}

fn filtering(test: Func, then: &Collector) -> Collector {
    let (test, then) = (test.0.clone(), then.clone());
    collector(move |vm, items| {
        let mut kept = Gathered::new();
        for item in items {
            if test_func(vm, Func(&test), &item)? {
                kept.push(vm, item)?;
            }
        }
        (then.0)(vm, kept)
    })
}

fn flat_mapping(change: Func, then: &Collector) -> Collector {
    let (change, then) = (change.0.clone(), then.clone());
    collector(move |vm, items| {
        let mut all = Gathered::new();
        for made in changed(vm, items, Kind::Objects, &change)? {
            if let Some(stream) = made.as_host::<Stream>() {
                let drained = stream.drain(vm)?;
                all.extend(vm, drained.into_iter())?;
            }
        }
        (then.0)(vm, all)
    })
}

fn mapping(change: Func, then: &Collector) -> Collector {
    let (change, then) = (change.0.clone(), then.clone());
    collector(move |vm, items| {
        let made = changed(vm, items, Kind::Objects, &change)?;
        (then.0)(vm, made)
    })
}

fn grouping(key: Func) -> Collector {
    grouping_then(key, &to_list())
}

fn grouping_then(key: Func, then: &Collector) -> Collector {
    group(key.0.clone(), None, then.clone())
}

fn grouping_into(key: Func, maker: Func, then: &Collector) -> Collector {
    group(key.0.clone(), Some(maker.0.clone()), then.clone())
}

/// A new `HashMap`.
fn hash_map() -> Rc<Map> {
    Map::of(
        ClassId::HASH_MAP,
        Table::new(map_kinds::order(ClassId::HASH_MAP)),
        Value::Null,
    )
}

/// The map that a supplier makes; a `HashMap` without one.
fn made_map(vm: &mut Vm, maker: Option<&Value>) -> Res<Rc<Map>> {
    let Some(maker) = maker else { return Ok(hash_map()) };
    match vm.call_func(Func(maker), &[])? {
        Value::Map(map) => Ok(map),
        _ => Err(vm.illegal_argument("the supplier of a map must give a map")),
    }
}

fn group(key: Value, maker: Option<Value>, then: Collector) -> Collector {
    collector(move |vm, items| {
        let groups = Map::empty();
        for item in items {
            vm.tick()?;
            let key = vm.call_func(Func(&key), std::slice::from_ref(&item))?;
            if key.is_null() {
                return Err(vm.null_pointer("element cannot be mapped to a null key"));
            }
            crate::gdk::grouping::group_one(vm, &groups, &key, item)?;
        }
        let out = made_map(vm, maker.as_ref())?;
        for (key, group) in vm.pairs(&Value::Map(groups))? {
            let group = vm.items(&group)?;
            let result = (then.0)(vm, group)?;
            vm.map_put(&out, &key, result)?;
        }
        Ok(Value::Map(out))
    })
}

fn joining(separator: &Rc<Str>) -> Collector {
    joining_in(separator, &Str::new(""), &Str::new(""))
}

fn joining_in(separator: &Rc<Str>, before: &Rc<Str>, after: &Rc<Str>) -> Collector {
    let (separator, before, after) = (separator.clone(), before.clone(), after.clone());
    collector(move |vm, items| {
        let joined = crate::gdk::collecting::join(vm, Items(&Value::from(items)), Some(&separator))?;
        Ok(Value::Str(before.concat(&joined).concat(&after)))
    })
}

fn best(order: Func, wanted: Ordering) -> Collector {
    let order = order.0.clone();
    collector(move |vm, items| {
        let best = extreme(vm, Iter::gathered(items), &By::Comparator(&order), wanted)?;
        Ok(optional::of_kind(Kind::Objects, best))
    })
}

fn partitioning(test: Func) -> Collector {
    partitioning_then(test, &to_list())
}

fn partitioning_then(test: Func, then: &Collector) -> Collector {
    let (test, then) = (test.0.clone(), then.clone());
    collector(move |vm, items| {
        let (mut no, mut yes) = (Gathered::new(), Gathered::new());
        for item in items {
            if test_func(vm, Func(&test), &item)? {
                yes.push(vm, item)?;
            } else {
                no.push(vm, item)?;
            }
        }
        let out = Map::empty();
        let (no, yes) = ((then.0)(vm, no)?, (then.0)(vm, yes)?);
        vm.map_put(&out, &Value::bool(false), no)?;
        vm.map_put(&out, &Value::bool(true), yes)?;
        Ok(Value::Map(out))
    })
}

fn folded(vm: &mut Vm, items: Gathered, start: Option<Value>, join: &Value) -> Res<Option<Value>> {
    let mut folded = start;
    for item in items {
        vm.tick()?;
        folded = Some(match folded {
            Some(folded) => vm.call_func(Func(join), &[folded, item])?,
            None => item,
        });
    }
    Ok(folded)
}

fn reducing(join: Func) -> Collector {
    let join = join.0.clone();
    collector(move |vm, items| Ok(optional::of_kind(Kind::Objects, folded(vm, items, None, &join)?)))
}

fn reducing_from(start: &Value, join: Func) -> Collector {
    let (start, join) = (start.clone(), join.0.clone());
    collector(move |vm, items| Ok(folded(vm, items, Some(start.clone()), &join)?.unwrap_or_default()))
}

fn reducing_changed(start: &Value, change: Func, join: Func) -> Collector {
    let (start, change, join) = (start.clone(), change.0.clone(), join.0.clone());
    collector(move |vm, items| {
        let items = changed(vm, items, Kind::Objects, &change)?;
        Ok(folded(vm, items, Some(start.clone()), &join)?.unwrap_or_default())
    })
}

fn teeing(first: &Collector, second: &Collector, join: Func) -> Collector {
    let (first, second, join) = (first.clone(), second.clone(), join.0.clone());
    collector(move |vm, items| {
        let copy = Gathered::copied(vm, &items)?;
        let one = (first.0)(vm, copy)?;
        let two = (second.0)(vm, items)?;
        vm.call_func(Func(&join), &[one, two])
    })
}

fn to_collection(maker: Func) -> Collector {
    let maker = maker.0.clone();
    collector(move |vm, items| {
        let made = vm.call_func(Func(&maker), &[])?;
        elements::add_all(vm, &made, items.into_vec())?;
        Ok(made)
    })
}

fn to_list() -> Collector {
    collector(|_, items| Ok(Value::from(items)))
}

fn to_set() -> Collector {
    collector(|vm, items| set_kinds::hashed(vm, &items).map(Value::Set))
}

fn to_unmodifiable_list() -> Collector {
    collector(|vm, items| immutable::list_of(vm, &items).map(Value::List))
}

fn to_unmodifiable_set() -> Collector {
    collector(|vm, items| immutable::set_copy(vm, Items(&Value::from(items))).map(Value::Set))
}

fn to_map(key: Func, value: Func) -> Collector {
    mapped(key.0.clone(), value.0.clone(), None, None)
}

fn to_map_joining(key: Func, value: Func, join: Func) -> Collector {
    mapped(key.0.clone(), value.0.clone(), Some(join.0.clone()), None)
}

fn to_map_into(key: Func, value: Func, join: Func, maker: Func) -> Collector {
    mapped(
        key.0.clone(),
        value.0.clone(),
        Some(join.0.clone()),
        Some(maker.0.clone()),
    )
}

fn mapped(key: Value, value: Value, join: Option<Value>, maker: Option<Value>) -> Collector {
    collector(move |vm, items| {
        let out = made_map(vm, maker.as_ref())?;
        for item in items {
            vm.tick()?;
            let key = vm.call_func(Func(&key), std::slice::from_ref(&item))?;
            let new = vm.call_func(Func(&value), std::slice::from_ref(&item))?;
            if new.is_null() {
                return Err(vm.throw_silent(&throwables::NULL_POINTER_EXCEPTION));
            }
            let new = match (vm.map_get(map::base(&out), &key)?, &join) {
                (None, _) => new,
                (Some(old), Some(join)) => vm.call_func(Func(join), &[old, new])?,
                (Some(old), None) => return Err(duplicate_key(vm, &key, &old, &new)),
            };
            map::put(vm, &out, &key, &new)?.done();
        }
        Ok(Value::Map(out))
    })
}

fn duplicate_key(vm: &mut Vm, key: &Value, old: &Value, new: &Value) -> crate::Thrown {
    let texts = [key, old, new].map(|value| vm.to_text(value));
    let [Ok(key), Ok(old), Ok(new)] = texts else {
        return vm.throw(&throwables::ILLEGAL_STATE_EXCEPTION, "Duplicate key");
    };
    let message = format!("Duplicate key {key} (attempted merging values {old} and {new})");
    vm.throw(&throwables::ILLEGAL_STATE_EXCEPTION, message)
}

fn to_unmodifiable_map(key: Func, value: Func) -> Collector {
    let inner = to_map(key, value);
    collector(move |vm, items| {
        let made = (inner.0)(vm, items)?;
        let pairs = vm.pairs(&made)?;
        immutable::map_of_pairs(vm, &pairs).map(Value::Map)
    })
}
