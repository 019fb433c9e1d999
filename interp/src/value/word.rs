//! The 64-bit payloads of small values.

/// A number of up to 32 bits, a character, a boolean or a class, widened to a whole word.
#[derive(Clone, Copy, Debug)]
pub struct Word(u64);

impl Word {
    /// Widens.
    #[inline(always)]
    pub fn from_i32(i: i32) -> Word {
        Word(i as u32 as u64)
    }

    /// The number that was widened.
    #[inline(always)]
    pub fn get(self) -> i32 {
        self.0 as i32
    }
}

/// A `double`, kept as its bits.
#[derive(Clone, Copy, Debug)]
pub struct Real(u64);

impl Real {
    /// Keeps the bits.
    #[inline(always)]
    pub fn new(d: f64) -> Real {
        Real(d.to_bits())
    }

    /// The number.
    #[inline(always)]
    pub fn get(self) -> f64 {
        f64::from_bits(self.0)
    }
}

/// A `float`, kept as its bits.
#[derive(Clone, Copy, Debug)]
pub struct Real32(u64);

impl Real32 {
    /// Keeps the bits.
    pub fn new(f: f32) -> Real32 {
        Real32(f.to_bits() as u64)
    }

    /// The number.
    pub fn get(self) -> f32 {
        f32::from_bits(self.0 as u32)
    }
}
