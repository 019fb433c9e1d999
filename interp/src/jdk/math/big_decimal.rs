//! `java.math.BigDecimal`.

use super::rounding_mode;
use crate::jdk::io::byte_array::to_units;
use crate::jdk::lang::number::parse;
use crate::jdk::lang::{interfaces, number};
use crate::number::{ArithmeticError, BigDecimal, BigInteger, MathContext, RoundingMode};
use crate::registry::{Class, ClassId, class, constant, constructor, function, method, native, unbound};
use crate::value::{Array, Str, Value};
use crate::{Res, Vm, gdk};
use num_traits::{Signed, ToPrimitive};
use std::rc::Rc;

type Outcome = Result<BigDecimal, ArithmeticError>;

/// `java.math.BigDecimal`.
pub static CLASS: Class = class("java.math.BigDecimal")
    .doc("A decimal number of any size and any number of digits after the point.")
    .extends(&number::CLASS)
    .implements(&[&interfaces::COMPARABLE])
    .groovy(gdk::number::BIG_DECIMAL)
    .members(&[
        constant("ZERO: BigDecimal", &unbound(|| BigDecimal::whole(0))),
        constant("ONE: BigDecimal", &unbound(|| BigDecimal::whole(1))),
        constant("TEN: BigDecimal", &unbound(|| BigDecimal::whole(10))),
        constant("ROUND_UP: int", &unbound(|| 0)).deprecated("use RoundingMode.UP"),
        constant("ROUND_DOWN: int", &unbound(|| 1)).deprecated("use RoundingMode.DOWN"),
        constant("ROUND_CEILING: int", &unbound(|| 2)).deprecated("use RoundingMode.CEILING"),
        constant("ROUND_FLOOR: int", &unbound(|| 3)).deprecated("use RoundingMode.FLOOR"),
        constant("ROUND_HALF_UP: int", &unbound(|| 4)).deprecated("use RoundingMode.HALF_UP"),
        constant("ROUND_HALF_DOWN: int", &unbound(|| 5)).deprecated("use RoundingMode.HALF_DOWN"),
        constant("ROUND_HALF_EVEN: int", &unbound(|| 6)).deprecated("use RoundingMode.HALF_EVEN"),
        constant("ROUND_UNNECESSARY: int", &unbound(|| 7)).deprecated("use RoundingMode.UNNECESSARY"),
        constructor("BigDecimal(String text)", &unbound(of_text)),
        constructor(
            "BigDecimal(String text, MathContext context)",
            &unbound(|vm: &mut Vm, t: Option<&Rc<Str>>, c: &MathContext| {
                of_text(vm, t).and_then(|d| rounded(vm, Ok(d), *c))
            }),
        ),
        constructor("BigDecimal(char[] chars)", &unbound(of_chars)),
        constructor(
            "BigDecimal(char[] chars, int offset, int count)",
            &unbound(of_chars_part),
        ),
        constructor("BigDecimal(double value)", &unbound(of_double)),
        constructor(
            "BigDecimal(double value, MathContext context)",
            &unbound(|vm: &mut Vm, v: f64, c: &MathContext| of_double(vm, v).and_then(|d| rounded(vm, Ok(d), *c))),
        ),
        constructor("BigDecimal(int value)", &unbound(|i: i32| BigDecimal::from(i))),
        constructor(
            "BigDecimal(int value, MathContext context)",
            &unbound(|vm: &mut Vm, i: i32, c: &MathContext| rounded(vm, Ok(BigDecimal::from(i)), *c)),
        ),
        constructor("BigDecimal(long value)", &unbound(|l: i64| BigDecimal::from(l))),
        constructor(
            "BigDecimal(long value, MathContext context)",
            &unbound(|vm: &mut Vm, l: i64, c: &MathContext| rounded(vm, Ok(BigDecimal::from(l)), *c)),
        ),
        constructor(
            "BigDecimal(BigInteger value)",
            &unbound(|i: &BigInteger| BigDecimal::whole(i.clone())),
        ),
        constructor(
            "BigDecimal(BigInteger value, MathContext context)",
            &unbound(|vm: &mut Vm, i: &BigInteger, c: &MathContext| rounded(vm, Ok(BigDecimal::whole(i.clone())), *c)),
        ),
        constructor(
            "BigDecimal(BigInteger unscaled, int scale)",
            &unbound(|i: &BigInteger, s: i32| BigDecimal::new(i.clone(), s)),
        ),
        constructor(
            "BigDecimal(BigInteger unscaled, int scale, MathContext context)",
            &unbound(|vm: &mut Vm, i: &BigInteger, s: i32, c: &MathContext| {
                rounded(vm, Ok(BigDecimal::new(i.clone(), s)), *c)
            }),
        ),
        function(
            "valueOf(long value): BigDecimal",
            &unbound(|l: i64| BigDecimal::from(l)),
        )
        .doc("A long as a BigDecimal."),
        function(
            "valueOf(long unscaled, int scale): BigDecimal",
            &unbound(|l: i64, s: i32| BigDecimal::new(l, s)),
        )
        .doc("Digits and how many stand after the point."),
        function("valueOf(double value): BigDecimal", &unbound(value_of)).doc("A double as its text shows it."),
        method(
            "add(BigDecimal other): BigDecimal",
            &native(|vm: &mut Vm, a: &BigDecimal, b: &BigDecimal| vm.computed(a.add(b))),
        )
        .doc("The sum."),
        method(
            "add(BigDecimal other, MathContext context): BigDecimal",
            &native(|vm: &mut Vm, a: &BigDecimal, b: &BigDecimal, c: &MathContext| rounded(vm, a.add(b), *c)),
        )
        .doc("The sum, rounded."),
        method(
            "subtract(BigDecimal other): BigDecimal",
            &native(|vm: &mut Vm, a: &BigDecimal, b: &BigDecimal| vm.computed(a.subtract(b))),
        )
        .doc("The difference."),
        method(
            "subtract(BigDecimal other, MathContext context): BigDecimal",
            &native(|vm: &mut Vm, a: &BigDecimal, b: &BigDecimal, c: &MathContext| rounded(vm, a.subtract(b), *c)),
        )
        .doc("The difference, rounded."),
        method(
            "multiply(BigDecimal other): BigDecimal",
            &native(|vm: &mut Vm, a: &BigDecimal, b: &BigDecimal| vm.computed(a.multiply(b))),
        )
        .doc("The product."),
        method(
            "multiply(BigDecimal other, MathContext context): BigDecimal",
            &native(|vm: &mut Vm, a: &BigDecimal, b: &BigDecimal, c: &MathContext| rounded(vm, a.multiply(b), *c)),
        )
        .doc("The product, rounded."),
        method(
            "divide(BigDecimal other): BigDecimal",
            &native(|vm: &mut Vm, a: &BigDecimal, b: &BigDecimal| vm.computed(a.divide(b))),
        )
        .doc("The exact quotient; ArithmeticException if there is none."),
        method(
            "divide(BigDecimal other, MathContext context): BigDecimal",
            &native(|vm: &mut Vm, a: &BigDecimal, b: &BigDecimal, c: &MathContext| vm.computed(a.divide_to(b, *c))),
        )
        .doc("The quotient, rounded."),
        method(
            "divide(BigDecimal other, RoundingMode mode): BigDecimal",
            &native(|vm: &mut Vm, a: &BigDecimal, b: &BigDecimal, m: &Value| divide_at(vm, a, b, a.scale, m)),
        )
        .doc("The quotient with this number's scale."),
        method(
            "divide(BigDecimal other, int mode): BigDecimal",
            &native(|vm: &mut Vm, a: &BigDecimal, b: &BigDecimal, m: &Value| divide_at(vm, a, b, a.scale, m)),
        )
        .deprecated("use RoundingMode"),
        method(
            "divide(BigDecimal other, int scale, RoundingMode mode): BigDecimal",
            &native(divide_at),
        )
        .doc("The quotient with so many digits after the point."),
        method(
            "divide(BigDecimal other, int scale, int mode): BigDecimal",
            &native(divide_at),
        )
        .deprecated("use RoundingMode"),
        method(
            "divideToIntegralValue(BigDecimal other): BigDecimal",
            &native(|vm: &mut Vm, a: &BigDecimal, b: &BigDecimal| vm.computed(a.divide_to_integral(b))),
        )
        .doc("The whole part of the quotient."),
        method(
            "divideToIntegralValue(BigDecimal other, MathContext context): BigDecimal",
            &native(|vm: &mut Vm, a: &BigDecimal, b: &BigDecimal, c: &MathContext| {
                rounded(vm, a.divide_to_integral(b), *c)
            }),
        ),
        method(
            "remainder(BigDecimal other): BigDecimal",
            &native(|vm: &mut Vm, a: &BigDecimal, b: &BigDecimal| vm.computed(a.remainder(b))),
        )
        .doc("The remainder, with the sign of this number."),
        method(
            "remainder(BigDecimal other, MathContext context): BigDecimal",
            &native(|vm: &mut Vm, a: &BigDecimal, b: &BigDecimal, _: &MathContext| vm.computed(a.remainder(b))),
        ),
        method(
            "divideAndRemainder(BigDecimal other): BigDecimal[]",
            &native(divide_and_remainder),
        )
        .doc("The whole part of the quotient, and the remainder."),
        method("sqrt(MathContext context): BigDecimal", &native(sqrt)).doc("The square root, rounded."),
        method("pow(int exponent): BigDecimal", &native(pow)).doc("The power."),
        method(
            "pow(int exponent, MathContext context): BigDecimal",
            &native(pow_rounded),
        )
        .doc("The power, rounded."),
        method("abs(): BigDecimal", &native(BigDecimal::abs)).doc("The magnitude."),
        method(
            "abs(MathContext context): BigDecimal",
            &native(|vm: &mut Vm, d: &BigDecimal, c: &MathContext| rounded(vm, Ok(d.abs()), *c)),
        ),
        method("negate(): BigDecimal", &native(BigDecimal::negate)).doc("The negative."),
        method(
            "negate(MathContext context): BigDecimal",
            &native(|vm: &mut Vm, d: &BigDecimal, c: &MathContext| rounded(vm, Ok(d.negate()), *c)),
        ),
        method("plus(): BigDecimal", &native(|d: &BigDecimal| d.clone())).doc("The number itself."),
        method(
            "plus(MathContext context): BigDecimal",
            &native(|vm: &mut Vm, d: &BigDecimal, c: &MathContext| rounded(vm, Ok(d.clone()), *c)),
        )
        .doc("The number, rounded."),
        method(
            "round(MathContext context): BigDecimal",
            &native(|vm: &mut Vm, d: &BigDecimal, c: &MathContext| rounded(vm, Ok(d.clone()), *c)),
        )
        .doc("The number, rounded."),
        method(
            "signum(): int",
            &native(|d: &BigDecimal| d.unscaled.signum().to_i32().unwrap_or(0)),
        )
        .doc("-1, 0 or 1."),
        method("scale(): int", &native(|d: &BigDecimal| d.scale)).doc("How many digits stand after the point."),
        method("precision(): int", &native(|d: &BigDecimal| d.precision() as i32)).doc("How many digits it has."),
        method(
            "unscaledValue(): BigInteger",
            &native(|d: &BigDecimal| d.unscaled.clone()),
        )
        .doc("The digits as a whole number."),
        method(
            "setScale(int scale): BigDecimal",
            &native(|vm: &mut Vm, d: &BigDecimal, s: i32| vm.computed(d.set_scale(s, RoundingMode::Unnecessary))),
        )
        .doc("With so many digits after the point; ArithmeticException if that needs rounding."),
        method("setScale(int scale, RoundingMode mode): BigDecimal", &native(set_scale))
            .doc("With so many digits after the point, rounded."),
        method("setScale(int scale, int mode): BigDecimal", &native(set_scale)).deprecated("use RoundingMode"),
        method(
            "movePointLeft(int places): BigDecimal",
            &native(|vm: &mut Vm, d: &BigDecimal, n: i32| vm.computed(d.move_point_right(-i64::from(n)))),
        )
        .doc("Divided by a power of ten."),
        method(
            "movePointRight(int places): BigDecimal",
            &native(|vm: &mut Vm, d: &BigDecimal, n: i32| vm.computed(d.move_point_right(n.into()))),
        )
        .doc("Multiplied by a power of ten."),
        method(
            "scaleByPowerOfTen(int exponent): BigDecimal",
            &native(|vm: &mut Vm, d: &BigDecimal, n: i32| vm.computed(d.scale_by_power_of_ten(n))),
        )
        .doc("Multiplied by a power of ten, with the same digits."),
        method(
            "stripTrailingZeros(): BigDecimal",
            &native(BigDecimal::strip_trailing_zeros),
        )
        .doc("Without zeros at the end."),
        method(
            "compareTo(BigDecimal other): int",
            &native(|a: &BigDecimal, b: &BigDecimal| a.compare(b) as i32),
        )
        .doc("Order by number; 1.0 is level with 1.00."),
        method(
            "min(BigDecimal other): BigDecimal",
            &native(|a: &BigDecimal, b: &BigDecimal| if a.compare(b).is_le() { a.clone() } else { b.clone() }),
        )
        .doc("The lesser."),
        method(
            "max(BigDecimal other): BigDecimal",
            &native(|a: &BigDecimal, b: &BigDecimal| if a.compare(b).is_ge() { a.clone() } else { b.clone() }),
        )
        .doc("The greater."),
        method(
            "toEngineeringString(): String",
            &native(BigDecimal::to_engineering_string),
        )
        .doc("With an exponent that is a multiple of three."),
        method("toPlainString(): String", &native(plain)).doc("Without an exponent."),
        method(
            "toBigInteger(): BigInteger",
            &native(|vm: &mut Vm, d: &BigDecimal| vm.computed(d.to_big_integer())),
        )
        .doc("The whole part."),
        method(
            "toBigIntegerExact(): BigInteger",
            &native(|vm: &mut Vm, d: &BigDecimal| vm.computed(whole(d))),
        )
        .doc("The whole number; ArithmeticException if there is a fraction."),
        method(
            "intValueExact(): int",
            &native(|vm: &mut Vm, d: &BigDecimal| fits(vm, d, ToPrimitive::to_i32)),
        )
        .doc("The number as an int, or ArithmeticException where it does not fit."),
        method(
            "longValueExact(): long",
            &native(|vm: &mut Vm, d: &BigDecimal| fits(vm, d, ToPrimitive::to_i64)),
        )
        .doc("The number as a long, or ArithmeticException where it does not fit."),
        method(
            "shortValueExact(): short",
            &native(|vm: &mut Vm, d: &BigDecimal| fits(vm, d, ToPrimitive::to_i16)),
        ),
        method(
            "byteValueExact(): byte",
            &native(|vm: &mut Vm, d: &BigDecimal| fits(vm, d, ToPrimitive::to_i8)),
        ),
        method(
            "ulp(): BigDecimal",
            &native(|d: &BigDecimal| BigDecimal::new(1, d.scale)),
        )
        .doc("One in the last place."),
    ]);

fn of_text(vm: &mut Vm, text: Option<&Rc<Str>>) -> Res<BigDecimal> {
    match text {
        Some(text) => parse::big_decimal(vm, text),
        None => Err(vm.null_pointer("Cannot invoke \"String.toCharArray()\" because \"val\" is null")),
    }
}

fn of_chars(vm: &mut Vm, chars: &Array) -> Res<BigDecimal> {
    parse::big_decimal(vm, &Str::from_units(&to_units(chars)))
}

fn of_chars_part(vm: &mut Vm, chars: &Array, offset: i32, count: i32) -> Res<BigDecimal> {
    let range = usize::try_from(offset).ok().zip(usize::try_from(count).ok());
    let units = to_units(chars);
    match range.and_then(|(from, count)| units.get(from..from.checked_add(count)?)) {
        Some(part) => parse::big_decimal(vm, &Str::from_units(part)),
        None => Err(parse::bad_format(vm, "Bad offset or len arguments for char[] input.")),
    }
}

fn of_double(vm: &mut Vm, value: f64) -> Res<BigDecimal> {
    match BigDecimal::exactly(value) {
        Some(decimal) => Ok(decimal),
        None => Err(parse::bad_format(vm, "Infinite or NaN")),
    }
}

fn value_of(vm: &mut Vm, value: f64) -> Res<BigDecimal> {
    match BigDecimal::shown(value) {
        Some(decimal) => Ok(decimal),
        None => parse::big_decimal(vm, &Str::new(&crate::number::floating::double_to_string(value))),
    }
}

/// A result, rounded as a context asks.
fn rounded(vm: &mut Vm, outcome: Outcome, context: MathContext) -> Res {
    vm.computed(outcome.and_then(|d| {
        if context.precision == 0 {
            Ok(d)
        } else {
            d.round(context)
        }
    }))
}

fn divide_at(vm: &mut Vm, a: &BigDecimal, b: &BigDecimal, scale: i32, mode: &Value) -> Res {
    let mode = rounding_mode::of(vm, mode)?;
    vm.computed(a.divide_at(b, scale, mode))
}

fn set_scale(vm: &mut Vm, d: &BigDecimal, scale: i32, mode: &Value) -> Res {
    let mode = rounding_mode::of(vm, mode)?;
    vm.computed(d.set_scale(scale, mode))
}

fn divide_and_remainder(vm: &mut Vm, a: &BigDecimal, b: &BigDecimal) -> Res<Rc<Array>> {
    let whole = vm.computed(a.divide_to_integral(b))?;
    let rest = vm.computed(a.remainder(b))?;
    Ok(Array::new(ClassId::BIG_DECIMAL, vec![whole, rest]))
}

fn pow(vm: &mut Vm, d: &BigDecimal, exponent: i32) -> Res {
    if exponent < 0 {
        return Err(vm.arithmetic(ArithmeticError("Invalid operation")));
    }
    vm.computed(d.pow(exponent))
}

fn pow_rounded(vm: &mut Vm, d: &BigDecimal, exponent: i32, context: &MathContext) -> Res {
    if exponent >= 0 {
        return rounded(vm, d.pow(exponent), *context);
    }
    if context.precision == 0 {
        return Err(vm.arithmetic(ArithmeticError("Invalid operation")));
    }
    let power = d.pow(exponent.saturating_neg());
    vm.computed(power.and_then(|power| BigDecimal::one().divide_to(&power, *context)))
}

fn sqrt(vm: &mut Vm, d: &BigDecimal, context: &MathContext) -> Res {
    if d.unscaled.is_negative() {
        return Err(vm.arithmetic(ArithmeticError("Attempted square root of negative BigDecimal")));
    }
    vm.computed(square_root(d, *context))
}

/// The square root: of the digits with so many zeros behind them that its whole part has all that are asked for, and one to
/// round by. Java prefers half of the number's scale where the root is exact.
fn square_root(d: &BigDecimal, context: MathContext) -> Outcome {
    let preferred = d.scale / 2;
    if d.is_zero() {
        return Ok(BigDecimal::new(0, preferred));
    }
    let digits = match context.precision {
        0 => d.precision() / 2 + 1,
        precision => u64::from(precision) + 2,
    };
    let mut shift = (2 * digits).saturating_sub(d.precision()) as i64;
    shift += (shift + i64::from(d.scale)).rem_euclid(2);
    let power = crate::number::integer::pow(&BigInteger::from(10), shift.max(0) as u32)?;
    let radicand = &d.unscaled * power;
    let root = radicand.sqrt();
    let exact = &root * &root == radicand;
    let scale = i32::try_from((i64::from(d.scale) + shift) / 2).map_err(|_| ArithmeticError::TOO_LARGE)?;
    if exact {
        let stripped = BigDecimal::new(root, scale).strip_trailing_zeros();
        let scaled = if stripped.scale < preferred {
            stripped.set_scale(preferred, RoundingMode::Unnecessary)?
        } else {
            stripped
        };
        return if context.precision == 0 {
            Ok(scaled)
        } else {
            scaled.round(context)
        };
    }
    if context.precision == 0 {
        return Err(ArithmeticError("Computed square root not exact."));
    }
    // A digit that cannot be there in an exact root keeps the rounding from taking this one for exact.
    BigDecimal::new(root * 10 + 1, scale + 1).round(context)
}

fn plain(vm: &mut Vm, d: &BigDecimal) -> Res<String> {
    vm.reserve(usize::try_from(d.plain_length()).unwrap_or(usize::MAX))?;
    Ok(d.to_plain_string())
}

fn whole(d: &BigDecimal) -> Result<BigInteger, ArithmeticError> {
    d.set_scale(0, RoundingMode::Unnecessary).map(|whole| whole.unscaled)
}

fn fits<T>(vm: &mut Vm, d: &BigDecimal, narrow: fn(&BigInteger) -> Option<T>) -> Res<T> {
    let number = match whole(d) {
        Ok(number) => number,
        Err(error) => return Err(vm.arithmetic(error)),
    };
    match narrow(&number) {
        Some(number) => Ok(number),
        None => Err(vm.arithmetic(ArithmeticError("Overflow"))),
    }
}
