//! What Groovy adds to `SortedSet` and `NavigableSet`.

use super::closures::call1;
use crate::jdk::util::{immutable, sorted_set};
use crate::registry::{Member, method, native};
use crate::value::{Closure, Set};
use crate::{Res, Vm};
use std::rc::Rc;

/// What Groovy adds to `SortedSet`.
pub const MEMBERS: &[Member] = &[
    method("asImmutable(): SortedSet", &native(as_immutable)).doc("A copy that cannot be changed."),
    method(
        "asSynchronized(): SortedSet",
        &native(immutable::synchronized_sorted_set),
    )
    .doc("The set for several threads."),
    method(
        "asUnmodifiable(): SortedSet",
        &native(immutable::unmodifiable_sorted_set),
    )
    .doc("A view that cannot be changed."),
    method("sort(): SortedSet", &native(itself)).doc("The set itself, which is sorted."),
    method("toSorted(): Set", &native(itself)).doc("The set itself, which is sorted."),
];

/// What Groovy adds to `NavigableSet`.
pub const NAVIGABLE_MEMBERS: &[Member] = &[
    method("asReversed(): NavigableSet", &native(sorted_set::descending)).doc("The elements in the opposite order."),
    method("reverseEach(Closure action): NavigableSet", &native(reverse_each))
        .doc("Calls the closure with each element, from the greatest to the least."),
];

fn itself(this: &Rc<Set>) -> Rc<Set> {
    this.clone()
}

fn as_immutable(this: &Set) -> Rc<Set> {
    immutable::unmodifiable_sorted_set(&sorted_set::between(this, 0, usize::MAX))
}

fn reverse_each(vm: &mut Vm, this: &Rc<Set>, action: &Rc<Closure>) -> Res<Rc<Set>> {
    let mut keys = this.borrow().keys();
    keys.reverse();
    for key in keys {
        vm.tick()?;
        call1(vm, action, &key)?.done();
    }
    Ok(this.clone())
}
