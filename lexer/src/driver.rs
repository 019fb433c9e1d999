//! Runs `logos` over code, and takes over inside strings and comments.

use logos::Logos;

use crate::error::{LexError, LexErrorKind};
use crate::quote::Quote;
use crate::scan::{self, Stop};
use crate::span::Span;
use crate::token::{Token, TokenKind};

/// What [`lex`] makes of a source text.
#[derive(Debug, Clone, Default)]
pub struct Lexed {
    /// The tokens in order. Line breaks and comments between them leave at most one [`TokenKind::Newline`].
    pub tokens: Vec<Token>,
    /// The comments in order, their delimiters included.
    pub comments: Vec<Span>,
    /// What could not be read, in order.
    pub errors: Vec<LexError>,
}

/// Splits `source` into tokens. Never fails: what is no token is an error, and reading goes on behind it.
///
/// Only the first 4 GiB are read, since spans are 32 bits wide.
#[must_use]
pub fn lex(source: &str) -> Lexed {
    let source = source
        .get(..source.floor_char_boundary(u32::MAX as usize))
        .unwrap_or(source);
    let mut driver = Driver {
        source,
        code: TokenKind::lexer(source),
        lexed: Lexed {
            tokens: Vec::with_capacity(source.len() / 4),
            ..Lexed::default()
        },
        open: Vec::new(),
        no_dollar_slash: false,
    };
    driver.run();
    driver.lexed
}

/// A bracket that is open, or a string around an interpolation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    /// `(` or `[`, in which line breaks do not count.
    Group,
    /// The `(` after `try`, in which they do.
    Resources,
    /// `{`
    Brace,
    /// `${` in a string: the offset of its `$`.
    Interpolation(Quote, u32),
}

struct Driver<'s> {
    source: &'s str,
    code: logos::Lexer<'s, TokenKind>,
    lexed: Lexed,
    open: Vec<Open>,
    /// A `$/` was found without a `/$` after it: there is none for later ones either.
    no_dollar_slash: bool,
}

impl Driver<'_> {
    fn run(&mut self) {
        if self.source.starts_with('\u{FEFF}') {
            self.code.bump('\u{FEFF}'.len_utf8());
        }
        while let Some(kind) = self.code.next() {
            let span = self.code.span();
            match kind {
                Ok(kind) => self.token(kind, span.start, span.end),
                Err(()) => self.error(LexErrorKind::UnexpectedCharacter, span.start, span.end),
            }
        }
        let end = self.source.len();
        while let Some(open) = self.open.pop() {
            if let Open::Interpolation(_, dollar) = open {
                self.close_interpolation(dollar, end, end);
            }
        }
    }

    fn token(&mut self, kind: TokenKind, start: usize, end: usize) {
        match kind {
            TokenKind::Newline => self.newline(start, end),
            TokenKind::SingleQuote => self.string(Quote::Single, start, end),
            TokenKind::TripleSingleQuote => self.string(Quote::TripleSingle, start, end),
            TokenKind::DoubleQuote => self.string(Quote::Double, start, end),
            TokenKind::TripleDoubleQuote => self.string(Quote::TripleDouble, start, end),
            TokenKind::DollarSlash => self.dollar_slash(start, end),
            TokenKind::Slash | TokenKind::SlashAssign => self.slash(kind, start, end),
            TokenKind::LineComment => self.line_comment(start),
            TokenKind::BlockComment => self.block_comment(start),
            TokenKind::Shebang => self.shebang(start),
            TokenKind::Integer | TokenKind::Decimal | TokenKind::HexDecimal => self.number(kind, start, end),
            TokenKind::Not => self.not(start, end),
            TokenKind::LeftParen | TokenKind::LeftBracket | TokenKind::SafeBracket | TokenKind::LeftBrace => {
                let after_try = self
                    .lexed
                    .tokens
                    .last()
                    .is_some_and(|token| token.kind == TokenKind::Try);
                self.open.push(match kind {
                    TokenKind::LeftBrace => Open::Brace,
                    TokenKind::LeftParen if after_try => Open::Resources,
                    _ => Open::Group,
                });
                self.push(kind, start, end);
            }
            TokenKind::RightParen | TokenKind::RightBracket => {
                self.open.pop_if(|open| matches!(open, Open::Group | Open::Resources));
                self.push(kind, start, end);
            }
            TokenKind::RightBrace => self.right_brace(start, end),
            _ => self.push(kind, start, end),
        }
    }

    fn push(&mut self, kind: TokenKind, start: usize, end: usize) {
        self.lexed.tokens.push(Token {
            kind,
            span: Span::new(start as u32, end as u32),
        });
    }

    fn error(&mut self, kind: LexErrorKind, start: usize, end: usize) {
        self.lexed.errors.push(LexError {
            kind,
            span: Span::new(start as u32, end as u32),
            label: None,
        });
    }

    /// Moves on to `end`.
    fn skip_to(&mut self, end: usize) {
        let at = self.code.span().end;
        self.code.bump(end.saturating_sub(at));
    }

    fn newline(&mut self, start: usize, end: usize) {
        if self
            .lexed
            .tokens
            .last()
            .is_some_and(|token| token.kind != TokenKind::Newline)
        {
            self.push(TokenKind::Newline, start, end);
        }
    }

    fn right_brace(&mut self, start: usize, end: usize) {
        while let Some(open) = self.open.pop() {
            match open {
                Open::Group | Open::Resources => {}
                Open::Brace => break,
                Open::Interpolation(quote, _) => {
                    self.push(TokenKind::InterpolationClose, start, end);
                    self.gstring(quote, end);
                    return;
                }
            }
        }
        self.push(TokenKind::RightBrace, start, end);
    }

    fn not(&mut self, start: usize, end: usize) {
        let rest = self.code.remainder();
        let follows = |word: &str, next: &[char]| rest.strip_prefix(word).is_some_and(|rest| rest.starts_with(next));
        let (kind, length) = if follows("in", &[' ', '\t', '\r', '\n', '[', '(', '{']) {
            (TokenKind::NotIn, "in".len())
        } else if follows("instanceof", &[' ', '\t', '\r', '\n']) {
            (TokenKind::NotInstanceof, "instanceof".len())
        } else {
            (TokenKind::Not, 0)
        };
        self.skip_to(end + length);
        self.push(kind, start, end + length);
    }

    fn number(&mut self, kind: TokenKind, start: usize, end: usize) {
        let text = self.source.get(start..end).unwrap_or_default();
        let digits = text.strip_suffix(['g', 'G', 'l', 'L', 'i', 'I']).unwrap_or(text);
        let octal = digits.starts_with('0')
            && digits.len() > 1
            && digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'_'));
        let digit = if kind == TokenKind::Decimal {
            u8::is_ascii_digit
        } else {
            u8::is_ascii_hexdigit
        };
        let loose = |pair: &[u8]| matches!(pair, [b'_', next] if !digit(next) && *next != b'_');
        if digits.ends_with('_') || digits.as_bytes().windows(2).any(loose) {
            self.error(LexErrorKind::UnderscoreAtEnd, start, end);
        } else if kind == TokenKind::Integer && octal && digits.contains(['8', '9']) {
            self.error(LexErrorKind::InvalidOctal, start, end);
        } else if kind == TokenKind::HexDecimal {
            self.error(LexErrorKind::HexDecimal, start, end);
        }
        self.push(kind, start, end);
    }

    // Comments.

    fn line_comment(&mut self, start: usize) {
        let rest = self.code.remainder();
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        self.comment(start, self.code.span().end + length);
    }

    fn comment(&mut self, start: usize, end: usize) {
        self.skip_to(end);
        self.lexed.comments.push(Span::new(start as u32, end as u32));
    }

    fn block_comment(&mut self, start: usize) {
        let rest = self.code.remainder();
        let length = match rest.find("*/") {
            Some(length) => length + 2,
            None => {
                self.error(LexErrorKind::UnclosedComment, start, start + 2);
                rest.len()
            }
        };
        self.comment(start, self.code.span().end + length);
    }

    fn shebang(&mut self, start: usize) {
        let before = self
            .source
            .get(..start)
            .unwrap_or_default()
            .trim_start_matches('\u{FEFF}');
        if !before.trim_matches([' ', '\t']).is_empty() && !self.follows_shebang(before) {
            self.error(LexErrorKind::MisplacedShebang, start, start + 2);
        }
        self.line_comment(start);
    }

    /// Whether only lines that start with `#!` come before.
    fn follows_shebang(&self, before: &str) -> bool {
        let shebang = self
            .lexed
            .comments
            .last()
            .is_some_and(|comment| comment.text(self.source).starts_with("#!"));
        shebang && self.lexed.tokens.is_empty() && before.ends_with(['\n', '\r'])
    }

    // Strings.

    /// A `/`, or `/=`, which may open a string.
    fn slash(&mut self, kind: TokenKind, start: usize, end: usize) {
        let mut before = self.lexed.tokens.iter().rev().map(|token| token.kind);
        let hidden = self.open.last() == Some(&Open::Group);
        let previous = before.find(|kind| !(hidden && *kind == TokenKind::Newline));
        if previous.is_none_or(|kind| !kind.divides()) {
            let piece = scan::piece(self.source, Quote::Slashy, start + 1, true);
            if !matches!(piece.stop, Stop::Open(_)) {
                self.string_piece(Quote::Slashy, start, start + 1, piece);
                return;
            }
        }
        self.push(kind, start, end);
    }

    /// A `$/`: it opens a string that is closed and has something in it, else it is a variable `$` that is divided.
    fn dollar_slash(&mut self, start: usize, end: usize) {
        if !self.no_dollar_slash {
            let piece = scan::piece(self.source, Quote::DollarSlashy, end, true);
            match piece.stop {
                Stop::Close { text_end, .. } if text_end == end => {}
                Stop::Open(at) => self.no_dollar_slash = at == self.source.len(),
                _ => {
                    self.string_piece(Quote::DollarSlashy, start, end, piece);
                    return;
                }
            }
        }
        self.push(TokenKind::Identifier, start, start + 1);
        let assigns = self.code.remainder().starts_with('=');
        let end = if assigns { end + 1 } else { end };
        self.skip_to(end);
        self.push(
            if assigns {
                TokenKind::SlashAssign
            } else {
                TokenKind::Slash
            },
            start + 1,
            end,
        );
    }

    fn string(&mut self, quote: Quote, start: usize, end: usize) {
        let piece = scan::piece(self.source, quote, end, true);
        self.string_piece(quote, start, end, piece);
    }

    /// The first piece of a string whose text begins at `text`.
    fn string_piece(&mut self, quote: Quote, start: usize, text: usize, piece: scan::Piece) {
        if let Some(escape) = piece.bad_escape {
            self.bad_escape(start, text, escape);
        }
        match piece.stop {
            Stop::Close { after, .. } => {
                self.skip_to(after);
                self.push(TokenKind::String, start, after);
            }
            Stop::Open(end) => self.unclosed_string(quote, start, text, end),
            Stop::Interpolation(dollar) => {
                self.push(TokenKind::GStringStart, start, text);
                self.text(text, dollar);
                if self.interpolation(quote, dollar) {
                    let next = self.code.span().end;
                    self.gstring(quote, next);
                }
            }
        }
    }

    fn bad_escape(&mut self, start: usize, text: usize, escape: usize) {
        let length = self
            .source
            .get(escape + 1..)
            .and_then(|rest| rest.chars().next())
            .map_or(0, char::len_utf8);
        let label = Span::new(escape as u32, (escape + 1 + length) as u32);
        let span = Span::new(start as u32, text as u32);
        self.lexed.errors.push(LexError {
            kind: LexErrorKind::InvalidEscape,
            span,
            label: Some(label),
        });
    }

    /// Ends a string whose `${` at `dollar` was never closed.
    fn close_interpolation(&mut self, dollar: u32, at: usize, end: usize) {
        let dollar = dollar as usize;
        self.error(LexErrorKind::UnclosedInterpolation, dollar, dollar + 2);
        self.push(TokenKind::InterpolationClose, at, at);
        self.push(TokenKind::GStringEnd, at, end);
    }

    /// A string that is never closed: it is taken to end at `end`, the end of its line or of the text.
    fn unclosed_string(&mut self, quote: Quote, start: usize, text: usize, end: usize) {
        // `"${name"`: what looks like the start of a string is the end of the one around.
        if let Some(Open::Interpolation(outer, dollar)) = self.open.last().copied()
            && outer == quote
            && quote.is_one_line()
            && !self
                .source
                .get(dollar as usize..start)
                .unwrap_or_default()
                .contains(['\n', '\r'])
        {
            self.open.pop();
            self.close_interpolation(dollar, start, text);
            return;
        }
        self.error(LexErrorKind::UnclosedString(quote), start, text);
        self.skip_to(end);
        self.push(TokenKind::String, start, end);
    }

    /// The rest of a string after an interpolation. Goes on until the string ends or code begins.
    fn gstring(&mut self, quote: Quote, from: usize) {
        let mut from = from;
        loop {
            let piece = scan::piece(self.source, quote, from, false);
            if let Some(escape) = piece.bad_escape {
                self.bad_escape(from, from, escape);
            }
            match piece.stop {
                Stop::Close { text_end, after } => {
                    self.text(from, text_end);
                    self.skip_to(after);
                    self.push(TokenKind::GStringEnd, text_end, after);
                    return;
                }
                Stop::Open(end) => {
                    self.error(LexErrorKind::UnclosedString(quote), from, end);
                    self.text(from, end);
                    self.skip_to(end);
                    self.push(TokenKind::GStringEnd, end, end);
                    return;
                }
                Stop::Interpolation(dollar) => {
                    self.text(from, dollar);
                    if !self.interpolation(quote, dollar) {
                        return;
                    }
                    from = self.code.span().end;
                }
            }
        }
    }

    fn text(&mut self, start: usize, end: usize) {
        if start < end {
            self.push(TokenKind::GStringText, start, end);
        }
    }

    /// The `$` at `dollar`. Whether the string's text goes on behind it: after `${` code comes first.
    fn interpolation(&mut self, quote: Quote, dollar: usize) -> bool {
        let inside = dollar + 1;
        if self.source.as_bytes().get(inside) == Some(&b'{') {
            self.skip_to(inside + 1);
            self.push(TokenKind::InterpolationOpen, dollar, inside + 1);
            self.open.push(Open::Interpolation(quote, dollar as u32));
            return false;
        }
        let length = scan::interpolated_name(self.source, inside);
        if length == 0 {
            self.error(LexErrorKind::LoneDollar, dollar, inside);
            self.skip_to(inside);
            return true;
        }
        self.push(TokenKind::InterpolationOpen, dollar, inside);
        self.names(inside, length);
        true
    }

    /// The `a.b.c` of `$a.b.c`, whose first name is `length` bytes long.
    fn names(&mut self, start: usize, length: usize) {
        let mut end = start + length;
        self.push(TokenKind::Identifier, start, end);
        while self.source.as_bytes().get(end) == Some(&b'.') {
            let length = scan::interpolated_name(self.source, end + 1);
            if length == 0 {
                break;
            }
            self.push(TokenKind::Dot, end, end + 1);
            self.push(TokenKind::Identifier, end + 1, end + 1 + length);
            end += 1 + length;
        }
        self.skip_to(end);
        self.push(TokenKind::InterpolationClose, end, end);
    }
}
