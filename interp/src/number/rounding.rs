//! `java.math.RoundingMode` and `java.math.MathContext`.

use super::{ArithmeticError, BigInteger};
use num_bigint::Sign;
use num_integer::Integer;
use num_traits::{Signed, Zero};
use std::cmp::Ordering;

/// How a quotient without a place for its rest is rounded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RoundingMode {
    /// Away from zero.
    Up,
    /// Towards zero.
    Down,
    /// Towards positive infinity.
    Ceiling,
    /// Towards negative infinity.
    Floor,
    /// To the nearest, halves away from zero.
    HalfUp,
    /// To the nearest, halves towards zero.
    HalfDown,
    /// To the nearest, halves to the even neighbour.
    HalfEven,
    /// Must be exact.
    Unnecessary,
}

impl RoundingMode {
    /// All, in Java's order: the position is both `ordinal()` and the old `BigDecimal.ROUND_…` constant.
    pub const ALL: [RoundingMode; 8] = [
        RoundingMode::Up,
        RoundingMode::Down,
        RoundingMode::Ceiling,
        RoundingMode::Floor,
        RoundingMode::HalfUp,
        RoundingMode::HalfDown,
        RoundingMode::HalfEven,
        RoundingMode::Unnecessary,
    ];

    /// The constant's name.
    pub fn name(self) -> &'static str {
        match self {
            RoundingMode::Up => "UP",
            RoundingMode::Down => "DOWN",
            RoundingMode::Ceiling => "CEILING",
            RoundingMode::Floor => "FLOOR",
            RoundingMode::HalfUp => "HALF_UP",
            RoundingMode::HalfDown => "HALF_DOWN",
            RoundingMode::HalfEven => "HALF_EVEN",
            RoundingMode::Unnecessary => "UNNECESSARY",
        }
    }

    /// The constant of a name.
    pub fn from_name(name: &str) -> Option<RoundingMode> {
        RoundingMode::ALL.into_iter().find(|mode| mode.name() == name)
    }

    /// Whether the magnitude of a quotient grows by one: by its sign, how its rest compares with half the divisor, and
    /// whether the quotient is odd.
    fn goes_up(self, negative: bool, rest: Ordering, odd: bool) -> bool {
        match self {
            RoundingMode::Up => true,
            RoundingMode::Down | RoundingMode::Unnecessary => false,
            RoundingMode::Ceiling => !negative,
            RoundingMode::Floor => negative,
            RoundingMode::HalfUp => rest.is_ge(),
            RoundingMode::HalfDown => rest.is_gt(),
            RoundingMode::HalfEven => rest.is_gt() || rest.is_eq() && odd,
        }
    }

    /// The rounded quotient of two integers; the divisor is not zero.
    pub(super) fn divide(self, dividend: &BigInteger, divisor: &BigInteger) -> Result<BigInteger, ArithmeticError> {
        let (quotient, rest) = dividend.div_rem(divisor);
        if rest.is_zero() {
            return Ok(quotient);
        }
        let negative = (dividend.sign() == Sign::Minus) != (divisor.sign() == Sign::Minus);
        let half = (rest.abs() << 1u32).cmp(&divisor.abs());
        self.rounded(quotient, negative, half)
    }

    /// A quotient with its rest rounded away.
    pub(super) fn rounded(
        self,
        quotient: BigInteger,
        negative: bool,
        rest: Ordering,
    ) -> Result<BigInteger, ArithmeticError> {
        if self == RoundingMode::Unnecessary {
            return Err(ArithmeticError("Rounding necessary"));
        }
        Ok(match (self.goes_up(negative, rest, quotient.is_odd()), negative) {
            (false, _) => quotient,
            (true, false) => quotient + 1,
            (true, true) => quotient - 1,
        })
    }
}

/// How many digits a result has, and how it is rounded to them. No digits mean an exact result.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MathContext {
    /// `getPrecision()`.
    pub precision: u32,
    /// `getRoundingMode()`.
    pub rounding: RoundingMode,
}

impl MathContext {
    /// `MathContext.UNLIMITED`.
    pub const UNLIMITED: MathContext = MathContext::new(0, RoundingMode::HalfUp);
    /// `MathContext.DECIMAL32`.
    pub const DECIMAL32: MathContext = MathContext::new(7, RoundingMode::HalfEven);
    /// `MathContext.DECIMAL64`.
    pub const DECIMAL64: MathContext = MathContext::new(16, RoundingMode::HalfEven);
    /// `MathContext.DECIMAL128`.
    pub const DECIMAL128: MathContext = MathContext::new(34, RoundingMode::HalfEven);

    /// A context.
    pub const fn new(precision: u32, rounding: RoundingMode) -> MathContext {
        MathContext { precision, rounding }
    }
}

impl std::fmt::Display for MathContext {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "precision={} roundingMode={}", self.precision, self.rounding.name())
    }
}
