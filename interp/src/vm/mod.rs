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
use rustc_hash::FxHashMap;
use std::any::{Any, TypeId};
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
    states: FxHashMap<TypeId, Rc<dyn Any>>,
}

impl Vm {
    /// An interpreter with nothing loaded.
    pub fn new(registry: Registry, host: HostServices, limits: Limits) -> Vm {
        Vm {
            registry: Rc::new(registry),
            host,
            pending: None,
            meter: limits::Meter::new(limits),
            states: FxHashMap::default(),
        }
    }

    /// Keeps a host's own state of one type for its natives; what stood there before goes.
    pub fn set_state<T: Any>(&mut self, state: T) {
        self.states.insert(TypeId::of::<T>(), Rc::new(state));
    }

    /// The state of a type, if the host keeps any.
    pub fn state<T: Any>(&self) -> Option<Rc<T>> {
        self.states.get(&TypeId::of::<T>()).cloned()?.downcast().ok()
    }
}
