//! What a host decides for a connector beside its configuration.

use crate::icf::behaviour::Behaviour;
use crate::icf::log::LogSink;
use rovy_interp::vm::{HostServices, Limits};
use std::rc::Rc;

/// What a host decides.
#[derive(Default)]
pub struct Settings {
    /// Which toolkit is followed where the two differ.
    pub behaviour: Behaviour,
    /// Output, time zone, locale, capabilities.
    pub host: HostServices,
    /// What a run may use.
    pub limits: Limits,
    /// Where log messages go; nowhere without.
    pub log: Option<Rc<dyn LogSink>>,
}
