//! The exceptions for what is missing, in Groovy's words, save the line of possible solutions: its order follows the JVM's.

use super::super::Vm;
use super::candidates::Candidate;
use crate::Thrown;
use crate::jdk::throwables;
use crate::registry::ClassId;
use crate::value::{Str, Throwable, Value};

impl Vm {
    /// MissingMethodException.
    #[cold]
    pub(crate) fn missing_method(&mut self, receiver: &Value, name: &str, args: &[Value]) -> Thrown {
        let is_static = receiver.as_class().is_some();
        let class = receiver.as_class().unwrap_or(receiver.class_id());
        self.missing_method_text(class, is_static, name, args)
    }

    /// MethodSelectionException for a call without arguments: several methods of the name, and none without parameters.
    pub(super) fn unselected(&mut self, receiver: &Value, name: &str, args: &[Value]) -> Option<Thrown> {
        if !args.is_empty() || receiver.as_class().is_some() {
            return None;
        }
        let rivals = self.candidates(receiver.class_id(), name);
        (rivals.len() > 1).then(|| self.method_selection(name, &rivals))
    }

    fn method_selection(&mut self, name: &str, rivals: &[Candidate]) -> Thrown {
        let mut text = format!("Could not find which method {name}() to invoke from this list:");
        for rival in rivals {
            let returns = rival.callable.returns(self);
            let params: Vec<String> = rival
                .signature
                .params
                .iter()
                .map(|p| self.class_name(*p).to_string())
                .collect();
            text.push_str(&format!(
                "\n  public {}{} {}#{name}({})",
                if rival.is_static { "static " } else { "" },
                self.class_name(returns),
                self.class_name(rival.class),
                params.join(", ")
            ));
        }
        self.throw(&throwables::METHOD_SELECTION_EXCEPTION, text)
    }

    /// MissingMethodException for receivers of a class, or for the class itself.
    pub(crate) fn missing_method_text(
        &mut self,
        class: ClassId,
        is_static: bool,
        name: &str,
        args: &[Value],
    ) -> Thrown {
        let types = self.shown_types(args);
        let values = match self.shown_values(args) {
            Ok(values) => values,
            Err(thrown) => return thrown,
        };
        let kind = if is_static { "method: static" } else { "method:" };
        let class_name = self.class_name(class);
        let text = format!(
            "No signature of {kind} {class_name}.{name}() is applicable for argument types: ({types}) values: {values}"
        );
        let exception = Throwable::new(throwables::MISSING_METHOD_EXCEPTION.id(), Some(Str::new(&text)));
        exception.set_detail("method", Value::str(name));
        exception.set_detail("type", Value::class(class));
        exception.set_detail(
            "arguments",
            Value::Array(crate::value::Array::new(ClassId::OBJECT, args.to_vec())),
        );
        exception.set_detail("static", Value::bool(is_static));
        exception.lacks_solutions.set(true);
        self.throw_value(Value::Throwable(exception))
    }

    /// MissingMethodException for receivers of a class.
    #[cold]
    pub(crate) fn missing_method_of(&mut self, class: ClassId, name: &str, args: &[Value]) -> Thrown {
        self.missing_method_text(class, false, name, args)
    }

    /// MissingPropertyException.
    #[cold]
    pub(crate) fn missing_property(&mut self, receiver: &Value, name: &str) -> Thrown {
        let class = receiver.as_class().unwrap_or(receiver.class_id());
        self.missing_property_of(class, name)
    }

    /// MissingPropertyException for a class.
    #[cold]
    pub(crate) fn missing_property_of(&mut self, class: ClassId, name: &str) -> Thrown {
        let text = format!("No such property: {name} for class: {}", self.class_name(class));
        let exception = Throwable::new(throwables::MISSING_PROPERTY_EXCEPTION.id(), Some(Str::new(&text)));
        exception.set_detail("property", Value::str(name));
        exception.set_detail("type", Value::class(class));
        exception.lacks_solutions.set(true);
        self.throw_value(Value::Throwable(exception))
    }

    /// ReadOnlyPropertyException.
    #[cold]
    pub(crate) fn read_only_property(&mut self, receiver: &Value, name: &str) -> Thrown {
        let class = receiver.as_class().unwrap_or(receiver.class_id());
        let text = format!(
            "Cannot set readonly property: {name} for class: {}",
            self.class_name(class)
        );
        let exception = Throwable::new(throwables::READ_ONLY_PROPERTY_EXCEPTION.id(), Some(Str::new(&text)));
        exception.set_detail("property", Value::str(name));
        exception.set_detail("type", Value::class(class));
        self.throw_value(Value::Throwable(exception))
    }
}
