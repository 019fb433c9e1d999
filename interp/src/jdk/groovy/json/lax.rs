//! The reader behind `LAX`: comments, single quotes, names and texts without quotes.

use super::scan::{Failure, Unit, describe, details, number, unescape};
use super::strict::Shape;
use crate::Vm;
use crate::heap::Gathered;
use crate::jdk::throwables;
use crate::registry::ClassId;
use crate::value::{List, Map, Str, Table, Value};
use std::rc::Rc;

/// Reads one text.
pub(super) struct LaxReader<'a, U> {
    text: &'a [U],
    index: usize,
    /// The character last looked at: it stays behind when the text ends, and complaints show it.
    current: u16,
    shape: Shape,
}

impl<'a, U: Unit> LaxReader<'a, U> {
    pub(super) fn new(text: &'a [U]) -> LaxReader<'a, U> {
        LaxReader {
            text,
            index: 0,
            current: 0,
            shape: Shape::in_hash_order(),
        }
    }

    /// The value that the text begins with.
    pub(super) fn read(mut self, vm: &mut Vm) -> Result<Value, Failure> {
        match self.value(vm)? {
            Some(value) => Ok(value),
            None => Err(missing("Value.isContainer()", "\"value\"")),
        }
    }

    fn unit(&self, index: usize) -> Option<u16> {
        self.text.get(index).map(|u| (*u).into())
    }

    fn byte(&self) -> u8 {
        u8::try_from(self.current).unwrap_or(0)
    }

    fn complaint(&self, message: &str) -> Failure {
        Failure::Json(details(message, self.text, self.index, self.current), None)
    }

    fn skip_space(&mut self) {
        if let Some(u) = self.unit(self.index) {
            self.current = u;
        }
        if self.current > 32 {
            return;
        }
        while self.unit(self.index).is_some_and(|u| u <= 32) {
            self.index += 1;
        }
        self.index = self.index.min(self.text.len().saturating_sub(1));
        self.current = self.unit(self.index).unwrap_or_default();
    }

    /// The next value, none where the text ends before one begins.
    fn value(&mut self, vm: &mut Vm) -> Result<Option<Value>, Failure> {
        while self.index < self.text.len() {
            vm.tick()?;
            self.skip_space();
            match self.byte() {
                b'\n' | b'\r' | b' ' | b'\t' | 0x08 | 0x0c => {}
                b'/' => self.comment()?,
                b'#' => self.skip_line(),
                b'"' | b'\'' => return self.quoted().map(|s| Some(Value::Str(s))),
                b'[' => return self.nested(vm, LaxReader::array).map(Some),
                b'{' => return self.nested(vm, LaxReader::object).map(Some),
                b'-' | b'0'..=b'9' => return self.number().map(Some),
                _ => return self.word().map(Some),
            }
            self.index += 1;
        }
        Ok(None)
    }

    fn nested(
        &mut self,
        vm: &mut Vm,
        read: fn(&mut Self, &mut Vm) -> Result<Value, Failure>,
    ) -> Result<Value, Failure> {
        vm.enter()?;
        let result = read(self, vm);
        vm.leave();
        result
    }

    /// `true`, `false`, `null`, or a text without quotes up to the next delimiter.
    fn word(&mut self) -> Result<Value, Failure> {
        for (word, value) in [
            ("true", Value::bool(true)),
            ("false", Value::bool(false)),
            ("null", Value::Null),
        ] {
            let stands = word
                .bytes()
                .enumerate()
                .all(|(i, b)| self.unit(self.index + i) == Some(u16::from(b)));
            if stands {
                self.index += word.len();
                return Ok(value);
            }
        }
        let start = self.index;
        let stops = |u: u16| matches!(u8::try_from(u), Ok(b',' | b'}' | b']' | b'\\'));
        while self.unit(self.index).is_some_and(|u| !stops(u)) {
            self.index += 1;
        }
        Ok(Value::Str(self.bare(start, self.index)))
    }

    /// A text without quotes, from one place to another inclusive; spaces around it and delimiters behind it are left out.
    fn bare(&self, mut start: usize, last: usize) -> Rc<Str> {
        let unit = |i: usize| self.unit(i).and_then(|u| u8::try_from(u).ok()).unwrap_or(b'?');
        while start < self.index && start < self.text.len() && matches!(unit(start), b' ' | b'\n' | b'\t') {
            start += 1;
        }
        let mut end = last.min(self.text.len().saturating_sub(1));
        while end > start && matches!(unit(end), b' ' | b'\n' | b'\t' | b'}' | b',' | b';' | b']') {
            end -= 1;
        }
        U::to_str(self.text.get(start..=end).unwrap_or_default())
    }

    /// A number, or a text where it turns out to be none.
    fn number(&mut self) -> Result<Value, Failure> {
        let start = self.index;
        let stops = |u: u16| u <= 32 || matches!(u8::try_from(u), Ok(b',' | b'}' | b']'));
        let mut end = start + 1;
        while self.unit(end).is_some_and(|u| !stops(u)) {
            end += 1;
        }
        let shown: String = self.text[start..end]
            .iter()
            .map(|u| char::from(u8::try_from((*u).into()).unwrap_or(b'?')))
            .collect();
        if !is_number(&shown) {
            return self.word();
        }
        self.index = end;
        self.current = self.unit(end).or(self.unit(end - 1)).unwrap_or_default();
        if shown == "-" {
            let message = "A single minus is not a valid number".to_owned();
            return Err(Failure::Other(&throwables::JSON_INTERNAL_EXCEPTION, Some(message)));
        }
        number(&self.text[..end], start).map(|(value, _)| value)
    }

    /// A text in quotes of either kind.
    fn quoted(&mut self) -> Result<Rc<Str>, Failure> {
        let quote = self.current;
        let start = self.index + 1;
        let (mut end, mut escaped, mut escapes) = (start, false, false);
        while let Some(u) = self.unit(end) {
            self.current = u;
            if escaped {
                escaped = false;
            } else if u == quote {
                break;
            } else if u == u16::from(b'\\') {
                escaped = true;
                escapes = true;
            }
            end += 1;
        }
        self.index = (end + 1).min(self.text.len());
        let units = self.text.get(start..end).unwrap_or_default();
        if escapes {
            unescape(units, self.text.len())
        } else {
            Ok(U::to_str(units))
        }
    }

    fn object(&mut self, vm: &mut Vm) -> Result<Value, Failure> {
        self.index = (self.index + 1).min(self.text.len().saturating_sub(1));
        self.skip_space();
        let mut key_start = self.index;
        let map = Map::of(self.shape.map, Table::new(self.shape.order), Value::Null);
        while self.index < self.text.len() {
            vm.tick()?;
            self.skip_space();
            let key = match self.byte() {
                b':' => {
                    let start = key_start + usize::from(self.unit(key_start) == Some(u16::from(b',')));
                    Some(self.bare(start, self.index.saturating_sub(1)))
                }
                b'"' | b'\'' => {
                    let key = self.quoted()?;
                    self.skip_space();
                    if self.byte() != b':' {
                        let got = describe(self.current);
                        return Err(self.complaint(&format!("expecting current character to be ':' but got {got}\n")));
                    }
                    Some(key)
                }
                _ => None,
            };
            if let Some(key) = key {
                self.index += 1;
                let Some(value) = self.value(vm)? else {
                    let source = "the return value of \"java.util.Map$Entry.getValue()\"";
                    return Err(missing("Value.toValue()", source));
                };
                self.skip_space();
                let old = map.change(|table| table.insert_text(&key, value));
                drop(old);
                key_start = self.index;
            }
            match self.byte() {
                b'}' => {
                    self.index += 1;
                    break;
                }
                b'/' => {
                    self.comment()?;
                    key_start = self.index + 1;
                }
                b'#' => {
                    self.skip_line();
                    key_start = self.index + 1;
                }
                _ => {}
            }
            self.index += 1;
        }
        Ok(Value::Map(map))
    }

    fn array(&mut self, vm: &mut Vm) -> Result<Value, Failure> {
        self.index += 1;
        self.skip_space();
        if self.byte() == b']' {
            self.index += 1;
            return Ok(Value::List(List::of(ClassId::ARRAY_LIST, Vec::new())));
        }
        let mut items = Gathered::new();
        loop {
            self.skip_space();
            let item = self.value(vm)?.unwrap_or_default();
            items.push(vm, item)?;
            if self.ends_array(vm, items.len())? || self.index + 1 >= self.text.len() {
                return Ok(Value::List(List::of(self.shape.list, items.into_vec())));
            }
        }
    }

    /// Moves behind the comma or bracket after an element, over comments; whether it was a bracket.
    fn ends_array(&mut self, vm: &mut Vm, count: usize) -> Result<bool, Failure> {
        loop {
            vm.tick()?;
            self.skip_space();
            match self.byte() {
                b'/' => self.comment()?,
                b'#' => self.skip_line(),
                b',' => {
                    self.index += 1;
                    return Ok(false);
                }
                b']' => {
                    self.index += 1;
                    return Ok(true);
                }
                _ => {
                    let got = describe(self.current);
                    return Err(self.complaint(&format!(
                        "expecting a ',' or a ']',  but got \nthe current character of  {got}  on array index of {count} \n"
                    )));
                }
            }
            self.index += 1;
            if self.index + 1 >= self.text.len() {
                return Ok(false);
            }
        }
    }

    /// Goes to the line break that ends a comment.
    fn skip_line(&mut self) {
        while let Some(u) = self.unit(self.index) {
            self.current = u;
            if u == u16::from(b'\n') {
                return;
            }
            self.index += 1;
        }
    }

    /// Goes to the last character of a comment.
    fn comment(&mut self) -> Result<(), Failure> {
        if self.index + 1 >= self.text.len() {
            return Ok(());
        }
        self.index += 1;
        self.current = self.unit(self.index).unwrap_or_default();
        match self.byte() {
            b'*' => {
                while let Some(u) = self.unit(self.index) {
                    self.current = u;
                    if u == u16::from(b'*') {
                        self.index += 1;
                        match self.unit(self.index) {
                            Some(next) => self.current = next,
                            None => return Err(self.complaint("missing close of comment")),
                        }
                        if self.byte() == b'/' {
                            return Ok(());
                        }
                        continue;
                    }
                    self.index += 1;
                }
            }
            b'/' => self.skip_line(),
            _ => {}
        }
        Ok(())
    }
}

/// Groovy's NullPointerException for a value that the text does not have.
fn missing(call: &str, source: &str) -> Failure {
    let message = format!("Cannot invoke \"org.apache.groovy.json.internal.{call}\" because {source} is null");
    Failure::Other(&throwables::NULL_POINTER_EXCEPTION, Some(message))
}

/// Whether a text reads as a number: digits with at most one point, then at most one exponent.
fn is_number(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match unsigned.find(['e', 'E']) {
        Some(at) => (&unsigned[..at], Some(&unsigned[at + 1..])),
        None => (unsigned, None),
    };
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let exponent_fits = exponent.is_none_or(|e| {
        let e = e.strip_prefix(['+', '-']).unwrap_or(e);
        !e.is_empty() && digits(e)
    });
    digits(whole) && digits(fraction) && exponent_fits
}
