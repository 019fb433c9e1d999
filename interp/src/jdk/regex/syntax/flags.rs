//! The flags of a pattern.

/// The flags of `Pattern.compile`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Flags(pub i32);

impl Flags {
    /// `Pattern.UNIX_LINES`.
    pub const UNIX_LINES: i32 = 1;
    /// `Pattern.CASE_INSENSITIVE`.
    pub const CASE_INSENSITIVE: i32 = 2;
    /// `Pattern.COMMENTS`.
    pub const COMMENTS: i32 = 4;
    /// `Pattern.MULTILINE`.
    pub const MULTILINE: i32 = 8;
    /// `Pattern.LITERAL`.
    pub const LITERAL: i32 = 16;
    /// `Pattern.DOTALL`.
    pub const DOTALL: i32 = 32;
    /// `Pattern.UNICODE_CASE`.
    pub const UNICODE_CASE: i32 = 64;
    /// `Pattern.CANON_EQ`.
    pub const CANON_EQ: i32 = 128;
    /// `Pattern.UNICODE_CHARACTER_CLASS`.
    pub const UNICODE_CHARACTER_CLASS: i32 = 256;

    /// Whether a flag is set.
    pub fn has(self, flag: i32) -> bool {
        self.0 & flag != 0
    }
}
