//! The toolkit's own classes: `ICFObjectBuilder` and the delegates of its closures, the handlers, `OperationType`.
//!
//! They carry the open toolkit's names; imports under the newer product's package find the same classes.

pub mod attribute_delegate;
pub mod attribute_info_delegate;
pub mod builder;
pub mod connector_object_delegate;
pub mod connectors;
pub mod handler;
pub mod map_filter_visitor;
pub mod object_class_delegate;
pub mod operation_option_delegate;
pub mod operation_type;
pub mod schema_delegate;
pub mod sync_delta_delegate;

use rovy_interp::registry::Class;
use rovy_interp::value::{Closure, Strategy, Value};
use rovy_interp::{Res, Vm};
use std::cell::RefCell;
use std::rc::Rc;

/// Every class of the toolkit.
pub static CLASSES: &[&Class] = &[
    &attribute_delegate::CLASS,
    &attribute_info_delegate::CLASS,
    &builder::CLASS,
    &connector_object_delegate::CLASS,
    &connectors::SCRIPTED,
    &connectors::POOLABLE,
    &map_filter_visitor::CLASS,
    &object_class_delegate::CLASS,
    &operation_option_delegate::CLASS,
    &operation_type::CLASS,
    &schema_delegate::CLASS,
    &sync_delta_delegate::CLASS,
];

/// Adds operations' classes to those that are not supported, each once.
fn disable(disabled: &RefCell<Vec<Value>>, operations: &[Value]) {
    for operation in operations.iter().filter(|o| o.as_class().is_some()) {
        let mut disabled = disabled.borrow_mut();
        if !disabled.iter().any(|d| d.same(operation)) {
            disabled.push(operation.clone());
        }
    }
}

/// Runs a closure of words inside other words: the outer words answer first.
fn run_inside(vm: &mut Vm, body: &Rc<Closure>, delegate: &Value, outer: &Value) -> Res<()> {
    let body = body.rehydrate(delegate.clone(), outer.clone(), outer.clone());
    vm.nested(|vm| vm.call_closure(&body, &[])).map(Value::done)
}

/// Runs a closure of words: the delegate answers first, owner and `this` are the builder's class, so that neither the script's
/// variables nor its methods are seen.
fn run(vm: &mut Vm, body: &Rc<Closure>, delegate: &Value) -> Res<()> {
    let owner = Value::class(builder::CLASS.id());
    let body = body.rehydrate(delegate.clone(), owner.clone(), owner);
    body.strategy.set(Strategy::DelegateFirst);
    vm.nested(|vm| vm.call_closure(&body, &[])).map(Value::done)
}
