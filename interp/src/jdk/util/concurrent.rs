//! `java.util.concurrent`: units of time, and locks that are always free, since values are confined to one thread.

use crate::enumeration;
use crate::jdk::lang::enumeration::{Constant, constants};
use crate::jdk::throwables;
use crate::registry::{Class, Kind, Member, class, constructor, interface, method, native, raw, slice, unbound};
use crate::value::{HostType, Value};
use crate::{Res, Vm};
use std::cell::Cell;

enumeration! {
    /// `java.util.concurrent.TimeUnit`.
    TIME_UNIT "java.util.concurrent.TimeUnit" {
        "NANOSECONDS" "MICROSECONDS" "MILLISECONDS" "SECONDS" "MINUTES" "HOURS" "DAYS"
    }
    with UNIT_MEMBERS
}

const UNIT_MEMBERS: &[Member] = &[
    method(
        "convert(long duration, TimeUnit unit): long",
        &native(|to: &Constant, duration: i64, from: &Constant| convert(duration, from, to)),
    ),
    raw(Kind::Method, "sleep(long duration): void", &slice(sleep)).doc("Waits."),
    method(
        "toDays(long duration): long",
        &native(|u: &Constant, duration: i64| to(duration, u, DAYS)),
    ),
    method(
        "toHours(long duration): long",
        &native(|u: &Constant, duration: i64| to(duration, u, HOURS)),
    ),
    method(
        "toMicros(long duration): long",
        &native(|u: &Constant, duration: i64| to(duration, u, MICROSECONDS)),
    ),
    method(
        "toMillis(long duration): long",
        &native(|u: &Constant, duration: i64| to(duration, u, MILLISECONDS)),
    ),
    method(
        "toMinutes(long duration): long",
        &native(|u: &Constant, duration: i64| to(duration, u, MINUTES)),
    ),
    method(
        "toNanos(long duration): long",
        &native(|u: &Constant, duration: i64| to(duration, u, NANOSECONDS)),
    ),
    method(
        "toSeconds(long duration): long",
        &native(|u: &Constant, duration: i64| to(duration, u, SECONDS)),
    ),
];

// The ordinals of the units.
const NANOSECONDS: i32 = 0;
const MICROSECONDS: i32 = 1;
const MILLISECONDS: i32 = 2;
const SECONDS: i32 = 3;
const MINUTES: i32 = 4;
const HOURS: i32 = 5;
const DAYS: i32 = 6;

/// The nanoseconds of a unit, by ordinal.
fn nanos(ordinal: i32) -> i128 {
    match ordinal {
        NANOSECONDS => 1,
        MICROSECONDS => 1_000,
        MILLISECONDS => 1_000_000,
        SECONDS => 1_000_000_000,
        MINUTES => 60_000_000_000,
        HOURS => 3_600_000_000_000,
        _ => 86_400_000_000_000,
    }
}

/// Cut towards zero; what does not fit becomes the largest or smallest long.
fn to(duration: i64, from: &Constant, ordinal: i32) -> i64 {
    let converted = i128::from(duration) * nanos(from.ordinal) / nanos(ordinal);
    converted.clamp(i128::from(i64::MIN), i128::from(i64::MAX)) as i64
}

fn convert(duration: i64, from: &Constant, unit: &Constant) -> i64 {
    to(duration, from, unit.ordinal)
}

fn sleep(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let duration = args
        .first()
        .and_then(crate::semantics::number::narrow_to_i64)
        .unwrap_or(0);
    let millis = constants(&TIME_UNIT)
        .iter()
        .find(|c| c.same(this))
        .and_then(|c| c.as_host::<Constant>())
        .map_or(0, |c| to(duration, c, MILLISECONDS));
    vm.sleep(millis)?;
    Ok(Value::Null)
}

/// `java.util.concurrent.locks.ReentrantLock`: only the account of how often it is held.
#[derive(Default)]
pub struct ReentrantLock {
    holds: Cell<i32>,
    fair: bool,
}

impl HostType for ReentrantLock {
    const NAME: &'static str = "java.util.concurrent.locks.ReentrantLock";
    fn class() -> &'static Class {
        &REENTRANT_LOCK
    }
}

/// `java.util.concurrent.locks.Lock`.
pub static LOCK: Class = interface("java.util.concurrent.locks.Lock");

/// `java.util.concurrent.locks.ReentrantLock`.
pub static REENTRANT_LOCK: Class = class(ReentrantLock::NAME).implements(&[&LOCK]).members(&[
    constructor("ReentrantLock()", &unbound(ReentrantLock::default)),
    constructor(
        "ReentrantLock(boolean fair)",
        &unbound(|fair: bool| ReentrantLock {
            fair,
            ..ReentrantLock::default()
        }),
    ),
    method("getHoldCount(): int", &native(|l: &ReentrantLock| l.holds.get())).doc("How often it is held."),
    method("hasQueuedThreads(): boolean", &native(|_: &ReentrantLock| false)),
    method("isFair(): boolean", &native(|l: &ReentrantLock| l.fair)),
    method(
        "isHeldByCurrentThread(): boolean",
        &native(|l: &ReentrantLock| l.holds.get() > 0),
    ),
    method("isLocked(): boolean", &native(|l: &ReentrantLock| l.holds.get() > 0)),
    method("lock(): void", &native(ReentrantLock::hold)).doc("Takes it, which never waits."),
    method("lockInterruptibly(): void", &native(ReentrantLock::hold)),
    method("tryLock(): boolean", &native(ReentrantLock::try_hold)),
    method(
        "tryLock(long time, TimeUnit unit): boolean",
        &native(|l: &ReentrantLock, _: i64, _: &Constant| l.try_hold()),
    ),
    method("unlock(): void", &native(unlock)).doc("Gives it back."),
]);

impl ReentrantLock {
    fn hold(&self) {
        self.holds.set(self.holds.get().saturating_add(1));
    }

    fn try_hold(&self) -> bool {
        self.hold();
        true
    }
}

fn unlock(vm: &mut Vm, lock: &ReentrantLock) -> Res<()> {
    if lock.holds.get() == 0 {
        return Err(vm.throw_silent(&throwables::ILLEGAL_MONITOR_STATE_EXCEPTION));
    }
    lock.holds.set(lock.holds.get() - 1);
    Ok(())
}

/// The classes of the package.
pub static CLASSES: &[&Class] = &[&TIME_UNIT, &LOCK, &REENTRANT_LOCK];
