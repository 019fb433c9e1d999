//! `groovy.lang`.

pub mod binding;
pub mod range;
pub mod script;
pub mod tuple;

use crate::registry::{Class, ClassId, class, interface};

/// `groovy.lang.GroovyObject`
pub static GROOVY_OBJECT: Class = interface("groovy.lang.GroovyObject");
/// `groovy.lang.GroovyInterceptable`
pub static GROOVY_INTERCEPTABLE: Class = interface("groovy.lang.GroovyInterceptable").implements(&[&GROOVY_OBJECT]);
/// `groovy.lang.Closure`
pub static CLOSURE: Class = class("groovy.lang.Closure").implements(&[&GROOVY_OBJECT]);
/// `org.codehaus.groovy.runtime.NullObject`
pub static NULL_OBJECT: Class = class("org.codehaus.groovy.runtime.NullObject");

/// The classes of the package.
pub static CLASSES: &[&Class] = &[
    &GROOVY_OBJECT,
    &GROOVY_INTERCEPTABLE,
    &CLOSURE,
    &NULL_OBJECT,
    &binding::CLASS,
    &script::CLASS,
    &range::CLASS,
    &range::INT_RANGE,
    &range::NUMBER_RANGE,
    &range::OBJECT_RANGE,
    &range::EMPTY_RANGE,
    &crate::gdk::map_with_default::CLASS,
    &crate::gdk::list_with_default::CLASS,
];

const _: ClassId = ClassId::CLOSURE;
