//! `java.lang.Math` and `StrictMath`.

use super::number::by_zero;
use crate::jdk::throwables;
use crate::jdk::util::random::Random;
use crate::registry::{Class, Member, class, constant, function, unbound};
use crate::semantics::number::java_pow;
use crate::{Res, Vm};
use std::cmp::Ordering;

/// `java.lang.Math`.
pub static CLASS: Class = class("java.lang.Math").abstract_class().members(MEMBERS);

/// `java.lang.StrictMath`.
pub static STRICT: Class = class("java.lang.StrictMath").abstract_class().members(MEMBERS);

const MEMBERS: &[Member] = &[
    constant("E: double", &unbound(|| std::f64::consts::E)),
    constant("PI: double", &unbound(|| std::f64::consts::PI)),
    function("acos(double a): double", &unbound(f64::acos)),
    function("asin(double a): double", &unbound(f64::asin)),
    function("atan(double a): double", &unbound(f64::atan)),
    function("cbrt(double a): double", &unbound(f64::cbrt)),
    function("ceil(double a): double", &unbound(f64::ceil)),
    function("cos(double a): double", &unbound(f64::cos)),
    function("cosh(double a): double", &unbound(f64::cosh)),
    function("exp(double a): double", &unbound(f64::exp)),
    function("floor(double a): double", &unbound(f64::floor)),
    function("log10(double a): double", &unbound(f64::log10)),
    function("sin(double a): double", &unbound(f64::sin)),
    function("sinh(double a): double", &unbound(f64::sinh)),
    function("sqrt(double a): double", &unbound(f64::sqrt)),
    function("tan(double a): double", &unbound(f64::tan)),
    function("tanh(double a): double", &unbound(f64::tanh)),
    function("expm1(double a): double", &unbound(f64::exp_m1)),
    function("log(double a): double", &unbound(f64::ln)),
    function("log1p(double a): double", &unbound(f64::ln_1p)),
    function("rint(double a): double", &unbound(f64::round_ties_even)),
    function(
        "toDegrees(double a): double",
        &unbound(|d: f64| d * (180.0 / std::f64::consts::PI)),
    ),
    function(
        "toRadians(double a): double",
        &unbound(|d: f64| d * (std::f64::consts::PI / 180.0)),
    ),
    function("atan2(double y, double x): double", &unbound(f64::atan2)),
    function("hypot(double x, double y): double", &unbound(f64::hypot)),
    function("pow(double a, double b): double", &unbound(java_pow)).doc("The power."),
    function("IEEEremainder(double a, double b): double", &unbound(ieee_remainder)),
    function("fma(double a, double b, double c): double", &unbound(f64::mul_add)),
    function("fma(float a, float b, float c): float", &unbound(f32::mul_add)),
    function("random(): double", &unbound(random)).doc("A number from 0 up to, but not, 1."),
    function("round(double a): long", &unbound(round)).doc("The nearest whole number, upwards from the middle."),
    function("round(float a): int", &unbound(round_float)).doc("The nearest whole number, upwards from the middle."),
    function("abs(int a): int", &unbound(i32::wrapping_abs)).doc("The magnitude."),
    function("max(int a, int b): int", &unbound(|a: i32, b: i32| a.max(b))).doc("The greater."),
    function("min(int a, int b): int", &unbound(|a: i32, b: i32| a.min(b))).doc("The lesser."),
    function(
        "absExact(int a): int",
        &unbound(|vm: &mut Vm, a: i32| exact_abs(vm, a.checked_abs(), "int")),
    )
    .doc("The result, or ArithmeticException where it does not fit."),
    function(
        "negateExact(int a): int",
        &unbound(|vm: &mut Vm, a: i32| exact(vm, "integer", a.checked_neg())),
    )
    .doc("The result, or ArithmeticException where it does not fit."),
    function(
        "incrementExact(int a): int",
        &unbound(|vm: &mut Vm, a: i32| exact(vm, "integer", a.checked_add(1))),
    )
    .doc("The result, or ArithmeticException where it does not fit."),
    function(
        "decrementExact(int a): int",
        &unbound(|vm: &mut Vm, a: i32| exact(vm, "integer", a.checked_sub(1))),
    )
    .doc("The result, or ArithmeticException where it does not fit."),
    function(
        "addExact(int a, int b): int",
        &unbound(|vm: &mut Vm, a: i32, b: i32| exact(vm, "integer", a.checked_add(b))),
    )
    .doc("The result, or ArithmeticException where it does not fit."),
    function(
        "subtractExact(int a, int b): int",
        &unbound(|vm: &mut Vm, a: i32, b: i32| exact(vm, "integer", a.checked_sub(b))),
    )
    .doc("The result, or ArithmeticException where it does not fit."),
    function(
        "multiplyExact(int a, int b): int",
        &unbound(|vm: &mut Vm, a: i32, b: i32| exact(vm, "integer", a.checked_mul(b))),
    )
    .doc("The result, or ArithmeticException where it does not fit."),
    function(
        "floorDiv(int a, int b): int",
        &unbound(|vm: &mut Vm, a: i32, b: i32| by_zero(vm, floor_div(a.into(), b.into())).map(|q| q as i32)),
    )
    .doc("The quotient, rounded down."),
    function(
        "floorMod(int a, int b): int",
        &unbound(|vm: &mut Vm, a: i32, b: i32| by_zero(vm, floor_mod(a.into(), b.into())).map(|q| q as i32)),
    )
    .doc("The remainder with the divisor's sign."),
    function("abs(long a): long", &unbound(i64::wrapping_abs)).doc("The magnitude."),
    function("max(long a, long b): long", &unbound(|a: i64, b: i64| a.max(b))).doc("The greater."),
    function("min(long a, long b): long", &unbound(|a: i64, b: i64| a.min(b))).doc("The lesser."),
    function(
        "absExact(long a): long",
        &unbound(|vm: &mut Vm, a: i64| exact_abs(vm, a.checked_abs(), "long")),
    )
    .doc("The result, or ArithmeticException where it does not fit."),
    function(
        "negateExact(long a): long",
        &unbound(|vm: &mut Vm, a: i64| exact(vm, "long", a.checked_neg())),
    )
    .doc("The result, or ArithmeticException where it does not fit."),
    function(
        "incrementExact(long a): long",
        &unbound(|vm: &mut Vm, a: i64| exact(vm, "long", a.checked_add(1))),
    )
    .doc("The result, or ArithmeticException where it does not fit."),
    function(
        "decrementExact(long a): long",
        &unbound(|vm: &mut Vm, a: i64| exact(vm, "long", a.checked_sub(1))),
    )
    .doc("The result, or ArithmeticException where it does not fit."),
    function(
        "addExact(long a, long b): long",
        &unbound(|vm: &mut Vm, a: i64, b: i64| exact(vm, "long", a.checked_add(b))),
    )
    .doc("The result, or ArithmeticException where it does not fit."),
    function(
        "subtractExact(long a, long b): long",
        &unbound(|vm: &mut Vm, a: i64, b: i64| exact(vm, "long", a.checked_sub(b))),
    )
    .doc("The result, or ArithmeticException where it does not fit."),
    function(
        "multiplyExact(long a, long b): long",
        &unbound(|vm: &mut Vm, a: i64, b: i64| exact(vm, "long", a.checked_mul(b))),
    )
    .doc("The result, or ArithmeticException where it does not fit."),
    function(
        "floorDiv(long a, long b): long",
        &unbound(|vm: &mut Vm, a: i64, b: i64| by_zero(vm, floor_div(a, b))),
    )
    .doc("The quotient, rounded down."),
    function(
        "floorMod(long a, long b): long",
        &unbound(|vm: &mut Vm, a: i64, b: i64| by_zero(vm, floor_mod(a, b))),
    )
    .doc("The remainder with the divisor's sign."),
    function(
        "multiplyExact(long a, int b): long",
        &unbound(|vm: &mut Vm, a: i64, b: i32| exact(vm, "long", a.checked_mul(b.into()))),
    ),
    function(
        "floorDiv(long a, int b): long",
        &unbound(|vm: &mut Vm, a: i64, b: i32| by_zero(vm, floor_div(a, b.into()))),
    ),
    function(
        "floorMod(long a, int b): int",
        &unbound(|vm: &mut Vm, a: i64, b: i32| by_zero(vm, floor_mod(a, b.into())).map(|q| q as i32)),
    ),
    function(
        "multiplyFull(int a, int b): long",
        &unbound(|a: i32, b: i32| i64::from(a) * i64::from(b)),
    ),
    function(
        "multiplyHigh(long a, long b): long",
        &unbound(|a: i64, b: i64| ((i128::from(a) * i128::from(b)) >> 64) as i64),
    ),
    function(
        "toIntExact(long a): int",
        &unbound(|vm: &mut Vm, a: i64| exact(vm, "integer", i32::try_from(a).ok())),
    )
    .doc("The number as an int, or ArithmeticException where it does not fit."),
    function("abs(float a): float", &unbound(f32::abs)).doc("The magnitude."),
    function("max(float a, float b): float", &unbound(max_f32)).doc("The greater; NaN if one is."),
    function("min(float a, float b): float", &unbound(min_f32)).doc("The lesser; NaN if one is."),
    function(
        "signum(float a): float",
        &unbound(|a: f32| if a == 0.0 || a.is_nan() { a } else { a.signum() }),
    ),
    function("copySign(float magnitude, float sign): float", &unbound(f32::copysign)),
    function("nextUp(float a): float", &unbound(f32::next_up)),
    function("nextDown(float a): float", &unbound(f32::next_down)),
    function(
        "nextAfter(float from, double to): float",
        &unbound(|a: f32, to: f64| match f64::from(a).partial_cmp(&to) {
            Some(Ordering::Less) => a.next_up(),
            Some(Ordering::Greater) => a.next_down(),
            Some(Ordering::Equal) => to as f32,
            None => f32::NAN,
        }),
    ),
    function(
        "ulp(float a): float",
        &unbound(|a: f32| {
            if a.is_finite() {
                let a = a.abs();
                if a == f32::MAX {
                    a - a.next_down()
                } else {
                    a.next_up() - a
                }
            } else {
                a.abs()
            }
        }),
    ),
    function(
        "scalb(float a, int exponent): float",
        &unbound(|a: f32, n: i32| scale(a.into(), n) as f32),
    ),
    function("abs(double a): double", &unbound(f64::abs)).doc("The magnitude."),
    function("max(double a, double b): double", &unbound(max_f64)).doc("The greater; NaN if one is."),
    function("min(double a, double b): double", &unbound(min_f64)).doc("The lesser; NaN if one is."),
    function(
        "signum(double a): double",
        &unbound(|a: f64| if a == 0.0 || a.is_nan() { a } else { a.signum() }),
    ),
    function(
        "copySign(double magnitude, double sign): double",
        &unbound(f64::copysign),
    ),
    function("nextUp(double a): double", &unbound(f64::next_up)),
    function("nextDown(double a): double", &unbound(f64::next_down)),
    function(
        "nextAfter(double from, double to): double",
        &unbound(|a: f64, to: f64| match a.partial_cmp(&to) {
            Some(Ordering::Less) => a.next_up(),
            Some(Ordering::Greater) => a.next_down(),
            Some(Ordering::Equal) => to,
            None => f64::NAN,
        }),
    ),
    function(
        "ulp(double a): double",
        &unbound(|a: f64| {
            if a.is_finite() {
                let a = a.abs();
                if a == f64::MAX {
                    a - a.next_down()
                } else {
                    a.next_up() - a
                }
            } else {
                a.abs()
            }
        }),
    ),
    function(
        "scalb(double a, int exponent): double",
        &unbound(|a: f64, n: i32| scale(a, n)),
    ),
    function(
        "getExponent(double a): int",
        &unbound(|d: f64| (((d.to_bits() >> 52) & 0x7ff) as i32) - 1023),
    ),
    function(
        "getExponent(float a): int",
        &unbound(|f: f32| (((f.to_bits() >> 23) & 0xff) as i32) - 127),
    ),
];

fn overflow<T>(vm: &mut Vm, message: String) -> Res<T> {
    Err(vm.throw(&throwables::ARITHMETIC_EXCEPTION, message))
}

fn exact<T>(vm: &mut Vm, kind: &str, result: Option<T>) -> Res<T> {
    match result {
        Some(result) => Ok(result),
        None => overflow(vm, format!("{kind} overflow")),
    }
}

fn exact_abs<T>(vm: &mut Vm, result: Option<T>, kind: &str) -> Res<T> {
    let class = if kind == "int" { "Integer" } else { "Long" };
    match result {
        Some(result) => Ok(result),
        None => overflow(vm, format!("Overflow to represent absolute value of {class}.MIN_VALUE")),
    }
}

fn floor_div(a: i64, b: i64) -> Option<i64> {
    if b == 0 {
        return None;
    }
    let quotient = a.wrapping_div(b);
    Some(if a.wrapping_rem(b) != 0 && (a < 0) != (b < 0) {
        quotient - 1
    } else {
        quotient
    })
}

fn floor_mod(a: i64, b: i64) -> Option<i64> {
    if b == 0 {
        return None;
    }
    let rest = a.wrapping_rem(b);
    Some(if rest != 0 && (rest < 0) != (b < 0) {
        rest + b
    } else {
        rest
    })
}

/// `Math.round(double)`: the floor of what is half more, without the rounding of that sum.
pub fn round(d: f64) -> i64 {
    let floor = d.floor();
    (if d - floor >= 0.5 { floor + 1.0 } else { floor }) as i64
}

/// `Math.round(float)`.
pub fn round_float(f: f32) -> i32 {
    let floor = f.floor();
    (if f - floor >= 0.5 { floor + 1.0 } else { floor }) as i32
}

fn ieee_remainder(a: f64, b: f64) -> f64 {
    if a.is_nan() || b.is_nan() || a.is_infinite() || b == 0.0 {
        return f64::NAN;
    }
    if b.is_infinite() {
        return a;
    }
    let b = b.abs();
    // The remainder by twice the divisor tells which multiple is nearest, and which of two is even.
    let rest = if b <= f64::MAX / 2.0 {
        (a % (b + b)).abs()
    } else {
        a.abs()
    };
    let nearest = if rest > b * 1.5 || (rest == b * 1.5 && b > 0.0) {
        rest - b - b
    } else if rest > b * 0.5 {
        rest - b
    } else {
        rest
    };
    if a.is_sign_negative() { -nearest } else { nearest }
}

fn scale(d: f64, exponent: i32) -> f64 {
    let exponent = exponent.clamp(-2200, 2200);
    let (first, second) = (exponent / 2, exponent - exponent / 2);
    let step = |e: i32| 2f64.powi(e / 2) * 2f64.powi(e - e / 2);
    d * step(first) * step(second)
}

macro_rules! extremes {
    ($max:ident $min:ident $t:ty) => {
        /// The greater, with 0.0 above -0.0, and NaN if one is.
        pub fn $max(a: $t, b: $t) -> $t {
            if a.is_nan() || b.is_nan() {
                return <$t>::NAN;
            }
            if a.total_cmp(&b) == Ordering::Less { b } else { a }
        }

        /// The lesser, with -0.0 below 0.0, and NaN if one is.
        pub fn $min(a: $t, b: $t) -> $t {
            if a.is_nan() || b.is_nan() {
                return <$t>::NAN;
            }
            if a.total_cmp(&b) == Ordering::Greater {
                b
            } else {
                a
            }
        }
    };
}

extremes! { max_f64 min_f64 f64 }
extremes! { max_f32 min_f32 f32 }

/// The numbers that one interpreter draws, from a seed that no other has.
struct Draws(Random);

fn random(vm: &mut Vm) -> f64 {
    if vm.state::<Draws>().is_none() {
        let seed = uuid::Uuid::new_v4().as_u128() as i64;
        vm.set_state(Draws(Random::seeded(seed)));
    }
    vm.state::<Draws>().map_or(0.0, |draws| draws.0.next_double())
}
