//! `AtomicInteger` and `AtomicLong`.

use crate::registry::{Class, Func, Member, class, constructor, method, native, unbound};
use crate::semantics::number::{narrow_to_i32, narrow_to_i64};
use crate::value::{HostType, Value};
use crate::{Res, Vm};
use std::cell::Cell;

/// `java.util.concurrent.atomic.AtomicInteger`.
#[derive(Default)]
pub struct AtomicInteger(Cell<i32>);

/// `java.util.concurrent.atomic.AtomicLong`.
#[derive(Default)]
pub struct AtomicLong(Cell<i64>);

macro_rules! atomic {
    ($host:ident $number:ident $static:ident $java:literal $members:ident $type:literal $narrow:ident $apply:ident) => {
        impl HostType for $host {
            const NAME: &'static str = $java;
            fn class() -> &'static Class {
                &$static
            }
        }

        impl $host {
            /// Sets a new number and gives the old one.
            fn swap(&self, new: $number) -> $number {
                self.0.replace(new)
            }

            /// Adds and gives the new number.
            fn add(&self, delta: $number) -> $number {
                self.0.set(self.0.get().wrapping_add(delta));
                self.0.get()
            }

            /// Sets a new number if the old one is as expected.
            fn compare_and_set(&self, expected: $number, new: $number) -> bool {
                let fits = self.0.get() == expected;
                if fits {
                    self.0.set(new);
                }
                fits
            }
        }

        /// Sets what a function makes of the number and others: the old number and the new one.
        fn $apply(vm: &mut Vm, cell: &$host, function: Func, more: &[Value]) -> Res<($number, $number)> {
            let old = cell.0.get();
            let mut args = vec![Value::from(old)];
            args.extend_from_slice(more);
            let new = vm.call_func(function, &args)?;
            match $narrow(&new) {
                Some(new) => {
                    cell.0.set(new);
                    Ok((old, new))
                }
                None => Err(vm.throw(
                    &crate::jdk::throwables::CLASS_CAST_EXCEPTION,
                    concat!("the function's result is no ", $type),
                )),
            }
        }

        const $members: &[Member] = &[
            constructor(concat!(stringify!($host), "()"), &unbound($host::default)),
            constructor(
                concat!(stringify!($host), "(", $type, " value)"),
                &unbound(|value: $number| $host(Cell::new(value))),
            ),
            method(
                concat!(
                    "accumulateAndGet(",
                    $type,
                    " value, BinaryOperator function): ",
                    $type
                ),
                &native(|vm: &mut Vm, c: &$host, value: $number, f: Func| {
                    Ok::<_, crate::Thrown>($apply(vm, c, f, &[Value::from(value)])?.1)
                }),
            ),
            method(
                concat!("addAndGet(", $type, " delta): ", $type),
                &native($host::add),
            )
            .doc("Adds: the new number."),
            method(
                concat!("compareAndSet(", $type, " expected, ", $type, " value): boolean"),
                &native($host::compare_and_set),
            )
            .doc("Sets a number if the old one is as expected: whether it was."),
            method(
                concat!("decrementAndGet(): ", $type),
                &native(|c: &$host| c.add(-1)),
            ),
            method("doubleValue(): double", &native(|c: &$host| c.0.get() as f64)),
            method("floatValue(): float", &native(|c: &$host| c.0.get() as f32)),
            method(concat!("get(): ", $type), &native(|c: &$host| c.0.get())).doc("The number."),
            method(
                concat!(
                    "getAndAccumulate(",
                    $type,
                    " value, BinaryOperator function): ",
                    $type
                ),
                &native(|vm: &mut Vm, c: &$host, value: $number, f: Func| {
                    Ok::<_, crate::Thrown>($apply(vm, c, f, &[Value::from(value)])?.0)
                }),
            ),
            method(
                concat!("getAndAdd(", $type, " delta): ", $type),
                &native(|c: &$host, delta: $number| c.swap(c.0.get().wrapping_add(delta))),
            ),
            method(
                concat!("getAndDecrement(): ", $type),
                &native(|c: &$host| c.swap(c.0.get().wrapping_sub(1))),
            ),
            method(
                concat!("getAndIncrement(): ", $type),
                &native(|c: &$host| c.swap(c.0.get().wrapping_add(1))),
            ),
            method(
                concat!("getAndSet(", $type, " value): ", $type),
                &native($host::swap),
            ),
            method(
                concat!("getAndUpdate(UnaryOperator function): ", $type),
                &native(|vm: &mut Vm, c: &$host, f: Func| Ok::<_, crate::Thrown>($apply(vm, c, f, &[])?.0)),
            ),
            method(concat!("getPlain(): ", $type), &native(|c: &$host| c.0.get())),
            method(
                concat!("incrementAndGet(): ", $type),
                &native(|c: &$host| c.add(1)),
            )
            .doc("Adds one: the new number."),
            method("intValue(): int", &native(|c: &$host| c.0.get() as i32)),
            method(
                concat!("lazySet(", $type, " value): void"),
                &native(|c: &$host, value: $number| c.0.set(value)),
            ),
            method("longValue(): long", &native(|c: &$host| c.0.get() as i64)),
            method(
                concat!("set(", $type, " value): void"),
                &native(|c: &$host, value: $number| c.0.set(value)),
            ),
            method("toString(): String", &native(|c: &$host| c.0.get().to_string())),
            method(
                concat!("updateAndGet(UnaryOperator function): ", $type),
                &native(|vm: &mut Vm, c: &$host, f: Func| Ok::<_, crate::Thrown>($apply(vm, c, f, &[])?.1)),
            ),
        ];

        #[doc = concat!("`", $java, "`.")]
        pub static $static: Class = class($java).members($members);
    };
}

atomic! { AtomicInteger i32 ATOMIC_INTEGER "java.util.concurrent.atomic.AtomicInteger" INTEGER_MEMBERS "int" narrow_to_i32 apply_integer }
atomic! { AtomicLong i64 ATOMIC_LONG "java.util.concurrent.atomic.AtomicLong" LONG_MEMBERS "long" narrow_to_i64 apply_long }
