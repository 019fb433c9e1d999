//! CREATE, UPDATE, ADD_ATTRIBUTE_VALUES, REMOVE_ATTRIBUTE_VALUES and DELETE.

use super::{returned_uid, with_options};
use crate::connector::Connector;
use crate::icf::attribute::Attribute;
use crate::icf::{names, read_only};
use rovy_interp::value::Value;
use rovy_interp::{Res, Vm};

/// Which of the three update operations.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Update {
    /// `UPDATE`.
    Replace,
    /// `ADD_ATTRIBUTE_VALUES`.
    Add,
    /// `REMOVE_ATTRIBUTE_VALUES`.
    Remove,
}

impl Update {
    fn operation(self) -> &'static str {
        match self {
            Update::Replace => "UPDATE",
            Update::Add => "ADD_ATTRIBUTE_VALUES",
            Update::Remove => "REMOVE_ATTRIBUTE_VALUES",
        }
    }

    fn failure(self) -> &'static str {
        match self {
            Update::Replace => "Update (Update) script error",
            Update::Add => "Update (AddAttributeValues) script error",
            Update::Remove => "Update (RemoveAttributeValues) script error",
        }
    }
}

impl Connector {
    /// Creates an object of some attributes; its Uid.
    pub fn create(&mut self, object_class: &Value, attributes: &[Value], options: &Value) -> Res {
        let (id, rest) = named(&mut self.vm, attributes)?;
        let own = vec![("objectClass", object_class.clone()), ("id", id), ("attributes", rest)];
        let variables = self.variables("CREATE", with_options(own, options))?;
        let result = self.run_configured("createScriptFileName", variables, Some("Create script error"))?;
        returned_uid(&mut self.vm, "CREATE", &result)
    }

    /// Changes an object; its Uid afterwards.
    pub fn update(
        &mut self,
        kind: Update,
        object_class: &Value,
        uid: &Value,
        attributes: &[Value],
        options: &Value,
    ) -> Res {
        let (id, rest) = named(&mut self.vm, attributes)?;
        let own = vec![
            ("objectClass", object_class.clone()),
            ("uid", uid.clone()),
            ("id", id),
            ("attributes", rest),
        ];
        let variables = self.variables(kind.operation(), with_options(own, options))?;
        let result = self.run_configured("updateScriptFileName", variables, Some(kind.failure()))?;
        returned_uid(&mut self.vm, kind.operation(), &result)
    }

    /// Deletes an object; what the script returns means nothing.
    pub fn delete(&mut self, object_class: &Value, uid: &Value, options: &Value) -> Res<()> {
        let own = vec![("objectClass", object_class.clone()), ("uid", uid.clone())];
        let variables = self.variables("DELETE", with_options(own, options))?;
        let result = self.run_configured("deleteScriptFileName", variables, Some("DeleteScript error"))?;
        result.done();
        Ok(())
    }
}

/// The text of `__NAME__`, or null, and a HashSet of the other attributes. The caller's set is a HashSet too, and its order is
/// that in which the toolkit fills its own.
fn named(vm: &mut Vm, attributes: &[Value]) -> Res<(Value, Value)> {
    let given = Value::Set(read_only::grown_set(vm, attributes)?);
    let attributes = vm.items(&given)?;
    let is_name = |v: &&Value| v.as_host::<Attribute>().is_some_and(|a| *a.name == *names::NAME);
    let id = attributes
        .iter()
        .find(is_name)
        .and_then(|v| v.as_host::<Attribute>())
        .map(Attribute::first);
    let rest: Vec<Value> = attributes.iter().filter(|v| !is_name(v)).cloned().collect();
    let rest = read_only::grown_set(vm, &rest)?;
    Ok((id.unwrap_or_default(), Value::Set(rest)))
}
