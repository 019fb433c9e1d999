//! Which values are the same object, and what stands for an object's identity.

use super::Value;
use std::rc::Rc;

impl Value {
    /// Whether two values are the same object (`is`); small immutable kinds compare by content, as their caches do in Java.
    pub fn same(&self, other: &Value) -> bool {
        use Value::*;
        match (self, other) {
            (Null, Null) => true,
            (Bool(a), Bool(b))
            | (Char(a), Char(b))
            | (Byte(a), Byte(b))
            | (Short(a), Short(b))
            | (Class(a), Class(b)) => a.get() == b.get(),
            (Int(a), Int(b)) => a.get() == b.get(),
            (Long(a), Long(b)) => a == b,
            (Float(a), Float(b)) => a.get().to_bits() == b.get().to_bits(),
            (Double(a), Double(b)) => a.get().to_bits() == b.get().to_bits(),
            (Str(a), Str(b)) => Rc::ptr_eq(a, b),
            (GString(a), GString(b)) => Rc::ptr_eq(a, b),
            (BigInteger(a), BigInteger(b)) => Rc::ptr_eq(a, b),
            (BigDecimal(a), BigDecimal(b)) => Rc::ptr_eq(a, b),
            (List(a), List(b)) => Rc::ptr_eq(a, b),
            (Map(a), Map(b)) => Rc::ptr_eq(a, b),
            (Set(a), Set(b)) => Rc::ptr_eq(a, b),
            (Range(a), Range(b)) => Rc::ptr_eq(a, b),
            (Array(a), Array(b)) => Rc::ptr_eq(a, b),
            (Closure(a), Closure(b)) => Rc::ptr_eq(a, b),
            (Throwable(a), Throwable(b)) => Rc::ptr_eq(a, b),
            (Object(a), Object(b)) => Rc::ptr_eq(a, b),
            (Host(a), Host(b)) => Rc::ptr_eq(a, b),
            _ => false,
        }
    }

    /// `System.identityHashCode`: the same for the same object as long as it lives, 0 for null.
    pub fn identity_hash(&self) -> u32 {
        // Allocations are aligned, so the lowest bits tell nothing.
        ((self.identity() >> 4) as u32) & 0x7fff_ffff
    }

    /// The address that stands for an object's identity; 0 for what has none.
    pub fn identity(&self) -> usize {
        use Value::*;
        fn address<T>(rc: &Rc<T>) -> usize {
            Rc::as_ptr(rc) as usize
        }
        match self {
            Str(r) => address(r),
            GString(r) => address(r),
            BigInteger(r) => address(r),
            BigDecimal(r) => address(r),
            List(r) => address(r),
            Map(r) => address(r),
            Set(r) => address(r),
            Range(r) => address(r),
            Array(r) => address(r),
            Closure(r) => address(r),
            Throwable(r) => address(r),
            Object(r) => address(r),
            Host(r) => address(r),
            Cell(r) => address(r),
            _ => 0,
        }
    }
}
