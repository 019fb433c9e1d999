//! Expressions.

use super::visit::depth_above;
use super::{
    Annotation, AssignOp, BinaryOp, Block, ClassBody, Ident, Link, LogicalOp, Member, Param, RangeKind, SmolStr, Span,
    Stmt, Switch, Text, TypeRef, UnaryOp,
};

/// An expression and its place.
#[derive(Debug, Clone)]
pub struct Expr {
    /// From its first character to its last.
    pub span: Span,
    /// What it is.
    pub kind: Box<ExprKind>,
    pub(super) depth: u16,
}

impl Expr {
    /// An expression of this kind.
    #[must_use]
    pub fn new(span: Span, kind: ExprKind) -> Self {
        let depth = depth_above(|each| kind.each_child(each));
        Self {
            span,
            kind: Box::new(kind),
            depth,
        }
    }

    /// The length of the longest path from here to a leaf, this node included.
    #[must_use]
    pub fn depth(&self) -> u16 {
        self.depth
    }

    /// The expression inside any number of parentheses.
    #[must_use]
    pub fn unparenthesized(&self) -> &Expr {
        let mut expr = self;
        while let ExprKind::Paren(inner) = &*expr.kind {
            expr = inner;
        }
        expr
    }
}

/// The kinds of expressions.
#[derive(Debug, Clone)]
pub enum ExprKind {
    /// `null`, `true`, numbers, plain strings.
    Literal(Literal),
    /// A string with something interpolated: at least one part is not text.
    GString(Vec<GStringPart>),
    /// A name: a local, parameter, property, class, or the head of a package name.
    Name(SmolStr),
    /// `this`
    This,
    /// `super`
    Super,
    /// A type that is no plain name: `int`, `void`, or `HashMap<String, Integer>` before `::new`. `String[]` is an index
    /// link without items on a name.
    Type(Box<TypeRef>),
    /// `(a)`; kept because `(a.b)()` calls the value of `a.b` and `[(a): 1]` has the value of `a` as its key.
    Paren(Expr),
    /// `[a, *b]`
    List(Vec<ListItem>),
    /// `[a: 1, (b): 2, *: c]`; `[:]` has no entries.
    Map(Vec<MapItem>),
    /// `{ a -> b }`
    Closure(Closure),
    /// `(a, b) -> c` or `a -> c`
    Lambda(Box<Lambda>),
    /// A call without a receiver in front: `f(1)`, `"$name" 1`, `f { }`. Calling anything else is [`LinkKind::Call`](super::LinkKind::Call).
    Call(Box<Call>),
    /// `this(…)` or `super(…)`: a constructor call in a constructor, otherwise a call of the method of that name.
    ConstructorCall(ConstructorTarget, Arguments),
    /// A value and at least one `.name`, `(…)`, `[…]`, `.&name` after it.
    Path(Expr, Vec<Link>),
    /// `new T(…)`, `new T(…) { … }`
    New(Box<New>),
    /// `new T[n]`, `new T[] { … }`
    NewArray(Box<NewArray>),
    /// `!a`, `~a`, `-a`, `+a`. A negative number is `-` before the literal: fold it there, since `2147483648` alone is a long.
    Unary(UnaryOp, Expr),
    /// `++a`, `a++`, `--a`, `a--`
    Increment(Increment),
    /// Operators of one precedence, evaluated from left to right: `first op operand op operand …` with at least one term.
    Binary(Expr, Vec<BinaryTerm>),
    /// `a && b && c` or `a || b || c`: at least two operands.
    Logical(LogicalOp, Vec<Expr>),
    /// `a..b` and its open forms.
    Range(Expr, RangeKind, Expr),
    /// `a instanceof T`; `true` for `!instanceof`.
    InstanceOf(Expr, bool, Box<TypeRef>),
    /// `a as T`
    As(Expr, Box<TypeRef>),
    /// `(T) a`
    Cast(Box<TypeRef>, Expr),
    /// `a ? b : c`
    Ternary(Box<Ternary>),
    /// `a ?: b`
    Elvis(Expr, Expr),
    /// `target = value`, `target += value`, `target ?= value`
    Assign(Expr, AssignOp, Expr),
    /// `(a, b) = value`
    MultiAssign(Vec<Ident>, Expr),
    /// `switch` used for its value. A `switch` with arrows at the start of a statement is one too.
    Switch(Box<Switch>),
    /// An annotation as the value of an annotation's member; nowhere else.
    Annotation(Box<Annotation>),
    /// Something unreadable, already reported.
    Error,
}

/// A literal.
#[derive(Debug, Clone, PartialEq)]
pub enum Literal {
    /// `null`
    Null,
    /// `true`, `false`
    Boolean(bool),
    /// An integer as written, without sign: see [`crate::number::Integer`].
    Integer(SmolStr),
    /// A decimal as written, without sign: see [`crate::number::Decimal`].
    Decimal(SmolStr),
    /// A string in any quotes without interpolation, escapes resolved.
    String(Text),
}

/// A part of a GString.
#[derive(Debug, Clone)]
pub enum GStringPart {
    /// Text between the values; never empty.
    Text(Text),
    /// `${a.b()}`, `$a.b`; `${}` is `null`.
    Value(Expr),
    /// `${a; b}`: several statements, which Groovy makes a closure and calls for the value at once.
    Block(Block),
    /// `${-> a}` or `${it -> a}`: a closure that is called each time the string is made.
    Lazy(Span, Closure),
}

/// An element of a list literal.
#[derive(Debug, Clone)]
pub enum ListItem {
    /// `a`
    Value(Expr),
    /// `*a`
    Spread(Expr),
}

/// An entry of a map literal.
#[derive(Debug, Clone)]
pub enum MapItem {
    /// `key: value`. A bare name or keyword is a string literal here; `(a): 1` is a parenthesised expression.
    Entry(Expr, Expr),
    /// `*: a`
    Spread(Expr),
}

/// `{ a, b = 1 -> … }`
#[derive(Debug, Clone)]
pub struct Closure {
    /// `None`: no arrow, so the implicit `it`. An empty list: `{ -> … }`, which takes nothing.
    pub params: Option<Vec<Param>>,
    /// What it does.
    pub body: Vec<Stmt>,
}

/// `(a, b) -> c`
#[derive(Debug, Clone)]
pub struct Lambda {
    /// Its parameters.
    pub params: Vec<Param>,
    /// After the arrow.
    pub body: LambdaBody,
}

/// What stands after a lambda's arrow.
#[derive(Debug, Clone)]
pub enum LambdaBody {
    /// An expression.
    Expr(Expr),
    /// A block.
    Block(Block),
}

/// A call without a receiver: `name(args)`.
#[derive(Debug, Clone)]
pub struct Call {
    /// What is called: a name, a quoted name or a GString.
    pub name: Member,
    /// The arguments, closures after the parentheses included.
    pub args: Arguments,
}

/// `this(…)` or `super(…)`
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConstructorTarget {
    /// `this(…)`
    This,
    /// `super(…)`
    Super,
}

/// The arguments of a call.
#[derive(Debug, Clone, Default)]
pub struct Arguments {
    /// From the opening parenthesis, first argument or closure to the end of the last.
    pub span: Span,
    /// In the order written. Named ones may stand anywhere; Groovy gathers them in one map in front.
    pub items: Vec<Arg>,
}

/// One argument of a call, or one item between index brackets.
#[derive(Debug, Clone)]
pub enum Arg {
    /// `a`
    Positional(Expr),
    /// `key: value`, key as in [`MapItem::Entry`].
    Named(Expr, Expr),
    /// `*a`
    Spread(Expr),
    /// `*: a`
    SpreadMap(Expr),
}

/// `new T(args) { body }`
#[derive(Debug, Clone)]
pub struct New {
    /// The class.
    pub ty: TypeRef,
    /// The constructor's arguments.
    pub args: Arguments,
    /// The body of an anonymous class.
    pub body: Option<ClassBody>,
}

/// `new T[a][b][]`, `new T[] { a, b }`
#[derive(Debug, Clone)]
pub struct NewArray {
    /// The innermost element type: without dimensions.
    pub element: TypeRef,
    /// The sizes given.
    pub sizes: Vec<Expr>,
    /// How many empty pairs of brackets follow the sizes.
    pub empty_dims: u32,
    /// The elements between braces.
    pub init: Option<Vec<Expr>>,
}

/// `++a`, `a--`
#[derive(Debug, Clone)]
pub struct Increment {
    /// What is changed.
    pub target: Expr,
    /// Up (`++`, `next`) or down (`--`, `previous`).
    pub down: bool,
    /// Whether the operator stands before, so that the value is the new one.
    pub prefix: bool,
}

/// `op operand` in a chain of operators.
#[derive(Debug, Clone)]
pub struct BinaryTerm {
    /// The operator.
    pub op: BinaryOp,
    /// Where the operator stands.
    pub op_span: Span,
    /// What follows it.
    pub operand: Expr,
}

/// `condition ? then : otherwise`
#[derive(Debug, Clone)]
pub struct Ternary {
    /// Decides.
    pub condition: Expr,
    /// The value if it is true.
    pub then: Expr,
    /// The value if it is not.
    pub otherwise: Expr,
}
