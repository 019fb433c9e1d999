//! Tokens, and the rules by which `logos` finds all of them but strings and comments.

use logos::Logos;

use crate::span::Span;

/// A token and its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it stands. Its text is looked up in the source.
    pub span: Span,
}

/// The kinds of tokens.
///
/// `>>` and `>>>` are single `>` here, since generics close with them; what `as`, `in`, `record` and the like mean depends
/// on what surrounds them, and keywords may be names after a dot.
#[derive(Logos, Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[logos(skip r"[ \t]+")]
#[logos(skip r"\\(\r\n|\n|\r)")]
#[expect(missing_docs, reason = "the rule beside each says it")]
pub enum TokenKind {
    /// Any run of line breaks, with blank and comment lines between them.
    #[regex(r"\r\n|\n|\r")]
    Newline,

    #[regex(r"[\p{L}\p{Nl}\p{Sc}\p{Pc}][\p{L}\p{Nl}\p{Sc}\p{Pc}\p{Nd}\p{Mn}\p{Mc}]*")]
    Identifier,
    #[regex(r"0[xX][0-9a-fA-F][0-9a-fA-F_]*[gGlLiI]?")]
    #[regex(r"0[bB][01][01_]*[gGlLiI]?")]
    #[regex(r"[0-9][0-9_]*[gGlLiI]?")]
    Integer,
    #[regex(r"([0-9][0-9_]*)?\.[0-9][0-9_]*([eE][+-]?[0-9][0-9_]*)?[gGfFdD]?")]
    #[regex(r"[0-9][0-9_]*[eE][+-]?[0-9][0-9_]*[gGfFdD]?")]
    #[regex(r"[0-9][0-9_]*[fFdD]")]
    Decimal,
    /// `0x1p3`: Groovy reads the form and then refuses the number.
    #[regex(r"0[xX][0-9a-fA-F][0-9a-fA-F_]*\.?[pP][+-]?[0-9][0-9_]*[gGfFdD]?")]
    #[regex(r"0[xX]([0-9a-fA-F][0-9a-fA-F_]*)?\.[0-9a-fA-F][0-9a-fA-F_]*[pP][+-]?[0-9][0-9_]*[gGfFdD]?")]
    HexDecimal,

    /// A string without interpolation, quotes included.
    String,
    /// The opening quotes of a string with interpolation.
    GStringStart,
    /// Text between interpolations; never empty.
    GStringText,
    /// `${`, or the `$` of `$name`.
    InterpolationOpen,
    /// `}`, or nothing (after `$name`).
    InterpolationClose,
    /// The closing quotes.
    GStringEnd,
    // The openers below never leave the lexer: it reads on to the string's end.
    #[token("'''")]
    TripleSingleQuote,
    #[token("'")]
    SingleQuote,
    #[token("\"\"\"")]
    TripleDoubleQuote,
    #[token("\"")]
    DoubleQuote,
    #[token("$/")]
    DollarSlash,
    #[token("//")]
    LineComment,
    #[token("/*")]
    BlockComment,
    #[token("#!")]
    Shebang,

    #[token("abstract")]
    Abstract,
    #[token("as")]
    As,
    #[token("assert")]
    Assert,
    #[token("break")]
    Break,
    #[token("case")]
    Case,
    #[token("catch")]
    Catch,
    #[token("class")]
    Class,
    #[token("const")]
    Const,
    #[token("continue")]
    Continue,
    #[token("def")]
    Def,
    #[token("default")]
    Default,
    #[token("do")]
    Do,
    #[token("else")]
    Else,
    #[token("enum")]
    Enum,
    #[token("extends")]
    Extends,
    #[token("false")]
    False,
    #[token("final")]
    Final,
    #[token("finally")]
    Finally,
    #[token("for")]
    For,
    #[token("goto")]
    Goto,
    #[token("if")]
    If,
    #[token("implements")]
    Implements,
    #[token("import")]
    Import,
    #[token("in")]
    In,
    #[token("instanceof")]
    Instanceof,
    #[token("interface")]
    Interface,
    #[token("native")]
    Native,
    #[token("new")]
    New,
    #[token("non-sealed")]
    NonSealed,
    #[token("null")]
    Null,
    #[token("package")]
    Package,
    #[token("permits")]
    Permits,
    #[regex("boolean|byte|char|double|float|int|long|short")]
    Primitive,
    #[token("private")]
    Private,
    #[token("protected")]
    Protected,
    #[token("public")]
    Public,
    #[token("record")]
    Record,
    #[token("return")]
    Return,
    #[token("sealed")]
    Sealed,
    #[token("static")]
    Static,
    #[token("strictfp")]
    Strictfp,
    #[token("super")]
    Super,
    #[token("switch")]
    Switch,
    #[token("synchronized")]
    Synchronized,
    #[token("this")]
    This,
    #[token("threadsafe")]
    Threadsafe,
    #[token("throw")]
    Throw,
    #[token("throws")]
    Throws,
    #[token("trait")]
    Trait,
    #[token("transient")]
    Transient,
    #[token("true")]
    True,
    #[token("try")]
    Try,
    #[token("var")]
    Var,
    #[token("void")]
    Void,
    #[token("volatile")]
    Volatile,
    #[token("while")]
    While,
    #[token("yield")]
    Yield,

    #[token("(")]
    LeftParen,
    #[token(")")]
    RightParen,
    #[token("[")]
    LeftBracket,
    #[token("?[")]
    SafeBracket,
    #[token("]")]
    RightBracket,
    #[token("{")]
    LeftBrace,
    #[token("}")]
    RightBrace,
    #[token(",")]
    Comma,
    #[token(";")]
    Semicolon,
    #[token(":")]
    Colon,
    #[token("@")]
    At,
    #[token("->")]
    Arrow,
    #[token("...")]
    Ellipsis,

    #[token(".")]
    Dot,
    #[token("?.")]
    SafeDot,
    #[token("??.")]
    SafeChainDot,
    #[token("*.")]
    SpreadDot,
    #[token(".&")]
    MethodPointer,
    #[token("::")]
    MethodReference,

    #[token("..")]
    Range,
    #[token("..<")]
    RangeExclusiveRight,
    #[token("<..")]
    RangeExclusiveLeft,
    #[token("<..<")]
    RangeExclusiveBoth,
    #[token("?")]
    Question,
    #[token("?:")]
    Elvis,
    #[token("=")]
    Assign,
    #[token("+=")]
    PlusAssign,
    #[token("-=")]
    MinusAssign,
    #[token("*=")]
    StarAssign,
    #[token("/=")]
    SlashAssign,
    #[token("%=")]
    PercentAssign,
    #[token("**=")]
    PowerAssign,
    #[token("<<=")]
    ShiftLeftAssign,
    #[token(">>=")]
    ShiftRightAssign,
    #[token(">>>=")]
    ShiftRightUnsignedAssign,
    #[token("&=")]
    AndAssign,
    #[token("|=")]
    OrAssign,
    #[token("^=")]
    XorAssign,
    #[token("?=")]
    ElvisAssign,
    #[token("||")]
    OrOr,
    #[token("&&")]
    AndAnd,
    #[token("|")]
    Or,
    #[token("^")]
    Xor,
    #[token("&")]
    And,
    #[token("==")]
    Equal,
    #[token("!=")]
    NotEqual,
    #[token("===")]
    Identical,
    #[token("!==")]
    NotIdentical,
    #[token("<=>")]
    Compare,
    #[token("=~")]
    Find,
    #[token("==~")]
    Match,
    #[token("<")]
    Less,
    #[token("<=")]
    LessEqual,
    #[token(">")]
    Greater,
    #[token(">=")]
    GreaterEqual,
    #[token("<<")]
    ShiftLeft,
    #[token("+")]
    Plus,
    #[token("-")]
    Minus,
    #[token("*")]
    Star,
    #[token("/")]
    Slash,
    #[token("%")]
    Percent,
    #[token("**")]
    Power,
    #[token("++")]
    Increment,
    #[token("--")]
    Decrement,
    #[token("!")]
    Not,
    #[token("~")]
    BitNot,
    /// `!in`, before white space or a bracket.
    NotIn,
    /// `!instanceof`, before white space.
    NotInstanceof,
}

impl TokenKind {
    /// Whether a `/` after this token divides; after any other it may open a slashy string.
    #[must_use]
    pub(crate) const fn divides(self) -> bool {
        matches!(
            self,
            Self::Decrement
                | Self::Increment
                | Self::This
                | Self::RightBrace
                | Self::RightBracket
                | Self::RightParen
                | Self::InterpolationClose
                | Self::GStringEnd
                | Self::Null
                | Self::String
                | Self::True
                | Self::False
                | Self::Integer
                | Self::Decimal
                | Self::HexDecimal
                | Self::Identifier
        )
    }

    /// Whether this is a word: a name or a keyword.
    #[must_use]
    pub const fn is_word(self) -> bool {
        self.is_keyword() || matches!(self, Self::Identifier)
    }

    /// Whether this is a keyword of any sort, the contextual ones included.
    #[must_use]
    pub const fn is_keyword(self) -> bool {
        self as u8 >= Self::Abstract as u8 && self as u8 <= Self::Yield as u8
    }
}

/// A name that `$` interpolates: without `$` itself.
#[derive(Logos, Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum InterpolatedName {
    #[regex(r"[\p{L}\p{Nl}\p{Pc}[\p{Sc}--[$]]][\p{L}\p{Nl}\p{Pc}[\p{Sc}--[$]]\p{Nd}\p{Mn}\p{Mc}]*")]
    Name,
}
