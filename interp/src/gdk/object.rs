//! What Groovy adds to `Object`.

use crate::registry::{Member, method, native};
use crate::value::Value;

/// The members.
pub const MEMBERS: &[Member] =
    &[method("is(Object other): boolean", &native(Value::same)).doc("Whether both are the same object.")];
