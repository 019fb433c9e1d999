//! What Groovy adds to numbers: operators as methods, counting, rounding, conversions.

use crate::jdk::throwables;
use crate::number::{BigDecimal, BigInteger, RoundingMode};
use crate::registry::{ClassId, Member, method, native};
use crate::semantics::number::{
    Operator, compare_numbers, narrow_to_i32, narrow_to_i64, to_big_decimal, to_big_integer, to_f32, to_f64,
};
use crate::value::{Closure, Str, Value};
use crate::{Res, Vm};
use std::cmp::Ordering;
use std::rc::Rc;

/// What it adds to every `Number`.
pub const MEMBERS: &[Member] = &[
    method("asBoolean(): boolean", &native(|vm: &mut Vm, n: &Value| vm.truth(n))).doc("Whether it is not zero."),
    method("asType(Class type): Object", &native(as_type)).doc("As a number of another kind, or another class."),
    method("plus(Number other): Number", &native(plus)).doc("The sum: `+`."),
    method("plus(Character other): Number", &native(plus)).doc("The sum: `+`."),
    method("plus(String text): String", &native(plus_text)).doc("The number's text with another behind it."),
    method("minus(Number other): Number", &native(minus)).doc("The difference: `-`."),
    method("minus(Character other): Number", &native(minus)).doc("The difference: `-`."),
    method("multiply(Number other): Number", &native(multiply)).doc("The product: `*`."),
    method("multiply(Character other): Number", &native(multiply)).doc("The product: `*`."),
    method("div(Number other): Number", &native(div)).doc("The quotient: `/`."),
    method("div(Character other): Number", &native(div)).doc("The quotient: `/`."),
    method("intdiv(Number other): Number", &native(intdiv)).doc("The whole quotient."),
    method("intdiv(Character other): Number", &native(intdiv)).doc("The whole quotient."),
    method("mod(Number other): Number", &native(modulo)).doc("The remainder: `%`."),
    method("remainder(Number other): Number", &native(modulo)).doc("The remainder: `%`."),
    method("power(Number exponent): Number", &native(power)).doc("The power: `**`."),
    method("and(Number other): Number", &native(and)).doc("The bits that both have: `&`."),
    method("or(Number other): Number", &native(or)).doc("The bits that either has: `|`."),
    method("xor(Number other): Number", &native(xor)).doc("The bits that one of them has: `^`."),
    method("leftShift(Number distance): Number", &native(left_shift)).doc("The bits moved to the left: `<<`."),
    method("rightShift(Number distance): Number", &native(right_shift)).doc("The bits moved to the right: `>>`."),
    method(
        "rightShiftUnsigned(Number distance): Number",
        &native(right_shift_unsigned),
    )
    .doc("The bits moved to the right, with zeros: `>>>`."),
    method("bitwiseNegate(): Number", &native(bitwise_negate)).doc("The other bits: `~`."),
    method(
        "unaryMinus(): Number",
        &native(|vm: &mut Vm, n: &Value| negate(vm, &widened(n))),
    )
    .doc("The negative: `-n`."),
    method("negative(): Number", &native(negate)).doc("The negative: `-n`."),
    method("unaryPlus(): Number", &native(widened)).doc("The number: `+n`."),
    method("positive(): Number", &native(Value::clone)).doc("The number: `+n`."),
    method("next(): Number", &native(|vm: &mut Vm, n: &Value| add(vm, n, 1))).doc("One more: `++`."),
    method("previous(): Number", &native(|vm: &mut Vm, n: &Value| add(vm, n, -1))).doc("One less: `--`."),
    method("compareTo(Number other): int", &native(compare_to)).doc("Order by value."),
    method("compareTo(Character other): int", &native(compare_to)).doc("Order by value."),
    method("isCase(Number value): boolean", &native(is_case)).doc("Whether the values are the same, for `switch`."),
    method(
        "isNotCase(Number value): boolean",
        &native(|a: &Value, b: &Value| !is_case(a, b)),
    )
    .doc("The opposite of `isCase`."),
    method("abs(): Number", &native(abs)).doc("The magnitude."),
    method("times(Closure action): void", &native(times)).doc("Calls a closure so many times, with 0, 1, 2 …"),
    method("upto(Number to, Closure action): void", &native(up_to))
        .doc("Calls a closure with each number up to another."),
    method("downto(Number to, Closure action): void", &native(down_to))
        .doc("Calls a closure with each number down to another."),
    method("step(Number to, Number step, Closure action): void", &native(step))
        .doc("Calls a closure with numbers at a distance, short of another."),
    method(
        "toInteger(): Integer",
        &native(|n: &Value| narrow_to_i32(n).unwrap_or(0)),
    )
    .doc("As an Integer; what does not fit is cut."),
    method("toLong(): Long", &native(|n: &Value| narrow_to_i64(n).unwrap_or(0)))
        .doc("As a Long; what does not fit is cut."),
    method("toFloat(): Float", &native(|n: &Value| to_f32(n).unwrap_or(0.0))).doc("As a Float, rounded."),
    method("toDouble(): Double", &native(|n: &Value| to_f64(n).unwrap_or(0.0))).doc("As a Double, rounded."),
    method("toBigInteger(): BigInteger", &native(big_integer)).doc("The whole part."),
    method("toBigDecimal(): BigDecimal", &native(big_decimal)).doc("The number as its text shows it."),
];

/// What it adds to `Integer`.
pub const WHOLE: &[Member] = &[method("power(Integer exponent): Number", &native(power)).doc("The power: `**`.")];

/// What it adds to `Long`.
pub const LONG: &[Member] = &[
    method("power(Integer exponent): Number", &native(power)).doc("The power: `**`."),
    method("abs(): long", &native(i64::wrapping_abs)).doc("The magnitude."),
    method("upto(Number to, Closure action): void", &native(up_to))
        .doc("Calls a closure with each number up to another."),
    method("downto(Number to, Closure action): void", &native(down_to))
        .doc("Calls a closure with each number down to another."),
];

/// What it adds to `Double`.
pub const DOUBLE: &[Member] = &[
    method("abs(): double", &native(f64::abs)).doc("The magnitude."),
    method("round(): long", &native(crate::jdk::lang::math::round)).doc("The nearest whole number."),
    method("round(int digits): double", &native(round_to)).doc("With so many digits after the point, rounded."),
    method("trunc(): double", &native(f64::trunc)).doc("Without the fraction."),
    method("trunc(int digits): double", &native(trunc_to)).doc("With so many digits after the point, cut."),
    method(
        "equalsIgnoreZeroSign(Object other): boolean",
        &native(equals_ignoring_zero_sign),
    )
    .doc("`equals`, with -0.0 like 0.0."),
    method("upto(Number to, Closure action): void", &native(up_to))
        .doc("Calls a closure with each number up to another."),
    method("downto(Number to, Closure action): void", &native(down_to))
        .doc("Calls a closure with each number down to another."),
];

/// What it adds to `Float`.
pub const FLOAT: &[Member] = &[
    method("abs(): float", &native(f32::abs)).doc("The magnitude."),
    method("round(): int", &native(crate::jdk::lang::math::round_float)).doc("The nearest whole number."),
    method(
        "round(int digits): float",
        &native(|f: f32, digits: i32| round_to(f.into(), digits) as f32),
    )
    .doc("With so many digits after the point, rounded."),
    method("trunc(): float", &native(f32::trunc)).doc("Without the fraction."),
    method(
        "trunc(int digits): float",
        &native(|f: f32, digits: i32| trunc_to(f.into(), digits) as f32),
    )
    .doc("With so many digits after the point, cut."),
    method(
        "equalsIgnoreZeroSign(Object other): boolean",
        &native(equals_ignoring_zero_sign),
    )
    .doc("`equals`, with -0.0 like 0.0."),
    method("upto(Number to, Closure action): void", &native(up_to))
        .doc("Calls a closure with each number up to another."),
    method("downto(Number to, Closure action): void", &native(down_to))
        .doc("Calls a closure with each number down to another."),
];

/// What it adds to `BigInteger`.
pub const BIG_INTEGER: &[Member] = &[
    method("power(Integer exponent): Number", &native(power)).doc("The power: `**`."),
    method("power(BigInteger exponent): BigInteger", &native(power)).doc("The power: `**`."),
    method("upto(Number to, Closure action): void", &native(up_to))
        .doc("Calls a closure with each number up to another."),
    method("downto(Number to, Closure action): void", &native(down_to))
        .doc("Calls a closure with each number down to another."),
];

/// What it adds to `BigDecimal`.
pub const BIG_DECIMAL: &[Member] = &[
    method("power(Integer exponent): Number", &native(power)).doc("The power: `**`."),
    method("multiply(Double other): Number", &native(multiply)).doc("The product: `*`."),
    method("multiply(BigInteger other): Number", &native(multiply)).doc("The product: `*`."),
    method(
        "round(): BigDecimal",
        &native(|vm: &mut Vm, d: &BigDecimal| rescale(vm, d, 0, RoundingMode::HalfUp)),
    )
    .doc("The nearest whole number."),
    method(
        "round(int digits): BigDecimal",
        &native(|vm: &mut Vm, d: &BigDecimal, digits: i32| rescale(vm, d, digits, RoundingMode::HalfUp)),
    )
    .doc("With so many digits after the point, rounded."),
    method(
        "trunc(): BigDecimal",
        &native(|vm: &mut Vm, d: &BigDecimal| rescale(vm, d, 0, RoundingMode::Down)),
    )
    .doc("Without the fraction."),
    method(
        "trunc(int digits): BigDecimal",
        &native(|vm: &mut Vm, d: &BigDecimal, digits: i32| rescale(vm, d, digits, RoundingMode::Down)),
    )
    .doc("With so many digits after the point, cut."),
    method(
        "isAtLeast(BigDecimal other): Boolean",
        &native(|a: &BigDecimal, b: &BigDecimal| a.compare(b).is_ge()),
    )
    .doc("Whether it is not less than another."),
    method("isAtLeast(String other): Boolean", &native(is_at_least)).doc("Whether it is not less than another."),
    method("upto(Number to, Closure action): void", &native(up_to))
        .doc("Calls a closure with each number up to another."),
    method("downto(Number to, Closure action): void", &native(down_to))
        .doc("Calls a closure with each number down to another."),
];

fn as_type(vm: &mut Vm, this: &Value, class: &Value) -> Res {
    vm.as_type(this, class.as_class().unwrap_or(ClassId::OBJECT))
}

/// A character as its number.
fn number(value: &Value) -> Value {
    match value {
        Value::Char(c) => Value::int(c.get()),
        other => other.clone(),
    }
}

fn calculate(vm: &mut Vm, operator: Operator, a: &Value, b: &Value) -> Res {
    match vm.number_operation(operator, a, &number(b)) {
        Some(result) => result,
        None if b.is_null() => Err(vm.throw_silent(&throwables::NULL_POINTER_EXCEPTION)),
        None => Err(vm.illegal_argument("argument type mismatch")),
    }
}

macro_rules! operators {
    ($($name:ident $operator:ident)*) => {
        $(fn $name(vm: &mut Vm, a: &Value, b: &Value) -> Res {
            calculate(vm, Operator::$operator, a, b)
        })*
    };
}

operators! {
    plus Plus minus Minus multiply Multiply div Div modulo Mod power Power and And or Or xor Xor
    left_shift LeftShift right_shift RightShift right_shift_unsigned RightShiftUnsigned
}

fn plus_text(vm: &mut Vm, a: &Value, text: &Str) -> Res<Rc<Str>> {
    Ok(vm.to_str(a)?.concat(text))
}

fn intdiv(vm: &mut Vm, a: &Value, b: &Value) -> Res {
    match vm.int_division(a, &number(b)) {
        Some(result) => result,
        None => Err(vm.illegal_argument("argument type mismatch")),
    }
}

fn bitwise_negate(vm: &mut Vm, n: &Value) -> Res {
    match vm.bitwise_negate_number(n) {
        Some(result) => result,
        None => Err(vm.unsupported("Cannot use ~ on this number")),
    }
}

fn negate(vm: &mut Vm, n: &Value) -> Value {
    vm.negate_number(n).unwrap_or_default()
}

/// As Groovy's arithmetic takes it: a `byte` or `short` as an int, a `float` as a double.
fn widened(n: &Value) -> Value {
    match n {
        Value::Byte(i) | Value::Short(i) => Value::int(i.get()),
        Value::Float(f) => Value::double(f.get().into()),
        other => other.clone(),
    }
}

fn add(vm: &mut Vm, n: &Value, more: i32) -> Res {
    calculate(vm, Operator::Plus, n, &Value::int(more))
}

fn compare_to(vm: &mut Vm, a: &Value, b: &Value) -> Res<i32> {
    Ok(vm.compare(a, b)? as i32)
}

fn is_case(a: &Value, b: &Value) -> bool {
    compare_numbers(a, b) == Some(Ordering::Equal)
}

fn abs(vm: &mut Vm, n: &Value) -> Res {
    match n {
        Value::Int(i) | Value::Short(i) | Value::Byte(i) => Ok(Value::int(i.get().wrapping_abs())),
        Value::Long(l) => Ok(Value::Long(l.wrapping_abs())),
        other if compare_numbers(other, &Value::int(0)) == Some(Ordering::Less) => Ok(negate(vm, other)),
        other => Ok(other.clone()),
    }
}

fn round_to(number: f64, digits: i32) -> f64 {
    let shift = 10f64.powi(digits);
    (number * shift + 0.5).floor() / shift
}

fn trunc_to(number: f64, digits: i32) -> f64 {
    let shift = 10f64.powi(digits);
    (number * shift).trunc() / shift
}

fn equals_ignoring_zero_sign(vm: &mut Vm, a: &Value, b: &Value) -> Res<bool> {
    let zero = |v: &Value| matches!(v, Value::Double(_) | Value::Float(_)) && to_f64(v) == Some(0.0);
    if zero(a) && zero(b) && a.class_id() == b.class_id() {
        return Ok(true);
    }
    vm.java_equals(a, b)
}

fn rescale(vm: &mut Vm, d: &BigDecimal, digits: i32, mode: RoundingMode) -> Res {
    vm.computed(d.set_scale(digits, mode))
}

fn is_at_least(vm: &mut Vm, d: &BigDecimal, other: &Str) -> Res<bool> {
    let other = crate::jdk::lang::number::parse::big_decimal(vm, other)?;
    Ok(d.compare(&other).is_ge())
}

fn no_finite_number(vm: &mut Vm, n: &Value) -> crate::Thrown {
    let shown = to_f64(n).unwrap_or(f64::NAN);
    let message = if shown.is_nan() {
        "Character N is neither a decimal digit number, decimal point, nor \"e\" notation exponential mark."
    } else {
        "Character I is neither a decimal digit number, decimal point, nor \"e\" notation exponential mark."
    };
    vm.throw(&throwables::NUMBER_FORMAT_EXCEPTION, message)
}

fn big_integer(vm: &mut Vm, n: &Value) -> Res<BigInteger> {
    match to_big_integer(n) {
        Some(i) => Ok(i),
        None => Err(no_finite_number(vm, n)),
    }
}

fn big_decimal(vm: &mut Vm, n: &Value) -> Res<BigDecimal> {
    match to_big_decimal(n) {
        Some(d) => Ok(d),
        None => Err(no_finite_number(vm, n)),
    }
}

fn done(action: &Closure) -> bool {
    action.directive.get() == 1
}

fn times(vm: &mut Vm, n: &Value, action: &Rc<Closure>) -> Res<()> {
    for i in 0..narrow_to_i32(n).unwrap_or(0) {
        vm.tick()?;
        vm.call_closure(action, &[Value::int(i)])?.done();
        if done(action) {
            break;
        }
    }
    Ok(())
}

/// The bound of a count in the kind of the number that counts: whole numbers count by whole numbers of their own size.
fn bound(from: &Value, to: &Value) -> Value {
    match from {
        Value::Int(_) | Value::Short(_) | Value::Byte(_) => Value::int(narrow_to_i32(to).unwrap_or(0)),
        Value::Long(_) => Value::Long(narrow_to_i64(to).unwrap_or(0)),
        _ => to.clone(),
    }
}

/// Counts by a distance as long as the number has not passed the bound.
fn count(vm: &mut Vm, from: &Value, to: &Value, by: i32, action: &Rc<Closure>) -> Res<()> {
    let mut at = match from {
        Value::Short(i) | Value::Byte(i) => Value::int(i.get()),
        other => other.clone(),
    };
    let past = if by > 0 { Ordering::Greater } else { Ordering::Less };
    while compare_numbers(&at, to).is_some_and(|order| order != past) {
        vm.tick()?;
        vm.call_closure(action, std::slice::from_ref(&at))?.done();
        let next = match &at {
            // The last number has none after it.
            Value::Int(i) => match i.get().checked_add(by) {
                Some(next) => Value::int(next),
                None => break,
            },
            Value::Float(f) => Value::float(f.get() + by as f32),
            other => add(vm, other, by)?,
        };
        at.put(next);
    }
    Ok(())
}

fn up_to(vm: &mut Vm, from: &Value, to: &Value, action: &Rc<Closure>) -> Res<()> {
    let last = bound(from, to);
    if compare_numbers(from, &last).is_some_and(Ordering::is_gt) {
        let (from, to) = (vm.to_text(from)?, vm.to_text(to)?);
        let message = format!("The argument ({to}) to upto() cannot be less than the value ({from}) it's called on.");
        return Err(vm.throw(&throwables::GROOVY_RUNTIME_EXCEPTION, message));
    }
    count(vm, from, &last, 1, action)
}

fn down_to(vm: &mut Vm, from: &Value, to: &Value, action: &Rc<Closure>) -> Res<()> {
    let last = bound(from, to);
    if compare_numbers(from, &last).is_some_and(Ordering::is_lt) {
        let (from, to) = (vm.to_text(from)?, vm.to_text(to)?);
        let message =
            format!("The argument ({to}) to downto() cannot be greater than the value ({from}) it's called on.");
        return Err(vm.throw(&throwables::GROOVY_RUNTIME_EXCEPTION, message));
    }
    count(vm, from, &last, -1, action)
}

/// The kind in which `step` counts: BigDecimal or BigInteger if one of the numbers is, else int.
fn step_kind(numbers: [&Value; 3]) -> fn(&Value) -> Value {
    if numbers.iter().any(|n| matches!(n, Value::BigDecimal(_))) {
        |n| to_big_decimal(n).map(Value::big_decimal).unwrap_or_default()
    } else if numbers.iter().any(|n| matches!(n, Value::BigInteger(_))) {
        |n| to_big_integer(n).map(Value::big_integer).unwrap_or_default()
    } else {
        |n| Value::int(narrow_to_i32(n).unwrap_or(0))
    }
}

fn step(vm: &mut Vm, from: &Value, to: &Value, by: &Value, action: &Rc<Closure>) -> Res<()> {
    let kind = step_kind([from, to, by]);
    let (mut at, to, by) = (kind(from), kind(to), kind(by));
    let direction = compare_numbers(&by, &Value::int(0)).unwrap_or(Ordering::Equal);
    let away = compare_numbers(&to, &at).unwrap_or(Ordering::Equal);
    if away == Ordering::Equal {
        return Ok(());
    }
    if direction != away {
        let (at, to, by) = (vm.to_text(&at)?, vm.to_text(&to)?, vm.to_text(&by)?);
        let message = format!("Infinite loop in {at}.step({to}, {by})");
        return Err(vm.throw(&throwables::GROOVY_RUNTIME_EXCEPTION, message));
    }
    while compare_numbers(&to, &at) == Some(direction) {
        vm.tick()?;
        vm.call_closure(action, std::slice::from_ref(&at))?.done();
        let next = calculate(vm, Operator::Plus, &at, &by)?;
        at.put(next);
    }
    Ok(())
}
