//! Errors of the lexer and the grammar as diagnostics in the words of a person.

use lalrpop_util::ParseError;
use rovy_lexer::{LexError, LexErrorKind, Quote, Span, TokenKind};

use crate::advice;
use crate::diagnostic::{Diagnostic, codes};
use crate::expected::describe;
use crate::recovery::{SyntaxError, written};
use crate::shape::{Shaped, Terminal};

/// The diagnostic for an error of the grammar, noticed at the terminal with index `at`.
pub(crate) fn diagnostic(source: &str, terminals: &[Shaped], at: usize, error: &SyntaxError) -> Diagnostic {
    let expected = match error {
        ParseError::UnrecognizedToken { expected, .. } | ParseError::UnrecognizedEof { expected, .. } => expected,
        ParseError::InvalidToken { .. } | ParseError::ExtraToken { .. } => &Vec::new(),
        ParseError::User { error } => match *error {},
    };
    let terminal = terminals.get(at).map(|shaped| shaped.terminal);
    let next = written(terminals, at);
    let span = next.map_or(Span::at(source.len() as u32), |shaped| shaped.span);
    let found = match span.text(source) {
        "" => "the end of the text".to_owned(),
        text => format!("`{}`", first_line(text)),
    };
    if let Some(keyword) = advice::keyword_as_name(source, terminals, at, expected) {
        return keyword;
    }
    let advice = advice::about(source, terminals, at, expected);
    let expected = describe(expected);
    let kind = next.and_then(|shaped| match shaped.terminal {
        Terminal::Plain(kind) => Some(kind),
        _ => None,
    });
    let message = match (terminal, kind) {
        (Some(Terminal::CommandArgs | Terminal::CommandName), _) if advice::in_case_label(terminals, at) => {
            format!("found {found}, expected `:` after `case`")
        }
        (Some(Terminal::CommandArgs | Terminal::CommandName), _) => {
            format!("found {found}: an operator, a comma or a line break is missing before it")
        }
        (_, Some(kind)) if misplaced_keyword(kind).is_some() => misplaced_keyword(kind).unwrap_or_default().to_owned(),
        _ if expected.is_empty() => format!("unexpected {found}"),
        _ => format!("found {found}, expected {expected}"),
    };
    let diagnostic = Diagnostic::error(codes::UNEXPECTED_TOKEN, span, message);
    let diagnostic = Diagnostic {
        help: advice,
        ..diagnostic
    };
    // An error at the end of a line is noticed at the first token of the next one.
    match terminal {
        Some(Terminal::Separator) => {
            let end = terminals
                .get(at.wrapping_sub(1))
                .map_or(span.start, |before| before.span.end);
            diagnostic.label(Span::at(end), "the statement before it is not complete here")
        }
        _ => diagnostic,
    }
}

/// What a keyword lacks that cannot stand where it was found.
fn misplaced_keyword(kind: TokenKind) -> Option<&'static str> {
    Some(match kind {
        TokenKind::Else => "found `else` without an `if` before it",
        TokenKind::Catch => "found `catch` without a `try` before it",
        TokenKind::Finally => "found `finally` without a `try` before it",
        TokenKind::Case => "found `case` outside a `switch`",
        TokenKind::Default => "found `default` outside a `switch`",
        _ => return None,
    })
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

/// The diagnostic for an error of the lexer.
pub(crate) fn lexical(source: &str, error: &LexError) -> Diagnostic {
    let text = error.span.text(source);
    let new = |code, message: &str| Diagnostic::error(code, error.span, message);
    match error.kind {
        LexErrorKind::UnexpectedCharacter => unexpected_character(error.span, text),
        LexErrorKind::UnclosedString(quote) => unclosed_string(error.span, quote),
        LexErrorKind::UnclosedComment => {
            new(codes::UNCLOSED_COMMENT, "this comment is never closed").help("add `*/` where it ends")
        }
        LexErrorKind::UnclosedInterpolation => {
            new(codes::UNCLOSED_INTERPOLATION, "this `${` is never closed").help("add `}` before the string goes on")
        }
        LexErrorKind::InvalidEscape => invalid_escape(source, error),
        LexErrorKind::LoneDollar => new(
            codes::LONE_DOLLAR,
            "`$` must be followed by a name or `{` in this string",
        )
        .help("write `\\$` for the character itself"),
        LexErrorKind::InvalidOctal => new(
            codes::INVALID_NUMBER,
            "a number that begins with 0 is octal and has no digits 8 and 9",
        ),
        LexErrorKind::UnderscoreAtEnd => new(
            codes::INVALID_NUMBER,
            "underscores can only stand between the digits of a number",
        ),
        LexErrorKind::HexDecimal => new(
            codes::INVALID_NUMBER,
            "a hexadecimal number cannot have a fraction or an exponent",
        ),
        LexErrorKind::MisplacedShebang => new(codes::MISPLACED_SHEBANG, "`#!` can only stand on the first line"),
    }
}

fn unexpected_character(span: Span, text: &str) -> Diagnostic {
    let code = text.chars().next().map_or(0, u32::from);
    let shown = if text
        .chars()
        .all(|c| c.is_control() || c.is_whitespace() || (0x2000..0x2010).contains(&code))
    {
        format!("unexpected character U+{code:04X}")
    } else {
        format!("unexpected character `{text}`")
    };
    let help = match text {
        "“" | "”" | "„" | "«" | "»" => Some("quotes in Groovy are `\"` or `'`".to_owned()),
        "‘" | "’" | "‚" => Some("quotes in Groovy are `'` or `\"`".to_owned()),
        "–" | "—" | "−" => Some("the minus sign in Groovy is `-`".to_owned()),
        "\u{A0}" => Some("this is a non-breaking space: replace it by an ordinary one".to_owned()),
        "\u{200B}" | "\u{FEFF}" => Some("this character is invisible: remove it".to_owned()),
        "#" => Some("comments in Groovy begin with `//`".to_owned()),
        _ => None,
    };
    Diagnostic {
        help,
        ..Diagnostic::error(codes::UNEXPECTED_CHARACTER, span, shown)
    }
}

fn unclosed_string(span: Span, quote: Quote) -> Diagnostic {
    let place = if quote.is_one_line() {
        "on this line"
    } else {
        "to the end of the text"
    };
    let close = quote.close();
    let message = format!("this string is not closed: `{close}` is missing {place}");
    Diagnostic {
        help: quote
            .is_one_line()
            .then(|| format!("close it with `{close}`, or write `{close}{close}{close}` around text of several lines")),
        ..Diagnostic::error(codes::UNCLOSED_STRING, span, message)
    }
}

fn invalid_escape(source: &str, error: &LexError) -> Diagnostic {
    let place = error.label.unwrap_or(error.span);
    let escape = place.text(source);
    let message = format!("`{escape}` is no escape in this string");
    let help = match escape {
        "\\u" => "four hexadecimal digits must follow `\\u`",
        _ => "write `\\\\` for a backslash, or use a slashy string: `/…/`",
    };
    Diagnostic::error(codes::INVALID_ESCAPE, error.span, message)
        .label(place, "this backslash")
        .help(help)
}
