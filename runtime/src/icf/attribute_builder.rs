//! `AttributeBuilder`: attributes by name and values, and those that ICF gives a meaning.

use super::attribute::Attribute;
use super::guarded::GuardedString;
use super::{names, read_only, values};
use rovy_interp::registry::{Class, Items, class, constructor, function, method, native, unbound};
use rovy_interp::value::{HostType, List, Str, Value};
use rovy_interp::{Res, Vm};
use std::cell::RefCell;
use std::rc::Rc;

/// An attribute in the making.
#[derive(Default)]
pub struct AttributeBuilder {
    name: RefCell<Option<Rc<Str>>>,
    values: RefCell<Option<Vec<Value>>>,
}

impl HostType for AttributeBuilder {
    const NAME: &'static str = "org.identityconnectors.framework.common.objects.AttributeBuilder";
    fn class() -> &'static Class {
        &CLASS
    }
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.values.borrow().iter().flatten().for_each(visit);
    }
}

/// `org.identityconnectors.framework.common.objects.AttributeBuilder`.
pub static CLASS: Class = class(AttributeBuilder::NAME).doc("Makes attributes.").members(&[
    constructor("AttributeBuilder()", &unbound(AttributeBuilder::default)),
    function(
        "build(String name): Attribute",
        &unbound(|vm: &mut Vm, name: Option<&Rc<Str>>| build(vm, name, None)),
    )
    .doc("An attribute with null value."),
    function(
        "build(String name, Object... values): Attribute",
        &unbound(build_varargs),
    )
    .doc("An attribute with values."),
    function(
        "build(String name, Collection values): Attribute",
        &unbound(build_collection),
    ),
    method(
        "getName(): String",
        &native(|b: &AttributeBuilder| b.name.borrow().clone()),
    ),
    method("setName(String name): AttributeBuilder", &native(set_name)),
    method("getValue(): List", &native(values_so_far)),
    method("addValue(Object... values): AttributeBuilder", &native(add_varargs)),
    method("addValue(Collection values): AttributeBuilder", &native(add_collection)),
    method("clearValue(): AttributeBuilder", &native(clear)),
    method("build(): Attribute", &native(build_this)),
    function(
        "buildPassword(GuardedString password): Attribute",
        &unbound(|vm: &mut Vm, p: &Value| single(vm, names::PASSWORD, p.clone())),
    ),
    function(
        "buildPassword(char[] password): Attribute",
        &unbound(|vm: &mut Vm, p: Items| guarded(vm, names::PASSWORD, p)),
    ),
    function(
        "buildCurrentPassword(GuardedString password): Attribute",
        &unbound(|vm: &mut Vm, p: &Value| single(vm, names::CURRENT_PASSWORD, p.clone())),
    ),
    function(
        "buildCurrentPassword(char[] password): Attribute",
        &unbound(|vm: &mut Vm, p: Items| guarded(vm, names::CURRENT_PASSWORD, p)),
    ),
    function(
        "buildEnabled(boolean value): Attribute",
        &unbound(|vm: &mut Vm, b: bool| single(vm, "__ENABLE__", b.into())),
    ),
    function(
        "buildLockOut(boolean lock): Attribute",
        &unbound(|vm: &mut Vm, b: bool| single(vm, "__LOCK_OUT__", b.into())),
    ),
    function(
        "buildPasswordExpired(boolean expired): Attribute",
        &unbound(|vm: &mut Vm, b: bool| single(vm, "__PASSWORD_EXPIRED__", b.into())),
    ),
    function(
        "buildEnableDate(Date date): Attribute",
        &unbound(|vm: &mut Vm, d: &Value| date(vm, "__ENABLE_DATE__", d)),
    ),
    function(
        "buildEnableDate(long date): Attribute",
        &unbound(|vm: &mut Vm, d: i64| single(vm, "__ENABLE_DATE__", d.into())),
    ),
    function(
        "buildDisableDate(Date date): Attribute",
        &unbound(|vm: &mut Vm, d: &Value| date(vm, "__DISABLE_DATE__", d)),
    ),
    function(
        "buildDisableDate(long date): Attribute",
        &unbound(|vm: &mut Vm, d: i64| single(vm, "__DISABLE_DATE__", d.into())),
    ),
    function(
        "buildPasswordExpirationDate(Date date): Attribute",
        &unbound(|vm: &mut Vm, d: &Value| date(vm, "__PASSWORD_EXPIRATION_DATE__", d)),
    ),
    function(
        "buildPasswordExpirationDate(long date): Attribute",
        &unbound(|vm: &mut Vm, d: i64| single(vm, "__PASSWORD_EXPIRATION_DATE__", d.into())),
    ),
    function(
        "buildLastLoginDate(Date date): Attribute",
        &unbound(|vm: &mut Vm, d: &Value| date(vm, "__LAST_LOGIN_DATE__", d)),
    ),
    function(
        "buildLastLoginDate(long date): Attribute",
        &unbound(|vm: &mut Vm, d: i64| single(vm, "__LAST_LOGIN_DATE__", d.into())),
    ),
    function(
        "buildLastPasswordChangeDate(Date date): Attribute",
        &unbound(|vm: &mut Vm, d: &Value| date(vm, "__LAST_PASSWORD_CHANGE_DATE__", d)),
    ),
    function(
        "buildLastPasswordChangeDate(long date): Attribute",
        &unbound(|vm: &mut Vm, d: i64| single(vm, "__LAST_PASSWORD_CHANGE_DATE__", d.into())),
    ),
    function(
        "buildPasswordChangeInterval(long interval): Attribute",
        &unbound(|vm: &mut Vm, d: i64| single(vm, "__PASSWORD_CHANGE_INTERVAL__", d.into())),
    ),
]);

/// An attribute of a name, with null value where there are no items. `__UID__` and `__NAME__` give their own classes.
pub fn build(vm: &mut Vm, name: Option<&Rc<Str>>, items: Option<Vec<Value>>) -> Res {
    let blank = Str::new("");
    let name = name.unwrap_or(&blank);
    if names::is_blank(name) {
        return Err(vm.illegal_argument("Name must not be blank!"));
    }
    let label = name.text();
    for item in items.iter().flatten() {
        values::check(vm, Some(&label), item)?;
    }
    if **name == *names::UID {
        let text = single_text(vm, items)?;
        return Attribute::uid(vm, text.as_ref(), None);
    }
    if **name == *names::NAME {
        let text = single_text(vm, items)?;
        return Ok(Attribute::name(vm, text.as_ref()));
    }
    Attribute::create(vm, name, items).map(Value::from)
}

fn single_text(vm: &mut Vm, items: Option<Vec<Value>>) -> Res<Option<Rc<Str>>> {
    match items.as_deref() {
        Some([Value::Str(text)]) => Ok(Some(text.clone())),
        Some([_]) => Err(vm.illegal_argument("Attribute value must be an instance of String.")),
        _ => Err(vm.illegal_argument("Must be a single value.")),
    }
}

/// An attribute with one value.
pub fn single(vm: &mut Vm, name: &str, value: Value) -> Res {
    build(vm, Some(&Str::new(name)), Some(vec![value]))
}

fn build_varargs(vm: &mut Vm, name: Option<&Rc<Str>>, items: &[Value]) -> Res {
    build(vm, name, variable(items))
}

/// The values of variable arguments: a lone null stands in the place of the whole array.
pub fn variable(items: &[Value]) -> Option<Vec<Value>> {
    let null = matches!(items, [Value::Null]);
    (!null).then(|| items.to_vec())
}

fn build_collection(vm: &mut Vm, name: Option<&Rc<Str>>, items: &Value) -> Res {
    let items = collected(vm, items)?;
    build(vm, name, items)
}

/// The elements of a collection, none of null.
pub fn collected(vm: &mut Vm, items: &Value) -> Res<Option<Vec<Value>>> {
    if items.is_null() {
        return Ok(None);
    }
    vm.items(items).map(|items| Some(items.into_vec()))
}

fn values_so_far(vm: &mut Vm, b: &AttributeBuilder) -> Option<Rc<List>> {
    let values = b.values.borrow().clone();
    values.map(|items| read_only::list(vm, items))
}

fn set_name(vm: &mut Vm, this: &Value, name: Option<&Rc<Str>>) -> Res {
    let Some(name) = name.filter(|n| !names::is_blank(n)) else {
        return Err(vm.illegal_argument("Name must not be blank!"));
    };
    if let Some(builder) = this.as_host::<AttributeBuilder>() {
        builder.name.replace(Some(name.clone()));
    }
    Ok(this.clone())
}

fn add_varargs(vm: &mut Vm, this: &Value, items: &[Value]) -> Res {
    add(vm, this, variable(items))
}

fn add_collection(vm: &mut Vm, this: &Value, items: &Value) -> Res {
    let items = collected(vm, items)?;
    add(vm, this, items)
}

fn add(vm: &mut Vm, this: &Value, items: Option<Vec<Value>>) -> Res {
    if let (Some(builder), Some(items)) = (this.as_host::<AttributeBuilder>(), items) {
        let label = builder.name.borrow().as_ref().map(|n| n.text().into_owned());
        for item in &items {
            values::check(vm, label.as_deref(), item)?;
        }
        builder.values.borrow_mut().get_or_insert_default().extend(items);
    }
    Ok(this.clone())
}

fn clear(this: &Value) -> Value {
    if let Some(builder) = this.as_host::<AttributeBuilder>() {
        let fallen = builder.values.borrow_mut().as_mut().map(std::mem::take);
        drop(fallen);
    }
    this.clone()
}

fn build_this(vm: &mut Vm, b: &AttributeBuilder) -> Res {
    let (name, items) = (b.name.borrow().clone(), b.values.borrow().clone());
    build(vm, name.as_ref(), items)
}

fn guarded(vm: &mut Vm, name: &str, password: Items) -> Res {
    let text = GuardedString::from_chars(vm, password)?;
    single(vm, name, text)
}

fn date(vm: &mut Vm, name: &str, date: &Value) -> Res {
    let time = vm.call_method(date, "getTime", &[])?;
    single(vm, name, time)
}
