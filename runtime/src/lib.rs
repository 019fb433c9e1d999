//! The ICF runtime: the framework's objects, the toolkit's words, operations, connectors, provisioner files and their REST view.
pub mod connector;
pub mod icf;
pub mod operation;
pub mod provisioner;
pub mod rest;
pub mod toolkit;
