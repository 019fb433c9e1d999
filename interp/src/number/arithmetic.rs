//! `BigDecimal` arithmetic with Java's scales and errors.

use super::decimal::checked_scale;
use super::{ArithmeticError, BigDecimal, BigInteger, MathContext, RoundingMode, integer};
use num_integer::Integer;
use num_traits::{One, Signed, Zero};

const BY_ZERO: ArithmeticError = ArithmeticError("Division by zero");

type Outcome = Result<BigDecimal, ArithmeticError>;

impl BigDecimal {
    /// `add(other)`: at the larger of the scales.
    pub fn add(&self, other: &BigDecimal) -> Outcome {
        let (a, b) = aligned(self, other)?;
        Ok(BigDecimal::new(a + b, self.scale.max(other.scale)))
    }

    /// `subtract(other)`.
    pub fn subtract(&self, other: &BigDecimal) -> Outcome {
        let (a, b) = aligned(self, other)?;
        Ok(BigDecimal::new(a - b, self.scale.max(other.scale)))
    }

    /// `multiply(other)`: at the sum of the scales.
    pub fn multiply(&self, other: &BigDecimal) -> Outcome {
        let unscaled = integer::multiply(&self.unscaled, &other.unscaled)?;
        let scale = i64::from(self.scale) + i64::from(other.scale);
        Ok(BigDecimal::new(
            unscaled.clone(),
            checked_scale(scale, unscaled.is_zero())?,
        ))
    }

    /// `negate()`.
    pub fn negate(&self) -> BigDecimal {
        BigDecimal::new(-&self.unscaled, self.scale)
    }

    /// `abs()`.
    pub fn abs(&self) -> BigDecimal {
        BigDecimal::new(self.unscaled.abs(), self.scale)
    }

    /// `divide(divisor)`: the exact quotient, an error where it never ends.
    pub fn divide(&self, divisor: &BigDecimal) -> Outcome {
        if let Some(result) = self.trivial_quotient(divisor)? {
            return Ok(result);
        }
        let preferred = self.preferred_scale(divisor);
        // In lowest terms a fraction ends if its denominator has no other prime factors than two and five.
        let common = self.unscaled.gcd(&divisor.unscaled);
        let numerator = &self.unscaled / &common * divisor.unscaled.signum();
        let mut denominator = divisor.unscaled.abs() / &common;
        let twos = denominator.trailing_zeros().unwrap_or(0);
        denominator >>= twos;
        let (fives, rest) = integer::without_fives(denominator.magnitude());
        if !rest.is_one() {
            return Err(ArithmeticError(
                "Non-terminating decimal expansion; no exact representable decimal result.",
            ));
        }
        let places = twos.max(fives);
        integer::bounded(places.saturating_mul(10) / 3)?;
        let factor = BigInteger::from(2).pow((places - twos) as u32) * BigInteger::from(5).pow((places - fives) as u32);
        let scale = checked_scale(preferred + places as i64, false)?;
        Ok(BigDecimal::new(numerator * factor, scale).stripped_to(preferred))
    }

    /// `divide(divisor, context)`.
    pub fn divide_to(&self, divisor: &BigDecimal, context: MathContext) -> Outcome {
        if context.precision == 0 {
            return self.divide(divisor);
        }
        if let Some(result) = self.trivial_quotient(divisor)? {
            return Ok(result);
        }
        let preferred = self.preferred_scale(divisor);
        // Both as 0.digits, so that the quotient stands between 0.1 and 10: then as many digits as wanted, or one more.
        let (digits, mut by) = (self.precision(), divisor.precision());
        if compare_as_fractions(self, digits, divisor, by).is_gt() {
            by -= 1;
        }
        let scale = preferred + by as i64 - digits as i64 + i64::from(context.precision);
        let quotient = self.quotient_at(divisor, scale - preferred, context.rounding)?;
        let exact = quotient.1;
        let result = BigDecimal::new(quotient.0, checked_scale(scale, false)?);
        let result = if exact { result.stripped_to(preferred) } else { result };
        result.round(context)
    }

    /// `divide(divisor, scale, rounding)`.
    pub fn divide_at(&self, divisor: &BigDecimal, scale: i32, rounding: RoundingMode) -> Outcome {
        if divisor.is_zero() {
            // Java divides machine words where the digits fit one.
            let word = i64::try_from(&self.unscaled).is_ok();
            return Err(ArithmeticError(if word {
                "/ by zero"
            } else {
                "BigInteger divide by zero"
            }));
        }
        let shift = i64::from(scale) - self.preferred_scale_exact(divisor);
        Ok(BigDecimal::new(self.quotient_at(divisor, shift, rounding)?.0, scale))
    }

    /// `divideToIntegralValue(divisor)`: the whole part of the quotient.
    pub fn divide_to_integral(&self, divisor: &BigDecimal) -> Outcome {
        if let Some(result) = self.trivial_quotient(divisor)? {
            return Ok(result);
        }
        let preferred = self.preferred_scale(divisor);
        let shift = -self.preferred_scale_exact(divisor);
        let unscaled = self.quotient_at(divisor, shift, RoundingMode::Down)?.0;
        if unscaled.is_zero() {
            return Ok(BigDecimal::new(0, preferred as i32));
        }
        let whole = BigDecimal::new(unscaled, 0).stripped_to(preferred);
        if i64::from(whole.scale) < preferred {
            return whole.set_scale(preferred as i32, RoundingMode::Unnecessary);
        }
        Ok(whole)
    }

    /// `remainder(divisor)`.
    pub fn remainder(&self, divisor: &BigDecimal) -> Outcome {
        self.subtract(&self.divide_to_integral(divisor)?.multiply(divisor)?)
    }

    /// `pow(exponent)`, for exponents from 0 to 999999999.
    pub fn pow(&self, exponent: i32) -> Outcome {
        if !(0..=999_999_999).contains(&exponent) {
            return Err(ArithmeticError("Invalid operation"));
        }
        let scale = i64::from(self.scale) * i64::from(exponent);
        let scale = checked_scale(scale, self.is_zero())?;
        Ok(BigDecimal::new(integer::pow(&self.unscaled, exponent as u32)?, scale))
    }

    /// `movePointRight(places)`, to the left for negative numbers; the scale never falls below zero.
    pub fn move_point_right(&self, places: i64) -> Outcome {
        if places == 0 {
            return Ok(self.clone());
        }
        let moved = BigDecimal::new(
            self.unscaled.clone(),
            checked_scale(i64::from(self.scale) - places, self.is_zero())?,
        );
        if moved.scale < 0 {
            moved.set_scale(0, RoundingMode::Unnecessary)
        } else {
            Ok(moved)
        }
    }

    /// `scaleByPowerOfTen(exponent)`.
    pub fn scale_by_power_of_ten(&self, exponent: i32) -> Outcome {
        let scale = i64::from(self.scale) - i64::from(exponent);
        Ok(BigDecimal::new(
            self.unscaled.clone(),
            checked_scale(scale, self.is_zero())?,
        ))
    }

    /// Division by zero and of zero.
    fn trivial_quotient(&self, divisor: &BigDecimal) -> Result<Option<BigDecimal>, ArithmeticError> {
        if divisor.is_zero() {
            return Err(if self.is_zero() {
                ArithmeticError("Division undefined")
            } else {
                BY_ZERO
            });
        }
        Ok(self
            .is_zero()
            .then(|| BigDecimal::new(0, self.preferred_scale(divisor) as i32)))
    }

    /// The difference of the scales, within an int.
    fn preferred_scale(&self, divisor: &BigDecimal) -> i64 {
        self.preferred_scale_exact(divisor)
            .clamp(i64::from(i32::MIN), i64::from(i32::MAX))
    }

    fn preferred_scale_exact(&self, divisor: &BigDecimal) -> i64 {
        i64::from(self.scale) - i64::from(divisor.scale)
    }

    /// The rounded quotient of the unscaled values × 10^shift, and whether it is exact.
    fn quotient_at(
        &self,
        divisor: &BigDecimal,
        shift: i64,
        rounding: RoundingMode,
    ) -> Result<(BigInteger, bool), ArithmeticError> {
        let gap = divisor.precision() as i64 - self.precision() as i64 - shift;
        if gap > 1 && !self.is_zero() {
            // The quotient is below one tenth.
            let negative = self.unscaled.is_negative() != divisor.unscaled.is_negative();
            let rounded = rounding.rounded(BigInteger::zero(), negative, std::cmp::Ordering::Less)?;
            return Ok((rounded, false));
        }
        let dividend = self.scaled_up(shift.max(0) as u64)?;
        let divisor = divisor.scaled_up((-shift).max(0) as u64)?;
        let exact = (&dividend % &divisor).is_zero();
        Ok((rounding.divide(&dividend, &divisor)?, exact))
    }
}

/// The unscaled values at the larger of the scales.
fn aligned(a: &BigDecimal, b: &BigDecimal) -> Result<(BigInteger, BigInteger), ArithmeticError> {
    let difference = i64::from(a.scale) - i64::from(b.scale);
    Ok((
        a.scaled_up((-difference).max(0) as u64)?,
        b.scaled_up(difference.max(0) as u64)?,
    ))
}

/// Compares two magnitudes read as `0.digits`.
fn compare_as_fractions(a: &BigDecimal, a_digits: u64, b: &BigDecimal, b_digits: u64) -> std::cmp::Ordering {
    let shown = |d: &BigDecimal, digits| BigDecimal::new(d.unscaled.abs(), i32::try_from(digits).unwrap_or(i32::MAX));
    shown(a, a_digits).compare(&shown(b, b_digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> BigDecimal {
        text.parse().expect("a number")
    }

    fn shown(outcome: Outcome) -> String {
        outcome.map_or_else(|e| format!("!{e}"), |d| d.to_string())
    }

    /// Each line has operands, then the result that Java gives.
    fn check(table: &str, run: impl Fn(&[&str]) -> Outcome) {
        for line in table.trim().lines() {
            let (operands, expected) = line.trim().split_once(" = ").expect("operands = result");
            let operands: Vec<&str> = operands.split(' ').collect();
            assert_eq!(shown(run(&operands)), expected, "{line}");
        }
    }

    #[test]
    fn sums_and_products_keep_javas_scales() {
        check(
            "1.10 2.205 = 3.305
             1E+3 2 = 1002
             -0.5 0.50 = 0.00
             1E-5 1E+5 = 100000.00001
             0 0.00 = 0.00
             1E+2000000000 1 = !BigInteger would overflow supported range",
            |o| number(o[0]).add(&number(o[1])),
        );
        check(
            "1.10 2.205 = 2.42550
             1E+3 2 = 2E+3
             0E+5 1 = 0E+5
             1E-2000000000 1E-2000000000 = !Underflow
             1E+2000000000 1E+2000000000 = !Overflow",
            |o| number(o[0]).multiply(&number(o[1])),
        );
    }

    #[test]
    fn exact_quotients() {
        check(
            "1 8 = 0.125
             100 4 = 25
             1.00 4.0 = 0.25
             -7 2.5 = -2.8
             0 3.00 = 0E+2
             1 1E+10 = 1E-10
             1E+10 1 = 1E+10
             10 0.5 = 2E+1
             1 -1024 = -0.0009765625
             3 0.0006 = 5E+3
             1000 10 = 100
             1E+3 1E+3 = 1
             0.0 2 = 0.0
             1.0 3.0 = !Non-terminating decimal expansion; no exact representable decimal result.
             1.0 0.0 = !Division by zero
             0.0 0.0 = !Division undefined",
            |o| number(o[0]).divide(&number(o[1])),
        );
    }

    #[test]
    fn quotients_of_four_digits() {
        check(
            "1 3 = 0.3333
             10 3 = 3.333
             2 3 = 0.6667
             1 8 = 0.125
             100 4 = 25
             1E+5 3 = 3.333E+4
             1.00 4.0 = 0.25
             999 1001 = 0.9980
             -7 2.5 = -2.8
             0 3.00 = 0E+2
             1 1E+10 = 1E-10
             1 7E-10 = 1.429E+9
             99 100 = 0.99
             9999 1.0001 = 9998
             1000 1 = 1000
             1000.00 1 = 1000
             123456789 0.001 = 1.235E+11",
            |o| number(o[0]).divide_to(&number(o[1]), MathContext::new(4, RoundingMode::HalfUp)),
        );
    }

    #[test]
    fn quotients_of_a_scale() {
        check(
            "1 3 2 = 0.33
             10 3 -1 = 0E+1
             2 3 0 = 1
             100 4 3 = 25.000
             -7 2.5 1 = -2.8
             0 3.00 4 = 0.0000
             1 1E+10 3 = 0.000
             1 7E-10 0 = 1428571429
             5 2 0 = 2
             -5 2 0 = -2
             1E+5 7 -3 = 1.4E+4
             1.0 0.0 2 = !/ by zero
             12345678901234567890123.0 0.0 2 = !BigInteger divide by zero",
            |o| number(o[0]).divide_at(&number(o[1]), o[2].parse().expect("a scale"), RoundingMode::HalfEven),
        );
    }

    #[test]
    fn whole_quotients_and_remainders() {
        check(
            "7 2.5 = 2
             100 3 = 33
             1 3 = 0
             -7 2 = -3
             0 3.00 = 0E+2
             1E+5 3 = 33333
             100.00 4 = 25.00
             1000 10 = 100
             12.5 0.5 = 25
             1E+5 1E-3 = 1E+8
             1.000 1 = 1.000",
            |o| number(o[0]).divide_to_integral(&number(o[1])),
        );
        check(
            "7 2.5 = 2.0
             100 3 = 1
             -7 2 = -1
             0 3.00 = 0
             1E+5 3 = 1
             100.00 4 = 0.00
             12.5 0.5 = 0.0
             1E+5 1E-3 = 0E+5
             0.0 0.0 = !Division undefined
             1.0 0.0 = !Division by zero",
            |o| number(o[0]).remainder(&number(o[1])),
        );
    }

    #[test]
    fn moving_the_point() {
        check(
            "1.5 -2 = 0.015
             1.5 2 = 150
             1E+3 2 = 100000
             1E+3 0 = 1E+3
             1E+3 3 = 1000000
             0.001 2 = 0.1
             0 -2 = 0.00",
            |o| number(o[0]).move_point_right(o[1].parse().expect("places")),
        );
    }
}
