//! The syntax tree of a Groovy source file.
//!
//! One node type for expressions ([`Expr`]), one for statements ([`Stmt`]), plain structures for the rest. Both node types
//! are a [`Span`] and a boxed kind, so a `Vec` of them moves cheaply and the parser's stack stays small. The tree owns its
//! text and is `Send + Sync`.
//!
//! What lowering may rely on:
//!
//! - **Depth is bounded.** No path from the root is longer than [`MAX_DEPTH`] nodes; what exceeds it was replaced by an error
//!   node and reported. Chains that people write long are flat: `a + b - c` is one [`ExprKind::Binary`], `a && b && c` one
//!   [`ExprKind::Logical`], `a.b().c()[d]` one [`ExprKind::Path`].
//! - **Command chains are calls.** `a b c d` is the tree of `a(b).c(d)`.
//! - **Errors are nodes.** [`ExprKind::Error`] and [`StmtKind::Error`] stand where something could not be read; there is a
//!   diagnostic for each.
//! - **Nothing is resolved.** `a.b.C` is a path whether `a` is a package or a variable; `Foo x` is a declaration.

mod chain;
mod decl;
mod expr;
mod operator;
mod path;
mod stmt;
mod switch;
mod types;
mod visit;

#[cfg(test)]
mod tests;

pub(crate) use chain::depth_of_arguments;
pub use decl::*;
pub use expr::*;
pub use operator::*;
pub use path::*;
pub use rovy_lexer::{SmolStr, Span, Text};
pub use stmt::*;
pub use switch::*;
pub use types::*;
pub use visit::Child;

/// The longest path from the root to a leaf, in expressions and statements.
pub const MAX_DEPTH: u16 = 2_000;

/// How deep brackets may nest in the text.
pub const MAX_NESTING: usize = 1_000;

/// A source file: a script, classes, or both.
#[derive(Debug, Clone, Default)]
pub struct CompilationUnit {
    /// The whole text.
    pub span: Span,
    /// `package a.b`
    pub package: Option<Package>,
    /// Imports in order, wherever in the script they stood.
    pub imports: Vec<Import>,
    /// Everything else in order: statements, and the declarations of methods and classes where they stood.
    pub statements: Vec<Stmt>,
}

/// A name with its place.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Ident {
    /// Where it stands; with its quotes for a quoted name.
    pub span: Span,
    /// The name; empty where it is missing, which was reported.
    pub name: SmolStr,
}

/// A dotted name such as `java.util.Map`, its parts joined by dots whatever stood between them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct QualifiedName {
    /// From the first part to the last.
    pub span: Span,
    /// The joined name.
    pub name: SmolStr,
}

impl QualifiedName {
    /// The part after the last dot.
    #[must_use]
    pub fn simple(&self) -> &str {
        self.name.rsplit('.').next().unwrap_or(&self.name)
    }

    /// The part before the last dot, if there is one.
    #[must_use]
    pub fn qualifier(&self) -> Option<&str> {
        self.name.rsplit_once('.').map(|(before, _)| before)
    }
}

/// `package a.b`
#[derive(Debug, Clone)]
pub struct Package {
    /// From the annotations to the name.
    pub span: Span,
    /// Annotations before it.
    pub annotations: Vec<Annotation>,
    /// The package.
    pub name: QualifiedName,
}

/// `import a.B`, `import a.*`, `import static a.B.c as d`
#[derive(Debug, Clone)]
pub struct Import {
    /// From the annotations to the end.
    pub span: Span,
    /// Annotations before it (`@Grab` likes to stand here).
    pub annotations: Vec<Annotation>,
    /// `import static`
    pub is_static: bool,
    /// The name without `.*`: a class, a package before a star, or a class and its member after `static`.
    pub name: QualifiedName,
    /// Whether `.*` follows.
    pub star: bool,
    /// The name after `as`.
    pub alias: Option<Ident>,
}
