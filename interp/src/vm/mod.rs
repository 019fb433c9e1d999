//! The interpreter of one thread: what is pending, what is loaded, what a run may use.

mod adapt;
mod calls;
mod classes;
mod faults;
pub mod host;
mod limits;
mod unit;

pub use faults::{Breach, Fault};
pub use host::{Capabilities, HostServices, Locale};
pub use limits::Limits;
pub use unit::Unit;

use crate::registry::Registry;
use std::rc::Rc;

/// An interpreter. Values are confined to it and its thread; programs may be shared with others.
pub struct Vm {
    /// The native classes it knows.
    pub registry: Rc<Registry>,
    /// What the host gives: output, time zone, locale, capabilities.
    pub host: HostServices,
    /// What waits while a [`Thrown`](crate::Thrown) is on its way.
    pub(crate) pending: Option<Fault>,
    pub(crate) meter: limits::Meter,
}

impl Vm {
    /// An interpreter with nothing loaded.
    pub fn new(registry: Registry, host: HostServices, limits: Limits) -> Vm {
        Vm {
            registry: Rc::new(registry),
            host,
            pending: None,
            meter: limits::Meter::new(limits),
        }
    }
}
