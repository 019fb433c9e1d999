//! Values: what a script holds in a variable.
//!
//! A [`Value`] is a tag and one 64-bit word, so that it travels in two registers. Every payload is a word of the same size
//! at the same place: small numbers are widened ([`Word`], [`Real`]), heap kinds are thin [`Rc`]s. One payload of another
//! size (an `i32`, an `f64`, an `Rc<str>`) would lose that silently and cost a factor of two to three; the benchmarks keep
//! the ratio in view, and the assertion below keeps the size.

mod access;
mod array;
mod builder;
mod closure;
mod counted;
mod debug;
mod entries;
mod from;
mod gstring;
mod host;
mod identity;
mod list;
mod map;
mod object;
mod range;
mod set;
mod shared;
mod string;
mod table;
mod throwable;
mod word;

pub use access::Access;
pub use array::Array;
pub use builder::StrBuilder;
pub use closure::{Closure, Code, NativeBody, Strategy};
pub use counted::Counted;
pub use entries::Entries;
pub use gstring::GString;
pub use host::{Host, HostType};
pub use list::List;
pub use map::Map;
pub use object::Object;
pub use range::Range;
pub use set::Set;
pub use shared::Shared;
pub use string::{Str, Units};
pub(crate) use table::plainly_equal;
pub use table::{Key, Order, Table, TextKey};
pub use throwable::{Place, Throwable};
pub use word::{Real, Real32, Word};

use crate::number::{BigDecimal, BigInteger};
use crate::registry::ClassId;
use std::rc::Rc;

/// One Groovy value. Cheap to clone, confined to its thread.
///
/// `Cell` never reaches a script: it stands in a local slot whose variable a closure captured.
#[derive(Default)]
pub enum Value {
    /// `null`.
    #[default]
    Null,
    /// `java.lang.Boolean`.
    Bool(Word),
    /// `java.lang.Character`: one UTF-16 unit.
    Char(Word),
    /// `java.lang.Byte`.
    Byte(Word),
    /// `java.lang.Short`.
    Short(Word),
    /// `java.lang.Integer`.
    Int(Word),
    /// `java.lang.Long`.
    Long(i64),
    /// `java.lang.Float`.
    Float(Real32),
    /// `java.lang.Double`.
    Double(Real),
    /// `java.lang.Class`, of any class: native, array or script.
    Class(Word),
    /// `java.lang.String`.
    Str(Rc<Str>),
    /// `groovy.lang.GString`.
    GString(Rc<GString>),
    /// `java.math.BigInteger`.
    BigInteger(Rc<Counted<BigInteger>>),
    /// `java.math.BigDecimal`.
    BigDecimal(Rc<Counted<BigDecimal>>),
    /// A `java.util.List` that is stored as one run of elements.
    List(Rc<List>),
    /// A `java.util.Map` of any kind.
    Map(Rc<Map>),
    /// A `java.util.Set` of any kind.
    Set(Rc<Set>),
    /// `groovy.lang.Range`.
    Range(Rc<Range>),
    /// A Java array.
    Array(Rc<Array>),
    /// `groovy.lang.Closure`.
    Closure(Rc<Closure>),
    /// `java.lang.Throwable` and the native classes below it.
    Throwable(Rc<Throwable>),
    /// An instance of a class that a script declares, the script itself included.
    Object(Rc<Object>),
    /// An instance of a native class whose data is a Rust type.
    Host(Rc<Host>),
    /// A captured variable, in a local slot only.
    Cell(Rc<Shared>),
}

/// The mark that an exception is on its way; the exception itself waits in [`Vm::pending`](crate::Vm).
///
/// Zero-sized, so that [`Res`] stays a register pair. Only [`Vm`](crate::Vm) makes one, so that mark and exception cannot part.
#[derive(Debug)]
#[must_use = "an exception is pending: return the mark"]
pub struct Thrown(pub(crate) ());

/// What evaluation gives: a value, or the mark of a pending exception.
pub type Res<T = Value> = Result<T, Thrown>;

const _: () = assert!(size_of::<Value>() == 16 && size_of::<Res>() == 16 && size_of::<Thrown>() == 0);

impl Clone for Value {
    /// Int and Double by two compares, the rest outlined: a jump table over all kinds measured slower.
    #[inline(always)]
    fn clone(&self) -> Value {
        match self {
            Value::Int(i) => Value::Int(*i),
            Value::Double(d) => Value::Double(*d),
            _ => self.clone_rest(),
        }
    }
}

impl Value {
    #[inline(never)]
    fn clone_rest(&self) -> Value {
        use Value::*;
        match self {
            Null => Null,
            Bool(w) => Bool(*w),
            Char(w) => Char(*w),
            Byte(w) => Byte(*w),
            Short(w) => Short(*w),
            Int(w) => Int(*w),
            Long(l) => Long(*l),
            Float(f) => Float(*f),
            Double(d) => Double(*d),
            Class(c) => Class(*c),
            Str(r) => Str(r.clone()),
            GString(r) => GString(r.clone()),
            BigInteger(r) => BigInteger(r.clone()),
            BigDecimal(r) => BigDecimal(r.clone()),
            List(r) => List(r.clone()),
            Map(r) => Map(r.clone()),
            Set(r) => Set(r.clone()),
            Range(r) => Range(r.clone()),
            Array(r) => Array(r.clone()),
            Closure(r) => Closure(r.clone()),
            Throwable(r) => Throwable(r.clone()),
            Object(r) => Object(r.clone()),
            Host(r) => Host(r.clone()),
            Cell(r) => Cell(r.clone()),
        }
    }

    /// Whether dropping the value does anything.
    #[inline(always)]
    pub fn is_heap(&self) -> bool {
        !matches!(
            self,
            Value::Null
                | Value::Bool(_)
                | Value::Char(_)
                | Value::Byte(_)
                | Value::Short(_)
                | Value::Int(_)
                | Value::Long(_)
                | Value::Float(_)
                | Value::Double(_)
                | Value::Class(_)
        )
    }

    /// Drops without the drop glue when there is nothing to drop: the glue of a large enum is never inlined.
    #[inline(always)]
    pub fn done(self) {
        if self.is_heap() {
            drop(self)
        } else {
            std::mem::forget(self)
        }
    }

    /// Overwrites, with the care of [`Value::done`] for the old value.
    #[inline(always)]
    pub fn put(&mut self, value: Value) {
        std::mem::replace(self, value).done()
    }

    /// Takes the value out, an int word by word: who has just written the words apart and reads them as one waits for memory.
    #[inline(always)]
    pub fn take_word(&mut self) -> Value {
        match self {
            Value::Int(i) => Value::Int(*i),
            other => std::mem::take(other),
        }
    }

    /// Whether the value can hold other values, so that dropping it may nest.
    #[inline]
    pub fn is_container(&self) -> bool {
        matches!(
            self,
            Value::List(_)
                | Value::Map(_)
                | Value::Set(_)
                | Value::Range(_)
                | Value::Array(_)
                | Value::Closure(_)
                | Value::Throwable(_)
                | Value::Object(_)
                | Value::Host(_)
                | Value::Cell(_)
                | Value::GString(_)
        )
    }

    /// `null`?
    #[inline(always)]
    pub fn is_null(&self) -> bool {
        matches!(self, Value::Null)
    }

    /// The class of the value, [`ClassId::NULL`] for null.
    #[inline(always)]
    pub fn class_id(&self) -> ClassId {
        match self {
            Value::Object(o) => o.class.get(),
            Value::Str(_) => ClassId::STRING,
            Value::Int(_) => ClassId::INTEGER,
            Value::List(l) => l.class,
            Value::Map(m) => m.class,
            _ => self.class_id_rest(),
        }
    }

    #[inline(never)]
    fn class_id_rest(&self) -> ClassId {
        match self {
            Value::Null => ClassId::NULL,
            Value::Bool(_) => ClassId::BOOLEAN,
            Value::Char(_) => ClassId::CHARACTER,
            Value::Byte(_) => ClassId::BYTE,
            Value::Short(_) => ClassId::SHORT,
            Value::Int(_) => ClassId::INTEGER,
            Value::Long(_) => ClassId::LONG,
            Value::Float(_) => ClassId::FLOAT,
            Value::Double(_) => ClassId::DOUBLE,
            Value::Class(_) => ClassId::CLASS,
            Value::Str(_) => ClassId::STRING,
            Value::GString(_) => ClassId::GSTRING,
            Value::BigInteger(_) => ClassId::BIG_INTEGER,
            Value::BigDecimal(_) => ClassId::BIG_DECIMAL,
            Value::List(l) => l.class,
            Value::Map(m) => m.class,
            Value::Set(s) => s.class,
            Value::Range(r) => r.class(),
            Value::Array(a) => a.class(),
            Value::Closure(c) => c.class,
            Value::Throwable(t) => t.class,
            Value::Object(o) => o.class.get(),
            Value::Host(h) => h.class,
            Value::Cell(c) => c.get().class_id(),
        }
    }

    /// An `Integer`.
    #[inline(always)]
    pub fn int(i: i32) -> Value {
        Value::Int(Word::from_i32(i))
    }

    /// A `Double`.
    #[inline(always)]
    pub fn double(d: f64) -> Value {
        Value::Double(Real::new(d))
    }

    /// A `Float`.
    pub fn float(f: f32) -> Value {
        Value::Float(Real32::new(f))
    }

    /// A `Boolean`.
    #[inline(always)]
    pub fn bool(b: bool) -> Value {
        Value::Bool(Word::from_i32(b as i32))
    }

    /// A `Character`, one UTF-16 unit.
    pub fn char(unit: u16) -> Value {
        Value::Char(Word::from_i32(unit as i32))
    }

    /// A `Byte`.
    pub fn byte(b: i8) -> Value {
        Value::Byte(Word::from_i32(b as i32))
    }

    /// A `Short`.
    pub fn short(s: i16) -> Value {
        Value::Short(Word::from_i32(s as i32))
    }

    /// A class.
    pub fn class(id: ClassId) -> Value {
        Value::Class(Word::from_i32(id.0 as i32))
    }

    /// The class that a `Class` value stands for.
    pub fn as_class(&self) -> Option<ClassId> {
        if let Value::Class(w) = self {
            Some(ClassId(w.get() as u32))
        } else {
            None
        }
    }

    /// A `String`.
    pub fn str(text: &str) -> Value {
        Value::Str(Str::new(text))
    }

    /// A new `ArrayList`.
    pub fn list(items: Vec<Value>) -> Value {
        Value::List(List::new(items))
    }

    /// A new `BigInteger`.
    pub fn big_integer(i: impl Into<BigInteger>) -> Value {
        Value::BigInteger(Rc::new(Counted::new(i.into())))
    }

    /// A new `BigDecimal`.
    pub fn big_decimal(d: BigDecimal) -> Value {
        Value::BigDecimal(Rc::new(Counted::new(d)))
    }

    /// A new instance of a native class.
    pub fn host<T: HostType>(data: T) -> Value {
        Value::Host(Host::new(data))
    }

    /// The native data of a host object, if it is of this type.
    pub fn as_host<T: HostType>(&self) -> Option<&T> {
        if let Value::Host(h) = self {
            h.data.downcast_ref()
        } else {
            None
        }
    }
}
