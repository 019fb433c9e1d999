//! `java.lang.Iterable`.

use crate::registry::{Class, Func, Items, interface, method, native, required};
use crate::{Res, Vm, gdk};

/// `java.lang.Iterable`.
pub static CLASS: Class = interface("java.lang.Iterable")
    .doc("What a for loop walks over.")
    .groovy(gdk::iterable::MEMBERS)
    .members(&[
        required("iterator(): Iterator").doc("A new walk over the elements."),
        method("forEach(Consumer action): void", &native(for_each)).doc("Calls the action with each element."),
    ]);

fn for_each(vm: &mut Vm, this: Items, action: Func) -> Res<()> {
    let mut walk = vm.iterate(this.0)?;
    while let Some(item) = walk.next(vm)? {
        vm.call_func(action, &[item])?.done();
    }
    Ok(())
}
