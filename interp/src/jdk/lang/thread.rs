//! `java.lang.Thread` and `Runtime`, as far as a script has one thread and no machine of its own.

use super::interfaces;
use crate::registry::{Class, class, function, method, native, never, unbound};
use crate::value::HostType;
use crate::{Res, Vm};

/// The one thread of a script.
pub struct Thread;

impl HostType for Thread {
    const NAME: &'static str = "java.lang.Thread";
    fn class() -> &'static Class {
        &CLASS
    }
}

/// `java.lang.Thread`.
pub static CLASS: Class = class(Thread::NAME)
    .doc("The one thread of a script.")
    .implements(&[&interfaces::RUNNABLE])
    .members(&[
        function("currentThread(): Thread", &unbound(|| Thread)).doc("The script's thread."),
        function("sleep(long milliseconds): void", &unbound(sleep)).doc("Waits."),
        function(
            "sleep(long milliseconds, int nanoseconds): void",
            &unbound(|vm: &mut Vm, ms: i64, _: i32| sleep(vm, ms)),
        )
        .doc("Waits."),
        function("yield(): void", &unbound(|| ())),
        function("interrupted(): boolean", &unbound(|| false)),
        method("getName(): String", &native(|_: &Thread| "main")).doc("`main`."),
        method("getId(): long", &native(|_: &Thread| 1i64)),
        method("getPriority(): int", &native(|_: &Thread| 5)),
        method("isAlive(): boolean", &native(|_: &Thread| true)),
        method("isDaemon(): boolean", &native(|_: &Thread| false)),
        method("isInterrupted(): boolean", &native(|_: &Thread| false)),
        method("run(): void", &native(|_: &Thread| ())),
        method("toString(): String", &native(|_: &Thread| "Thread[main,5,main]")),
        never("start(): void", "a script has one thread: call the work directly"),
        never(
            "Thread(Runnable work)",
            "a script has one thread: call the work directly",
        ),
    ]);

fn sleep(vm: &mut Vm, milliseconds: i64) -> Res<()> {
    if milliseconds < 0 {
        return Err(vm.illegal_argument("timeout value is negative"));
    }
    vm.sleep(milliseconds)
}

/// The machine, as a script may know it.
pub struct Runtime;

impl HostType for Runtime {
    const NAME: &'static str = "java.lang.Runtime";
    fn class() -> &'static Class {
        &RUNTIME
    }
}

/// `java.lang.Runtime`.
pub static RUNTIME: Class = class(Runtime::NAME)
    .doc("Memory and processors.")
    .abstract_class()
    .members(&[
        function("getRuntime(): Runtime", &unbound(|| Runtime)),
        method("availableProcessors(): int", &native(|_: &Runtime| 1)).doc("1: a script has one thread."),
        method("totalMemory(): long", &native(|_: &Runtime| crate::heap::live() as i64))
            .doc("Bytes alive, by estimate."),
        method(
            "freeMemory(): long",
            &native(|vm: &mut Vm, _: &Runtime| (memory(vm) - crate::heap::live() as i64).max(0)),
        )
        .doc("Bytes that may still come alive."),
        method("maxMemory(): long", &native(|vm: &mut Vm, _: &Runtime| memory(vm))).doc("Bytes that may be alive."),
        method("gc(): void", &native(|_: &Runtime| ()))
            .doc("Does nothing: memory is given back when it is no longer used."),
        method(
            "exit(int status): void",
            &native(|vm: &mut Vm, _: &Runtime, status: i32| -> Res<()> { Err(vm.exit(status)) }),
        )
        .doc("Ends the run."),
        method(
            "halt(int status): void",
            &native(|vm: &mut Vm, _: &Runtime, status: i32| -> Res<()> { Err(vm.exit(status)) }),
        )
        .doc("Ends the run."),
        never(
            "addShutdownHook(Thread hook): void",
            "scripts end with their run: use try and finally",
        ),
    ]);

fn memory(vm: &mut Vm) -> i64 {
    vm.memory_limit()
        .and_then(|m| i64::try_from(m).ok())
        .unwrap_or(i64::MAX)
}
