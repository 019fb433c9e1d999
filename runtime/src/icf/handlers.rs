//! The framework's interfaces for what an operation hands over: scripts make closures of them, or classes.

use rovy_interp::registry::{Class, interface, required};

/// `org.identityconnectors.framework.common.objects.ResultsHandler`.
pub static RESULTS: Class = interface("org.identityconnectors.framework.common.objects.ResultsHandler")
    .members(&[required("handle(ConnectorObject object): boolean")]);

/// `org.identityconnectors.framework.common.objects.SyncResultsHandler`.
pub static SYNC_RESULTS: Class = interface("org.identityconnectors.framework.common.objects.SyncResultsHandler")
    .members(&[required("handle(SyncDelta delta): boolean")]);
