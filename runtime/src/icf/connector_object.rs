//! `ConnectorObject` and its builder: an object of the resource.

use super::attribute::{Attribute, Kind};
use super::object_class::ObjectClass;
use super::{attribute_builder, names, read_only, values};
use rovy_interp::jdk::throwables;
use rovy_interp::registry::{Class, class, constructor, method, native, unbound};
use rovy_interp::value::{HostType, Set, Str, Value};
use rovy_interp::{Res, Vm};
use std::cell::RefCell;
use std::rc::Rc;

/// An object of the resource.
pub struct ConnectorObject {
    /// Its [`ObjectClass`].
    pub object_class: Value,
    /// Its attributes, `__UID__` and `__NAME__` among them, sorted by name ignoring case.
    pub attributes: Vec<Value>,
}

impl HostType for ConnectorObject {
    const NAME: &'static str = "org.identityconnectors.framework.common.objects.ConnectorObject";
    fn class() -> &'static Class {
        &CLASS
    }
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.attributes.iter().for_each(visit);
    }
}

impl ConnectorObject {
    /// `new ConnectorObject(objectClass, attributes)`; the attributes have distinct names and are sorted by them.
    pub fn create(vm: &mut Vm, object_class: &Value, attributes: Vec<Value>) -> Res<ConnectorObject> {
        match object_class.as_host::<ObjectClass>() {
            None => return Err(vm.illegal_argument("ObjectClass may not be null")),
            Some(class) if class.is(names::ALL) => {
                return Err(vm.illegal_argument("Connector object class can not be type of __ALL__"));
            }
            Some(_) => {}
        }
        if attributes.is_empty() {
            return Err(vm.illegal_argument("The set can not be null or empty."));
        }
        let object = ConnectorObject {
            object_class: object_class.clone(),
            attributes,
        };
        for (name, label) in [(names::UID, "Uid"), (names::NAME, "Name")] {
            if object.attribute(name).is_none() {
                return Err(vm.illegal_argument(format!("The Attribute set must contain a '{label}'.")));
            }
        }
        Ok(object)
    }

    /// An attribute by name, ignoring case.
    pub fn attribute(&self, name: &str) -> Option<&Attribute> {
        self.attribute_value(&Str::new(name)).and_then(|v| v.as_host())
    }

    /// An attribute by name, ignoring case, as a value.
    pub fn attribute_value(&self, name: &Str) -> Option<&Value> {
        let position = self.attributes.binary_search_by(|v| {
            let other = v.as_host::<Attribute>();
            other.map_or(std::cmp::Ordering::Less, |a| names::order(&a.name, name))
        });
        position.ok().and_then(|i| self.attributes.get(i))
    }

    /// The Uid, as a value.
    pub fn uid(&self) -> Value {
        self.attribute_value(&Str::new(names::UID)).cloned().unwrap_or_default()
    }

    /// The Name, as a value.
    pub fn name(&self) -> Value {
        self.attribute_value(&Str::new(names::NAME))
            .cloned()
            .unwrap_or_default()
    }

    /// The text of the Uid.
    pub fn uid_value(&self) -> Option<Rc<Str>> {
        self.attribute(names::UID).and_then(Attribute::text)
    }

    /// The Uid's revision.
    pub fn revision(&self) -> Option<Rc<Str>> {
        self.attribute(names::UID).and_then(|uid| uid.revision.clone())
    }

    /// The text of the Name.
    pub fn name_value(&self) -> Option<Rc<Str>> {
        self.attribute(names::NAME).and_then(Attribute::text)
    }

    /// The object class's name.
    pub fn class_name(&self) -> Rc<Str> {
        self.object_class
            .as_host::<ObjectClass>()
            .map_or_else(|| Str::new(""), |c| c.value.clone())
    }

    /// Every attribute, sorted by name.
    pub fn iter(&self) -> impl Iterator<Item = &Attribute> {
        self.attributes.iter().filter_map(|v| v.as_host())
    }
}

/// `org.identityconnectors.framework.common.objects.ConnectorObject`.
pub static CLASS: Class = class(ConnectorObject::NAME)
    .doc("An object of the resource.")
    .members(&[
        constructor(
            "ConnectorObject(ObjectClass objectClass, Set attributes)",
            &unbound(create),
        ),
        method("getUid(): Uid", &native(ConnectorObject::uid)),
        method("getName(): Name", &native(ConnectorObject::name)),
        method(
            "getObjectClass(): ObjectClass",
            &native(|o: &ConnectorObject| o.object_class.clone()),
        ),
        method("getAttributes(): Set", &native(attributes)).doc("All attributes, read-only."),
        method("getAttributeByName(String name): Attribute", &native(by_name))
            .doc("An attribute, ignoring case; null without."),
        method("equals(Object other): boolean", &native(equals)),
        method("hashCode(): int", &native(hash_code)),
        method("toString(): String", &native(text)),
    ]);

fn create(vm: &mut Vm, object_class: &Value, attributes: &Value) -> Res<ConnectorObject> {
    let builder = ConnectorObjectBuilder::default();
    for attribute in attribute_builder::collected(vm, attributes)?.unwrap_or_default() {
        builder.add(attribute);
    }
    ConnectorObject::create(vm, object_class, builder.sorted())
}

fn attributes(vm: &mut Vm, o: &ConnectorObject) -> Res<Rc<Set>> {
    read_only::set(vm, &o.attributes)
}

fn by_name(o: &ConnectorObject, name: &Str) -> Value {
    o.attribute_value(name).cloned().unwrap_or_default()
}

fn equals(vm: &mut Vm, o: &ConnectorObject, other: &Value) -> Res<bool> {
    let Some(other) = other.as_host::<ConnectorObject>() else {
        return Ok(false);
    };
    if o.attributes.len() != other.attributes.len() || !vm.java_equals(&o.object_class, &other.object_class)? {
        return Ok(false);
    }
    for (a, b) in o.attributes.iter().zip(&other.attributes) {
        if !vm.java_equals(a, b)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn hash_code(o: &ConnectorObject) -> i32 {
    o.iter().fold(0i32, |sum, a| sum.wrapping_add(names::hash(&a.name)))
}

fn text(vm: &mut Vm, o: &ConnectorObject) -> Res<String> {
    let mut attributes = Vec::new();
    let set = Value::Set(read_only::set(vm, &o.attributes)?);
    for attribute in vm.items(&set)? {
        attributes.push(values::java_text(vm, &attribute)?);
    }
    let (uid, name) = (vm.to_text(&o.uid())?, vm.to_text(&o.name())?);
    let class = vm.to_text(&o.object_class)?;
    Ok(format!(
        "{{Uid={uid}, ObjectClass={class}, Attributes=[{}], Name={name}}}",
        attributes.join(", ")
    ))
}

/// An object in the making.
pub struct ConnectorObjectBuilder {
    object_class: RefCell<Value>,
    attributes: RefCell<Vec<Value>>,
}

impl HostType for ConnectorObjectBuilder {
    const NAME: &'static str = "org.identityconnectors.framework.common.objects.ConnectorObjectBuilder";
    fn class() -> &'static Class {
        &BUILDER
    }
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.attributes.borrow().iter().for_each(visit);
    }
}

impl Default for ConnectorObjectBuilder {
    fn default() -> ConnectorObjectBuilder {
        ConnectorObjectBuilder {
            object_class: RefCell::new(ObjectClass::value(names::ACCOUNT)),
            attributes: RefCell::default(),
        }
    }
}

impl ConnectorObjectBuilder {
    /// Adds an attribute; one of the same name goes.
    pub fn add(&self, attribute: Value) {
        let Some(name) = attribute.as_host::<Attribute>().map(|a| a.name.clone()) else {
            return;
        };
        let position = |v: &Value| v.as_host::<Attribute>().is_some_and(|a| names::same(&a.name, &name));
        let mut attributes = self.attributes.borrow_mut();
        match attributes.iter().position(position).and_then(|i| attributes.get_mut(i)) {
            Some(slot) => *slot = attribute,
            None => attributes.push(attribute),
        }
    }

    /// Whether an attribute of a name was added.
    pub fn has(&self, name: &str) -> bool {
        self.attributes
            .borrow()
            .iter()
            .any(|v| v.as_host::<Attribute>().is_some_and(|a| a.is(name)))
    }

    /// The Uid's text, if one was added.
    pub fn uid_value(&self) -> Option<Rc<Str>> {
        let attributes = self.attributes.borrow();
        let uid = attributes
            .iter()
            .filter_map(|v| v.as_host::<Attribute>())
            .find(|a| a.kind == Kind::Uid);
        uid.and_then(Attribute::text)
    }

    /// The class so far.
    pub fn object_class(&self) -> Value {
        self.object_class.borrow().clone()
    }

    /// `setObjectClass`.
    pub fn set_object_class(&self, vm: &mut Vm, object_class: &Value) -> Res<()> {
        if object_class.as_host::<ObjectClass>().is_some_and(|c| c.is(names::ALL)) {
            return Err(vm.illegal_argument("Connector object class can not be type of __ALL__"));
        }
        self.object_class.replace(object_class.clone());
        Ok(())
    }

    fn sorted(&self) -> Vec<Value> {
        let mut all: Vec<Value> = self.attributes.borrow().clone();
        let name = |v: &Value| v.as_host::<Attribute>().map(|a| a.name.clone());
        all.sort_by(|a, b| match (name(a), name(b)) {
            (Some(a), Some(b)) => names::order(&a, &b),
            _ => std::cmp::Ordering::Equal,
        });
        all
    }

    /// `build()`.
    pub fn build(&self, vm: &mut Vm) -> Res<ConnectorObject> {
        if self.attributes.borrow().is_empty() {
            return Err(vm.throw(&throwables::ILLEGAL_STATE_EXCEPTION, "No attributes set!"));
        }
        ConnectorObject::create(vm, &self.object_class(), self.sorted())
    }
}

/// `org.identityconnectors.framework.common.objects.ConnectorObjectBuilder`.
pub static BUILDER: Class = class(ConnectorObjectBuilder::NAME).doc("Makes objects.").members(&[
    constructor("ConnectorObjectBuilder()", &unbound(ConnectorObjectBuilder::default)),
    method("setUid(String uid): ConnectorObjectBuilder", &native(set_uid_text)),
    method("setUid(Uid uid): ConnectorObjectBuilder", &native(set_attribute)),
    method("setName(String name): ConnectorObjectBuilder", &native(set_name_text)),
    method("setName(Name name): ConnectorObjectBuilder", &native(set_attribute)),
    method(
        "setObjectClass(ObjectClass objectClass): ConnectorObjectBuilder",
        &native(set_class),
    ),
    method(
        "add(ConnectorObject object): ConnectorObjectBuilder",
        &native(add_object),
    )
    .doc("Takes over all of an object."),
    method(
        "addAttribute(String name, Object... values): ConnectorObjectBuilder",
        &native(add_varargs),
    ),
    method(
        "addAttribute(String name, Collection values): ConnectorObjectBuilder",
        &native(add_collection),
    ),
    method(
        "addAttribute(Attribute... attributes): ConnectorObjectBuilder",
        &native(add_each),
    ),
    method(
        "addAttributes(Collection attributes): ConnectorObjectBuilder",
        &native(add_all),
    ),
    method(
        "clearAttributes(): ConnectorObjectBuilder",
        &native(|this: &Value| with(this, |b| drop(b.attributes.take()))),
    ),
    method("removeAttribute(String name): ConnectorObjectBuilder", &native(remove)),
    method(
        "build(): ConnectorObject",
        &native(|vm: &mut Vm, b: &ConnectorObjectBuilder| b.build(vm)),
    ),
]);

fn with(this: &Value, change: impl FnOnce(&ConnectorObjectBuilder)) -> Value {
    if let Some(builder) = this.as_host::<ConnectorObjectBuilder>() {
        change(builder);
    }
    this.clone()
}

fn set_uid_text(vm: &mut Vm, this: &Value, uid: Option<&Rc<Str>>) -> Res {
    let uid = Attribute::uid(vm, uid, None)?;
    Ok(with(this, |b| b.add(uid)))
}

fn set_name_text(vm: &mut Vm, this: &Value, name: Option<&Rc<Str>>) -> Value {
    let name = Attribute::name(vm, name);
    with(this, |b| b.add(name))
}

fn set_attribute(this: &Value, attribute: &Value) -> Value {
    with(this, |b| b.add(attribute.clone()))
}

fn set_class(vm: &mut Vm, this: &Value, object_class: &Value) -> Res {
    if let Some(builder) = this.as_host::<ConnectorObjectBuilder>() {
        builder.set_object_class(vm, object_class)?;
    }
    Ok(this.clone())
}

fn add_object(vm: &mut Vm, this: &Value, object: &ConnectorObject) -> Res {
    for attribute in &object.attributes {
        with(this, |b| b.add(attribute.clone()));
    }
    set_class(vm, this, &object.object_class)
}

/// Builds an attribute and adds it.
pub fn add_built(vm: &mut Vm, this: &Value, name: Option<&Rc<Str>>, items: Option<Vec<Value>>) -> Res {
    let attribute = attribute_builder::build(vm, name, items)?;
    Ok(with(this, |b| b.add(attribute)))
}

fn add_varargs(vm: &mut Vm, this: &Value, name: Option<&Rc<Str>>, items: &[Value]) -> Res {
    add_built(vm, this, name, attribute_builder::variable(items))
}

/// `addAttribute(name, collection)`: a null collection is a null value.
pub fn add_collection(vm: &mut Vm, this: &Value, name: Option<&Rc<Str>>, items: &Value) -> Res {
    let items = attribute_builder::collected(vm, items)?;
    add_built(vm, this, name, items)
}

/// `addAttribute(Attribute…)`.
pub fn add_each(vm: &mut Vm, this: &Value, attributes: &[Value]) -> Res {
    if let [Value::Null] = attributes {
        return Err(vm.null_pointer("Parameter 'attrs' must not be null."));
    }
    Ok(with(this, |b| attributes.iter().for_each(|a| b.add(a.clone()))))
}

/// `addAttributes(collection)`.
pub fn add_all(vm: &mut Vm, this: &Value, attributes: &Value) -> Res {
    values::null_check(vm, attributes, "attrs")?;
    let attributes = vm.items(attributes)?;
    Ok(with(this, |b| attributes.into_iter().for_each(|a| b.add(a))))
}

/// The name counts letter by letter, unlike elsewhere.
fn remove(this: &Value, name: Option<&Str>) -> Value {
    with(this, |b| {
        let named = |v: &Value| v.as_host::<Attribute>().is_some_and(|a| name == Some(&*a.name));
        b.attributes.borrow_mut().retain(|v| !named(v));
    })
}
