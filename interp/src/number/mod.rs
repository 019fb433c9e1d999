//! Java's numbers as data: `BigInteger`, `BigDecimal`, and the decimal text of `double` and `float`.
//!
//! Nothing here knows values or the interpreter; what operators mean between numbers of different kinds is in
//! [`semantics::number`](crate::semantics::number).

mod arithmetic;
mod decimal;
mod decimal_text;
pub mod floating;
pub mod integer;
mod parse;
mod rounding;

pub use decimal::BigDecimal;
pub use num_bigint::BigInt as BigInteger;
pub use rounding::{MathContext, RoundingMode};

use std::fmt::{Display, Formatter};

/// Why an operation has no result: the message of Java's `ArithmeticException`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ArithmeticError(pub &'static str);

impl ArithmeticError {
    /// A number of more bits than [`integer::MAX_BITS`].
    pub const TOO_LARGE: ArithmeticError = ArithmeticError("BigInteger would overflow supported range");
}

impl Display for ArithmeticError {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}
