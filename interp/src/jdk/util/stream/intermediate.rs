//! Operations that give another stream.

use super::sources::whole;
use super::{Kind, Pipe, Stream};
use crate::gdk::closures::test_func;
use crate::heap::Gathered;
use crate::jdk::util::comparison::{By, sort};
use crate::jdk::util::{iterator, set_kinds};
use crate::registry::{Func, Member, method, native};
use crate::value::{Set, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// What all kinds of streams have.
pub const MEMBERS: &[Member] = &[
    method("close(): void", &native(close)).doc("Runs what `onClose` was given."),
    method("distinct(): BaseStream", &native(distinct)).doc("Each element once."),
    method("dropWhile(Predicate test): BaseStream", &native(skip_while))
        .doc("The elements from the first on that fails the test."),
    method("filter(Predicate test): BaseStream", &native(filter)).doc("The elements that pass the test."),
    method("flatMap(Function change): BaseStream", &native(flat_map))
        .doc("The elements of the streams that the function makes."),
    method("isParallel(): boolean", &native(|_: &Stream| false))
        .doc("False: elements are handled one after the other."),
    method("iterator(): Iterator", &native(iterate)).doc("A walk over the elements."),
    method("limit(long count): BaseStream", &native(limit)).doc("The first elements."),
    method("map(Function change): BaseStream", &native(map)).doc("What the function makes of each element."),
    method("mapMulti(BiConsumer change): BaseStream", &native(map_multi))
        .doc("What the function hands on for each element."),
    method("onClose(Runnable action): BaseStream", &native(on_close)).doc("Something to do when the stream is closed."),
    method("parallel(): BaseStream", &native(same)).doc("The same stream."),
    method("peek(Consumer action): BaseStream", &native(peek)).doc("The same elements, each shown to a function."),
    method("sequential(): BaseStream", &native(same)).doc("The same stream."),
    method("skip(long count): BaseStream", &native(skip)).doc("All but the first elements."),
    method("sorted(): BaseStream", &native(sorted)).doc("The elements in their natural order."),
    method("takeWhile(Predicate test): BaseStream", &native(take_while))
        .doc("The elements up to the first that fails the test."),
    method("unordered(): BaseStream", &native(same)).doc("The same stream."),
];

/// What only `Stream` has.
pub const STREAM_MEMBERS: &[Member] = &[
    method(
        "flatMapToDouble(Function change): DoubleStream",
        &native(|vm: &mut Vm, s: &Stream, f: Func| flat(vm, s, Kind::Doubles, f)),
    )
    .doc("The numbers of the streams that the function makes."),
    method(
        "flatMapToInt(Function change): IntStream",
        &native(|vm: &mut Vm, s: &Stream, f: Func| flat(vm, s, Kind::Ints, f)),
    )
    .doc("The numbers of the streams that the function makes."),
    method(
        "flatMapToLong(Function change): LongStream",
        &native(|vm: &mut Vm, s: &Stream, f: Func| flat(vm, s, Kind::Longs, f)),
    )
    .doc("The numbers of the streams that the function makes."),
    method(
        "mapToDouble(ToDoubleFunction change): DoubleStream",
        &native(to_doubles),
    )
    .doc("The number that the function makes of each element."),
    method("mapToInt(ToIntFunction change): IntStream", &native(to_ints))
        .doc("The number that the function makes of each element."),
    method("mapToLong(ToLongFunction change): LongStream", &native(to_longs))
        .doc("The number that the function makes of each element."),
    method("sorted(Comparator order): Stream", &native(sorted_in)).doc("The elements in an order."),
];

/// What only `IntStream` has.
pub const INT_MEMBERS: &[Member] = &[
    method(
        "asDoubleStream(): DoubleStream",
        &native(|vm: &mut Vm, s: &Stream| convert(vm, s, Kind::Doubles)),
    )
    .doc("The same numbers as doubles."),
    method(
        "asLongStream(): LongStream",
        &native(|vm: &mut Vm, s: &Stream| convert(vm, s, Kind::Longs)),
    )
    .doc("The same numbers as longs."),
    method(
        "mapToDouble(IntToDoubleFunction change): DoubleStream",
        &native(to_doubles),
    )
    .doc("The number that the function makes of each element."),
    method("mapToLong(IntToLongFunction change): LongStream", &native(to_longs))
        .doc("The number that the function makes of each element."),
];

/// What only `LongStream` has.
pub const LONG_MEMBERS: &[Member] = &[
    method(
        "asDoubleStream(): DoubleStream",
        &native(|vm: &mut Vm, s: &Stream| convert(vm, s, Kind::Doubles)),
    )
    .doc("The same numbers as doubles."),
    method(
        "mapToDouble(LongToDoubleFunction change): DoubleStream",
        &native(to_doubles),
    )
    .doc("The number that the function makes of each element."),
    method("mapToInt(LongToIntFunction change): IntStream", &native(to_ints))
        .doc("The number that the function makes of each element."),
];

/// What only `DoubleStream` has.
pub const DOUBLE_MEMBERS: &[Member] = &[
    method("mapToInt(DoubleToIntFunction change): IntStream", &native(to_ints))
        .doc("The number that the function makes of each element."),
    method("mapToLong(DoubleToLongFunction change): LongStream", &native(to_longs))
        .doc("The number that the function makes of each element."),
];

fn same(this: &Value) -> Value {
    this.clone()
}

fn on_close(this: &Value, action: &Value) -> Value {
    if let Some(stream) = this.as_host::<Stream>() {
        stream.on_close.borrow_mut().push(action.clone());
    }
    this.clone()
}

fn close(vm: &mut Vm, this: &Stream) -> Res<()> {
    drop(this.pipe.take());
    for action in this.on_close.take() {
        vm.call_func(Func(&action), &[])?.done();
    }
    Ok(())
}

fn iterate(vm: &mut Vm, this: &Stream) -> Res {
    // Scripts ask for the iterator to walk over all elements; endless streams are cut by `limit` before.
    let items = this.drain(vm)?;
    iterator::of(vm, &Value::from(items))
}

fn filter(vm: &mut Vm, this: &Stream, test: Func) -> Res {
    let (mut pipe, test) = (this.open(vm)?, test.0.clone());
    Ok(Stream::create(this.kind, move |vm| {
        while let Some(item) = pipe(vm)? {
            vm.tick()?;
            if test_func(vm, Func(&test), &item)? {
                return Ok(Some(item));
            }
        }
        Ok(None)
    }))
}

/// What a function makes of each element, as another kind of stream.
pub fn map_to(vm: &mut Vm, this: &Stream, kind: Kind, change: Func) -> Res {
    let (mut pipe, change) = (this.open(vm)?, change.0.clone());
    Ok(Stream::create(kind, move |vm| {
        let Some(item) = pipe(vm)? else { return Ok(None) };
        let made = vm.call_func(Func(&change), &[item])?;
        kind.convert(vm, made).map(Some)
    }))
}

fn map(vm: &mut Vm, this: &Stream, change: Func) -> Res {
    map_to(vm, this, this.kind, change)
}

fn to_ints(vm: &mut Vm, this: &Stream, change: Func) -> Res {
    map_to(vm, this, Kind::Ints, change)
}

fn to_longs(vm: &mut Vm, this: &Stream, change: Func) -> Res {
    map_to(vm, this, Kind::Longs, change)
}

fn to_doubles(vm: &mut Vm, this: &Stream, change: Func) -> Res {
    map_to(vm, this, Kind::Doubles, change)
}

/// The same elements as another kind of stream.
pub fn convert(vm: &mut Vm, this: &Stream, kind: Kind) -> Res {
    let mut pipe = this.open(vm)?;
    Ok(Stream::create(kind, move |vm| match pipe(vm)? {
        Some(item) => kind.convert(vm, item).map(Some),
        None => Ok(None),
    }))
}

fn flat_map(vm: &mut Vm, this: &Stream, change: Func) -> Res {
    flat(vm, this, this.kind, change)
}

/// The elements of the streams that a function makes; null counts as an empty one.
fn flat(vm: &mut Vm, this: &Stream, kind: Kind, change: Func) -> Res {
    let (mut pipe, change) = (this.open(vm)?, change.0.clone());
    let mut inner: Option<Pipe> = None;
    Ok(Stream::create(kind, move |vm| {
        loop {
            vm.tick()?;
            if let Some(current) = &mut inner {
                if let Some(item) = current(vm)? {
                    return Ok(Some(item));
                }
                inner = None;
            }
            let Some(item) = pipe(vm)? else { return Ok(None) };
            let made = vm.call_func(Func(&change), &[item])?;
            inner = match made.as_host::<Stream>() {
                Some(stream) => Some(stream.open(vm)?),
                None if made.is_null() => None,
                None => return Err(vm.illegal_argument("flatMap needs a function that gives streams")),
            };
        }
    }))
}

fn map_multi(vm: &mut Vm, this: &Stream, change: Func) -> Res {
    let (kind, mut out) = (this.kind, Gathered::new());
    for item in this.drain(vm)? {
        let sink = crate::value::List::new(Vec::new());
        let target = sink.clone();
        let hand_on = crate::value::Closure::native(Value::Null, 1, vec![], move |_, args| {
            target.change(|items| items.extend(args.first().cloned()));
            Ok(Value::Null)
        });
        vm.call_func(change, &[item, hand_on.into()])?.done();
        out.extend(vm, sink.to_vec().into_iter())?;
    }
    Ok(Stream::of_gathered(kind, out))
}

fn peek(vm: &mut Vm, this: &Stream, action: Func) -> Res {
    let (mut pipe, action) = (this.open(vm)?, action.0.clone());
    Ok(Stream::create(this.kind, move |vm| {
        let item = pipe(vm)?;
        if let Some(item) = &item {
            vm.call_func(Func(&action), std::slice::from_ref(item))?.done();
        }
        Ok(item)
    }))
}

fn limit(vm: &mut Vm, this: &Stream, count: &Value) -> Res {
    let (mut left, mut pipe) = (whole(vm, count)?, this.open(vm)?);
    Ok(Stream::create(this.kind, move |vm| {
        if left == 0 {
            return Ok(None);
        }
        left -= 1;
        pipe(vm)
    }))
}

fn skip(vm: &mut Vm, this: &Stream, count: &Value) -> Res {
    let (mut left, mut pipe) = (whole(vm, count)?, this.open(vm)?);
    Ok(Stream::create(this.kind, move |vm| {
        while left > 0 {
            left -= 1;
            vm.tick()?;
            if pipe(vm)?.is_none() {
                left = 0;
            }
        }
        pipe(vm)
    }))
}

fn take_while(vm: &mut Vm, this: &Stream, test: Func) -> Res {
    let (mut pipe, test, mut ended) = (this.open(vm)?, test.0.clone(), false);
    Ok(Stream::create(this.kind, move |vm| {
        if ended {
            return Ok(None);
        }
        match pipe(vm)? {
            Some(item) if test_func(vm, Func(&test), &item)? => Ok(Some(item)),
            _ => {
                ended = true;
                Ok(None)
            }
        }
    }))
}

fn skip_while(vm: &mut Vm, this: &Stream, test: Func) -> Res {
    let (mut pipe, test, mut begun) = (this.open(vm)?, test.0.clone(), false);
    Ok(Stream::create(this.kind, move |vm| {
        loop {
            vm.tick()?;
            let Some(item) = pipe(vm)? else { return Ok(None) };
            if begun || !test_func(vm, Func(&test), &item)? {
                begun = true;
                return Ok(Some(item));
            }
        }
    }))
}

fn distinct(vm: &mut Vm, this: &Stream) -> Res {
    let mut pipe = this.open(vm)?;
    let seen: Rc<Set> = set_kinds::hashed(vm, &[])?;
    Ok(Stream::create(this.kind, move |vm| {
        while let Some(item) = pipe(vm)? {
            vm.tick()?;
            if vm.set_add(&seen, &item)? {
                return Ok(Some(item));
            }
        }
        Ok(None)
    }))
}

/// Sorts when the first element is asked for.
fn ordered(vm: &mut Vm, this: &Stream, order: Value) -> Res {
    let mut pipe = this.open(vm)?;
    let mut sorted: Option<crate::heap::IntoIter<Value>> = None;
    Ok(Stream::create(this.kind, move |vm| {
        if sorted.is_none() {
            let mut items = Gathered::new();
            while let Some(item) = pipe(vm)? {
                items.push(vm, item)?;
            }
            sort(vm, &mut items, &By::of_sorted(&order))?;
            sorted = Some(items.into_iter());
        }
        Ok(sorted.as_mut().and_then(Iterator::next))
    }))
}

fn sorted(vm: &mut Vm, this: &Stream) -> Res {
    ordered(vm, this, Value::Null)
}

fn sorted_in(vm: &mut Vm, this: &Stream, order: Option<Func>) -> Res {
    ordered(vm, this, order.map_or(Value::Null, |o| o.0.clone()))
}
