//! Rust types as results of natives: which Java types each stands for, and how it becomes a value.

use crate::Res;
use crate::heap::Gathered;
use crate::number::{BigDecimal, BigInteger};
use crate::value::{Array, Closure, GString, HostType, List, Map, Object, Range, Set, Str, Throwable, Value};
use std::rc::Rc;

/// What a native may return; `GIVES` names the Java types that it can stand for, empty for any.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the result of a native member",
    label = "use i32, i64, f64, bool, u16 (char), String, (), Vec<Value>, Gathered, a host type, Value, Option<Value> or Res<…>"
)]
pub trait Ret {
    /// The Java types it can stand for.
    const GIVES: &'static [&'static str] = &[];
    /// The result as a value.
    fn ret(self) -> Res;
}

impl Ret for Value {
    #[inline(always)]
    fn ret(self) -> Res {
        Ok(self)
    }
}

impl<R: Ret> Ret for Res<R> {
    const GIVES: &'static [&'static str] = R::GIVES;
    #[inline(always)]
    fn ret(self) -> Res {
        self.and_then(R::ret)
    }
}

impl<R: Ret> Ret for Option<R> {
    #[inline(always)]
    fn ret(self) -> Res {
        self.map_or(Ok(Value::Null), R::ret)
    }
}

macro_rules! ret {
    ($($t:ty: $($name:literal)*;)*) => { $(
        impl Ret for $t {
            const GIVES: &'static [&'static str] = &[$($name),*];
            #[inline(always)]
            fn ret(self) -> Res {
                Ok(Value::from(self))
            }
        }
    )* };
}

ret! {
    i32: "int" "Integer" "Object" "Number";
    i64: "long" "Long" "Object" "Number";
    f64: "double" "Double" "Object" "Number";
    f32: "float" "Float" "Object" "Number";
    bool: "boolean" "Boolean" "Object";
    String: "String" "CharSequence" "Object";
    &str: "String" "CharSequence" "Object";
    (): "void" "Object";
    Vec<Value>: "List" "ArrayList" "Collection" "Object";
    Gathered: "List" "ArrayList" "Collection" "Object";
    BigInteger: "BigInteger" "Number" "Object";
    BigDecimal: "BigDecimal" "Number" "Object";
    Rc<Str>: "String" "CharSequence" "Object";
    Rc<List>: ;
    Rc<Map>: ;
    Rc<Set>: ;
    Rc<Array>: ;
    Rc<Range>: ;
    Rc<Closure>: ;
    Rc<Throwable>: ;
    Rc<Object>: ;
    Rc<GString>: ;
}

impl Ret for u16 {
    const GIVES: &'static [&'static str] = &["char", "Character", "Object"];
    fn ret(self) -> Res {
        Ok(Value::char(self))
    }
}

impl Ret for i8 {
    const GIVES: &'static [&'static str] = &["byte", "Byte", "Object"];
    fn ret(self) -> Res {
        Ok(Value::byte(self))
    }
}

impl Ret for i16 {
    const GIVES: &'static [&'static str] = &["short", "Short", "Object"];
    fn ret(self) -> Res {
        Ok(Value::short(self))
    }
}

impl<T: HostType> Ret for T {
    fn ret(self) -> Res {
        Ok(Value::host(self))
    }
}
