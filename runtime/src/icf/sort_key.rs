//! `SortKey`: a field by which results are sorted, and in which direction.

use super::values;
use rovy_interp::registry::{Class, class, constructor, function, method, native, property, unbound};
use rovy_interp::value::{HostType, Str, Value};
use rovy_interp::{Res, Vm};
use std::rc::Rc;

/// A field and a direction.
pub struct SortKey {
    /// The field.
    pub field: Rc<Str>,
    /// Smallest first?
    pub ascending: bool,
}

impl HostType for SortKey {
    const NAME: &'static str = "org.identityconnectors.framework.common.objects.SortKey";
    fn class() -> &'static Class {
        &CLASS
    }
}

/// `org.identityconnectors.framework.common.objects.SortKey`. Scripts read its private field `isAscendingOrder` too.
pub static CLASS: Class = class(SortKey::NAME).members(&[
    constructor("SortKey(String field, boolean isAscendingOrder)", &unbound(create)),
    function(
        "ascendingOrder(String field): SortKey",
        &unbound(|vm: &mut Vm, f: Option<&Rc<Str>>| create(vm, f, true)),
    ),
    function(
        "descendingOrder(String field): SortKey",
        &unbound(|vm: &mut Vm, f: Option<&Rc<Str>>| create(vm, f, false)),
    ),
    function("reverseOrder(SortKey key): SortKey", &unbound(reverse)),
    method("getField(): String", &native(|k: &SortKey| k.field.clone())),
    method("isAscendingOrder(): boolean", &native(|k: &SortKey| k.ascending)),
    property("isAscendingOrder: boolean", &native(|k: &SortKey| k.ascending)),
    method(
        "toString(): String",
        &native(|k: &SortKey| format!("{}{}", if k.ascending { '+' } else { '-' }, k.field)),
    ),
]);

/// `new SortKey(field, ascending)`.
pub fn create(vm: &mut Vm, field: Option<&Rc<Str>>, ascending: bool) -> Res<SortKey> {
    values::blank_check(vm, field.map(|f| &**f), "field")?;
    let field = field.cloned().unwrap_or_else(|| Str::new(""));
    Ok(SortKey { field, ascending })
}

fn reverse(key: &SortKey) -> SortKey {
    SortKey {
        field: key.field.clone(),
        ascending: !key.ascending,
    }
}

/// The sort keys of a `SortKey[]`.
pub fn of_array(array: &Value) -> Vec<(Rc<Str>, bool)> {
    let Value::Array(array) = array else {
        return Vec::new();
    };
    let keys = array.to_vec();
    keys.iter()
        .filter_map(|v| v.as_host::<SortKey>())
        .map(|k| (k.field.clone(), k.ascending))
        .collect()
}
