//! `OperationOptionInfo` and its builder: which options operations understand.

use super::guarded;
use super::names;
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
    pub fn create(vm: &mut Vm, name: &Rc<Str>, java_type: ClassId) -> Res<OperationOptionInfo> {
        if names::is_blank(name) {
            return Err(vm.illegal_argument("Argument must not be blank."));
        }
        if !is_option_type(vm, java_type) {
            let class = vm.class_name(java_type);
            return Err(vm.illegal_argument(format!("ConfigurationOption type '{class}' is not supported.")));
        }
        Ok(OperationOptionInfo {
            name: name.clone(),
            java_type,
        })
    }

    /// Equality: name ignoring case, type.
    pub fn same(&self, other: &OperationOptionInfo) -> bool {
        names::same(&self.name, &other.name) && self.java_type == other.java_type
    }
}

/// Whether an option or script argument may be of a class: the types of configuration properties, of ICF's own, arrays of either.
pub fn is_option_type(vm: &Vm, class: ClassId) -> bool {
    const NAMED: &[&str] = &[
        "java.net.URI",
        "java.io.File",
        "org.identityconnectors.common.script.Script",
    ];
    if let Some(component) = class.component() {
        return component.component().is_none() && is_option_type(vm, component);
    }
    let own = [
        guarded::STRING.id(),
        guarded::BYTE_ARRAY.id(),
        super::object_class::CLASS.id(),
        super::attribute::UID.id(),
        super::qualified_uid::CLASS.id(),
        super::sort_key::CLASS.id(),
    ];
    SIMPLE_TYPES.contains(&class) || own.contains(&class) || NAMED.iter().any(|n| vm.class_by_name(n) == Some(class))
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
    method(
        "toString(): String",
        &native(|vm: &mut Vm, i: &OperationOptionInfo| xml(vm, i, 0)),
    ),
]);

/// The XML form that `toString` prints.
pub fn xml(vm: &mut Vm, info: &OperationOptionInfo, indent: usize) -> String {
    let (pad, class) = (" ".repeat(indent), super::serialized_type_name(vm, info.java_type));
    format!("{pad}<OperationOptionInfo name='{}' type='{class}'/>\n", info.name)
}

fn create(vm: &mut Vm, name: &Rc<Str>, java_type: &Value) -> Res<OperationOptionInfo> {
    let Some(id) = java_type.as_class() else {
        return Err(vm.null_pointer("Parameter 'type' must not be null."));
    };
    OperationOptionInfo::create(vm, name, id)
}

/// An option's info in the making.
pub struct OperationOptionInfoBuilder {
    name: RefCell<Option<Rc<Str>>>,
    java_type: Cell<ClassId>,
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
            java_type: Cell::new(ClassId::STRING),
        }
    }
}

impl OperationOptionInfoBuilder {
    /// `setName`.
    pub fn set_name(&self, name: Rc<Str>) {
        self.name.replace(Some(name));
    }

    /// `setType`.
    pub fn set_type(&self, java_type: ClassId) {
        self.java_type.set(java_type);
    }

    /// `build()`.
    pub fn build(&self, vm: &mut Vm) -> Res<OperationOptionInfo> {
        let name = self.name.borrow().clone().unwrap_or_else(|| Str::new(""));
        OperationOptionInfo::create(vm, &name, self.java_type.get())
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
            &unbound(|vm: &mut Vm, n: &Rc<Str>| OperationOptionInfo::create(vm, n, ClassId::STRING)),
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

fn new_builder(name: &Rc<Str>, java_type: &Value) -> OperationOptionInfoBuilder {
    OperationOptionInfoBuilder {
        name: RefCell::new(Some(name.clone())),
        java_type: Cell::new(java_type.as_class().unwrap_or(ClassId::STRING)),
    }
}

fn set_name(this: &Value, name: &Rc<Str>) -> Value {
    if let Some(builder) = this.as_host::<OperationOptionInfoBuilder>() {
        builder.set_name(name.clone());
    }
    this.clone()
}

fn set_type(vm: &mut Vm, this: &Value, java_type: &Value) -> Res {
    let Some(id) = java_type.as_class() else {
        return Err(vm.null_pointer("Parameter 'type' must not be null."));
    };
    if let Some(builder) = this.as_host::<OperationOptionInfoBuilder>() {
        builder.set_type(id);
    }
    Ok(this.clone())
}
