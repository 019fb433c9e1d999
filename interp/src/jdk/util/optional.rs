//! `java.util.Optional` and its kin for numbers.

use super::stream::{Kind, Stream};
use crate::gdk::closures::test_func;
use crate::registry::{Class, Func, class, function, method, native, unbound};
use crate::value::{Host, HostType, Value};
use crate::{Res, Vm};

/// A value that may be missing; one Rust type for all four classes.
pub struct Optional {
    kind: Kind,
    value: Option<Value>,
}

impl HostType for Optional {
    const NAME: &'static str = "java.util.Optional";
    fn class() -> &'static Class {
        &CLASS
    }
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.value.iter().for_each(visit);
    }
}

const SHARED: [crate::registry::Member; 11] = [
    method("asBoolean(): boolean", &native(is_present)).doc("Whether there is a value."),
    method("equals(Object other): boolean", &native(equals))
        .doc("Whether the other has an equal value, or neither has one."),
    method("hashCode(): int", &native(hash_code)).doc("The value's hash code; 0 for none."),
    method("ifPresent(Consumer action): void", &native(if_present))
        .doc("Calls the function with the value, if there is one."),
    method(
        "ifPresentOrElse(Consumer action, Runnable other): void",
        &native(if_present_or_else),
    )
    .doc("Calls one function with the value, or another without."),
    method("isEmpty(): boolean", &native(|o: &Optional| o.value.is_none())).doc("Whether there is no value."),
    method("isPresent(): boolean", &native(is_present)).doc("Whether there is a value."),
    method("orElseGet(Supplier other): Object", &native(or_else_get)).doc("The value, or what a function makes."),
    method("orElseThrow(): Object", &native(get)).doc("The value, or an exception."),
    method("orElseThrow(Supplier exception): Object", &native(or_else_throw))
        .doc("The value, or the exception that a function makes."),
    method("toString(): String", &native(to_string)).doc("`Optional[value]` or `Optional.empty`."),
];

/// `java.util.Optional`.
pub static CLASS: Class = class(Optional::NAME).doc("A value that may be missing.").members(&[
    SHARED[0],
    SHARED[1],
    SHARED[2],
    SHARED[3],
    SHARED[4],
    SHARED[5],
    SHARED[6],
    SHARED[7],
    SHARED[8],
    SHARED[9],
    SHARED[10],
    method("collect(Closure change): Optional", &native(map))
        .doc("What a closure makes of the value, if there is one."),
    method("filter(Predicate test): Optional", &native(filter)).doc("The value, if it passes the test."),
    method("filter(Class type): Optional", &native(filter_class)).doc("The value, if it is of a class."),
    method("flatMap(Function change): Optional", &native(flat_map))
        .doc("The optional that a function makes of the value."),
    method("get(): Object", &native(get)).doc("The value, or an exception."),
    method("map(Function change): Optional", &native(map)).doc("What a function makes of the value, if there is one."),
    method(
        "mapToDouble(ToDoubleFunction change): OptionalDouble",
        &native(|vm: &mut Vm, o: &Optional, f: Func| map_to(vm, o, Kind::Doubles, f)),
    )
    .doc("The number that a function makes of the value."),
    method(
        "mapToInt(ToIntFunction change): OptionalInt",
        &native(|vm: &mut Vm, o: &Optional, f: Func| map_to(vm, o, Kind::Ints, f)),
    )
    .doc("The number that a function makes of the value."),
    method(
        "mapToLong(ToLongFunction change): OptionalLong",
        &native(|vm: &mut Vm, o: &Optional, f: Func| map_to(vm, o, Kind::Longs, f)),
    )
    .doc("The number that a function makes of the value."),
    method("or(Supplier other): Optional", &native(or))
        .doc("This, or the optional that a function makes if this has no value."),
    method("orElse(Object other): Object", &native(or_else)).doc("The value, or another one."),
    method("orOptional(Supplier other): Optional", &native(or))
        .doc("This, or the optional that a function makes if this has no value."),
    method("stream(): Stream", &native(stream)).doc("A stream of the value, or of nothing."),
    function("empty(): Optional", &unbound(|| of_kind(Kind::Objects, None))).doc("No value."),
    function("of(Object value): Optional", &unbound(of)).doc("A value, which must not be null."),
    function("ofNullable(Object value): Optional", &unbound(of_nullable)).doc("A value; none for null."),
]);

macro_rules! numbers {
    ($($name:ident $java:literal $kind:ident $get:literal $of:literal $empty:literal $or:literal;)*) => { $(
        #[doc = concat!("`", $java, "`")]
        pub static $name: Class = class($java).doc("A number that may be missing.").members(&[
            SHARED[0], SHARED[1], SHARED[2], SHARED[3], SHARED[4], SHARED[5], SHARED[6], SHARED[7], SHARED[8], SHARED[9], SHARED[10],
            method("filter(Predicate test): Optional", &native(filter)).doc("The number, if it passes the test."),
            method("get(): Object", &native(get)).doc("The number, or an exception."),
            method($get, &native(get)).doc("The number, or an exception."),
            method("mapToObj(Function change): Optional", &native(map_to_object)).doc("What a function makes of the number."),
            method($or, &native(or_else)).doc("The number, or another one."),
            method("stream(): BaseStream", &native(stream)).doc("A stream of the number, or of nothing."),
            function($empty, &unbound(|| of_kind(Kind::$kind, None))).doc("No number."),
            function($of, &unbound(|vm: &mut Vm, v: &Value| Ok(of_kind(Kind::$kind, Some(Kind::$kind.convert(vm, v.clone())?))))).doc("A number."),
        ]);
    )* };
}

numbers! {
    OPTIONAL_INT "java.util.OptionalInt" Ints "getAsInt(): Object" "of(int value): OptionalInt" "empty(): OptionalInt" "orElse(int other): Object";
    OPTIONAL_LONG "java.util.OptionalLong" Longs "getAsLong(): Object" "of(long value): OptionalLong" "empty(): OptionalLong" "orElse(long other): Object";
    OPTIONAL_DOUBLE "java.util.OptionalDouble" Doubles "getAsDouble(): Object" "of(double value): OptionalDouble" "empty(): OptionalDouble" "orElse(double other): Object";
}

/// An optional of the class for a kind of elements.
pub fn of_kind(kind: Kind, value: Option<Value>) -> Value {
    let class = match kind {
        Kind::Objects => &CLASS,
        Kind::Ints => &OPTIONAL_INT,
        Kind::Longs => &OPTIONAL_LONG,
        Kind::Doubles => &OPTIONAL_DOUBLE,
    };
    Host::of(class, Optional { kind, value }).into()
}

fn of(vm: &mut Vm, value: &Value) -> Res {
    if value.is_null() {
        return Err(vm.throw_silent(&crate::jdk::throwables::NULL_POINTER_EXCEPTION));
    }
    Ok(of_kind(Kind::Objects, Some(value.clone())))
}

fn of_nullable(value: &Value) -> Value {
    of_kind(Kind::Objects, Some(value.clone()).filter(|v| !v.is_null()))
}

fn is_present(this: &Optional) -> bool {
    this.value.is_some()
}

fn get(vm: &mut Vm, this: &Optional) -> Res {
    match &this.value {
        Some(value) => Ok(value.clone()),
        None => Err(vm.throw(&crate::jdk::throwables::NO_SUCH_ELEMENT_EXCEPTION, "No value present")),
    }
}

fn or_else(this: &Optional, other: &Value) -> Value {
    this.value.clone().unwrap_or_else(|| other.clone())
}

fn or_else_get(vm: &mut Vm, this: &Optional, other: Func) -> Res {
    match &this.value {
        Some(value) => Ok(value.clone()),
        None => vm.call_func(other, &[]),
    }
}

fn or_else_throw(vm: &mut Vm, this: &Optional, exception: Func) -> Res {
    match &this.value {
        Some(value) => Ok(value.clone()),
        None => {
            let exception = vm.call_func(exception, &[])?;
            Err(vm.throw_value(exception))
        }
    }
}

fn or(vm: &mut Vm, this: &Value, other: Func) -> Res {
    match this.as_host::<Optional>() {
        Some(optional) if optional.value.is_none() => vm.call_func(other, &[]),
        _ => Ok(this.clone()),
    }
}

fn if_present(vm: &mut Vm, this: &Optional, action: Func) -> Res<()> {
    match &this.value {
        Some(value) => vm.call_func(action, std::slice::from_ref(value)).map(Value::done),
        None => Ok(()),
    }
}

fn if_present_or_else(vm: &mut Vm, this: &Optional, action: Func, other: Func) -> Res<()> {
    match &this.value {
        Some(value) => vm.call_func(action, std::slice::from_ref(value)).map(Value::done),
        None => vm.call_func(other, &[]).map(Value::done),
    }
}

fn filter(vm: &mut Vm, this: &Optional, test: Func) -> Res {
    let kept = match &this.value {
        Some(value) if test_func(vm, test, value)? => Some(value.clone()),
        _ => None,
    };
    Ok(of_kind(this.kind, kept))
}

fn filter_class(vm: &mut Vm, this: &Optional, class: &Value) -> Value {
    let fits = |value: &&Value| class.as_class().is_some_and(|class| vm.is_instance(value, class));
    of_kind(this.kind, this.value.as_ref().filter(fits).cloned())
}

fn map(vm: &mut Vm, this: &Optional, change: Func) -> Res {
    let made = match &this.value {
        Some(value) => vm.call_func(change, std::slice::from_ref(value))?,
        None => Value::Null,
    };
    Ok(of_nullable(&made))
}

fn map_to(vm: &mut Vm, this: &Optional, kind: Kind, change: Func) -> Res {
    let Some(value) = &this.value else {
        return Ok(of_kind(kind, None));
    };
    let made = vm.call_func(change, std::slice::from_ref(value))?;
    Ok(of_kind(kind, Some(kind.convert(vm, made)?)))
}

fn map_to_object(vm: &mut Vm, this: &Optional, change: Func) -> Res {
    map(vm, this, change)
}

fn flat_map(vm: &mut Vm, this: &Optional, change: Func) -> Res {
    match &this.value {
        Some(value) => vm.call_func(change, std::slice::from_ref(value)),
        None => Ok(of_kind(Kind::Objects, None)),
    }
}

fn stream(this: &Optional) -> Value {
    Stream::of_items(this.kind, this.value.iter().cloned().collect())
}

fn equals(vm: &mut Vm, this: &Optional, other: &Value) -> Res<bool> {
    match other.as_host::<Optional>() {
        Some(other) if other.kind == this.kind => match (&this.value, &other.value) {
            (None, None) => Ok(true),
            (Some(a), Some(b)) => vm.java_equals(a, b),
            _ => Ok(false),
        },
        _ => Ok(false),
    }
}

fn hash_code(vm: &mut Vm, this: &Optional) -> Res<i32> {
    match &this.value {
        Some(value) => Ok(vm.hash(value)? as i32),
        None => Ok(0),
    }
}

fn to_string(vm: &mut Vm, this: &Optional) -> Res<String> {
    let name = match this.kind {
        Kind::Objects => "Optional",
        Kind::Ints => "OptionalInt",
        Kind::Longs => "OptionalLong",
        Kind::Doubles => "OptionalDouble",
    };
    match &this.value {
        Some(value) => Ok(format!("{name}[{}]", vm.to_text(value)?)),
        None => Ok(format!("{name}.empty")),
    }
}
