//! Casts and `as`.
//!
//! A cast is `DefaultTypeTransformation.castToType`; `as` goes further (the file `as_type`). Arrays and collections are in
//! `collections`, what is said when it fails in `messages`.

mod as_type;
mod collections;
mod messages;

use super::number::{is_number, narrow_to_i32, narrow_to_i64, to_big_decimal, to_big_integer, to_f32, to_f64};
use crate::jdk::throwables;
use crate::registry::ClassId;
use crate::value::Value;
use crate::{Res, Vm};

impl Vm {
    /// `(T) value`, and what an assignment to a variable of type T does: `castToType`, or GroovyCastException.
    pub fn cast(&mut self, value: &Value, class: ClassId) -> Res {
        let given = value.class_id();
        if given == class.boxed() || class == ClassId::OBJECT {
            return Ok(value.clone());
        }
        match value {
            Value::Null => return self.cast_null(class),
            Value::Cell(cell) => return self.cast(&cell.get(), class),
            _ if self.is_subclass(given, class) => return Ok(value.clone()),
            _ if class.dimensions() > 0 => return self.cast_to_array(value, class),
            _ => {}
        }
        match class.boxed() {
            ClassId::STRING => self.to_str(value).map(Value::Str),
            ClassId::BOOLEAN => self.truth(value).map(Value::bool),
            ClassId::CHARACTER => self.cast_to_char(value),
            ClassId::CLASS => self.cast_to_class(value),
            ClassId::NUMBER
            | ClassId::BYTE
            | ClassId::SHORT
            | ClassId::INTEGER
            | ClassId::LONG
            | ClassId::FLOAT
            | ClassId::DOUBLE
            | ClassId::BIG_INTEGER
            | ClassId::BIG_DECIMAL => self.cast_to_number(value, class),
            _ if self.is_subclass(class, ClassId::ENUM) => self.cast_to_enum(value, class),
            _ if self.is_subclass(class, ClassId::COLLECTION) => self.cast_to_collection(value, class),
            _ => self.cast_by_constructor(value, class),
        }
    }

    fn cast_null(&mut self, class: ClassId) -> Res {
        match class {
            ClassId::PRIMITIVE_BOOLEAN => Ok(Value::bool(false)),
            ClassId::PRIMITIVE_CHAR => Err(self.null_pointer(
                "Cannot invoke \"java.lang.Character.charValue()\" because the return value of \"org.codehaus.groovy.runtime.typehandling.ShortTypeHandling.castToChar(Object)\" is null",
            )),
            class if class.is_primitive() => Err(self.cannot_cast(&Value::Null, class)),
            _ => Ok(Value::Null),
        }
    }

    /// A number by its lowest bits, a text of one character as that.
    fn cast_to_char(&mut self, value: &Value) -> Res {
        if let Some(number) = narrow_to_i32(value) {
            return Ok(Value::char(number as u16));
        }
        let text = self.to_str(value)?;
        match (text.len(), text.unit(0)) {
            (1, Some(unit)) => Ok(Value::char(unit)),
            _ => {
                let text = self.java_to_str(value)?;
                Err(self.cannot_cast(&Value::Str(text), ClassId::PRIMITIVE_CHAR))
            }
        }
    }

    fn cast_to_class(&mut self, value: &Value) -> Res {
        let name = self.java_to_str(value)?.text().into_owned();
        if let Some(class) = self.class_by_name(&name) {
            return Ok(Value::class(class));
        }
        let thrown = self.throw(&throwables::CLASS_NOT_FOUND_EXCEPTION, name);
        let cause = self.catch(thrown)?;
        Err(self.cannot_cast_due_to(value, ClassId::CLASS, cause))
    }

    fn cast_to_enum(&mut self, value: &Value, class: ClassId) -> Res {
        if !matches!(value, Value::Str(_) | Value::GString(_)) {
            return Err(self.cannot_cast(value, class));
        }
        let name = self.to_str(value)?;
        self.call_method(&Value::class(class), "valueOf", &[Value::Str(name)])
    }

    /// Numbers become each other by narrowing; characters and texts of one character count as numbers.
    fn cast_to_number(&mut self, value: &Value, class: ClassId) -> Res {
        let source = match value {
            Value::Char(c) => Value::int(c.get()),
            Value::Str(_) | Value::GString(_) => {
                let text = self.to_str(value)?;
                match (text.len(), text.unit(0)) {
                    (1, Some(unit)) => Value::int(i32::from(unit)),
                    _ => return Err(self.cannot_cast(&Value::Str(text), class)),
                }
            }
            Value::Host(_) if self.is_instance(value, ClassId::NUMBER) => self.call_method(value, "longValue", &[])?,
            number if is_number(number) => number.clone(),
            other => return Err(self.cannot_cast(other, class)),
        };
        if class == ClassId::NUMBER && !is_number(value) {
            return Err(self.cannot_cast(value, class));
        }
        self.convert_number(&source, class.boxed())
    }

    /// A number as one of another kind, as `Number.intValue()` and its kin convert.
    pub(crate) fn convert_number(&mut self, number: &Value, class: ClassId) -> Res {
        let converted = match class {
            ClassId::BYTE => narrow_to_i32(number).map(|i| Value::byte(i as i8)),
            ClassId::SHORT => narrow_to_i32(number).map(|i| Value::short(i as i16)),
            ClassId::INTEGER => narrow_to_i32(number).map(Value::int),
            ClassId::LONG => narrow_to_i64(number).map(Value::Long),
            ClassId::FLOAT => to_f32(number).map(Value::float),
            ClassId::DOUBLE => return self.convert_to_double(number),
            ClassId::BIG_INTEGER => to_big_integer(number).map(Value::big_integer),
            ClassId::BIG_DECIMAL => to_big_decimal(number).map(Value::big_decimal),
            _ => Some(number.clone()),
        };
        match (converted, number) {
            (Some(converted), _) => Ok(converted),
            // Java reads the text of what is not finite.
            (None, Value::Double(_) | Value::Float(_)) => {
                let text = self.to_text(number)?;
                let first = text.trim_start_matches('-').chars().next().unwrap_or_default();
                Err(self.throw(
                    &throwables::NUMBER_FORMAT_EXCEPTION,
                    format!("Character {first} is neither a decimal digit number, decimal point, nor \"e\" notation exponential mark."),
                ))
            }
            // A decimal with so many zeros before its point that no integer can hold them.
            (None, _) => Err(self.arithmetic(crate::number::ArithmeticError::TOO_LARGE)),
        }
    }

    fn convert_to_double(&mut self, number: &Value) -> Res {
        let double = to_f64(number).unwrap_or(f64::NAN);
        if double.is_infinite() && matches!(number, Value::BigInteger(_) | Value::BigDecimal(_)) {
            let (class, text) = (self.class_name_of(number), self.to_text(number)?);
            return Err(self.throw(
                &throwables::GROOVY_RUNTIME_EXCEPTION,
                format!("Automatic coercion of {class} value {text} to double failed.  Value is out of range."),
            ));
        }
        Ok(Value::double(double))
    }

    /// A closure for a functional interface, the arguments of a constructor as a list, its named arguments as a map.
    pub(super) fn cast_by_constructor(&mut self, value: &Value, class: ClassId) -> Res {
        let args = match value {
            Value::Closure(_) if self.single_method(class).is_some() => return self.closure_as_interface(value, class),
            Value::Map(_) => vec![value.clone()],
            Value::Array(a) if !a.component.is_primitive() => a.to_vec(),
            other if self.is_instance(other, ClassId::COLLECTION) => self.items(other)?.into_vec(),
            other if self.is_instance(other, ClassId::MAP) => vec![other.clone()],
            other => return Err(self.cannot_cast(other, class)),
        };
        let thrown = match self.construct(class, &args) {
            Ok(made) => return Ok(made),
            Err(thrown) => thrown,
        };
        // What Groovy finds wrong becomes the cause; what a constructor throws travels on.
        let cause = self.catch(thrown)?;
        if !self.is_instance(&cause, throwables::GROOVY_RUNTIME_EXCEPTION.id()) {
            return Err(self.throw_value(cause));
        }
        let collections = self.is_subclass(class, ClassId::COLLECTION) && self.is_instance(value, ClassId::COLLECTION);
        if collections && let Some(copy) = self.copy_constructed(value, class)? {
            return Ok(copy);
        }
        Err(self.cannot_cast_due_to(value, class, cause))
    }
}

#[cfg(test)]
mod tests;
