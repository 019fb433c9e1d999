//! The properties by which an object becomes JSON.

use crate::registry::Kind;
use crate::value::Value;
use crate::{Res, Vm};

/// Name and value of each public property, in Groovy's order, without `class`, `metaClass` and `declaringClass`.
pub(super) fn of(vm: &mut Vm, value: &Value) -> Res<Vec<(Value, Value)>> {
    if let Value::Object(_) = value {
        return of_script_object(vm, value);
    }
    let Some(class) = vm.registry.by_id(value.class_id()) else {
        return Ok(Vec::new());
    };
    let members = vm.registry.members(class);
    let mut names: Vec<String> = members
        .all()
        .filter_map(|found| match found.member.kind {
            Kind::Property => Some(found.member.name().to_owned()),
            Kind::Method if found.member.params().next().is_none() => {
                getter_property(found.member.name(), found.member.returns())
            }
            _ => None,
        })
        .filter(|name| !is_hidden(name))
        .collect();
    names.sort();
    names.dedup();
    let mut out = Vec::with_capacity(names.len());
    for name in names {
        let held = vm.get_property(value, &name)?;
        out.push((Value::str(&name), held));
    }
    Ok(out)
}

fn of_script_object(vm: &mut Vm, value: &Value) -> Res<Vec<(Value, Value)>> {
    let Value::Map(map) = vm.get_property(value, "properties")? else {
        return Ok(Vec::new());
    };
    let pairs = map.borrow().pairs();
    let shown = |(key, _): &(Value, Value)| !matches!(key, Value::Str(s) if is_hidden(&s.text()));
    Ok(pairs.into_iter().filter(shown).collect())
}

fn is_hidden(name: &str) -> bool {
    matches!(name, "class" | "metaClass" | "declaringClass")
}

/// The property that a getter makes: `getName` makes `name`, `isOpen` (if boolean) `open`, `getURL` `URL`.
fn getter_property(name: &str, returns: &str) -> Option<String> {
    let rest = match name.strip_prefix("get") {
        Some(rest) if returns != "void" => rest,
        _ => name.strip_prefix("is").filter(|_| returns == "boolean")?,
    };
    let mut letters = rest.chars();
    let first = letters.next().filter(|c| !c.is_lowercase())?;
    if letters.clone().next().is_some_and(char::is_uppercase) {
        return Some(rest.to_owned());
    }
    Some(first.to_lowercase().chain(letters).collect())
}
