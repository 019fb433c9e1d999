//! `java.lang.reflect.Field` and `Method`, in a plain form: names, types, reading and calling.

use crate::registry::{Class, ClassId, class, method, native};
use crate::value::{Array, HostType, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// A field of a class.
pub struct Field {
    /// Its name.
    pub name: Rc<str>,
    /// Its type.
    pub ty: ClassId,
    /// The class that declares it.
    pub class: ClassId,
}

impl HostType for Field {
    const NAME: &'static str = "java.lang.reflect.Field";
    fn class() -> &'static Class {
        &FIELD
    }
}

/// `java.lang.reflect.Field`.
pub static FIELD: Class = class(Field::NAME)
    .doc("A field of a class.")
    .abstract_class()
    .members(&[
        method("getName(): String", &native(|f: &Field| f.name.to_string())).doc("Its name."),
        method("getType(): Class", &native(|f: &Field| Value::class(f.ty))).doc("Its type."),
        method("getDeclaringClass(): Class", &native(|f: &Field| Value::class(f.class)))
            .doc("The class that declares it."),
        method("isSynthetic(): boolean", &native(|_: &Field| false)),
        method("setAccessible(boolean open): void", &native(|_: &Field, _: bool| ())),
        method(
            "get(Object object): Object",
            &native(|vm: &mut Vm, f: &Field, o: &Value| vm.get_property(&target(f.class, o), &f.name)),
        )
        .doc("Its value."),
        method(
            "set(Object object, Object value): void",
            &native(|vm: &mut Vm, f: &Field, o: &Value, v: &Value| {
                vm.set_property(&target(f.class, o), &f.name, v.clone())
            }),
        )
        .doc("Sets its value."),
        method(
            "toString(): String",
            &native(|vm: &mut Vm, f: &Field| format!("{} {}.{}", vm.class_name(f.ty), vm.class_name(f.class), f.name)),
        ),
    ]);

/// A method of a class.
pub struct Method {
    /// Its name.
    pub name: Rc<str>,
    /// The types of its parameters.
    pub params: Vec<ClassId>,
    /// The type of its result.
    pub returns: ClassId,
    /// The class that declares it.
    pub class: ClassId,
}

impl HostType for Method {
    const NAME: &'static str = "java.lang.reflect.Method";
    fn class() -> &'static Class {
        &METHOD
    }
}

/// `java.lang.reflect.Method`.
pub static METHOD: Class = class(Method::NAME)
    .doc("A method of a class.")
    .abstract_class()
    .members(&[
        method("getName(): String", &native(|m: &Method| m.name.to_string())).doc("Its name."),
        method("getParameterTypes(): Class[]", &native(parameter_types)).doc("The types of its parameters."),
        method("getParameterCount(): int", &native(|m: &Method| m.params.len() as i32))
            .doc("The number of its parameters."),
        method("getReturnType(): Class", &native(|m: &Method| Value::class(m.returns))).doc("The type of its result."),
        method(
            "getDeclaringClass(): Class",
            &native(|m: &Method| Value::class(m.class)),
        )
        .doc("The class that declares it."),
        method("isSynthetic(): boolean", &native(|_: &Method| false)),
        method("setAccessible(boolean open): void", &native(|_: &Method, _: bool| ())),
        method("invoke(Object object, Object... arguments): Object", &native(invoke)).doc("Calls it."),
        method("toString(): String", &native(to_string)),
    ]);

/// What a member is read from or called on: the object, or the class for a static one.
fn target(class: ClassId, object: &Value) -> Value {
    if object.is_null() {
        Value::class(class)
    } else {
        object.clone()
    }
}

fn parameter_types(m: &Method) -> Rc<Array> {
    Array::new(ClassId::CLASS, m.params.iter().map(|p| Value::class(*p)).collect())
}

fn invoke(vm: &mut Vm, m: &Method, object: &Value, arguments: &[Value]) -> Res {
    let arguments = match arguments {
        [Value::Array(array)] if !array.component.is_primitive() => array.to_vec(),
        other => other.to_vec(),
    };
    vm.call_method(&target(m.class, object), &m.name, &arguments)
}

fn to_string(vm: &mut Vm, m: &Method) -> String {
    let params: Vec<String> = m.params.iter().map(|p| vm.class_name(*p).to_string()).collect();
    format!(
        "public {} {}.{}({})",
        vm.class_name(m.returns),
        vm.class_name(m.class),
        m.name,
        params.join(",")
    )
}
