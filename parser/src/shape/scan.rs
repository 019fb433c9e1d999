//! Looking ahead over types, annotations and modifiers, without putting anything out.

use rovy_lexer::TokenKind;

use super::Shaper;

/// Annotations in a row of which the end is remembered.
const MANY_ANNOTATIONS: usize = 16;

/// How deep type arguments may nest.
const MAX_TYPE_NESTING: u32 = 200;

/// A type that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TypeScan {
    /// The index behind it.
    pub end: usize,
    /// Whether a name after it is enough for a declaration: a primitive, a capital, type arguments or dimensions.
    pub certain: bool,
}

impl Shaper<'_> {
    /// Whether the token may be a name: an identifier, or a keyword that is one only in places.
    pub(super) fn is_name(&self, at: usize) -> bool {
        use TokenKind::*;
        matches!(
            self.kind(at),
            Identifier | As | In | Permits | Record | Sealed | Trait | Var | Yield
        )
    }

    /// Whether the token may be the name of a method: a name or a string.
    pub(super) fn is_method_name(&self, at: usize) -> bool {
        self.is_name(at) || self.kind(at) == TokenKind::String
    }

    /// Whether the token may be part of a dotted name.
    fn is_name_part(&self, at: usize) -> bool {
        self.is_name(at) || self.kind(at) == TokenKind::Def
    }

    /// Whether the token is a modifier here: `sealed`, `var` and the like are names where no declaration follows.
    pub(super) fn is_modifier(&self, at: usize) -> bool {
        use TokenKind::*;
        match self.kind(at) {
            Def | Final | Public | Private | Protected | Abstract | Transient | Volatile | Native | Strictfp
            | NonSealed => true,
            Synchronized => self.kind(self.skip_newlines(at + 1)) != LeftParen,
            Static => !matches!(self.kind(at + 1), Dot | LeftBrace),
            Default => !matches!(self.kind(at + 1), Colon | Arrow),
            Var => self.is_name(at + 1) || self.kind(at + 1) == LeftParen && self.kind(self.mate(at + 1) + 1) == Assign,
            Sealed => matches!(
                self.kind(at + 1),
                Class | Interface | Trait | Abstract | Public | Static | Strictfp
            ),
            _ => false,
        }
    }

    /// The index behind a dotted name, a primitive or `void`.
    pub(super) fn scan_qualified(&self, at: usize) -> Option<usize> {
        if matches!(self.kind(at), TokenKind::Primitive | TokenKind::Void) {
            return Some(at + 1);
        }
        let mut end = at;
        loop {
            if !self.is_name_part(end) {
                return None;
            }
            end += 1;
            if self.kind(end) != TokenKind::Dot || !self.is_name_part(end + 1) {
                return self.is_name(end - 1).then_some(end);
            }
            end += 1;
        }
    }

    /// The type at `at`.
    pub(super) fn scan_type(&self, at: usize) -> Option<TypeScan> {
        self.scan_type_in(at, MAX_TYPE_NESTING)
    }

    fn scan_type_in(&self, at: usize, nesting: u32) -> Option<TypeScan> {
        let start = self.scan_annotations(at);
        let mut end = self.scan_qualified(start)?;
        let primitive = matches!(self.kind(start), TokenKind::Primitive | TokenKind::Void);
        let mut certain = primitive || start != at || self.text(end - 1).starts_with(char::is_uppercase);
        if self.kind(end) == TokenKind::Less {
            end = self.scan_type_args_in(end, nesting)?;
            certain = true;
        }
        while let Some(behind) = self.scan_dims(end) {
            end = behind;
            certain = true;
        }
        Some(TypeScan { end, certain })
    }

    /// The index behind one `[]` and annotations before it.
    pub(super) fn scan_dims(&self, at: usize) -> Option<usize> {
        let open = self.scan_annotations(at);
        let empty = self.kind(open) == TokenKind::LeftBracket && self.mate(open) == open + 1;
        empty.then_some(open + 2)
    }

    /// The index behind `<…>` if it holds type arguments.
    pub(super) fn scan_type_args(&self, at: usize) -> Option<usize> {
        self.scan_type_args_in(at, MAX_TYPE_NESTING)
    }

    fn scan_type_args_in(&self, at: usize, nesting: u32) -> Option<usize> {
        if self.no_type_args.borrow().contains(&at) {
            return None;
        }
        let found = self.find_type_args_end(at, nesting);
        if found.is_none() {
            self.no_type_args.borrow_mut().insert(at);
        }
        found
    }

    fn find_type_args_end(&self, at: usize, nesting: u32) -> Option<usize> {
        let nesting = nesting.checked_sub(1)?;
        let mut at = self.skip_newlines(at + 1);
        if self.kind(at) == TokenKind::Greater {
            return Some(at + 1);
        }
        loop {
            let start = self.scan_annotations(at);
            at = if self.kind(start) == TokenKind::Question {
                start + 1
            } else {
                self.scan_type_in(start, nesting)?.end
            };
            while matches!(self.kind(at), TokenKind::Extends | TokenKind::Super | TokenKind::And) {
                at = self.scan_type_in(self.skip_newlines(at + 1), nesting)?.end;
            }
            at = self.skip_newlines(at);
            match self.kind(at) {
                TokenKind::Comma => at = self.skip_newlines(at + 1),
                TokenKind::Greater => return Some(at + 1),
                _ => return None,
            }
        }
    }

    /// The index behind `@a.B`.
    pub(super) fn scan_annotation_name(&self, at: usize) -> Option<usize> {
        if self.kind(at) == TokenKind::At {
            self.scan_qualified(at + 1)
        } else {
            None
        }
    }

    /// The index behind annotations and the line breaks after them.
    pub(super) fn scan_annotations(&self, start: usize) -> usize {
        let (mut at, mut count) = (start, 0);
        while let Some(next) = self.behind_annotation(at) {
            if let Some(end) = self.annotations_end.borrow().get(&at) {
                return *end;
            }
            (at, count) = (next, count + 1);
        }
        if count > MANY_ANNOTATIONS {
            self.remember_annotations(start, at);
        }
        at
    }

    /// The index behind an annotation and the line breaks after it.
    fn behind_annotation(&self, at: usize) -> Option<usize> {
        let end = self.scan_annotation_name(at)?;
        let end = self.annotation_members(end).map_or(end, |open| self.mate(open) + 1);
        Some(self.skip_newlines(end))
    }

    /// So that those which belong to nothing are not looked at again from each of them on.
    fn remember_annotations(&self, start: usize, end: usize) {
        let mut at = start;
        while at < end {
            self.annotations_end.borrow_mut().insert(at, end);
            at = self.behind_annotation(at).unwrap_or(end);
        }
    }

    /// The parenthesis with the members of the annotation whose name ends at `at`. One before `=` declares several variables.
    pub(super) fn annotation_members(&self, at: usize) -> Option<usize> {
        let open = self.skip_newlines(at);
        let opens = self.kind(open) == TokenKind::LeftParen && self.kind(self.mate(open) + 1) != TokenKind::Assign;
        opens.then_some(open)
    }

    /// The index behind modifiers, annotations among them.
    pub(super) fn scan_modifiers(&self, mut at: usize) -> usize {
        loop {
            let next = self.scan_annotations(at);
            let next = if self.is_modifier(next) {
                self.skip_newlines(next + 1)
            } else {
                next
            };
            if next == at {
                return at;
            }
            at = next;
        }
    }
}
