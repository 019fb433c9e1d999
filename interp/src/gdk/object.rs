//! What Groovy adds to `Object`.

use super::{collecting, searching};
use crate::heap::Gathered;
use crate::jdk::groovy::lang::closure;
use crate::jdk::groovy::lang::meta_class::{arguments, types_of};
use crate::jdk::throwables;
use crate::jdk::util::formatter;
use crate::jdk::util::iterator::Cursor;
use crate::registry::{ClassId, Kind, Member, function, method, native, never, raw, slice, unbound};
use crate::semantics::iterate::Iter;
use crate::value::{Closure, Map, Str, Strategy, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// The members.
pub const MEMBERS: &[Member] = &[
    method("asBoolean(): boolean", &native(as_boolean)).doc("What it is in a condition."),
    method("asType(Class type): Object", &native(as_type)).doc("As an instance of a class: `as`."),
    method("any(): boolean", &native(searching::any_true)).doc("Whether an element is true."),
    method("any(Closure test): boolean", &native(searching::any)).doc("Whether an element passes the test."),
    method("collect(): Collection", &native(collecting::to_list)).doc("A list of the elements."),
    method("collect(Closure change): List", &native(collecting::collect))
        .doc("A list of what the closure makes of each element."),
    method(
        "collect(Collection collector, Closure change): Collection",
        &native(collecting::collect_to),
    )
    .doc("The same, added to a collection."),
    method("dump(): String", &native(dump)).doc("The class, the hash code and the properties, as text."),
    method("each(Closure action): Object", &native(collecting::each)).doc("Calls the closure with each element."),
    method(
        "eachWithIndex(Closure action): Object",
        &native(collecting::each_with_index),
    )
    .doc("Calls the closure with each element and its index."),
    method("every(): boolean", &native(searching::every_true)).doc("Whether every element is true."),
    method("every(Closure test): boolean", &native(searching::every)).doc("Whether every element passes the test."),
    method("find(): Object", &native(searching::find_true)).doc("The first element that is true, or null."),
    method("find(Closure test): Object", &native(searching::find))
        .doc("The first element that passes the test, or null."),
    method("findAll(): List", &native(searching::find_all_true)).doc("The elements that are true."),
    method("findAll(Closure test): List", &native(searching::find_all)).doc("The elements that pass the test."),
    method("findIndexOf(Closure test): int", &native(searching::find_index))
        .doc("The index of the first element that passes the test, or -1."),
    method(
        "findIndexOf(int start, Closure test): int",
        &native(searching::find_index_from),
    )
    .doc("The same, from an index on."),
    method("findIndexValues(Closure test): List", &native(searching::find_indices))
        .doc("The indices of all elements that pass the test."),
    method(
        "findIndexValues(Number start, Closure test): List",
        &native(searching::find_indices_from),
    )
    .doc("The same, from an index on."),
    method(
        "findLastIndexOf(Closure test): int",
        &native(searching::find_last_index),
    )
    .doc("The index of the last element that passes the test, or -1."),
    method(
        "findLastIndexOf(int start, Closure test): int",
        &native(searching::find_last_index_from),
    )
    .doc("The same, from an index on."),
    method("findResult(): Object", &native(searching::find_result_plain)).doc("The first element that is not null."),
    method("findResult(Closure change): Object", &native(searching::find_result))
        .doc("The first result that is not null, or null."),
    method("findResult(Object other): Object", &native(searching::find_result_or))
        .doc("The first element that is not null, or another value."),
    method(
        "findResult(Object other, Closure change): Object",
        &native(searching::find_result_of),
    )
    .doc("The first result that is not null, or another value."),
    method("getAt(String property): Object", &native(get_at)).doc("A property: `object[name]`."),
    method("putAt(String property, Object value): void", &native(put_at))
        .doc("Sets a property: `object[name] = value`."),
    method(
        "getMetaClass(): MetaClass",
        &native(|vm: &mut Vm, this: &Value| vm.meta_class_of(this)),
    )
    .doc("What tells of its class."),
    method(
        "hasProperty(String name): MetaProperty",
        &native(|vm: &mut Vm, this: &Value, name: &Str| vm.meta_property(this.class_id(), &name.text())),
    )
    .doc("The property of a name, or null."),
    method("withTraits(Class... traits): Object", &native(with_traits)).doc("An object of some traits before it."),
    method("respondsTo(String name): List", &native(responds_to)).doc("The methods of a name."),
    method(
        "respondsTo(String name, Object[] argTypes): List",
        &native(responds_to_with),
    )
    .doc("The methods of a name that take such arguments."),
    method("getProperties(): Map", &native(properties)).doc("All properties by name."),
    method("grep(): Collection", &native(searching::find_all_true)).doc("The elements that are true."),
    method("grep(Object filter): Collection", &native(searching::grep))
        .doc("The elements that are a case of the filter."),
    method(
        "identity(Closure action): Object",
        &native(|vm: &mut Vm, this: &Value, c: &Rc<Closure>| with(vm, this, c)),
    )
    .doc("What a closure gives that has the object as its delegate."),
    method("inject(Closure join): Object", &native(collecting::inject))
        .doc("Folds the elements, beginning with the first."),
    method(
        "inject(Object start, Closure join): Object",
        &native(collecting::inject_from),
    )
    .doc("Folds the elements, beginning with a value."),
    method("inspect(): String", &native(inspect)).doc("As a Groovy literal where there is one."),
    raw(
        Kind::Method,
        "invokeMethod(String method, Object arguments): Object",
        &slice(invoke_method),
    )
    .doc("Calls a method by its name."),
    method("is(Object other): boolean", &native(Value::same)).doc("Whether both are the same object."),
    method("isCase(Object value): boolean", &native(is_case)).doc("Whether both are equal, for `switch` and `in`."),
    method("isNotCase(Object value): boolean", &native(is_not_case)).doc("The opposite of `isCase`."),
    method("iterator(): Iterator", &native(iterator)).doc("A walk over its elements, or over itself alone."),
    method(
        "print(java.io.PrintWriter writer): void",
        &native(|vm: &mut Vm, this: &Value, w: &Value| {
            vm.call_method(w, "print", std::slice::from_ref(this)).map(Value::done)
        }),
    )
    .doc("Prints the object to a writer."),
    method(
        "print(Object value): void",
        &native(|vm: &mut Vm, _: &Value, v: &Value| print(vm, v, "")),
    )
    .doc("Prints a value."),
    method("println(): void", &native(|vm: &mut Vm, _: &Value| vm.print("\n"))).doc("Prints an end of line."),
    method(
        "println(java.io.PrintWriter writer): void",
        &native(|vm: &mut Vm, this: &Value, w: &Value| {
            vm.call_method(w, "println", std::slice::from_ref(this))
                .map(Value::done)
        }),
    )
    .doc("Prints the object to a writer, and an end of line."),
    method(
        "println(Object value): void",
        &native(|vm: &mut Vm, _: &Value, v: &Value| print(vm, v, "\n")),
    )
    .doc("Prints a value and an end of line."),
    method("printf(String format, Object value): void", &native(printf)).doc("Prints a format, filled in."),
    method("printf(String format, Object... values): void", &native(printf_all)).doc("Prints a format, filled in."),
    method("split(Closure test): Collection", &native(split))
        .doc("Those elements that pass the test, and those that do not."),
    method("sprintf(String format, Object value): String", &native(sprintf)).doc("A format, filled in."),
    method("sprintf(String format, Object... values): String", &native(sprintf_all)).doc("A format, filled in."),
    method("tap(Closure action): Object", &native(tap))
        .doc("Calls a closure that has the object as its delegate; the object."),
    method("with(Closure action): Object", &native(with))
        .doc("What a closure gives that has the object as its delegate."),
    method(
        "with(boolean returning, Closure action): Object",
        &native(with_returning),
    )
    .doc("The same, or the object itself."),
    function(
        "sleep(long milliseconds): void",
        &unbound(|vm: &mut Vm, ms: i64| vm.sleep(ms)),
    )
    .doc("Waits."),
    function(
        "sleep(long milliseconds, Closure onInterrupt): void",
        &unbound(|vm: &mut Vm, ms: i64, _: &Rc<Closure>| vm.sleep(ms)),
    )
    .doc("Waits; nothing interrupts it."),
    never(
        "addShutdownHook(Closure action): void",
        "scripts end with their run: use try and finally",
    ),
];

// A script object or a host object comes here when its class has no member of its own: asking the interpreter would lead
// back here.

fn as_boolean(vm: &mut Vm, this: &Value) -> Res<bool> {
    match this {
        Value::Object(_) | Value::Host(_) => Ok(true),
        other => vm.truth(other),
    }
}

fn inspect(vm: &mut Vm, this: &Value) -> Res<Rc<Str>> {
    vm.inspect(this)
}

fn iterator(vm: &mut Vm, this: &Value) -> Res<Cursor> {
    Ok(Cursor::new(match this {
        Value::Object(_) | Value::Host(_) => Iter::over(vec![this.clone()]),
        other => vm.iterate(other)?,
    }))
}

fn as_type(vm: &mut Vm, this: &Value, class: &Value) -> Res {
    match class.as_class() {
        Some(class) => vm.as_type(this, class),
        None => Err(vm.throw_silent(&throwables::NULL_POINTER_EXCEPTION)),
    }
}

fn is_case(vm: &mut Vm, this: &Value, value: &Value) -> Res<bool> {
    match this {
        Value::Closure(closure) => super::closures::test(vm, closure, value),
        _ => vm.java_equals(this, value),
    }
}

fn is_not_case(vm: &mut Vm, this: &Value, value: &Value) -> Res<bool> {
    vm.is_case(this, value).map(|is| !is)
}

fn get_at(vm: &mut Vm, this: &Value, property: &Str) -> Res {
    vm.get_property(this, &property.text())
}

fn put_at(vm: &mut Vm, this: &Value, property: &Str, value: &Value) -> Res<()> {
    vm.set_property(this, &property.text(), value.clone())
}

fn properties(vm: &mut Vm, this: &Value) -> Res<Rc<Map>> {
    let map = Map::empty();
    for property in vm.properties_of(this.class_id()) {
        let value = match vm.constant_value(this.class_id(), &property.name)? {
            Some(constant) => constant,
            None => vm.get_property(this, &property.name)?,
        };
        map.put_str(&Str::new(&property.name), value);
    }
    Ok(map)
}

/// `<Point@1b x=1 y=2>`.
fn dump(vm: &mut Vm, this: &Value) -> Res<String> {
    let mut out = format!("<{}@{:x}", vm.class_name_of(this), vm.hash(this)?);
    if let Value::Object(object) = this {
        let fields: Vec<Rc<str>> = match vm.script_class(object.class.get()) {
            Some(class) => class.fields.iter().map(|f| f.name.clone()).collect(),
            None => Vec::new(),
        };
        for (slot, name) in fields.iter().enumerate() {
            let text = vm.to_text(&object.field(slot))?;
            out.push_str(&format!(" {name}={text}"));
        }
    }
    out.push('>');
    Ok(out)
}

fn invoke_method(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let (Some(name), given) = (args.first(), args.get(1)) else {
        return Err(vm.throw_silent(&throwables::NULL_POINTER_EXCEPTION));
    };
    let name = vm.to_text(name)?;
    let mut given = arguments(given.unwrap_or(&Value::Null));
    // The class's own `invokeMethod` may be what asks, so it is not asked again.
    match vm.find(this, &name, &given)? {
        Some((callable, _)) => vm.invoke(&callable, this, &mut given),
        None => vm.call_fallback(this, &name, given),
    }
}

/// The class whose methods a value answers with: for a class, the one it stands for.
fn member_class(value: &Value) -> ClassId {
    value.as_class().unwrap_or(value.class_id())
}

fn responds_to(vm: &mut Vm, this: &Value, name: &Str) -> Vec<Value> {
    vm.methods_named(member_class(this), &name.text())
}

fn responds_to_with(vm: &mut Vm, this: &Value, name: &Str, args: &Value) -> Vec<Value> {
    let types = types_of(&arguments(args));
    vm.methods_taking(member_class(this), &name.text(), &types)
}

fn print(vm: &mut Vm, value: &Value, end: &str) -> Res<()> {
    let text = vm.to_text(value)?;
    vm.print(&(text + end))
}

/// A format's values: an array or a list stands for its elements.
fn sprintf(vm: &mut Vm, _: &Value, format: &Rc<Str>, values: &Value) -> Res<Rc<Str>> {
    let values = match values {
        Value::Array(_) | Value::List(_) => vm.items(values)?,
        other => Gathered::of(vec![other.clone()]),
    };
    formatter::format(vm, format, &values)
}

fn printf(vm: &mut Vm, this: &Value, format: &Rc<Str>, values: &Value) -> Res<()> {
    let text = sprintf(vm, this, format, values)?;
    vm.print(&text.text())
}

fn sprintf_all(vm: &mut Vm, _: &Value, format: &Rc<Str>, values: &[Value]) -> Res<Rc<Str>> {
    formatter::format(vm, format, values)
}

fn printf_all(vm: &mut Vm, _: &Value, format: &Rc<Str>, values: &[Value]) -> Res<()> {
    let text = formatter::format(vm, format, values)?;
    vm.print(&text.text())
}

fn split(vm: &mut Vm, this: &Value, closure: &Rc<Closure>) -> Res<Vec<Value>> {
    let (mut passed, mut failed) = (Vec::new(), Vec::new());
    let mut walk = vm.iterate(this)?;
    while let Some(item) = walk.next(vm)? {
        if super::closures::test(vm, closure, &item)? {
            passed.push(item);
        } else {
            failed.push(item);
        }
    }
    Ok(vec![Value::list(passed), Value::list(failed)])
}

/// Calls a copy of a closure with an object as its delegate, which comes first, and as its argument.
pub(crate) fn with(vm: &mut Vm, this: &Value, action: &Rc<Closure>) -> Res {
    let copy = vm.clone_closure(action);
    closure::set_strategy(&copy, Strategy::DelegateFirst.to_i32());
    closure::set_delegate(&copy, this);
    vm.call_closure(&copy, std::slice::from_ref(this))
}

fn with_returning(vm: &mut Vm, this: &Value, returning: bool, action: &Rc<Closure>) -> Res {
    let made = with(vm, this, action)?;
    Ok(if returning { this.clone() } else { made })
}

fn tap(vm: &mut Vm, this: &Value, action: &Rc<Closure>) -> Res {
    with_returning(vm, this, true, action)
}

fn with_traits(vm: &mut Vm, this: &Value, traits: &[Value]) -> Res {
    let traits: Vec<ClassId> = traits.iter().filter_map(Value::as_class).collect();
    vm.trait_proxy(this, &traits)
}
