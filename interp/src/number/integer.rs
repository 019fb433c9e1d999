//! `BigInteger` beyond what the library has: Java's hash code, narrowing, and growth with a bound.

use super::{ArithmeticError, BigInteger};
use num_bigint::{BigUint, Sign};
use num_integer::Integer;
use num_traits::{FromPrimitive, One, ToPrimitive, Zero};

/// The largest number of bits that an operation may produce, over a million decimal digits: some operations take time by the
/// square of the size, and no limit can interrupt them.
pub const MAX_BITS: u64 = 1 << 22;

/// `hashCode()`: over the 32-bit digits of the magnitude, the highest first.
pub fn hash(i: &BigInteger) -> u32 {
    let digits = i.magnitude().iter_u32_digits();
    let hash = digits
        .rev()
        .fold(0u32, |h, digit| h.wrapping_mul(31).wrapping_add(digit));
    if i.sign() == Sign::Minus {
        hash.wrapping_neg()
    } else {
        hash
    }
}

/// `longValue()`: the lowest 64 bits.
pub fn narrow_to_i64(i: &BigInteger) -> i64 {
    let low = i.magnitude().iter_u64_digits().next().unwrap_or_default() as i64;
    if i.sign() == Sign::Minus {
        low.wrapping_neg()
    } else {
        low
    }
}

/// `doubleValue()`.
pub fn to_f64(i: &BigInteger) -> f64 {
    i.to_f64().unwrap_or(f64::NAN)
}

/// The whole part of a finite number; none for what is not finite.
pub fn from_f64(d: f64) -> Option<BigInteger> {
    BigInteger::from_f64(d)
}

/// `pow(exponent)`.
pub fn pow(base: &BigInteger, exponent: u32) -> Result<BigInteger, ArithmeticError> {
    if base.magnitude().is_one() || base.is_zero() {
        // Stays small whatever the exponent.
        return Ok(base.pow(if exponent == 0 { 0 } else { 2 - exponent % 2 }));
    }
    bounded((base.bits() - 1).saturating_mul(u64::from(exponent)))?;
    Ok(base.pow(exponent))
}

/// `shiftLeft(distance)`, to the right for negative distances.
pub fn shift_left(i: &BigInteger, distance: i32) -> Result<BigInteger, ArithmeticError> {
    let by = distance.unsigned_abs();
    if distance < 0 {
        Ok(i >> by)
    } else if i.is_zero() {
        Ok(BigInteger::zero())
    } else {
        bounded(i.bits().saturating_add(u64::from(by)))?;
        Ok(i << by)
    }
}

/// `multiply(other)`.
pub fn multiply(a: &BigInteger, b: &BigInteger) -> Result<BigInteger, ArithmeticError> {
    bounded(a.bits().saturating_add(b.bits()))?;
    Ok(a * b)
}

/// Refuses what would become too large.
pub fn bounded(bits: u64) -> Result<(), ArithmeticError> {
    if bits > MAX_BITS {
        Err(ArithmeticError::TOO_LARGE)
    } else {
        Ok(())
    }
}

/// `10^exponent`.
pub(super) fn power_of_ten(exponent: u64) -> Result<BigUint, ArithmeticError> {
    bounded(exponent.saturating_mul(10) / 3)?;
    Ok(BigUint::from(10u32).pow(exponent as u32))
}

/// How often five divides a number, and what remains of it; a zero remains zero.
pub(super) fn without_fives(number: &BigUint) -> (u64, BigUint) {
    let (mut rest, mut fives, mut power) = (number.clone(), 0, 1);
    if number.is_zero() {
        return (0, rest);
    }
    // Double the power while it divides, then halve it again.
    let mut growing = true;
    while power > 0 {
        let (quotient, remainder) = rest.div_rem(&BigUint::from(5u32).pow(power));
        if remainder.is_zero() {
            rest = quotient;
            fives += u64::from(power);
        } else {
            growing = false;
        }
        power = if growing { power * 2 } else { power / 2 };
    }
    (fives, rest)
}

/// The number of decimal digits; 1 for zero.
pub fn digits(magnitude: &BigUint) -> u64 {
    if let Some(small) = magnitude.to_u64() {
        return u64::from(small.checked_ilog10().unwrap_or(0)) + 1;
    }
    // A number of n bits has either this many digits or one more.
    let least = (magnitude.bits() - 1) * 30103 / 100_000 + 1;
    let mut digits = least;
    while BigUint::from(10u32).pow(digits as u32) <= *magnitude {
        digits += 1;
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    fn big(text: &str) -> BigInteger {
        text.parse().expect("a number")
    }

    #[test]
    fn hashes_are_javas() {
        for (text, hash_code) in [
            ("0", 0),
            ("7", 7),
            ("-3", -3),
            ("123456789012345678901234567890", 1915528825),
            ("-123456789012345678901234567890", -1915528825),
        ] {
            assert_eq!(hash(&big(text)) as i32, hash_code);
        }
    }

    #[test]
    fn narrowing_keeps_the_lowest_bits() {
        assert_eq!(narrow_to_i64(&big("18446744073709551617")), 1);
        assert_eq!(narrow_to_i64(&big("-18446744073709551617")), -1);
        assert_eq!(narrow_to_i64(&big("-9223372036854775808")), i64::MIN);
    }

    #[test]
    fn digits_around_powers_of_ten() {
        for n in [1u32, 2, 18, 19, 20, 21, 38, 39, 300, 3000] {
            let power = BigUint::from(10u32).pow(n);
            assert_eq!(digits(&power), u64::from(n) + 1);
            assert_eq!(digits(&(power - 1u32)), u64::from(n));
        }
        assert_eq!(digits(&BigUint::zero()), 1);
    }

    #[test]
    fn growth_is_bounded() {
        assert_eq!(pow(&big("2"), u32::MAX), Err(ArithmeticError::TOO_LARGE));
        assert_eq!(pow(&big("-1"), u32::MAX), Ok(big("-1")));
        assert_eq!(pow(&big("-1"), 0), Ok(big("1")));
        assert_eq!(shift_left(&big("1"), i32::MAX), Err(ArithmeticError::TOO_LARGE));
        assert_eq!(shift_left(&big("-5"), i32::MIN), Ok(big("-1")));
        assert_eq!(shift_left(&big("0"), i32::MAX), Ok(big("0")));
    }
}
