//! Closures that stand for functional interfaces.

use super::*;
use crate::jdk::groovy::lang::closure::CLASS as CLOSURE;
use crate::jdk::lang::interfaces::RUNNABLE;
use crate::jdk::util::comparator::CLASS as COMPARATOR;
use crate::registry::{Class, ClassId, Func, Member, class, method, native};
use crate::value::{Closure, Value};
use crate::{Res, Vm};
use std::rc::Rc;

macro_rules! lambdas {
    ($($name:ident $interface:ident $java:literal)*) => {
        $(pub(super) static $name: Class = class($java)
            .doc("A closure that stands for the interface.")
            .abstract_class()
            .extends(&CLOSURE)
            .implements(&[&$interface])
            .members(INVOKE);)*
        /// The classes that closures are of once they stand for a functional interface: one an interface.
        pub static LAMBDAS: &[&Class] = &[$(&$name),*];
    };
}

lambdas! {
    BI_CONSUMER_LAMBDA BI_CONSUMER "java.util.function.BiConsumer$Lambda"
    BI_FUNCTION_LAMBDA BI_FUNCTION "java.util.function.BiFunction$Lambda"
    BI_PREDICATE_LAMBDA BI_PREDICATE "java.util.function.BiPredicate$Lambda"
    BINARY_OPERATOR_LAMBDA BINARY_OPERATOR "java.util.function.BinaryOperator$Lambda"
    CONSUMER_LAMBDA CONSUMER "java.util.function.Consumer$Lambda"
    DOUBLE_BINARY_OPERATOR_LAMBDA DOUBLE_BINARY_OPERATOR "java.util.function.DoubleBinaryOperator$Lambda"
    DOUBLE_CONSUMER_LAMBDA DOUBLE_CONSUMER "java.util.function.DoubleConsumer$Lambda"
    DOUBLE_PREDICATE_LAMBDA DOUBLE_PREDICATE "java.util.function.DoublePredicate$Lambda"
    DOUBLE_UNARY_OPERATOR_LAMBDA DOUBLE_UNARY_OPERATOR "java.util.function.DoubleUnaryOperator$Lambda"
    FUNCTION_LAMBDA FUNCTION "java.util.function.Function$Lambda"
    INT_CONSUMER_LAMBDA INT_CONSUMER "java.util.function.IntConsumer$Lambda"
    INT_PREDICATE_LAMBDA INT_PREDICATE "java.util.function.IntPredicate$Lambda"
    INT_SUPPLIER_LAMBDA INT_SUPPLIER "java.util.function.IntSupplier$Lambda"
    INT_UNARY_OPERATOR_LAMBDA INT_UNARY_OPERATOR "java.util.function.IntUnaryOperator$Lambda"
    LONG_BINARY_OPERATOR_LAMBDA LONG_BINARY_OPERATOR "java.util.function.LongBinaryOperator$Lambda"
    LONG_CONSUMER_LAMBDA LONG_CONSUMER "java.util.function.LongConsumer$Lambda"
    LONG_PREDICATE_LAMBDA LONG_PREDICATE "java.util.function.LongPredicate$Lambda"
    LONG_UNARY_OPERATOR_LAMBDA LONG_UNARY_OPERATOR "java.util.function.LongUnaryOperator$Lambda"
    PREDICATE_LAMBDA PREDICATE "java.util.function.Predicate$Lambda"
    SUPPLIER_LAMBDA SUPPLIER "java.util.function.Supplier$Lambda"
    TO_DOUBLE_BI_FUNCTION_LAMBDA TO_DOUBLE_BI_FUNCTION "java.util.function.ToDoubleBiFunction$Lambda"
    TO_INT_BI_FUNCTION_LAMBDA TO_INT_BI_FUNCTION "java.util.function.ToIntBiFunction$Lambda"
    TO_LONG_BI_FUNCTION_LAMBDA TO_LONG_BI_FUNCTION "java.util.function.ToLongBiFunction$Lambda"
    UNARY_OPERATOR_LAMBDA UNARY_OPERATOR "java.util.function.UnaryOperator$Lambda"
    RUNNABLE_LAMBDA RUNNABLE "java.lang.Runnable$Lambda"
    COMPARATOR_LAMBDA COMPARATOR "java.util.Comparator$Lambda"
}

/// Whatever the interface's method is called, it calls the closure; Java casts what that gives to the method's type.
const INVOKE: &[Member] = &[
    method("accept(Object... arguments): Object", &native(accept)),
    method("apply(Object... arguments): Object", &native(invoke)),
    method("applyAsDouble(Object... arguments): Object", &native(double)),
    method("applyAsInt(Object... arguments): Object", &native(int)),
    method("applyAsLong(Object... arguments): Object", &native(long)),
    method("get(Object... arguments): Object", &native(invoke)),
    method("getAsBoolean(Object... arguments): Object", &native(boolean)),
    method("getAsDouble(Object... arguments): Object", &native(double)),
    method("getAsInt(Object... arguments): Object", &native(int)),
    method("getAsLong(Object... arguments): Object", &native(long)),
    method("test(Object... arguments): Object", &native(boolean)),
    method(
        "andThen(Closure after): Object",
        &native(|vm: &mut Vm, this: &Value, after: &Value| combine(vm, this, "andThen", after)),
    ),
    method(
        "compose(Closure before): Object",
        &native(|vm: &mut Vm, this: &Value, before: &Value| combine(vm, this, "compose", before)),
    ),
    method("run(Object... arguments): Object", &native(accept)),
    method("compare(Object... arguments): Object", &native(int)),
];

fn invoke(vm: &mut Vm, this: &Value, arguments: &[Value]) -> Res {
    vm.call_func(Func(this), arguments)
}

/// Joins with a closure as the interface says, not as closures do among themselves.
fn combine(vm: &mut Vm, this: &Value, name: &str, other: &Value) -> Res {
    let candidates = vm.candidates(this.class_id(), name);
    let of_interface = candidates
        .iter()
        .find(|c| vm.is_interface(c.class))
        .map(|c| c.callable.clone());
    match of_interface {
        Some(callable) => vm.invoke(&callable, this, &mut [other.clone()]),
        None => Err(vm.missing_method(this, name, std::slice::from_ref(other))),
    }
}

fn accept(vm: &mut Vm, this: &Value, arguments: &[Value]) -> Res<()> {
    invoke(vm, this, arguments).map(Value::done)
}

fn boolean(vm: &mut Vm, this: &Value, arguments: &[Value]) -> Res {
    let given = invoke(vm, this, arguments)?;
    vm.unboxed(given, ClassId::PRIMITIVE_BOOLEAN)
}

fn int(vm: &mut Vm, this: &Value, arguments: &[Value]) -> Res {
    let given = invoke(vm, this, arguments)?;
    vm.unboxed(given, ClassId::PRIMITIVE_INT)
}

fn long(vm: &mut Vm, this: &Value, arguments: &[Value]) -> Res {
    let given = invoke(vm, this, arguments)?;
    vm.unboxed(given, ClassId::PRIMITIVE_LONG)
}

fn double(vm: &mut Vm, this: &Value, arguments: &[Value]) -> Res {
    let given = invoke(vm, this, arguments)?;
    vm.unboxed(given, ClassId::PRIMITIVE_DOUBLE)
}

/// A closure as an object of a functional interface; none for other classes.
pub fn standing_for(closure: &Closure, interface: ClassId) -> Option<Rc<Closure>> {
    let names = |class: &&&Class| class.implements.iter().any(|i| i.id() == interface);
    LAMBDAS.iter().find(names).map(|class| closure.of_class(class.id()))
}

/// The class that a function made of another is of: the same if that stands for an interface, else a `Function`'s.
pub(super) fn kind_of(function: Func) -> &'static Class {
    let id = function.0.class_id();
    LAMBDAS
        .iter()
        .find(|class| class.id() == id)
        .copied()
        .unwrap_or(&FUNCTION_LAMBDA)
}
