//! `SchemaBuilder`: declares object classes and options, and which operations support them.

use super::object_class_info::{ObjectClassInfo, ObjectClassInfoBuilder};
use super::operation_option_info::OperationOptionInfo;
use super::operations::ApiOp;
use super::schema::{ByOperation, Schema};
use super::{attribute_info::AttributeInfo, values};
use rovy_interp::jdk::throwables;
use rovy_interp::registry::{Class, Items, class, constructor, method, native, unbound};
use rovy_interp::value::{HostType, Str, Value};
use rovy_interp::{Res, Vm};
use std::cell::RefCell;
use std::rc::Rc;

/// A schema in the making.
#[derive(Default)]
pub struct SchemaBuilder {
    object_classes: RefCell<Vec<Value>>,
    options: RefCell<Vec<Value>>,
    classes_by_operation: RefCell<ByOperation>,
    options_by_operation: RefCell<ByOperation>,
}

impl HostType for SchemaBuilder {
    const NAME: &'static str = "org.identityconnectors.framework.common.objects.SchemaBuilder";
    fn class() -> &'static Class {
        &CLASS
    }
}

impl SchemaBuilder {
    /// `defineObjectClass(info, operations…)`.
    pub fn define_class(&self, vm: &mut Vm, info: &Value, operations: &[ApiOp]) -> Res<()> {
        let Some(class) = info.as_host::<ObjectClassInfo>() else {
            return Err(vm.null_pointer("Parameter 'info' must not be null."));
        };
        let declared = |v: &Value| v.as_host::<ObjectClassInfo>().is_some_and(|o| o.same(class));
        if self.object_classes.borrow().iter().any(declared) {
            let message = format!("ObjectClass already defined: {}", class.name);
            return Err(vm.throw(&throwables::ILLEGAL_STATE_EXCEPTION, message));
        }
        self.object_classes.borrow_mut().push(info.clone());
        for op in operations.iter().filter(|op| ApiOp::FOR_CLASSES.contains(op)) {
            support(&self.classes_by_operation, *op, info);
        }
        Ok(())
    }

    /// `defineOperationOption(info, operations…)`.
    pub fn define_option(&self, vm: &mut Vm, info: &Value, operations: &[ApiOp]) -> Res<()> {
        let Some(option) = info.as_host::<OperationOptionInfo>() else {
            return Err(vm.null_pointer("Parameter 'info' must not be null."));
        };
        let declared = |v: &Value| v.as_host::<OperationOptionInfo>().is_some_and(|o| o.same(option));
        if self.options.borrow().iter().any(declared) {
            let message = format!("OperationOption already defined: {}", option.name);
            return Err(vm.throw(&throwables::ILLEGAL_STATE_EXCEPTION, message));
        }
        self.options.borrow_mut().push(info.clone());
        for op in operations {
            support(&self.options_by_operation, *op, info);
        }
        Ok(())
    }

    /// `removeSupportedObjectClass` of an operation's class.
    pub fn drop_class(&self, vm: &mut Vm, operation: &Value, info: &Value) -> Res<()> {
        check_arguments(vm, operation, info)?;
        let subject = subject(vm, &self.object_classes, info)?;
        for op in for_classes(operation) {
            withdraw(vm, &self.classes_by_operation, op, info, &subject, operation)?;
        }
        Ok(())
    }

    /// `removeSupportedOperationOption` of an operation's class.
    pub fn drop_option(&self, vm: &mut Vm, operation: &Value, info: &Value) -> Res<()> {
        check_arguments(vm, operation, info)?;
        let subject = subject(vm, &self.options, info)?;
        for op in ApiOp::of_value(operation) {
            withdraw(vm, &self.options_by_operation, op, info, &subject, operation)?;
        }
        Ok(())
    }

    /// `build()`.
    pub fn build(&self, vm: &mut Vm) -> Res<Schema> {
        if self.object_classes.borrow().is_empty() {
            let message = "Must be at least one ObjectClassInfo object!";
            return Err(vm.throw(&throwables::ILLEGAL_STATE_EXCEPTION, message));
        }
        Ok(Schema {
            object_classes: self.object_classes.borrow().clone(),
            options: self.options.borrow().clone(),
            classes_by_operation: sorted(&self.classes_by_operation),
            options_by_operation: sorted(&self.options_by_operation),
        })
    }
}

/// What an operation's class stands for, as far as object classes are declared for it.
fn for_classes(operation: &Value) -> impl Iterator<Item = ApiOp> {
    let operations = ApiOp::of_value(operation).into_iter();
    operations.filter(|op| ApiOp::FOR_CLASSES.contains(op))
}

fn support(all: &RefCell<ByOperation>, operation: ApiOp, info: &Value) {
    let mut all = all.borrow_mut();
    match all.iter_mut().find(|(op, _)| *op == operation) {
        Some((_, infos)) => {
            if !infos.iter().any(|i| is_same(i, info)) {
                infos.push(info.clone());
            }
        }
        None => all.push((operation, vec![info.clone()])),
    }
}

fn withdraw(
    vm: &mut Vm,
    all: &RefCell<ByOperation>,
    op: ApiOp,
    info: &Value,
    subject: &str,
    operation: &Value,
) -> Res<()> {
    let mut removed = false;
    if let Some((_, infos)) = all.borrow_mut().iter_mut().find(|(o, _)| *o == op) {
        infos.retain(|i| {
            let same = is_same(i, info);
            removed |= same;
            !same
        });
    }
    if removed {
        return Ok(());
    }
    let name = operation_name(vm, operation);
    Err(vm.illegal_argument(format!("{subject} already removed for operation {name}")))
}

/// `addSupported…`: the operation must support something already, but not this.
fn extend(
    vm: &mut Vm,
    all: &RefCell<ByOperation>,
    op: ApiOp,
    info: &Value,
    subject: &str,
    operation: &Value,
) -> Res<()> {
    let name = operation_name(vm, operation);
    let mut all = all.borrow_mut();
    let Some((_, infos)) = all.iter_mut().find(|(o, _)| *o == op) else {
        return Err(vm.illegal_argument(format!("Operation {name} not implement by connector.")));
    };
    if infos.iter().any(|i| is_same(i, info)) {
        return Err(vm.illegal_argument(format!("{subject} already supported for operation {name}")));
    }
    infos.push(info.clone());
    Ok(())
}

fn operation_name(vm: &Vm, operation: &Value) -> String {
    operation
        .as_class()
        .map(|c| vm.class_name(c).to_string())
        .unwrap_or_default()
}

/// Java's equality of two infos of either kind.
fn is_same(a: &Value, b: &Value) -> bool {
    match (a.as_host::<ObjectClassInfo>(), b.as_host::<ObjectClassInfo>()) {
        (Some(a), Some(b)) => return a.same(b),
        (None, None) => {}
        _ => return false,
    }
    match (a.as_host::<OperationOptionInfo>(), b.as_host::<OperationOptionInfo>()) {
        (Some(a), Some(b)) => a.same(b),
        _ => false,
    }
}

fn check_arguments(vm: &mut Vm, operation: &Value, info: &Value) -> Res<()> {
    values::null_check(vm, operation, "op")?;
    values::null_check(vm, info, "def")
}

/// How messages call an info, once it is known to be declared.
fn subject(vm: &mut Vm, declared: &RefCell<Vec<Value>>, info: &Value) -> Res<String> {
    let class = info
        .as_host::<ObjectClassInfo>()
        .map(|i| format!("ObjectClass {}", i.name));
    let option = info
        .as_host::<OperationOptionInfo>()
        .map(|i| format!("OperationOption {}", i.name));
    let subject = class.or(option).unwrap_or_default();
    if declared.borrow().iter().any(|d| is_same(d, info)) {
        return Ok(subject);
    }
    Err(vm.illegal_argument(format!("{subject} not defined in schema.")))
}

fn sorted(all: &RefCell<ByOperation>) -> ByOperation {
    let mut all = all.borrow().clone();
    all.sort_by_key(|(op, _)| *op);
    all
}

/// The operations that classes given as arguments stand for.
pub fn operations_of(classes: &[Value]) -> Vec<ApiOp> {
    classes.iter().filter_map(Value::as_class).flat_map(ApiOp::of).collect()
}

/// `org.identityconnectors.framework.common.objects.SchemaBuilder`.
pub static CLASS: Class = class(SchemaBuilder::NAME).doc("Makes schemas.").members(&[
    constructor(
        "SchemaBuilder(Class connectorClass)",
        &unbound(|vm: &mut Vm, connector: &Value| {
            values::null_check(vm, connector, "connectorClass")?;
            Ok(SchemaBuilder::default())
        }),
    ),
    method(
        "defineObjectClass(ObjectClassInfo info): void",
        &native(|vm: &mut Vm, b: &SchemaBuilder, info: &Value| b.define_class(vm, info, &ApiOp::FOR_CLASSES)),
    ),
    method(
        "defineObjectClass(ObjectClassInfo info, Class... operations): void",
        &native(|vm: &mut Vm, b: &SchemaBuilder, info: &Value, ops: &[Value]| {
            let operations = if ops.is_empty() {
                ApiOp::FOR_CLASSES.to_vec()
            } else {
                operations_of(ops)
            };
            b.define_class(vm, info, &operations)
        }),
    ),
    method(
        "defineObjectClass(String type, Set attributes): void",
        &native(define_class_of),
    ),
    method(
        "defineOperationOption(OperationOptionInfo info): void",
        &native(|vm: &mut Vm, b: &SchemaBuilder, info: &Value| b.define_option(vm, info, &ApiOp::FOR_OPTIONS)),
    ),
    method(
        "defineOperationOption(OperationOptionInfo info, Class... operations): void",
        &native(|vm: &mut Vm, b: &SchemaBuilder, info: &Value, ops: &[Value]| {
            let operations = if ops.is_empty() {
                ApiOp::FOR_OPTIONS.to_vec()
            } else {
                operations_of(ops)
            };
            b.define_option(vm, info, &operations)
        }),
    ),
    method(
        "defineOperationOption(String name, Class type): void",
        &native(define_option_of),
    ),
    method(
        "addSupportedObjectClass(Class operation, ObjectClassInfo info): void",
        &native(add_supported_class),
    ),
    method(
        "removeSupportedObjectClass(Class operation, ObjectClassInfo info): void",
        &native(|vm: &mut Vm, b: &SchemaBuilder, op: &Value, info: &Value| b.drop_class(vm, op, info)),
    ),
    method(
        "addSupportedOperationOption(Class operation, OperationOptionInfo info): void",
        &native(add_supported_option),
    ),
    method(
        "removeSupportedOperationOption(Class operation, OperationOptionInfo info): void",
        &native(|vm: &mut Vm, b: &SchemaBuilder, op: &Value, info: &Value| b.drop_option(vm, op, info)),
    ),
    method(
        "clearSupportedObjectClassesByOperation(): void",
        &native(|b: &SchemaBuilder| clear(&b.classes_by_operation)),
    ),
    method(
        "clearSupportedOptionsByOperation(): void",
        &native(|b: &SchemaBuilder| clear(&b.options_by_operation)),
    ),
    method("build(): Schema", &native(|vm: &mut Vm, b: &SchemaBuilder| b.build(vm))),
]);

/// Nothing is supported any more, but the operations stay known.
fn clear(all: &RefCell<ByOperation>) {
    for (_, infos) in all.borrow_mut().iter_mut() {
        infos.clear();
    }
}

fn define_class_of(vm: &mut Vm, b: &SchemaBuilder, name: Option<&Rc<Str>>, attributes: Items) -> Res<()> {
    let builder = ObjectClassInfoBuilder::default();
    builder.set_name(name.cloned());
    for info in vm.items(attributes.0)? {
        if let Some(info) = info.as_host::<AttributeInfo>() {
            builder.add(vm, info)?;
        }
    }
    let info = builder.build(vm)?;
    b.define_class(vm, &Value::host(info), &ApiOp::FOR_CLASSES)
}

fn define_option_of(vm: &mut Vm, b: &SchemaBuilder, name: Option<&Rc<Str>>, java_type: &Value) -> Res<()> {
    let info = OperationOptionInfo::create(vm, name, java_type.as_class())?;
    b.define_option(vm, &Value::host(info), &ApiOp::FOR_OPTIONS)
}

fn add_supported_class(vm: &mut Vm, b: &SchemaBuilder, operation: &Value, info: &Value) -> Res<()> {
    check_arguments(vm, operation, info)?;
    let subject = subject(vm, &b.object_classes, info)?;
    for op in for_classes(operation) {
        extend(vm, &b.classes_by_operation, op, info, &subject, operation)?;
    }
    Ok(())
}

fn add_supported_option(vm: &mut Vm, b: &SchemaBuilder, operation: &Value, info: &Value) -> Res<()> {
    check_arguments(vm, operation, info)?;
    let subject = subject(vm, &b.options, info)?;
    for op in ApiOp::of_value(operation) {
        extend(vm, &b.options_by_operation, op, info, &subject, operation)?;
    }
    Ok(())
}
