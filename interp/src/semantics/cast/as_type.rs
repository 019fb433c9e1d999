//! `value as T`: texts are read as numbers, collections become each other, maps and closures stand for interfaces.

use crate::jdk::throwables;
use crate::jdk::util::function;
use crate::registry::ClassId;
use crate::value::{Array, Value};
use crate::{Res, Vm};

impl Vm {
    /// `value as T`: `asType`. A script object's own `asType` is the operator's business.
    pub fn as_type(&mut self, value: &Value, class: ClassId) -> Res {
        if value.is_null() || class == ClassId::OBJECT || value.class_id() == class.boxed() {
            return Ok(value.clone());
        }
        let class = class.boxed();
        if class == ClassId::STRING {
            return self.to_str(value).map(Value::Str);
        }
        match value {
            Value::Map(_) | Value::Closure(_) => {}
            _ if self.is_trait(class) && !self.is_instance(value, class) => return self.trait_proxy(value, &[class]),
            _ => {}
        }
        match value {
            Value::Str(_) => self.text_as(value, class),
            Value::GString(_) if self.is_subclass(class, ClassId::NUMBER) => {
                let text = Value::Str(self.to_str(value)?);
                self.text_as(&text, class)
            }
            Value::Map(_) if !self.is_instance(value, class) && self.is_interface(class) => {
                self.map_as_interface(value, class)
            }
            Value::Closure(_) if !self.is_instance(value, class) && self.is_interface(class) => {
                self.closure_as_interface(value, class)
            }
            Value::Map(_) | Value::Closure(_) if !self.is_instance(value, class) && class.dimensions() == 0 => {
                self.cast_or_subclass(value, class)
            }
            Value::Array(_) if matches!(class, ClassId::SORTED_SET | ClassId::SET) => {
                let list = Value::from(self.items(value)?);
                self.collection_as(&list, class)
            }
            Value::List(_) | Value::Set(_) | Value::Range(_) | Value::Object(_) | Value::Host(_)
                if class.dimensions() == 0 && self.is_instance(value, ClassId::COLLECTION) =>
            {
                self.collection_as(value, class)
            }
            Value::List(_) | Value::Set(_) | Value::Range(_) | Value::Object(_) | Value::Host(_)
                if self.is_instance(value, ClassId::COLLECTION) =>
            {
                self.collection_as_array(value, class)
            }
            other => self.cast(other, class),
        }
    }

    /// A text as a number, a character or a list of its characters.
    fn text_as(&mut self, text: &Value, class: ClassId) -> Res {
        let method = match class {
            ClassId::INTEGER => "toInteger",
            ClassId::LONG => "toLong",
            ClassId::SHORT => "toShort",
            ClassId::FLOAT => "toFloat",
            ClassId::DOUBLE => "toDouble",
            ClassId::BIG_INTEGER => "toBigInteger",
            ClassId::BIG_DECIMAL => "toBigDecimal",
            ClassId::CHARACTER => "toCharacter",
            ClassId::BYTE => return self.text_as_byte(text),
            ClassId::LIST => return self.items(text).map(Value::from),
            _ => return self.text_as_other(text, class),
        };
        self.call_method(text, method, &[])
    }

    fn text_as_byte(&mut self, text: &Value) -> Res {
        let number = self.call_method(text, "toInteger", &[])?;
        match &number {
            Value::Int(i) if i8::try_from(i.get()).is_ok() => Ok(Value::byte(i.get() as i8)),
            _ => {
                let text = self.to_text(text)?;
                Err(self.throw(
                    &throwables::NUMBER_FORMAT_EXCEPTION,
                    format!("Value out of range. Value:\"{}\" Radix:10", text.trim()),
                ))
            }
        }
    }

    /// A file by its path, else a cast.
    fn text_as_other(&mut self, text: &Value, class: ClassId) -> Res {
        if self.class_by_name("java.io.File") == Some(class) {
            return self.construct(class, std::slice::from_ref(text));
        }
        self.cast(text, class)
    }

    /// A collection of another kind: what it is already, an everyday kind, or what the class's constructors make of it.
    fn collection_as(&mut self, value: &Value, class: ClassId) -> Res {
        let everyday = match class {
            ClassId::LIST => Some(ClassId::ARRAY_LIST),
            ClassId::SET => Some(ClassId::LINKED_HASH_SET),
            ClassId::SORTED_SET => Some(ClassId::TREE_SET),
            _ => match &*self.class_name(class) {
                "java.util.Queue" => Some(ClassId::LINKED_LIST),
                _ => None,
            },
        };
        if self.is_instance(value, class) && (everyday.is_some() || self.is_interface(class)) {
            return Ok(value.clone());
        }
        if let Some(everyday) = everyday {
            return self.construct(everyday, std::slice::from_ref(value));
        }
        if let Some(copy) = self.copy_constructed(value, class)? {
            return Ok(copy);
        }
        if self.is_subclass(class, ClassId::COLLECTION) && !self.is_interface(class) {
            let made = self.construct(class, &[])?;
            self.call_method(&made, "addAll", std::slice::from_ref(value))?;
            return Ok(made);
        }
        self.cast(value, class)
    }

    /// Each element as the component, so that texts are read as numbers.
    fn collection_as_array(&mut self, value: &Value, class: ClassId) -> Res {
        let component = class.component().unwrap_or(ClassId::OBJECT);
        let mut items = self.items(value)?;
        for item in items.iter_mut() {
            self.tick()?;
            if item.is_null() && component.is_primitive() && component != ClassId::PRIMITIVE_BOOLEAN {
                return Err(self.throw_silent(&throwables::NULL_POINTER_EXCEPTION));
            }
            *item = match component {
                ClassId::PRIMITIVE_BOOLEAN => self.cast(item, component)?,
                _ => self.as_type(item, component)?,
            };
        }
        Ok(Value::Array(Array::new(component, items.into_vec())))
    }

    /// A map whose closures stand for an interface's methods.
    fn map_as_interface(&mut self, value: &Value, class: ClassId) -> Res {
        if let (Value::Map(map), Some(method)) = (value, self.single_method(class))
            && let Some(Value::Closure(closure)) = self.map_get(map, &Value::str(&method))?
            && let Some(function) = function::standing_for(&closure, class)
        {
            return Ok(Value::Closure(function));
        }
        self.proxy(value, class)
    }

    /// A closure that stands for an interface's methods: for Java's everyday functional interfaces one of a class of them.
    pub(super) fn closure_as_interface(&mut self, value: &Value, class: ClassId) -> Res {
        if let Value::Closure(closure) = value
            && let Some(function) = function::standing_for(closure, class)
        {
            return Ok(Value::Closure(function));
        }
        self.proxy(value, class)
    }

    /// What a cast gives, and where that fails an object of a subclass that closures stand behind.
    fn cast_or_subclass(&mut self, value: &Value, class: ClassId) -> Res {
        if self.is_abstract(class) && class.is_script() {
            return self.proxy(value, class);
        }
        let thrown = match self.cast(value, class) {
            Ok(cast) => return Ok(cast),
            Err(thrown) => thrown,
        };
        let exception = self.catch(thrown)?;
        if !self.is_instance(&exception, throwables::GROOVY_CAST_EXCEPTION.id()) {
            return Err(self.throw_value(exception));
        }
        if self.is_final(class) {
            let text = format!(
                "Cannot coerce a map to class {} because it is a final class",
                self.class_name(class)
            );
            return Err(self.throw(&throwables::GROOVY_CAST_EXCEPTION, text));
        }
        if !class.is_script() {
            return Err(self.throw_value(exception));
        }
        self.proxy(value, class)
    }
}
