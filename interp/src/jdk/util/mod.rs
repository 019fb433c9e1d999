//! `java.util`.

pub mod atomic;
pub mod base64;
pub mod calendar;
pub mod checksum;
pub mod civil;
pub mod concurrent;
pub mod date;
pub mod formatter;
pub mod function;
pub mod iterator;
pub mod locale;
pub mod map_entry;
pub mod moment;
pub mod random;
pub mod time_zone;
pub mod uuid;

use crate::registry::Class;

/// The classes of the package, those of its sub-packages excepted.
pub static CLASSES: &[&Class] = &[
    &iterator::CLASS,
    &iterator::CURSOR,
    &map_entry::INTERFACE,
    &map_entry::LIVE,
    &map_entry::SIMPLE,
    &map_entry::IMMUTABLE,
];

/// What serves rather than holds: encodings, identifiers, random numbers.
pub static SERVICES: &[&Class] = &[
    &base64::CLASS,
    &base64::ENCODER,
    &base64::DECODER,
    &checksum::CHECKSUM,
    &checksum::CRC32,
    &checksum::ADLER32,
    &random::RANDOM,
    &random::SECURE_RANDOM,
    &random::THREAD_LOCAL_RANDOM,
    &uuid::CLASS,
];

/// Dates, time zones, locales.
pub static TIME: &[&Class] = &[&date::CLASS, &locale::CLASS, &time_zone::CLASS, &time_zone::ZONE_INFO];
