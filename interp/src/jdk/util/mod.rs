//! `java.util`.

pub mod array_deque;
pub mod array_list;
pub mod arrays;
pub mod arrays_list;
pub mod atomic;
pub mod base64;
pub mod bit_set;
pub mod calendar;
pub mod checksum;
pub mod civil;
pub mod collection;
pub mod collections;
pub mod comparator;
pub mod comparison;
pub mod concurrent;
pub mod date;
pub mod deque;
pub mod elements;
pub mod enum_kinds;
pub mod enumeration;
pub mod formatter;
pub mod function;
pub mod immutable;
pub mod iterator;
pub mod linked_list;
pub mod list;
pub mod list_iterator;
pub mod locale;
pub mod map;
pub mod map_entry;
pub mod map_kinds;
pub mod map_views;
pub mod moment;
pub mod objects;
pub mod optional;
pub mod priority_queue;
pub mod properties;
pub mod random;
pub mod set;
pub mod set_kinds;
pub mod shuffle;
pub mod sorted_map;
pub mod sorted_set;
pub mod stream;
pub mod string_joiner;
pub mod string_tokenizer;
pub mod summary;
pub mod tim_sort;
pub mod time_zone;
pub mod uuid;
pub mod vector;

use crate::registry::Class;

/// The classes of the package, those of its sub-packages excepted.
pub static CLASSES: &[&Class] = &[
    &array_deque::CLASS,
    &array_list::ABSTRACT_SUB_LIST,
    &array_list::CLASS,
    &array_list::COPY_ON_WRITE,
    &array_list::RANDOM_ACCESS,
    &array_list::RANDOM_ACCESS_SUB_LIST,
    &array_list::SUB_LIST,
    &arrays::CLASS,
    &arrays_list::CLASS,
    &bit_set::CLASS,
    &collection::ABSTRACT_COLLECTION,
    &collection::ABSTRACT_LIST,
    &collection::ABSTRACT_QUEUE,
    &collection::ABSTRACT_SEQUENTIAL_LIST,
    &collection::ABSTRACT_SET,
    &collection::CLASS,
    &collections::CLASS,
    &deque::CLASS,
    &deque::QUEUE,
    &enum_kinds::ENUM_MAP,
    &enum_kinds::ENUM_SET,
    &enumeration::CLASS,
    &enumeration::ELEMENTS,
    &iterator::CLASS,
    &iterator::CURSOR,
    &linked_list::CLASS,
    &list::CLASS,
    &list_iterator::CLASS,
    &list_iterator::LIST_CURSOR,
    &map::ABSTRACT_MAP,
    &map::CLASS,
    &map_entry::GROOVY,
    &map_entry::IMMUTABLE,
    &map_entry::INTERFACE,
    &map_entry::LIVE,
    &map_entry::SIMPLE,
    &map_kinds::CONCURRENT_HASH_MAP,
    &map_kinds::CONCURRENT_MAP,
    &map_kinds::DICTIONARY,
    &map_kinds::HASHTABLE,
    &map_kinds::HASH_MAP,
    &map_kinds::IDENTITY_HASH_MAP,
    &map_kinds::LINKED_HASH_MAP,
    &map_kinds::WEAK_HASH_MAP,
    &map_views::ENTRIES,
    &map_views::VALUES,
    &objects::CLASS,
    &optional::CLASS,
    &optional::OPTIONAL_DOUBLE,
    &optional::OPTIONAL_INT,
    &optional::OPTIONAL_LONG,
    &priority_queue::CLASS,
    &set::CLASS,
    &set_kinds::COPY_ON_WRITE,
    &set_kinds::HASH_SET,
    &set_kinds::LINKED_HASH_SET,
    &sorted_map::CLASS,
    &sorted_map::NAVIGABLE,
    &sorted_map::SKIP_LIST_MAP,
    &sorted_map::TREE_MAP,
    &sorted_set::CLASS,
    &sorted_set::NAVIGABLE,
    &sorted_set::SKIP_LIST_SET,
    &sorted_set::TREE_SET,
    &string_joiner::CLASS,
    &string_tokenizer::CLASS,
    &summary::DOUBLE,
    &summary::INT,
    &summary::LONG,
    &vector::CLASS,
    &vector::STACK,
];

/// What serves rather than holds: encodings, identifiers, random numbers.
pub static SERVICES: &[&Class] = &[
    &base64::CLASS,
    &base64::ENCODER,
    &base64::DECODER,
    &checksum::CHECKSUM,
    &checksum::CRC32,
    &checksum::ADLER32,
    &properties::CLASS,
    &random::RANDOM,
    &random::SECURE_RANDOM,
    &random::THREAD_LOCAL_RANDOM,
    &uuid::CLASS,
];

/// Dates, time zones, locales.
pub static TIME: &[&Class] = &[&date::CLASS, &locale::CLASS, &time_zone::CLASS, &time_zone::ZONE_INFO];
