//! Groovy's `FormatHelper`: the one way in which values inside values are written, plainly or as literals.

use super::scalar_text;
use crate::heap::Gathered;
use crate::jdk::groovy::lang::closure::writable;
use crate::registry::ClassId;
use crate::value::{Array, Range, Str, StrBuilder, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// How values are written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// As `println` shows them.
    Plain,
    /// As [`Form::Plain`], but for what comes after about so many units: `...` stands for it.
    Within(usize),
    /// As literals: strings are quoted and escaped.
    Inspect,
    /// As Java's own `toString()` of collections and maps: arrays are not seen through, maps read `{a=1}`.
    Java,
}

impl Form {
    /// The form of what follows so many units.
    fn after(self, written: usize) -> Form {
        match self {
            Form::Within(most) => Form::Within(most.saturating_sub(written)),
            other => other,
        }
    }

    /// Whether nothing more is written after so many units.
    fn is_full(self, written: usize) -> bool {
        matches!(self, Form::Within(most) if written > most)
    }
}

/// Elements longer than this are followed by a look at the memory limit.
const LONG: usize = 4096;

impl Vm {
    /// Appends the text of a value.
    pub(super) fn write_value(&mut self, out: &mut StrBuilder, value: &Value, form: Form) -> Res<()> {
        if let Some(text) = scalar_text(value) {
            out.push_str(&text);
            return Ok(());
        }
        match value {
            Value::Str(s) if form == Form::Inspect => write_quoted(out, s, '\''),
            Value::Str(s) => out.push(s),
            Value::Char(c) => out.push_unit(c.get() as u16),
            Value::Class(_) => out.push_str(&self.class_text(value.as_class().unwrap_or(ClassId::OBJECT))),
            Value::GString(g) => {
                let text = self.gstring_text(g)?;
                match form {
                    Form::Inspect => write_quoted(out, &text, '"'),
                    Form::Plain | Form::Within(_) | Form::Java => out.push(&text),
                }
            }
            Value::Throwable(t) => out.push(&self.throwable_text(t)),
            Value::Range(r) => self.write_range(out, r, form)?,
            Value::Array(_) if form == Form::Java => out.push_str(&self.object_to_string(value)),
            Value::Array(a) => self.write_array(out, a, form)?,
            Value::List(_) => {
                let items = self.items(value)?;
                self.write_items(out, value, items, form)?;
            }
            Value::Set(s) => self.write_items(out, value, Gathered::of(s.borrow().keys()), form)?,
            Value::Map(_) => {
                let pairs = self.pairs(value)?;
                self.write_pairs(out, value, pairs, form)?;
            }
            Value::Object(_) | Value::Host(_) => self.write_object(out, value, form)?,
            Value::Closure(c) if c.class == writable::CLASS.id() => self.write_object(out, value, form)?,
            Value::Cell(c) => self.write_value(out, &c.get(), form)?,
            other => out.push_str(&self.object_to_string(other)),
        }
        Ok(())
    }

    /// Appends the elements of a collection; one that is the collection itself reads `(this Collection)`.
    pub(super) fn write_items(&mut self, out: &mut StrBuilder, this: &Value, items: Gathered, form: Form) -> Res<()> {
        self.nested(|vm| {
            let start = out.len();
            out.push_str("[");
            for (i, item) in items.iter().enumerate() {
                if i > 0 {
                    out.push_str(", ");
                }
                if form.is_full(out.len() - start) {
                    out.push_str("...");
                    break;
                }
                vm.write_element(out, item, this, "(this Collection)", form.after(out.len() - start))?;
            }
            out.push_str("]");
            Ok(())
        })
    }

    fn write_pairs(
        &mut self,
        out: &mut StrBuilder,
        this: &Value,
        pairs: Gathered<(Value, Value)>,
        form: Form,
    ) -> Res<()> {
        let [open, between, close] = match form {
            Form::Java => ["{", "=", "}"],
            Form::Plain | Form::Within(_) | Form::Inspect => ["[", ":", "]"],
        };
        if pairs.is_empty() && form != Form::Java {
            out.push_str("[:]");
            return Ok(());
        }
        self.nested(|vm| {
            let start = out.len();
            out.push_str(open);
            for (i, (key, value)) in pairs.iter().enumerate() {
                if i > 0 {
                    out.push_str(", ");
                }
                if form.is_full(out.len() - start) {
                    out.push_str("...");
                    break;
                }
                vm.write_element(out, key, this, "(this Map)", form.after(out.len() - start))?;
                out.push_str(between);
                vm.write_element(out, value, this, "(this Map)", form.after(out.len() - start))?;
            }
            out.push_str(close);
            Ok(())
        })
    }

    fn write_element(&mut self, out: &mut StrBuilder, item: &Value, this: &Value, itself: &str, form: Form) -> Res<()> {
        self.tick()?;
        if item.is_container() && item.same(this) {
            out.push_str(itself);
            return Ok(());
        }
        let before = out.len();
        self.write_value(out, item, form)?;
        if out.len() - before > LONG {
            self.reserve(0)?;
        }
        Ok(())
    }

    /// A `char[]` reads as its text, other arrays as lists.
    fn write_array(&mut self, out: &mut StrBuilder, array: &Rc<Array>, form: Form) -> Res<()> {
        if array.component != ClassId::PRIMITIVE_CHAR {
            return self.write_items(out, &Value::Array(array.clone()), Gathered::of(array.to_vec()), form);
        }
        for item in array.borrow().iter() {
            if let Value::Char(c) = item {
                out.push_unit(c.get() as u16);
            }
        }
        Ok(())
    }

    fn write_range(&mut self, out: &mut StrBuilder, range: &Range, form: Form) -> Res<()> {
        self.nested(|vm| {
            vm.write_value(out, &range.from, form)?;
            out.push_str(if range.from_inclusive { ".." } else { "<.." });
            out.push_str(if range.to_inclusive { "" } else { "<" });
            vm.write_value(out, &range.to, form)?;
            if let Some(step) = &range.step
                && !vm.equals(step, &Value::int(1))?
            {
                out.push_str(".by(");
                vm.write_value(out, step, form)?;
                out.push_str(")");
            }
            Ok(())
        })
    }

    /// Objects that are collections or maps read as such, others as their `toString()` says.
    fn write_object(&mut self, out: &mut StrBuilder, value: &Value, form: Form) -> Res<()> {
        if self.is_instance(value, ClassId::COLLECTION) {
            let items = self.items(value)?;
            return self.write_items(out, value, items, form);
        }
        if self.is_instance(value, ClassId::MAP) {
            let pairs = self.pairs(value)?;
            return self.write_pairs(out, value, pairs, form);
        }
        match self.own_text(value)? {
            None => out.push_str("null"),
            Some(text) if form == Form::Inspect && self.is_instance(value, ClassId::CHAR_SEQUENCE) => {
                write_quoted(out, &text, '"')
            }
            Some(text) => out.push(&text),
        }
        Ok(())
    }
}

/// Appends a text in quotes, escaped as far as `inspect()` does.
fn write_quoted(out: &mut StrBuilder, text: &Str, quote: char) {
    out.push_str(quote.encode_utf8(&mut [0; 4]));
    for unit in text.iter() {
        match char::from_u32(u32::from(unit)) {
            Some('\\') => out.push_str("\\\\"),
            Some('\n') => out.push_str("\\n"),
            Some('\r') => out.push_str("\\r"),
            Some('\t') => out.push_str("\\t"),
            Some('\u{c}') => out.push_str("\\f"),
            Some(c) if c == quote => {
                out.push_str("\\");
                out.push_unit(unit);
            }
            _ => out.push_unit(unit),
        }
    }
    out.push_str(quote.encode_utf8(&mut [0; 4]));
}
