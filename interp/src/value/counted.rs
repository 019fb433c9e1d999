//! Numbers of any size: what they take beside their value's word is on the account of memory, as with every heap kind.

use crate::heap::Share;
use crate::number::{BigDecimal, BigInteger};
use std::ops::Deref;

/// A number, counted as long as it is alive.
pub struct Counted<T> {
    number: T,
    _share: Share,
}

/// The bytes that a number's digits take.
pub trait Digits {
    /// Them.
    fn digits(&self) -> usize;
}

impl Digits for BigInteger {
    fn digits(&self) -> usize {
        // Whole 64-bit words, and what the allocator keeps beside them.
        16 + self.bits().div_ceil(64) as usize * 8
    }
}

impl Digits for BigDecimal {
    fn digits(&self) -> usize {
        self.unscaled.digits()
    }
}

impl<T: Digits> Counted<T> {
    pub(super) fn new(number: T) -> Counted<T> {
        Counted {
            _share: Share::of(size_of::<Counted<T>>() + 16 + number.digits()),
            number,
        }
    }
}

impl<T: PartialEq> PartialEq for Counted<T> {
    fn eq(&self, other: &Counted<T>) -> bool {
        self.number == other.number
    }
}

impl<T> Deref for Counted<T> {
    type Target = T;
    #[inline(always)]
    fn deref(&self) -> &T {
        &self.number
    }
}
