//! `java.math.BigInteger`.

use crate::jdk::io::byte_array::{from_bytes, to_bytes};
use crate::jdk::lang::number::parse;
use crate::jdk::lang::{interfaces, number};
use crate::jdk::throwables;
use crate::number::{ArithmeticError, BigInteger, integer};
use crate::registry::{Class, ClassId, class, constant, constructor, function, method, native, never, unbound};
use crate::value::{Array, Str, Value};
use crate::{Res, Thrown, Vm, gdk};
use num_bigint::Sign;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};
use std::rc::Rc;

/// `java.math.BigInteger`.
pub static CLASS: Class = class("java.math.BigInteger")
    .doc("A whole number of any size.")
    .extends(&number::CLASS)
    .implements(&[&interfaces::COMPARABLE])
    .groovy(gdk::number::BIG_INTEGER)
    .members(&[
        constant("ZERO: BigInteger", &unbound(BigInteger::zero)),
        constant("ONE: BigInteger", &unbound(BigInteger::one)),
        constant("TWO: BigInteger", &unbound(|| BigInteger::from(2))),
        constant("TEN: BigInteger", &unbound(|| BigInteger::from(10))),
        constructor(
            "BigInteger(String text)",
            &unbound(|vm: &mut Vm, t: &Rc<Str>| parse::big_integer(vm, t, 10)),
        ),
        constructor(
            "BigInteger(String text, int radix)",
            &unbound(|vm: &mut Vm, t: &Rc<Str>, r: i32| parse::big_integer(vm, t, r)),
        ),
        constructor("BigInteger(byte[] bytes)", &unbound(of_bytes)),
        constructor("BigInteger(int signum, byte[] magnitude)", &unbound(of_magnitude)),
        function(
            "valueOf(long value): BigInteger",
            &unbound(|l: i64| BigInteger::from(l)),
        )
        .doc("A long as a BigInteger."),
        method(
            "add(BigInteger other): BigInteger",
            &native(|a: &BigInteger, b: &BigInteger| a + b),
        )
        .doc("The sum."),
        method(
            "subtract(BigInteger other): BigInteger",
            &native(|a: &BigInteger, b: &BigInteger| a - b),
        )
        .doc("The difference."),
        method(
            "multiply(BigInteger other): BigInteger",
            &native(|vm: &mut Vm, a: &BigInteger, b: &BigInteger| vm.computed(integer::multiply(a, b))),
        )
        .doc("The product."),
        method(
            "divide(BigInteger other): BigInteger",
            &native(|vm: &mut Vm, a: &BigInteger, b: &BigInteger| divided(vm, b).map(|()| a / b)),
        )
        .doc("The quotient, towards zero."),
        method(
            "remainder(BigInteger other): BigInteger",
            &native(|vm: &mut Vm, a: &BigInteger, b: &BigInteger| divided(vm, b).map(|()| a % b)),
        )
        .doc("The remainder, with the sign of this number."),
        method("mod(BigInteger modulus): BigInteger", &native(modulo)).doc("The remainder, never negative."),
        method(
            "divideAndRemainder(BigInteger other): BigInteger[]",
            &native(divide_and_remainder),
        )
        .doc("Quotient and remainder."),
        method("pow(int exponent): BigInteger", &native(pow)).doc("The power."),
        method(
            "modPow(BigInteger exponent, BigInteger modulus): BigInteger",
            &native(mod_pow),
        )
        .doc("The power's remainder."),
        method("modInverse(BigInteger modulus): BigInteger", &native(mod_inverse))
            .doc("What gives 1 when multiplied, by a modulus."),
        method(
            "gcd(BigInteger other): BigInteger",
            &native(|a: &BigInteger, b: &BigInteger| a.gcd(b)),
        )
        .doc("The greatest common divisor."),
        method("sqrt(): BigInteger", &native(sqrt)).doc("The whole square root."),
        method("sqrtAndRemainder(): BigInteger[]", &native(sqrt_and_remainder))
            .doc("The whole square root and what is left."),
        method("abs(): BigInteger", &native(BigInteger::abs)).doc("The magnitude."),
        method("negate(): BigInteger", &native(|i: &BigInteger| -i)).doc("The negative."),
        method("signum(): int", &native(signum)).doc("-1, 0 or 1."),
        method("not(): BigInteger", &native(|i: &BigInteger| !i)).doc("The other bits."),
        method(
            "and(BigInteger other): BigInteger",
            &native(|a: &BigInteger, b: &BigInteger| a & b),
        )
        .doc("The bits that both have."),
        method(
            "or(BigInteger other): BigInteger",
            &native(|a: &BigInteger, b: &BigInteger| a | b),
        )
        .doc("The bits that either has."),
        method(
            "xor(BigInteger other): BigInteger",
            &native(|a: &BigInteger, b: &BigInteger| a ^ b),
        )
        .doc("The bits that one of them has."),
        method(
            "andNot(BigInteger other): BigInteger",
            &native(|a: &BigInteger, b: &BigInteger| a & !b),
        )
        .doc("The bits that the other does not have."),
        method(
            "shiftLeft(int distance): BigInteger",
            &native(|vm: &mut Vm, i: &BigInteger, n: i32| vm.computed(integer::shift_left(i, n))),
        )
        .doc("The bits moved to the left."),
        method(
            "shiftRight(int distance): BigInteger",
            &native(|vm: &mut Vm, i: &BigInteger, n: i32| vm.computed(integer::shift_left(i, n.saturating_neg()))),
        )
        .doc("The bits moved to the right."),
        method(
            "testBit(int bit): boolean",
            &native(|vm: &mut Vm, i: &BigInteger, n: i32| bit(vm, n).map(|n| i.bit(n))),
        )
        .doc("Whether a bit is set."),
        method(
            "setBit(int bit): BigInteger",
            &native(|vm: &mut Vm, i: &BigInteger, n: i32| with_bit(vm, i, n, |_| true)),
        )
        .doc("With a bit set."),
        method(
            "clearBit(int bit): BigInteger",
            &native(|vm: &mut Vm, i: &BigInteger, n: i32| with_bit(vm, i, n, |_| false)),
        )
        .doc("With a bit cleared."),
        method(
            "flipBit(int bit): BigInteger",
            &native(|vm: &mut Vm, i: &BigInteger, n: i32| with_bit(vm, i, n, |b| !b)),
        )
        .doc("With a bit turned over."),
        method(
            "getLowestSetBit(): int",
            &native(|i: &BigInteger| i.trailing_zeros().map_or(-1, |n| n as i32)),
        )
        .doc("The lowest bit that is set, or -1."),
        method(
            "bitLength(): int",
            &native(|i: &BigInteger| positive_form(i).bits() as i32),
        )
        .doc("How many bits it takes, the sign not counted."),
        method("bitCount(): int", &native(bit_count)).doc("How many bits differ from the sign."),
        method("isProbablePrime(int certainty): boolean", &native(is_prime))
            .doc("Whether it is very probably a prime."),
        method("nextProbablePrime(): BigInteger", &native(next_prime))
            .doc("The next number that is very probably a prime."),
        method(
            "compareTo(BigInteger other): int",
            &native(|a: &BigInteger, b: &BigInteger| a.cmp(b) as i32),
        )
        .doc("Order by number."),
        method(
            "min(BigInteger other): BigInteger",
            &native(|a: &BigInteger, b: &BigInteger| a.min(b).clone()),
        )
        .doc("The lesser."),
        method(
            "max(BigInteger other): BigInteger",
            &native(|a: &BigInteger, b: &BigInteger| a.max(b).clone()),
        )
        .doc("The greater."),
        method("toString(int radix): String", &native(in_radix)).doc("The digits in a radix."),
        method(
            "toByteArray(): byte[]",
            &native(|i: &BigInteger| from_bytes(&i.to_signed_bytes_be())),
        )
        .doc("The bytes, highest first."),
        method(
            "intValueExact(): int",
            &native(|vm: &mut Vm, i: &BigInteger| fits(vm, i.to_i32(), "int")),
        )
        .doc("The number as an int, or ArithmeticException where it does not fit."),
        method(
            "longValueExact(): long",
            &native(|vm: &mut Vm, i: &BigInteger| fits(vm, i.to_i64(), "long")),
        )
        .doc("The number as a long, or ArithmeticException where it does not fit."),
        method(
            "shortValueExact(): short",
            &native(|vm: &mut Vm, i: &BigInteger| fits(vm, i.to_i16(), "short")),
        ),
        method(
            "byteValueExact(): byte",
            &native(|vm: &mut Vm, i: &BigInteger| fits(vm, i.to_i8(), "byte")),
        ),
        never(
            "BigInteger(int bits, java.util.Random random)",
            "draw a number with java.util.Random or SecureRandom and build it from its bytes",
        ),
    ]);

fn failed(vm: &mut Vm, message: &'static str) -> Thrown {
    vm.arithmetic(ArithmeticError(message))
}

fn fits<T>(vm: &mut Vm, number: Option<T>, kind: &str) -> Res<T> {
    match number {
        Some(number) => Ok(number),
        None => Err(vm.throw(
            &throwables::ARITHMETIC_EXCEPTION,
            format!("BigInteger out of {kind} range"),
        )),
    }
}

fn of_bytes(vm: &mut Vm, bytes: &Array) -> Res<BigInteger> {
    if bytes.is_empty() {
        return Err(parse::bad_format(vm, "Zero length BigInteger"));
    }
    Ok(BigInteger::from_signed_bytes_be(&to_bytes(bytes)))
}

fn of_magnitude(vm: &mut Vm, signum: i32, magnitude: &Array) -> Res<BigInteger> {
    let sign = match signum {
        -1 => Sign::Minus,
        0 => Sign::NoSign,
        1 => Sign::Plus,
        _ => return Err(parse::bad_format(vm, "Invalid signum value")),
    };
    let bytes = to_bytes(magnitude);
    if sign == Sign::NoSign && bytes.iter().any(|b| *b != 0) {
        return Err(parse::bad_format(vm, "signum-magnitude mismatch"));
    }
    Ok(BigInteger::from_bytes_be(sign, &bytes))
}

fn divided(vm: &mut Vm, by: &BigInteger) -> Res<()> {
    if by.is_zero() {
        return Err(failed(vm, "BigInteger divide by zero"));
    }
    Ok(())
}

fn positive_modulus(vm: &mut Vm, modulus: &BigInteger) -> Res<()> {
    if modulus.is_positive() {
        Ok(())
    } else {
        Err(failed(vm, "BigInteger: modulus not positive"))
    }
}

fn modulo(vm: &mut Vm, a: &BigInteger, modulus: &BigInteger) -> Res<BigInteger> {
    positive_modulus(vm, modulus)?;
    Ok(a.mod_floor(modulus))
}

fn pair(a: BigInteger, b: BigInteger) -> Rc<Array> {
    Array::new(ClassId::BIG_INTEGER, vec![a.into(), b.into()])
}

fn divide_and_remainder(vm: &mut Vm, a: &BigInteger, b: &BigInteger) -> Res<Rc<Array>> {
    divided(vm, b)?;
    let (quotient, rest) = a.div_rem(b);
    Ok(pair(quotient, rest))
}

fn pow(vm: &mut Vm, base: &BigInteger, exponent: i32) -> Res {
    match u32::try_from(exponent) {
        Ok(exponent) => vm.computed(integer::pow(base, exponent)),
        Err(_) => Err(failed(vm, "Negative exponent")),
    }
}

fn mod_pow(vm: &mut Vm, base: &BigInteger, exponent: &BigInteger, modulus: &BigInteger) -> Res<BigInteger> {
    positive_modulus(vm, modulus)?;
    if exponent.is_negative() {
        let inverse = mod_inverse(vm, base, modulus)?;
        return raised(vm, &inverse, &exponent.abs(), modulus);
    }
    raised(vm, &base.mod_floor(modulus), exponent, modulus)
}

/// A power by a modulus. With large numbers it takes long, so it is worked out bit by bit, each counted by its cost.
fn raised(vm: &mut Vm, base: &BigInteger, exponent: &BigInteger, modulus: &BigInteger) -> Res<BigInteger> {
    let digits = modulus.bits() / 64;
    if exponent.bits() * digits * digits < 1 << 20 {
        vm.tick_many((exponent.bits() * (digits + 1)) as usize)?;
        return Ok(base.modpow(exponent, modulus));
    }
    let mut power = BigInteger::one().mod_floor(modulus);
    for bit in (0..exponent.bits()).rev() {
        vm.tick_many((digits * digits / 64 + 1) as usize)?;
        power = (&power * &power) % modulus;
        if exponent.bit(bit) {
            power = (power * base) % modulus;
        }
    }
    Ok(power)
}

fn mod_inverse(vm: &mut Vm, a: &BigInteger, modulus: &BigInteger) -> Res<BigInteger> {
    positive_modulus(vm, modulus)?;
    match a.mod_floor(modulus).modinv(modulus) {
        Some(inverse) => Ok(inverse),
        None if modulus.is_one() => Ok(BigInteger::zero()),
        None => Err(failed(vm, "BigInteger not invertible.")),
    }
}

fn sqrt(vm: &mut Vm, i: &BigInteger) -> Res<BigInteger> {
    if i.is_negative() {
        return Err(failed(vm, "Negative BigInteger"));
    }
    Ok(i.sqrt())
}

fn sqrt_and_remainder(vm: &mut Vm, i: &BigInteger) -> Res<Rc<Array>> {
    let root = sqrt(vm, i)?;
    let rest = i - &root * &root;
    Ok(pair(root, rest))
}

fn signum(i: &BigInteger) -> i32 {
    match i.sign() {
        Sign::Minus => -1,
        Sign::NoSign => 0,
        Sign::Plus => 1,
    }
}

/// The number whose bits are those that differ from the sign.
fn positive_form(i: &BigInteger) -> BigInteger {
    if i.is_negative() { !i } else { i.clone() }
}

fn bit_count(i: &BigInteger) -> i32 {
    positive_form(i).magnitude().count_ones() as i32
}

fn bit(vm: &mut Vm, number: i32) -> Res<u64> {
    match u64::try_from(number) {
        Ok(number) => Ok(number),
        Err(_) => Err(failed(vm, "Negative bit address")),
    }
}

fn with_bit(vm: &mut Vm, i: &BigInteger, number: i32, change: fn(bool) -> bool) -> Res<BigInteger> {
    let number = bit(vm, number)?;
    if let Err(error) = integer::bounded(number) {
        return Err(vm.arithmetic(error));
    }
    let mut changed = i.clone();
    changed.set_bit(number, change(i.bit(number)));
    Ok(changed)
}

fn in_radix(i: &BigInteger, radix: i32) -> String {
    i.to_str_radix(if (2..=36).contains(&radix) { radix as u32 } else { 10 })
}

/// The first primes: as bases of the test they settle every number below 3.3 · 10²⁴.
const BASES: [u32; 13] = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41];

/// Miller and Rabin's test.
fn is_prime(vm: &mut Vm, i: &BigInteger, certainty: i32) -> Res<bool> {
    let i = i.abs();
    if certainty <= 0 {
        return Ok(true);
    }
    if i < BigInteger::from(2) {
        return Ok(false);
    }
    if let Some(base) = BASES.iter().find(|b| (&i % **b).is_zero()) {
        return Ok(i == BigInteger::from(*base));
    }
    let less: BigInteger = &i - 1;
    let shift = less.trailing_zeros().unwrap_or(0);
    let odd = &less >> shift;
    'bases: for base in BASES {
        let mut power = raised(vm, &BigInteger::from(base), &odd, &i)?;
        if power.is_one() || power == less {
            continue;
        }
        for _ in 1..shift {
            power = &power * &power % &i;
            if power == less {
                continue 'bases;
            }
        }
        return Ok(false);
    }
    Ok(true)
}

fn next_prime(vm: &mut Vm, i: &BigInteger) -> Res {
    if i.is_negative() {
        return Err(vm.arithmetic(ArithmeticError("start < 0: BigInteger must not be negative")));
    }
    let mut candidate = i + 1;
    while !is_prime(vm, &candidate, 100)? {
        candidate += 1;
    }
    Ok(Value::big_integer(candidate))
}
