//! Limits: steps, call depth, memory, time, output. A breach ends the run past every `catch` and `finally`.

use super::{Breach, Fault, Vm};
use crate::{Res, heap, jdk::throwables};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// What a run may use. `None` means without bound.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Steps: loop rounds, calls, elements that natives walk over.
    pub fuel: Option<u64>,
    /// Nested calls; a breach throws a catchable StackOverflowError, as in Java.
    pub depth: u32,
    /// Bytes alive, by estimate.
    pub memory: Option<usize>,
    /// Wall-clock time of a run.
    pub time: Option<Duration>,
    /// Bytes printed.
    pub output: Option<u64>,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            fuel: None,
            depth: 10_000,
            memory: Some(1 << 30),
            time: None,
            output: None,
        }
    }
}

/// Ends the runs of an interpreter, from any thread.
#[derive(Clone, Debug, Default)]
pub struct Stopper(Arc<AtomicBool>);

impl Stopper {
    /// Ends the run that is under way within some thousand steps, and every later one at its beginning.
    pub fn stop(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Lets later runs begin again.
    pub fn resume(&self) {
        self.0.store(false, Ordering::Relaxed);
    }

    fn has_stopped(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// How many steps pass between two looks at clock and memory.
const SLICE: i64 = 4096;

/// The running account of the limits.
pub(crate) struct Meter {
    pub limits: Limits,
    /// Steps left in the current slice.
    slice: i64,
    /// Steps left after the current slice.
    fuel_left: u64,
    pub depth: u32,
    /// The address below which the stack has no room for another call.
    stack_end: usize,
    started: Instant,
    memory_at_start: usize,
    /// What may be alive on this thread, what was there before included.
    ceiling: usize,
    printed: u64,
    stopper: Stopper,
}

impl Meter {
    pub fn new(limits: Limits) -> Meter {
        let mut meter = Meter {
            slice: 0,
            fuel_left: 0,
            depth: 0,
            stack_end: 0,
            started: Instant::now(),
            memory_at_start: heap::live(),
            ceiling: usize::MAX,
            printed: 0,
            stopper: Stopper::default(),
            limits,
        };
        meter.restart();
        meter
    }

    /// Begins the account of a new run.
    pub fn restart(&mut self) {
        self.fuel_left = self.limits.fuel.unwrap_or(u64::MAX);
        self.slice = 0;
        self.depth = 0;
        self.started = Instant::now();
        self.printed = 0;
        let memory = self.limits.memory.unwrap_or(usize::MAX);
        self.ceiling = memory.saturating_add(self.memory_at_start);
    }
}

/// A time that a part of a run has, beside the one that the run has itself.
pub struct Clock {
    /// When the part must have ended, counted from the run's beginning.
    end: Duration,
    /// The run's own limit.
    outer: Option<Duration>,
    depth: u32,
}

/// Where on the stack the caller is.
#[inline(always)]
fn stack_place() -> usize {
    let here = 0u8;
    std::ptr::from_ref(&here).addr()
}

impl Vm {
    /// Begins a part of a run that has so much time, at most what the run has left. Pair with [`Vm::stop_clock`].
    pub fn start_clock(&mut self, time: Duration) -> Clock {
        let outer = self.meter.limits.time;
        let end = self.meter.started.elapsed().saturating_add(time);
        if outer.is_none_or(|outer| end < outer) {
            self.meter.limits.time = Some(end);
        }
        let depth = self.meter.depth;
        Clock { end, outer, depth }
    }

    /// Ends the part. Whether its time was used up: then the breach is taken back, and the run may go on.
    pub fn stop_clock(&mut self, clock: Clock) -> bool {
        self.meter.limits.time = clock.outer;
        let passed = matches!(&self.pending, Some(Fault::Breach(Breach::Time(time))) if *time == clock.end);
        if passed {
            self.pending = None;
            self.meter.depth = clock.depth;
        }
        passed
    }

    /// One step of fuel. Call it in every loop of a native that a script can make long.
    #[inline(always)]
    pub fn tick(&mut self) -> Res<()> {
        self.meter.slice -= 1;
        if self.meter.slice < 0 {
            self.next_slice(1)
        } else {
            Ok(())
        }
    }

    /// Many steps at once: a native that is about to walk over `count` elements.
    pub fn tick_many(&mut self, count: usize) -> Res<()> {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        if self.meter.slice >= count {
            self.meter.slice -= count;
            return Ok(());
        }
        let missing = count - self.meter.slice.max(0);
        self.meter.slice = -1;
        self.next_slice(missing as u64)
    }

    #[cold]
    #[inline(never)]
    fn next_slice(&mut self, needed: u64) -> Res<()> {
        if self.meter.fuel_left < needed {
            return Err(self.breach(Breach::Fuel(self.meter.limits.fuel.unwrap_or_default())));
        }
        self.meter.fuel_left -= needed;
        let slice = self.meter.fuel_left.min(SLICE as u64);
        self.meter.fuel_left -= slice;
        self.meter.slice = slice as i64;
        if let Some(limit) = self.meter.limits.time
            && self.meter.started.elapsed() > limit
        {
            return Err(self.breach(Breach::Time(limit)));
        }
        if self.meter.stopper.has_stopped() {
            return Err(self.breach(Breach::Stopped));
        }
        heap::cycles::sweep_if_due();
        self.reserve(0)
    }

    /// What ends this interpreter's runs from another thread.
    pub fn stopper(&self) -> Stopper {
        self.meter.stopper.clone()
    }

    /// Waits, within the time that the run has.
    pub fn sleep(&mut self, millis: i64) -> Res<()> {
        let until = Instant::now() + Duration::from_millis(u64::try_from(millis).unwrap_or(0));
        loop {
            if let Some(limit) = self.meter.limits.time
                && self.meter.started.elapsed() > limit
            {
                return Err(self.breach(Breach::Time(limit)));
            }
            if self.meter.stopper.has_stopped() {
                return Err(self.breach(Breach::Stopped));
            }
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Ok(());
            }
            std::thread::sleep(left.min(Duration::from_millis(10)));
        }
    }

    /// Asks whether so many more bytes may come alive. Call it before a large request; growth itself is counted by itself.
    pub fn reserve(&mut self, bytes: usize) -> Res<()> {
        let Some(limit) = self.meter.limits.memory else {
            return Ok(());
        };
        let live = heap::live().saturating_sub(self.meter.memory_at_start);
        if live.saturating_add(bytes) <= limit {
            return Ok(());
        }
        let freed = heap::cycles::sweep();
        if freed
            && heap::live()
                .saturating_sub(self.meter.memory_at_start)
                .saturating_add(bytes)
                <= limit
        {
            return Ok(());
        }
        Err(self.breach(Breach::Memory(limit)))
    }

    /// Looks whether what a native made is more than memory allows: it may have made much in a single step.
    #[inline(always)]
    pub(crate) fn settle(&mut self) -> Res<()> {
        if heap::live() > self.meter.ceiling {
            return self.reserve(0);
        }
        Ok(())
    }

    /// The bytes that may be alive, if that is bounded.
    pub fn memory_limit(&self) -> Option<usize> {
        self.meter.limits.memory
    }

    /// Enters one level of nesting: a call, or a native that recurses into values. Pair with [`Vm::leave`].
    #[inline(always)]
    pub fn enter(&mut self) -> Res<()> {
        self.tick()?;
        self.meter.depth += 1;
        if self.meter.depth > self.meter.limits.depth || stack_place() < self.meter.stack_end {
            Err(self.overflow())
        } else {
            Ok(())
        }
    }

    /// Says that the stack which [`Vm::reserved_stack`] asks for begins here: what nests deeper than it has room for, although
    /// its calls are few, throws StackOverflowError too.
    pub(super) fn begin_stack(&mut self) {
        let reserved = self.reserved_stack();
        // The last part is for what a single call takes, natives, the parser and lowering included.
        self.meter.stack_end = stack_place().saturating_sub(reserved - reserved / 8);
    }

    /// Where the stack ends that is in use; 0 if that is not known.
    pub(super) fn stack_end(&self) -> usize {
        self.meter.stack_end
    }

    /// Goes back to the stack that was in use.
    pub(super) fn set_stack_end(&mut self, end: usize) {
        self.meter.stack_end = end;
    }

    /// Leaves a level of nesting.
    #[inline(always)]
    pub fn leave(&mut self) {
        self.meter.depth -= 1;
    }

    /// Runs a native that recurses into values one level deeper: past the limit it throws StackOverflowError, as in Java.
    #[inline]
    pub fn nested<R>(&mut self, run: impl FnOnce(&mut Vm) -> Res<R>) -> Res<R> {
        self.enter()?;
        let result = run(self);
        self.leave();
        result
    }

    /// How deep calls are nested now.
    pub(crate) fn depth(&self) -> u32 {
        self.meter.depth
    }

    /// Goes back to the depth of a `try` whose body has thrown.
    pub(crate) fn restore_depth(&mut self, depth: u32) {
        self.meter.depth = depth;
    }

    #[cold]
    #[inline(never)]
    fn overflow(&mut self) -> crate::Thrown {
        self.meter.depth -= 1;
        self.throw_silent(&throwables::STACK_OVERFLOW_ERROR)
    }

    /// Counts bytes that are about to be printed.
    pub(crate) fn count_output(&mut self, bytes: usize) -> Res<()> {
        self.meter.printed = self.meter.printed.saturating_add(bytes as u64);
        match self.meter.limits.output {
            Some(limit) if self.meter.printed > limit => Err(self.breach(Breach::Output(limit))),
            _ => Ok(()),
        }
    }

    fn breach(&mut self, breach: Breach) -> crate::Thrown {
        self.pending = Some(Fault::Breach(breach));
        crate::Thrown(())
    }
}
