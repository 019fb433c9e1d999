//! Java's numbers as data: `BigInteger`, `BigDecimal`, and the decimal text of `double` and `float`.
//!
//! Nothing here knows values or the interpreter; what operators mean between numbers of different kinds is in
//! [`semantics::number`](crate::semantics::number).

pub mod decimal_text;
pub mod floating;

pub use num_bigint::BigInt as BigInteger;

/// `java.math.BigDecimal`: an unscaled integer and a scale (the number of digits after the point, negative for trailing zeros
/// before it). Equality is Java's `equals`: value and scale.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BigDecimal {
    /// `unscaledValue()`.
    pub unscaled: BigInteger,
    /// `scale()`.
    pub scale: i32,
}
