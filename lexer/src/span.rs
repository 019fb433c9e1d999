//! Places in a source text: byte spans, and the line table that turns them into lines and columns.
//!
//! Everything after the lexer carries a [`Span`]; lines and columns are computed only when something is shown to a person.

use std::ops::Range;

/// A half-open range of byte offsets, `start..end`, in one source text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset after the last byte.
    pub end: u32,
}

impl Span {
    /// The span `start..end`.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// The empty span at `offset`.
    #[must_use]
    pub const fn at(offset: u32) -> Self {
        Self::new(offset, offset)
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// Whether nothing lies between start and end.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// The text the span covers; empty where the span does not fit the text.
    #[must_use]
    pub fn text(self, source: &str) -> &str {
        source.get(self.range()).unwrap_or_default()
    }

    /// The span as a range of `usize`.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A line and a column as people count them: both start at 1, columns count UTF-16 units as editors do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column in UTF-16 units, from 1.
    pub column: u32,
}

/// Where the lines of a source text begin.
///
/// Lines end at `\n`, `\r\n` or a lone `\r`, as in Groovy's lexer.
#[derive(Debug, Clone)]
pub struct LineMap {
    starts: Vec<u32>,
}

impl LineMap {
    /// Finds the lines of `source`.
    #[must_use]
    pub fn new(source: &str) -> Self {
        let bytes = source.as_bytes();
        let mut starts = vec![0];
        for (offset, byte) in bytes.iter().enumerate() {
            let ends = *byte == b'\n' || (*byte == b'\r' && bytes.get(offset + 1) != Some(&b'\n'));
            if ends {
                starts.push(offset as u32 + 1);
            }
        }
        Self { starts }
    }

    /// Line (from 1) of a byte offset.
    #[must_use]
    pub fn line(&self, offset: u32) -> u32 {
        self.starts.partition_point(|start| *start <= offset).max(1) as u32
    }

    /// Line and column of a byte offset in `source`, the text this map was made from.
    #[must_use]
    pub fn position(&self, source: &str, offset: u32) -> Position {
        let line = self.line(offset);
        let start = self.starts.get(line as usize - 1).copied().unwrap_or(0);
        let before = &source[floor(source, start)..floor(source, offset)];
        // Most lines are ASCII, and some are a megabyte long.
        let units = if before.is_ascii() {
            before.len()
        } else {
            before.encode_utf16().count()
        };
        let column = units as u32 + 1;
        Position { line, column }
    }

    /// The span of a line (from 1) without its line break.
    #[must_use]
    pub fn line_span(&self, source: &str, line: u32) -> Span {
        let index = line.saturating_sub(1) as usize;
        let start = self.starts.get(index).copied().unwrap_or(source.len() as u32);
        let next = self.starts.get(index + 1).copied().unwrap_or(source.len() as u32);
        let text = Span::new(start, next).text(source);
        let length = text.trim_end_matches(['\n', '\r']).len();
        Span::new(start, start + length as u32)
    }
}

/// The last character boundary at or before `offset`.
fn floor(source: &str, offset: u32) -> usize {
    source.floor_char_boundary(offset as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_utf16_units() {
        let source = "a\n𝄞é = x";
        let map = LineMap::new(source);
        let offset = source.find('x').map_or(0, |at| at as u32);
        assert_eq!(map.position(source, offset), Position { line: 2, column: 7 });
    }

    #[test]
    fn every_kind_of_line_break_counts_once() {
        let map = LineMap::new("a\r\nb\rc\nd");
        assert_eq!(map.line_span("a\r\nb\rc\nd", 1), Span::new(0, 1));
        assert_eq!(map.line(6), 3);
    }

    #[test]
    fn offsets_outside_the_text_are_clamped() {
        let map = LineMap::new("ab");
        assert_eq!(map.position("ab", 99), Position { line: 1, column: 3 });
        assert_eq!(map.line_span("ab", 9), Span::at(2));
    }
}
