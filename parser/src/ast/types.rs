//! Types as written: references with arguments and dimensions, type parameters.

use super::{Annotation, Ident, QualifiedName, Span};

/// A type as written, such as `Map<String, ? extends Number>[]`.
#[derive(Debug, Clone)]
pub struct TypeRef {
    /// From the annotations to the last bracket.
    pub span: Span,
    /// Annotations before it.
    pub annotations: Vec<Annotation>,
    /// The name: a class as written, a primitive or `void`.
    pub name: QualifiedName,
    /// Type arguments: `None` for `List`, an empty list for the diamond `List<>`.
    pub args: Option<Vec<TypeArg>>,
    /// How many pairs of brackets follow.
    pub dims: u32,
}

impl TypeRef {
    /// A class by its name alone.
    #[must_use]
    pub fn named(name: &str, span: Span) -> TypeRef {
        TypeRef {
            span,
            annotations: Vec::new(),
            name: QualifiedName {
                span,
                name: name.into(),
            },
            args: None,
            dims: 0,
        }
    }

    /// The primitive that the name means, whatever the dimensions; `None` for classes and `void`.
    #[must_use]
    pub fn primitive(&self) -> Option<Primitive> {
        Primitive::from_name(&self.name.name)
    }

    /// Whether this is `void`.
    #[must_use]
    pub fn is_void(&self) -> bool {
        self.name.name == "void" && self.dims == 0
    }
}

/// Java's primitive types.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Primitive {
    Boolean,
    Byte,
    Char,
    Double,
    Float,
    Int,
    Long,
    Short,
}

impl Primitive {
    /// The primitive called `name`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "boolean" => Self::Boolean,
            "byte" => Self::Byte,
            "char" => Self::Char,
            "double" => Self::Double,
            "float" => Self::Float,
            "int" => Self::Int,
            "long" => Self::Long,
            "short" => Self::Short,
            _ => return None,
        })
    }
}

/// One argument of a generic type.
#[derive(Debug, Clone)]
pub enum TypeArg {
    /// A type.
    Type(TypeRef),
    /// `?`, `? extends T`, `? super T`
    Wildcard(Wildcard),
}

/// `?`, `? extends T`, `? super T`
#[derive(Debug, Clone)]
pub struct Wildcard {
    /// From the annotations to the bound.
    pub span: Span,
    /// Annotations before it.
    pub annotations: Vec<Annotation>,
    /// What follows the question mark.
    pub bound: Option<WildcardBound>,
}

/// The bound of a wildcard.
#[derive(Debug, Clone)]
pub enum WildcardBound {
    /// `? extends T`
    Extends(TypeRef),
    /// `? super T`
    Super(TypeRef),
}

/// `T`, `T extends A & B` in a declaration.
#[derive(Debug, Clone)]
pub struct TypeParam {
    /// From the annotations to the last bound.
    pub span: Span,
    /// Annotations before it.
    pub annotations: Vec<Annotation>,
    /// Its name.
    pub name: Ident,
    /// The bounds after `extends`.
    pub bounds: Vec<TypeRef>,
}
