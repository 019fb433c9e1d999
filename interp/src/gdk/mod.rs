//! What Groovy adds to Java's classes: one file a receiver, taken in by the class's `.groovy(…)`.
//!
//! Most of what it adds to collections is the same for many receivers. That stands once, by subject ([`searching`],
//! [`collecting`], [`grouping`], [`ordering`], [`taking`], [`algebra`]), and the receivers' tables join what they have of it.

pub mod algebra;
pub mod array;
pub mod bytes;
pub mod calendar;
pub mod char_sequence;
pub mod character;
pub mod closeable;
pub mod closures;
pub mod collecting;
pub mod collection;
pub mod date;
pub mod file;
mod folder;
pub mod grouping;
pub mod indexing;
pub mod input_stream;
pub mod iterable;
pub mod iterator;
pub mod lines;
pub mod list;
pub mod list_with_default;
pub mod map;
pub mod map_with_default;
pub mod matcher;
pub mod number;
pub mod object;
pub mod ordering;
pub mod output_stream;
pub mod path;
pub mod pattern;
pub mod reader;
pub mod searching;
pub mod set;
pub mod similar;
pub mod sorted_set;
pub mod string;
pub mod taking;
pub mod url;
pub mod writer;

use crate::registry::Member;

/// The number of members in several tables.
pub(crate) const fn count(tables: &[&[Member]]) -> usize {
    let (mut sum, mut i) = (0, 0);
    while i < tables.len() {
        sum += tables[i].len();
        i += 1;
    }
    sum
}

/// Several tables as one.
pub(crate) const fn join<const N: usize>(tables: &[&[Member]]) -> [Member; N] {
    let mut out = [crate::registry::never("nothing(): void", "a place to be filled"); N];
    let (mut table, mut row, mut i) = (0, 0, 0);
    while i < N {
        if row == tables[table].len() {
            table += 1;
            row = 0;
            continue;
        }
        out[i] = tables[table][row];
        row += 1;
        i += 1;
    }
    out
}
