//! Fields past getters and setters: `receiver.@name`, and a class's own fields in its methods.

use crate::eval::calls::Name;
use crate::eval::{Site, Target};
use crate::registry::ClassId;
use crate::value::{Str, Value};
use crate::vm::{Unit, Vm};
use crate::{Res, jdk};
use std::rc::Rc;

impl Vm {
    /// `receiver.@name`: the field itself.
    pub(crate) fn get_attribute(&mut self, receiver: &Value, name: &Rc<Str>) -> Res {
        let text = name.text();
        match receiver {
            Value::Null => return Err(self.null_pointer(format!("Cannot get property '{text}' on null object"))),
            Value::Object(object) => {
                let class = self.script_class(object.class.get()).cloned();
                if let Some(slot) = class.as_ref().and_then(|c| c.field_slot(&text)) {
                    return Ok(object.field(slot));
                }
                if let Some(value) = self.static_field_value(object.class.get(), &text)? {
                    return Ok(value);
                }
            }
            Value::Class(_) => {
                let class = receiver.as_class().unwrap_or(ClassId::OBJECT);
                return match self.static_field_value(class, &text)? {
                    Some(value) => Ok(value),
                    None => self.static_property(receiver, &text),
                };
            }
            _ => {
                if let Some(member) = self.native_property(receiver.class_id(), &text)
                    && let Some(run) = member.run
                {
                    return run.run(self, receiver, &[]);
                }
                if let Some(value) = self.own_property(receiver, &text)? {
                    return Ok(value);
                }
            }
        }
        let message = format!(
            "No such field: {text} for class: {}",
            self.class_name(receiver.class_id())
        );
        Err(self.throw(&jdk::throwables::MISSING_FIELD_EXCEPTION, message))
    }

    /// A field read at a site for the first time.
    #[cold]
    #[inline(never)]
    pub(crate) fn field_site(&mut self, unit: &Rc<Unit>, name: Name, receiver: &Value) -> Res {
        let text = unit.name(name.name).clone();
        if let Value::Object(object) = receiver {
            let slot = self
                .script_class(object.class.get())
                .and_then(|c| c.field_slot(&text.text()));
            if let Some(slot) = slot {
                unit.set_site(name.site, Site::new(object.class.get(), Target::Field(slot as u32)));
                return Ok(object.field(slot));
            }
        }
        self.get_attribute(receiver, &text)
    }

    /// `receiver.@name = value`.
    pub(crate) fn set_attribute(&mut self, receiver: &Value, name: &Rc<Str>, value: Value) -> Res<()> {
        let text = name.text();
        if let Value::Object(object) = receiver {
            let class = self.script_class(object.class.get()).cloned();
            if let Some((slot, class)) = class.as_ref().and_then(|c| Some((c.field_slot(&text)?, c)))
                && let Some(field) = class.fields.get(slot)
            {
                return self.store_field(receiver, field, slot, value);
            }
            if self.set_static_field(object.class.get(), &text, &value)? {
                return Ok(());
            }
        }
        if let Some(class) = receiver.as_class() {
            if self.set_static_field(class, &text, &value)? {
                return Ok(());
            }
            return self.set_static_property(receiver, &text, value);
        }
        let message = format!(
            "No such field: {text} for class: {}",
            self.class_name(receiver.class_id())
        );
        Err(self.throw(&jdk::throwables::MISSING_FIELD_EXCEPTION, message))
    }
}
