//! The codes of syntax errors (`E01…`) and of warnings about syntax (`W01…`).

/// A character that begins no token.
pub const UNEXPECTED_CHARACTER: &str = "E0101";
/// A string without closing quotes.
pub const UNCLOSED_STRING: &str = "E0102";
/// A comment without end.
pub const UNCLOSED_COMMENT: &str = "E0103";
/// A `${` without `}`.
pub const UNCLOSED_INTERPOLATION: &str = "E0104";
/// A backslash before a character that it does not escape.
pub const INVALID_ESCAPE: &str = "E0105";
/// A `$` that interpolates nothing.
pub const LONE_DOLLAR: &str = "E0106";
/// A number that is none.
pub const INVALID_NUMBER: &str = "E0107";
/// `#!` after the first line.
pub const MISPLACED_SHEBANG: &str = "E0108";
/// A closing bracket of the wrong kind.
pub const MISMATCHED_BRACKET: &str = "E0110";
/// A closing bracket without an opening one.
pub const STRAY_BRACKET: &str = "E0111";
/// An opening bracket without a closing one.
pub const UNCLOSED_BRACKET: &str = "E0112";
/// More nesting than is read.
pub const TOO_DEEP: &str = "E0113";
/// A token where another must stand.
pub const UNEXPECTED_TOKEN: &str = "E0120";
/// Something that is well formed but may not stand here.
pub const MISPLACED: &str = "E0121";
/// A declaration that contradicts itself.
pub const INVALID_DECLARATION: &str = "E0122";
/// Something is assigned to that cannot be.
pub const INVALID_ASSIGNMENT: &str = "E0123";
/// A `switch` whose branches do not fit together.
pub const INVALID_SWITCH: &str = "E0124";
/// Something of the same name is there already.
pub const DUPLICATE: &str = "E0125";
/// A modifier that does not fit what it stands before.
pub const INVALID_MODIFIER: &str = "E0126";
/// A part that must be there is missing: the body of a method, the `catch` of a `try`.
pub const INCOMPLETE: &str = "E0127";
/// A byte order mark at the start.
pub const BYTE_ORDER_MARK: &str = "W0101";
/// An empty place in a list or map.
pub const EMPTY_PLACE: &str = "W0102";
/// Bytes that are not UTF-8.
pub const INVALID_ENCODING: &str = "W0103";
