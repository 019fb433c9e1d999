//! Operators between two values: fast on ints and doubles, the rest through one cold function each.

use super::constants::{Double, Int};
use super::locals::Local;
use super::{Frame, N, Node};
use crate::semantics::number::Operator;
use crate::value::Value;
use crate::{Res, Vm};
use std::marker::PhantomData;

/// An operand that needs no indirect call.
#[derive(Clone, Copy, Debug)]
pub enum Leaf {
    /// A plain local.
    Local(Local),
    /// A constant int.
    Int(Int),
    /// A constant double.
    Double(Double),
}

impl Leaf {
    /// Its value if it is an int now.
    #[inline(always)]
    pub fn known_int(self, fr: &Frame) -> Option<i32> {
        match self {
            Leaf::Local(local) => local.known_int(fr),
            Leaf::Int(int) => int.known_int(fr),
            Leaf::Double(_) => None,
        }
    }
}

/// An arithmetic operator with its fast paths.
pub trait Arith: Send + Sync + 'static {
    /// Which operator.
    const OP: Operator;
    /// On two ints; none when the result is no int.
    fn ints(a: i32, b: i32) -> Option<i32>;
    /// On two doubles; none when there is no fast path.
    fn doubles(a: f64, b: f64) -> Option<f64>;
}

/// A comparison with its fast paths.
pub trait Relation: Send + Sync + 'static {
    /// On two ints.
    fn ints(a: i32, b: i32) -> bool;
    /// On two doubles.
    fn doubles(a: f64, b: f64) -> bool;
    /// On anything.
    fn slow(vm: &mut Vm, a: &Value, b: &Value) -> Res<bool>;
}

macro_rules! arith {
    ($($(#[$doc:meta])* $name:ident |$a:ident, $b:ident| $ints:expr, $doubles:expr;)*) => { $(
        $(#[$doc])*
        pub struct $name;
        impl Arith for $name {
            const OP: Operator = Operator::$name;
            #[inline(always)]
            fn ints($a: i32, $b: i32) -> Option<i32> { $ints }
            #[inline(always)]
            fn doubles($a: f64, $b: f64) -> Option<f64> { $doubles }
        }
    )* };
}

arith! {
    /// `a + b`.
    Plus |a, b| Some(a.wrapping_add(b)), Some(a + b);
    /// `a - b`.
    Minus |a, b| Some(a.wrapping_sub(b)), Some(a - b);
    /// `a * b`.
    Multiply |a, b| Some(a.wrapping_mul(b)), Some(a * b);
    /// `a % b`.
    Mod |a, b| a.checked_rem(b), Some(a % b);
    /// `a / b`.
    Div |a, b| quotient(a, b), Some(a / b);
    /// `a & b`.
    And |a, b| Some(a & b), none(a, b);
    /// `a | b`.
    Or |a, b| Some(a | b), none(a, b);
    /// `a ^ b`.
    Xor |a, b| Some(a ^ b), none(a, b);
}

/// Bits of doubles have no meaning: the operator's method says so.
fn none(_: f64, _: f64) -> Option<f64> {
    None
}

/// `int / int` is a BigDecimal.
fn quotient(_: i32, _: i32) -> Option<i32> {
    None
}

macro_rules! relation {
    ($($(#[$doc:meta])* $name:ident |$a:ident, $b:ident| $ints:expr, $doubles:expr; |$vm:ident| $slow:expr;)*) => { $(
        $(#[$doc])*
        pub struct $name;
        impl Relation for $name {
            #[inline(always)]
            fn ints($a: i32, $b: i32) -> bool { $ints }
            #[inline(always)]
            fn doubles($a: f64, $b: f64) -> bool { $doubles }
            #[cold]
            #[inline(never)]
            fn slow($vm: &mut Vm, $a: &Value, $b: &Value) -> Res<bool> { $slow }
        }
    )* };
}

relation! {
    /// `a < b`.
    Less |a, b| a < b, a < b; |vm| Ok(vm.compare(a, b)?.is_lt());
    /// `a <= b`.
    LessEqual |a, b| a <= b, a <= b; |vm| Ok(vm.compare(a, b)?.is_le());
    /// `a > b`.
    Greater |a, b| a > b, a > b; |vm| Ok(vm.compare(a, b)?.is_gt());
    /// `a >= b`.
    GreaterEqual |a, b| a >= b, a >= b; |vm| Ok(vm.compare(a, b)?.is_ge());
    /// `a == b`; NaN is equal to itself.
    Equal |a, b| a == b, a == b || (a.is_nan() && b.is_nan()); |vm| vm.equals(a, b);
    /// `a != b`.
    NotEqual |a, b| a != b, a != b && !(a.is_nan() && b.is_nan()); |vm| Ok(!vm.equals(a, b)?);
}

/// An arithmetic operator on two operands.
pub struct Binary<A, L, R>(pub L, pub R, pub PhantomData<A>);

impl<A: Arith, L: Node, R: Node> Node for Binary<A, L, R> {
    #[inline(always)]
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        if let (Some(a), Some(b)) = (self.0.known_int(fr), self.1.known_int(fr))
            && let Some(result) = A::ints(a, b)
        {
            return Ok(Value::int(result));
        }
        if let (Some(a), Some(b)) = (self.0.known_double(fr), self.1.known_double(fr))
            && let Some(result) = A::doubles(a, b)
        {
            return Ok(Value::double(result));
        }
        self.evaluated(vm, fr)
    }
}

impl<A: Arith, L: Node, R: Node> Binary<A, L, R> {
    #[inline(never)]
    fn evaluated(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let a = self.0.eval(vm, fr)?;
        let b = self.1.eval(vm, fr)?;
        arith::<A>(vm, a, b)
    }
}

/// An arithmetic operator on operands that end here.
#[inline(always)]
pub fn arith<A: Arith>(vm: &mut Vm, a: Value, b: Value) -> Res {
    match (&a, &b) {
        (Value::Int(x), Value::Int(y)) => {
            if let Some(result) = A::ints(x.get(), y.get()) {
                std::mem::forget((a, b));
                return Ok(Value::int(result));
            }
        }
        (Value::Double(x), Value::Double(y)) => {
            if let Some(result) = A::doubles(x.get(), y.get()) {
                std::mem::forget((a, b));
                return Ok(Value::double(result));
            }
        }
        _ => {}
    }
    slow_arith(vm, A::OP, a, b)
}

#[cold]
#[inline(never)]
fn slow_arith(vm: &mut Vm, op: Operator, a: Value, b: Value) -> Res {
    vm.operate(op, &a, &b)
}

/// A comparison of two operands.
pub struct Compare<C, L, R>(pub L, pub R, pub PhantomData<C>);

impl<C: Relation, L: Node, R: Node> Node for Compare<C, L, R> {
    #[inline(always)]
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        Ok(Value::bool(self.test(vm, fr)?))
    }

    #[inline(always)]
    fn test(&self, vm: &mut Vm, fr: &mut Frame) -> Res<bool> {
        match (self.0.known_int(fr), self.1.known_int(fr)) {
            (Some(a), Some(b)) => Ok(C::ints(a, b)),
            _ => self.evaluated(vm, fr),
        }
    }
}

impl<C: Relation, L: Node, R: Node> Compare<C, L, R> {
    #[inline(never)]
    fn evaluated(&self, vm: &mut Vm, fr: &mut Frame) -> Res<bool> {
        let a = self.0.eval(vm, fr)?;
        let b = self.1.eval(vm, fr)?;
        match (&a, &b) {
            (Value::Int(x), Value::Int(y)) => {
                let result = C::ints(x.get(), y.get());
                std::mem::forget((a, b));
                Ok(result)
            }
            (Value::Double(x), Value::Double(y)) => {
                let result = C::doubles(x.get(), y.get());
                std::mem::forget((a, b));
                Ok(result)
            }
            _ => C::slow(vm, &a, &b),
        }
    }
}

/// Operators without fast path: `**`, the shifts.
pub struct Operate(pub Operator, pub N, pub N);

impl Node for Operate {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let a = self.1.eval(vm, fr)?;
        let b = self.2.eval(vm, fr)?;
        vm.operate(self.0, &a, &b)
    }
}

/// What else stands between two values.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Test {
    /// `a === b`.
    Identical,
    /// `a !== b`.
    NotIdentical,
    /// `a in b`.
    In,
    /// `a !in b`.
    NotIn,
    /// `a ==~ b`.
    Match,
}

/// A test of two values by anything but order and equality.
pub struct TestBoth(pub Test, pub N, pub N);

impl Node for TestBoth {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        Ok(Value::bool(self.test(vm, fr)?))
    }

    fn test(&self, vm: &mut Vm, fr: &mut Frame) -> Res<bool> {
        let a = self.1.eval(vm, fr)?;
        let b = self.2.eval(vm, fr)?;
        match self.0 {
            Test::Identical => Ok(a.same(&b)),
            Test::NotIdentical => Ok(!a.same(&b)),
            Test::In => vm.is_case(&b, &a),
            Test::NotIn => Ok(!vm.is_case(&b, &a)?),
            Test::Match => vm.match_operator(&a, &b),
        }
    }
}

/// `a <=> b`.
pub struct Spaceship(pub N, pub N);

impl Node for Spaceship {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let a = self.0.eval(vm, fr)?;
        let b = self.1.eval(vm, fr)?;
        Ok(Value::int(vm.compare(&a, &b)? as i32))
    }
}

/// `a =~ b`.
pub struct Find(pub N, pub N);

impl Node for Find {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let a = self.0.eval(vm, fr)?;
        let b = self.1.eval(vm, fr)?;
        vm.find_operator(&a, &b)
    }
}

/// `-a`, `+a`, `~a`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sign {
    /// `-a`.
    Minus,
    /// `+a`.
    Plus,
    /// `~a`.
    BitNot,
}

/// An operator before a value.
pub struct Signed(pub Sign, pub N);

impl Node for Signed {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let value = self.1.eval(vm, fr)?;
        if let (Sign::Minus, Value::Int(i)) = (self.0, &value) {
            return Ok(Value::int(i.get().wrapping_neg()));
        }
        match self.0 {
            Sign::Minus => vm.negate(&value),
            Sign::Plus => vm.positive(&value),
            Sign::BitNot => vm.bitwise_negate(&value),
        }
    }
}

/// A link of a long chain.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Link {
    /// An arithmetic operator.
    Operate(Operator),
    /// `==`, or `!=` when false.
    Equal(bool),
}

/// `a + b - c …` with many terms: one node, so that long chains nest nothing.
pub struct Chain(pub N, pub Box<[(Link, N)]>);

impl Node for Chain {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let mut value = self.0.eval(vm, fr)?;
        for (link, term) in &self.1 {
            let next = term.eval(vm, fr)?;
            value = match link {
                Link::Operate(Operator::Plus) => arith::<Plus>(vm, value, next)?,
                Link::Operate(op) => vm.operate(*op, &value, &next)?,
                Link::Equal(wanted) => Value::bool(vm.equals(&value, &next)? == *wanted),
            };
        }
        Ok(value)
    }
}
