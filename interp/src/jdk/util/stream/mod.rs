//! `java.util.stream`: streams as pipes from which elements are pulled one by one, and collectors.
//!
//! One Rust type stands behind `Stream`, `IntStream`, `LongStream` and `DoubleStream`; [`Kind`] says which it is.

pub mod collectors;
pub mod intermediate;
pub mod primitive;
pub mod sources;
pub mod terminal;

pub use sources::{of_array, of_collection};

use crate::gdk::{count, join};
use crate::heap::Gathered;
use crate::jdk::throwables;
use crate::registry::{Class, Member, class, interface};
use crate::semantics::number::{narrow_to_i32, narrow_to_i64, to_f64};
use crate::value::{Host, HostType, Value};
use crate::{Res, Vm};
use std::cell::RefCell;

/// What a stream's elements are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Any objects.
    Objects,
    /// `int`.
    Ints,
    /// `long`.
    Longs,
    /// `double`.
    Doubles,
}

impl Kind {
    fn class(self) -> &'static Class {
        match self {
            Kind::Objects => &PIPELINE,
            Kind::Ints => &INT_PIPELINE,
            Kind::Longs => &LONG_PIPELINE,
            Kind::Doubles => &DOUBLE_PIPELINE,
        }
    }

    /// An element as this kind of stream holds it.
    pub fn convert(self, vm: &mut Vm, value: Value) -> Res {
        let converted = match self {
            Kind::Objects => return Ok(value),
            Kind::Ints => match value {
                Value::Char(c) => Some(Value::int(c.get())),
                ref other => narrow_to_i32(other).map(Value::int),
            },
            Kind::Longs => narrow_to_i64(&value).map(Value::Long),
            Kind::Doubles => to_f64(&value).map(Value::double),
        };
        match converted {
            Some(value) => Ok(value),
            None => vm.cast(&value, self.component()),
        }
    }

    /// The class of the elements of `toArray()`.
    pub fn component(self) -> crate::registry::ClassId {
        use crate::registry::ClassId;
        match self {
            Kind::Objects => ClassId::OBJECT,
            Kind::Ints => ClassId::PRIMITIVE_INT,
            Kind::Longs => ClassId::PRIMITIVE_LONG,
            Kind::Doubles => ClassId::PRIMITIVE_DOUBLE,
        }
    }
}

/// Where a stream's elements come from: each call gives the next one.
pub type Pipe = Box<dyn FnMut(&mut Vm) -> Res<Option<Value>>>;

/// A stream: its pipe, until an operation takes it.
pub struct Stream {
    /// What the elements are.
    pub kind: Kind,
    pipe: RefCell<Option<Pipe>>,
    on_close: RefCell<Vec<Value>>,
}

impl HostType for Stream {
    const NAME: &'static str = "java.util.stream.ReferencePipeline";
    fn class() -> &'static Class {
        &PIPELINE
    }
}

impl Stream {
    /// A new stream over a pipe.
    pub fn create(kind: Kind, pipe: impl FnMut(&mut Vm) -> Res<Option<Value>> + 'static) -> Value {
        let pipe: Pipe = Box::new(pipe);
        let stream = Stream {
            kind,
            pipe: RefCell::new(Some(pipe)),
            on_close: RefCell::default(),
        };
        Host::of(kind.class(), stream).into()
    }

    /// A new stream over elements at hand.
    pub fn of_items(kind: Kind, items: Vec<Value>) -> Value {
        Stream::of_gathered(kind, Gathered::of(items))
    }

    /// A new stream over what was gathered.
    pub fn of_gathered(kind: Kind, items: Gathered) -> Value {
        let mut items = items.into_iter();
        Stream::create(kind, move |vm| {
            vm.tick()?;
            Ok(items.next())
        })
    }

    /// Takes the pipe: a stream can be used once.
    pub fn open(&self, vm: &mut Vm) -> Res<Pipe> {
        let pipe = self.pipe.take();
        pipe.ok_or(()).map_err(|()| {
            let message = "stream has already been operated upon or closed";
            vm.throw(&throwables::ILLEGAL_STATE_EXCEPTION, message)
        })
    }

    /// All elements left.
    pub fn drain(&self, vm: &mut Vm) -> Res<Gathered> {
        let mut pipe = self.open(vm)?;
        let mut out = Gathered::new();
        while let Some(item) = pipe(vm)? {
            out.push(vm, item)?;
        }
        Ok(out)
    }
}

/// `java.util.stream.BaseStream`.
pub static BASE: Class = interface("java.util.stream.BaseStream")
    .doc("What all kinds of streams have.")
    .implements(&[&crate::jdk::lang::interfaces::AUTO_CLOSEABLE]);

const STREAM_TABLES: &[&[Member]] = &[
    sources::STREAM_MEMBERS,
    intermediate::MEMBERS,
    intermediate::STREAM_MEMBERS,
    terminal::MEMBERS,
    terminal::STREAM_MEMBERS,
];
const INT_TABLES: &[&[Member]] = &[
    sources::INT_MEMBERS,
    intermediate::MEMBERS,
    intermediate::INT_MEMBERS,
    terminal::MEMBERS,
    primitive::MEMBERS,
];
const LONG_TABLES: &[&[Member]] = &[
    sources::LONG_MEMBERS,
    intermediate::MEMBERS,
    intermediate::LONG_MEMBERS,
    terminal::MEMBERS,
    primitive::MEMBERS,
];
const DOUBLE_TABLES: &[&[Member]] = &[
    sources::DOUBLE_MEMBERS,
    intermediate::MEMBERS,
    intermediate::DOUBLE_MEMBERS,
    terminal::MEMBERS,
    primitive::MEMBERS,
];

/// `java.util.stream.Stream`.
pub static STREAM: Class = interface("java.util.stream.Stream")
    .doc("Elements that operations pass on one by one.")
    .implements(&[&BASE])
    .members(&join::<{ count(STREAM_TABLES) }>(STREAM_TABLES));

/// `java.util.stream.IntStream`.
pub static INT_STREAM: Class = interface("java.util.stream.IntStream")
    .doc("A stream of ints.")
    .implements(&[&BASE])
    .members(&join::<{ count(INT_TABLES) }>(INT_TABLES));

/// `java.util.stream.LongStream`.
pub static LONG_STREAM: Class = interface("java.util.stream.LongStream")
    .doc("A stream of longs.")
    .implements(&[&BASE])
    .members(&join::<{ count(LONG_TABLES) }>(LONG_TABLES));

/// `java.util.stream.DoubleStream`.
pub static DOUBLE_STREAM: Class = interface("java.util.stream.DoubleStream")
    .doc("A stream of doubles.")
    .implements(&[&BASE])
    .members(&join::<{ count(DOUBLE_TABLES) }>(DOUBLE_TABLES));

static PIPELINE: Class = class(Stream::NAME).implements(&[&STREAM]);
static INT_PIPELINE: Class = class("java.util.stream.IntPipeline").implements(&[&INT_STREAM]);
static LONG_PIPELINE: Class = class("java.util.stream.LongPipeline").implements(&[&LONG_STREAM]);
static DOUBLE_PIPELINE: Class = class("java.util.stream.DoublePipeline").implements(&[&DOUBLE_STREAM]);

/// The classes of the package.
pub static CLASSES: &[&Class] = &[
    &BASE,
    &STREAM,
    &INT_STREAM,
    &LONG_STREAM,
    &DOUBLE_STREAM,
    &PIPELINE,
    &INT_PIPELINE,
    &LONG_PIPELINE,
    &DOUBLE_PIPELINE,
    &collectors::COLLECTOR,
    &collectors::COLLECTORS,
    &sources::BUILDER,
];
