//! Java's `hashCode`.

use crate::number::integer;
use crate::registry::ClassId;
use crate::value::{Range, Str, Value};
use crate::{Res, Vm};

impl Vm {
    /// `value.hashCode()`, 0 for null. A script's own `hashCode()` is called.
    #[inline]
    pub fn hash(&mut self, value: &Value) -> Res<u32> {
        match value {
            Value::Str(s) => Ok(s.hash()),
            Value::Int(i) => Ok(i.get() as u32),
            other => self.hash_slow(other),
        }
    }

    #[inline(never)]
    fn hash_slow(&mut self, value: &Value) -> Res<u32> {
        Ok(match value {
            Value::Null => 0,
            Value::Bool(b) => {
                if b.get() != 0 {
                    1231
                } else {
                    1237
                }
            }
            Value::Char(i) | Value::Byte(i) | Value::Short(i) | Value::Int(i) => i.get() as u32,
            Value::Long(l) => fold(*l as u64),
            Value::Float(f) => {
                if f.get().is_nan() {
                    0x7fc0_0000
                } else {
                    f.get().to_bits()
                }
            }
            Value::Double(d) => fold(if d.get().is_nan() {
                0x7ff8 << 48
            } else {
                d.get().to_bits()
            }),
            Value::BigInteger(i) => integer::hash(i),
            Value::BigDecimal(d) => d.hash(),
            Value::Str(s) => s.hash(),
            Value::GString(g) => 37u32.wrapping_add(self.gstring_text(g)?.hash()),
            // Java's is an address; the name's is as good and the same in each run.
            Value::Class(_) => Str::new(&self.class_text(value.as_class().unwrap_or(ClassId::OBJECT))).hash(),
            Value::List(l) => self.hash_of_list(&l.to_vec())?,
            Value::Range(r) => self.hash_of_range(r, value)?,
            Value::Set(s) => self.hash_of_set(&s.borrow().keys())?,
            Value::Map(m) => self.hash_of_pairs(&m.borrow().pairs())?,
            Value::Array(_) | Value::Closure(_) | Value::Throwable(_) => value.identity_hash(),
            Value::Object(_) | Value::Host(_) => self.own_hash(value)?,
            Value::Cell(c) => self.hash(&c.get())?,
        })
    }

    /// `AbstractList.hashCode()`.
    pub fn hash_of_list(&mut self, items: &[Value]) -> Res<u32> {
        self.nested(|vm| {
            let mut hash = 1u32;
            for item in items {
                vm.tick()?;
                hash = hash.wrapping_mul(31).wrapping_add(vm.hash(item)?);
            }
            Ok(hash)
        })
    }

    fn hash_of_set(&mut self, items: &[Value]) -> Res<u32> {
        self.nested(|vm| {
            let mut hash = 0u32;
            for item in items {
                vm.tick()?;
                hash = hash.wrapping_add(vm.hash(item)?);
            }
            Ok(hash)
        })
    }

    fn hash_of_pairs(&mut self, pairs: &[(Value, Value)]) -> Res<u32> {
        self.nested(|vm| {
            let mut hash = 0u32;
            for (key, value) in pairs {
                vm.tick()?;
                hash = hash.wrapping_add(vm.hash(key)? ^ vm.hash(value)?);
            }
            Ok(hash)
        })
    }

    /// An `IntRange` pairs its ends after Cantor; other ranges hash as the list of their elements.
    fn hash_of_range(&mut self, range: &Range, value: &Value) -> Res<u32> {
        if let Some((first, last)) = range.ints {
            let (from, to) = (first.min(last) as u32, first.max(last) as u32);
            let sum = from.wrapping_add(to);
            let twice = sum.wrapping_add(1).wrapping_mul(sum) as i32;
            return Ok(((twice / 2) as u32).wrapping_add(to));
        }
        let items = self.items(value)?;
        self.hash_of_list(&items)
    }

    fn own_hash(&mut self, value: &Value) -> Res<u32> {
        match self.nested(|vm| vm.call_method(value, "hashCode", &[]))? {
            Value::Int(hash) => Ok(hash.get() as u32),
            _ => Ok(value.identity_hash()),
        }
    }
}

fn fold(bits: u64) -> u32 {
    (bits ^ (bits >> 32)) as u32
}

#[cfg(test)]
mod tests {
    use crate::semantics::samples::{char, decimal, ints, list, map, vm};
    use crate::value::{GString, Range, Str, Value};

    #[test]
    fn hash_codes_are_javas() {
        let range = |from, to, left, right| Value::Range(Range::of_ints(from, to, left, right));
        let gstring = Value::GString(GString::new(vec![Str::new(""), Str::new("")], vec![Value::str("a")]));
        for (value, hash) in [
            (Value::Null, 0),
            (Value::bool(true), 1231),
            (Value::bool(false), 1237),
            (char('a'), 97),
            (Value::int(-1), -1),
            (Value::Long(-1), 0),
            (Value::Long(1 << 32), 1),
            (Value::double(1.0), 1072693248),
            (Value::double(f64::NAN), 2146959360),
            (Value::double(-0.0), i32::MIN),
            (Value::float(1.0), 1065353216),
            (decimal(10, 1), 311),
            (decimal(100, 2), 3102),
            (Value::big_integer(-4294967296i64), -31),
            (Value::str("ab"), 3105),
            (gstring, 134),
            (ints([1]), 32),
            (ints([]), 1),
            (list([ints([1])]), 63),
            (ints([1, 2, 3]), 30817),
            (map([("a", Value::int(1))]), 96),
            (map([]), 0),
            (range(1, 3, true, true), 13),
            (range(3, 1, true, true), 13),
            (range(1, 4, true, false), 13),
            (range(1, 4, false, true), 25),
            (range(1, 4, false, false), 18),
            (range(1, 1, true, false), 1),
            (list([Value::str("a"), Value::str("b"), Value::str("c")]), 126145),
        ] {
            let text = vm().to_text(&value);
            assert_eq!(vm().hash(&value).ok(), Some(hash as u32), "{text:?}");
        }
    }
}
