//! Operators between two values: the fused forms where operands are locals or constants.

use super::Lowering;
use super::scope::Found;
use crate::eval::N;
use crate::eval::constants::{Double, Int};
use crate::eval::locals::{Local, Place, UpdateLocal, UpdateShared};
use crate::eval::loops::{self, Bound, IntStep};
use crate::eval::operators::*;
use crate::semantics::number::Operator;
use rovy_parser::Span;
use rovy_parser::ast::{AssignOp, BinaryOp, BinaryTerm, Expr, ExprKind, Literal};
use std::marker::PhantomData;

/// How many operators nest as nodes of their own; longer chains are one node.
const NESTED_TERMS: usize = 8;

/// Builds a node with its operand types chosen by the operands' forms.
macro_rules! shapes {
    ($l:expr, $r:expr, |$a:ident, $b:ident| $make:expr) => {
        match ($l, $r) {
            (Operand::Leaf(Leaf::Local($a)), Operand::Leaf(Leaf::Int($b))) => Box::new($make) as N,
            (Operand::Leaf(Leaf::Local($a)), Operand::Leaf(Leaf::Local($b))) => Box::new($make),
            (Operand::Leaf(Leaf::Double($a)), Operand::Leaf(Leaf::Local($b))) => Box::new($make),
            (Operand::Leaf(Leaf::Local($a)), r) => {
                let $b = r.node();
                Box::new($make)
            }
            (l, Operand::Leaf(Leaf::Local($b))) => {
                let $a = l.node();
                Box::new($make)
            }
            (l, Operand::Leaf(Leaf::Int($b))) => {
                let $a = l.node();
                Box::new($make)
            }
            (l, Operand::Leaf(Leaf::Double($b))) => {
                let $a = l.node();
                Box::new($make)
            }
            (l, r) => {
                let ($a, $b) = (l.node(), r.node());
                Box::new($make)
            }
        }
    };
}

/// An operand, as a leaf where possible.
pub(super) enum Operand {
    Leaf(Leaf),
    Node(N),
}

impl Operand {
    /// A plain local.
    pub(super) fn local(slot: u32) -> Operand {
        Operand::Leaf(Leaf::Local(Local(slot)))
    }

    fn node(self) -> N {
        match self {
            Operand::Node(n) => n,
            Operand::Leaf(Leaf::Local(l)) => Box::new(l),
            Operand::Leaf(Leaf::Int(i)) => Box::new(i),
            Operand::Leaf(Leaf::Double(d)) => Box::new(d),
        }
    }
}

fn arith<A: Arith>(l: Operand, r: Operand) -> N {
    shapes!(l, r, |a, b| Binary::<A, _, _>(a, b, PhantomData))
}

fn relation<C: Relation>(l: Operand, r: Operand) -> N {
    shapes!(l, r, |a, b| Compare::<C, _, _>(a, b, PhantomData))
}

impl Lowering<'_> {
    /// The operand of an operator: a leaf where it is a plain local or a small constant.
    fn operand(&mut self, expr: &Expr) -> Operand {
        match self.leaf(expr) {
            Some(leaf) => Operand::Leaf(leaf),
            None => Operand::Node(self.expr(expr)),
        }
    }

    fn leaf(&mut self, expr: &Expr) -> Option<Leaf> {
        if self.noting || self.trace {
            return None;
        }
        match &*expr.kind {
            ExprKind::Name(name) => match self.lookup(name) {
                Some(super::scope::Found::Local(v)) if !v.cell => Some(Leaf::Local(Local(v.slot))),
                _ => None,
            },
            ExprKind::Literal(Literal::Integer(text)) => match text.parse::<i32>() {
                Ok(i) if !text.starts_with('0') || text == "0" => Some(Leaf::Int(Int(i))),
                _ => None,
            },
            ExprKind::Literal(Literal::Decimal(text)) => match text.strip_suffix(['d', 'D']).map(str::parse::<f64>) {
                Some(Ok(d)) => Some(Leaf::Double(Double(d))),
                _ => None,
            },
            _ => None,
        }
    }

    /// A chain of operators of one precedence, from the left.
    pub(super) fn binary(&mut self, first: &Expr, terms: &[BinaryTerm]) -> N {
        if terms.len() > NESTED_TERMS
            && !self.noting
            && let Some(links) = terms.iter().map(|t| link(t.op)).collect::<Option<Vec<Link>>>()
        {
            let first = self.expr(first);
            let rest = links
                .into_iter()
                .zip(terms)
                .map(|(l, t)| (l, self.expr(&t.operand)))
                .collect();
            return Box::new(Chain(first, rest));
        }
        let mut value = self.operand(first);
        for term in terms {
            let right = self.operand(&term.operand);
            let node = binary_node(term.op, value, right);
            value = Operand::Node(self.noted(node, term.op_span));
        }
        value.node()
    }

    /// `x op= value` for a variable in a cell.
    pub(super) fn shared_update(&mut self, op: BinaryOp, place: Place, value: &Expr) -> Option<N> {
        fn node<A: Arith>(place: Place, operand: Operand) -> N {
            match operand {
                Operand::Leaf(Leaf::Local(local)) => Box::new(UpdateShared::<A, _>(place, local, PhantomData)),
                Operand::Leaf(Leaf::Int(int)) => Box::new(UpdateShared::<A, _>(place, int, PhantomData)),
                other => Box::new(UpdateShared::<A, _>(place, other.node(), PhantomData)),
            }
        }
        match op {
            BinaryOp::Add => Some(node::<Plus>(place, self.operand(value))),
            BinaryOp::Sub => Some(node::<Minus>(place, self.operand(value))),
            BinaryOp::Mul => Some(node::<Multiply>(place, self.operand(value))),
            _ => None,
        }
    }

    /// `x op= value` for a plain local.
    pub(super) fn local_update(
        &mut self,
        op: BinaryOp,
        slot: u32,
        ty: Option<u32>,
        value: &Expr,
        span: Span,
    ) -> Option<N> {
        fn node<A: Arith>(slot: u32, operand: Operand, ty: Option<u32>, span: Span) -> N {
            macro_rules! update {
                ($operand:expr) => {
                    Box::new(UpdateLocal::<A, _> {
                        slot,
                        operand: $operand,
                        ty,
                        span,
                        operator: PhantomData,
                    })
                };
            }
            match operand {
                Operand::Leaf(Leaf::Local(local)) => update!(local),
                Operand::Leaf(Leaf::Int(int)) => update!(int),
                other => update!(other.node()),
            }
        }
        let make = match op {
            BinaryOp::Add => node::<Plus>,
            BinaryOp::Sub => node::<Minus>,
            BinaryOp::Mul => node::<Multiply>,
            _ => return None,
        };
        Some(make(slot, self.operand(value), ty, span))
    }

    /// What a loop's condition compares, where it is a plain local with a local or a number.
    pub(super) fn bound(&mut self, condition: &Expr) -> Option<Bound> {
        let ExprKind::Binary(first, terms) = &*condition.kind else {
            return None;
        };
        let [term] = terms.as_slice() else { return None };
        let relation = match term.op {
            BinaryOp::Less => loops::Relation::Less,
            BinaryOp::LessEqual => loops::Relation::LessEqual,
            BinaryOp::Greater => loops::Relation::Greater,
            BinaryOp::GreaterEqual => loops::Relation::GreaterEqual,
            _ => return None,
        };
        let left = self.local_leaf(first)?;
        Some(Bound(left, relation, self.leaf(&term.operand)?))
    }

    /// What a loop's update adds to a plain local, where that is a local or a number.
    pub(super) fn int_step(&mut self, update: &Expr) -> Option<IntStep> {
        match &*update.kind {
            ExprKind::Increment(increment) => {
                let target = self.local_leaf(increment.target.unparenthesized())?;
                Some(IntStep(target, Leaf::Int(Int(if increment.down { -1 } else { 1 }))))
            }
            ExprKind::Assign(target, AssignOp::Compound(BinaryOp::Add), value) => {
                let target = self.local_leaf(target.unparenthesized())?;
                Some(IntStep(target, self.leaf(value)?))
            }
            _ => None,
        }
    }

    fn local_leaf(&mut self, expr: &Expr) -> Option<Local> {
        if self.noting || self.trace {
            return None;
        }
        match self.plain_local(expr) {
            Some(Found::Local(variable)) => Some(Local(variable.slot)),
            _ => None,
        }
    }

    /// The new value of a compound assignment, from the old one.
    pub(super) fn update_of(&mut self, op: BinaryOp, before: Operand, value: &Expr) -> N {
        let right = self.operand(value);
        binary_node(op, before, right)
    }
}

/// The node of an operator with two operands.
fn binary_node(op: BinaryOp, l: Operand, r: Operand) -> N {
    let test = |test: Test, l: Operand, r: Operand| -> N { Box::new(TestBoth(test, l.node(), r.node())) };
    let operate = |op: Operator, l: Operand, r: Operand| -> N { Box::new(Operate(op, l.node(), r.node())) };
    match op {
        BinaryOp::Add => arith::<Plus>(l, r),
        BinaryOp::Sub => arith::<Minus>(l, r),
        BinaryOp::Mul => arith::<Multiply>(l, r),
        BinaryOp::Div => arith::<Div>(l, r),
        BinaryOp::Rem => arith::<Mod>(l, r),
        BinaryOp::BitAnd => arith::<And>(l, r),
        BinaryOp::BitOr => arith::<Or>(l, r),
        BinaryOp::BitXor => arith::<Xor>(l, r),
        BinaryOp::Power => operate(Operator::Power, l, r),
        BinaryOp::ShiftLeft => operate(Operator::LeftShift, l, r),
        BinaryOp::ShiftRight => operate(Operator::RightShift, l, r),
        BinaryOp::ShiftRightUnsigned => operate(Operator::RightShiftUnsigned, l, r),
        BinaryOp::Equal => relation::<Equal>(l, r),
        BinaryOp::NotEqual => relation::<NotEqual>(l, r),
        BinaryOp::Less => relation::<Less>(l, r),
        BinaryOp::LessEqual => relation::<LessEqual>(l, r),
        BinaryOp::Greater => relation::<Greater>(l, r),
        BinaryOp::GreaterEqual => relation::<GreaterEqual>(l, r),
        BinaryOp::Compare => Box::new(Spaceship(l.node(), r.node())),
        BinaryOp::Identical => test(Test::Identical, l, r),
        BinaryOp::NotIdentical => test(Test::NotIdentical, l, r),
        BinaryOp::In => test(Test::In, l, r),
        BinaryOp::NotIn => test(Test::NotIn, l, r),
        BinaryOp::Match => test(Test::Match, l, r),
        BinaryOp::Find => Box::new(Find(l.node(), r.node())),
    }
}

/// The operator behind a compound assignment or a link of a chain.
pub(super) fn operator(op: BinaryOp) -> Option<Operator> {
    Some(match op {
        BinaryOp::Add => Operator::Plus,
        BinaryOp::Sub => Operator::Minus,
        BinaryOp::Mul => Operator::Multiply,
        BinaryOp::Div => Operator::Div,
        BinaryOp::Rem => Operator::Mod,
        BinaryOp::Power => Operator::Power,
        BinaryOp::ShiftLeft => Operator::LeftShift,
        BinaryOp::ShiftRight => Operator::RightShift,
        BinaryOp::ShiftRightUnsigned => Operator::RightShiftUnsigned,
        BinaryOp::BitAnd => Operator::And,
        BinaryOp::BitOr => Operator::Or,
        BinaryOp::BitXor => Operator::Xor,
        _ => return None,
    })
}

fn link(op: BinaryOp) -> Option<Link> {
    match op {
        BinaryOp::Equal => Some(Link::Equal(true)),
        BinaryOp::NotEqual => Some(Link::Equal(false)),
        other => operator(other).map(Link::Operate),
    }
}
