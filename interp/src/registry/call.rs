//! From a Rust function's signature to the call of a native member.
//!
//! A Rust parameter type says which Java types it can hold ([`Arg`]) and how it is taken from the arguments without
//! allocating; a Rust result type says what it stands for ([`Ret`]). Where an argument or receiver is of a kind that the
//! parameter takes only after conversion (a GString for a String, a range for a List), the call converts and tries again.

use crate::value::{Array, Closure, GString, HostType, List, Map, Object, Range, Set, Str, Throwable, Value};
use crate::vm::Vm;
use crate::{Res, number::BigDecimal, number::BigInteger};
use std::marker::PhantomData;
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
    &Str, &'a Str: Value::Str(s) => s, "String" "CharSequence";
    &Rc<Str>, &'a Rc<Str>: Value::Str(s) => s, "String" "CharSequence";
    &GString, &'a GString: Value::GString(g) => g, "GString";
    &Rc<GString>, &'a Rc<GString>: Value::GString(g) => g, "GString";
    &List, &'a List: Value::List(l) => l, "List" "ArrayList" "LinkedList" "AbstractList" "Stack" "Vector" "Deque" "Queue" "ArrayDeque" "CopyOnWriteArrayList" "ListWithDefault" "Tuple" "Tuple0" "Tuple1" "Tuple2" "Tuple3" "Tuple4" "Tuple5" "Tuple6" "Tuple7" "Tuple8" "Tuple9";
    &Rc<List>, &'a Rc<List>: Value::List(l) => l, "List" "ArrayList" "LinkedList" "AbstractList" "Stack" "Vector" "Deque" "Queue" "ArrayDeque" "CopyOnWriteArrayList" "ListWithDefault" "Tuple" "Tuple0" "Tuple1" "Tuple2" "Tuple3" "Tuple4" "Tuple5" "Tuple6" "Tuple7" "Tuple8" "Tuple9";
    &Map, &'a Map: Value::Map(m) => m, "Map" "HashMap" "LinkedHashMap" "TreeMap" "SortedMap" "NavigableMap" "AbstractMap" "ConcurrentMap" "ConcurrentHashMap" "ConfigObject" "Properties" "Hashtable" "EnumMap" "IdentityHashMap" "WeakHashMap" "ConcurrentSkipListMap" "MapWithDefault";
    &Rc<Map>, &'a Rc<Map>: Value::Map(m) => m, "Map" "HashMap" "LinkedHashMap" "TreeMap" "SortedMap" "NavigableMap" "AbstractMap" "ConcurrentMap" "ConcurrentHashMap" "ConfigObject" "Properties" "Hashtable" "EnumMap" "IdentityHashMap" "WeakHashMap" "ConcurrentSkipListMap" "MapWithDefault";
    &Set, &'a Set: Value::Set(s) => s, "Set" "HashSet" "LinkedHashSet" "TreeSet" "SortedSet" "NavigableSet" "EnumSet" "AbstractSet" "CopyOnWriteArraySet" "ConcurrentSkipListSet";
    &Rc<Set>, &'a Rc<Set>: Value::Set(s) => s, "Set" "HashSet" "LinkedHashSet" "TreeSet" "SortedSet" "NavigableSet" "EnumSet" "AbstractSet" "CopyOnWriteArraySet" "ConcurrentSkipListSet";
    &Range, &'a Range: Value::Range(r) => r, "Range" "IntRange" "ObjectRange" "NumberRange" "EmptyRange";
    &Rc<Range>, &'a Rc<Range>: Value::Range(r) => r, "Range" "IntRange" "ObjectRange" "NumberRange" "EmptyRange";
    &Array, &'a Array: Value::Array(a) => a, "*";
    &Rc<Array>, &'a Rc<Array>: Value::Array(a) => a, "*";
    &Closure, &'a Closure: Value::Closure(c) => c, "Closure" "MethodClosure" "WritableClosure";
    &Rc<Closure>, &'a Rc<Closure>: Value::Closure(c) => c, "Closure" "MethodClosure" "WritableClosure";
    &Throwable, &'a Throwable: Value::Throwable(t) => t, "*";
    &Rc<Throwable>, &'a Rc<Throwable>: Value::Throwable(t) => t, "*";
    &Object, &'a Object: Value::Object(o) => o, "*";
    &Rc<Object>, &'a Rc<Object>: Value::Object(o) => o, "*";
    &BigInteger, &'a BigInteger: Value::BigInteger(i) => i, "BigInteger";
    &BigDecimal, &'a BigDecimal: Value::BigDecimal(d) => d, "BigDecimal";
    &Value, &'a Value: v => v, "*";
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

/// What a native may return; `GIVES` names the Java types that it can stand for, empty for any.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the result of a native member",
    label = "use i32, i64, f64, bool, u16 (char), String, (), Vec<Value>, a host type, Value, Option<Value> or Res<…>"
)]
pub trait Ret {
    /// The Java types it can stand for.
    const GIVES: &'static [&'static str] = &[];
    /// The result as a value.
    fn ret(self) -> Res;
}

impl Ret for Value {
    #[inline(always)]
    fn ret(self) -> Res {
        Ok(self)
    }
}

impl<R: Ret> Ret for Res<R> {
    const GIVES: &'static [&'static str] = R::GIVES;
    #[inline(always)]
    fn ret(self) -> Res {
        self.and_then(R::ret)
    }
}

impl<R: Ret> Ret for Option<R> {
    #[inline(always)]
    fn ret(self) -> Res {
        self.map_or(Ok(Value::Null), R::ret)
    }
}

macro_rules! ret {
    ($($t:ty: $($name:literal)*;)*) => { $(
        impl Ret for $t {
            const GIVES: &'static [&'static str] = &[$($name),*];
            #[inline(always)]
            fn ret(self) -> Res {
                Ok(Value::from(self))
            }
        }
    )* };
}

ret! {
    i32: "int" "Integer" "Object" "Number";
    i64: "long" "Long" "Object" "Number";
    f64: "double" "Double" "Object" "Number";
    f32: "float" "Float" "Object" "Number";
    bool: "boolean" "Boolean" "Object";
    String: "String" "CharSequence" "Object";
    &str: "String" "CharSequence" "Object";
    (): "void" "Object";
    Vec<Value>: "List" "ArrayList" "Collection" "Object";
    BigInteger: "BigInteger" "Number" "Object";
    BigDecimal: "BigDecimal" "Number" "Object";
    Rc<Str>: "String" "CharSequence" "Object";
    Rc<List>: ;
    Rc<Map>: ;
    Rc<Set>: ;
    Rc<Array>: ;
    Rc<Range>: ;
    Rc<Closure>: ;
    Rc<Throwable>: ;
    Rc<Object>: ;
    Rc<GString>: ;
}

impl Ret for u16 {
    const GIVES: &'static [&'static str] = &["char", "Character", "Object"];
    fn ret(self) -> Res {
        Ok(Value::char(self))
    }
}

impl Ret for i8 {
    const GIVES: &'static [&'static str] = &["byte", "Byte", "Object"];
    fn ret(self) -> Res {
        Ok(Value::byte(self))
    }
}

impl Ret for i16 {
    const GIVES: &'static [&'static str] = &["short", "Short", "Object"];
    fn ret(self) -> Res {
        Ok(Value::short(self))
    }
}

impl<T: HostType> Ret for T {
    fn ret(self) -> Res {
        Ok(Value::host(self))
    }
}

/// A function that can stand behind an instance member: `fn(this, a, b) -> R` or `fn(&mut Vm, this, a, b) -> R`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a native member",
    label = "wanted: fn([&mut Vm,] this, arguments…) -> i32 | bool | String | Value | Res"
)]
pub trait Callee<A> {
    /// The Java types that each parameter can hold.
    const PARAMS: &'static [&'static [&'static str]];
    /// The Java types that the receiver can be.
    const THIS: &'static [&'static str];
    /// The Java types that the result stands for.
    const GIVES: &'static [&'static str];
    /// Calls, if receiver and arguments are of the right kinds.
    fn invoke(&self, vm: &mut Vm, this: &Value, args: &[Value]) -> Option<Res>;
}

/// A function without a receiver, for statics and constructors: `fn(a, b) -> R` or `fn(&mut Vm, a, b) -> R`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a native static or constructor",
    label = "wanted: fn([&mut Vm,] arguments…) -> i32 | bool | String | Value | Res"
)]
pub trait Free<A> {
    /// The Java types that each parameter can hold.
    const PARAMS: &'static [&'static [&'static str]];
    /// The Java types that the result stands for.
    const GIVES: &'static [&'static str];
    /// Calls, if the arguments are of the right kinds.
    fn invoke(&self, vm: &mut Vm, args: &[Value]) -> Option<Res>;
}

macro_rules! callee {
    ($($a:ident $i:literal)*) => {
        impl<Func, R: Ret, T: Arg, $($a: Arg),*> Callee<fn(T, $($a),*) -> R> for Func
        where Func: Fn(T, $($a),*) -> R + for<'a> Fn(T::Out<'a>, $($a::Out<'a>),*) -> R {
            const PARAMS: &'static [&'static [&'static str]] = &[$($a::HOLDS),*];
            const THIS: &'static [&'static str] = T::HOLDS;
            const GIVES: &'static [&'static str] = R::GIVES;
            #[inline(always)]
            #[allow(unused_variables, non_snake_case, reason = "one macro for every number of parameters")]
            fn invoke(&self, vm: &mut Vm, this: &Value, args: &[Value]) -> Option<Res> {
                #[inline(always)]
                fn call<R: Ret, T, $($a),*>(f: &impl Fn(T, $($a),*) -> R, this: T, $($a: $a),*) -> Res { f(this, $($a),*).ret() }
                let this = T::get(std::slice::from_ref(this), 0)?;
                $(let $a = $a::get(args, $i)?;)*
                Some(call(self, this, $($a),*))
            }
        }
        impl<Func, R: Ret, T: Arg, $($a: Arg),*> Callee<fn(&mut Vm, T, $($a),*) -> R> for Func
        where Func: Fn(&mut Vm, T, $($a),*) -> R + for<'v, 'a> Fn(&'v mut Vm, T::Out<'a>, $($a::Out<'a>),*) -> R {
            const PARAMS: &'static [&'static [&'static str]] = &[$($a::HOLDS),*];
            const THIS: &'static [&'static str] = T::HOLDS;
            const GIVES: &'static [&'static str] = R::GIVES;
            #[inline(always)]
            #[allow(unused_variables, non_snake_case, reason = "one macro for every number of parameters")]
            fn invoke(&self, vm: &mut Vm, this: &Value, args: &[Value]) -> Option<Res> {
                #[inline(always)]
                fn call<R: Ret, T, $($a),*>(f: &impl Fn(&mut Vm, T, $($a),*) -> R, vm: &mut Vm, this: T, $($a: $a),*) -> Res { f(vm, this, $($a),*).ret() }
                let this = T::get(std::slice::from_ref(this), 0)?;
                $(let $a = $a::get(args, $i)?;)*
                Some(call(self, vm, this, $($a),*))
            }
        }
        impl<Func, R: Ret, $($a: Arg),*> Free<fn($($a),*) -> R> for Func
        where Func: Fn($($a),*) -> R + for<'a> Fn($($a::Out<'a>),*) -> R {
            const PARAMS: &'static [&'static [&'static str]] = &[$($a::HOLDS),*];
            const GIVES: &'static [&'static str] = R::GIVES;
            #[inline(always)]
            #[allow(unused_variables, non_snake_case, reason = "one macro for every number of parameters")]
            fn invoke(&self, vm: &mut Vm, args: &[Value]) -> Option<Res> {
                #[inline(always)]
                fn call<R: Ret, $($a),*>(f: &impl Fn($($a),*) -> R, $($a: $a),*) -> Res { f($($a),*).ret() }
                $(let $a = $a::get(args, $i)?;)*
                Some(call(self, $($a),*))
            }
        }
        impl<Func, R: Ret, $($a: Arg),*> Free<fn(&mut Vm, $($a),*) -> R> for Func
        where Func: Fn(&mut Vm, $($a),*) -> R + for<'v, 'a> Fn(&'v mut Vm, $($a::Out<'a>),*) -> R {
            const PARAMS: &'static [&'static [&'static str]] = &[$($a::HOLDS),*];
            const GIVES: &'static [&'static str] = R::GIVES;
            #[inline(always)]
            #[allow(unused_variables, non_snake_case, reason = "one macro for every number of parameters")]
            fn invoke(&self, vm: &mut Vm, args: &[Value]) -> Option<Res> {
                #[inline(always)]
                fn call<R: Ret, $($a),*>(f: &impl Fn(&mut Vm, $($a),*) -> R, vm: &mut Vm, $($a: $a),*) -> Res { f(vm, $($a),*).ret() }
                $(let $a = $a::get(args, $i)?;)*
                Some(call(self, vm, $($a),*))
            }
        }
    };
}

callee!();
callee!(A 0);
callee!(A 0 B 1);
callee!(A 0 B 1 C 2);
callee!(A 0 B 1 C 2 D 3);
callee!(A 0 B 1 C 2 D 3 E 4);
callee!(A 0 B 1 C 2 D 3 E 4 F 5);
callee!(A 0 B 1 C 2 D 3 E 4 F 5 G 6);

/// A native that can be called.
pub trait Call: Sync {
    /// Runs it. Statics and constructors ignore `this`.
    fn run(&self, vm: &mut Vm, this: &Value, args: &[Value]) -> Res;
}

/// A Rust function with a receiver.
pub struct Bound<F, A>(F, PhantomData<fn(A)>);

/// A Rust function with a receiver; argument conversion follows from its type.
pub const fn native<F: Callee<A> + Copy, A>(function: F) -> Bound<F, A> {
    Bound(function, PhantomData)
}

impl<F: Callee<A> + Sync, A> Call for Bound<F, A> {
    fn run(&self, vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
        if let Some(result) = self.0.invoke(vm, this, args) {
            return result;
        }
        let (this, args) = vm.adapt(this, args, F::THIS, F::PARAMS)?;
        self.0
            .invoke(vm, &this, &args)
            .unwrap_or_else(|| Err(vm.argument_mismatch(&args)))
    }
}

/// A Rust function without receiver.
pub struct Unbound<F, A>(F, PhantomData<fn(A)>);

/// A Rust function without receiver; argument conversion follows from its type.
pub const fn unbound<F: Free<A> + Copy, A>(function: F) -> Unbound<F, A> {
    Unbound(function, PhantomData)
}

impl<F: Free<A> + Sync, A> Call for Unbound<F, A> {
    fn run(&self, vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
        if let Some(result) = self.0.invoke(vm, args) {
            return result;
        }
        let (_, args) = vm.adapt(&Value::Null, args, &[], F::PARAMS)?;
        self.0
            .invoke(vm, &args)
            .unwrap_or_else(|| Err(vm.argument_mismatch(&args)))
    }
}

/// A native that wants receiver and arguments as they come.
pub struct Raw<F>(F);

/// For the few natives that want receiver and arguments as they come.
pub const fn slice<F: Fn(&mut Vm, &Value, &[Value]) -> Res + Sync>(function: F) -> Raw<F> {
    Raw(function)
}

impl<F: Fn(&mut Vm, &Value, &[Value]) -> Res + Sync> Call for Raw<F> {
    fn run(&self, vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
        (self.0)(vm, this, args)
    }
}

const fn find(s: &[u8], byte: u8, mut i: usize) -> usize {
    while i < s.len() {
        if s[i] == byte {
            return i;
        }
        i += 1;
    }
    panic!("a signature reads name(Type name, …): Type")
}

/// Compares a signature with what the Rust function's type says: shape, number of parameters, each parameter, the result.
pub(super) const fn check(signature: &str, params: &[&[&str]], gives: &[&str]) {
    let s = signature.as_bytes();
    let (open, mut n) = (first(s, b'('), 0);
    let end = if open < s.len() {
        find(s, b')', 0)
    } else {
        find(s, b':', 1) - 1
    };
    let mut i = if open < end { open + 1 } else { end };
    while i < end {
        let stop = find(s, b' ', i);
        assert!(stop < end, "a parameter reads Type name");
        assert!(n < params.len(), "the signature has more parameters than the function");
        assert!(
            any_of(s, i, stop, params[n]),
            "the function's parameter cannot hold the Java type that the signature gives"
        );
        n += 1;
        i = stop;
        while i < end && s[i] != b',' {
            i += 1;
        }
        i += 2;
    }
    assert!(
        n == params.len(),
        "the signature has fewer parameters than the function"
    );
    let from = if end + 1 == s.len() { end + 1 } else { end + 3 };
    assert!(
        end + 1 == s.len() || (s[end + 1] == b':' && s[end + 2] == b' '),
        "a signature reads name(Type name, …): Type"
    );
    assert!(
        gives.is_empty() || from >= s.len() || any_of(s, from, s.len(), gives),
        "the function's result is not of the Java type that the signature gives"
    );
}

/// Where a byte first stands, or the length.
pub(super) const fn first(s: &[u8], byte: u8) -> usize {
    let mut i = 0;
    while i < s.len() && s[i] != byte {
        i += 1;
    }
    i
}

/// Whether the text between two places is one of some names, or the last part of one that is qualified; `*` is any.
pub(super) const fn any_of(s: &[u8], from: usize, to: usize, names: &[&str]) -> bool {
    let mut k = 0;
    while k < names.len() {
        let t = names[k].as_bytes();
        if (t.len() == 1 && t[0] == b'*') || equal(s, from, to, t) {
            return true;
        }
        let len = to - from;
        if t.len() > len {
            let cut = t.len() - len;
            if (t[cut - 1] == b'.' || t[cut - 1] == b'$') && equal(s, from, to, t.split_at(cut).1) {
                return true;
            }
        }
        k += 1;
    }
    false
}

pub(super) const fn equal(s: &[u8], from: usize, to: usize, t: &[u8]) -> bool {
    if to - from != t.len() {
        return false;
    }
    let mut i = 0;
    while i < t.len() {
        if s[from + i] != t[i] {
            return false;
        }
        i += 1;
    }
    true
}
