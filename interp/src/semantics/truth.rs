//! Groovy truth.

use super::number::to_f64;
use crate::registry::ClassId;
use crate::value::Value;
use crate::{Res, Vm};

impl Vm {
    /// What a value is in a condition. A script's own `asBoolean()` is called.
    #[inline]
    pub fn truth(&mut self, value: &Value) -> Res<bool> {
        match value {
            Value::Bool(b) => Ok(b.get() != 0),
            Value::Null => Ok(false),
            other => self.truth_slow(other),
        }
    }

    #[cold]
    #[inline(never)]
    fn truth_slow(&mut self, value: &Value) -> Res<bool> {
        Ok(match value {
            Value::Null => false,
            Value::Bool(b) => b.get() != 0,
            Value::Char(c) => c.get() != 0,
            Value::Int(i) => i.get() != 0,
            Value::Str(s) => !s.is_empty(),
            Value::GString(g) => !self.gstring_text(g)?.is_empty(),
            Value::List(l) => !l.is_empty(),
            Value::Map(m) => !m.is_empty(),
            Value::Set(s) => !s.is_empty(),
            Value::Array(a) => !a.is_empty(),
            Value::Range(r) => !self.range_is_empty(r)?,
            Value::Cell(c) => return self.truth(&c.get()),
            Value::Class(_) | Value::Closure(_) | Value::Throwable(_) => true,
            Value::Object(_) | Value::Host(_) => return self.own_truth(value),
            number => to_f64(number).is_none_or(|d| d != 0.0 && !d.is_nan()),
        })
    }

    /// Collections, maps and texts that scripts or hosts make ask themselves whether they are empty; others `asBoolean()`.
    fn own_truth(&mut self, value: &Value) -> Res<bool> {
        let sized = [ClassId::COLLECTION, ClassId::MAP]
            .iter()
            .any(|class| self.is_instance(value, *class));
        self.nested(|vm| {
            if sized {
                let empty = vm.call_method(value, "isEmpty", &[])?;
                return Ok(!vm.truth(&empty)?);
            }
            if vm.is_instance(value, ClassId::CHAR_SEQUENCE) {
                return Ok(!vm.to_str(value)?.is_empty());
            }
            if vm.is_instance(value, ClassId::NUMBER) {
                let number = vm.call_method(value, "doubleValue", &[])?;
                return vm.truth(&number);
            }
            if vm.is_instance(value, ClassId::ITERATOR) {
                let more = vm.call_method(value, "hasNext", &[])?;
                return vm.truth(&more);
            }
            match vm.call_method(value, "asBoolean", &[])? {
                Value::Bool(b) => Ok(b.get() != 0),
                other => vm.truth(&other),
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::registry::ClassId;
    use crate::semantics::samples::{char, decimal, ints, map, vm};
    use crate::value::{Array, Closure, GString, Map, Range, Set, Str, Value};

    #[test]
    fn what_counts_as_true() {
        let gstring =
            |part: &str| Value::GString(GString::new(vec![Str::new(part), Str::new("")], vec![Value::str("")]));
        for (value, truth) in [
            (Value::Null, false),
            (Value::bool(false), false),
            (Value::int(0), false),
            (Value::int(-1), true),
            (Value::Long(0), false),
            (Value::double(0.0), false),
            (Value::double(-0.0), false),
            (Value::double(f64::NAN), false),
            (Value::float(0.1), true),
            (decimal(0, 5), false),
            (decimal(1, 400), false),
            (Value::big_integer(0), false),
            (char('\0'), false),
            (char('0'), true),
            (Value::str(""), false),
            (Value::str(" "), true),
            (gstring(""), false),
            (gstring("x"), true),
            (ints([]), false),
            (ints([0]), true),
            (map([]), false),
            (map([("a", Value::Null)]), true),
            (Value::Map(Map::empty()), false),
            (Value::Set(Set::empty()), false),
            (Value::Array(Array::new(ClassId::PRIMITIVE_INT, vec![])), false),
            (Value::Range(Range::of_ints(1, 1, true, false)), false),
            (Value::Range(Range::of_ints(1, 1, true, true)), true),
            (Value::class(ClassId::STRING), true),
            (
                Value::Closure(Closure::native(Value::Null, 0, vec![], |_, _| Ok(Value::Null))),
                true,
            ),
        ] {
            assert_eq!(vm().truth(&value).ok(), Some(truth), "{:?}", vm().to_text(&value).ok());
        }
    }
}
