//! `Schema`: the object classes and options of a resource, and which operations support them.

use super::object_class_info::{self, ObjectClassInfo};
use super::operation_option_info::{self, OperationOptionInfo};
use super::operations::ApiOp;
use super::{names, read_only};
use rovy_interp::registry::{Class, class, method, native};
use rovy_interp::value::{HostType, Map, Set, Str, Value};
use rovy_interp::{Res, Vm};
use std::rc::Rc;

/// What each operation supports: infos by operation, in order of declaration.
pub type ByOperation = Vec<(ApiOp, Vec<Value>)>;

/// The schema of a resource.
#[derive(Clone)]
pub struct Schema {
    /// The object classes' infos, in order of declaration.
    pub object_classes: Vec<Value>,
    /// The options' infos, in order of declaration.
    pub options: Vec<Value>,
    /// Which object classes an operation supports; operations without any are left out.
    pub classes_by_operation: ByOperation,
    /// Which options an operation understands; operations without any are left out.
    pub options_by_operation: ByOperation,
}

impl HostType for Schema {
    const NAME: &'static str = "org.identityconnectors.framework.common.objects.Schema";
    fn class() -> &'static Class {
        &CLASS
    }
}

impl Schema {
    /// The object classes.
    pub fn classes(&self) -> impl Iterator<Item = &ObjectClassInfo> {
        self.object_classes.iter().filter_map(|v| v.as_host())
    }

    /// The options.
    pub fn option_infos(&self) -> impl Iterator<Item = &OperationOptionInfo> {
        self.options.iter().filter_map(|v| v.as_host())
    }

    /// The names of the object classes that an operation supports.
    pub fn supported_classes(&self, operation: ApiOp) -> Vec<Rc<Str>> {
        let infos = self
            .classes_by_operation
            .iter()
            .filter(|(op, _)| *op == operation)
            .flat_map(|(_, infos)| infos);
        infos
            .filter_map(|v| v.as_host::<ObjectClassInfo>())
            .map(|i| i.name.clone())
            .collect()
    }

    /// The options that an operation understands.
    pub fn supported_options(&self, operation: ApiOp) -> Vec<OperationOptionInfo> {
        let infos = self
            .options_by_operation
            .iter()
            .filter(|(op, _)| *op == operation)
            .flat_map(|(_, infos)| infos);
        infos
            .filter_map(|v| v.as_host::<OperationOptionInfo>())
            .cloned()
            .collect()
    }
}

/// `org.identityconnectors.framework.common.objects.Schema`.
pub static CLASS: Class = class(Schema::NAME)
    .doc("The object classes and options of a resource.")
    .members(&[
        method(
            "getObjectClassInfo(): Set",
            &native(|vm: &mut Vm, s: &Schema| read_only::set(vm, &s.object_classes)),
        ),
        method(
            "getOperationOptionInfo(): Set",
            &native(|vm: &mut Vm, s: &Schema| read_only::set(vm, &s.options)),
        ),
        method("findObjectClassInfo(String type): ObjectClassInfo", &native(find_class)),
        method(
            "findOperationOptionInfo(String name): OperationOptionInfo",
            &native(find_option),
        ),
        method(
            "getSupportedObjectClassesByOperation(): Map",
            &native(|vm: &mut Vm, s: &Schema| by_operation(vm, &s.classes_by_operation)),
        ),
        method(
            "getSupportedObjectClassesByOperation(Class operation): Set",
            &native(|vm: &mut Vm, s: &Schema, op: &Value| of_operation(vm, &s.classes_by_operation, op)),
        ),
        method(
            "getSupportedOptionsByOperation(): Map",
            &native(|vm: &mut Vm, s: &Schema| by_operation(vm, &s.options_by_operation)),
        ),
        method(
            "getSupportedOptionsByOperation(Class operation): Set",
            &native(|vm: &mut Vm, s: &Schema, op: &Value| of_operation(vm, &s.options_by_operation, op)),
        ),
        method("equals(Object other): boolean", &native(equals)),
        method("hashCode(): int", &native(hash_code)),
        method("toString(): String", &native(xml)),
    ]);

fn find_class(vm: &mut Vm, s: &Schema, name: Option<&Str>) -> Res {
    let Some(name) = name else {
        return Err(vm.null_pointer("Parameter 'type' must not be null."));
    };
    let named = |v: &&Value| {
        v.as_host::<ObjectClassInfo>()
            .is_some_and(|i| names::same(&i.name, name))
    };
    Ok(s.object_classes.iter().find(named).cloned().unwrap_or_default())
}

fn find_option(vm: &mut Vm, s: &Schema, name: Option<&Str>) -> Res {
    let Some(name) = name else {
        return Err(vm.null_pointer("Parameter 'name' must not be null."));
    };
    let named = |v: &&Value| v.as_host::<OperationOptionInfo>().is_some_and(|i| *i.name == *name);
    Ok(s.options.iter().find(named).cloned().unwrap_or_default())
}

/// Equality: the same object classes and options in any order, and the same of each for every operation.
fn equals(vm: &mut Vm, s: &Schema, other: &Value) -> Res<bool> {
    let Some(other) = other.as_host::<Schema>() else {
        return Ok(false);
    };
    let sets = [(&s.object_classes, &other.object_classes), (&s.options, &other.options)];
    for (a, b) in sets {
        if !same_elements(vm, a, b)? {
            return Ok(false);
        }
    }
    let maps = [
        (&s.classes_by_operation, &other.classes_by_operation),
        (&s.options_by_operation, &other.options_by_operation),
    ];
    for (a, b) in maps {
        if a.len() != b.len() {
            return Ok(false);
        }
        for ((op, a), (other_op, b)) in a.iter().zip(b) {
            if op != other_op || !same_elements(vm, a, b)? {
                return Ok(false);
            }
        }
    }
    Ok(true)
}

fn same_elements(vm: &mut Vm, a: &[Value], b: &[Value]) -> Res<bool> {
    let (a, b) = (read_only::set(vm, a)?, read_only::set(vm, b)?);
    vm.java_equals(&Value::Set(a), &Value::Set(b))
}

fn hash_code(s: &Schema) -> i32 {
    s.classes()
        .fold(0, |sum: i32, info| sum.wrapping_add(names::hash(&info.name)))
}

fn by_operation(vm: &mut Vm, all: &ByOperation) -> Res<Rc<Map>> {
    let mut pairs = Vec::new();
    for (op, infos) in all {
        pairs.push((Value::class(op.class().id()), Value::Set(read_only::set(vm, infos)?)));
    }
    read_only::map(vm, &pairs)
}

fn of_operation(vm: &mut Vm, all: &ByOperation, operation: &Value) -> Res<Rc<Set>> {
    let wanted = operation.as_class().and_then(ApiOp::named);
    let infos = all
        .iter()
        .find(|(op, _)| Some(*op) == wanted)
        .map_or(&[][..], |(_, infos)| infos);
    read_only::set(vm, infos)
}

/// The XML form: object classes, options, and the names of both by operation.
fn xml(vm: &mut Vm, s: &Schema) -> Res<String> {
    let mut out = String::from("<Schema>\n  <ObjectClassInfos>\n");
    for info in in_order(vm, &s.object_classes)? {
        if let Some(info) = info.as_host() {
            out += &object_class_info::xml(vm, info, 4)?;
        }
    }
    out += "  </ObjectClassInfos>\n  <OperationOptionInfos>\n";
    for info in in_order(vm, &s.options)? {
        if let Some(info) = info.as_host() {
            out += &operation_option_info::xml(vm, info, 4);
        }
    }
    out += "  </OperationOptionInfos>\n";
    out += &xml_by_operation(vm, "objectClassesByOperation", &s.classes_by_operation)?;
    out += &xml_by_operation(vm, "optionsByOperation", &s.options_by_operation)?;
    Ok(out + "</Schema>\n")
}

fn xml_by_operation(vm: &mut Vm, label: &str, all: &ByOperation) -> Res<String> {
    let mut out = format!("  <{label}>\n    <Map>\n");
    for (op, infos) in all {
        out += &format!(
            "      <MapEntry>\n        <Class>{}</Class>\n        <Set>\n",
            op.name()
        );
        for info in in_order(vm, infos)? {
            let class = info.as_host::<ObjectClassInfo>().map(|i| i.name.clone());
            let option = info.as_host::<OperationOptionInfo>().map(|i| i.name.clone());
            if let Some(name) = class.or(option) {
                out += &format!("          <String>{name}</String>\n");
            }
        }
        out += "        </Set>\n      </MapEntry>\n";
    }
    Ok(out + &format!("    </Map>\n  </{label}>\n"))
}

/// Infos as the set that holds them iterates.
fn in_order(vm: &mut Vm, infos: &[Value]) -> Res<Vec<Value>> {
    let set = read_only::set(vm, infos)?;
    vm.items(&Value::Set(set)).map(|infos| infos.into_vec())
}
