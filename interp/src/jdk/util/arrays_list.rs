//! `java.util.Arrays$ArrayList`: the list that `Arrays.asList` makes of an array.

use super::{array_list, collection};
use crate::jdk::lang::interfaces::SERIALIZABLE;
use crate::registry::{Class, class};

/// `java.util.Arrays$ArrayList`.
pub static CLASS: Class = class("java.util.Arrays$ArrayList")
    .doc("A list over an array: elements can be replaced, not added or removed.")
    .extends(&collection::ABSTRACT_LIST)
    .implements(&[&array_list::RANDOM_ACCESS, &SERIALIZABLE]);
