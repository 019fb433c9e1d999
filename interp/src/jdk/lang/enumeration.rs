//! `java.lang.Enum`, and how a native enum is declared: [`enumeration!`](crate::enumeration).
//!
//! Each constant exists once a thread, as values are confined to one, so that `==` and `is` agree.

use crate::jdk::lang::interfaces;
use crate::jdk::throwables;
use crate::registry::{Call, Class, ClassId, Kind, class, function, method, native, raw, slice, unbound};
use crate::value::{Array, Host, HostType, Str, Value};
use crate::{Res, Vm};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::rc::Rc;

/// A constant of an enum, native or (as the base of its object) declared by a script.
pub struct Constant {
    /// `name()`.
    pub name: Rc<Str>,
    /// `ordinal()`.
    pub ordinal: i32,
}

impl HostType for Constant {
    const NAME: &'static str = "java.lang.Enum";
    fn class() -> &'static Class {
        &CLASS
    }
}

/// `java.lang.Enum`.
pub static CLASS: Class = class("java.lang.Enum")
    .abstract_class()
    .implements(&[&interfaces::COMPARABLE])
    .members(&[
        method("name(): String", &native(|c: &Constant| c.name.clone())),
        method("ordinal(): int", &native(|c: &Constant| c.ordinal)),
        method("toString(): String", &native(|c: &Constant| c.name.clone())),
        method(
            "compareTo(Enum other): int",
            &native(|c: &Constant, other: &Constant| c.ordinal - other.ordinal),
        ),
        method("getDeclaringClass(): Class", &native(declaring_class)),
        function("valueOf(Class type, String name): Enum", &unbound(value_of)),
        raw(Kind::Static, "values(): Enum[]", &slice(values_of_class)).doc("What the compiler adds to each enum."),
        raw(Kind::Static, "valueOf(String name): Enum", &slice(value_of_class)),
        raw(
            Kind::Constant,
            "MIN_VALUE: Enum",
            &slice(|vm, this, _| Ok(script_constants(vm, this)?.into_iter().next().unwrap_or_default())),
        ),
        raw(
            Kind::Constant,
            "MAX_VALUE: Enum",
            &slice(|vm, this, _| Ok(script_constants(vm, this)?.pop().unwrap_or_default())),
        ),
        raw(
            Kind::Method,
            "next(): Enum",
            &slice(|vm, this, _| neighbour(vm, this, 1)),
        ),
        raw(
            Kind::Method,
            "previous(): Enum",
            &slice(|vm, this, _| neighbour(vm, this, -1)),
        ),
    ]);

/// The constants of an enum, native or of a script, in order.
/// The enum, for a constant with a body of its own too.
fn declaring_class(vm: &mut Vm, this: &Value) -> Value {
    let class = this.class_id();
    match vm.superclass(class) {
        Some(parent) if parent != CLASS.id() => Value::class(parent),
        _ => Value::class(class),
    }
}

fn script_constants(vm: &mut Vm, class: &Value) -> Res<Vec<Value>> {
    let id = class.as_class().unwrap_or(class.class_id());
    if let Some(native) = vm.registry.by_id(id) {
        return Ok(constants(native).to_vec());
    }
    // A constant with a body is of a class of its own, below the enum's.
    let id = match vm.superclass(id) {
        Some(parent) if parent.is_script() => parent,
        _ => id,
    };
    let names: Vec<Rc<str>> = match vm.script_class(id).and_then(|c| c.declaration()) {
        Some(declaration) => declaration
            .constants
            .iter()
            .map(|(name, _)| Rc::from(&**name))
            .collect(),
        None => Vec::new(),
    };
    let class = Value::class(id);
    names.iter().map(|name| vm.get_property(&class, name)).collect()
}

fn values_of_class(vm: &mut Vm, this: &Value, _: &[Value]) -> Res {
    let constants = script_constants(vm, this)?;
    Ok(Array::new(this.as_class().unwrap_or(ClassId::ENUM), constants).into())
}

fn value_of_class(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let Some(name) = args.first().filter(|n| !n.is_null()) else {
        return Err(vm.null_pointer("Name is null"));
    };
    let name = vm.to_text(name)?;
    for constant in script_constants(vm, this)? {
        let own = vm.call_method(&constant, "name", &[])?;
        if vm.to_text(&own)? == name {
            return Ok(constant);
        }
    }
    let class = vm
        .class_name(this.as_class().unwrap_or(ClassId::ENUM))
        .replace('$', ".");
    Err(vm.illegal_argument(format!("No enum constant {class}.{name}")))
}

/// `next()` and `previous()`: round the end.
fn neighbour(vm: &mut Vm, this: &Value, by: i64) -> Res {
    let constants = script_constants(vm, this)?;
    let at = constants.iter().position(|c| c.same(this)).unwrap_or(0) as i64;
    let count = constants.len().max(1) as i64;
    Ok(constants
        .get((at + by).rem_euclid(count) as usize)
        .cloned()
        .unwrap_or_default())
}

thread_local! {
    static CONSTANTS: RefCell<FxHashMap<ClassId, Rc<[Value]>>> = RefCell::default();
}

/// The constants of a native enum in order; none at all for other classes.
pub fn constants(class: &'static Class) -> Rc<[Value]> {
    CONSTANTS.with(|all| {
        let fresh = || {
            let constant = |(ordinal, name): (usize, &&str)| Constant {
                name: Str::new(name),
                ordinal: ordinal as i32,
            };
            let names = class.constants.iter().enumerate();
            names.map(|c| Value::Host(Host::of(class, constant(c)))).collect()
        };
        all.borrow_mut().entry(class.id()).or_insert_with(fresh).clone()
    })
}

/// A constant of a native enum by name; null if there is none.
pub fn constant(class: &'static Class, name: &str) -> Value {
    let position = class.constants.iter().position(|c| *c == name);
    position
        .and_then(|i| constants(class).get(i).cloned())
        .unwrap_or_default()
}

fn value_of(vm: &mut Vm, class: &Value, name: &Str) -> Res {
    let id = class.as_class().unwrap_or(ClassId::NONE);
    match vm.registry.by_id(id).filter(|c| !c.constants.is_empty()) {
        Some(class) => named(vm, class, &name.text()),
        None => {
            let name = vm.class_name(id);
            Err(vm.illegal_argument(format!("{name} is not an enum class")))
        }
    }
}

fn named(vm: &mut Vm, class: &'static Class, name: &str) -> Res {
    match constant(class, name) {
        Value::Null => {
            let canonical = class.name.replace('$', ".");
            Err(vm.throw(
                &throwables::ILLEGAL_ARGUMENT_EXCEPTION,
                format!("No enum constant {canonical}.{name}"),
            ))
        }
        found => Ok(found),
    }
}

/// The static field of a constant.
pub struct Named(pub &'static Class, pub &'static str);

impl Call for Named {
    fn run(&self, _: &mut Vm, _: &Value, _: &[Value]) -> Res {
        Ok(constant(self.0, self.1))
    }
}

/// `values()`.
pub struct Values(pub &'static Class);

impl Call for Values {
    fn run(&self, _: &mut Vm, _: &Value, _: &[Value]) -> Res {
        Ok(Array::new(self.0.id(), constants(self.0).to_vec()).into())
    }
}

/// `valueOf(String)`.
pub struct ValueOf(pub &'static Class);

impl Call for ValueOf {
    fn run(&self, vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
        match args.first() {
            Some(name) if !name.is_null() => {
                let name = vm.to_text(name)?;
                named(vm, self.0, &name)
            }
            _ => Err(vm.null_pointer("Name is null")),
        }
    }
}

/// Declares a native enum: its class with its constants as static fields, `values()` and `valueOf(String)`.
///
/// `enumeration! { /// … CLASS "com.example.Colour" { "RED" "GREEN" } }`, with further members as `with MEMBERS`.
#[macro_export]
macro_rules! enumeration {
    ($(#[$doc:meta])* $class:ident $java:literal { $($name:literal)* } $(with $members:ident)? $(aliases $aliases:expr)?) => {
        $(#[$doc])*
        pub static $class: $crate::registry::Class = $crate::registry::class($java)
            .extends(&$crate::jdk::lang::enumeration::CLASS)
            .abstract_class()
            .constants(&[$($name),*])
            $(.aliases($aliases))?
            $(.groovy($members))?
            .members(&[
                $($crate::registry::raw(
                    $crate::registry::Kind::Constant,
                    concat!($name, ": Enum"),
                    &$crate::jdk::lang::enumeration::Named(&$class, $name),
                ),)*
                $crate::registry::raw(
                    $crate::registry::Kind::Static,
                    "values(): Enum[]",
                    &$crate::jdk::lang::enumeration::Values(&$class),
                ),
                $crate::registry::raw(
                    $crate::registry::Kind::Static,
                    "valueOf(String name): Enum",
                    &$crate::jdk::lang::enumeration::ValueOf(&$class),
                ),
            ]);
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    enumeration! { COLOUR "com.example.Colour" { "RED" "GREEN" } }

    #[test]
    fn constants_are_the_same_object_each_time() {
        assert!(constant(&COLOUR, "GREEN").same(&constants(&COLOUR)[1]));
        assert!(constant(&COLOUR, "BLUE").is_null());
        assert_eq!(COLOUR.members.len(), 4);
    }
}
