//! `groovy.lang.GroovySystem`.

use crate::registry::{Class, class, function, unbound};

/// The release of Groovy whose behaviour scripts find here.
pub const VERSION: &str = "4.0.26";

/// `groovy.lang.GroovySystem`.
pub static CLASS: Class = class("groovy.lang.GroovySystem").members(&[
    function("getVersion(): String", &unbound(|| VERSION)).doc("The release of Groovy that is followed."),
    function("getShortVersion(): String", &unbound(|| "4.0")).doc("Its major and minor number."),
]);
