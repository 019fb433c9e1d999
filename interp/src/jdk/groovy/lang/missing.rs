//! What Groovy's own exceptions add: MissingMethodException, MissingPropertyException, MissingFieldException.

use crate::jdk::throwables;
use crate::registry::{ClassId, Kind, Member, method, native, raw, slice};
use crate::value::{Str, Throwable, Value};
use crate::{Res, Vm};

/// `groovy.lang.GroovyRuntimeException`.
pub const RUNTIME: &[Member] = &[method("getMessageWithoutLocationText(): String", &native(message))];

/// `groovy.lang.MissingMethodException`.
pub const METHOD: &[Member] = &[
    raw(
        Kind::Constructor,
        "MissingMethodException(String method, Class type, Object[] arguments)",
        &slice(missing_method),
    ),
    raw(
        Kind::Constructor,
        "MissingMethodException(String method, Class type, Object[] arguments, boolean isStatic)",
        &slice(missing_method),
    ),
    method(
        "getMethod(): String",
        &native(|vm: &mut Vm, t: &Value| detail(vm, t, "method")),
    )
    .doc("The name that was called."),
    method(
        "getType(): Class",
        &native(|vm: &mut Vm, t: &Value| detail(vm, t, "type")),
    )
    .doc("The receiver's class."),
    method(
        "getArguments(): Object[]",
        &native(|vm: &mut Vm, t: &Value| detail(vm, t, "arguments")),
    )
    .doc("What it was called with."),
    method("isStatic(): boolean", &native(is_static)).doc("Whether it was called on a class."),
];

/// `groovy.lang.MissingPropertyException`.
pub const PROPERTY: &[Member] = &[
    raw(
        Kind::Constructor,
        "MissingPropertyException(String property, Class type)",
        &slice(missing_property),
    ),
    raw(
        Kind::Constructor,
        "MissingPropertyException(String message, String property, Class type)",
        &slice(missing_property),
    ),
    method(
        "getProperty(): String",
        &native(|vm: &mut Vm, t: &Value| detail(vm, t, "property")),
    )
    .doc("The name that was asked for."),
    method(
        "getType(): Class",
        &native(|vm: &mut Vm, t: &Value| detail(vm, t, "type")),
    )
    .doc("The receiver's class."),
];

/// `groovy.lang.MissingFieldException`.
pub const FIELD: &[Member] = &[
    raw(
        Kind::Constructor,
        "MissingFieldException(String field, Class type)",
        &slice(missing_field),
    ),
    method(
        "getField(): String",
        &native(|vm: &mut Vm, t: &Value| detail(vm, t, "field")),
    ),
    method(
        "getType(): Class",
        &native(|vm: &mut Vm, t: &Value| detail(vm, t, "type")),
    ),
];

fn message(vm: &mut Vm, this: &Value) -> Value {
    let throwable = vm.throwable_of(this);
    throwable.and_then(|t| vm.message(&t)).map_or(Value::Null, Value::Str)
}

fn detail(vm: &mut Vm, this: &Value, name: &str) -> Value {
    vm.throwable_of(this).and_then(|t| t.detail(name)).unwrap_or_default()
}

fn is_static(vm: &mut Vm, this: &Value) -> bool {
    matches!(detail(vm, this, "static"), Value::Bool(b) if b.get() != 0)
}

/// `new MissingMethodException(…)`: the message is made of what is given, as for one that dispatch throws.
fn missing_method(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let [name, class, given, rest @ ..] = args else {
        return Err(vm.argument_mismatch(args));
    };
    let name = vm.to_text(name)?;
    let class = class.as_class().unwrap_or(ClassId::OBJECT);
    let given = super::meta_class::arguments(given);
    let is_static = matches!(rest, [Value::Bool(b)] if b.get() != 0);
    let thrown = vm.missing_method_text(class, is_static, &name, &given);
    let made = vm.catch(thrown)?;
    as_class(vm, this, made)
}

fn missing_property(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let made = match args {
        [name, Value::Class(_)] => {
            let name = vm.to_text(name)?;
            let class = args.last().and_then(Value::as_class).unwrap_or(ClassId::OBJECT);
            let thrown = vm.missing_property_of(class, &name);
            vm.catch(thrown)?
        }
        [message, rest @ ..] => {
            let text = vm.to_str(message)?;
            let throwable = Throwable::new(throwables::MISSING_PROPERTY_EXCEPTION.id(), Some(text));
            for (name, value) in ["property", "type"].into_iter().zip(rest) {
                throwable.set_detail(name, value.clone());
            }
            Value::Throwable(throwable)
        }
        [] => return Err(vm.argument_mismatch(args)),
    };
    as_class(vm, this, made)
}

fn missing_field(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let [field, class] = args else {
        return Err(vm.argument_mismatch(args));
    };
    let name = vm.to_text(field)?;
    let owner = vm.class_name(class.as_class().unwrap_or(ClassId::OBJECT));
    let text = format!("No such field: {name} for class: {owner}");
    let throwable = Throwable::new(throwables::MISSING_FIELD_EXCEPTION.id(), Some(Str::new(&text)));
    throwable.set_detail("field", field.clone());
    throwable.set_detail("type", class.clone());
    as_class(vm, this, Value::Throwable(throwable))
}

/// The exception as one of the class that is being made: a script's class may extend Groovy's.
fn as_class(vm: &mut Vm, this: &Value, made: Value) -> Res {
    let (Some(class), Some(from)) = (this.as_class(), vm.throwable_of(&made)) else {
        return Ok(made);
    };
    if class == from.class {
        return Ok(made);
    }
    let throwable = Throwable::new(class, from.message.borrow().clone());
    throwable.lacks_solutions.set(from.lacks_solutions.get());
    *throwable.details.borrow_mut() = from.details.borrow().clone();
    Ok(Value::Throwable(throwable))
}
