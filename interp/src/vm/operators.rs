//! Operators as methods, steps, ranges, arrays, spreads, destructuring.

use super::Vm;
use super::script_class::default_value;
use crate::heap::Gathered;
use crate::registry::ClassId;
use crate::semantics::iterate::Iter;
use crate::semantics::number::Operator;
use crate::value::{Array, Str, Value};
use crate::{Res, jdk::throwables};
use std::rc::Rc;

/// The parts of a value that several variables are assigned from.
pub struct Parts {
    source: Source,
    index: usize,
}

enum Source {
    Indexed(Value),
    Walk(Iter),
}

impl Parts {
    /// The next part; null when there is none.
    pub fn next(&mut self, vm: &mut Vm) -> Res {
        match &mut self.source {
            Source::Walk(iter) => Ok(iter.next(vm)?.unwrap_or_default()),
            Source::Indexed(value) => {
                let index = Value::int(self.index as i32);
                self.index += 1;
                vm.index_get(value, &index)
            }
        }
    }
}

impl Vm {
    /// `a op b`: numbers at once, the rest by the operator's method.
    pub fn operate(&mut self, op: Operator, a: &Value, b: &Value) -> Res {
        if let (Operator::Plus, Value::Str(x)) = (op, a) {
            return self.append(x, b);
        }
        if let Some(result) = self.number_operation(op, a, b) {
            return result;
        }
        self.call_method(a, op.method(), std::slice::from_ref(b))
    }

    /// `"text" + b`.
    fn append(&mut self, text: &Rc<Str>, b: &Value) -> Res {
        if let Value::Int(int) = b {
            return Ok(Value::Str(text.concat_int(int.get())));
        }
        let end = self.to_str(b)?;
        self.reserve(text.len() + end.len())?;
        Ok(Value::Str(text.concat(&end)))
    }

    /// `a++`, `a--`: `next()` and `previous()`.
    pub fn step(&mut self, value: &Value, down: bool) -> Res {
        if down {
            self.previous_value(value)
        } else {
            self.next_value(value)
        }
    }

    /// `-a`.
    pub fn negate(&mut self, value: &Value) -> Res {
        match self.negate_number(value) {
            Some(result) => Ok(result),
            None if self.is_array_list(value) => self.each_operand(value, Vm::negate),
            None => self.call_method(value, "negative", &[]),
        }
    }

    /// `+a`.
    pub fn positive(&mut self, value: &Value) -> Res {
        if crate::semantics::number::is_number(value) {
            return Ok(value.clone());
        }
        if self.is_array_list(value) {
            return self.each_operand(value, Vm::positive);
        }
        self.call_method(value, "positive", &[])
    }

    /// `~a`.
    pub fn bitwise_negate(&mut self, value: &Value) -> Res {
        match self.bitwise_negate_number(value) {
            Some(result) => result,
            None if self.is_array_list(value) => self.each_operand(value, Vm::bitwise_negate),
            None => self.call_method(value, "bitwiseNegate", &[]),
        }
    }

    fn is_array_list(&self, value: &Value) -> bool {
        value.class_id() == ClassId::ARRAY_LIST
    }

    /// An operator with one operand, for each element of a list.
    fn each_operand(&mut self, list: &Value, operator: fn(&mut Vm, &Value) -> Res) -> Res {
        let mut out = Gathered::new();
        for item in self.items(list)? {
            let item = self.nested(|vm| operator(vm, &item))?;
            out.push(self, item)?;
        }
        Ok(out.into())
    }

    /// `switch` and `in`: `case.isCase(value)`; a null case takes only null.
    pub fn is_case(&mut self, case: &Value, value: &Value) -> Res<bool> {
        match (case, value) {
            (Value::Null, _) => Ok(value.is_null()),
            (Value::Int(a), Value::Int(b)) => Ok(a.get() == b.get()),
            (Value::Str(a), Value::Str(b)) => Ok(a == b),
            (Value::Class(_), _) if !matches!(value, Value::Class(_)) => {
                Ok(case.as_class().is_some_and(|c| self.is_instance(value, c)))
            }
            _ => {
                let result = self.call_method(case, "isCase", std::slice::from_ref(value))?;
                self.truth(&result)
            }
        }
    }

    /// `a..b` with closed or open ends.
    pub fn new_range(&mut self, from: Value, to: Value, from_inclusive: bool, to_inclusive: bool) -> Res {
        self.range(&from, &to, from_inclusive, to_inclusive).map(Value::Range)
    }

    /// `new T[a][b]…` with every element at its default.
    pub fn new_array(&mut self, component: ClassId, sizes: &[i32]) -> Res {
        let Some((size, rest)) = sizes.split_first() else {
            return Ok(Value::Null);
        };
        if *size < 0 {
            return Err(self.throw(&throwables::NEGATIVE_ARRAY_SIZE_EXCEPTION, size));
        }
        let count = *size as usize;
        self.reserve(count.saturating_mul(16))?;
        self.tick_many(count)?;
        // The element type is what remains when all sized dimensions are taken off.
        let mut component = component;
        for _ in rest {
            component = component.array();
        }
        if rest.is_empty() {
            return Ok(Value::Array(Array::new(
                component,
                vec![default_value(component); count],
            )));
        }
        let inner = component.component().unwrap_or(ClassId::OBJECT);
        let mut element = inner;
        for _ in 1..rest.len() {
            element = element.component().unwrap_or(ClassId::OBJECT);
        }
        let mut items = Vec::with_capacity(count);
        for _ in 0..count {
            items.push(self.nested(|vm| vm.new_array(element, rest))?);
        }
        Ok(Value::Array(Array::new(component, items)))
    }

    /// The values that `*value` adds to a list or to arguments.
    pub(crate) fn spread(&mut self, value: &Value) -> Res<Vec<Value>> {
        match value {
            Value::Null => Ok(vec![Value::Null]),
            Value::List(list) => Ok(list.to_vec()),
            Value::Array(array) => Ok(array.to_vec()),
            Value::Range(_) => self.items(value).map(Gathered::into_vec),
            other if self.is_instance(other, ClassId::LIST) => self.items(other).map(Gathered::into_vec),
            other => {
                let mut text = format!(
                    "Cannot spread the type {} with value {}",
                    self.class_name(other.class_id()),
                    self.java_to_str(other)?.text()
                );
                if matches!(other, Value::Map(_)) {
                    text.push_str(", did you mean to use the spread-map operator instead?");
                }
                Err(self.illegal_argument(text))
            }
        }
    }

    /// The parts of a value that several variables are assigned from: by index, or by walking what has no index.
    pub(crate) fn destructure(&mut self, value: &Value) -> Res<Parts> {
        let by_walking = match value {
            Value::Set(_) => true,
            Value::Host(_) => !self.responds(value, "getAt", &[Value::int(0)])?,
            Value::Object(_) => {
                self.is_instance(value, ClassId::ITERABLE) && !self.responds(value, "getAt", &[Value::int(0)])?
            }
            _ => false,
        };
        let source = match value {
            Value::Null => return Err(self.null_pointer("Cannot invoke method getAt() on null object")),
            _ if by_walking => Source::Walk(self.iterate(value)?),
            Value::Array(_) => Source::Walk(self.iterate(value)?),
            other => Source::Indexed(other.clone()),
        };
        Ok(Parts { source, index: 0 })
    }

    /// `value as T`: a script object's own `asType` first.
    pub(crate) fn as_operator(&mut self, value: &Value, class: ClassId) -> Res {
        if let Value::Object(object) = value
            && self
                .candidates(object.class.get(), "asType")
                .iter()
                .any(|c| !c.belongs_to_object)
        {
            return self.call_method(value, "asType", &[Value::class(class)]);
        }
        if value.is_null() {
            return Ok(match class {
                ClassId::PRIMITIVE_BOOLEAN => Value::bool(false),
                _ => Value::Null,
            });
        }
        if self.is_instance(value, class) {
            return Ok(value.clone());
        }
        self.as_type(value, class)
    }
}
