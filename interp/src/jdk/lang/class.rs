//! `java.lang.Class`, and the packages, fields and methods that it shows.

use super::enumeration;
use super::reflect::{Field, Method};
use crate::jdk::throwables;
use crate::registry::{Class, ClassId, Kind, class, function, method, native, never, unbound};
use crate::value::{Array, HostType, Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// `java.lang.Class`.
pub static CLASS: Class = class("java.lang.Class")
    .doc("A class or interface.")
    .abstract_class()
    .members(&[
        function("forName(String name): Class", &unbound(for_name)).doc("The class of a full name."),
        method(
            "getName(): String",
            &native(|vm: &mut Vm, c: &Value| vm.class_name(id(c)).to_string()),
        )
        .doc("The full name: `java.util.Map$Entry`, `[I`."),
        method(
            "getTypeName(): String",
            &native(|vm: &mut Vm, c: &Value| type_name(vm, id(c))),
        )
        .doc("The full name, arrays as `int[]`."),
        method(
            "getCanonicalName(): String",
            &native(|vm: &mut Vm, c: &Value| type_name(vm, id(c)).replace('$', ".")),
        )
        .doc("The full name with dots."),
        method(
            "getSimpleName(): String",
            &native(|vm: &mut Vm, c: &Value| simple_name(vm, id(c))),
        )
        .doc("The name alone."),
        method(
            "getPackageName(): String",
            &native(|vm: &mut Vm, c: &Value| package_name(vm, id(c))),
        )
        .doc("The package's name."),
        method("getPackage(): Package", &native(package)).doc("The package."),
        method(
            "getSuperclass(): Class",
            &native(|vm: &mut Vm, c: &Value| vm.superclass(id(c)).map(Value::class)),
        )
        .doc("The superclass, or null."),
        method("getInterfaces(): Class[]", &native(interfaces)).doc("The interfaces that it names itself."),
        method(
            "getComponentType(): Class",
            &native(|c: &Value| id(c).component().map(Value::class)),
        )
        .doc("The class of an array's elements, or null."),
        method("getModifiers(): int", &native(modifiers)).doc("Java's bits for public, abstract, interface …"),
        method("getEnumConstants(): Object[]", &native(enum_constants)).doc("The constants of an enum, or null."),
        method(
            "getDeclaringClass(): Class",
            &native(|vm: &mut Vm, c: &Value| outer(vm, id(c))),
        )
        .doc("The class around it, or null."),
        method(
            "getEnclosingClass(): Class",
            &native(|vm: &mut Vm, c: &Value| outer(vm, id(c))),
        )
        .doc("The class around it, or null."),
        method(
            "isInterface(): boolean",
            &native(|vm: &mut Vm, c: &Value| vm.is_interface(id(c))),
        )
        .doc("Whether it is an interface."),
        method("isArray(): boolean", &native(|c: &Value| id(c).dimensions() > 0))
            .doc("Whether it is an array's class."),
        method(
            "isPrimitive(): boolean",
            &native(|c: &Value| id(c).is_primitive() || id(c) == ClassId::VOID),
        )
        .doc("Whether it is a primitive type."),
        method(
            "isEnum(): boolean",
            &native(|vm: &mut Vm, c: &Value| vm.superclass(id(c)) == Some(ClassId::ENUM)),
        )
        .doc("Whether it is an enum."),
        method(
            "isRecord(): boolean",
            &native(|vm: &mut Vm, c: &Value| vm.superclass(id(c)) == Some(ClassId::RECORD)),
        )
        .doc("Whether it is a record."),
        method(
            "isAnnotation(): boolean",
            &native(|vm: &mut Vm, c: &Value| {
                id(c) != ClassId::ANNOTATION && vm.is_subclass(id(c), ClassId::ANNOTATION)
            }),
        ),
        method(
            "isMemberClass(): boolean",
            &native(|vm: &mut Vm, c: &Value| outer(vm, id(c)).is_some()),
        ),
        method("isAnonymousClass(): boolean", &native(|_: &Value| false)),
        method("isLocalClass(): boolean", &native(|_: &Value| false)),
        method("isSynthetic(): boolean", &native(|_: &Value| false)),
        method("isSealed(): boolean", &native(|_: &Value| false)),
        method("isHidden(): boolean", &native(|_: &Value| false)),
        method(
            "isInstance(Object object): boolean",
            &native(|vm: &mut Vm, c: &Value, o: &Value| !id(c).is_primitive() && vm.is_instance(o, id(c))),
        )
        .doc("Whether an object is an instance of it."),
        method(
            "isAssignableFrom(Class other): boolean",
            &native(|vm: &mut Vm, c: &Value, o: &Value| vm.is_subclass(id(o), id(c))),
        )
        .doc("Whether another class is the same or below it."),
        method("asSubclass(Class parent): Class", &native(as_subclass)).doc("The class, if it is below another."),
        method("cast(Object object): Object", &native(cast)).doc("The object, if it is an instance."),
        method(
            "newInstance(): Object",
            &native(|vm: &mut Vm, c: &Value| vm.construct(id(c), &[])),
        )
        .doc("A new instance."),
        method("getFields(): java.lang.reflect.Field[]", &native(fields)).doc("The fields."),
        method("getDeclaredFields(): java.lang.reflect.Field[]", &native(fields)).doc("The fields that it declares."),
        method("getField(String name): java.lang.reflect.Field", &native(field)).doc("A field."),
        method("getDeclaredField(String name): java.lang.reflect.Field", &native(field)).doc("A field."),
        method(
            "getMethods(): java.lang.reflect.Method[]",
            &native(|vm: &mut Vm, c: &Value| methods(vm, c, true)),
        )
        .doc("The methods, inherited ones too."),
        method(
            "getDeclaredMethods(): java.lang.reflect.Method[]",
            &native(|vm: &mut Vm, c: &Value| methods(vm, c, false)),
        )
        .doc("The methods that it declares."),
        method("desiredAssertionStatus(): boolean", &native(|_: &Value| true)),
        method("equals(Object other): boolean", &native(Value::same)),
        method(
            "toString(): String",
            &native(|vm: &mut Vm, c: &Value| vm.class_text(id(c))),
        ),
        never(
            "getClassLoader(): ClassLoader",
            "classes are not loaded from anywhere: they are there, or beside the script",
        ),
        never(
            "getResource(String name): java.net.URL",
            "there is no class path: read a file",
        ),
        never(
            "getResourceAsStream(String name): java.io.InputStream",
            "there is no class path: read a file",
        ),
    ])
    .groovy(&[
        method("newInstance(Object[] arguments): Object", &native(new_instance)).doc("A new instance."),
        method("isCase(Object object): boolean", &native(is_case))
            .doc("Whether an object is an instance, or a class one below, for `switch` and `in`."),
        method(
            "isNotCase(Object object): boolean",
            &native(|vm: &mut Vm, c: &Value, o: &Value| !is_case(vm, c, o)),
        )
        .doc("The opposite of `isCase`."),
    ]);

fn is_case(vm: &mut Vm, class: &Value, object: &Value) -> bool {
    match object.as_class() {
        Some(below) => vm.is_subclass(below, id(class)),
        None => vm.is_instance(object, id(class)),
    }
}

/// A package: just its name.
pub struct Package(Rc<Str>);

impl HostType for Package {
    const NAME: &'static str = "java.lang.Package";
    fn class() -> &'static Class {
        &PACKAGE
    }
}

/// `java.lang.Package`.
pub static PACKAGE: Class = class(Package::NAME)
    .doc("A package: just its name.")
    .abstract_class()
    .members(&[
        method("getName(): String", &native(|p: &Package| p.0.clone())).doc("The name."),
        method(
            "equals(Object other): boolean",
            &native(|p: &Package, o: &Value| o.as_host::<Package>().is_some_and(|o| o.0 == p.0)),
        ),
        method("hashCode(): int", &native(|p: &Package| p.0.hash() as i32)),
        method("toString(): String", &native(|p: &Package| format!("package {}", p.0))),
    ]);

/// The class behind a value.
fn id(value: &Value) -> ClassId {
    value.as_class().unwrap_or(ClassId::OBJECT)
}

fn for_name(vm: &mut Vm, name: &Str) -> Res {
    let text = name.text();
    let dimensions = text.chars().take_while(|c| *c == '[').count();
    let element = text.get(dimensions..).unwrap_or_default();
    let found = if dimensions == 0 {
        vm.find_class(element).filter(|c| !c.is_primitive())
    } else {
        match element {
            "Z" => Some(ClassId::PRIMITIVE_BOOLEAN),
            "C" => Some(ClassId::PRIMITIVE_CHAR),
            "B" => Some(ClassId::PRIMITIVE_BYTE),
            "S" => Some(ClassId::PRIMITIVE_SHORT),
            "I" => Some(ClassId::PRIMITIVE_INT),
            "J" => Some(ClassId::PRIMITIVE_LONG),
            "F" => Some(ClassId::PRIMITIVE_FLOAT),
            "D" => Some(ClassId::PRIMITIVE_DOUBLE),
            object => match object.strip_prefix('L').and_then(|o| o.strip_suffix(';')) {
                Some(object) => vm.find_class(object),
                None => None,
            },
        }
    };
    match found {
        // An array class has room for so many dimensions in its number.
        Some(class) if dimensions < 8 => Ok(Value::class((0..dimensions).fold(class, |c, _| c.array()))),
        _ => Err(vm.throw(&throwables::CLASS_NOT_FOUND_EXCEPTION, name)),
    }
}

fn type_name(vm: &Vm, class: ClassId) -> String {
    format!(
        "{}{}",
        vm.class_name(class.element()),
        "[]".repeat(class.dimensions() as usize)
    )
}

fn simple_name(vm: &Vm, class: ClassId) -> String {
    let name = type_name(vm, class);
    let last = name.rsplit('.').next().unwrap_or(&name);
    // What follows the last `$`, without the digits that make a local class's name.
    let last = last.rsplit('$').next().unwrap_or(last);
    last.trim_start_matches(|c: char| c.is_ascii_digit()).to_string()
}

fn package_name(vm: &Vm, class: ClassId) -> String {
    if class.element().is_primitive() {
        return "java.lang".into();
    }
    let name = vm.class_name(class.element());
    name.rsplit_once('.')
        .map_or(String::new(), |(package, _)| package.into())
}

fn package(vm: &mut Vm, this: &Value) -> Option<Package> {
    let class = id(this);
    if class.is_primitive() || class.dimensions() > 0 {
        return None;
    }
    Some(Package(Str::new(&package_name(vm, class))))
}

fn interfaces(vm: &mut Vm, this: &Value) -> Rc<Array> {
    let all = vm.interfaces(id(this)).into_iter().map(Value::class).collect();
    Array::new(ClassId::CLASS, all)
}

/// Java's modifier bits.
fn modifiers(vm: &mut Vm, this: &Value) -> i32 {
    const PUBLIC: i32 = 1;
    const ABSTRACT: i32 = 0x400;
    const INTERFACE: i32 = 0x200;
    const FINAL: i32 = 0x10;
    let class = id(this);
    if vm.is_interface(class) {
        return PUBLIC | ABSTRACT | INTERFACE;
    }
    let is_abstract = match vm.script_class(class) {
        Some(script) => script.declaration().is_some_and(|d| d.is_abstract),
        None => class == ClassId::NUMBER,
    };
    let is_final = class.is_primitive() || class == ClassId::STRING || class.boxed() != class || is_box(class);
    PUBLIC | if is_abstract { ABSTRACT } else { 0 } | if is_final { FINAL } else { 0 }
}

fn is_box(class: ClassId) -> bool {
    (ClassId::BOOLEAN.0..=ClassId::DOUBLE.0).contains(&class.0)
}

fn enum_constants(vm: &mut Vm, this: &Value) -> Res {
    let class = id(this);
    if let Some(native) = vm.registry.by_id(class).filter(|c| !c.constants.is_empty()) {
        return Ok(Array::new(class, enumeration::constants(native).to_vec()).into());
    }
    if class.is_script() && vm.superclass(class) == Some(ClassId::ENUM) {
        return vm.call_method(this, "values", &[]);
    }
    Ok(Value::Null)
}

fn outer(vm: &mut Vm, class: ClassId) -> Option<Value> {
    if let Some(script) = vm.script_class(class) {
        return script.outer.map(Value::class);
    }
    let name = vm.class_name(class);
    let (outer, _) = name.rsplit_once('$')?;
    vm.class_by_name(outer).map(Value::class)
}

fn wrong_cast(vm: &mut Vm, message: String) -> crate::Thrown {
    vm.throw(&throwables::CLASS_CAST_EXCEPTION, message)
}

fn as_subclass(vm: &mut Vm, this: &Value, parent: &Value) -> Res {
    if vm.is_subclass(id(this), id(parent)) {
        return Ok(this.clone());
    }
    let text = vm.class_text(id(this));
    Err(wrong_cast(vm, text))
}

fn cast(vm: &mut Vm, this: &Value, object: &Value) -> Res {
    if object.is_null() || vm.is_instance(object, id(this)) {
        return Ok(object.clone());
    }
    let (from, to) = (vm.class_name_of(object), vm.class_name(id(this)));
    Err(wrong_cast(vm, format!("Cannot cast {from} to {to}")))
}

fn new_instance(vm: &mut Vm, this: &Value, arguments: &Value) -> Res {
    let arguments = match arguments {
        Value::Array(array) => array.to_vec(),
        Value::Null => Vec::new(),
        other => vec![other.clone()],
    };
    vm.construct(id(this), &arguments)
}

/// The fields of a script class; the constants of a native one.
fn all_fields(vm: &mut Vm, class: ClassId) -> Vec<Field> {
    let mut out = Vec::new();
    if let Some(script) = vm.script_class(class) {
        let own = script.fields.iter().filter(|f| f.class == class);
        let statics = script.statics.iter().map(|s| &s.field);
        out.extend(own.chain(statics).map(|f| Field {
            name: f.name.clone(),
            ty: f.ty,
            class,
        }));
    } else if let Some(native) = vm.registry.by_id(class) {
        let members = native.members.iter();
        for member in members.filter(|m| matches!(m.kind, Kind::Constant | Kind::Property)) {
            out.push(Field {
                name: member.name().into(),
                ty: vm.signature_type(member.returns()),
                class,
            });
        }
    }
    out
}

fn fields(vm: &mut Vm, this: &Value) -> Rc<Array> {
    let fields = all_fields(vm, id(this)).into_iter().map(Value::host).collect();
    Array::new(Field::class().id(), fields)
}

fn field(vm: &mut Vm, this: &Value, name: &Str) -> Res<Field> {
    match all_fields(vm, id(this)).into_iter().find(|f| *name == *f.name) {
        Some(field) => Ok(field),
        None => Err(vm.throw(&throwables::NO_SUCH_FIELD_EXCEPTION, name)),
    }
}

fn methods(vm: &mut Vm, this: &Value, inherited: bool) -> Rc<Array> {
    let mut out = Vec::new();
    let lineage = if inherited {
        vm.lineage(id(this))
    } else {
        vec![id(this)]
    };
    for class in lineage {
        if let Some(script) = vm.script_class(class) {
            let methods = script.methods.values().flatten().filter(|m| !m.name.contains('$'));
            out.extend(methods.map(|m| Method {
                name: m.name.clone(),
                params: m.params.clone(),
                returns: m.returns,
                class,
            }));
        } else if let Some(native) = vm.registry.by_id(class) {
            let kinds = [Kind::Method, Kind::Static, Kind::Required];
            for member in native.members.iter().filter(|m| kinds.contains(&m.kind)) {
                out.push(Method {
                    name: member.name().into(),
                    params: member.params().map(|(ty, _)| vm.signature_type(ty)).collect(),
                    returns: vm.signature_type(member.returns()),
                    class,
                });
            }
        }
    }
    Array::new(Method::class().id(), out.into_iter().map(Value::host).collect())
}
