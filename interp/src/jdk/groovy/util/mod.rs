//! `groovy.util`: objects that grow, configurations, orders.

pub mod config_object;
pub mod config_slurper;
pub mod expando;
pub mod order_by;

use crate::registry::Class;

/// The classes of the package.
pub static CLASSES: &[&Class] = &[
    &config_object::CLASS,
    &config_slurper::CLASS,
    &config_slurper::SCRIPT,
    &crate::gdk::iterator::BUFFERED,
    &crate::gdk::iterator::BUFFERED_CURSOR,
    &expando::CLASS,
    &order_by::CLASS,
];
