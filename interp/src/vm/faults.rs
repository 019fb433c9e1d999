//! Throwing and catching: the fault waits in the interpreter while its mark travels.

use super::Vm;
use crate::jdk::throwables;
use crate::registry::Class;
use crate::value::{Str, Throwable, Value};
use crate::{Res, Thrown};
use std::fmt::Display;
use std::time::Duration;

/// What ends an evaluation early.
#[derive(Clone)]
pub enum Fault {
    /// An exception that scripts can catch.
    Exception(Value),
    /// A limit that was passed: no `catch` or `finally` sees it.
    Breach(Breach),
    /// `System.exit(code)`.
    Exit(i32),
}

/// Which limit was passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breach {
    /// Steps.
    Fuel(u64),
    /// Bytes alive.
    Memory(usize),
    /// Wall-clock time.
    Time(Duration),
    /// Bytes printed.
    Output(u64),
    /// Whatever the host allows: it has stopped the run through a [`Stopper`](super::Stopper).
    Stopped,
}

impl Display for Breach {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Breach::Fuel(steps) => write!(f, "fuel of {steps} steps used up"),
            Breach::Memory(bytes) => write!(f, "memory of {} MiB used up", bytes >> 20),
            Breach::Time(time) => write!(f, "time of {} s used up", time.as_secs_f64()),
            Breach::Output(bytes) => write!(f, "output of {} MiB used up", bytes >> 20),
            Breach::Stopped => f.write_str("stopped by the host"),
        }
    }
}

impl Vm {
    /// Throws a new exception of a native class.
    #[cold]
    #[inline(never)]
    pub fn throw(&mut self, class: &'static Class, message: impl Display) -> Thrown {
        let exception = Throwable::new(class.id(), Some(Str::new(&message.to_string())));
        self.throw_value(Value::Throwable(exception))
    }

    /// Throws a new exception without message.
    #[cold]
    #[inline(never)]
    pub fn throw_silent(&mut self, class: &'static Class) -> Thrown {
        self.throw_value(Value::Throwable(Throwable::new(class.id(), None)))
    }

    /// Throws an exception object: a throwable, or an instance of a script class that extends one.
    pub fn throw_value(&mut self, exception: Value) -> Thrown {
        self.pending = Some(Fault::Exception(exception));
        Thrown(())
    }

    /// `System.exit(status)`: ends the run past every `catch` and `finally`.
    #[cold]
    pub fn exit(&mut self, status: i32) -> Thrown {
        self.pending = Some(Fault::Exit(status));
        Thrown(())
    }

    /// `NullPointerException`.
    #[cold]
    pub fn null_pointer(&mut self, message: impl Display) -> Thrown {
        self.throw(&throwables::NULL_POINTER_EXCEPTION, message)
    }

    /// `IllegalArgumentException`.
    #[cold]
    pub fn illegal_argument(&mut self, message: impl Display) -> Thrown {
        self.throw(&throwables::ILLEGAL_ARGUMENT_EXCEPTION, message)
    }

    /// `UnsupportedOperationException`.
    #[cold]
    pub fn unsupported(&mut self, message: impl Display) -> Thrown {
        self.throw(&throwables::UNSUPPORTED_OPERATION_EXCEPTION, message)
    }

    /// `IndexOutOfBoundsException`.
    #[cold]
    pub fn index_out_of_bounds(&mut self, message: impl Display) -> Thrown {
        self.throw(&throwables::INDEX_OUT_OF_BOUNDS_EXCEPTION, message)
    }

    /// Takes the pending exception for a native that catches it. A breach or an exit cannot be caught: the mark comes back.
    pub fn catch(&mut self, thrown: Thrown) -> Res<Value> {
        match self.pending.take() {
            Some(Fault::Exception(exception)) => {
                self.settle_trace(&exception);
                Ok(exception)
            }
            other => {
                self.pending = other;
                Err(thrown)
            }
        }
    }

    /// Takes the pending fault, for the host.
    pub fn take_fault(&mut self, _thrown: Thrown) -> Fault {
        self.pending.take().unwrap_or(Fault::Exception(Value::Null))
    }
}
