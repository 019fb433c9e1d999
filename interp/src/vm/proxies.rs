//! `map as Interface`, `closure as Interface`: an object of the interface whose methods are a map's closures, or one closure.

use super::Vm;
use super::script_class::ScriptClass;
use crate::Res;
use crate::registry::ClassId;
use crate::value::{Object, Value};

impl Vm {
    /// An object of an interface that a map of closures or a closure stands behind.
    pub(crate) fn proxy(&mut self, behind: &Value, interface: ClassId) -> Value {
        let class = match self.proxy_classes.get(&interface) {
            Some(class) => *class,
            None => {
                let class = self.define_proxy_class(interface);
                self.proxy_classes.insert(interface, class);
                class
            }
        };
        let object = Object::new(class, ScriptClass::PROXY_SLOTS);
        object.set_field(0, behind.clone());
        Value::Object(object)
    }

    /// The map or closure behind a proxy.
    fn behind(&self, receiver: &Value) -> Option<Value> {
        let Value::Object(object) = receiver else { return None };
        self.script_class(object.class.get()).filter(|c| c.is_proxy)?;
        Some(object.field(0))
    }

    /// A method of a proxy: the map's closure of that name, or the closure itself. What a map leaves out is not supported.
    pub(crate) fn call_proxy(&mut self, receiver: &Value, name: &str, args: &[Value]) -> Option<Res> {
        match self.behind(receiver)? {
            Value::Closure(closure) => Some(self.call_closure(&closure, args)),
            Value::Map(map) => Some(match self.map_get(&map, &Value::str(name)) {
                Ok(Some(Value::Closure(closure))) => self.call_closure(&closure, args),
                Ok(Some(_) | None) => Err(self.throw_silent(&crate::jdk::throwables::UNSUPPORTED_OPERATION_EXCEPTION)),
                Err(thrown) => Err(thrown),
            }),
            _ => None,
        }
    }
}
