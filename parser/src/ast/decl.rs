//! Declarations: modifiers, annotations, variables, methods, classes.

use super::{Arguments, Block, Expr, Ident, QualifiedName, Span, TypeParam, TypeRef};

/// What stands before a declaration.
#[derive(Debug, Clone, Default)]
pub struct Modifiers {
    /// From the first to the last; empty (at the declaration's start) where there are none.
    pub span: Span,
    /// In order.
    pub annotations: Vec<Annotation>,
    /// In order, duplicates (reported) included.
    pub keywords: Vec<(Modifier, Span)>,
}

impl Modifiers {
    /// Whether this modifier is among them.
    #[must_use]
    pub fn has(&self, modifier: Modifier) -> bool {
        self.keywords.iter().any(|(keyword, _)| *keyword == modifier)
    }

    /// The annotation whose simple name this is.
    #[must_use]
    pub fn annotation(&self, simple: &str) -> Option<&Annotation> {
        self.annotations
            .iter()
            .find(|annotation| annotation.name.simple() == simple)
    }

    /// Whether there is neither an annotation nor a keyword.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.annotations.is_empty() && self.keywords.is_empty()
    }
}

/// The keywords among modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Modifier {
    Def,
    Var,
    Final,
    Static,
    Public,
    Private,
    Protected,
    Abstract,
    Transient,
    Volatile,
    Synchronized,
    Native,
    Strictfp,
    Default,
    Sealed,
    NonSealed,
}

impl Modifier {
    /// The keyword as written.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Def => "def",
            Self::Var => "var",
            Self::Final => "final",
            Self::Static => "static",
            Self::Public => "public",
            Self::Private => "private",
            Self::Protected => "protected",
            Self::Abstract => "abstract",
            Self::Transient => "transient",
            Self::Volatile => "volatile",
            Self::Synchronized => "synchronized",
            Self::Native => "native",
            Self::Strictfp => "strictfp",
            Self::Default => "default",
            Self::Sealed => "sealed",
            Self::NonSealed => "non-sealed",
        }
    }
}

/// `@Name(a = 1)`
#[derive(Debug, Clone)]
pub struct Annotation {
    /// From the `@` to the closing parenthesis.
    pub span: Span,
    /// Its class.
    pub name: QualifiedName,
    /// Its members in order.
    pub members: Vec<AnnotationMember>,
}

/// `a = 1`, or a value alone.
#[derive(Debug, Clone)]
pub struct AnnotationMember {
    /// `None`: the member `value`.
    pub name: Option<Ident>,
    /// An expression, a list of values, or an annotation ([`super::ExprKind::Annotation`]).
    pub value: Expr,
}

/// `def a = 1, b`: local variables, or fields and properties in a class.
#[derive(Debug, Clone)]
pub struct VariableDecl {
    /// Before the type.
    pub modifiers: Modifiers,
    /// The type of them all.
    pub ty: Option<TypeRef>,
    /// At least one.
    pub variables: Vec<Variable>,
}

/// `a = 1` in a declaration.
#[derive(Debug, Clone)]
pub struct Variable {
    /// From the name to the end of the value.
    pub span: Span,
    /// Its name.
    pub name: Ident,
    /// Its first value.
    pub value: Option<Expr>,
}

/// A parameter of a method, closure, lambda or record.
#[derive(Debug, Clone)]
pub struct Param {
    /// From the modifiers to the default.
    pub span: Span,
    /// Before the type.
    pub modifiers: Modifiers,
    /// Absent: `Object`.
    pub ty: Option<TypeRef>,
    /// `T... name`
    pub varargs: bool,
    /// Its name.
    pub name: Ident,
    /// The value of an argument left out.
    pub default: Option<Expr>,
}

/// `modifiers <T> ty name(params) throws E { }`
#[derive(Debug, Clone)]
pub struct MethodDecl {
    /// From the modifiers to the closing brace.
    pub span: Span,
    /// Before the type.
    pub modifiers: Modifiers,
    /// `<T>` before the return type.
    pub type_params: Vec<TypeParam>,
    /// Absent: `Object`.
    pub return_type: Option<TypeRef>,
    /// A name, or a string in quotes.
    pub name: Ident,
    /// In order.
    pub params: Vec<Param>,
    /// After `throws`.
    pub throws: Vec<TypeRef>,
    /// Absent in interfaces and for abstract methods.
    pub body: Option<Block>,
    /// `int size() default 1` in an annotation type.
    pub default: Option<Expr>,
}

/// `modifiers Name(params) throws E { }`
#[derive(Debug, Clone)]
pub struct ConstructorDecl {
    /// From the modifiers to the closing brace.
    pub span: Span,
    /// Before the name.
    pub modifiers: Modifiers,
    /// `<T>` before the name.
    pub type_params: Vec<TypeParam>,
    /// The class's name again.
    pub name: Ident,
    /// `None`: the compact constructor of a record.
    pub params: Option<Vec<Param>>,
    /// After `throws`.
    pub throws: Vec<TypeRef>,
    /// What it does.
    pub body: Block,
}

/// The kinds of classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ClassKind {
    /// `class`
    Class,
    /// `interface`
    Interface,
    /// `trait`
    Trait,
    /// `enum`
    Enum,
    /// `record`
    Record,
    /// `@interface`
    Annotation,
}

impl ClassKind {
    /// The keyword as written.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Class => "class",
            Self::Interface => "interface",
            Self::Trait => "trait",
            Self::Enum => "enum",
            Self::Record => "record",
            Self::Annotation => "@interface",
        }
    }
}

/// `modifiers kind Name<T>(components) extends A implements B permits C { }`
#[derive(Debug, Clone)]
pub struct ClassDecl {
    /// From the modifiers to the closing brace.
    pub span: Span,
    /// Before the keyword.
    pub modifiers: Modifiers,
    /// Which keyword.
    pub kind: ClassKind,
    /// Its name.
    pub name: Ident,
    /// `<T>` after the name.
    pub type_params: Vec<TypeParam>,
    /// The components of a record, `None` for all else.
    pub components: Option<Vec<Param>>,
    /// After `extends`: one for a class, any number for an interface.
    pub extends: Vec<TypeRef>,
    /// After `implements`.
    pub implements: Vec<TypeRef>,
    /// After `permits`.
    pub permits: Vec<TypeRef>,
    /// Between the braces.
    pub body: ClassBody,
}

/// What stands between a class's braces.
#[derive(Debug, Clone, Default)]
pub struct ClassBody {
    /// With the braces.
    pub span: Span,
    /// The constants of an enum, in order.
    pub constants: Vec<EnumConstant>,
    /// The members in order.
    pub members: Vec<ClassMember>,
}

/// `@A NAME(args) { }` in an enum.
#[derive(Debug, Clone)]
pub struct EnumConstant {
    /// From the annotations to the end.
    pub span: Span,
    /// Before it.
    pub annotations: Vec<Annotation>,
    /// Its name.
    pub name: Ident,
    /// The constructor's arguments, if parentheses stand there.
    pub args: Option<Arguments>,
    /// The body of its own class.
    pub body: Option<ClassBody>,
}

/// A member of a class.
#[derive(Debug, Clone)]
pub enum ClassMember {
    /// Fields and properties: a property is one without visibility (`public`, `protected`, `private`) in its modifiers.
    Field(Span, Box<VariableDecl>),
    /// A method.
    Method(Box<MethodDecl>),
    /// A constructor. Lowering need not compare names: any other name was reported.
    Constructor(Box<ConstructorDecl>),
    /// A nested class.
    Class(Box<ClassDecl>),
    /// `{ }` or, with `true`, `static { }`.
    Initializer(bool, Block),
    /// Something unreadable, already reported.
    Error(Span),
}
