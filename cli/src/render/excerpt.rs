//! The part of a source text that a finding is shown with.
//!
//! Rendering costs what it shows: of a large file only the marked lines are looked at, and of a very
//! long line only the neighbourhood of the mark.

use std::ops::Range;

use rovy_parser::{LineMap, Span};

/// Bytes kept on either side of a mark in a line that is longer than both together.
const MARGIN: usize = 120;

/// The largest part that is shown for marks in different lines.
const LARGEST: usize = 8 * 1024;

/// A part of a source text: whole lines, or a piece of a long one.
#[derive(Debug)]
pub struct Excerpt<'text> {
    /// The text to show.
    pub text: &'text str,
    /// The line that it begins in, from 1.
    pub first_line: u32,
    start: usize,
}

impl<'text> Excerpt<'text> {
    /// The lines that the spans begin in and all between, if that is not too much to show.
    pub fn covering(source: &'text str, lines: &LineMap, spans: impl Iterator<Item = Span> + Clone) -> Option<Self> {
        let first = spans.clone().map(|span| span.start).min()?;
        let last = spans.map(|span| span.start).max()?;
        let first_line = lines.line(first);
        let start = lines.line_span(source, first_line).range().start;
        let end = lines.line_span(source, lines.line(last)).range().end;
        let long = end.saturating_sub(start) > LARGEST || (first_line == lines.line(last) && end - start > 2 * MARGIN);
        (!long).then(|| Self {
            text: source.get(start..end).unwrap_or_default(),
            first_line,
            start,
        })
    }

    /// The line that a span begins in, or the neighbourhood of the span in a long line.
    pub fn around(source: &'text str, lines: &LineMap, span: Span) -> Self {
        let line = lines.line(span.start);
        let whole = lines.line_span(source, line).range();
        let kept = if whole.len() > 2 * MARGIN {
            let mark = span.start as usize;
            let from = mark.saturating_sub(MARGIN).max(whole.start);
            let to = mark.saturating_add(MARGIN).min(whole.end);
            source.floor_char_boundary(from)..source.ceil_char_boundary(to)
        } else {
            whole
        };
        Self {
            text: source.get(kept.clone()).unwrap_or_default(),
            first_line: line,
            start: kept.start,
        }
    }

    /// Where a span lies in the excerpt, as far as its first line; `None` for one that begins elsewhere.
    pub fn place(&self, span: Span) -> Option<Range<usize>> {
        let start = (span.start as usize).checked_sub(self.start)?;
        if start > self.text.len() {
            return None;
        }
        let start = self.text.floor_char_boundary(start);
        let line = self.text.get(start..)?.split(['\n', '\r']).next()?;
        let length = (span.end as usize).saturating_sub(self.start + start).min(line.len());
        Some(start..start + line.ceil_char_boundary(length))
    }

    /// The column of a place in characters, from 1, as the renderer counts it.
    pub fn column(&self, offset: usize) -> usize {
        let before = self.text.get(..offset).unwrap_or_default();
        let line = before.rsplit(['\n', '\r']).next().unwrap_or_default();
        line.chars().count() + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "first\nsecond ü line\nthird";

    #[test]
    fn a_line_and_the_marks_in_it() {
        let lines = LineMap::new(SOURCE);
        let excerpt = Excerpt::around(SOURCE, &lines, Span::new(13, 22));
        assert_eq!((excerpt.text, excerpt.first_line), ("second ü line", 2));
        assert_eq!(excerpt.place(Span::new(13, 15)), Some(7..9));
        assert_eq!(excerpt.place(Span::new(13, 99)), Some(7..14));
        assert_eq!(excerpt.place(Span::at(20)), Some(14..14));
        assert_eq!(excerpt.place(Span::new(0, 3)), None);
        assert_eq!(excerpt.place(Span::new(21, 23)), None);
        assert_eq!(excerpt.column(9), 9);
    }

    #[test]
    fn all_lines_between_marks() {
        let lines = LineMap::new(SOURCE);
        let spans = [Span::new(22, 23), Span::new(6, 9)];
        let excerpt = Excerpt::covering(SOURCE, &lines, spans.into_iter()).expect("an excerpt");
        assert_eq!((excerpt.text, excerpt.first_line), ("second ü line\nthird", 2));
        assert_eq!(excerpt.place(Span::new(6, 25)), Some(0..14));
        assert_eq!(excerpt.place(Span::new(22, 25)), Some(16..19));
        assert_eq!(excerpt.column(16), 2);
    }

    #[test]
    fn long_lines_are_cut_at_characters() {
        let source = "ü".repeat(100_000);
        let lines = LineMap::new(&source);
        let span = Span::new(100_001, 100_002);
        assert!(Excerpt::covering(&source, &lines, [span].into_iter()).is_none());
        let excerpt = Excerpt::around(&source, &lines, span);
        assert!(excerpt.text.len() <= 2 * MARGIN + 2);
        assert!(excerpt.place(span).is_some());
    }
}
