//! `java.util.Random`, whose numbers follow from the seed as in Java, and `SecureRandom`.

use crate::jdk::io::byte_array::to_bytes;
use crate::registry::{Class, Member, class, constructor, function, method, native, unbound};
use crate::value::{Array, Host, HostType, Str, Value};
use crate::{Res, Vm};
use std::cell::Cell;

/// A source of random numbers.
pub struct Random {
    /// The state of Java's linear congruence; none for numbers from the operating system.
    seed: Option<Cell<u64>>,
    /// The second of two Gaussian numbers, which are made in pairs.
    gaussian: Cell<Option<f64>>,
}

impl HostType for Random {
    const NAME: &'static str = "java.util.Random";
    fn class() -> &'static Class {
        &RANDOM
    }
}

const MULTIPLIER: u64 = 0x5_deec_e66d;
const MASK: u64 = (1 << 48) - 1;

const MEMBERS: &[Member] = &[
    constructor("Random()", &unbound(|| Random::seeded(operating_system() as i64))),
    constructor("Random(long seed)", &unbound(Random::seeded)).doc("Numbers that follow from a seed."),
    method("nextBoolean(): boolean", &native(|r: &Random| r.next(1) != 0)),
    method("nextBytes(byte[] bytes): void", &native(next_bytes)).doc("Fills an array."),
    method("nextDouble(): double", &native(Random::next_double)).doc("From 0 to below 1."),
    method(
        "nextFloat(): float",
        &native(|r: &Random| r.next(24) as f32 / (1 << 24) as f32),
    ),
    method("nextGaussian(): double", &native(Random::next_gaussian)).doc("Around 0, with deviation 1."),
    method("nextInt(): int", &native(|r: &Random| r.next(32))),
    method("nextInt(int bound): int", &native(next_int)).doc("From 0 to below the bound."),
    method("nextInt(int origin, int bound): int", &native(next_int_between)),
    method("nextLong(): long", &native(Random::next_long)),
    method("setSeed(long seed): void", &native(Random::set_seed)).doc("Begins anew from a seed."),
];

/// `java.util.Random`.
pub static RANDOM: Class = class(Random::NAME).members(MEMBERS);

/// `java.security.SecureRandom`.
pub static SECURE_RANDOM: Class = class("java.security.SecureRandom").extends(&RANDOM).members(&[
    constructor("SecureRandom()", &unbound(|| unseeded(&SECURE_RANDOM))),
    constructor(
        "SecureRandom(byte[] seed)",
        &unbound(|_: &Array| unseeded(&SECURE_RANDOM)),
    ),
    function(
        "getInstance(String algorithm): SecureRandom",
        &unbound(|_: &Str| unseeded(&SECURE_RANDOM)),
    ),
    function(
        "getInstanceStrong(): SecureRandom",
        &unbound(|| unseeded(&SECURE_RANDOM)),
    ),
    method("getAlgorithm(): String", &native(|_: &Random| "NativePRNG")),
]);

/// `java.util.concurrent.ThreadLocalRandom`.
pub static THREAD_LOCAL_RANDOM: Class = class("java.util.concurrent.ThreadLocalRandom")
    .extends(&RANDOM)
    .abstract_class()
    .members(&[function(
        "current(): ThreadLocalRandom",
        &unbound(|| unseeded(&THREAD_LOCAL_RANDOM)),
    )]);

fn unseeded(class: &'static Class) -> Value {
    Value::Host(Host::of(
        class,
        Random {
            seed: None,
            gaussian: Cell::new(None),
        },
    ))
}

/// A random number from the operating system; one from the clock where it has none.
fn operating_system() -> u64 {
    getrandom::u64().unwrap_or_else(|_| {
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        now.map_or(0, |d| d.as_nanos() as u64)
    })
}

impl Random {
    /// `new Random(seed)`.
    pub fn seeded(seed: i64) -> Random {
        Random {
            seed: Some(Cell::new((seed as u64 ^ MULTIPLIER) & MASK)),
            gaussian: Cell::new(None),
        }
    }

    fn set_seed(&self, seed: i64) {
        if let Some(state) = &self.seed {
            state.set((seed as u64 ^ MULTIPLIER) & MASK);
            self.gaussian.set(None);
        }
    }

    /// The next bits, 32 at most.
    pub fn next(&self, bits: u32) -> i32 {
        match &self.seed {
            Some(state) => {
                let next = state.get().wrapping_mul(MULTIPLIER).wrapping_add(0xb) & MASK;
                state.set(next);
                (next >> (48 - bits)) as i32
            }
            None => (operating_system() as u32 >> (32 - bits)) as i32,
        }
    }

    /// `nextInt(bound)`, for a bound above 0.
    pub fn next_below(&self, bound: i32) -> i32 {
        let last = bound.wrapping_sub(1);
        let mut drawn = self.next(31);
        if bound & last == 0 {
            return ((i64::from(bound) * i64::from(drawn)) >> 31) as i32;
        }
        loop {
            let result = drawn % bound;
            if drawn.wrapping_sub(result).wrapping_add(last) >= 0 {
                return result;
            }
            drawn = self.next(31);
        }
    }

    fn next_long(&self) -> i64 {
        (i64::from(self.next(32)) << 32).wrapping_add(i64::from(self.next(32)))
    }

    /// `nextDouble()`.
    pub fn next_double(&self) -> f64 {
        let bits = (i64::from(self.next(26)) << 27) + i64::from(self.next(27));
        bits as f64 / (1u64 << 53) as f64
    }

    fn next_gaussian(&self) -> f64 {
        if let Some(second) = self.gaussian.take() {
            return second;
        }
        loop {
            let a = 2.0 * self.next_double() - 1.0;
            let b = 2.0 * self.next_double() - 1.0;
            let square = a * a + b * b;
            if square < 1.0 && square != 0.0 {
                let factor = (-2.0 * square.ln() / square).sqrt();
                self.gaussian.set(Some(b * factor));
                return a * factor;
            }
        }
    }
}

fn next_int(vm: &mut Vm, random: &Random, bound: i32) -> Res<i32> {
    if bound <= 0 {
        return Err(vm.illegal_argument("bound must be positive"));
    }
    Ok(random.next_below(bound))
}

fn next_int_between(vm: &mut Vm, random: &Random, origin: i32, bound: i32) -> Res<i32> {
    if origin >= bound {
        return Err(vm.illegal_argument("bound must be greater than origin"));
    }
    match bound.checked_sub(origin) {
        Some(range) => Ok(random.next_below(range) + origin),
        None => loop {
            vm.tick()?;
            let drawn = random.next(32);
            if (origin..bound).contains(&drawn) {
                return Ok(drawn);
            }
        },
    }
}

fn next_bytes(random: &Random, bytes: &Array) {
    let mut fresh = Vec::with_capacity(to_bytes(bytes).len());
    while fresh.len() < bytes.len() {
        fresh.extend_from_slice(&random.next(32).to_le_bytes());
    }
    bytes.change(|items| {
        for (slot, byte) in items.iter_mut().zip(fresh) {
            *slot = Value::byte(byte as i8);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_from_the_seed_as_in_java() {
        let random = Random::seeded(42);
        let drawn: Vec<i32> = (0..5).map(|_| random.next_below(100)).collect();
        assert_eq!(drawn, [30, 63, 48, 84, 70]);
        assert_eq!(random.next(32), -248_792_245);
        assert_eq!(random.next_long(), 5_111_195_811_822_994_797);
        assert_eq!(random.next(1), 1);
        assert_eq!(random.next_double(), 0.091_324_611_058_417_94);
        random.next(24);
        assert_eq!(random.next_gaussian(), -0.817_221_407_398_726_8);
        random.set_seed(7);
        assert_eq!(random.next_below(16), 11);
        assert_eq!(random.next_below(1_000_000_007), 371_249_157);
    }
}
