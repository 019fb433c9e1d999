//! What Groovy adds to `java.io.Closeable`.

use crate::registry::{Func, Member, method, native};
use crate::value::Value;
use crate::{Res, Vm};

/// The members.
pub const MEMBERS: &[Member] = &[method("withCloseable(Closure action): Object", &native(with_closeable))
    .doc("Calls a closure with the object and closes it, whatever happens: the closure's result.")];

/// `withCloseable`, and what all `with…` methods over streams do.
pub(super) fn with_closeable(vm: &mut Vm, this: &Value, action: Func) -> Res {
    match vm.call_func(action, std::slice::from_ref(this)) {
        Ok(result) => {
            vm.call_method(this, "close", &[])?.done();
            Ok(result)
        }
        Err(thrown) => {
            let exception = vm.catch(thrown)?;
            // The first exception is the one to be told of.
            if let Err(second) = vm.call_method(this, "close", &[]) {
                vm.catch(second)?.done();
            }
            Err(vm.throw_value(exception))
        }
    }
}
