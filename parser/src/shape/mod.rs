//! The shaping pass: settles, by looking at what is near, everything in Groovy that an LR(1) grammar cannot.
//!
//! Which line breaks count, whether a brace opens a block or a closure, a declaration or a command, a cast or a
//! parenthesis, generics or less-than: each is one decision over token indices, bounded by a type, a bracket pair or a
//! line. Tokens are kept, retagged or left out, and marks of no width are put between them ([`Terminal`]), so every real
//! token keeps its span.
//!
//! The pass walks regions: a region is what stands between two brackets, and what a region is (a block, a class, a list)
//! decides how its tokens are read.

mod brackets;
mod closure;
mod command;
mod control;
mod declaration;
mod newline;
mod operand;
mod repair;
mod scan;
mod statement;
mod switch;
mod terminal;
mod types;

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use rovy_lexer::{Span, Token, TokenKind};

use crate::diagnostic::Diagnostic;
use operand::ends_operand;
pub(crate) use repair::Braces;
pub(crate) use terminal::{Shaped, Terminal};

/// The result of the pass.
#[derive(Debug, Default)]
pub(crate) struct Shape {
    pub terminals: Vec<Shaped>,
    pub diagnostics: Vec<Diagnostic>,
    /// Braces of blocks and classes that are never closed.
    pub unclosed: Vec<Span>,
}

/// Shapes the tokens of `source`. `parenthesized` holds the offsets of `(` that open no cast even though they could.
pub(crate) fn shape(source: &str, tokens: Vec<Token>, parenthesized: &[u32], braces: Braces) -> Shape {
    let balanced = match brackets::balance(source, tokens, braces) {
        Ok(balanced) => balanced,
        Err(refused) => {
            return Shape {
                diagnostics: vec![refused],
                ..Shape::default()
            };
        }
    };
    let end = balanced.tokens.len();
    let mut shaper = Shaper {
        source,
        parenthesized,
        out: Vec::with_capacity(end + end / 8),
        tokens: balanced.tokens,
        mates: balanced.mates,
        diagnostics: balanced.diagnostics,
        operand: false,
        can_end: false,
        block_after_arrow: false,
        call_end: false,
        annotations: 0,
        missing_arrow: None,
        no_type_args: RefCell::default(),
        annotations_end: RefCell::default(),
        switch_exprs: 0,
    };
    shaper.region(Region::Script, 0, end);
    Shape {
        terminals: shaper.out,
        diagnostics: shaper.diagnostics,
        unclosed: balanced.unclosed,
    }
}

/// What stands between two brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Region {
    /// The whole text.
    Script,
    /// Statements.
    Block,
    /// Statements, in a closure.
    Closure,
    /// Parameters up to an arrow, then statements.
    ClosureParams,
    /// Members.
    Class,
    /// Constants, then members.
    Enum,
    /// Cases of a statement, and of an expression.
    Switch,
    SwitchExpr,
    /// Declarations that `try` closes.
    Resources,
    /// An expression, or several with commas.
    Group,
    /// An annotation's members.
    Annotation,
    /// Declared parameters.
    Params,
    /// Names and their types before `=`.
    Names,
    /// `a; b; c`
    ForClassic,
}

impl Region {
    /// Whether statements follow one another in it.
    fn has_statements(self) -> bool {
        matches!(
            self,
            Self::Script
                | Self::Block
                | Self::Closure
                | Self::Class
                | Self::Enum
                | Self::Switch
                | Self::SwitchExpr
                | Self::Resources
        )
    }

    fn is_class(self) -> bool {
        matches!(self, Self::Class | Self::Enum)
    }

    fn declares_methods(self) -> bool {
        self.is_class() || self == Self::Script
    }

    fn is_switch(self) -> bool {
        matches!(self, Self::Switch | Self::SwitchExpr)
    }
}

/// Where in a chain of commands a statement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Command {
    /// Not in one.
    No,
    /// In arguments.
    Args,
    /// After a name, which was put out at this index.
    Name(usize),
}

/// What is known about the region that is being walked.
#[derive(Debug)]
struct Frame {
    region: Region,
    /// `?` without their `:` so far.
    ternaries: u32,
    /// After `case` or `default`, before their colon or arrow.
    in_case: bool,
    /// After `assert`, before its colon.
    in_assert: bool,
    /// A statement starts here.
    at_start: bool,
    /// The statement that starts is the body of a header such as `if (…)`.
    at_body: bool,
    /// A parameter starts here.
    at_param: bool,
    /// `do` without their `while` so far.
    dos: u32,
    command: Command,
    /// How many terminals came before the statement.
    first: usize,
    /// Where the marks of the statement's command are.
    marks: Vec<usize>,
}

impl Frame {
    fn new(region: Region) -> Self {
        Self {
            region,
            ternaries: 0,
            in_case: false,
            in_assert: false,
            at_start: region.has_statements() || region == Region::ForClassic,
            at_body: false,
            at_param: matches!(region, Region::Params | Region::ClosureParams | Region::Names),
            dos: 0,
            command: Command::No,
            first: 0,
            marks: Vec::new(),
        }
    }

    /// A new statement begins.
    fn restart(&mut self) {
        self.at_start = true;
        self.at_body = false;
        self.ternaries = 0;
        self.in_assert = false;
        self.command = Command::No;
        self.marks.clear();
    }

    /// The statements of a closure begin behind its arrow.
    fn begin_closure_body(&mut self) {
        self.region = Region::Closure;
        self.at_param = false;
        self.restart();
    }

    /// A statement begins that is the body of a header.
    fn begin_body(&mut self) {
        self.at_start = true;
        self.at_body = true;
        self.command = Command::No;
    }
}

struct Shaper<'s> {
    source: &'s str,
    parenthesized: &'s [u32],
    tokens: Vec<Token>,
    /// For each bracket the index of its mate; the token's own index for all else.
    mates: Vec<u32>,
    out: Vec<Shaped>,
    diagnostics: Vec<Diagnostic>,
    /// The last terminal ends an operand.
    operand: bool,
    /// The last terminal can end a statement.
    can_end: bool,
    /// A lambda's arrow came, and a brace follows: its block.
    block_after_arrow: bool,
    /// The last terminal ends the arguments of a call.
    call_end: bool,
    /// How many annotations are around, among whose members annotations are values.
    annotations: u32,
    /// The line break at which the arrow of a closure is missing.
    missing_arrow: Option<usize>,
    /// `<` that open no type arguments, so that none is looked at twice.
    no_type_args: RefCell<HashSet<usize>>,
    /// Where very many annotations end, by where each of them begins.
    annotations_end: RefCell<HashMap<usize, usize>>,
    /// How many switch expressions are around, in which `yield` is a keyword.
    switch_exprs: u32,
}

impl Shaper<'_> {
    // Looking at tokens. None of these can fail: behind the last token there are line breaks without end.

    fn kind(&self, at: usize) -> TokenKind {
        self.tokens.get(at).map_or(TokenKind::Newline, |token| token.kind)
    }

    fn span(&self, at: usize) -> Span {
        self.tokens
            .get(at)
            .map_or(Span::at(self.source.len() as u32), |token| token.span)
    }

    fn text(&self, at: usize) -> &str {
        self.span(at).text(self.source)
    }

    /// The index of the matching bracket.
    fn mate(&self, at: usize) -> usize {
        self.mates.get(at).map_or(at, |mate| *mate as usize)
    }

    /// The first token at or after `at` that is no line break.
    fn skip_newlines(&self, mut at: usize) -> usize {
        while at < self.tokens.len() && self.kind(at) == TokenKind::Newline {
            at += 1;
        }
        at
    }

    /// The kind of the last terminal that is a plain token.
    fn last_plain(&self) -> Option<TokenKind> {
        match self.out.last()?.terminal {
            Terminal::Plain(kind) => Some(kind),
            _ => None,
        }
    }

    // Putting out terminals.

    fn put(&mut self, terminal: Terminal, span: Span) {
        use TokenKind::*;
        self.operand = matches!(terminal, Terminal::Plain(kind) if ends_operand(kind));
        self.can_end = self.operand
            || matches!(
                terminal,
                Terminal::Plain(Return | Break | Continue) | Terminal::Empty | Terminal::ImportStar
            );
        self.call_end = false;
        self.out.push(Shaped { terminal, span });
    }

    /// Puts out the token at `at` as this terminal.
    fn put_as(&mut self, terminal: Terminal, at: usize) {
        self.put(terminal, self.span(at));
    }

    /// Puts out the token at `at` as it is.
    fn keep(&mut self, at: usize) {
        self.put_as(Terminal::Plain(self.kind(at)), at);
    }

    /// Puts out the token at `at` as a name.
    fn keep_as_name(&mut self, at: usize) {
        self.put_as(Terminal::Plain(TokenKind::Identifier), at);
    }

    /// Puts out a mark in front of the token at `at`.
    fn mark(&mut self, terminal: Terminal, at: usize) {
        self.out.push(Shaped {
            terminal,
            span: Span::at(self.span(at).start),
        });
    }

    /// What was put out last is no operand, though it looks like one, and it ends a statement.
    fn statement_ended(&mut self) {
        self.operand = false;
        self.can_end = true;
    }

    /// Walks the bracket at `at` as this region; returns the index behind it.
    fn bracketed(&mut self, open: Terminal, at: usize, region: Region) -> usize {
        let mate = self.mate(at);
        self.put_as(open, at);
        self.region(region, at + 1, mate);
        self.keep(mate);
        mate + 1
    }

    /// Walks the tokens from `from` up to `to`.
    fn region(&mut self, region: Region, from: usize, to: usize) {
        // Brackets nest up to a bound, but several calls of a debug build lie between two of these.
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || self.walk(region, from, to));
    }

    fn walk(&mut self, region: Region, from: usize, to: usize) {
        let mut frame = Frame::new(region);
        self.operand = false;
        self.can_end = false;
        self.block_after_arrow = false;
        let mut at = if region == Region::Enum {
            self.enum_constants(from, to)
        } else {
            from
        };
        while at < to {
            let next = if self.kind(at) == TokenKind::Newline {
                self.newline(&mut frame, at, to)
            } else if frame.at_start {
                self.statement(&mut frame, at)
            } else if frame.at_param {
                frame.at_param = false;
                self.parameter_head(at)
            } else {
                self.token(&mut frame, at)
            };
            at = next;
        }
        if frame.region.has_statements() {
            while self
                .out
                .last()
                .is_some_and(|shaped| shaped.terminal == Terminal::Separator)
            {
                self.out.pop();
            }
        }
    }
}
