//! `java.io`: files, streams of bytes, streams of characters.
//!
//! All input streams and readers read through [`source`], all output streams and writers write through [`sink`].

mod buffer;
pub mod byte_array;
pub mod closeable;
pub mod file;
pub mod input_stream;
pub mod open;
pub mod output_stream;
mod print;
pub mod print_stream;
pub mod reader;
pub mod sink;
pub mod source;
pub mod waiting;
pub mod writer;

use crate::registry::Class;

/// The classes of the package.
pub static CLASSES: &[&Class] = &[
    &closeable::CLOSEABLE,
    &closeable::FLUSHABLE,
    &closeable::FILENAME_FILTER,
    &closeable::FILE_FILTER,
    &file::CLASS,
    &input_stream::INPUT_STREAM,
    &input_stream::BYTE_ARRAY_INPUT_STREAM,
    &input_stream::FILE_INPUT_STREAM,
    &input_stream::FILTER_INPUT_STREAM,
    &input_stream::BUFFERED_INPUT_STREAM,
    &output_stream::OUTPUT_STREAM,
    &output_stream::BYTE_ARRAY_OUTPUT_STREAM,
    &output_stream::FILE_OUTPUT_STREAM,
    &output_stream::FILTER_OUTPUT_STREAM,
    &output_stream::BUFFERED_OUTPUT_STREAM,
    &print_stream::CLASS,
    &reader::READER,
    &reader::BUFFERED_READER,
    &reader::LINE_NUMBER_READER,
    &reader::INPUT_STREAM_READER,
    &reader::FILE_READER,
    &reader::STRING_READER,
    &reader::CHAR_ARRAY_READER,
    &reader::PUSHBACK_READER,
    &writer::WRITER,
    &writer::STRING_WRITER,
    &writer::CHAR_ARRAY_WRITER,
    &writer::BUFFERED_WRITER,
    &writer::OUTPUT_STREAM_WRITER,
    &writer::FILE_WRITER,
    &writer::PRINT_WRITER,
];
