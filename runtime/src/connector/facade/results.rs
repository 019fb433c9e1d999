//! What the framework does to objects on their way: leaves out attributes that were not asked for, merges changed values.

use crate::icf::attribute::Attribute;
use crate::icf::connector_object::ConnectorObject;
use crate::icf::operation_options::{self, OperationOptions};
use crate::icf::sync::SyncDelta;
use crate::icf::{attribute_builder, names, values};
use crate::operation::Update;
use rovy_interp::value::{Str, Value};
use rovy_interp::{Res, Vm};
use std::rc::Rc;

/// The attributes asked for; none when all are.
pub(super) fn attributes_to_get(options: &Value) -> Option<Vec<Rc<Str>>> {
    let names = options.as_host::<OperationOptions>()?.attributes_to_get()?;
    (!names.is_empty()).then_some(names)
}

/// An object with uid, name and the attributes asked for.
pub(super) fn reduced(vm: &mut Vm, object: &Value, wanted: Option<&[Rc<Str>]>) -> Res {
    let (Some(wanted), Some(own)) = (wanted, object.as_host::<ConnectorObject>()) else {
        return Ok(object.clone());
    };
    let keeps = |v: &&Value| {
        let attribute = v.as_host::<Attribute>();
        attribute.is_some_and(|a| {
            operation_options::is_always_kept(&a.name) || wanted.iter().any(|w| names::same(w, &a.name))
        })
    };
    let kept = own.attributes.iter().filter(keeps).cloned().collect();
    ConnectorObject::create(vm, &own.object_class, kept).map(Value::host)
}

/// [`reduced`] for the object of a change.
pub(super) fn reduced_delta(vm: &mut Vm, delta: &Value, wanted: Option<&[Rc<Str>]>) -> Res {
    let Some(own) = delta
        .as_host::<SyncDelta>()
        .filter(|d| wanted.is_some() && !d.object.is_null())
    else {
        return Ok(delta.clone());
    };
    Ok(Value::host(SyncDelta {
        token: own.token.clone(),
        delta_type: own.delta_type.clone(),
        uid: own.uid.clone(),
        previous_uid: own.previous_uid.clone(),
        object_class: own.object_class.clone(),
        object: reduced(vm, &own.object, wanted)?,
    }))
}

/// The attributes to write: old values with the new ones, or without them once each.
pub(super) fn merged(vm: &mut Vm, kind: Update, found: &ConnectorObject, changes: &[Value]) -> Res<Vec<Value>> {
    let mut out = Vec::new();
    for change in changes.iter().filter_map(|v| v.as_host::<Attribute>()) {
        let old = found
            .attribute_value(&change.name)
            .and_then(|v| v.as_host::<Attribute>());
        let delta = change.items().unwrap_or_default();
        let items = match (kind, old) {
            (Update::Remove, None) => continue,
            (Update::Remove, Some(old)) => {
                let left = without(vm, old.items().unwrap_or_default(), &delta)?;
                (!left.is_empty()).then_some(left)
            }
            (_, old) => {
                let mut all = old.and_then(Attribute::items).unwrap_or_default();
                all.extend(delta);
                Some(all)
            }
        };
        out.push(attribute_builder::build(vm, Some(&change.name), items)?);
    }
    Ok(out)
}

fn without(vm: &mut Vm, mut items: Vec<Value>, removed: &[Value]) -> Res<Vec<Value>> {
    for gone in removed {
        let mut at = None;
        for (i, item) in items.iter().enumerate() {
            if at.is_none() && values::equal(vm, item, gone)? {
                at = Some(i);
            }
        }
        if let Some(i) = at {
            items.remove(i);
        }
    }
    Ok(items)
}
