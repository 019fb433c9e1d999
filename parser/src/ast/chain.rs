//! Chains that grow while they are read: `a + b`, then `a + b - c`. Only the parser makes them.

use super::*;

impl BinaryOp {
    /// A number for each level of precedence.
    const fn level(self) -> u8 {
        match self {
            Self::Power => 0,
            Self::Mul | Self::Div | Self::Rem => 1,
            Self::Add | Self::Sub => 2,
            Self::ShiftLeft | Self::ShiftRight | Self::ShiftRightUnsigned => 3,
            Self::Less | Self::LessEqual | Self::Greater | Self::GreaterEqual | Self::In | Self::NotIn => 4,
            Self::Equal | Self::NotEqual | Self::Identical | Self::NotIdentical | Self::Compare => 5,
            Self::Find | Self::Match => 6,
            Self::BitAnd => 7,
            Self::BitXor => 8,
            Self::BitOr => 9,
        }
    }
}

impl Expr {
    /// Adds a term to a chain of its precedence; gives both back if this is none.
    pub(crate) fn with_term(mut self, term: BinaryTerm) -> Result<Self, (Self, BinaryTerm)> {
        match &mut *self.kind {
            ExprKind::Binary(_, terms) if terms.first().is_some_and(|first| first.op.level() == term.op.level()) => {
                self.depth = self.depth.max(term.operand.depth.saturating_add(1));
                self.span.end = term.operand.span.end;
                terms.push(term);
                Ok(self)
            }
            _ => Err((self, term)),
        }
    }

    /// Adds an operand to a chain of `op`; gives both back if this is none.
    pub(crate) fn with_operand(mut self, op: LogicalOp, operand: Self) -> Result<Self, (Self, Self)> {
        match &mut *self.kind {
            ExprKind::Logical(chain, operands) if *chain == op => {
                self.depth = self.depth.max(operand.depth.saturating_add(1));
                self.span.end = operand.span.end;
                operands.push(operand);
                Ok(self)
            }
            _ => Err((self, operand)),
        }
    }

    /// Adds a link to a path, or makes a path of this.
    pub(crate) fn with_link(mut self, link: Link) -> Self {
        let end = link.span.end;
        match &mut *self.kind {
            ExprKind::Path(_, links) => {
                self.depth = self.depth.max(visit::depth_above(|each| visit::link(&link, each)));
                self.span.end = end;
                links.push(link);
                self
            }
            _ => Self::new(Span::new(self.span.start, end), ExprKind::Path(self, vec![link])),
        }
    }

    /// Changes the last link of a path, or the call that this is, by `change`, which returns what it took if it changed
    /// nothing. The depth is corrected for what was added.
    pub(crate) fn amend<T>(
        &mut self,
        added: T,
        depth: u16,
        end: u32,
        change: impl FnOnce(&mut ExprKind, T) -> Option<T>,
    ) -> Option<T> {
        let left = change(&mut self.kind, added);
        if left.is_none() {
            self.depth = self.depth.max(depth);
            self.span.end = end;
        }
        left
    }
}

/// The depth of a node with these arguments.
pub(crate) fn depth_of_arguments(args: &[Arg]) -> u16 {
    visit::depth_above(|each| visit::arguments(args, each))
}
