//! Groovy's `**`: exact where base and exponent are whole, else by way of `double`.

use super::{narrow_to_i32, to_big_integer, to_f64};
use crate::number::{BigDecimal, BigInteger, integer};
use crate::value::Value;
use crate::{Res, Vm};
use num_bigint::Sign;
use num_traits::ToPrimitive;

impl Vm {
    /// `base.power(exponent)` of two numbers.
    pub(super) fn power(&mut self, base: &Value, exponent: &Value) -> Res {
        // The overloads that compute exactly take an Integer exponent; Byte and Short are widened to it.
        let whole = match exponent {
            Value::Int(_) | Value::Short(_) | Value::Byte(_) => narrow_to_i32(exponent).filter(|e| *e >= 0),
            _ => None,
        };
        match (base, whole) {
            (Value::Int(i), Some(whole)) => {
                self.integer_power(BigInteger::from(i.get()), whole, |p| p.to_i32().map(Value::int))
            }
            (Value::Long(l), Some(whole)) => {
                self.integer_power(BigInteger::from(*l), whole, |p| p.to_i64().map(Value::Long))
            }
            (Value::BigInteger(i), Some(whole)) => self.integer_power((**i).clone(), whole, |_| None),
            (Value::BigDecimal(d), Some(whole)) => {
                let power = d.pow(whole);
                self.computed(power)
            }
            (Value::BigInteger(i), None) if matches!(exponent, Value::Long(_) | Value::BigInteger(_)) => {
                self.big_integer_power(i, exponent)
            }
            _ => Ok(by_double(base, exponent)),
        }
    }

    /// The power as an integer, in the base's kind where it fits.
    fn integer_power(&mut self, base: BigInteger, exponent: i32, fit: fn(&BigInteger) -> Option<Value>) -> Res {
        match integer::pow(&base, exponent.unsigned_abs()) {
            Ok(power) => Ok(fit(&power).unwrap_or_else(|| Value::big_integer(power))),
            Err(e) => Err(self.arithmetic(e)),
        }
    }

    fn big_integer_power(&mut self, base: &BigInteger, exponent: &Value) -> Res {
        let whole = to_big_integer(exponent).unwrap_or_default();
        if whole.sign() != Sign::Minus
            && let Some(whole) = whole.to_i32()
        {
            return self.integer_power(base.clone(), whole, |_| None);
        }
        let power = integer::to_f64(base).powf(integer::to_f64(&whole));
        match BigDecimal::shown(power).map(|d| d.to_big_integer()) {
            Some(power) => self.computed(power),
            // Java reads the text of an infinite double here.
            None => Err(self.throw(
                &crate::jdk::throwables::NUMBER_FORMAT_EXCEPTION,
                "Character I is neither a decimal digit number, decimal point, nor \"e\" notation exponential mark.",
            )),
        }
    }
}

/// `Math.pow`, as an Integer or Long where nothing is lost.
fn by_double(base: &Value, exponent: &Value) -> Value {
    let (base, exponent) = (to_f64(base).unwrap_or(f64::NAN), to_f64(exponent).unwrap_or(f64::NAN));
    let power = java_pow(base, exponent);
    if f64::from(power as i32) == power {
        Value::int(power as i32)
    } else if (power as i64) as f64 == power {
        Value::Long(power as i64)
    } else {
        Value::double(power)
    }
}

/// `Math.pow`: Java has no answer for 1 to the power of NaN or infinity.
pub fn java_pow(base: f64, exponent: f64) -> f64 {
    if exponent.is_nan() || base.abs() == 1.0 && exponent.is_infinite() {
        f64::NAN
    } else {
        base.powf(exponent)
    }
}
