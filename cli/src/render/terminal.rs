//! Findings for people, in the manner of rustc.

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};
use rovy_parser::{Diagnostic, LineMap, Severity, Span};

use super::excerpt::Excerpt;

/// The finding with the marked source line and the labels, without a line break at the end.
pub fn diagnostic(path: &str, source: &str, lines: &LineMap, found: &Diagnostic, colored: bool) -> String {
    let level = match found.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let spans = std::iter::once(found.span).chain(found.labels.iter().map(|label| label.span));
    let main = Excerpt::covering(source, lines, spans).unwrap_or_else(|| Excerpt::around(source, lines, found.span));
    let mark = main.place(found.span).unwrap_or_default();
    let mut snippet = snippet(path, &main).annotation(AnnotationKind::Primary.span(mark.clone()));
    let mut elsewhere = Vec::new();
    for label in &found.labels {
        match main.place(label.span) {
            Some(mark) => {
                let annotation = AnnotationKind::Context.span(mark).label(&label.message);
                snippet = snippet.annotation(annotation);
            }
            None => elsewhere.push((Excerpt::around(source, lines, label.span), label)),
        }
    }
    let mut group = Group::with_title(level.primary_title(&found.message).id(found.code)).element(snippet);
    for (excerpt, label) in &elsewhere {
        let mark = excerpt.place(label.span).unwrap_or_default();
        let annotation = AnnotationKind::Context.span(mark).label(&label.message);
        group = group.element(self::snippet(path, excerpt).annotation(annotation));
    }
    if let Some(help) = &found.help {
        group = group.element(Level::HELP.message(help));
    }
    let renderer = if colored { Renderer::styled() } else { Renderer::plain() };
    let rendered = renderer.render(&[group]);
    with_column(rendered, path, source, lines, found.span, main.column(mark.start))
}

fn snippet<'text>(path: &'text str, excerpt: &Excerpt<'text>) -> Snippet<'text, Annotation<'text>> {
    Snippet::source(excerpt.text)
        .line_start(excerpt.first_line as usize)
        .path(path)
}

/// The renderer counts characters, and from the beginning of a cut line; ours are UTF-16 units of the file.
pub(super) fn with_column(
    rendered: String,
    path: &str,
    source: &str,
    lines: &LineMap,
    span: Span,
    shown: usize,
) -> String {
    let position = lines.position(source, span.start);
    if position.column as usize == shown {
        return rendered;
    }
    let line = position.line;
    rendered.replacen(
        &format!("{path}:{line}:{shown}"),
        &format!("{path}:{line}:{}", position.column),
        1,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rendered(source: &str, found: &Diagnostic) -> String {
        diagnostic("A.groovy", source, &LineMap::new(source), found, false)
    }

    #[test]
    fn a_finding_with_labels_and_help() {
        let source = "def x = 1\n\tfoo(bar[1)\n";
        let found = Diagnostic::error("E0103", Span::new(20, 21), "expected `]`, found `)`")
            .label(Span::new(18, 19), "opened here")
            .label(Span::new(4, 5), "declared here")
            .help("close the bracket");
        insta::assert_snapshot!(rendered(source, &found));
    }

    #[test]
    fn an_end_of_file() {
        let found = Diagnostic::error("E0102", Span::at(2), "unexpected end of the file");
        insta::assert_snapshot!(rendered("x\n", &found));
    }

    #[test]
    fn columns_count_utf16_units() {
        let found = Diagnostic::warning("W0001", Span::new(7, 8), "odd");
        let text = rendered("'😀' + y", &found);
        assert!(text.contains("A.groovy:1:6\n"), "{text}");
    }

    #[test]
    fn a_long_line_is_cut_and_keeps_its_column() {
        let source = format!("{}x", "(".repeat(1_000_000));
        let found = Diagnostic::error("E0101", Span::new(1_000_000, 1_000_001), "too deep");
        let text = rendered(&source, &found);
        assert!(text.contains("A.groovy:1:1000001\n"), "{text}");
        assert!(text.len() < 1000, "{text}");
    }

    #[test]
    fn labels_far_away_stand_apart() {
        let source = format!("open {{\n{}}}\n", "line\n".repeat(10_000));
        let found =
            Diagnostic::error("E0101", Span::at(source.len() as u32 - 2), "odd").label(Span::new(5, 6), "opened here");
        insta::assert_snapshot!(rendered(&source, &found));
    }
}
