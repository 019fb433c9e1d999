//! Java's classes: one folder a package, one file a class, table first, functions after.

pub mod groovy;
pub mod io;
pub mod lang;
pub mod math;
pub mod net;
pub mod nio;
pub mod regex;
pub mod security;
pub mod sql;
pub mod text;
pub mod throwables;
pub mod util;

use crate::registry::Class;

/// Every class of this folder, by slice.
pub static CLASSES: &[&[&Class]] = &[
    groovy::control::CLASSES,
    groovy::io::CLASSES,
    groovy::json::CLASSES,
    groovy::lang::CLASSES,
    groovy::util::CLASSES,
    groovy::lang::annotations::CLASSES,
    groovy::lang::closure::CLASSES,
    groovy::writable::CLASSES,
    groovy::lang::tuple::CLASSES,
    io::CLASSES,
    lang::CLASSES,
    lang::primitives::CLASSES,
    lang::array::CLASSES,
    math::CLASSES,
    net::CLASSES,
    nio::CLASSES,
    security::CLASSES,
    regex::CLASSES,
    sql::CLASSES,
    text::CLASSES,
    throwables::CLASSES,
    util::CLASSES,
    util::SERVICES,
    util::TIME,
    util::calendar::CLASSES,
    util::atomic::CLASSES,
    util::concurrent::CLASSES,
    util::comparator::CLASSES,
    util::function::CLASSES,
    util::function::LAMBDAS,
    util::immutable::CLASSES,
    util::map_kinds::VIEWS,
    util::stream::CLASSES,
];
