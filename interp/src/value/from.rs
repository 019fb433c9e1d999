//! Values of Rust's types.

use super::{Array, Closure, GString, Host, List, Map, Object, Range, Set, Str, Throwable, Value};
use crate::number::{BigDecimal, BigInteger};
use crate::registry::ClassId;
use std::rc::Rc;

impl From<i32> for Value {
    #[inline(always)]
    fn from(i: i32) -> Value {
        Value::int(i)
    }
}

impl From<i64> for Value {
    #[inline(always)]
    fn from(l: i64) -> Value {
        Value::Long(l)
    }
}

impl From<f64> for Value {
    fn from(d: f64) -> Value {
        Value::double(d)
    }
}

impl From<f32> for Value {
    fn from(f: f32) -> Value {
        Value::float(f)
    }
}

impl From<bool> for Value {
    #[inline(always)]
    fn from(b: bool) -> Value {
        Value::bool(b)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::str(text)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Str(Str::new(&text))
    }
}

impl From<()> for Value {
    fn from(_: ()) -> Value {
        Value::Null
    }
}

impl From<Vec<Value>> for Value {
    fn from(items: Vec<Value>) -> Value {
        Value::list(items)
    }
}

impl From<BigInteger> for Value {
    fn from(i: BigInteger) -> Value {
        Value::big_integer(i)
    }
}

impl From<BigDecimal> for Value {
    fn from(d: BigDecimal) -> Value {
        Value::big_decimal(d)
    }
}

impl From<ClassId> for Value {
    fn from(id: ClassId) -> Value {
        Value::class(id)
    }
}

impl From<Option<Value>> for Value {
    fn from(value: Option<Value>) -> Value {
        value.unwrap_or_default()
    }
}

macro_rules! from_heap {
    ($($kind:ident)*) => { $(
        impl From<Rc<$kind>> for Value {
            fn from(r: Rc<$kind>) -> Value {
                Value::$kind(r)
            }
        }
    )* };
}
from_heap! { Str GString List Map Set Range Array Closure Throwable Object Host }
