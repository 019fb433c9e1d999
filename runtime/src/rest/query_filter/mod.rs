//! The query filters of REST calls (`_queryFilter`): their syntax tree and how it is read from text.
//!
//! The tree knows names and literals only. What a name means in an object class, and which ICF filter
//! an expression becomes, is the business of the filter mapping.

mod parse;
mod tokens;

use std::str::FromStr;

/// An expression of a query filter, as CREST's `QueryFilter`.
#[derive(Debug, Clone, PartialEq)]
pub enum QueryFilter {
    /// `true` or `false`: everything matches, or nothing does.
    Literal(bool),
    /// `a and b and …`, two operands or more.
    And(Vec<QueryFilter>),
    /// `a or b or …`, two operands or more.
    Or(Vec<QueryFilter>),
    /// `! (a)`.
    Not(Box<QueryFilter>),
    /// `name pr`.
    Present(Pointer),
    /// `name eq "value"` and the other core operators.
    Comparison(Pointer, Comparison, Literal),
    /// `name op "value"` with an operator that is none of the core ones, kept as it was written.
    Extended(Pointer, String, Literal),
}

/// The core comparison operators.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// `eq`
    Equal,
    /// `gt`
    Greater,
    /// `ge`
    GreaterOrEqual,
    /// `lt`
    Less,
    /// `le`
    LessOrEqual,
    /// `co`
    Contains,
    /// `sw`
    StartsWith,
}

impl Comparison {
    /// The operator of this name, in any case.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name.to_ascii_lowercase().as_str() {
            "eq" => Self::Equal,
            "gt" => Self::Greater,
            "ge" => Self::GreaterOrEqual,
            "lt" => Self::Less,
            "le" => Self::LessOrEqual,
            "co" => Self::Contains,
            "sw" => Self::StartsWith,
            _ => return None,
        })
    }
}

/// A value that a comparison asserts.
#[derive(Debug, Clone, PartialEq)]
pub enum Literal {
    /// A quoted text, its escapes resolved.
    Text(String),
    /// `true` or `false`.
    Boolean(bool),
    /// A whole number: a Java `Long`.
    Long(i64),
    /// A number with a point: a Java `Double`.
    Double(f64),
}

/// A reference to a property, as `org.forgerock.json.JsonPointer` reads it: its parts from the root down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pointer(Vec<String>);

impl Pointer {
    /// Reads `name`, `/name` or `/name/part`; `~1` stands for a slash and `~0` for a tilde.
    pub fn new(text: &str) -> Self {
        let mut parts: Vec<String> = text
            .strip_prefix('/')
            .unwrap_or(text)
            .split('/')
            .map(|part| part.replace("~1", "/").replace("~0", "~"))
            .collect();
        if parts.last().is_some_and(String::is_empty) {
            parts.pop();
        }
        Self(parts)
    }

    /// The only part of a pointer of one level.
    pub fn single(&self) -> Option<&str> {
        match self.0.as_slice() {
            [name] => Some(name),
            _ => None,
        }
    }

    /// The first part, which names a property.
    pub fn first(&self) -> Option<&str> {
        self.0.first().map(String::as_str)
    }

    /// The parts below the first.
    pub fn below(&self) -> &[String] {
        self.0.get(1..).unwrap_or_default()
    }

    /// The last part, which names the property that sorts a result; `None` for the root.
    pub fn leaf(&self) -> Option<&str> {
        self.0.last().map(String::as_str)
    }

    /// Whether it points at the object itself.
    pub fn is_root(&self) -> bool {
        self.0.is_empty()
    }
}

/// Why a text is no query filter. The messages are those of the REST answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QueryFilterError {
    /// The grammar does not allow the text.
    #[error("Invalid query filter '{0}'")]
    Invalid(String),
    /// A backslash is the last character of a quoted text.
    #[error("The filter string cannot end with an escape character")]
    TrailingEscape,
    /// Expressions are nested too deeply.
    #[error(
        "The query filter '{0}' cannot be parsed because it contains more than {limit} nexted expressions",
        limit = parse::MAXIMUM_DEPTH
    )]
    TooDeep(String),
    /// A bare word stands where a number is expected.
    #[error("For input string: \"{0}\"")]
    NotANumber(String),
    /// A number has two points.
    #[error("multiple points")]
    MultiplePoints,
}

impl FromStr for QueryFilter {
    type Err = QueryFilterError;

    fn from_str(text: &str) -> Result<Self, QueryFilterError> {
        parse::parse(text)
    }
}
