//! Types where a type must stand: scanned to see whether one is there, and put out.

use rovy_lexer::TokenKind;

use super::scan::TypeScan;
use super::{Region, Shaper, Terminal};

impl Shaper<'_> {
    /// Puts out the type at `at` with its arguments and dimensions; nothing where none is.
    pub(super) fn emit_type(&mut self, at: usize) -> usize {
        let mut at = self.emit_type_name(at);
        while let Some(end) = self.scan_dims(at) {
            self.put(Terminal::Dims, self.span(end - 2).to(self.span(end - 1)));
            at = end;
        }
        self.operand = false;
        at
    }

    /// Puts out the type at `at` without its dimensions, which are sizes after `new`.
    pub(super) fn emit_type_name(&mut self, at: usize) -> usize {
        let at = self.emit_annotations(at);
        let Some(end) = self.scan_qualified(at) else {
            return at;
        };
        let span = self.span(at).to(self.span(end - 1));
        self.put(Terminal::TypeName, span);
        if self.kind(end) == TokenKind::Less && self.scan_type_args(end).is_some() {
            self.emit_type_args(end)
        } else {
            end
        }
    }

    /// Puts out `<…>`, which [`Self::scan_type_args`] found.
    pub(super) fn emit_type_args(&mut self, at: usize) -> usize {
        self.put_as(Terminal::TypeOpen, at);
        let mut at = self.skip_newlines(at + 1);
        while self.kind(at) != TokenKind::Greater {
            let start = at;
            at = self.emit_annotations(at);
            if self.kind(at) == TokenKind::Question {
                self.put_as(Terminal::Wildcard, at);
                at += 1;
            } else {
                at = self.emit_type(at);
            }
            while matches!(self.kind(at), TokenKind::Extends | TokenKind::Super | TokenKind::And) {
                self.keep(at);
                at = self.emit_type(self.skip_newlines(at + 1));
            }
            at = self.skip_newlines(at);
            if self.kind(at) == TokenKind::Comma {
                self.keep(at);
                at = self.skip_newlines(at + 1);
            }
            if at == start {
                return at;
            }
        }
        self.put_as(Terminal::TypeClose, at);
        at + 1
    }

    /// Puts out a list of types with commas.
    pub(super) fn emit_type_list(&mut self, at: usize) -> usize {
        let mut at = self.emit_type(at);
        while self.kind(at) == TokenKind::Comma {
            self.keep(at);
            at = self.emit_type(self.skip_newlines(at + 1));
        }
        at
    }

    /// Puts out the annotations at `at`.
    pub(super) fn emit_annotations(&mut self, mut at: usize) -> usize {
        while let Some(end) = self.scan_annotation_name(at) {
            let span = self.span(at).to(self.span(end - 1));
            self.put(Terminal::Annotation, span);
            at = end;
            if let Some(open) = self.annotation_members(at) {
                self.annotations += 1;
                at = self.bracketed(Terminal::AnnotationOpen, open, Region::Annotation);
                self.annotations -= 1;
            }
            self.operand = false;
            self.can_end = false;
            at = self.skip_newlines(at);
        }
        at
    }

    /// Puts out the modifiers at `at`, annotations among them.
    pub(super) fn emit_modifiers(&mut self, mut at: usize) -> usize {
        loop {
            let next = self.emit_annotations(at);
            if next == at && !self.is_modifier(at) {
                return at;
            }
            at = next;
            if self.is_modifier(at) {
                self.keep(at);
                at = self.skip_newlines(at + 1);
            }
        }
    }

    /// Puts out the type at `at` if a name follows it.
    pub(super) fn emit_type_before_name(&mut self, at: usize) -> usize {
        match self.scan_type(at) {
            Some(TypeScan { end, .. }) if self.is_name(end) || self.kind(end) == TokenKind::Ellipsis => {
                self.emit_type(at)
            }
            _ => at,
        }
    }
}
