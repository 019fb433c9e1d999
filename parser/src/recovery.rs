//! Runs the grammar, and goes on after an error: the statement in which it stands is taken out and everything is read again.
//!
//! Reading again costs a run for each error, but needs no error rules in the grammar, knows brackets, and leaves no
//! follow-up errors. How often it is done is bounded.

use std::cell::Cell;
use std::convert::Infallible;
use std::ops::Range;

use lalrpop_util::ParseError;
use rovy_lexer::{Span, TokenKind};

use crate::ast::CompilationUnit;
use crate::build::Builder;
use crate::diagnostic::Diagnostic;
use crate::error;
use crate::groovy::UnitParser;
use crate::shape::{Shaped, Terminal};

/// How many errors are reported.
const MAX_ERRORS: usize = 100;

/// How many terminals are read again in all.
const MAX_REREAD: usize = 20_000_000;

/// An error of the grammar.
pub(crate) type SyntaxError = ParseError<u32, Terminal, Infallible>;

/// Reads the terminals of `source`. `known` are the findings so far: a statement with one of them is not reported again.
pub(crate) fn parse(
    source: &str,
    mut terminals: Vec<Shaped>,
    known: &[Diagnostic],
) -> (CompilationUnit, Vec<Diagnostic>) {
    let mut errors = Vec::new();
    let mut reread = 0;
    loop {
        let mut builder = Builder::new(source);
        let (failed, at) = match run(&mut builder, &terminals) {
            Ok(unit) => {
                errors.append(&mut builder.diagnostics);
                return (unit, errors);
            }
            Err(failure) => failure,
        };
        let statement = statement_around(&terminals, at);
        let span = statement_span(&terminals, &statement, source);
        let is_known = |finding: &Diagnostic| {
            let places = finding.labels.iter().map(|label| label.span).chain([finding.span]);
            finding.is_error()
                && places
                    .into_iter()
                    .any(|place| span.start <= place.start && place.start <= span.end)
        };
        let again = terminals
            .get(at)
            .is_some_and(|shaped| shaped.terminal == Terminal::Unreadable);
        if !again && !known.iter().any(is_known) {
            errors.push(error::diagnostic(source, &terminals, at, &failed));
        }
        reread += terminals.len();
        if errors.len() >= MAX_ERRORS || reread > MAX_REREAD || statement.is_empty() {
            return (CompilationUnit::default(), errors);
        }
        terminals.splice(
            statement,
            [Shaped {
                terminal: Terminal::Unreadable,
                span,
            }],
        );
    }
}

/// Runs the grammar once. An error comes with the index of the terminal at which it was noticed.
fn run(builder: &mut Builder<'_>, terminals: &[Shaped]) -> Result<CompilationUnit, (SyntaxError, usize)> {
    let at = Cell::new(0);
    let stream = terminals.iter().enumerate().map(|(index, shaped)| {
        at.set(index);
        Ok((shaped.span.start, shaped.terminal, shaped.span.end))
    });
    UnitParser::new().parse(builder, stream).map_err(|error| {
        let index = if matches!(error, ParseError::UnrecognizedEof { .. }) {
            terminals.len()
        } else {
            at.get()
        };
        (error, index)
    })
}

/// The innermost statement around the terminal at `at`. One that was taken out already does not count.
fn statement_around(terminals: &[Shaped], at: usize) -> Range<usize> {
    let mut inside = at;
    loop {
        let start = statement_start(terminals, inside);
        let end = statement_end(terminals, inside);
        let spent = match terminals.get(start..end) {
            None | Some([]) => true,
            Some([only]) => only.terminal == Terminal::Unreadable,
            Some(_) => false,
        };
        if !spent {
            return start..end;
        }
        if start == 0 {
            return 0..terminals.len();
        }
        inside = start - 1;
    }
}

/// Where the statement begins to which the terminal at `at` belongs. A separator belongs to the statement before it.
fn statement_start(terminals: &[Shaped], at: usize) -> usize {
    let mut closed = 0usize;
    for index in (0..at.min(terminals.len())).rev() {
        let terminal = terminals
            .get(index)
            .map_or(Terminal::Separator, |shaped| shaped.terminal);
        if terminal.closes() {
            closed += 1;
        } else if terminal.opens() && closed > 0 {
            closed -= 1;
        } else if terminal.opens_statements() || closed == 0 && terminal == Terminal::Separator {
            return index + 1;
        }
    }
    0
}

/// Where it ends: at the separator or the bracket behind it.
fn statement_end(terminals: &[Shaped], at: usize) -> usize {
    let start = statement_start(terminals, at);
    let mut open = 0usize;
    for (index, shaped) in terminals.iter().enumerate().skip(start) {
        if shaped.terminal.opens() {
            open += 1;
        } else if shaped.terminal.closes() {
            match open.checked_sub(1) {
                Some(rest) => open = rest,
                None => return index,
            }
        } else if open == 0 && shaped.terminal == Terminal::Separator {
            return index;
        }
    }
    terminals.len()
}

fn statement_span(terminals: &[Shaped], statement: &Range<usize>, source: &str) -> Span {
    let end = Span::at(source.len() as u32);
    let first = terminals.get(statement.start).map_or(end, |shaped| shaped.span);
    let last = terminals
        .get(statement.end.wrapping_sub(1))
        .map_or(end, |shaped| shaped.span);
    first.to(last)
}

/// The first terminal at or behind `at` that is written in the text and no mere separator.
pub(crate) fn written(terminals: &[Shaped], at: usize) -> Option<Shaped> {
    let behind = terminals.get(at..).unwrap_or_default();
    behind.iter().copied().find(|shaped| {
        let line_break =
            shaped.terminal == Terminal::Separator || shaped.terminal == Terminal::Plain(TokenKind::Newline);
        !shaped.span.is_empty() && !line_break
    })
}
