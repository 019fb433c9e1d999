//! `AttributeInfo` with its flags, its builder and `AttributeInfoUtil`: what the schema says of an attribute.

use super::common::collection_util;
use super::{guarded, names, read_only, values};
use rovy_interp::jdk::lang::enumeration::{self, Constant};
use rovy_interp::jdk::throwables;
use rovy_interp::registry::{Class, ClassId, Items, class, constructor, function, method, native, unbound};
use rovy_interp::value::{HostType, Set, Str, Value};
use rovy_interp::{Res, Vm, enumeration};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

enumeration! {
    /// `AttributeInfo.Flags`: where an attribute differs from an optional, single, readable and writable one.
    FLAGS "org.identityconnectors.framework.common.objects.AttributeInfo$Flags" {
        "REQUIRED" "MULTIVALUED" "NOT_CREATABLE" "NOT_UPDATEABLE" "NOT_READABLE" "NOT_RETURNED_BY_DEFAULT"
    }
}

/// A set of flags: a bit each, by ordinal.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Flags(u8);

impl Flags {
    /// `REQUIRED`.
    pub const REQUIRED: Flags = Flags(1);
    /// `MULTIVALUED`.
    pub const MULTIVALUED: Flags = Flags(2);
    /// `NOT_CREATABLE`.
    pub const NOT_CREATABLE: Flags = Flags(4);
    /// `NOT_UPDATEABLE`.
    pub const NOT_UPDATEABLE: Flags = Flags(8);
    /// `NOT_READABLE`.
    pub const NOT_READABLE: Flags = Flags(16);
    /// `NOT_RETURNED_BY_DEFAULT`.
    pub const NOT_RETURNED_BY_DEFAULT: Flags = Flags(32);

    /// Whether all of some flags are set.
    pub fn has(self, other: Flags) -> bool {
        self.0 & other.0 == other.0
    }

    /// With some flags set or cleared.
    pub fn with(self, other: Flags, on: bool) -> Flags {
        if on {
            Flags(self.0 | other.0)
        } else {
            Flags(self.0 & !other.0)
        }
    }

    /// The flag of an enum constant, none for other values.
    pub fn of(value: &Value) -> Option<Flags> {
        let constant = value.as_host::<Constant>()?;
        (value.class_id() == FLAGS.id()).then(|| Flags(1 << constant.ordinal))
    }

    /// The names of the flags that are set, in order.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        let set = move |(i, name): (usize, &&'static str)| (self.0 & (1 << i) != 0).then_some(*name);
        FLAGS.constants.iter().enumerate().filter_map(set)
    }

    fn collect(vm: &mut Vm, flags: &Value) -> Res<Flags> {
        let items = vm.items(flags)?;
        let flags = items.iter().filter_map(Flags::of);
        Ok(flags.fold(Flags::default(), |all, f| all.with(f, true)))
    }
}

/// What the schema says of an attribute.
#[derive(Clone)]
pub struct AttributeInfo {
    /// The attribute's name.
    pub name: Rc<Str>,
    /// The class of its values.
    pub java_type: ClassId,
    /// Its flags.
    pub flags: Flags,
}

impl HostType for AttributeInfo {
    const NAME: &'static str = "org.identityconnectors.framework.common.objects.AttributeInfo";
    fn class() -> &'static Class {
        &CLASS
    }
}

impl AttributeInfo {
    /// A checked info.
    pub fn create(vm: &mut Vm, name: &Rc<Str>, java_type: ClassId, flags: Flags) -> Res<AttributeInfo> {
        if names::is_blank(name) {
            return Err(vm.illegal_argument("Argument must not be blank."));
        }
        values::check_type(vm, java_type)?;
        let password = **name == *names::PASSWORD || **name == *names::CURRENT_PASSWORD;
        if password && java_type != guarded::STRING.id() {
            return Err(vm.illegal_argument("Password based attributes must be of type GuardedString."));
        }
        if flags.has(Flags::NOT_READABLE) && !flags.has(Flags::NOT_RETURNED_BY_DEFAULT) {
            return Err(vm.illegal_argument(format!(
                "Attribute {name} is flagged as not-readable, so it should also be as not-returned-by-default."
            )));
        }
        Ok(AttributeInfo {
            name: name.clone(),
            java_type,
            flags,
        })
    }

    /// An info that is known to be right.
    pub fn known(name: &str, java_type: ClassId, flags: Flags) -> AttributeInfo {
        AttributeInfo {
            name: Str::new(name),
            java_type,
            flags,
        }
    }

    /// Equality: name ignoring case, type, flags.
    pub fn same(&self, other: &AttributeInfo) -> bool {
        names::same(&self.name, &other.name) && self.java_type == other.java_type && self.flags == other.flags
    }
}

/// `Name.INFO`.
pub fn name_info() -> AttributeInfo {
    AttributeInfo::known(names::NAME, ClassId::STRING, Flags::REQUIRED)
}

/// `org.identityconnectors.framework.common.objects.AttributeInfo`.
pub static CLASS: Class = class(AttributeInfo::NAME)
    .doc("What the schema says of an attribute.")
    .members(&[
        method("getName(): String", &native(|i: &AttributeInfo| i.name.clone())),
        method(
            "getType(): Class",
            &native(|i: &AttributeInfo| Value::class(i.java_type)),
        ),
        method("getFlags(): Set", &native(flags)),
        method(
            "isRequired(): boolean",
            &native(|i: &AttributeInfo| i.flags.has(Flags::REQUIRED)),
        ),
        method(
            "isMultiValued(): boolean",
            &native(|i: &AttributeInfo| i.flags.has(Flags::MULTIVALUED)),
        ),
        method(
            "isCreateable(): boolean",
            &native(|i: &AttributeInfo| !i.flags.has(Flags::NOT_CREATABLE)),
        ),
        method(
            "isUpdateable(): boolean",
            &native(|i: &AttributeInfo| !i.flags.has(Flags::NOT_UPDATEABLE)),
        ),
        method(
            "isReadable(): boolean",
            &native(|i: &AttributeInfo| !i.flags.has(Flags::NOT_READABLE)),
        ),
        method(
            "isReturnedByDefault(): boolean",
            &native(|i: &AttributeInfo| !i.flags.has(Flags::NOT_RETURNED_BY_DEFAULT)),
        ),
        method(
            "is(String name): boolean",
            &native(|i: &AttributeInfo, name: Option<&Str>| name.is_some_and(|n| names::same(&i.name, n))),
        ),
        method(
            "equals(Object other): boolean",
            &native(|i: &AttributeInfo, o: &Value| o.as_host::<AttributeInfo>().is_some_and(|o| i.same(o))),
        ),
        method("hashCode(): int", &native(|i: &AttributeInfo| names::hash(&i.name))),
        method(
            "toString(): String",
            &native(|vm: &mut Vm, i: &AttributeInfo| xml(vm, i, 0)),
        ),
    ]);

fn flags(vm: &mut Vm, info: &AttributeInfo) -> Res<Rc<Set>> {
    let items: Vec<Value> = info
        .flags
        .names()
        .map(|name| enumeration::constant(&FLAGS, name))
        .collect();
    read_only::ordered_set(vm, &items)
}

/// The XML form that `toString` of the schema's parts prints.
pub fn xml(vm: &mut Vm, info: &AttributeInfo, indent: usize) -> String {
    let pad = " ".repeat(indent);
    let class = super::serialized_type_name(vm, info.java_type);
    let head = format!("{pad}<AttributeInfo name='{}' type='{class}'", info.name);
    let flags: Vec<String> = info
        .flags
        .names()
        .map(|f| format!("{pad}  <AttributeInfoFlag value='{f}'/>\n"))
        .collect();
    if flags.is_empty() {
        format!("{head}/>\n")
    } else {
        format!("{head}>\n{}{pad}</AttributeInfo>\n", flags.concat())
    }
}

/// An attribute's info in the making.
pub struct AttributeInfoBuilder {
    name: RefCell<Option<Rc<Str>>>,
    java_type: Cell<ClassId>,
    flags: Cell<Flags>,
}

impl HostType for AttributeInfoBuilder {
    const NAME: &'static str = "org.identityconnectors.framework.common.objects.AttributeInfoBuilder";
    fn class() -> &'static Class {
        &BUILDER
    }
}

impl AttributeInfoBuilder {
    fn named(name: Option<Rc<Str>>, java_type: ClassId) -> AttributeInfoBuilder {
        AttributeInfoBuilder {
            name: RefCell::new(name),
            java_type: Cell::new(java_type),
            flags: Cell::default(),
        }
    }
}

/// `org.identityconnectors.framework.common.objects.AttributeInfoBuilder`.
pub static BUILDER: Class = class(AttributeInfoBuilder::NAME)
    .doc("Makes attribute infos.")
    .members(&[
        constructor(
            "AttributeInfoBuilder()",
            &unbound(|| AttributeInfoBuilder::named(None, ClassId::STRING)),
        ),
        constructor(
            "AttributeInfoBuilder(String name)",
            &unbound(|vm: &mut Vm, n: Option<&Rc<Str>>| new_builder(vm, n, None)),
        ),
        constructor(
            "AttributeInfoBuilder(String name, Class type)",
            &unbound(|vm: &mut Vm, n: Option<&Rc<Str>>, t: &Value| new_builder(vm, n, Some(t))),
        ),
        function(
            "build(String name): AttributeInfo",
            &unbound(|vm: &mut Vm, n: Option<&Rc<Str>>| build(vm, n, None, None)),
        ),
        function(
            "build(String name, Class type): AttributeInfo",
            &unbound(|vm: &mut Vm, n: Option<&Rc<Str>>, t: &Value| build(vm, n, Some(t), None)),
        ),
        function(
            "build(String name, Class type, Set flags): AttributeInfo",
            &unbound(|vm: &mut Vm, n: Option<&Rc<Str>>, t: &Value, f: &Value| build(vm, n, Some(t), Some(f))),
        ),
        function(
            "define(String name): AttributeInfoBuilder",
            &unbound(|vm: &mut Vm, n: Option<&Rc<Str>>| new_builder(vm, n, None)),
        ),
        function(
            "define(String name, Class type): AttributeInfoBuilder",
            &unbound(|vm: &mut Vm, n: Option<&Rc<Str>>, t: &Value| new_builder(vm, n, Some(t))),
        ),
        method("build(): AttributeInfo", &native(build_this)),
        method("setName(String name): AttributeInfoBuilder", &native(set_name)),
        method("setType(Class type): AttributeInfoBuilder", &native(set_type)),
        method(
            "setRequired(boolean value): AttributeInfoBuilder",
            &native(|this: &Value, on: bool| set(this, Flags::REQUIRED, on)),
        ),
        method(
            "setMultiValued(boolean value): AttributeInfoBuilder",
            &native(|this: &Value, on: bool| set(this, Flags::MULTIVALUED, on)),
        ),
        method(
            "setCreateable(boolean value): AttributeInfoBuilder",
            &native(|this: &Value, on: bool| set(this, Flags::NOT_CREATABLE, !on)),
        ),
        method(
            "setUpdateable(boolean value): AttributeInfoBuilder",
            &native(|this: &Value, on: bool| set(this, Flags::NOT_UPDATEABLE, !on)),
        ),
        method(
            "setReadable(boolean value): AttributeInfoBuilder",
            &native(|this: &Value, on: bool| set(this, Flags::NOT_READABLE, !on)),
        ),
        method(
            "setReturnedByDefault(boolean value): AttributeInfoBuilder",
            &native(|this: &Value, on: bool| set(this, Flags::NOT_RETURNED_BY_DEFAULT, !on)),
        ),
        method("setFlags(Set flags): AttributeInfoBuilder", &native(set_flags)),
    ]);

/// `org.identityconnectors.framework.common.objects.AttributeInfoUtil`.
pub static UTIL: Class = class("org.identityconnectors.framework.common.objects.AttributeInfoUtil").members(&[
    function("find(String name, Set attributes): AttributeInfo", &unbound(find))
        .doc("The info of a name, ignoring case; null without."),
    function("toMap(Collection attributes): Map", &unbound(to_map)).doc("The infos by name, sorted, ignoring case."),
    function("namesEqual(String a, String b): boolean", &unbound(names::same)),
    function(
        "isSpecialName(String name): boolean",
        &unbound(|name: &Str| names::is_special(&name.text())),
    ),
    function(
        "createSpecialName(String name): String",
        &unbound(names::create_special),
    ),
]);

fn find(vm: &mut Vm, name: &Str, attributes: Items) -> Res {
    let items = vm.items(attributes.0)?;
    let found = items
        .into_iter()
        .find(|i| i.as_host::<AttributeInfo>().is_some_and(|i| names::same(&i.name, name)));
    Ok(found.unwrap_or_default())
}

fn to_map(vm: &mut Vm, infos: Items) -> Res {
    let items = vm.items(infos.0)?;
    let pair = |v: Value| Some((Value::Str(v.as_host::<AttributeInfo>()?.name.clone()), v));
    let map = collection_util::sorted_map(vm, items.into_iter().filter_map(pair).collect())?;
    match &map {
        Value::Map(map) => Ok(Value::Map(read_only::sorted_map(vm, map))),
        _ => Ok(map),
    }
}

fn class_of(vm: &mut Vm, java_type: Option<&Value>) -> Res<ClassId> {
    match java_type.map(Value::as_class) {
        Some(Some(id)) => Ok(id),
        None => Ok(ClassId::STRING),
        Some(None) => Err(vm.throw_silent(&throwables::NULL_POINTER_EXCEPTION)),
    }
}

/// `AttributeInfoBuilder.build(name, type, flags)`.
pub fn build(
    vm: &mut Vm,
    name: Option<&Rc<Str>>,
    java_type: Option<&Value>,
    flags: Option<&Value>,
) -> Res<AttributeInfo> {
    let java_type = class_of(vm, java_type)?;
    let flags = match flags {
        Some(flags) => Flags::collect(vm, flags)?,
        None => Flags::default(),
    };
    let blank = Str::new("");
    AttributeInfo::create(vm, name.unwrap_or(&blank), java_type, flags)
}

fn new_builder(vm: &mut Vm, name: Option<&Rc<Str>>, java_type: Option<&Value>) -> Res<AttributeInfoBuilder> {
    let java_type = class_of(vm, java_type)?;
    let Some(name) = name.filter(|n| !names::is_blank(n)) else {
        return Err(vm.illegal_argument("Argument must not be blank."));
    };
    values::check_type(vm, java_type)?;
    Ok(AttributeInfoBuilder::named(Some(name.clone()), java_type))
}

fn build_this(vm: &mut Vm, b: &AttributeInfoBuilder) -> Res<AttributeInfo> {
    let Some(name) = b.name.borrow().clone() else {
        return Err(vm.throw(&throwables::ILLEGAL_STATE_EXCEPTION, "Name must not be blank!"));
    };
    AttributeInfo::create(vm, &name, b.java_type.get(), b.flags.get())
}

fn set_name(vm: &mut Vm, this: &Value, name: Option<&Rc<Str>>) -> Res {
    let Some(name) = name.filter(|n| !names::is_blank(n)) else {
        return Err(vm.illegal_argument("Argument must not be blank."));
    };
    if let Some(builder) = this.as_host::<AttributeInfoBuilder>() {
        builder.name.replace(Some(name.clone()));
    }
    Ok(this.clone())
}

fn set_type(vm: &mut Vm, this: &Value, java_type: &Value) -> Res {
    let id = class_of(vm, Some(java_type))?;
    values::check_type(vm, id)?;
    if let Some(builder) = this.as_host::<AttributeInfoBuilder>() {
        builder.java_type.set(id);
    }
    Ok(this.clone())
}

fn set(this: &Value, flag: Flags, on: bool) -> Value {
    if let Some(builder) = this.as_host::<AttributeInfoBuilder>() {
        builder.flags.set(builder.flags.get().with(flag, on));
    }
    this.clone()
}

fn set_flags(vm: &mut Vm, this: &Value, flags: &Value) -> Res {
    let flags = Flags::collect(vm, flags)?;
    if let Some(builder) = this.as_host::<AttributeInfoBuilder>() {
        builder.flags.set(flags);
    }
    Ok(this.clone())
}
