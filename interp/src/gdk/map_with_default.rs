//! `groovy.lang.MapWithDefault`: a view of a map that makes up missing values by a closure.

use crate::jdk::util::map;
use crate::registry::{Class, Func, class};
use crate::value::{Closure, List, Map, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// `groovy.lang.MapWithDefault`.
pub static CLASS: Class = class("groovy.lang.MapWithDefault")
    .doc("A view of a map that makes up missing values.")
    .implements(&[&map::CLASS]);

/// `map.withDefault { … }`.
pub fn create(this: &Rc<Map>, maker: &Rc<Closure>) -> Rc<Map> {
    create_with(this, true, false, maker)
}

/// `map.withDefault(autoGrow, autoShrink) { … }`.
pub fn create_with(this: &Rc<Map>, grow: bool, shrink: bool, maker: &Rc<Closure>) -> Rc<Map> {
    let settings = List::new(vec![maker.clone().into(), Value::bool(grow), Value::bool(shrink)]);
    Map::view(CLASS.id(), this.access, this, settings.into())
}

/// The closure, whether made values are kept, and whether values like them are dropped.
fn settings(map: &Map) -> (Value, bool, bool) {
    let extra = map.extra.borrow();
    let Value::List(settings) = &*extra else {
        return (Value::Null, false, false);
    };
    let flag = |i| matches!(settings.get(i), Some(Value::Bool(b)) if b.get() != 0);
    (settings.get(0).unwrap_or_default(), flag(1), flag(2))
}

/// The value of a key that the map does not have.
pub fn missing(vm: &mut Vm, map: &Rc<Map>, key: &Value) -> Res {
    let (maker, grow, _) = settings(map);
    let made = vm.call_func(Func(&maker), std::slice::from_ref(key))?;
    if grow {
        vm.map_put(map::base(map), key, made.clone())?;
    }
    Ok(made)
}

/// Whether a value is not to be put, since it is the one that would be made up.
pub fn shrinks(vm: &mut Vm, map: &Rc<Map>, key: &Value, value: &Value) -> Res<bool> {
    let (maker, _, shrink) = settings(map);
    if !shrink {
        return Ok(false);
    }
    let made = vm.call_func(Func(&maker), std::slice::from_ref(key))?;
    vm.equals(&made, value)
}
