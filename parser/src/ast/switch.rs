//! `switch`, as a statement or for its value.

use super::{Expr, Span, Stmt};

/// `switch (subject) { … }`, as a statement or for its value.
#[derive(Debug, Clone)]
pub struct Switch {
    /// What is compared.
    pub subject: Expr,
    /// The groups in order.
    pub groups: Vec<SwitchGroup>,
}

/// Labels and what they lead to.
#[derive(Debug, Clone)]
pub struct SwitchGroup {
    /// From the first label to the end of the body.
    pub span: Span,
    /// At least one.
    pub labels: Vec<CaseLabel>,
    /// Whether an arrow follows the last label: then nothing falls through and the body is one statement.
    pub arrow: bool,
    /// Empty only after the last labels.
    pub body: Vec<Stmt>,
}

/// `case a, b` or `default`
#[derive(Debug, Clone)]
pub struct CaseLabel {
    /// From the keyword to the colon or arrow.
    pub span: Span,
    /// What is matched: one value before a colon, several before an arrow, none for `default`.
    pub kind: CaseKind,
}

/// What a label matches.
#[derive(Debug, Clone)]
pub enum CaseKind {
    /// `case a, b`
    Case(Vec<Expr>),
    /// `default`
    Default,
}
