//! Values as JSON, under the settings of a generator.

use super::delegate;
use super::generator::Settings;
use super::output::Unescaped;
use super::properties;
use crate::heap::{Gathered, Share};
use crate::jdk::groovy::util::expando::Expando;
use crate::jdk::lang::enumeration::Constant;
use crate::jdk::text::simple_date_format;
use crate::jdk::throwables;
use crate::jdk::util::calendar::Calendar;
use crate::jdk::util::date::Date;
use crate::jdk::util::time_zone::TimeZone;
use crate::registry::ClassId;
use crate::value::{Map, Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// `generator.toJson(value)`.
pub(super) fn to_json(vm: &mut Vm, settings: &Settings, value: &Value) -> Res<Rc<Str>> {
    let mut writer = Writer {
        settings,
        out: Vec::new(),
        share: Share::default(),
    };
    writer.value(vm, None, value)?;
    Ok(Str::from_units(&writer.out))
}

/// Appends a text in quotes, escaped as Groovy does.
pub(super) fn push_quoted(out: &mut Vec<u16>, text: impl Iterator<Item = u16>, keep_unicode: bool) {
    out.push(u16::from(b'"'));
    push_escaped(out, text, keep_unicode);
    out.push(u16::from(b'"'));
}

/// Units between two looks at the memory limit: escaping makes up to six of one.
const LONG: usize = 1 << 16;

fn push_escaped(out: &mut Vec<u16>, text: impl Iterator<Item = u16>, keep_unicode: bool) {
    for unit in text {
        match unit {
            0x22 => push(out, "\\\""),
            0x5c => push(out, "\\\\"),
            0x08 => push(out, "\\b"),
            0x0c => push(out, "\\f"),
            0x0a => push(out, "\\n"),
            0x0d => push(out, "\\r"),
            0x09 => push(out, "\\t"),
            other if other < 32 || (other > 126 && !keep_unicode) => push(out, &format!("\\u{other:04x}")),
            other => out.push(other),
        }
    }
}

pub(super) fn push(out: &mut Vec<u16>, text: &str) {
    out.extend(text.encode_utf16());
}

struct Writer<'s> {
    settings: &'s Settings,
    out: Vec<u16>,
    share: Share,
}

impl Writer<'_> {
    fn value(&mut self, vm: &mut Vm, key: Option<&Rc<Str>>, value: &Value) -> Res<()> {
        vm.tick()?;
        self.count(vm)?;
        if self.settings.excludes_value(vm, value) {
            return Ok(());
        }
        if value.is_null() {
            push(&mut self.out, "null");
            return Ok(());
        }
        match self.converted(vm, key, value)? {
            Some(converted) => self.kind(vm, &converted),
            None => self.kind(vm, value),
        }
    }

    /// Puts what was written so far on the account.
    fn count(&self, vm: &mut Vm) -> Res<()> {
        self.share.set(size_of::<u16>() * self.out.capacity());
        vm.settle()
    }

    fn converted(&self, vm: &mut Vm, key: Option<&Rc<Str>>, value: &Value) -> Res<Option<Value>> {
        let class = value.class_id();
        let Some(converter) = self.settings.converters.iter().find(|c| vm.is_subclass(class, c.class)) else {
            return Ok(None);
        };
        let key = key.map_or(Value::Null, |k| Value::Str(k.clone()));
        let both = [value.clone(), key];
        let count = if vm.closure_arity(&converter.closure) == 1 {
            1
        } else {
            2
        };
        vm.call_closure(&converter.closure, &both[..count]).map(Some)
    }

    fn kind(&mut self, vm: &mut Vm, value: &Value) -> Res<()> {
        match value {
            Value::Str(s) => self.text(vm, s),
            Value::GString(_) => {
                let text = vm.to_str(value)?;
                self.text(vm, &text)
            }
            Value::Char(c) => {
                push_quoted(
                    &mut self.out,
                    std::iter::once(c.get() as u16),
                    self.settings.keep_unicode,
                );
                Ok(())
            }
            Value::Double(d) => self.real(vm, value, d.get()),
            Value::Float(f) => self.real(vm, value, f64::from(f.get())),
            Value::Map(map) => vm.nested(|vm| self.map(vm, map)),
            Value::List(_) | Value::Set(_) | Value::Range(_) | Value::Array(_) => {
                vm.nested(|vm| self.elements(vm, value))
            }
            Value::Closure(closure) => {
                let content = delegate::content_of(vm, closure, &[])?;
                vm.nested(|vm| self.map(vm, &content))
            }
            Value::Object(_) | Value::Host(_) | Value::Throwable(_) | Value::Class(_) => {
                vm.nested(|vm| self.object(vm, value))
            }
            scalar => {
                let text = vm.to_str(scalar)?;
                self.out.extend(text.iter());
                Ok(())
            }
        }
    }

    fn text(&mut self, vm: &mut Vm, text: &Str) -> Res<()> {
        vm.tick_many(text.len() / 16)?;
        push(&mut self.out, "\"");
        let mut units = text.iter();
        while units.len() > 0 {
            push_escaped(&mut self.out, units.by_ref().take(LONG), self.settings.keep_unicode);
            self.count(vm)?;
        }
        push(&mut self.out, "\"");
        Ok(())
    }

    fn real(&mut self, vm: &mut Vm, value: &Value, number: f64) -> Res<()> {
        let shown = vm.to_text(value)?;
        let what = match (number.is_infinite(), number.is_nan()) {
            (true, _) => "infinite",
            (_, true) => "NaN",
            _ => {
                push(&mut self.out, &shown);
                return Ok(());
            }
        };
        let message = format!("Number {shown} can't be serialized as JSON: {what} are not allowed in JSON.");
        Err(vm.throw(&throwables::JSON_EXCEPTION, message))
    }

    fn map(&mut self, vm: &mut Vm, map: &Rc<Map>) -> Res<()> {
        let entries = vm.pairs(&Value::Map(map.clone()))?;
        self.entries(vm, entries)
    }

    fn entries(&mut self, vm: &mut Vm, entries: Gathered<(Value, Value)>) -> Res<()> {
        push(&mut self.out, "{");
        let mut first = true;
        for (key, value) in entries {
            if key.is_null() {
                return Err(vm.illegal_argument("Maps with null keys can't be converted to JSON"));
            }
            let key = vm.to_str(&key)?;
            if self.settings.excludes_value(vm, &value) || self.settings.excludes_name(&key.text()) {
                continue;
            }
            if !std::mem::replace(&mut first, false) {
                push(&mut self.out, ",");
            }
            push_quoted(&mut self.out, key.iter(), self.settings.keep_unicode);
            push(&mut self.out, ":");
            self.value(vm, Some(&key), &value)?;
        }
        push(&mut self.out, "}");
        Ok(())
    }

    fn elements(&mut self, vm: &mut Vm, value: &Value) -> Res<()> {
        push(&mut self.out, "[");
        let mut walk = vm.iterate(value)?;
        let mut first = true;
        while let Some(item) = walk.next(vm)? {
            if self.settings.excludes_value(vm, &item) {
                continue;
            }
            if !std::mem::replace(&mut first, false) {
                push(&mut self.out, ",");
            }
            self.value(vm, None, &item)?;
        }
        push(&mut self.out, "]");
        Ok(())
    }

    /// Objects of script and native classes: by what they are, else by their properties.
    fn object(&mut self, vm: &mut Vm, value: &Value) -> Res<()> {
        if let Some(raw) = value.as_host::<Unescaped>() {
            self.out.extend(raw.text.iter());
            return Ok(());
        }
        if let Some(constant) = value.as_host::<Constant>() {
            push_quoted(&mut self.out, constant.name.iter(), true);
            return Ok(());
        }
        if let Value::Object(object) = value {
            let base = object.base.borrow().clone();
            if let Value::Map(map) = &base {
                return self.map(vm, map);
            }
            if vm.is_instance(value, ClassId::ENUM) {
                let name = vm.call_method(value, "name", &[])?;
                let name = vm.to_str(&name)?;
                push_quoted(&mut self.out, name.iter(), true);
                return Ok(());
            }
        }
        self.by_class(vm, value)
    }

    /// A date, by the format of the settings.
    fn date(&mut self, vm: &mut Vm, millis: i64) -> Res<()> {
        let pattern = simple_date_format::pattern(vm, &self.settings.date_format)?;
        let text = pattern.format(millis, &TimeZone::of_id(&self.settings.time_zone));
        push(&mut self.out, &format!("\"{text}\""));
        Ok(())
    }

    fn by_class(&mut self, vm: &mut Vm, value: &Value) -> Res<()> {
        if let Some(date) = value.as_host::<Date>() {
            return self.date(vm, date.millis.get());
        }
        if let Some(calendar) = value.as_host::<Calendar>() {
            return self.date(vm, calendar.time());
        }
        if let Some(expando) = value.as_host::<Expando>() {
            return self.map(vm, &expando.properties);
        }
        if vm.is_instance(value, ClassId::CHAR_SEQUENCE) {
            let text = vm.to_str(value)?;
            return self.text(vm, &text);
        }
        if vm.is_instance(value, ClassId::NUMBER) {
            let text = vm.to_str(value)?;
            self.out.extend(text.iter());
            return Ok(());
        }
        let is = |vm: &Vm, name: &str| vm.class_by_name(name).is_some_and(|c| vm.is_instance(value, c));
        if is(vm, "java.net.URL") || is(vm, "java.util.UUID") {
            let text = vm.to_str(value)?;
            return self.text(vm, &text);
        }
        let walkable = [ClassId::ITERABLE, ClassId::ITERATOR];
        if walkable.iter().any(|c| vm.is_instance(value, *c)) || is(vm, "java.util.Enumeration") {
            return self.elements(vm, value);
        }
        let mut found = properties::of(vm, value)?;
        if is(vm, "java.io.File") {
            let file = vm.class_by_name("java.io.File").unwrap_or(ClassId::NONE);
            found.retain(|(_, v)| !vm.is_instance(v, file));
        }
        self.entries(vm, Gathered::of(found))
    }
}
