//! The reader behind `CHAR_BUFFER`, Groovy's default, with all it lets pass: commas before `}`, text after the value, a string
//! without its closing quote. `CHARACTER_SOURCE` and `INDEX_OVERLAY` read the same language.

use super::lazy_map;
use super::scan::{Failure, Unit, describe, details, number, out_of_bounds, unescape};
use crate::Vm;
use crate::heap::Gathered;
use crate::registry::ClassId;
use crate::value::{List, Map, Order, Str, Table, Value};
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// What objects and arrays become.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    /// The class of maps.
    pub map: ClassId,
    /// The order of their entries.
    pub order: Order,
    /// The class of lists.
    pub list: ClassId,
}

impl Shape {
    /// Maps in the order of the text.
    pub(super) fn in_text_order() -> Shape {
        Shape {
            map: lazy_map::LAZY_MAP.id(),
            order: Order::Insertion,
            list: ClassId::ARRAY_LIST,
        }
    }

    /// Maps in the order of a `HashMap`, as the readers that defer their work make them.
    pub(super) fn in_hash_order() -> Shape {
        Shape {
            map: lazy_map::LAZY_VALUE_MAP.id(),
            order: Order::Buckets,
            list: lazy_map::VALUE_LIST.id(),
        }
    }
}

/// Keys of one text: objects in a list mostly repeat theirs.
pub(super) type Keys<'a, U> = FxHashMap<&'a [U], Rc<Str>>;

/// Reads one text.
pub(super) struct Reader<'a, U> {
    text: &'a [U],
    index: usize,
    /// The character last looked at: it stays behind when the text ends, and complaints show it.
    current: u16,
    open_braces: usize,
    keys: Keys<'a, U>,
    /// The members read so far of the objects that are open, so that each table is made in its final size.
    members: Gathered<(Rc<Str>, Value)>,
    shape: Shape,
}

impl<'a, U: Unit> Reader<'a, U> {
    pub(super) fn new(text: &'a [U], shape: Shape) -> Reader<'a, U> {
        Reader {
            text,
            index: 0,
            current: 0,
            open_braces: 0,
            keys: Keys::default(),
            members: Gathered::new(),
            shape,
        }
    }

    /// The value that the text begins with.
    pub(super) fn read(mut self, vm: &mut Vm) -> Result<Value, Failure> {
        if self.text.is_empty() {
            let message = "Index -1 out of bounds for length 0".to_owned();
            let class = &crate::jdk::throwables::ARRAY_INDEX_OUT_OF_BOUNDS_EXCEPTION;
            return Err(Failure::Other(class, Some(message)));
        }
        let value = self.value(vm)?;
        if self.open_braces == 0 {
            Ok(value)
        } else {
            Err(self.complaint("Curly braces do not match"))
        }
    }

    fn unit(&self, index: usize) -> Option<u16> {
        self.text.get(index).map(|u| (*u).into())
    }

    fn is(&self, byte: u8) -> bool {
        self.current == u16::from(byte)
    }

    fn complaint(&self, message: &str) -> Failure {
        Failure::Json(details(message, self.text, self.index, self.current), None)
    }

    /// Goes to the next character that is no space; to the last one where the text ends.
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

    fn value(&mut self, vm: &mut Vm) -> Result<Value, Failure> {
        vm.tick()?;
        self.skip_space();
        match u8::try_from(self.current).unwrap_or(0) {
            b'"' => Ok(Value::Str(self.string(vm)?)),
            b't' => self.literal("true", "true not parsed properly", Value::bool(true)),
            b'f' => self.literal("false", "false not parsed properly", Value::bool(false)),
            b'n' => self.literal("null", "null not parse properly", Value::Null),
            b'[' => self.nested(vm, Reader::array),
            b'{' => self.nested(vm, Reader::object),
            b'-' | b'0'..=b'9' => {
                let (value, end) = number(self.text, self.index)?;
                vm.tick_many((end - self.index) / 16)?;
                self.index = end;
                Ok(value)
            }
            _ => Err(self
                .complaint("Unable to determine the current character, it is not a string, number, array, or object")),
        }
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

    fn literal(&mut self, word: &str, message: &str, value: Value) -> Result<Value, Failure> {
        if self.index + word.len() <= self.text.len() {
            let mut letters = word.bytes().map(u16::from);
            if self.unit(self.index) != letters.next() {
                return Err(self.complaint(message));
            }
            for letter in letters {
                self.index += 1;
                if self.unit(self.index) != Some(letter) {
                    return Err(self.complaint(message));
                }
            }
            self.index += 1;
            return Ok(value);
        }
        Err(self.complaint(message))
    }

    /// The units between quotes, and whether an escape is among them; the place moves behind the closing quote.
    fn quoted(&mut self) -> Result<(&'a [U], bool), Failure> {
        if self.index >= self.text.len() {
            return Err(out_of_bounds(self.index, self.text.len()));
        }
        let start = self.index + usize::from(self.unit(self.index) == Some(u16::from(b'"')));
        let (mut end, mut escapes) = (start, false);
        loop {
            match self.text.get(end..).and_then(U::find_mark) {
                None => {
                    end = self.text.len();
                    break;
                }
                Some(mark) if self.unit(end + mark) == Some(u16::from(b'"')) => {
                    end += mark;
                    break;
                }
                Some(mark) => {
                    // What follows a backslash ends nothing.
                    escapes = true;
                    end += mark + 2;
                }
            }
        }
        self.index = if end < self.text.len() { end + 1 } else { end };
        Ok((&self.text[start..end], escapes))
    }

    fn string(&mut self, vm: &mut Vm) -> Result<Rc<Str>, Failure> {
        let (units, escapes) = self.quoted()?;
        vm.tick_many(units.len() / 16)?;
        if escapes {
            unescape(units, self.text.len())
        } else {
            Ok(U::to_str(units))
        }
    }

    fn key(&mut self, vm: &mut Vm) -> Result<Rc<Str>, Failure> {
        let (units, escapes) = self.quoted()?;
        if let Some(known) = self.keys.get(units) {
            return Ok(known.clone());
        }
        vm.tick_many(units.len() / 16)?;
        let key = if escapes {
            unescape(units, self.text.len())?
        } else {
            U::to_str(units)
        };
        self.keys.insert(units, key.clone());
        Ok(key)
    }

    fn object(&mut self, vm: &mut Vm) -> Result<Value, Failure> {
        self.open_braces += usize::from(self.index < self.text.len());
        self.index += 1;
        let first = self.members.len();
        while self.index < self.text.len() {
            self.skip_space();
            if self.is(b'"') {
                let member = self.member(vm)?;
                self.members.push(vm, member)?;
            }
            if self.is(b'}') {
                self.open_braces -= usize::from(self.index < self.text.len()).min(self.open_braces);
                self.index += 1;
                break;
            }
            if !self.is(b',') {
                let got = describe(self.current);
                return Err(self.complaint(&format!("expecting '}}' or ',' but got current char {got}")));
            }
            self.index += 1;
        }
        let members = self.members.drain_from(first);
        vm.reserve(members.len() * Table::ENTRY)?;
        let mut table = Table::sized(self.shape.order, members.len());
        for (key, value) in members {
            table.insert_text(&key, value);
        }
        Ok(Value::Map(Map::of(self.shape.map, table, Value::Null)))
    }

    fn member(&mut self, vm: &mut Vm) -> Result<(Rc<Str>, Value), Failure> {
        let key = self.key(vm)?;
        self.skip_space();
        if !self.is(b':') {
            let got = describe(self.current);
            return Err(self.complaint(&format!("expecting current character to be {got}\n")));
        }
        self.index += 1;
        self.skip_space();
        let value = self.value(vm)?;
        self.skip_space();
        Ok((key, value))
    }

    /// An array; what is no complaint about JSON inside it becomes the cause of one.
    fn array(&mut self, vm: &mut Vm) -> Result<Value, Failure> {
        self.index += 1;
        self.skip_space();
        if self.is(b']') {
            self.index += 1;
            return Ok(Value::List(List::of(ClassId::ARRAY_LIST, Vec::new())));
        }
        match self.elements(vm) {
            Ok(Some(items)) => Ok(Value::List(List::of(self.shape.list, items.into_vec()))),
            Ok(None) => Err(self.complaint("Did not find end of Json Array")),
            Err(cause @ Failure::Other(class, _))
                if !std::ptr::eq(class, &crate::jdk::throwables::JSON_INTERNAL_EXCEPTION) =>
            {
                let message = details("issue parsing JSON array", self.text, self.index, self.current);
                Err(Failure::Json(message, Some(Box::new(cause))))
            }
            Err(other) => Err(other),
        }
    }

    /// The elements up to the closing bracket, none where it is missing.
    fn elements(&mut self, vm: &mut Vm) -> Result<Option<Gathered>, Failure> {
        let mut items = Gathered::new();
        while self.index + 1 < self.text.len() {
            let item = self.value(vm)?;
            items.push(vm, item)?;
            let after = self.index;
            let mut unit = self.unit(after);
            if unit != Some(u16::from(b',')) && unit != Some(u16::from(b']')) {
                if unit.is_none() {
                    return Err(out_of_bounds(after, self.text.len()));
                }
                self.skip_space();
                unit = self.unit(self.index);
            }
            match unit.and_then(|u| u8::try_from(u).ok()) {
                Some(b',') => self.index += 1,
                Some(b']') => {
                    self.index += 1;
                    return Ok(Some(items));
                }
                _ => {
                    let got = describe(unit.unwrap_or_default());
                    return Err(self.complaint(&format!(
                        "expecting a ',' or a ']',  but got \nthe current character of  {got}  on array index of {} \n",
                        items.len()
                    )));
                }
            }
        }
        Ok(None)
    }
}
