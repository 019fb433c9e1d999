//! Where streams come from: collections, arrays, values, ranges, functions.

use super::{Kind, Stream};
use crate::heap::Gathered;
use crate::registry::{Class, Func, Items, Member, class, function, method, native, unbound};
use crate::semantics::number::narrow_to_i64;
use crate::value::{Array, HostType, Value};
use crate::{Res, Vm};
use std::cell::RefCell;

/// `Stream`'s statics.
pub const STREAM_MEMBERS: &[Member] = &[
    function("builder(): Stream.Builder", &unbound(builder)).doc("What collects the elements of a stream to be."),
    function("concat(Stream first, Stream second): Stream", &unbound(concat))
        .doc("The elements of one, then of another."),
    function("empty(): Stream", &unbound(|| Stream::of_items(Kind::Objects, vec![]))).doc("No elements."),
    function(
        "generate(Supplier maker): Stream",
        &unbound(|f: Func| generated(Kind::Objects, f)),
    )
    .doc("What a function makes, without end."),
    function(
        "iterate(Object first, UnaryOperator next): Stream",
        &unbound(|v: &Value, f: Func| iterated(Kind::Objects, v, None, f)),
    )
    .doc("A value, and what a function makes of each, without end."),
    function(
        "iterate(Object first, Predicate more, UnaryOperator next): Stream",
        &unbound(|v: &Value, t: Func, f: Func| iterated(Kind::Objects, v, Some(t), f)),
    )
    .doc("A value, and what a function makes of each, while a test passes."),
    function(
        "of(Object item): Stream",
        &unbound(|item: &Value| Stream::of_items(Kind::Objects, vec![item.clone()])),
    ),
    function("of(Object... items): Stream", &unbound(of)).doc("These elements."),
    function("ofNullable(Object item): Stream", &unbound(of_nullable)).doc("One element; none for null."),
];

/// `IntStream`'s statics.
pub const INT_MEMBERS: &[Member] = &[
    function("concat(IntStream first, IntStream second): IntStream", &unbound(concat))
        .doc("The elements of one, then of another."),
    function("empty(): IntStream", &unbound(|| Stream::of_items(Kind::Ints, vec![]))).doc("No elements."),
    function(
        "generate(IntSupplier maker): IntStream",
        &unbound(|f: Func| generated(Kind::Ints, f)),
    )
    .doc("What a function makes, without end."),
    function(
        "iterate(int first, IntUnaryOperator next): IntStream",
        &unbound(|v: &Value, f: Func| iterated(Kind::Ints, v, None, f)),
    )
    .doc("A number, and what a function makes of each, without end."),
    function(
        "iterate(int first, IntPredicate more, IntUnaryOperator next): IntStream",
        &unbound(|v: &Value, t: Func, f: Func| iterated(Kind::Ints, v, Some(t), f)),
    )
    .doc("The same, while a test passes."),
    function(
        "of(int... items): IntStream",
        &unbound(|vm: &mut Vm, items: &[Value]| numbers(vm, Kind::Ints, items)),
    )
    .doc("These elements."),
    function(
        "range(int from, int to): IntStream",
        &unbound(|a: i32, b: i32| range(Kind::Ints, a as i64, b as i64)),
    )
    .doc("The numbers from one to before another."),
    function(
        "rangeClosed(int from, int to): IntStream",
        &unbound(|a: i32, b: i32| range(Kind::Ints, a as i64, b as i64 + 1)),
    )
    .doc("The numbers from one to another."),
];

/// `LongStream`'s statics.
pub const LONG_MEMBERS: &[Member] = &[
    function(
        "concat(LongStream first, LongStream second): LongStream",
        &unbound(concat),
    )
    .doc("The elements of one, then of another."),
    function(
        "empty(): LongStream",
        &unbound(|| Stream::of_items(Kind::Longs, vec![])),
    )
    .doc("No elements."),
    function(
        "generate(LongSupplier maker): LongStream",
        &unbound(|f: Func| generated(Kind::Longs, f)),
    )
    .doc("What a function makes, without end."),
    function(
        "iterate(long first, LongUnaryOperator next): LongStream",
        &unbound(|v: &Value, f: Func| iterated(Kind::Longs, v, None, f)),
    )
    .doc("A number, and what a function makes of each, without end."),
    function(
        "iterate(long first, LongPredicate more, LongUnaryOperator next): LongStream",
        &unbound(|v: &Value, t: Func, f: Func| iterated(Kind::Longs, v, Some(t), f)),
    )
    .doc("The same, while a test passes."),
    function(
        "of(long... items): LongStream",
        &unbound(|vm: &mut Vm, items: &[Value]| numbers(vm, Kind::Longs, items)),
    )
    .doc("These elements."),
    function(
        "range(long from, long to): LongStream",
        &unbound(|a: i64, b: i64| range(Kind::Longs, a, b)),
    )
    .doc("The numbers from one to before another."),
    function(
        "rangeClosed(long from, long to): LongStream",
        &unbound(|a: i64, b: i64| range(Kind::Longs, a, b.saturating_add(1))),
    )
    .doc("The numbers from one to another."),
];

/// `DoubleStream`'s statics.
pub const DOUBLE_MEMBERS: &[Member] = &[
    function(
        "concat(DoubleStream first, DoubleStream second): DoubleStream",
        &unbound(concat),
    )
    .doc("The elements of one, then of another."),
    function(
        "empty(): DoubleStream",
        &unbound(|| Stream::of_items(Kind::Doubles, vec![])),
    )
    .doc("No elements."),
    function(
        "generate(DoubleSupplier maker): DoubleStream",
        &unbound(|f: Func| generated(Kind::Doubles, f)),
    )
    .doc("What a function makes, without end."),
    function(
        "iterate(double first, DoubleUnaryOperator next): DoubleStream",
        &unbound(|v: &Value, f: Func| iterated(Kind::Doubles, v, None, f)),
    )
    .doc("A number, and what a function makes of each, without end."),
    function(
        "of(double... items): DoubleStream",
        &unbound(|vm: &mut Vm, items: &[Value]| numbers(vm, Kind::Doubles, items)),
    )
    .doc("These elements."),
];

/// `collection.stream()`.
pub fn of_collection(vm: &mut Vm, items: Items) -> Res {
    let mut walk = vm.iterate(items.0)?;
    Ok(Stream::create(Kind::Objects, move |vm| walk.next(vm)))
}

/// `array.stream()`, `Arrays.stream(array)`.
pub fn of_array(array: &Array) -> Value {
    use crate::registry::ClassId;
    let kind = match array.component {
        ClassId::PRIMITIVE_INT => Kind::Ints,
        ClassId::PRIMITIVE_LONG => Kind::Longs,
        ClassId::PRIMITIVE_DOUBLE => Kind::Doubles,
        _ => Kind::Objects,
    };
    Stream::of_items(kind, array.to_vec())
}

fn of(items: &[Value]) -> Value {
    Stream::of_items(Kind::Objects, super::super::immutable::spread(items))
}

fn of_nullable(item: &Value) -> Value {
    let items = if item.is_null() { vec![] } else { vec![item.clone()] };
    Stream::of_items(Kind::Objects, items)
}

fn numbers(vm: &mut Vm, kind: Kind, items: &[Value]) -> Res {
    let mut out = Gathered::new();
    for item in crate::gdk::closures::variable(items) {
        let item = kind.convert(vm, item)?;
        out.push(vm, item)?;
    }
    Ok(Stream::of_gathered(kind, out))
}

/// The numbers from one to before another.
fn range(kind: Kind, from: i64, to: i64) -> Value {
    let mut next = from;
    Stream::create(kind, move |vm| {
        vm.tick()?;
        if next >= to {
            return Ok(None);
        }
        next += 1;
        let number = next - 1;
        Ok(Some(if kind == Kind::Ints {
            Value::int(number as i32)
        } else {
            Value::Long(number)
        }))
    })
}

fn generated(kind: Kind, maker: Func) -> Value {
    let maker = maker.0.clone();
    Stream::create(kind, move |vm| {
        vm.tick()?;
        let made = vm.call_func(Func(&maker), &[])?;
        kind.convert(vm, made).map(Some)
    })
}

fn iterated(kind: Kind, first: &Value, more: Option<Func>, next: Func) -> Value {
    let (mut current, first) = (None::<Value>, first.clone());
    let (more, next) = (more.map(|f| f.0.clone()), next.0.clone());
    Stream::create(kind, move |vm| {
        vm.tick()?;
        let made = match &current {
            None => first.clone(),
            Some(value) => vm.call_func(Func(&next), std::slice::from_ref(value))?,
        };
        let made = kind.convert(vm, made)?;
        if let Some(more) = &more
            && !crate::gdk::closures::test_func(vm, Func(more), &made)?
        {
            return Ok(None);
        }
        current = Some(made.clone());
        Ok(Some(made))
    })
}

fn concat(vm: &mut Vm, first: &Stream, second: &Stream) -> Res {
    let (mut first, mut second) = (first.open(vm)?, second.open(vm)?);
    let (kind, mut ended) = (Kind::Objects, false);
    Ok(Stream::create(kind, move |vm| {
        if !ended {
            if let Some(item) = first(vm)? {
                return Ok(Some(item));
            }
            ended = true;
        }
        second(vm)
    }))
}

/// `java.util.stream.Stream.Builder`.
pub struct Builder(RefCell<Gathered>);

impl HostType for Builder {
    const NAME: &'static str = "java.util.stream.Stream$Builder";
    fn class() -> &'static Class {
        &BUILDER
    }
}

/// Its class.
pub static BUILDER: Class = class(Builder::NAME)
    .doc("What collects the elements of a stream to be.")
    .members(&[
        method(
            "accept(Object item): void",
            &native(|vm: &mut Vm, b: &Builder, item: &Value| b.0.borrow_mut().push(vm, item.clone())),
        )
        .doc("Adds an element."),
        method("add(Object item): Stream.Builder", &native(add)).doc("Adds an element; gives the builder back."),
        method(
            "build(): Stream",
            &native(|b: &Builder| Stream::of_gathered(Kind::Objects, b.0.take())),
        )
        .doc("The stream."),
    ]);

fn builder() -> Builder {
    Builder(RefCell::default())
}

fn add(vm: &mut Vm, this: &Value, item: &Value) -> Res {
    if let Some(builder) = this.as_host::<Builder>() {
        builder.0.borrow_mut().push(vm, item.clone())?;
    }
    Ok(this.clone())
}

/// A count given by a script, which must not be negative.
pub fn whole(vm: &mut Vm, count: &Value) -> Res<u64> {
    let count = narrow_to_i64(count).unwrap_or(0);
    u64::try_from(count).map_err(|_| vm.illegal_argument(count))
}
