//! `java.util.function`: the functional interfaces, which closures stand for.

use crate::jdk::groovy::lang::closure::CLASS as CLOSURE;
use crate::jdk::lang::interfaces::RUNNABLE;
use crate::jdk::util::comparator::CLASS as COMPARATOR;
use crate::registry::{Class, ClassId, Func, Member, class, function, interface, method, native, required, unbound};
use crate::value::{Closure, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// `java.util.function.BiConsumer`.
pub static BI_CONSUMER: Class = interface("java.util.function.BiConsumer").members(&[
    required("accept(Object first, Object second): void"),
    method("andThen(BiConsumer after): BiConsumer", &native(both))
        .doc("Does this, then the other, with the same arguments."),
]);

/// `java.util.function.BiFunction`.
pub static BI_FUNCTION: Class = interface("java.util.function.BiFunction").members(&[
    required("apply(Object first, Object second): Object"),
    method("andThen(Function after): BiFunction", &native(and_then)).doc("Hands this one's result to the other."),
]);

/// `java.util.function.BiPredicate`.
pub static BI_PREDICATE: Class = interface("java.util.function.BiPredicate").members(&[
    required("test(Object first, Object second): boolean"),
    method("and(BiPredicate other): BiPredicate", &native(and))
        .doc("This and the other, which is asked only if need be."),
    method("negate(): BiPredicate", &native(not)).doc("The opposite of this test."),
    method("or(BiPredicate other): BiPredicate", &native(or)).doc("This or the other, which is asked only if need be."),
]);

/// `java.util.function.BinaryOperator`.
pub static BINARY_OPERATOR: Class = interface("java.util.function.BinaryOperator")
    .implements(&[&BI_FUNCTION])
    .members(&[
        function("maxBy(Comparator order): BinaryOperator", &unbound(max_by)).doc("The greater of two values."),
        function("minBy(Comparator order): BinaryOperator", &unbound(min_by)).doc("The lesser of two values."),
    ]);

/// `java.util.function.BooleanSupplier`.
pub static BOOLEAN_SUPPLIER: Class =
    interface("java.util.function.BooleanSupplier").members(&[required("getAsBoolean(): boolean")]);

/// `java.util.function.Consumer`.
pub static CONSUMER: Class = interface("java.util.function.Consumer").members(&[
    required("accept(Object value): void"),
    method("andThen(Consumer after): Consumer", &native(both))
        .doc("Does this, then the other, with the same arguments."),
]);

/// `java.util.function.DoubleBinaryOperator`.
pub static DOUBLE_BINARY_OPERATOR: Class = interface("java.util.function.DoubleBinaryOperator")
    .members(&[required("applyAsDouble(double first, double second): double")]);

/// `java.util.function.DoubleConsumer`.
pub static DOUBLE_CONSUMER: Class = interface("java.util.function.DoubleConsumer").members(&[
    required("accept(double value): void"),
    method("andThen(DoubleConsumer after): DoubleConsumer", &native(both))
        .doc("Does this, then the other, with the same arguments."),
]);

/// `java.util.function.DoubleFunction`.
pub static DOUBLE_FUNCTION: Class =
    interface("java.util.function.DoubleFunction").members(&[required("apply(double value): Object")]);

/// `java.util.function.DoublePredicate`.
pub static DOUBLE_PREDICATE: Class = interface("java.util.function.DoublePredicate").members(&[
    required("test(double value): boolean"),
    method("and(DoublePredicate other): DoublePredicate", &native(and))
        .doc("This and the other, which is asked only if need be."),
    method("negate(): DoublePredicate", &native(not)).doc("The opposite of this test."),
    method("or(DoublePredicate other): DoublePredicate", &native(or))
        .doc("This or the other, which is asked only if need be."),
]);

/// `java.util.function.DoubleSupplier`.
pub static DOUBLE_SUPPLIER: Class =
    interface("java.util.function.DoubleSupplier").members(&[required("getAsDouble(): double")]);

/// `java.util.function.DoubleToIntFunction`.
pub static DOUBLE_TO_INT_FUNCTION: Class =
    interface("java.util.function.DoubleToIntFunction").members(&[required("applyAsInt(double value): int")]);

/// `java.util.function.DoubleToLongFunction`.
pub static DOUBLE_TO_LONG_FUNCTION: Class =
    interface("java.util.function.DoubleToLongFunction").members(&[required("applyAsLong(double value): long")]);

/// `java.util.function.DoubleUnaryOperator`.
pub static DOUBLE_UNARY_OPERATOR: Class = interface("java.util.function.DoubleUnaryOperator").members(&[
    required("applyAsDouble(double value): double"),
    method(
        "andThen(DoubleUnaryOperator after): DoubleUnaryOperator",
        &native(and_then),
    )
    .doc("Hands this one's result to the other."),
    method(
        "compose(DoubleUnaryOperator before): DoubleUnaryOperator",
        &native(compose),
    )
    .doc("Hands the other's result to this one."),
    function("identity(): DoubleUnaryOperator", &unbound(identity)).doc("Gives back what it gets."),
]);

/// `java.util.function.Function`.
pub static FUNCTION: Class = interface("java.util.function.Function").members(&[
    required("apply(Object value): Object"),
    method("andThen(Function after): Function", &native(and_then)).doc("Hands this one's result to the other."),
    method("compose(Function before): Function", &native(compose)).doc("Hands the other's result to this one."),
    function("identity(): Function", &unbound(identity)).doc("Gives back what it gets."),
]);

/// `java.util.function.IntBinaryOperator`.
pub static INT_BINARY_OPERATOR: Class =
    interface("java.util.function.IntBinaryOperator").members(&[required("applyAsInt(int first, int second): int")]);

/// `java.util.function.IntConsumer`.
pub static INT_CONSUMER: Class = interface("java.util.function.IntConsumer").members(&[
    required("accept(int value): void"),
    method("andThen(IntConsumer after): IntConsumer", &native(both))
        .doc("Does this, then the other, with the same arguments."),
]);

/// `java.util.function.IntFunction`.
pub static INT_FUNCTION: Class =
    interface("java.util.function.IntFunction").members(&[required("apply(int value): Object")]);

/// `java.util.function.IntPredicate`.
pub static INT_PREDICATE: Class = interface("java.util.function.IntPredicate").members(&[
    required("test(int value): boolean"),
    method("and(IntPredicate other): IntPredicate", &native(and))
        .doc("This and the other, which is asked only if need be."),
    method("negate(): IntPredicate", &native(not)).doc("The opposite of this test."),
    method("or(IntPredicate other): IntPredicate", &native(or))
        .doc("This or the other, which is asked only if need be."),
]);

/// `java.util.function.IntSupplier`.
pub static INT_SUPPLIER: Class = interface("java.util.function.IntSupplier").members(&[required("getAsInt(): int")]);

/// `java.util.function.IntToDoubleFunction`.
pub static INT_TO_DOUBLE_FUNCTION: Class =
    interface("java.util.function.IntToDoubleFunction").members(&[required("applyAsDouble(int value): double")]);

/// `java.util.function.IntToLongFunction`.
pub static INT_TO_LONG_FUNCTION: Class =
    interface("java.util.function.IntToLongFunction").members(&[required("applyAsLong(int value): long")]);

/// `java.util.function.IntUnaryOperator`.
pub static INT_UNARY_OPERATOR: Class = interface("java.util.function.IntUnaryOperator").members(&[
    required("applyAsInt(int value): int"),
    method("andThen(IntUnaryOperator after): IntUnaryOperator", &native(and_then))
        .doc("Hands this one's result to the other."),
    method("compose(IntUnaryOperator before): IntUnaryOperator", &native(compose))
        .doc("Hands the other's result to this one."),
    function("identity(): IntUnaryOperator", &unbound(identity)).doc("Gives back what it gets."),
]);

/// `java.util.function.LongBinaryOperator`.
pub static LONG_BINARY_OPERATOR: Class = interface("java.util.function.LongBinaryOperator")
    .members(&[required("applyAsLong(long first, long second): long")]);

/// `java.util.function.LongConsumer`.
pub static LONG_CONSUMER: Class = interface("java.util.function.LongConsumer").members(&[
    required("accept(long value): void"),
    method("andThen(LongConsumer after): LongConsumer", &native(both))
        .doc("Does this, then the other, with the same arguments."),
]);

/// `java.util.function.LongFunction`.
pub static LONG_FUNCTION: Class =
    interface("java.util.function.LongFunction").members(&[required("apply(long value): Object")]);

/// `java.util.function.LongPredicate`.
pub static LONG_PREDICATE: Class = interface("java.util.function.LongPredicate").members(&[
    required("test(long value): boolean"),
    method("and(LongPredicate other): LongPredicate", &native(and))
        .doc("This and the other, which is asked only if need be."),
    method("negate(): LongPredicate", &native(not)).doc("The opposite of this test."),
    method("or(LongPredicate other): LongPredicate", &native(or))
        .doc("This or the other, which is asked only if need be."),
]);

/// `java.util.function.LongSupplier`.
pub static LONG_SUPPLIER: Class =
    interface("java.util.function.LongSupplier").members(&[required("getAsLong(): long")]);

/// `java.util.function.LongToDoubleFunction`.
pub static LONG_TO_DOUBLE_FUNCTION: Class =
    interface("java.util.function.LongToDoubleFunction").members(&[required("applyAsDouble(long value): double")]);

/// `java.util.function.LongToIntFunction`.
pub static LONG_TO_INT_FUNCTION: Class =
    interface("java.util.function.LongToIntFunction").members(&[required("applyAsInt(long value): int")]);

/// `java.util.function.LongUnaryOperator`.
pub static LONG_UNARY_OPERATOR: Class = interface("java.util.function.LongUnaryOperator").members(&[
    required("applyAsLong(long value): long"),
    method("andThen(LongUnaryOperator after): LongUnaryOperator", &native(and_then))
        .doc("Hands this one's result to the other."),
    method("compose(LongUnaryOperator before): LongUnaryOperator", &native(compose))
        .doc("Hands the other's result to this one."),
    function("identity(): LongUnaryOperator", &unbound(identity)).doc("Gives back what it gets."),
]);

/// `java.util.function.ObjDoubleConsumer`.
pub static OBJ_DOUBLE_CONSUMER: Class =
    interface("java.util.function.ObjDoubleConsumer").members(&[required("accept(Object first, double second): void")]);

/// `java.util.function.ObjIntConsumer`.
pub static OBJ_INT_CONSUMER: Class =
    interface("java.util.function.ObjIntConsumer").members(&[required("accept(Object first, int second): void")]);

/// `java.util.function.ObjLongConsumer`.
pub static OBJ_LONG_CONSUMER: Class =
    interface("java.util.function.ObjLongConsumer").members(&[required("accept(Object first, long second): void")]);

/// `java.util.function.Predicate`.
pub static PREDICATE: Class = interface("java.util.function.Predicate").members(&[
    required("test(Object value): boolean"),
    method("and(Predicate other): Predicate", &native(and)).doc("This and the other, which is asked only if need be."),
    method("negate(): Predicate", &native(not)).doc("The opposite of this test."),
    method("or(Predicate other): Predicate", &native(or)).doc("This or the other, which is asked only if need be."),
    function("isEqual(Object wanted): Predicate", &unbound(is_equal)).doc("Whether a value equals the wanted one."),
    function("not(Predicate test): Predicate", &unbound(not)).doc("The opposite of a test."),
]);

/// `java.util.function.Supplier`.
pub static SUPPLIER: Class = interface("java.util.function.Supplier").members(&[required("get(): Object")]);

/// `java.util.function.ToDoubleBiFunction`.
pub static TO_DOUBLE_BI_FUNCTION: Class = interface("java.util.function.ToDoubleBiFunction")
    .members(&[required("applyAsDouble(Object first, Object second): double")]);

/// `java.util.function.ToDoubleFunction`.
pub static TO_DOUBLE_FUNCTION: Class =
    interface("java.util.function.ToDoubleFunction").members(&[required("applyAsDouble(Object value): double")]);

/// `java.util.function.ToIntBiFunction`.
pub static TO_INT_BI_FUNCTION: Class = interface("java.util.function.ToIntBiFunction")
    .members(&[required("applyAsInt(Object first, Object second): int")]);

/// `java.util.function.ToIntFunction`.
pub static TO_INT_FUNCTION: Class =
    interface("java.util.function.ToIntFunction").members(&[required("applyAsInt(Object value): int")]);

/// `java.util.function.ToLongBiFunction`.
pub static TO_LONG_BI_FUNCTION: Class = interface("java.util.function.ToLongBiFunction")
    .members(&[required("applyAsLong(Object first, Object second): long")]);

/// `java.util.function.ToLongFunction`.
pub static TO_LONG_FUNCTION: Class =
    interface("java.util.function.ToLongFunction").members(&[required("applyAsLong(Object value): long")]);

/// `java.util.function.UnaryOperator`.
pub static UNARY_OPERATOR: Class = interface("java.util.function.UnaryOperator")
    .implements(&[&FUNCTION])
    .members(&[function("identity(): UnaryOperator", &unbound(identity)).doc("Gives back what it gets.")]);

macro_rules! lambdas {
    ($($name:ident $interface:ident $java:literal)*) => {
        $(static $name: Class = class($java)
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
    method("run(Object... arguments): Object", &native(accept)),
    method("compare(Object... arguments): Object", &native(int)),
];

fn invoke(vm: &mut Vm, this: &Value, arguments: &[Value]) -> Res {
    vm.call_func(Func(this), arguments)
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
fn kind_of(function: Func) -> &'static Class {
    let id = function.0.class_id();
    LAMBDAS
        .iter()
        .find(|class| class.id() == id)
        .copied()
        .unwrap_or(&FUNCTION_LAMBDA)
}

/// The interfaces of the package.
pub static CLASSES: &[&Class] = &[
    &BI_CONSUMER,
    &BI_FUNCTION,
    &BI_PREDICATE,
    &BINARY_OPERATOR,
    &BOOLEAN_SUPPLIER,
    &CONSUMER,
    &DOUBLE_BINARY_OPERATOR,
    &DOUBLE_CONSUMER,
    &DOUBLE_FUNCTION,
    &DOUBLE_PREDICATE,
    &DOUBLE_SUPPLIER,
    &DOUBLE_TO_INT_FUNCTION,
    &DOUBLE_TO_LONG_FUNCTION,
    &DOUBLE_UNARY_OPERATOR,
    &FUNCTION,
    &INT_BINARY_OPERATOR,
    &INT_CONSUMER,
    &INT_FUNCTION,
    &INT_PREDICATE,
    &INT_SUPPLIER,
    &INT_TO_DOUBLE_FUNCTION,
    &INT_TO_LONG_FUNCTION,
    &INT_UNARY_OPERATOR,
    &LONG_BINARY_OPERATOR,
    &LONG_CONSUMER,
    &LONG_FUNCTION,
    &LONG_PREDICATE,
    &LONG_SUPPLIER,
    &LONG_TO_DOUBLE_FUNCTION,
    &LONG_TO_INT_FUNCTION,
    &LONG_UNARY_OPERATOR,
    &OBJ_DOUBLE_CONSUMER,
    &OBJ_INT_CONSUMER,
    &OBJ_LONG_CONSUMER,
    &PREDICATE,
    &SUPPLIER,
    &TO_DOUBLE_BI_FUNCTION,
    &TO_DOUBLE_FUNCTION,
    &TO_INT_BI_FUNCTION,
    &TO_INT_FUNCTION,
    &TO_LONG_BI_FUNCTION,
    &TO_LONG_FUNCTION,
    &UNARY_OPERATOR,
];

/// A native function object over functions that it holds.
fn lambda(
    class: &'static Class,
    parameters: i32,
    holds: Vec<Value>,
    body: impl Fn(&mut Vm, &[Value], &[Value]) -> Res + 'static,
) -> Rc<Closure> {
    let held = holds.clone();
    Closure::native(Value::Null, parameters, holds, move |vm, args| body(vm, &held, args)).of_class(class.id())
}

/// Calls one of the functions that a function object holds.
fn call(vm: &mut Vm, held: &[Value], index: usize, args: &[Value]) -> Res {
    match held.get(index) {
        Some(function) => vm.call_func(Func(function), args),
        None => Ok(Value::Null),
    }
}

fn identity() -> Rc<Closure> {
    lambda(&UNARY_OPERATOR_LAMBDA, 1, vec![], |_, _, args| {
        Ok(args.first().cloned().unwrap_or_default())
    })
}

fn and_then(this: Func, after: Func) -> Rc<Closure> {
    lambda(
        kind_of(this),
        1,
        vec![this.0.clone(), after.0.clone()],
        |vm, held, args| {
            let between = call(vm, held, 0, args)?;
            call(vm, held, 1, &[between])
        },
    )
}

fn compose(this: Func, before: Func) -> Rc<Closure> {
    lambda(
        kind_of(this),
        1,
        vec![before.0.clone(), this.0.clone()],
        |vm, held, args| {
            let between = call(vm, held, 0, args)?;
            call(vm, held, 1, &[between])
        },
    )
}

fn both(this: Func, after: Func) -> Rc<Closure> {
    lambda(
        kind_of(this),
        1,
        vec![this.0.clone(), after.0.clone()],
        |vm, held, args| {
            call(vm, held, 0, args)?.done();
            call(vm, held, 1, args)
        },
    )
}

/// A test of `this` and another: `stop` is the answer of the first that settles the matter.
fn joined(this: Func, other: Func, stop: bool) -> Rc<Closure> {
    lambda(
        kind_of(this),
        1,
        vec![this.0.clone(), other.0.clone()],
        move |vm, held, args| {
            let first = call(vm, held, 0, args)?;
            if vm.truth(&first)? == stop {
                return Ok(Value::bool(stop));
            }
            let second = call(vm, held, 1, args)?;
            vm.truth(&second).map(Value::bool)
        },
    )
}

fn and(this: Func, other: Func) -> Rc<Closure> {
    joined(this, other, false)
}

fn or(this: Func, other: Func) -> Rc<Closure> {
    joined(this, other, true)
}

fn not(this: Func) -> Rc<Closure> {
    lambda(kind_of(this), 1, vec![this.0.clone()], |vm, held, args| {
        let answer = call(vm, held, 0, args)?;
        vm.truth(&answer).map(|b| Value::bool(!b))
    })
}

fn is_equal(wanted: &Value) -> Rc<Closure> {
    lambda(&PREDICATE_LAMBDA, 1, vec![wanted.clone()], |vm, held, args| {
        match (held, args) {
            ([wanted, ..], [value, ..]) => vm.java_equals(wanted, value).map(Value::bool),
            _ => Ok(Value::bool(false)),
        }
    })
}

/// One of two values by a comparator: the second where the comparison has the given sign.
fn choose(order: Func, second_if: fn(i32) -> bool) -> Rc<Closure> {
    lambda(
        &BINARY_OPERATOR_LAMBDA,
        2,
        vec![order.0.clone()],
        move |vm, held, args| {
            let order = call(vm, held, 0, args)?;
            let order = crate::semantics::number::narrow_to_i32(&order).unwrap_or(0);
            Ok(args.get(usize::from(second_if(order))).cloned().unwrap_or_default())
        },
    )
}

fn min_by(order: Func) -> Rc<Closure> {
    choose(order, |o| o > 0)
}

fn max_by(order: Func) -> Rc<Closure> {
    choose(order, |o| o < 0)
}
