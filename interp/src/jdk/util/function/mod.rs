//! `java.util.function`: the functional interfaces, which closures stand for: [`lambda`] has the classes that they are of then,
//! [`combined`] the functions that are made of others.

mod combined;
mod lambda;

use crate::registry::{Class, function, interface, method, native, required, unbound};
use combined::{and, and_then, both, compose, identity, is_equal, max_by, min_by, not, or};

pub use lambda::{LAMBDAS, standing_for};

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
