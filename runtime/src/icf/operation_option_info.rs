//! `OperationOptionInfo` and its builder: which options operations understand.

use super::guarded;
use super::values::SIMPLE_TYPES;
use rovy_interp::registry::{Class, ClassId, class, constructor, function, method, native, unbound};
use rovy_interp::value::{HostType, Str, Value};
use rovy_interp::{Res, Vm};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// What the schema says of an option.
#[derive(Clone)]
pub struct OperationOptionInfo {
    /// The option's name.
    pub name: Rc<Str>,
    /// The class of its value.
    pub java_type: ClassId,
}

impl HostType for OperationOptionInfo {
    const NAME: &'static str = "org.identityconnectors.framework.common.objects.OperationOptionInfo";
    fn class() -> &'static Class {
        &CLASS
    }
}

impl OperationOptionInfo {
    /// A checked info.
    pub fn create(vm: &mut Vm, name: Option<&Rc<Str>>, java_type: Option<ClassId>) -> Res<OperationOptionInfo> {
        let Some(name) = name else {
            return Err(vm.null_pointer("Parameter 'name' must not be null."));
        };
        let Some(java_type) = java_type else {
            return Err(vm.null_pointer("Parameter 'type' must not be null."));
        };
        check_type(vm, java_type)?;
        Ok(OperationOptionInfo {
            name: name.clone(),
            java_type,
        })
    }

    /// Equality: name, type.
    pub fn same(&self, other: &OperationOptionInfo) -> bool {
        self.name == other.name && self.java_type == other.java_type
    }
}

/// Throws unless an option may be of a class.
pub fn check_type(vm: &mut Vm, class: ClassId) -> Res<()> {
    if is_option_type(vm, class) {
        return Ok(());
    }
    let class = vm.class_name(class);
    Err(vm.illegal_argument(format!("ConfigurationOption type '{class}' is not supported.")))
}

/// Whether an option or script argument may be of a class: the types of configuration properties, of ICF's own, arrays of either.
pub fn is_option_type(vm: &Vm, class: ClassId) -> bool {
    let own = [
        super::object_class::CLASS.id(),
        super::attribute::UID.id(),
        super::qualified_uid::CLASS.id(),
        super::sort_key::CLASS.id(),
    ];
    match class.component() {
        Some(component) => component.component().is_none() && is_option_type(vm, component),
        None => own.contains(&class) || is_configuration_type(vm, class),
    }
}

/// Whether a configuration property may be of a class, or of an array of it.
pub fn is_configuration_type(vm: &Vm, class: ClassId) -> bool {
    const NAMED: &[&str] = &[
        "java.net.URI",
        "java.io.File",
        "org.identityconnectors.common.script.Script",
    ];
    if let Some(component) = class.component() {
        return component.component().is_none() && is_configuration_type(vm, component);
    }
    let guarded = [guarded::STRING.id(), guarded::BYTE_ARRAY.id()];
    SIMPLE_TYPES.contains(&class)
        || guarded.contains(&class)
        || NAMED.iter().any(|n| vm.class_by_name(n) == Some(class))
}

/// `org.identityconnectors.framework.common.objects.OperationOptionInfo`.
pub static CLASS: Class = class(OperationOptionInfo::NAME).members(&[
    constructor("OperationOptionInfo(String name, Class type)", &unbound(create)),
    method("getName(): String", &native(|i: &OperationOptionInfo| i.name.clone())),
    method(
        "getType(): Class",
        &native(|i: &OperationOptionInfo| Value::class(i.java_type)),
    ),
    method(
        "equals(Object other): boolean",
        &native(|i: &OperationOptionInfo, o: &Value| o.as_host::<OperationOptionInfo>().is_some_and(|o| i.same(o))),
    ),
    method(
        "hashCode(): int",
        &native(|i: &OperationOptionInfo| i.name.hash() as i32),
    ),
    method("toString(): String", &native(text)),
]);

fn text(vm: &mut Vm, info: &OperationOptionInfo) -> Res<String> {
    let class = vm.to_text(&Value::class(info.java_type))?;
    Ok(format!("OperationOptionInfo( {}{class}) ", info.name))
}

/// The XML form inside the schema's.
pub fn xml(vm: &mut Vm, info: &OperationOptionInfo, indent: usize) -> String {
    let (pad, class) = (" ".repeat(indent), super::serialized_type_name(vm, info.java_type));
    format!("{pad}<OperationOptionInfo name='{}' type='{class}'/>\n", info.name)
}

fn create(vm: &mut Vm, name: Option<&Rc<Str>>, java_type: &Value) -> Res<OperationOptionInfo> {
    OperationOptionInfo::create(vm, name, java_type.as_class())
}

/// An option's info in the making.
pub struct OperationOptionInfoBuilder {
    name: RefCell<Option<Rc<Str>>>,
    java_type: Cell<Option<ClassId>>,
}

impl HostType for OperationOptionInfoBuilder {
    const NAME: &'static str = "org.identityconnectors.framework.common.objects.OperationOptionInfoBuilder";
    fn class() -> &'static Class {
        &BUILDER
    }
}

impl Default for OperationOptionInfoBuilder {
    fn default() -> OperationOptionInfoBuilder {
        OperationOptionInfoBuilder {
            name: RefCell::default(),
            java_type: Cell::new(Some(ClassId::STRING)),
        }
    }
}

impl OperationOptionInfoBuilder {
    /// `setName`.
    pub fn set_name(&self, name: Option<Rc<Str>>) {
        self.name.replace(name);
    }

    /// `setType`.
    pub fn set_type(&self, java_type: Option<ClassId>) {
        self.java_type.set(java_type);
    }

    /// `build()`.
    pub fn build(&self, vm: &mut Vm) -> Res<OperationOptionInfo> {
        let name = self.name.borrow().clone();
        OperationOptionInfo::create(vm, name.as_ref(), self.java_type.get())
    }
}

/// `org.identityconnectors.framework.common.objects.OperationOptionInfoBuilder`.
pub static BUILDER: Class = class(OperationOptionInfoBuilder::NAME)
    .doc("Makes infos of options.")
    .members(&[
        constructor(
            "OperationOptionInfoBuilder()",
            &unbound(OperationOptionInfoBuilder::default),
        ),
        constructor(
            "OperationOptionInfoBuilder(String name, Class type)",
            &unbound(new_builder),
        ),
        method("setName(String name): OperationOptionInfoBuilder", &native(set_name)),
        method("setType(Class type): OperationOptionInfoBuilder", &native(set_type)),
        method(
            "build(): OperationOptionInfo",
            &native(|vm: &mut Vm, b: &OperationOptionInfoBuilder| b.build(vm)),
        ),
        function("build(String name, Class type): OperationOptionInfo", &unbound(create)),
        function(
            "build(String name): OperationOptionInfo",
            &unbound(|vm: &mut Vm, n: Option<&Rc<Str>>| OperationOptionInfo::create(vm, n, Some(ClassId::STRING))),
        ),
        function(
            "buildAttributesToGet(): OperationOptionInfo",
            &unbound(|| known("ATTRS_TO_GET", ClassId::STRING.array())),
        ),
        function(
            "buildRunWithPassword(): OperationOptionInfo",
            &unbound(|| known("RUN_WITH_PASSWORD", guarded::STRING.id())),
        ),
        function(
            "buildRunWithUser(): OperationOptionInfo",
            &unbound(|| known("RUN_AS_USER", ClassId::STRING)),
        ),
        function(
            "buildScope(): OperationOptionInfo",
            &unbound(|| known("SCOPE", ClassId::STRING)),
        ),
        function(
            "buildContainer(): OperationOptionInfo",
            &unbound(|| known("CONTAINER", super::qualified_uid::CLASS.id())),
        ),
        function(
            "buildPagedResultsCookie(): OperationOptionInfo",
            &unbound(|| known("PAGED_RESULTS_COOKIE", ClassId::STRING)),
        ),
        function(
            "buildPagedResultsOffset(): OperationOptionInfo",
            &unbound(|| known("PAGED_RESULTS_OFFSET", ClassId::INTEGER)),
        ),
        function(
            "buildPageSize(): OperationOptionInfo",
            &unbound(|| known("PAGE_SIZE", ClassId::INTEGER)),
        ),
        function(
            "buildSortKeys(): OperationOptionInfo",
            &unbound(|| known("SORT_KEYS", super::sort_key::CLASS.id())),
        ),
    ]);

fn known(name: &str, java_type: ClassId) -> OperationOptionInfo {
    OperationOptionInfo {
        name: Str::new(name),
        java_type,
    }
}

fn new_builder(name: Option<&Rc<Str>>, java_type: &Value) -> OperationOptionInfoBuilder {
    OperationOptionInfoBuilder {
        name: RefCell::new(name.cloned()),
        java_type: Cell::new(java_type.as_class()),
    }
}

fn set_name(this: &Value, name: Option<&Rc<Str>>) -> Value {
    if let Some(builder) = this.as_host::<OperationOptionInfoBuilder>() {
        builder.set_name(name.cloned());
    }
    this.clone()
}

fn set_type(this: &Value, java_type: &Value) -> Value {
    if let Some(builder) = this.as_host::<OperationOptionInfoBuilder>() {
        builder.set_type(java_type.as_class());
    }
    this.clone()
}
