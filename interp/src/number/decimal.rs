//! `java.math.BigDecimal`: what it is, its digits, its scale, and conversions.

use super::{ArithmeticError, BigInteger, MathContext, RoundingMode, integer};
use num_bigint::{BigUint, Sign};
use num_traits::{One, Signed, Zero};
use std::cmp::Ordering;

/// An unscaled integer and a scale (the number of digits after the point, negative for trailing zeros before it). Equality is
/// Java's `equals`: value and scale; by value it is [`BigDecimal::compare`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BigDecimal {
    /// `unscaledValue()`.
    pub unscaled: BigInteger,
    /// `scale()`.
    pub scale: i32,
}

impl BigDecimal {
    /// From its parts.
    pub fn new(unscaled: impl Into<BigInteger>, scale: i32) -> BigDecimal {
        BigDecimal {
            unscaled: unscaled.into(),
            scale,
        }
    }

    /// A whole number.
    pub fn whole(value: impl Into<BigInteger>) -> BigDecimal {
        BigDecimal::new(value, 0)
    }

    /// `new BigDecimal(double)`: every digit of the binary number. None for what is not finite.
    pub fn exactly(d: f64) -> Option<BigDecimal> {
        if !d.is_finite() {
            return None;
        }
        let bits = d.to_bits();
        let stored = ((bits >> 52) & 0x7ff) as i32;
        let fraction = bits & ((1 << 52) - 1);
        let (mantissa, exponent) = if stored == 0 {
            (fraction << 1, -1075)
        } else {
            (fraction | (1 << 52), stored - 1075)
        };
        if mantissa == 0 {
            return Some(BigDecimal::whole(0));
        }
        let even = mantissa.trailing_zeros();
        let (mantissa, exponent) = (mantissa >> even, exponent + even as i32);
        let sign = if d < 0.0 { Sign::Minus } else { Sign::Plus };
        let with = |magnitude: BigUint, scale| BigDecimal::new(BigInteger::from_biguint(sign, magnitude), scale);
        Some(if exponent >= 0 {
            with(BigUint::from(mantissa) << exponent, 0)
        } else {
            // m / 2^n = m × 5^n / 10^n
            let n = exponent.unsigned_abs();
            with(BigUint::from(mantissa) * BigUint::from(5u32).pow(n), n as i32)
        })
    }

    /// `BigDecimal.valueOf(double)`: the number that `Double.toString` shows. None for what is not finite.
    pub fn shown(d: f64) -> Option<BigDecimal> {
        super::floating::double_to_string(d).parse().ok()
    }

    /// `precision()`: the number of digits of the unscaled value.
    pub fn precision(&self) -> u64 {
        integer::digits(self.unscaled.magnitude())
    }

    /// Zero?
    pub fn is_zero(&self) -> bool {
        self.unscaled.is_zero()
    }

    /// `compareTo`: by value, whatever the scales.
    pub fn compare(&self, other: &BigDecimal) -> Ordering {
        let (a, b) = (self.unscaled.sign(), other.unscaled.sign());
        if a != b || a == Sign::NoSign || self.scale == other.scale {
            return self.unscaled.cmp(&other.unscaled);
        }
        let magnitude = self
            .magnitude_exponent()
            .cmp(&other.magnitude_exponent())
            .then_with(|| {
                // As many digits before the point: the scales differ by no more than the precisions do.
                let difference = i64::from(self.scale) - i64::from(other.scale);
                let aligned = |m: &BigUint, by: i64| m * BigUint::from(10u32).pow(by.max(0) as u32);
                aligned(self.unscaled.magnitude(), -difference).cmp(&aligned(other.unscaled.magnitude(), difference))
            });
        if a == Sign::Minus {
            magnitude.reverse()
        } else {
            magnitude
        }
    }

    /// The exponent of its first digit.
    fn magnitude_exponent(&self) -> i64 {
        self.precision() as i64 - i64::from(self.scale)
    }

    /// `hashCode()`.
    pub fn hash(&self) -> u32 {
        integer::hash(&self.unscaled)
            .wrapping_mul(31)
            .wrapping_add(self.scale as u32)
    }

    /// `setScale(scale, rounding)`.
    pub fn set_scale(&self, scale: i32, rounding: RoundingMode) -> Result<BigDecimal, ArithmeticError> {
        let more = i64::from(scale) - i64::from(self.scale);
        let unscaled = if self.is_zero() || more == 0 {
            self.unscaled.clone()
        } else if more > 0 {
            self.scaled_up(more as u64)?
        } else {
            self.scaled_down(more.unsigned_abs(), rounding)?
        };
        Ok(BigDecimal { unscaled, scale })
    }

    /// The unscaled value with zeros appended.
    pub(super) fn scaled_up(&self, zeros: u64) -> Result<BigInteger, ArithmeticError> {
        if zeros == 0 || self.is_zero() {
            return Ok(self.unscaled.clone());
        }
        integer::bounded(self.unscaled.bits().saturating_add(zeros.saturating_mul(10) / 3))?;
        Ok(&self.unscaled * BigInteger::from(integer::power_of_ten(zeros)?))
    }

    /// The unscaled value without its last digits.
    pub(super) fn scaled_down(&self, digits: u64, rounding: RoundingMode) -> Result<BigInteger, ArithmeticError> {
        if digits > self.precision() && !self.is_zero() {
            // All digits go, and what goes is less than half.
            let negative = self.unscaled.is_negative();
            return rounding.rounded(BigInteger::zero(), negative, Ordering::Less);
        }
        rounding.divide(&self.unscaled, &integer::power_of_ten(digits)?.into())
    }

    /// `round(context)`.
    pub fn round(&self, context: MathContext) -> Result<BigDecimal, ArithmeticError> {
        let mut result = self.clone();
        let wanted = u64::from(context.precision);
        if wanted == 0 {
            return Ok(result);
        }
        // Rounding up may carry into one digit more, which is then cut off as well.
        while let Some(more @ 1..) = result.precision().checked_sub(wanted) {
            let scale = checked_scale(i64::from(result.scale) - more as i64, false)?;
            result = BigDecimal::new(result.scaled_down(more, context.rounding)?, scale);
        }
        Ok(result)
    }

    /// `stripTrailingZeros()`.
    pub fn strip_trailing_zeros(&self) -> BigDecimal {
        if self.is_zero() {
            return BigDecimal::whole(0);
        }
        self.stripped_to(i64::from(i32::MIN))
    }

    /// Without trailing zeros, down to a scale.
    pub(super) fn stripped_to(&self, scale: i64) -> BigDecimal {
        let mut result = self.clone();
        let room = (i64::from(result.scale) - scale).max(0) as u64;
        let zeros = trailing_zeros(&result.unscaled).min(room);
        if zeros > 0 {
            result.unscaled /= BigInteger::from(BigUint::from(10u32).pow(zeros as u32));
            result.scale -= zeros as i32;
        }
        result
    }

    /// `toBigInteger()`: without what stands after the point.
    pub fn to_big_integer(&self) -> Result<BigInteger, ArithmeticError> {
        Ok(self.set_scale(0, RoundingMode::Down)?.unscaled)
    }

    /// `longValue()`: the lowest 64 bits of the whole part.
    pub fn narrow_to_i64(&self) -> i64 {
        if self.magnitude_exponent() <= 0 || self.scale <= -64 {
            // Nothing before the point, or so many zeros that 64 of the lowest bits are zero.
            return 0;
        }
        self.to_big_integer().map_or(0, |i| integer::narrow_to_i64(&i))
    }

    /// `doubleValue()`: the nearest double.
    pub fn to_f64(&self) -> f64 {
        let text = format!("{}E{}", self.unscaled, -i64::from(self.scale));
        text.parse().unwrap_or(f64::NAN)
    }

    /// `floatValue()`: the nearest float.
    pub fn to_f32(&self) -> f32 {
        let text = format!("{}E{}", self.unscaled, -i64::from(self.scale));
        text.parse().unwrap_or(f32::NAN)
    }
}

/// How many zeros a number ends with; none for zero.
fn trailing_zeros(number: &BigInteger) -> u64 {
    match number.trailing_zeros() {
        Some(twos @ 1..) => twos.min(integer::without_fives(number.magnitude()).0),
        _ => 0,
    }
}

/// A scale that an operation led to; Java calls one beyond an int an overflow or underflow. A zero may have any.
pub(super) fn checked_scale(scale: i64, zero: bool) -> Result<i32, ArithmeticError> {
    match i32::try_from(scale) {
        Ok(scale) => Ok(scale),
        Err(_) if zero => Ok(scale.clamp(i64::from(i32::MIN), i64::from(i32::MAX)) as i32),
        Err(_) if scale > 0 => Err(ArithmeticError("Underflow")),
        Err(_) => Err(ArithmeticError("Overflow")),
    }
}

impl From<i32> for BigDecimal {
    fn from(i: i32) -> BigDecimal {
        BigDecimal::whole(i)
    }
}

impl From<i64> for BigDecimal {
    fn from(l: i64) -> BigDecimal {
        BigDecimal::whole(l)
    }
}

impl Default for BigDecimal {
    fn default() -> BigDecimal {
        BigDecimal::whole(BigInteger::zero())
    }
}

impl BigDecimal {
    /// `BigDecimal.ONE`.
    pub fn one() -> BigDecimal {
        BigDecimal::whole(BigInteger::one())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> BigDecimal {
        text.parse().expect("a number")
    }

    #[test]
    fn every_mode_rounds_as_in_java() {
        let numbers = [
            "1.5", "2.5", "-1.5", "-2.5", "1.1", "-1.1", "1.6", "5.5", "0.5", "-0.5", "0.001", "0",
        ];
        for (mode, expected) in RoundingMode::ALL.into_iter().zip([
            "2 3 -2 -3 2 -2 2 6 1 -1 1 0",
            "1 2 -1 -2 1 -1 1 5 0 0 0 0",
            "2 3 -1 -2 2 -1 2 6 1 0 1 0",
            "1 2 -2 -3 1 -2 1 5 0 -1 0 0",
            "2 3 -2 -3 1 -1 2 6 1 -1 0 0",
            "1 2 -1 -2 1 -1 2 5 0 0 0 0",
            "2 2 -2 -2 1 -1 2 6 0 0 0 0",
        ]) {
            let rounded = numbers.map(|n| number(n).set_scale(0, mode).map_or("!".into(), |d| d.to_string()));
            assert_eq!(rounded.join(" "), expected, "{mode:?}");
        }
        let inexact = number("1.05").set_scale(1, RoundingMode::Unnecessary);
        assert_eq!(inexact, Err(ArithmeticError("Rounding necessary")));
    }

    #[test]
    fn rounding_to_a_precision() {
        for (text, to_three) in [
            ("123.456", "123"),
            ("0.00123456", "0.00123"),
            ("999.99", "1.00E+3"),
            ("1E+10", "1E+10"),
            ("100", "100"),
            ("-123.455", "-123"),
            ("0.00", "0.00"),
            ("99999999999", "1.00E+11"),
        ] {
            let rounded = number(text).round(MathContext::new(3, RoundingMode::HalfUp));
            assert_eq!(rounded.map(|d| d.to_string()), Ok(to_three.into()));
        }
    }

    #[test]
    fn trailing_zeros_go() {
        for (text, stripped) in [
            ("100", "1E+2"),
            ("1.500", "1.5"),
            ("0.000", "0"),
            ("1E+3", "1E+3"),
            ("-10.0", "-1E+1"),
            ("1230000000000000000000000000000", "1.23E+30"),
        ] {
            assert_eq!(number(text).strip_trailing_zeros().to_string(), stripped);
        }
    }

    #[test]
    fn narrowing_and_hashing() {
        for (text, long, double, hash) in [
            ("1E+20", 7766279631452241920, 1.0e20, 11),
            ("-1E+20", -7766279631452241920, -1.0e20, -51),
            ("18446744073709551617.9", 1, 1.8446744073709552e19, 298500),
            ("1E+64", 0, 1.0e64, -33),
            ("0.5", 0, 0.5, 156),
            ("-3.9", -3, -3.9, -1208),
            ("9E-300", 0, 9.0e-300, 579),
            (
                "123456789012345678901234567890",
                -4362896299872285998,
                1.2345678901234568e29,
                -748148569,
            ),
        ] {
            let n = number(text);
            assert_eq!(
                (n.narrow_to_i64(), n.to_f64(), n.hash() as i32),
                (long, double, hash),
                "{text}"
            );
        }
        assert_eq!(number("1E+2000000000").narrow_to_i64(), 0);
    }

    #[test]
    fn doubles_become_decimals() {
        assert_eq!(
            BigDecimal::exactly(0.1).map(|d| d.to_string()).as_deref(),
            Some("0.1000000000000000055511151231257827021181583404541015625")
        );
        assert_eq!(BigDecimal::exactly(2.5), Some(number("2.5")));
        assert_eq!(BigDecimal::exactly(-100.0), Some(number("-100")));
        assert_eq!(BigDecimal::exactly(f64::NAN), None);
        assert_eq!(BigDecimal::shown(0.1), Some(number("0.1")));
        assert_eq!(
            BigDecimal::shown(1e300).map(|d| d.to_string()).as_deref(),
            Some("1.0E+300")
        );
    }

    #[test]
    fn order_ignores_scales_and_survives_huge_ones() {
        for (a, b, expected) in [
            ("1.0", "1.00", Ordering::Equal),
            ("-1", "1", Ordering::Less),
            ("1E+2000000000", "2", Ordering::Greater),
            ("-1E+2000000000", "2E-2000000000", Ordering::Less),
            ("99", "1E+2", Ordering::Less),
            ("0E+9", "0", Ordering::Equal),
        ] {
            assert_eq!(number(a).compare(&number(b)), expected, "{a} {b}");
        }
    }
}
