//! Rust types as parameters of natives: which Java types each can hold, and how it is taken from the arguments.

use crate::number::{BigDecimal, BigInteger};
use crate::value::{Array, Closure, GString, HostType, List, Map, Object, Range, Set, Str, Throwable, Value};
use std::rc::Rc;

/// A Rust parameter type.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a parameter of a native member",
    label = "use i32, i64, f64, bool, u16 (char), &Str, &List, &Map, &Closure, Items, Func, &Value, Option<…>, a host type or &[Value]"
)]
pub trait Arg {
    /// Takes all remaining arguments?
    const VARIABLE: bool = false;
    /// What the function receives.
    type Out<'a>;
    /// The Java types it can hold; `*` for any.
    const HOLDS: &'static [&'static str];
    /// Takes the argument at a position; none if it is of another kind.
    fn get(args: &[Value], index: usize) -> Option<Self::Out<'_>>;
}

macro_rules! arg {
    ($($t:ty, $o:ty: $pattern:pat => $take:expr, $($holds:literal)*;)*) => { $(
        impl Arg for $t {
            type Out<'a> = $o;
            const HOLDS: &'static [&'static str] = &[$($holds),*];
            #[inline(always)]
            fn get(args: &[Value], index: usize) -> Option<Self::Out<'_>> {
                if let Some($pattern) = args.get(index) { Some($take) } else { None }
            }
        }
    )* };
}

arg! {
    bool, bool: Value::Bool(b) => b.get() != 0, "boolean" "Boolean";
    u16, u16: Value::Char(c) => c.get() as u16, "char" "Character";
    &BigInteger, &'a BigInteger: Value::BigInteger(i) => i, "BigInteger";
    &BigDecimal, &'a BigDecimal: Value::BigDecimal(d) => d, "BigDecimal";
    &Value, &'a Value: v => v, "*" "Object";
}

/// Kinds on the heap: a parameter is a reference to the data, or to the pointer where the function keeps it.
macro_rules! heap_arg {
    ($($kind:ident: $($holds:literal)*;)*) => { arg! { $(
        &$kind, &'a $kind: Value::$kind(v) => v, $($holds)*;
        &Rc<$kind>, &'a Rc<$kind>: Value::$kind(v) => v, $($holds)*;
    )* } };
}

heap_arg! {
    Str: "String" "CharSequence";
    GString: "GString";
    List: "List" "ArrayList" "LinkedList" "AbstractList" "Stack" "Vector" "Deque" "Queue" "ArrayDeque" "CopyOnWriteArrayList" "ListWithDefault" "Tuple" "Tuple0" "Tuple1" "Tuple2" "Tuple3" "Tuple4" "Tuple5" "Tuple6" "Tuple7" "Tuple8" "Tuple9";
    Map: "Map" "HashMap" "LinkedHashMap" "TreeMap" "SortedMap" "NavigableMap" "AbstractMap" "ConcurrentMap" "ConcurrentHashMap" "ConfigObject" "Properties" "Hashtable" "EnumMap" "IdentityHashMap" "WeakHashMap" "ConcurrentSkipListMap" "MapWithDefault";
    Set: "Set" "HashSet" "LinkedHashSet" "TreeSet" "SortedSet" "NavigableSet" "EnumSet" "AbstractSet" "CopyOnWriteArraySet" "ConcurrentSkipListSet";
    Range: "Range" "IntRange" "ObjectRange" "NumberRange" "EmptyRange";
    Array: "*";
    Closure: "Closure" "MethodClosure" "WritableClosure";
    Throwable: "*";
    Object: "*";
}

impl Arg for i32 {
    type Out<'a> = i32;
    const HOLDS: &'static [&'static str] = &["int", "Integer", "Number", "short", "Short", "byte", "Byte"];
    #[inline(always)]
    fn get(args: &[Value], index: usize) -> Option<i32> {
        match args.get(index)? {
            Value::Int(i) => Some(i.get()),
            other => crate::semantics::number::narrow_to_i32(other),
        }
    }
}

impl Arg for i64 {
    type Out<'a> = i64;
    const HOLDS: &'static [&'static str] = &["long", "Long", "Number", "int", "Integer"];
    #[inline(always)]
    fn get(args: &[Value], index: usize) -> Option<i64> {
        match args.get(index)? {
            Value::Long(l) => Some(*l),
            other => crate::semantics::number::narrow_to_i64(other),
        }
    }
}

impl Arg for f64 {
    type Out<'a> = f64;
    const HOLDS: &'static [&'static str] = &["double", "Double", "Number"];
    #[inline(always)]
    fn get(args: &[Value], index: usize) -> Option<f64> {
        match args.get(index)? {
            Value::Double(d) => Some(d.get()),
            other => crate::semantics::number::to_f64(other),
        }
    }
}

impl Arg for f32 {
    type Out<'a> = f32;
    const HOLDS: &'static [&'static str] = &["float", "Float"];
    fn get(args: &[Value], index: usize) -> Option<f32> {
        match args.get(index)? {
            Value::Float(f) => Some(f.get()),
            other => crate::semantics::number::to_f64(other).map(|d| d as f32),
        }
    }
}

/// Whatever can be walked: collections, ranges, arrays, iterators, maps by entry, objects with `iterator()`. Walk it with
/// [`Vm::iterate`](crate::Vm::iterate).
#[derive(Clone, Copy)]
pub struct Items<'a>(pub &'a Value);

impl Arg for Items<'_> {
    type Out<'a> = Items<'a>;
    const HOLDS: &'static [&'static str] = &["*"];
    #[inline(always)]
    fn get(args: &[Value], index: usize) -> Option<Items<'_>> {
        match args.get(index)? {
            Value::Null => None,
            v => Some(Items(v)),
        }
    }
}

/// A function in any form: a closure, a native function object, an object that implements a functional interface. Call it
/// with [`Vm::call_func`](crate::Vm::call_func).
#[derive(Clone, Copy)]
pub struct Func<'a>(pub &'a Value);

impl Arg for Func<'_> {
    type Out<'a> = Func<'a>;
    const HOLDS: &'static [&'static str] = &["*"];
    #[inline(always)]
    fn get(args: &[Value], index: usize) -> Option<Func<'_>> {
        match args.get(index)? {
            Value::Null => None,
            v => Some(Func(v)),
        }
    }
}

/// A parameter for which null has a meaning.
impl<T: Arg> Arg for Option<T> {
    type Out<'a> = Option<T::Out<'a>>;
    const HOLDS: &'static [&'static str] = T::HOLDS;
    #[inline(always)]
    fn get(args: &[Value], index: usize) -> Option<Self::Out<'_>> {
        if let Value::Null = args.get(index)? {
            Some(None)
        } else {
            T::get(args, index).map(Some)
        }
    }
}

impl<T: HostType> Arg for &T {
    type Out<'a> = &'a T;
    const HOLDS: &'static [&'static str] = &[T::NAME, "*"];
    #[inline(always)]
    fn get(args: &[Value], index: usize) -> Option<&T> {
        if let Value::Host(h) = args.get(index)? {
            h.data.downcast_ref()
        } else {
            None
        }
    }
}

impl Arg for &[Value] {
    const VARIABLE: bool = true;
    type Out<'a> = &'a [Value];
    const HOLDS: &'static [&'static str] = &["*"];
    #[inline(always)]
    fn get(args: &[Value], index: usize) -> Option<&[Value]> {
        args.get(index..)
    }
}
