//! `java.util.BitSet`.

use super::elements::int_size;
use crate::heap::Share;
use crate::registry::{Class, class, constructor, method, native, unbound};
use crate::value::{HostType, Value};
use crate::{Res, Vm};
use std::cell::RefCell;
use std::collections::BTreeSet;

/// A set of small numbers.
pub struct BitSet(RefCell<BTreeSet<i32>>, Share);

impl HostType for BitSet {
    const NAME: &'static str = "java.util.BitSet";
    fn class() -> &'static Class {
        &CLASS
    }
}

/// `java.util.BitSet`.
pub static CLASS: Class = class(BitSet::NAME).doc("A set of small numbers.").members(&[
    constructor("BitSet()", &unbound(BitSet::empty)),
    constructor("BitSet(int size)", &unbound(|_size: i32| BitSet::empty())),
    method(
        "and(BitSet other): void",
        &native(|s: &BitSet, o: &BitSet| s.change(o, |a, b| a & b)),
    )
    .doc("Keeps what both have."),
    method(
        "andNot(BitSet other): void",
        &native(|s: &BitSet, o: &BitSet| s.change(o, |a, b| a - b)),
    )
    .doc("Removes what the other has."),
    method("cardinality(): int", &native(|s: &BitSet| int_size(s.0.borrow().len()))).doc("How many bits are set."),
    method("clear(): void", &native(|s: &BitSet| s.0.borrow_mut().clear())).doc("Clears all bits."),
    method(
        "clear(int bit): void",
        &native(|vm: &mut Vm, s: &BitSet, bit: i32| put(vm, s, bit, false)),
    )
    .doc("Clears a bit."),
    method("equals(Object other): boolean", &native(equals)).doc("Whether the other has the same bits."),
    method("flip(int bit): void", &native(flip)).doc("Turns a bit over."),
    method("get(int bit): boolean", &native(get)).doc("Whether a bit is set."),
    method("getAt(int bit): boolean", &native(get)).doc("Whether a bit is set."),
    method(
        "intersects(BitSet other): boolean",
        &native(|s: &BitSet, o: &BitSet| !s.0.borrow().is_disjoint(&o.0.borrow())),
    )
    .doc("Whether both have a bit."),
    method("isEmpty(): boolean", &native(|s: &BitSet| s.0.borrow().is_empty())).doc("Whether no bit is set."),
    method(
        "length(): int",
        &native(|s: &BitSet| s.0.borrow().last().map_or(0, |l| l.saturating_add(1))),
    )
    .doc("The number of the highest bit and one more."),
    method("nextClearBit(int from): int", &native(next_clear)).doc("The first bit from one on that is not set."),
    method("nextSetBit(int from): int", &native(next_set)).doc("The first bit from one on that is set, or -1."),
    method(
        "or(BitSet other): void",
        &native(|s: &BitSet, o: &BitSet| s.change(o, |a, b| a | b)),
    )
    .doc("Sets what the other has."),
    method("putAt(int bit, boolean on): void", &native(put)).doc("Sets or clears a bit."),
    method(
        "set(int bit): void",
        &native(|vm: &mut Vm, s: &BitSet, bit: i32| put(vm, s, bit, true)),
    )
    .doc("Sets a bit."),
    method("set(int bit, boolean on): void", &native(put)).doc("Sets or clears a bit."),
    method("set(int from, int to): void", &native(set_range)).doc("Sets the bits from one to before another."),
    method("toString(): String", &native(to_string)).doc("The set bits, in braces."),
    method(
        "xor(BitSet other): void",
        &native(|s: &BitSet, o: &BitSet| s.change(o, |a, b| a ^ b)),
    )
    .doc("Keeps what only one has."),
]);

impl BitSet {
    fn empty() -> BitSet {
        BitSet(RefCell::default(), Share::default())
    }

    fn change(&self, other: &BitSet, join: fn(&BTreeSet<i32>, &BTreeSet<i32>) -> BTreeSet<i32>) {
        let joined = join(&self.0.borrow(), &other.0.borrow());
        self.0.replace(joined);
        self.recount();
    }

    /// Puts the present size on the account: a tree's nodes are half full at the least.
    fn recount(&self) {
        self.1.set(2 * size_of::<i32>() * self.0.borrow().len());
    }
}

fn check(vm: &mut Vm, bit: i32) -> Res<()> {
    if bit < 0 {
        return Err(vm.index_out_of_bounds(format!("bitIndex < 0: {bit}")));
    }
    Ok(())
}

fn get(vm: &mut Vm, this: &BitSet, bit: i32) -> Res<bool> {
    check(vm, bit)?;
    Ok(this.0.borrow().contains(&bit))
}

fn put(vm: &mut Vm, this: &BitSet, bit: i32, on: bool) -> Res<()> {
    check(vm, bit)?;
    if on {
        this.0.borrow_mut().insert(bit);
    } else {
        this.0.borrow_mut().remove(&bit);
    }
    this.recount();
    Ok(())
}

fn flip(vm: &mut Vm, this: &BitSet, bit: i32) -> Res<()> {
    let on = get(vm, this, bit)?;
    put(vm, this, bit, !on)
}

fn set_range(vm: &mut Vm, this: &BitSet, from: i32, to: i32) -> Res<()> {
    check(vm, from)?;
    for bit in from..to {
        vm.tick()?;
        this.0.borrow_mut().insert(bit);
        this.recount();
    }
    Ok(())
}

fn next_set(this: &BitSet, from: i32) -> i32 {
    this.0.borrow().range(from.max(0)..).next().copied().unwrap_or(-1)
}

fn next_clear(this: &BitSet, from: i32) -> i32 {
    let mut bit = from.max(0);
    for set in this.0.borrow().range(bit..) {
        if *set != bit {
            break;
        }
        bit = bit.saturating_add(1);
    }
    bit
}

fn equals(this: &BitSet, other: &Value) -> bool {
    other
        .as_host::<BitSet>()
        .is_some_and(|other| *this.0.borrow() == *other.0.borrow())
}

fn to_string(this: &BitSet) -> String {
    let bits: Vec<String> = this.0.borrow().iter().map(i32::to_string).collect();
    format!("{{{}}}", bits.join(", "))
}
