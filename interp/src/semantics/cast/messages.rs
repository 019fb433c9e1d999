//! What Java and Groovy say when a cast fails.

use crate::jdk::throwables;
use crate::registry::ClassId;
use crate::value::{Str, StrBuilder, Value};
use crate::vm::Fault;
use crate::{Res, Thrown, Vm};
use std::rc::Rc;

impl Vm {
    /// `GroovyCastException`: what cannot become what, and for primitives that null cannot become, what to use instead.
    #[cold]
    pub fn cannot_cast(&mut self, value: &Value, class: ClassId) -> Thrown {
        self.cannot_cast_due_to(value, class, Value::Null)
    }

    /// [`Vm::cannot_cast`] with the exception that stood in the way.
    #[cold]
    pub(super) fn cannot_cast_due_to(&mut self, value: &Value, class: ClassId, cause: Value) -> Thrown {
        let message = match self.cast_message(value, class, &cause) {
            Ok(message) => message,
            Err(thrown) => return thrown,
        };
        let thrown = self.throw(&throwables::GROOVY_CAST_EXCEPTION, message);
        if let Some(Fault::Exception(Value::Throwable(exception))) = &self.pending {
            exception.cause.replace(cause).done();
        }
        thrown
    }

    fn cast_message(&mut self, value: &Value, class: ClassId, cause: &Value) -> Res<Rc<Str>> {
        let (given, wanted) = (self.class_name_of(value), self.class_name(class));
        let mut out = StrBuilder::new();
        out.push_str("Cannot cast object '");
        out.push(&*self.java_to_str(value)?);
        out.push_str(&format!("' with class '{given}' to class '{wanted}'"));
        if value.is_null() && class.is_primitive() {
            out.push_str(&format!(". Try '{}' instead", self.class_name(class.boxed())));
        }
        if let Value::Throwable(cause) = cause {
            // Groovy itself throws these two where a stack trace would cost too much.
            let suffix = [
                &throwables::MISSING_PROPERTY_EXCEPTION,
                &throwables::MISSING_METHOD_EXCEPTION,
            ]
            .iter()
            .find(|c| c.id() == cause.class)
            .map(|c| format!("org.codehaus.groovy.runtime.metaclass.{}NoStack", c.simple_name()));
            let class = suffix.unwrap_or_else(|| self.class_name(cause.class).to_string());
            out.push_str(&format!(" due to: {class}"));
            if let Some(message) = self.message(cause) {
                out.push_str(": ");
                out.push(&message);
            }
        }
        Ok(out.finish())
    }

    /// The ClassCastException of Java's own casts.
    #[cold]
    pub fn class_cast(&mut self, value: &Value, class: ClassId) -> Thrown {
        let message = self.class_cast_message(value, class);
        self.throw(&throwables::CLASS_CAST_EXCEPTION, message)
    }

    /// The message of a ClassCastException that Java itself throws.
    fn class_cast_message(&self, value: &Value, class: ClassId) -> String {
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
