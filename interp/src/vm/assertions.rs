//! Asserted values, and Groovy's picture of them.

use super::{Unit, Vm};
use crate::eval::asserts::Note;
use crate::jdk::throwables;
use crate::value::Value;
use crate::{Res, Thrown};
use rovy_parser::Span;
use std::rc::Rc;

impl Vm {
    /// Begins to note the values of an asserted expression.
    pub(crate) fn begin_notes(&mut self) -> usize {
        self.notes.len()
    }

    /// Notes a value.
    pub(crate) fn note(&mut self, at: u32, value: &Value) {
        self.notes.push((at, value.clone()));
    }

    /// The values noted since.
    pub(crate) fn end_notes(&mut self, mark: usize) -> Vec<Note> {
        self.notes.split_off(mark.min(self.notes.len()))
    }

    /// `assert condition : message` failed; a message that is false, to Groovy's truth, leaves the condition's text alone.
    pub(crate) fn assertion_failed(&mut self, message: &Value, text: String) -> Res<Thrown> {
        if message.is_null() || matches!(message, Value::Str(s) if s.is_empty()) {
            return Ok(self.throw(&throwables::POWER_ASSERTION_ERROR, text));
        }
        let message = self.to_text(message)?;
        Ok(self.throw(&throwables::ASSERTION_ERROR, format!("{message}. Expression: {text}")))
    }

    /// `assert condition` failed: the source line with each value under its place, as Groovy draws it.
    pub(crate) fn power_assertion_failed(&mut self, unit: &Rc<Unit>, text: Span, notes: &[Note]) -> Res<Thrown> {
        let source = JoinedLines::new(unit.source_text(text));
        let mut values: Vec<(usize, String)> = Vec::new();
        let mut shown = 0;
        for (at, value) in notes {
            let Some(column) = at.checked_sub(text.start).and_then(|at| source.column(at as usize)) else {
                continue;
            };
            let picture = self.picture(value)?;
            shown += picture.len();
            self.reserve(shown)?;
            values.push((column, picture));
        }
        // From right to left; of several values at one place the last noted is that of the whole.
        values.sort_by_key(|(column, _)| std::cmp::Reverse(*column));
        let mut drawing = Drawing::new(&source.text);
        for (i, (column, text)) in values.iter().enumerate() {
            if values.get(i + 1).is_none_or(|next| next.0 != *column) {
                // Each value may lengthen every line, and the text is made of all of them in the end.
                self.tick_many(drawing.lines.len())?;
                drawing.add(*column, text);
                self.reserve(4 * drawing.size)?;
            }
        }
        Ok(self.throw(&throwables::POWER_ASSERTION_ERROR, drawing.finish()))
    }

    /// A value as the picture shows it; one that cannot be shown is named with the exception.
    fn picture(&mut self, value: &Value) -> Res<String> {
        let shown = match self.inspect(value) {
            Ok(text) => text.text().into_owned(),
            Err(thrown) => {
                let exception = self.catch(thrown)?;
                let class = self.class_name(exception.class_id());
                return Ok(format!("{} (toString() threw {class})", self.object_to_string(value)));
            }
        };
        Ok(match value {
            Value::Str(_) | Value::GString(_) if shown.is_empty() => "\"\"".into(),
            _ if shown.is_empty() => format!("{} (toString() == \"\")", self.object_to_string(value)),
            _ => shown,
        })
    }
}

/// The lines of an assertion joined to one: indentation and trailing space go, one space stands for each break.
struct JoinedLines {
    text: String,
    /// For each line: where it begins in the source, its indentation, its text's length, its first column in `text`.
    lines: Vec<(usize, usize, usize, usize)>,
    source: String,
}

impl JoinedLines {
    fn new(source: &str) -> JoinedLines {
        let mut text = String::new();
        let mut lines = Vec::new();
        let mut start = 0;
        let count = source.lines().count();
        for (i, line) in source.split_inclusive('\n').enumerate() {
            let body = line.trim();
            let indent = line.len() - line.trim_start().len();
            lines.push((start, indent, body.len(), units(&text)));
            text.push_str(body);
            if i + 1 < count && !body.is_empty() {
                text.push(' ');
            }
            start += line.len();
        }
        JoinedLines {
            text,
            lines,
            source: source.into(),
        }
    }

    /// The column, from 0 and in UTF-16 units, of a byte of the source.
    fn column(&self, at: usize) -> Option<usize> {
        let (start, indent, length, column) = *self.lines.iter().rev().find(|l| l.0 <= at)?;
        let from = start + indent;
        let before = self.source.get(from..at.min(from + length))?;
        Some(column + units(before))
    }
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// The picture under the line: each value on the first line where it has room, with a bar on the lines above.
struct Drawing {
    /// The lines in UTF-16 units: the text, the line of bars, the values.
    lines: Vec<Vec<u16>>,
    /// Where the leftmost value of each line begins.
    starts: Vec<usize>,
    /// The units of all lines.
    size: usize,
}

impl Drawing {
    fn new(text: &str) -> Drawing {
        Drawing {
            lines: vec![text.encode_utf16().collect(), Vec::new()],
            starts: vec![0, 0],
            size: 0,
        }
    }

    fn add(&mut self, column: usize, text: &str) {
        let parts: Vec<&str> = text.split('\n').map(|l| l.strip_suffix('\r').unwrap_or(l)).collect();
        // A text of several lines always begins on a new one.
        let end = match parts.as_slice() {
            [only] => column + units(only),
            _ => usize::MAX,
        };
        for (row, (line, start)) in self.lines.iter_mut().zip(&mut self.starts).enumerate().skip(1) {
            if row > 1 && end < *start {
                place(line, text, column);
                *start = column;
                return;
            }
            match line.get_mut(column) {
                Some(slot) => *slot = u16::from(b'|'),
                None => place(line, "|", column),
            }
            if row > 1 {
                *start = column + 1;
            }
        }
        for part in parts {
            let mut line = Vec::new();
            place(&mut line, part, column);
            self.size += line.len();
            self.lines.push(line);
            self.starts.push(column);
        }
    }

    fn finish(self) -> String {
        let lines: Vec<String> = self.lines.iter().map(|l| String::from_utf16_lossy(l)).collect();
        lines.join("\n")
    }
}

/// Overwrites a line from a column on.
fn place(line: &mut Vec<u16>, text: &str, column: usize) {
    let text: Vec<u16> = text.encode_utf16().collect();
    let end = column + text.len();
    if line.len() < end {
        line.resize(end, u16::from(b' '));
    }
    for (slot, unit) in line.iter_mut().skip(column).zip(text) {
        *slot = unit;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str, values: &[(usize, &str)]) -> String {
        let mut drawing = Drawing::new(text);
        for (column, value) in values {
            drawing.add(*column, value);
        }
        drawing.finish()
    }

    #[test]
    fn values_share_a_line_where_they_have_room() {
        let picture = drawn("assert x == 4", &[(9, "false"), (7, "3")]);
        assert_eq!(picture, "assert x == 4\n       | |\n       3 false");
    }

    #[test]
    fn a_value_without_room_goes_below_with_a_bar_above() {
        let picture = drawn("assert ab == c", &[(13, "1"), (10, "false"), (7, "long text")]);
        assert_eq!(
            picture,
            "assert ab == c\n       |  |  |\n       |  |  1\n       |  false\n       long text"
        );
    }

    #[test]
    fn lines_are_joined_with_one_space() {
        let joined = JoinedLines::new("assert a ==\n      b");
        assert_eq!(joined.text, "assert a == b");
        assert_eq!(joined.column(7), Some(7));
        assert_eq!(joined.column(18), Some(12));
    }
}
