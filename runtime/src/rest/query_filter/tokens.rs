//! The tokens of a query filter, read one ahead of the parser.
//!
//! Tokens end at a blank, `(` or `)` only: a quote inside a word belongs to the word, and `!` needs a
//! blank or a parenthesis behind it.

use super::QueryFilterError;

/// A piece of a filter's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A parenthesis or a quote.
    Mark(char),
    /// What stands between two quotes, without its escapes.
    Text(String),
    /// Anything else.
    Word(String),
}

impl Token {
    /// The token as written.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Mark(mark) => mark.to_string(),
            Self::Text(text) | Self::Word(text) => text.clone(),
        }
    }

    /// Whether it is this word, in any case.
    pub(super) fn is_word(&self, word: &str) -> bool {
        matches!(self, Self::Word(text) if text.eq_ignore_ascii_case(word))
    }
}

/// Where the reader stands with respect to quotes.
enum State {
    Outside,
    Inside(char),
    AtClosingQuote,
}

/// Reads tokens with one token of lookahead.
pub(super) struct Tokens<'text> {
    rest: &'text str,
    /// What has been read, with the escapes removed: error messages show the filter that way.
    read: String,
    state: State,
    ahead: Option<Token>,
}

impl<'text> Tokens<'text> {
    pub(super) fn new(text: &'text str) -> Result<Self, QueryFilterError> {
        let mut tokens = Self {
            rest: text,
            read: String::new(),
            state: State::Outside,
            ahead: None,
        };
        tokens.advance()?;
        Ok(tokens)
    }

    /// The next token, which stays.
    pub(super) fn peek(&self) -> Option<&Token> {
        self.ahead.as_ref()
    }

    /// Takes the next token and reads the one behind it.
    pub(super) fn next(&mut self) -> Result<Option<Token>, QueryFilterError> {
        let token = self.ahead.take();
        self.advance()?;
        Ok(token)
    }

    /// The filter as messages show it.
    pub(super) fn shown(&self) -> String {
        format!("{}{}", self.read, self.rest)
    }

    fn advance(&mut self) -> Result<(), QueryFilterError> {
        self.ahead = match self.state {
            State::Outside => self.outside(),
            State::Inside(quote) => Some(self.inside(quote)?),
            State::AtClosingQuote => {
                self.state = State::Outside;
                self.take().map(Token::Mark)
            }
        };
        Ok(())
    }

    fn take(&mut self) -> Option<char> {
        let next = self.rest.chars().next()?;
        self.rest = &self.rest[next.len_utf8()..];
        self.read.push(next);
        Some(next)
    }

    fn outside(&mut self) -> Option<Token> {
        while self.rest.starts_with(' ') {
            self.take();
        }
        let first = self.take()?;
        match first {
            '(' | ')' => return Some(Token::Mark(first)),
            '"' | '\'' => {
                self.state = State::Inside(first);
                return Some(Token::Mark(first));
            }
            _ => {}
        }
        let mut word = String::from(first);
        while let Some(next) = self.rest.chars().next() {
            if matches!(next, ' ' | '(' | ')') {
                break;
            }
            word.push(next);
            self.take();
        }
        Some(Token::Word(word))
    }

    fn inside(&mut self, quote: char) -> Result<Token, QueryFilterError> {
        let mut text = String::new();
        while let Some(next) = self.rest.chars().next() {
            if next == quote {
                break;
            }
            if next == '\\' {
                self.rest = &self.rest[1..];
            }
            match self.take() {
                Some(taken) => text.push(taken),
                None => return Err(QueryFilterError::TrailingEscape),
            }
        }
        self.state = State::AtClosingQuote;
        Ok(Token::Text(text))
    }
}
