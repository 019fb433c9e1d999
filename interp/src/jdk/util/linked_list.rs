//! `java.util.LinkedList`.

use super::{array_list, collection, deque};
use crate::jdk::lang::interfaces::{CLONEABLE, SERIALIZABLE};
use crate::registry::{Class, Kind, class, raw, slice};

/// `java.util.LinkedList`.
pub static CLASS: Class = class("java.util.LinkedList")
    .doc("A list that is also a queue with two ends.")
    .extends(&collection::ABSTRACT_SEQUENTIAL_LIST)
    .implements(&[&super::list::CLASS, &deque::CLASS, &CLONEABLE, &SERIALIZABLE])
    .members(&[
        raw(Kind::Constructor, "LinkedList()", &slice(array_list::create)),
        raw(
            Kind::Constructor,
            "LinkedList(Collection items)",
            &slice(array_list::create),
        ),
        array_list::CLONE,
        deque::POP,
        deque::PUSH,
        deque::REMOVE_LAST,
        deque::REMOVE_FIRST,
        deque::REMOVE,
        deque::GET_FIRST,
        deque::GET_LAST,
    ]);
