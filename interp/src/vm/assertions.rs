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

    /// `assert condition : message` failed.
    pub(crate) fn assertion_failed(&mut self, message: &Value, text: &str) -> Res<Thrown> {
        let message = self.to_text(message)?;
        let text = format!("{message}. Expression: {text}");
        Ok(self.throw(&throwables::ASSERTION_ERROR, text))
    }

    /// `assert condition` failed: the source line with each value under its place, as Groovy draws it.
    pub(crate) fn power_assertion_failed(&mut self, unit: &Rc<Unit>, text: Span, notes: &[Note]) -> Res<Thrown> {
        let source = unit.source_text(text).to_string();
        let line = source.replace(['\n', '\r'], " ");
        let mut shown: Vec<(usize, String)> = Vec::new();
        for (at, value) in notes {
            let before = unit.source_text(Span::new(text.start, *at)).encode_utf16().count();
            let picture = self.picture(value)?;
            shown.push((before, picture));
        }
        let picture = draw(&line, shown);
        Ok(self.throw(&throwables::POWER_ASSERTION_ERROR, picture))
    }

    /// A value as the picture shows it.
    fn picture(&mut self, value: &Value) -> Res<String> {
        let text = match value {
            Value::Str(s) => format!("'{}'", s.text()),
            other => self.to_text(other)?,
        };
        Ok(text)
    }
}

/// Draws the values under a line: from right to left, each on the first line where it has room.
fn draw(line: &str, mut values: Vec<(usize, String)>) -> String {
    values.sort_by_key(|v| std::cmp::Reverse(v.0));
    let mut rows: Vec<String> = vec![String::new()];
    let mut starts: Vec<usize> = vec![usize::MAX];
    let put = |row: &mut String, at: usize, text: &str| {
        let mut chars: Vec<char> = row.chars().collect();
        if chars.len() < at {
            chars.resize(at, ' ');
        }
        for (i, c) in text.chars().enumerate() {
            match chars.get_mut(at + i) {
                Some(slot) => *slot = c,
                None => chars.push(c),
            }
        }
        *row = chars.into_iter().collect();
    };
    for (index, (at, text)) in values.iter().enumerate() {
        if values.get(index + 1).is_some_and(|next| next.0 == *at) && index + 1 < values.len() {
            // Several values at one place: the outermost is the last noted.
        }
        let width = text.lines().map(|l| l.chars().count()).max().unwrap_or(0);
        let mut placed = false;
        for row in 1..rows.len() {
            let room = starts.get(row).copied().unwrap_or(usize::MAX);
            if at + width < room {
                if let Some(r) = rows.get_mut(row) {
                    put(r, *at, text);
                }
                if let Some(s) = starts.get_mut(row) {
                    *s = *at;
                }
                placed = true;
                break;
            }
            if let Some(r) = rows.get_mut(row) {
                put(r, *at, "|");
            }
            if row > 1
                && let Some(s) = starts.get_mut(row)
            {
                *s = at + 1;
            }
        }
        if !placed {
            for line in text.lines() {
                let mut row = String::new();
                put(&mut row, *at, line);
                rows.push(row);
                starts.push(*at);
            }
        }
        if let Some(first) = rows.first_mut() {
            put(first, *at, "|");
        }
    }
    let mut out = format!("{line}\n");
    out.push_str(&rows.iter().map(|r| r.trim_end()).collect::<Vec<_>>().join("\n"));
    out.push('\n');
    out
}
