//! Elements by index.

use super::locals::Local;
use super::{Frame, N, Node};
use crate::value::Value;
use crate::{Res, Vm};
use rovy_parser::Span;

/// `a[i]`, `a?[i]`.
pub struct Index<R, I> {
    /// The receiver.
    pub receiver: R,
    /// The index.
    pub index: I,
    /// Null on a null receiver?
    pub safe: bool,
    /// Where it stands.
    pub span: Span,
}

impl<I: Node> Node for Index<N, I> {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let receiver = self.receiver.eval(vm, fr)?;
        if self.safe && receiver.is_null() {
            return Ok(Value::Null);
        }
        let index = self.index.eval(vm, fr)?;
        vm.index_get(&receiver, &index).map_err(|t| vm.mark(t, self.span))
    }
}

impl<I: Node> Node for Index<Local, I> {
    #[inline(always)]
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        if let Some(index) = self.index.in_slot(fr) {
            let receiver = &fr.locals[self.receiver.0 as usize];
            if self.safe && receiver.is_null() {
                return Ok(Value::Null);
            }
            return vm.index_get(receiver, index).map_err(|t| vm.mark(t, self.span));
        }
        let index = self.index.eval(vm, fr)?;
        let receiver = &fr.locals[self.receiver.0 as usize];
        if self.safe && receiver.is_null() {
            return Ok(Value::Null);
        }
        let result = vm.index_get(receiver, &index);
        index.done();
        result.map_err(|t| vm.mark(t, self.span))
    }

    fn test(&self, vm: &mut Vm, fr: &mut Frame) -> Res<bool> {
        let known = match (&fr.locals[self.receiver.0 as usize], self.index.known_int(fr)) {
            (Value::List(list), Some(index)) => list.bool_at(index),
            _ => None,
        };
        match known {
            Some(truth) => Ok(truth),
            None => {
                let value = self.eval(vm, fr)?;
                vm.truth(&value)
            }
        }
    }
}

impl Vm {
    /// `receiver[index]`: lists, arrays and maps at once, the rest by `getAt`.
    #[inline(always)]
    pub fn index_get(&mut self, receiver: &Value, index: &Value) -> Res {
        if let (Value::List(list), Value::Int(i)) = (receiver, index)
            && let Ok(at) = usize::try_from(i.get())
            && let Some(value) = list.get(at)
            // A list with defaults makes up even what is null.
            && (!value.is_null() || list.is_plain())
        {
            return Ok(value);
        }
        self.index_get_other(receiver, index)
    }

    #[inline(never)]
    fn index_get_other(&mut self, receiver: &Value, index: &Value) -> Res {
        match (receiver, index) {
            (Value::Array(array), Value::Int(i)) => {
                if let Ok(at) = usize::try_from(i.get())
                    && let Some(value) = array.get(at)
                {
                    return Ok(value);
                }
            }
            (Value::Map(map), Value::Str(key)) if map.is_plain() => {
                return Ok(map.get_str(key).unwrap_or_default());
            }
            _ => {}
        }
        self.index_get_slow(receiver, index)
    }

    #[cold]
    #[inline(never)]
    fn index_get_slow(&mut self, receiver: &Value, index: &Value) -> Res {
        if let (Value::Map(_), Value::GString(_)) = (receiver, index) {
            let key = Value::Str(self.to_str(index)?);
            return self.index_get(receiver, &key);
        }
        self.call_method(receiver, "getAt", std::slice::from_ref(index))
    }

    /// `receiver[index] = value`: lists and maps at once, the rest by `putAt`.
    #[inline(always)]
    pub fn index_set(&mut self, receiver: &Value, index: &Value, value: Value) -> Res<()> {
        if let (Value::List(list), Value::Int(i)) = (receiver, index) {
            crate::heap::cycles::may_close(receiver, &value);
            return match list.overwrite(i.get(), value) {
                Ok(()) => Ok(()),
                Err(value) => self.index_set_slow(receiver, index, value),
            };
        }
        self.index_set_other(receiver, index, value)
    }

    #[inline(never)]
    fn index_set_other(&mut self, receiver: &Value, index: &Value, value: Value) -> Res<()> {
        if let (Value::Map(map), Value::Str(key)) = (receiver, index)
            && map.is_plain()
        {
            crate::heap::cycles::may_close(receiver, &value);
            map.put_str(key, value);
            return Ok(());
        }
        self.index_set_slow(receiver, index, value)
    }

    #[cold]
    #[inline(never)]
    fn index_set_slow(&mut self, receiver: &Value, index: &Value, value: Value) -> Res<()> {
        if let (Value::Map(_), Value::GString(_)) = (receiver, index) {
            let key = Value::Str(self.to_str(index)?);
            return self.index_set(receiver, &key, value);
        }
        if let (Value::Array(array), Value::Int(i)) = (receiver, index) {
            let value = self.cast(&value, array.component)?;
            let (at, len) = (i.get() as i64, array.len() as i64);
            let real = if at < 0 { at + len } else { at };
            if real < 0 || real >= len {
                let message = if at < 0 {
                    format!("Negative array index [{at}] too large for array size {len}")
                } else {
                    format!("Index {at} out of bounds for length {len}")
                };
                return Err(self.throw(&crate::jdk::throwables::ARRAY_INDEX_OUT_OF_BOUNDS_EXCEPTION, message));
            }
            array.set(real as usize, value);
            return Ok(());
        }
        self.call_method(receiver, "putAt", &[index.clone(), value])
            .map(Value::done)
    }
}
