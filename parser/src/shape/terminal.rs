//! What the shaping pass hands to the grammar.

use rovy_lexer::{Span, TokenKind};

/// A terminal and its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shaped {
    pub terminal: Terminal,
    pub span: Span,
}

/// The terminals of the grammar: tokens whose meaning was plain, tokens whose meaning the pass settled, and marks of no
/// width in front of what they announce.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Terminal {
    /// A token that means what it says. Keywords used as names are [`TokenKind::Identifier`] here.
    Plain(TokenKind),

    /// The end of a statement: line breaks, semicolons, or both.
    Separator,
    /// A `;` where a statement must stand.
    Empty,
    /// A statement that could not be read and was reported.
    Unreadable,

    // Braces.
    /// `{` of a block.
    BlockOpen,
    /// `{` of a closure without arrow.
    ClosureOpen,
    /// `{` of a closure with parameters and an arrow.
    ClosureParamsOpen,
    /// `${` of an interpolation with an arrow.
    InterpolationParamsOpen,
    /// `{` of a class's body.
    ClassOpen,
    /// `{` of an enum's body.
    EnumOpen,
    /// `{` around cases.
    SwitchOpen,
    /// `{` around the elements of an array.
    ArrayOpen,

    // Parentheses and square brackets.
    /// `(` before a type that casts, and its `)`.
    CastOpen,
    CastClose,
    /// `(` around the parameters of a lambda.
    LambdaOpen,
    /// `(` around arguments.
    CallOpen,
    /// `(` after `if`, `for`, `while` and the like.
    HeadOpen,
    /// `(` around declared parameters.
    ParamsOpen,
    /// `(` around the names of a multiple assignment.
    MultiOpen,
    /// `(` after an annotation's name.
    AnnotationOpen,
    /// `[` of an index.
    IndexOpen,
    /// `[` around an array's size.
    SizeOpen,

    // Names and types.
    /// A name before a lambda's arrow.
    LambdaName,
    /// A name and its colon before a statement.
    Label,
    /// A dotted name where a type must stand, primitives and `void` included.
    TypeName,
    /// `@` and an annotation's dotted name.
    Annotation,
    /// `<`, `>` and `?` of type arguments.
    TypeOpen,
    TypeClose,
    Wildcard,
    /// `[]` of a type.
    Dims,
    /// `.*` of an import.
    ImportStar,

    // Colons, arrows, operators.
    /// `:` after a key.
    KeyColon,
    /// `:` of a conditional expression.
    TernaryColon,
    /// `:` and `->` after `case` and `default`.
    CaseColon,
    CaseArrow,
    /// `:` before the message of an assertion.
    AssertColon,
    /// `:` or `in` in the head of a loop.
    ForIn,
    /// `>>` and `>>>`
    ShiftRight,
    ShiftRightUnsigned,
    /// `@` after a dot.
    AttributeAt,

    // Keywords with two uses.
    /// `for` over elements, and `for` with semicolons.
    ForEach,
    ForClassic,
    /// `while` after the body of `do`.
    DoWhile,
    /// `switch` used for its value.
    SwitchExpr,
    /// `default` after the member of an annotation type.
    DefaultValue,
    /// `static` before an initialiser's block.
    StaticInit,

    // Marks.
    /// Variables are declared.
    DeclareVariables,
    /// A method or constructor is declared.
    DeclareMethod,
    /// A class is declared.
    DeclareClass,
    /// The constants of an enum.
    EnumConstants,
    /// `(a, b) = …` without modifiers.
    AssignMulti,
    /// The arguments of a command.
    CommandArgs,
    /// The next name in a chain of commands.
    CommandName,
}

impl Terminal {
    /// Whether this opens a bracket of any sort.
    pub(crate) fn opens(self) -> bool {
        use TokenKind::*;
        match self {
            Self::Plain(kind) => matches!(
                kind,
                LeftParen | LeftBracket | SafeBracket | LeftBrace | InterpolationOpen
            ),
            Self::CastOpen
            | Self::LambdaOpen
            | Self::CallOpen
            | Self::HeadOpen
            | Self::ParamsOpen
            | Self::MultiOpen => true,
            Self::AnnotationOpen | Self::IndexOpen | Self::SizeOpen | Self::ArrayOpen | Self::SwitchOpen => true,
            _ => self.opens_statements(),
        }
    }

    /// Whether this opens a bracket between whose ends statements or members follow one another.
    pub(crate) fn opens_statements(self) -> bool {
        matches!(
            self,
            Self::BlockOpen
                | Self::ClosureOpen
                | Self::ClosureParamsOpen
                | Self::ClassOpen
                | Self::EnumOpen
                | Self::SwitchOpen
                | Self::InterpolationParamsOpen
                | Self::Plain(TokenKind::InterpolationOpen)
        )
    }

    /// Whether this closes a bracket of any sort.
    pub(crate) fn closes(self) -> bool {
        use TokenKind::*;
        matches!(
            self,
            Self::Plain(RightParen | RightBracket | RightBrace | InterpolationClose) | Self::CastClose
        )
    }
}
