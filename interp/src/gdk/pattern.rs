//! What Groovy adds to `java.util.regex.Pattern`.

use crate::jdk::regex::Search;
use crate::jdk::regex::pattern::Pattern;
use crate::registry::{Member, method, native};
use crate::value::Value;
use crate::{Res, Vm};

/// The members.
pub const MEMBERS: &[Member] = &[
    method("isCase(Object value): boolean", &native(is_case))
        .doc("Whether all of a value's text matches, for `switch` and `grep`."),
    method(
        "isNotCase(Object value): boolean",
        &native(|vm: &mut Vm, p: &Pattern, v: &Value| is_case(vm, p, v).map(|b| !b)),
    )
    .doc("The opposite of `isCase`."),
];

fn is_case(vm: &mut Vm, pattern: &Pattern, value: &Value) -> Res<bool> {
    if value.is_null() {
        return Ok(false);
    }
    let text = vm.to_str(value)?;
    Search::new(pattern.0.clone(), &text).matches(vm)
}
