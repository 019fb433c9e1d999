//! `Schema` and `SchemaBuilder`: the object classes and options of a resource, and which operations support them.

use super::object_class_info::{self, ObjectClassInfo, ObjectClassInfoBuilder};
use super::operation_option_info::{self, OperationOptionInfo};
use super::operations::ApiOp;
use super::{attribute_info::AttributeInfo, names, read_only};
use rovy_interp::jdk::throwables;
use rovy_interp::registry::{Class, Items, class, constructor, method, native, unbound};
use rovy_interp::value::{HostType, Map, Set, Str, Value};
use rovy_interp::{Res, Vm};
use std::cell::RefCell;
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
        method("toString(): String", &native(xml)),
    ]);

fn find_class(s: &Schema, name: &Str) -> Value {
    let named = |v: &&Value| {
        v.as_host::<ObjectClassInfo>()
            .is_some_and(|i| names::same(&i.name, name))
    };
    s.object_classes.iter().find(named).cloned().unwrap_or_default()
}

fn find_option(s: &Schema, name: &Str) -> Value {
    let named = |v: &&Value| {
        v.as_host::<OperationOptionInfo>()
            .is_some_and(|i| names::same(&i.name, name))
    };
    s.options.iter().find(named).cloned().unwrap_or_default()
}

fn by_operation(vm: &mut Vm, all: &ByOperation) -> Res<Rc<Map>> {
    let mut pairs = Vec::new();
    for (op, infos) in all {
        pairs.push((Value::class(op.class().id()), Value::Set(read_only::set(vm, infos)?)));
    }
    read_only::map(vm, &pairs)
}

fn of_operation(vm: &mut Vm, all: &ByOperation, operation: &Value) -> Res<Rc<Set>> {
    let wanted = operation.as_class().map(ApiOp::of).unwrap_or_default();
    let infos = all
        .iter()
        .find(|(op, _)| wanted.contains(op))
        .map_or(&[][..], |(_, infos)| infos);
    read_only::set(vm, infos)
}

fn xml(vm: &mut Vm, s: &Schema) -> String {
    let mut out = String::from("<Schema>\n");
    for info in s.classes() {
        out += &object_class_info::xml(vm, info, 2);
    }
    for info in s.option_infos() {
        out += &operation_option_info::xml(vm, info, 2);
    }
    out + "</Schema>\n"
}

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
        &BUILDER
    }
}

impl SchemaBuilder {
    /// `defineObjectClass(info, operations…)`.
    pub fn define_class(&self, vm: &mut Vm, info: &Value, operations: &[ApiOp]) -> Res<()> {
        let Some(class) = info.as_host::<ObjectClassInfo>() else {
            return Err(vm.null_pointer("Parameter 'objectClassInfo' must not be null."));
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
            return Err(vm.null_pointer("Parameter 'operationOptionInfo' must not be null."));
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

    /// `removeSupportedObjectClass`.
    pub fn drop_class(&self, operations: &[ApiOp], info: &Value) {
        withdraw(&self.classes_by_operation, operations, info);
    }

    /// `removeSupportedOperationOption`.
    pub fn drop_option(&self, operations: &[ApiOp], info: &Value) {
        withdraw(&self.options_by_operation, operations, info);
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

fn support(all: &RefCell<ByOperation>, operation: ApiOp, info: &Value) {
    let mut all = all.borrow_mut();
    match all.iter_mut().find(|(op, _)| *op == operation) {
        Some((_, infos)) => {
            if !infos.iter().any(|i| i.same(info)) {
                infos.push(info.clone());
            }
        }
        None => all.push((operation, vec![info.clone()])),
    }
}

fn withdraw(all: &RefCell<ByOperation>, operations: &[ApiOp], info: &Value) {
    let mut all = all.borrow_mut();
    for (op, infos) in all.iter_mut() {
        if operations.contains(op) {
            infos.retain(|i| !i.same(info));
        }
    }
    all.retain(|(_, infos)| !infos.is_empty());
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
pub static BUILDER: Class = class(SchemaBuilder::NAME).doc("Makes schemas.").members(&[
    constructor(
        "SchemaBuilder(Class connectorClass)",
        &unbound(|_connector: &Value| SchemaBuilder::default()),
    ),
    method(
        "defineObjectClass(ObjectClassInfo info): void",
        &native(|vm: &mut Vm, b: &SchemaBuilder, info: &Value| b.define_class(vm, info, &ApiOp::FOR_CLASSES)),
    ),
    method(
        "defineObjectClass(ObjectClassInfo info, Class... operations): void",
        &native(|vm: &mut Vm, b: &SchemaBuilder, info: &Value, ops: &[Value]| {
            b.define_class(vm, info, &operations_of(ops))
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
            b.define_option(vm, info, &operations_of(ops))
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
        &native(|b: &SchemaBuilder, op: &Value, info: &Value| {
            b.drop_class(&operations_of(std::slice::from_ref(op)), info)
        }),
    ),
    method(
        "addSupportedOperationOption(Class operation, OperationOptionInfo info): void",
        &native(add_supported_option),
    ),
    method(
        "removeSupportedOperationOption(Class operation, OperationOptionInfo info): void",
        &native(|b: &SchemaBuilder, op: &Value, info: &Value| {
            b.drop_option(&operations_of(std::slice::from_ref(op)), info)
        }),
    ),
    method(
        "clearSupportedObjectClassesByOperation(): void",
        &native(|b: &SchemaBuilder| b.classes_by_operation.borrow_mut().clear()),
    ),
    method(
        "clearSupportedOperationOptionsByOperation(): void",
        &native(|b: &SchemaBuilder| b.options_by_operation.borrow_mut().clear()),
    ),
    method("build(): Schema", &native(|vm: &mut Vm, b: &SchemaBuilder| b.build(vm))),
]);

fn define_class_of(vm: &mut Vm, b: &SchemaBuilder, name: &Rc<Str>, attributes: Items) -> Res<()> {
    let builder = ObjectClassInfoBuilder::default();
    builder.set_name(name.clone());
    for info in vm.items(attributes.0)? {
        if let Some(info) = info.as_host::<AttributeInfo>() {
            builder.add(vm, info)?;
        }
    }
    b.define_class(vm, &Value::host(builder.build()), &ApiOp::FOR_CLASSES)
}

fn define_option_of(vm: &mut Vm, b: &SchemaBuilder, name: &Rc<Str>, java_type: &Value) -> Res<()> {
    let Some(id) = java_type.as_class() else {
        return Err(vm.null_pointer("Parameter 'type' must not be null."));
    };
    let info = OperationOptionInfo::create(vm, name, id)?;
    b.define_option(vm, &Value::host(info), &ApiOp::FOR_OPTIONS)
}

fn add_supported_class(vm: &mut Vm, b: &SchemaBuilder, operation: &Value, info: &Value) -> Res<()> {
    check_declared(vm, &b.object_classes, info, "ObjectClass")?;
    for op in operations_of(std::slice::from_ref(operation)) {
        support(&b.classes_by_operation, op, info);
    }
    Ok(())
}

fn add_supported_option(vm: &mut Vm, b: &SchemaBuilder, operation: &Value, info: &Value) -> Res<()> {
    check_declared(vm, &b.options, info, "OperationOption")?;
    for op in operations_of(std::slice::from_ref(operation)) {
        support(&b.options_by_operation, op, info);
    }
    Ok(())
}

fn check_declared(vm: &mut Vm, declared: &RefCell<Vec<Value>>, info: &Value, what: &str) -> Res<()> {
    if declared.borrow().iter().any(|d| d.same(info)) {
        return Ok(());
    }
    Err(vm.illegal_argument(format!("{what} is not defined by this schema builder.")))
}
