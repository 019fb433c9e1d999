//! Exceptions and passed limits for people: class and message, the source line with the place marked, and the script's frames.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use rovy_interp::value::Place;
use rovy_parser::{LineMap, Span};

use super::excerpt::Excerpt;

/// How many frames are shown; endless recursion has thousands.
const MOST_FRAMES: usize = 50;

/// What is shown of a fault.
#[derive(Debug, Default)]
pub struct Trouble {
    /// `java.lang.IllegalStateException: message`, or what else happened.
    pub title: String,
    /// The script's frames, innermost first.
    pub frames: Vec<Place>,
    /// The titles and frames of its causes.
    pub causes: Vec<(String, Vec<Place>)>,
}

impl Trouble {
    /// The whole report, without a line break at the end. `source` finds the text of a script file.
    pub fn report(&self, source: &dyn Fn(&str) -> Option<String>, colored: bool) -> String {
        let mut report = self.title.clone();
        if let Some(excerpt) = self.frames.first().and_then(|place| marked(place, source, colored)) {
            report.push('\n');
            report.push_str(&excerpt);
        }
        push_frames(&mut report, &self.frames);
        for (title, frames) in &self.causes {
            report.push_str("\ncaused by ");
            report.push_str(title);
            push_frames(&mut report, frames);
        }
        report
    }
}

fn push_frames(report: &mut String, frames: &[Place]) {
    for place in frames.iter().take(MOST_FRAMES) {
        let Place {
            method,
            file,
            line,
            column,
            ..
        } = place;
        report.push_str(&format!("\n    at {method}({file}:{line}:{column})"));
    }
    if let Some(more) = frames.len().checked_sub(MOST_FRAMES).filter(|more| *more > 0) {
        report.push_str(&format!("\n    … and {more} more"));
    }
}

/// The source line of a place with the word there marked.
fn marked(place: &Place, source: &dyn Fn(&str) -> Option<String>, colored: bool) -> Option<String> {
    let text = source(&place.file)?;
    let lines = LineMap::new(&text);
    let span = word_at(&text, &lines, place)?;
    let excerpt = Excerpt::around(&text, &lines, span);
    let mark = excerpt.place(span)?;
    let snippet = Snippet::source(excerpt.text)
        .line_start(excerpt.first_line as usize)
        .path(&*place.file)
        .annotation(AnnotationKind::Primary.span(mark.clone()));
    let group = Group::with_level(Level::ERROR).element(snippet);
    let renderer = if colored { Renderer::styled() } else { Renderer::plain() };
    let rendered = renderer.render(&[group]).to_string();
    let shown = excerpt.column(mark.start);
    Some(super::terminal::with_column(
        rendered,
        &place.file,
        &text,
        &lines,
        span,
        shown,
    ))
}

/// The word that begins at a place, or the one character there.
fn word_at(text: &str, lines: &LineMap, place: &Place) -> Option<Span> {
    let line = lines.line_span(text, place.line);
    let mut units = place.column.saturating_sub(1) as usize;
    let mut start = line.start as usize;
    for c in line.text(text).chars() {
        if units == 0 {
            break;
        }
        units = units.saturating_sub(c.len_utf16());
        start += c.len_utf8();
    }
    let rest = text.get(start..line.end as usize)?;
    let word = rest
        .find(|c: char| !c.is_alphanumeric() && c != '_')
        .unwrap_or(rest.len());
    let length = word.max(rest.chars().next().map_or(0, char::len_utf8));
    Some(Span::new(
        u32::try_from(start).ok()?,
        u32::try_from(start + length).ok()?,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(method: &str, line: u32, column: u32) -> Place {
        Place {
            method: method.into(),
            class: "A".into(),
            file: "A.groovy".into(),
            line,
            column,
        }
    }

    #[test]
    fn an_exception_with_its_place_and_frames() {
        let trouble = Trouble {
            title: "java.lang.IllegalStateException: no".to_owned(),
            frames: vec![place("find", 2, 5), place("run", 4, 1)],
            causes: vec![("java.io.IOException: gone".to_owned(), vec![place("find", 1, 1)])],
        };
        let source = |_: &str| Some("def find() {\n    throw new X('😀')\n}\nfind()\n".to_owned());
        insta::assert_snapshot!(trouble.report(&source, false));
    }

    #[test]
    fn endless_recursion_is_cut() {
        let trouble = Trouble {
            title: "java.lang.StackOverflowError".to_owned(),
            frames: vec![place("f", 1, 1); 10_000],
            causes: Vec::new(),
        };
        let report = trouble.report(&|_| None, false);
        assert!(
            report.ends_with("    at f(A.groovy:1:1)\n    … and 9950 more"),
            "{report}"
        );
    }

    #[test]
    fn places_outside_the_text_are_not_marked() {
        let trouble = Trouble {
            title: "X".to_owned(),
            frames: vec![place("f", 9, 9)],
            causes: Vec::new(),
        };
        let report = trouble.report(&|_| Some("a".to_owned()), false);
        assert!(report.starts_with("X\n"), "{report}");
    }
}
