//! `ObjectClassInfo` and its builder: what the schema says of an object class.

use super::attribute_info::{self, AttributeInfo};
use super::{names, read_only, values};
use rovy_interp::registry::{Class, Items, class, constructor, method, native, unbound};
use rovy_interp::value::{HostType, Set, Str, Value};
use rovy_interp::{Res, Vm};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// What the schema says of an object class.
pub struct ObjectClassInfo {
    /// The object class's name.
    pub name: Rc<Str>,
    /// Whether its objects contain others.
    pub container: bool,
    /// Its attributes, in the order in which they were declared.
    pub attributes: Vec<AttributeInfo>,
}

impl HostType for ObjectClassInfo {
    const NAME: &'static str = "org.identityconnectors.framework.common.objects.ObjectClassInfo";
    fn class() -> &'static Class {
        &CLASS
    }
}

impl ObjectClassInfo {
    /// The info of an attribute, ignoring case.
    pub fn attribute(&self, name: &str) -> Option<&AttributeInfo> {
        let name = Str::new(name);
        self.attributes.iter().find(|a| names::same(&a.name, &name))
    }

    /// Equality: name ignoring case, attributes in any order, container.
    pub fn same(&self, other: &ObjectClassInfo) -> bool {
        names::same(&self.name, &other.name)
            && self.container == other.container
            && self.attributes.len() == other.attributes.len()
            && self
                .attributes
                .iter()
                .all(|a| other.attributes.iter().any(|b| a.same(b)))
    }
}

/// `org.identityconnectors.framework.common.objects.ObjectClassInfo`.
pub static CLASS: Class = class(ObjectClassInfo::NAME)
    .doc("What the schema says of an object class.")
    .members(&[
        constructor(
            "ObjectClassInfo(String type, Set attributes, boolean container)",
            &unbound(create),
        ),
        method("getType(): String", &native(|i: &ObjectClassInfo| i.name.clone())),
        method("isContainer(): boolean", &native(|i: &ObjectClassInfo| i.container)),
        method("getAttributeInfo(): Set", &native(attribute_info)),
        method(
            "is(String name): boolean",
            &native(|i: &ObjectClassInfo, name: Option<&Str>| name.is_some_and(|n| names::same(&i.name, n))),
        ),
        method(
            "equals(Object other): boolean",
            &native(|i: &ObjectClassInfo, o: &Value| o.as_host::<ObjectClassInfo>().is_some_and(|o| i.same(o))),
        ),
        method("hashCode(): int", &native(|i: &ObjectClassInfo| names::hash(&i.name))),
        method(
            "toString(): String",
            &native(|vm: &mut Vm, i: &ObjectClassInfo| xml(vm, i, 0)),
        ),
    ]);

fn create(vm: &mut Vm, name: &Value, infos: Items, container: bool) -> Res<ObjectClassInfo> {
    values::null_check(vm, name, "type")?;
    let items = vm.items(infos.0)?;
    let info = ObjectClassInfo {
        name: vm.to_str(name)?,
        container,
        attributes: items
            .iter()
            .filter_map(|i| i.as_host::<AttributeInfo>().cloned())
            .collect(),
    };
    if info.attribute(names::NAME).is_none() {
        return Err(vm.illegal_argument("Missing 'Name' attribute info."));
    }
    Ok(info)
}

fn attribute_info(vm: &mut Vm, info: &ObjectClassInfo) -> Res<Rc<Set>> {
    let items: Vec<Value> = info.attributes.iter().map(|a| Value::host(a.clone())).collect();
    read_only::set(vm, &items)
}

/// The XML form that `toString` prints.
pub fn xml(vm: &mut Vm, info: &ObjectClassInfo, indent: usize) -> Res<String> {
    let pad = " ".repeat(indent);
    let attributes = Value::Set(attribute_info(vm, info)?);
    let mut inner = String::new();
    for attribute in vm.items(&attributes)? {
        if let Some(attribute) = attribute.as_host() {
            inner += &attribute_info::xml(vm, attribute, indent + 4);
        }
    }
    Ok(format!(
        "{pad}<ObjectClassInfo type='{}' container='{}'>\n{pad}  <AttributeInfos>\n{inner}{pad}  </AttributeInfos>\n\
         {pad}</ObjectClassInfo>\n",
        info.name, info.container,
    ))
}

/// An object class's info in the making.
pub struct ObjectClassInfoBuilder {
    name: RefCell<Option<Rc<Str>>>,
    container: Cell<bool>,
    attributes: RefCell<Vec<AttributeInfo>>,
}

impl HostType for ObjectClassInfoBuilder {
    const NAME: &'static str = "org.identityconnectors.framework.common.objects.ObjectClassInfoBuilder";
    fn class() -> &'static Class {
        &BUILDER
    }
}

impl Default for ObjectClassInfoBuilder {
    fn default() -> ObjectClassInfoBuilder {
        ObjectClassInfoBuilder {
            name: RefCell::new(Some(Str::new(names::ACCOUNT))),
            container: Cell::new(false),
            attributes: RefCell::default(),
        }
    }
}

impl ObjectClassInfoBuilder {
    /// `setType`.
    pub fn set_name(&self, name: Option<Rc<Str>>) {
        self.name.replace(name);
    }

    /// `setContainer`.
    pub fn set_container(&self, container: bool) {
        self.container.set(container);
    }

    /// `addAttributeInfo`.
    pub fn add(&self, vm: &mut Vm, info: &AttributeInfo) -> Res<()> {
        if self.attributes.borrow().iter().any(|a| a.name == info.name) {
            return Err(vm.illegal_argument(format!("AttributeInfo of name '{}' already exists!", info.name)));
        }
        self.attributes.borrow_mut().push(info.clone());
        Ok(())
    }

    /// `build()`: with `__NAME__` first unless it was declared; equal infos fall together.
    pub fn build(&self, vm: &mut Vm) -> Res<ObjectClassInfo> {
        let Some(name) = self.name.borrow().clone() else {
            return Err(vm.null_pointer("Parameter 'type' must not be null."));
        };
        let mut attributes: Vec<AttributeInfo> = Vec::new();
        let declared = self.attributes.borrow();
        if !declared.iter().any(|a| *a.name == *names::NAME) {
            attributes.push(attribute_info::name_info());
        }
        for info in declared.iter() {
            if !attributes.iter().any(|a| a.same(info)) {
                attributes.push(info.clone());
            }
        }
        Ok(ObjectClassInfo {
            name,
            container: self.container.get(),
            attributes,
        })
    }
}

/// `org.identityconnectors.framework.common.objects.ObjectClassInfoBuilder`.
pub static BUILDER: Class = class(ObjectClassInfoBuilder::NAME)
    .doc("Makes object class infos.")
    .members(&[
        constructor("ObjectClassInfoBuilder()", &unbound(ObjectClassInfoBuilder::default)),
        method("setType(String type): ObjectClassInfoBuilder", &native(set_type)),
        method(
            "setContainer(boolean container): void",
            &native(ObjectClassInfoBuilder::set_container),
        ),
        method(
            "addAttributeInfo(AttributeInfo info): ObjectClassInfoBuilder",
            &native(add_attribute_info),
        ),
        method(
            "addAllAttributeInfo(Collection infos): ObjectClassInfoBuilder",
            &native(add_all),
        ),
        method(
            "build(): ObjectClassInfo",
            &native(|vm: &mut Vm, b: &ObjectClassInfoBuilder| b.build(vm)),
        ),
    ]);

fn set_type(this: &Value, name: Option<&Rc<Str>>) -> Value {
    if let Some(builder) = this.as_host::<ObjectClassInfoBuilder>() {
        builder.set_name(name.cloned());
    }
    this.clone()
}

fn add_attribute_info(vm: &mut Vm, this: &Value, info: &AttributeInfo) -> Res {
    if let Some(builder) = this.as_host::<ObjectClassInfoBuilder>() {
        builder.add(vm, info)?;
    }
    Ok(this.clone())
}

fn add_all(vm: &mut Vm, this: &Value, infos: Items) -> Res {
    for info in vm.items(infos.0)? {
        if let Some(info) = info.as_host::<AttributeInfo>() {
            add_attribute_info(vm, this, info)?;
        }
    }
    Ok(this.clone())
}
