//! The actions of the grammar: nodes are made here, so that the grammar reads as one.
//!
//! A node that would exceed the bound on depth becomes an error node and a diagnostic, so no deep tree ever exists.

#![allow(
    clippy::vec_box,
    clippy::boxed_local,
    reason = "the grammar hands boxes to its actions"
)]

mod declaration;
mod literal;
mod operator;
mod path;
mod statement;

use std::collections::HashSet;

use rovy_lexer::{SmolStr, Span};

use crate::ast::*;
use crate::diagnostic::{Diagnostic, codes};

/// Makes nodes for one source text.
#[derive(Debug)]
pub(crate) struct Builder<'s> {
    source: &'s str,
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// Where paths start in which a `??.` came.
    safe_chains: HashSet<u32>,
    /// Depth was exceeded and reported.
    too_deep: bool,
}

/// What may stand between separators: not all of it everywhere.
#[derive(Debug)]
pub(crate) enum Item {
    Stmt(Stmt),
    Import(Box<Import>),
    Package(Box<Package>),
    Constructor(Box<ConstructorDecl>),
    Initializer(bool, Block),
}

/// What stands between separators, in order. Nearly all of it is statements, so these are kept as they will stay.
#[derive(Debug, Default)]
pub(crate) struct Items {
    statements: Vec<Stmt>,
    /// Everything else, each with the number of statements before it.
    others: Vec<(usize, Item)>,
}

impl Items {
    pub(crate) fn with(mut self, item: Item) -> Self {
        match item {
            Item::Stmt(stmt) => self.statements.push(stmt),
            other => self.others.push((self.statements.len(), other)),
        }
        self
    }

    /// All of it in the order of the text.
    fn in_order(self) -> impl Iterator<Item = Item> {
        let mut others = self.others.into_iter().peekable();
        let mut statements = self.statements.into_iter();
        let mut passed = 0;
        std::iter::from_fn(move || {
            if let Some((_, other)) = others.next_if(|(before, _)| *before <= passed) {
                return Some(other);
            }
            passed += 1;
            statements.next().map(Item::Stmt)
        })
    }
}

/// The operators that stand before their operand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Prefix {
    Not,
    BitNot,
    Minus,
    Plus,
    Increment,
    Decrement,
}

/// The dots before a member, as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dot {
    Plain,
    Safe,
    SafeChain,
    Spread,
}

/// The body of a class whose name is not known yet.
#[derive(Debug)]
pub(crate) struct RawBody {
    span: Span,
    constants: Vec<EnumConstant>,
    items: Items,
}

/// A part of a GString whose quotes are not known yet.
#[derive(Debug)]
pub(crate) enum RawPart {
    Text(Span),
    Part(GStringPart),
}

impl<'s> Builder<'s> {
    pub(crate) fn new(source: &'s str) -> Self {
        Self {
            source,
            diagnostics: Vec::new(),
            safe_chains: HashSet::new(),
            too_deep: false,
        }
    }

    /// The span of a node: where its last part is left out, the end that the grammar knows is the start of the next token.
    fn span(&self, l: u32, r: u32) -> Span {
        let text = Span::new(l, r).text(self.source);
        Span::new(l, l + text.trim_ascii_end().len() as u32)
    }

    fn text(&self, span: Span) -> &'s str {
        span.text(self.source)
    }

    pub(crate) fn error(&mut self, code: &'static str, span: Span, message: impl Into<String>) {
        self.diagnostics.push(Diagnostic::error(code, span, message));
    }

    /// An expression, or an error node if it is too deep.
    pub(crate) fn expr(&mut self, l: u32, kind: ExprKind, r: u32) -> Expr {
        let span = self.span(l, r);
        self.bounded(Expr::new(span, kind))
    }

    fn bounded(&mut self, expr: Expr) -> Expr {
        if expr.depth() < MAX_DEPTH {
            return expr;
        }
        self.report_depth(expr.span);
        Expr::new(expr.span, ExprKind::Error)
    }

    /// A statement, or an error node if it is too deep.
    pub(crate) fn stmt(&mut self, l: u32, kind: StmtKind, r: u32) -> Stmt {
        let span = self.span(l, r);
        let stmt = Stmt::new(span, kind);
        if stmt.depth() < MAX_DEPTH {
            return stmt;
        }
        self.report_depth(span);
        Stmt::new(span, StmtKind::Error)
    }

    fn report_depth(&mut self, span: Span) {
        if !std::mem::replace(&mut self.too_deep, true) {
            self.diagnostics.push(
                Diagnostic::error(
                    codes::TOO_DEEP,
                    span,
                    format!("this nests deeper than {MAX_DEPTH} levels"),
                )
                .help("move the inner parts to variables or methods of their own"),
            );
        }
    }

    /// The elements of a list whose rule returns boxes, to keep the parser's stack small.
    pub(crate) fn unboxed<T>(&mut self, list: Vec<Box<T>>) -> Vec<T> {
        list.into_iter().map(|item| *item).collect()
    }

    // Names.

    pub(crate) fn ident(&mut self, l: u32, r: u32) -> Ident {
        let span = self.span(l, r);
        Ident {
            span,
            name: self.text(span).into(),
        }
    }

    /// A dotted name; white space and comments between its parts are left out.
    pub(crate) fn qualified(&mut self, l: u32, r: u32) -> QualifiedName {
        let span = self.span(l, r);
        QualifiedName {
            span,
            name: self.joined(span),
        }
    }

    fn joined(&self, span: Span) -> SmolStr {
        let text = self.text(span);
        if !text
            .bytes()
            .any(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'/' | b'\\'))
        {
            return text.into();
        }
        let lexed = rovy_lexer::lex(text);
        let parts = lexed
            .tokens
            .iter()
            .filter(|token| token.kind != rovy_lexer::TokenKind::Newline);
        parts.map(|token| token.span.text(text)).collect()
    }
}
