//! What Groovy adds to Java's classes: one file a receiver, taken in by the class's `.groovy(…)`.

pub mod bytes;
pub mod calendar;
pub mod char_sequence;
pub mod character;
pub mod closeable;
pub mod date;
pub mod file;
mod folder;
pub mod input_stream;
mod lines;
pub mod matcher;
pub mod object;
pub mod output_stream;
pub mod path;
pub mod pattern;
pub mod reader;
pub mod string;
pub mod url;
pub mod writer;
