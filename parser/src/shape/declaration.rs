//! Declarations: told from commands and expressions by looking over modifiers, a type and a name.

use rovy_lexer::TokenKind;

use super::scan::TypeScan;
use super::{Frame, Region, Shaper, Terminal};

/// What is declared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Declared {
    Variables,
    /// `def (a, b)`
    Several,
    Method,
    Class,
    /// An import or package after annotations.
    Import,
}

impl Shaper<'_> {
    /// Puts out the head of the declaration at `at`, as far as its names; `None` if none starts there.
    pub(super) fn declaration(&mut self, frame: &mut Frame, at: usize) -> Option<usize> {
        let update = frame.region == Region::ForClassic && self.kind(at.wrapping_sub(1)) == TokenKind::Semicolon;
        let declared = if update {
            None
        } else {
            self.scan_declaration(frame.region, at)
        }?;
        Some(match declared {
            Declared::Class => self.class(at),
            Declared::Method => self.method(at),
            Declared::Variables => {
                self.mark(Terminal::DeclareVariables, at);
                let at = self.emit_modifiers(at);
                let name = self.emit_type_before_name(at);
                self.keep_as_name(name);
                name + 1
            }
            Declared::Several => {
                self.mark(Terminal::DeclareVariables, at);
                let at = self.emit_modifiers(at);
                self.bracketed(Terminal::MultiOpen, at, Region::Names)
            }
            Declared::Import => {
                let at = self.emit_annotations(at);
                frame.at_start = true;
                at
            }
        })
    }

    fn scan_declaration(&self, region: Region, at: usize) -> Option<Declared> {
        use TokenKind::*;
        let head = self.scan_modifiers(at);
        let modified = head != at;
        match self.kind(head) {
            Class | Interface | Enum => return Some(Declared::Class),
            At if self.kind(head + 1) == Interface => return Some(Declared::Class),
            Trait | Record if self.declares_class(head) => return Some(Declared::Class),
            Import | Package if modified && self.scan_annotations(at) == head => return Some(Declared::Import),
            LeftParen if modified => return Some(Declared::Several),
            _ => {}
        }
        let generic = self.kind(head) == Less && (modified || region.is_class() || region == Region::Script);
        let ty = if generic { self.scan_type_args(head)? } else { head };
        self.scan_typed(region, at, ty, modified)
            .or_else(|| self.scan_untyped(region, ty, modified))
    }

    /// `trait` and `record` before a name and what may follow the name of a class.
    fn declares_class(&self, at: usize) -> bool {
        use TokenKind::*;
        if !self.is_name(at + 1) {
            return false;
        }
        let mut next = self.skip_newlines(at + 2);
        if self.kind(next) == Less {
            next = self.scan_type_args(next).map_or(next, |end| self.skip_newlines(end));
        }
        match self.kind(next) {
            // `record R { a: b }` calls a method with a name and a closure.
            LeftBrace => self.kind(at) != Record || self.holds_members(next),
            Extends | Implements => true,
            LeftParen if self.kind(at) == Record => {
                matches!(
                    self.kind(self.skip_newlines(self.mate(next) + 1)),
                    LeftBrace | Implements
                )
            }
            _ => false,
        }
    }

    /// Whether what the brace opens can be the body of a class, as far as its beginning tells.
    fn holds_members(&self, brace: usize) -> bool {
        let first = self.skip_newlines(brace + 1);
        first == self.mate(brace) || self.scan_declaration(Region::Class, first).is_some()
    }

    /// A type and a name.
    fn scan_typed(&self, region: Region, start: usize, at: usize, modified: bool) -> Option<Declared> {
        let TypeScan { end, certain } = self.scan_type(at)?;
        let name = if certain {
            self.method_name(region, end, modified)
        } else {
            end
        };
        if !self.is_method_name(name) {
            return None;
        }
        let next = self.kind(name + 1);
        if next == TokenKind::LeftParen {
            let sure = modified || region.is_class() || start != at;
            let method = sure || (certain && self.has_method_tail(region, name + 1));
            return method.then_some(Declared::Method);
        }
        let variables = modified
            || region.is_class()
            || next == TokenKind::Assign
            || (certain && self.ends_declarator(region, name + 1));
        (variables && self.is_name(name)).then_some(Declared::Variables)
    }

    /// The name behind a type that ends at `at`. A method's may stand on a line of its own.
    fn method_name(&self, region: Region, at: usize, modified: bool) -> usize {
        let next = self.skip_newlines(at);
        let method =
            (modified || region.is_class()) && region.declares_methods() && self.kind(next + 1) == TokenKind::LeftParen;
        if method { next } else { at }
    }

    /// A name without a type, after modifiers or in a class.
    fn scan_untyped(&self, region: Region, name: usize, modified: bool) -> Option<Declared> {
        if !self.is_method_name(name) || !(modified || region.is_class()) {
            return None;
        }
        match self.kind(name + 1) {
            TokenKind::LeftParen => Some(Declared::Method),
            TokenKind::LeftBrace if region.is_class() && self.text(name).starts_with(char::is_uppercase) => {
                Some(Declared::Method)
            }
            _ if modified && self.is_name(name) => Some(Declared::Variables),
            _ => None,
        }
    }

    /// Whether what follows the parenthesis at `at` makes `Type name(…)` the declaration of a method: a body, `throws`, or
    /// in a script (where methods without a body are refused) parameters that cannot be arguments.
    fn has_method_tail(&self, region: Region, at: usize) -> bool {
        let next = self.skip_newlines(self.mate(at) + 1);
        match self.kind(next) {
            TokenKind::LeftBrace | TokenKind::Throws => true,
            _ => region == Region::Script && self.looks_like_params(at),
        }
    }

    /// Whether the parenthesis at `at` holds nothing, or names with types in front and commas between.
    fn looks_like_params(&self, at: usize) -> bool {
        let mate = self.mate(at);
        let mut at = at + 1;
        while at < mate {
            let head = self.scan_modifiers(at);
            let typed = self.scan_type(head).map(|ty| ty.end).filter(|end| self.is_name(*end));
            let name = typed.unwrap_or(head);
            if !self.is_name(name) || !(self.kind(name + 1) == TokenKind::Comma || name + 1 == mate) {
                return false;
            }
            at = name + 2;
        }
        true
    }

    /// Whether a declared name may end before the token at `at`.
    fn ends_declarator(&self, region: Region, at: usize) -> bool {
        use TokenKind::*;
        match self.kind(at) {
            Assign | Comma | Newline | Semicolon | RightBrace | InterpolationClose => true,
            RightParen => region == Region::Resources,
            _ => false,
        }
    }

    /// `modifiers <T> Type name(params) throws E { }`
    fn method(&mut self, at: usize) -> usize {
        self.mark(Terminal::DeclareMethod, at);
        let mut at = self.emit_modifiers(at);
        if self.kind(at) == TokenKind::Less {
            at = self.emit_type_args(at);
        }
        if let Some(ty) = self.scan_type(at)
            && self.is_method_name(self.skip_newlines(ty.end))
        {
            at = self.emit_type(at);
            at = self.skip_newlines(at);
        }
        if self.is_name(at) {
            self.keep_as_name(at);
        } else {
            self.keep(at);
        }
        at += 1;
        if self.kind(at) == TokenKind::LeftParen {
            at = self.bracketed(Terminal::ParamsOpen, at, Region::Params);
        }
        at = self.method_tail(at);
        self.statement_ended();
        at
    }

    /// What follows a method's parameters: `throws`, the default of an annotation's member, the body.
    fn method_tail(&mut self, at: usize) -> usize {
        let mut end = at;
        let mut at = self.skip_newlines(at);
        if self.kind(at) == TokenKind::Throws {
            self.keep(at);
            end = self.emit_type_list(self.skip_newlines(at + 1));
            at = self.skip_newlines(end);
        }
        match self.kind(at) {
            TokenKind::LeftBrace => self.bracketed(Terminal::BlockOpen, at, Region::Block),
            TokenKind::Default if at == end => {
                self.put_as(Terminal::DefaultValue, at);
                self.annotation_default(self.skip_newlines(at + 1))
            }
            _ => end,
        }
    }

    /// The value after `default`, up to the end of the statement.
    fn annotation_default(&mut self, at: usize) -> usize {
        let mut end = at;
        while !matches!(
            self.kind(end),
            TokenKind::Newline | TokenKind::Semicolon | TokenKind::RightBrace
        ) {
            end = self.mate(end).max(end) + 1;
        }
        self.region(Region::Annotation, at, end);
        end
    }

    /// `modifiers class Name<T> extends A implements B permits C { }`
    fn class(&mut self, at: usize) -> usize {
        self.mark(Terminal::DeclareClass, at);
        let mut at = self.emit_modifiers(at);
        if self.kind(at) == TokenKind::At {
            self.keep(at);
            at += 1;
        }
        let keyword = self.kind(at);
        self.keep(at);
        at += 1;
        if self.is_name(at) {
            self.keep_as_name(at);
            at += 1;
        }
        at = self.class_head(at, keyword == TokenKind::Record);
        if self.kind(at) == TokenKind::LeftBrace {
            let (open, region) = match keyword {
                TokenKind::Enum => (Terminal::EnumOpen, Region::Enum),
                _ => (Terminal::ClassOpen, Region::Class),
            };
            at = self.bracketed(open, at, region);
        }
        self.statement_ended();
        at
    }

    /// Everything between a class's name and its brace.
    fn class_head(&mut self, mut at: usize, record: bool) -> usize {
        loop {
            let next = self.skip_newlines(at);
            at = match self.kind(next) {
                TokenKind::Less if self.scan_type_args(next).is_some() => self.emit_type_args(next),
                TokenKind::LeftParen if record => self.bracketed(Terminal::ParamsOpen, next, Region::Params),
                TokenKind::Extends | TokenKind::Implements | TokenKind::Permits => {
                    self.keep(next);
                    self.emit_type_list(self.skip_newlines(next + 1))
                }
                TokenKind::LeftBrace => return next,
                _ => return at,
            };
        }
    }

    /// The constants at the start of an enum's body.
    pub(super) fn enum_constants(&mut self, from: usize, to: usize) -> usize {
        let first = self.skip_newlines(from);
        let (mut at, mut end) = (first, first);
        while at < to {
            let name = self.scan_annotations(at);
            let next = self.kind(name + 1);
            let constant =
                self.is_name(name) && !self.is_name(name + 1) && next != TokenKind::Less && next != TokenKind::Dot;
            if !constant {
                // A comma may come after the last constant.
                return if at == first {
                    at
                } else {
                    self.after_constants(end, at, to)
                };
            }
            if at == first {
                self.mark(Terminal::EnumConstants, at);
            }
            at = self.enum_constant(at);
            let next = self.skip_newlines(at);
            if self.kind(next) != TokenKind::Comma {
                return self.after_constants(at, next, to);
            }
            self.keep(next);
            end = next + 1;
            at = self.skip_newlines(end);
        }
        at
    }

    fn enum_constant(&mut self, at: usize) -> usize {
        let mut at = self.emit_annotations(at);
        self.keep_as_name(at);
        at += 1;
        if self.kind(at) == TokenKind::LeftParen {
            at = self.bracketed(Terminal::CallOpen, at, Region::Group);
        }
        if self.kind(at) == TokenKind::LeftBrace {
            at = self.bracketed(Terminal::ClassOpen, at, Region::Class);
        }
        at
    }

    /// A separator between constants and members.
    fn after_constants(&mut self, end: usize, next: usize, to: usize) -> usize {
        let separated = next != end || self.kind(next) == TokenKind::Semicolon;
        if next < to && separated {
            self.put_as(Terminal::Separator, end);
        }
        self.can_end = false;
        next
    }

    /// Modifiers and type of a parameter.
    pub(super) fn parameter_head(&mut self, at: usize) -> usize {
        let at = self.emit_modifiers(self.skip_newlines(at));
        match self.scan_type(at) {
            Some(TypeScan { end, .. })
                if self.is_name(end) || matches!(self.kind(end), TokenKind::Ellipsis | TokenKind::This) =>
            {
                self.emit_type(at)
            }
            _ => at,
        }
    }
}
