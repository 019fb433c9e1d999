//! `java.lang.CharSequence`: what strings, GStrings and string builders share.

use super::string;
use crate::gdk;
use crate::registry::{Class, function, interface, method, native, unbound};
use crate::value::Str;

/// `java.lang.CharSequence`.
pub static CLASS: Class = interface("java.lang.CharSequence")
    .doc("Anything that reads as text.")
    .groovy(gdk::char_sequence::MEMBERS)
    .members(&[
        method("length(): int", &native(|s: &Str| s.len() as i32)).doc("The number of UTF-16 units."),
        method("charAt(int index): char", &native(string::char_at)).doc("The unit at an index."),
        method("isEmpty(): boolean", &native(Str::is_empty)).doc("Whether there are no units."),
        method(
            "subSequence(int begin, int end): CharSequence",
            &native(string::substring),
        )
        .doc("The text between two indices."),
        method("toString(): String", &native(string::make::of_text)).doc("The text."),
        function(
            "compare(CharSequence a, CharSequence b): int",
            &unbound(string::case::compare),
        )
        .doc("Order by UTF-16 units."),
    ]);
