//! `java.lang.StringBuilder` and `StringBuffer`: text that changes, over one Rust type and one table of members.

mod edit;

use super::string::make;
use super::{char_sequence, interfaces};
use crate::heap::Share;
use crate::jdk::throwables;
use crate::registry::{Class, Kind, Member, class, method, native, raw, slice};
use crate::value::{Host, HostType, Str, Value};
use crate::{Res, Thrown, Vm};
use std::cell::RefCell;
use std::rc::Rc;

/// The text of a builder.
pub struct Builder {
    units: RefCell<Vec<u16>>,
    share: Share,
}

impl Builder {
    /// A builder that begins with a text.
    pub fn new(text: &Str) -> Builder {
        let builder = Builder {
            units: RefCell::default(),
            share: Share::default(),
        };
        builder.push(text);
        builder
    }

    /// Appends a text.
    pub fn push(&self, text: &Str) {
        self.change(|units| units.extend(text.iter()));
    }

    /// The text as it is now.
    pub fn text(&self) -> Rc<Str> {
        Str::from_units(&self.units.borrow())
    }

    /// The number of units.
    pub fn len(&self) -> usize {
        self.units.borrow().len()
    }

    /// No units?
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Changes the units and accounts for growth.
    fn change<R>(&self, change: impl FnOnce(&mut Vec<u16>) -> R) -> R {
        let mut units = self.units.borrow_mut();
        let result = change(&mut units);
        self.share.set(2 * units.capacity());
        result
    }
}

impl HostType for Builder {
    const NAME: &'static str = "java.lang.StringBuilder";
    fn class() -> &'static Class {
        &CLASS
    }
}

/// What the two classes share.
pub static ABSTRACT: Class = class("java.lang.AbstractStringBuilder")
    .abstract_class()
    .implements(&[&char_sequence::CLASS, &interfaces::APPENDABLE])
    .groovy(GROOVY)
    .members(MEMBERS);

/// `java.lang.StringBuilder`.
pub static CLASS: Class = class(Builder::NAME)
    .doc("Text that changes.")
    .extends(&ABSTRACT)
    .implements(&[
        &interfaces::SERIALIZABLE,
        &interfaces::COMPARABLE,
        &char_sequence::CLASS,
    ])
    .members(&[
        raw(Kind::Constructor, "StringBuilder()", &slice(create)),
        raw(Kind::Constructor, "StringBuilder(int capacity)", &slice(create)),
        raw(Kind::Constructor, "StringBuilder(String text)", &slice(create)),
        raw(Kind::Constructor, "StringBuilder(CharSequence text)", &slice(create)),
        method("compareTo(StringBuilder other): int", &native(compare_to)).doc("Order by UTF-16 units."),
    ]);

/// `java.lang.StringBuffer`.
pub static BUFFER: Class = class("java.lang.StringBuffer")
    .doc("Text that changes.")
    .extends(&ABSTRACT)
    .implements(&[
        &interfaces::SERIALIZABLE,
        &interfaces::COMPARABLE,
        &char_sequence::CLASS,
    ])
    .members(&[
        raw(Kind::Constructor, "StringBuffer()", &slice(create)),
        raw(Kind::Constructor, "StringBuffer(int capacity)", &slice(create)),
        raw(Kind::Constructor, "StringBuffer(String text)", &slice(create)),
        raw(Kind::Constructor, "StringBuffer(CharSequence text)", &slice(create)),
        method("compareTo(StringBuffer other): int", &native(compare_to)).doc("Order by UTF-16 units."),
    ]);

const MEMBERS: &[Member] = &[
    method("length(): int", &native(|b: &Builder| b.len() as i32)).doc("The number of UTF-16 units."),
    method(
        "capacity(): int",
        &native(|b: &Builder| (b.units.borrow().capacity() as i32).max(16)),
    )
    .doc("How many units fit before it grows."),
    method("ensureCapacity(int capacity): void", &native(ensure_capacity)).doc("Makes room."),
    method(
        "trimToSize(): void",
        &native(|b: &Builder| b.change(Vec::shrink_to_fit)),
    )
    .doc("Gives back room."),
    method("setLength(int length): void", &native(edit::set_length)).doc("Cuts off, or fills up with `\\0`."),
    method("charAt(int index): char", &native(edit::char_at)).doc("The unit at an index."),
    method("setCharAt(int index, char character): void", &native(edit::set_char_at)).doc("Overwrites a unit."),
    method("codePointAt(int index): int", &native(edit::code_point_at)).doc("The code point that begins at an index."),
    method(
        "codePointBefore(int index): int",
        &native(|vm: &mut Vm, b: &Builder, i: i32| super::string::points::before(vm, &b.text(), i)),
    )
    .doc("The code point that ends at an index."),
    method(
        "codePointCount(int begin, int end): int",
        &native(|vm: &mut Vm, b: &Builder, i: i32, j: i32| super::string::points::count(vm, &b.text(), i, j)),
    )
    .doc("The code points of a part."),
    method(
        "offsetByCodePoints(int index, int offset): int",
        &native(|vm: &mut Vm, b: &Builder, i: i32, n: i32| super::string::points::offset(vm, &b.text(), i, n)),
    )
    .doc("The index so many code points away."),
    method(
        "getChars(int srcBegin, int srcEnd, char[] dst, int dstBegin): void",
        &native(edit::get_chars),
    )
    .doc("Copies units into an array."),
    method("append(Object value): AbstractStringBuilder", &native(append)).doc("Appends a value's text."),
    method("append(String text): AbstractStringBuilder", &native(append)).doc("Appends a text."),
    method("append(StringBuffer text): AbstractStringBuilder", &native(append)).doc("Appends a text."),
    method("append(CharSequence text): AbstractStringBuilder", &native(append)).doc("Appends a text."),
    method(
        "append(CharSequence text, int start, int end): AbstractStringBuilder",
        &native(edit::append_part),
    )
    .doc("Appends a part of a text."),
    method(
        "append(char[] chars): AbstractStringBuilder",
        &native(edit::append_chars),
    )
    .doc("Appends characters."),
    method(
        "append(char[] chars, int offset, int count): AbstractStringBuilder",
        &native(edit::append_chars_part),
    )
    .doc("Appends characters."),
    method("append(boolean value): AbstractStringBuilder", &native(append)),
    method("append(char value): AbstractStringBuilder", &native(append)),
    method("append(int value): AbstractStringBuilder", &native(append)),
    method("append(long value): AbstractStringBuilder", &native(append)),
    method("append(float value): AbstractStringBuilder", &native(append)),
    method("append(double value): AbstractStringBuilder", &native(append)),
    method(
        "appendCodePoint(int codePoint): AbstractStringBuilder",
        &native(edit::append_code_point),
    )
    .doc("Appends a code point."),
    method(
        "delete(int start, int end): AbstractStringBuilder",
        &native(edit::delete),
    )
    .doc("Takes a part out."),
    method(
        "deleteCharAt(int index): AbstractStringBuilder",
        &native(edit::delete_char_at),
    )
    .doc("Takes a unit out."),
    method(
        "replace(int start, int end, String text): AbstractStringBuilder",
        &native(edit::replace),
    )
    .doc("Puts a text in place of a part."),
    method(
        "insert(int offset, Object value): AbstractStringBuilder",
        &native(edit::insert),
    )
    .doc("Puts a value's text in."),
    method(
        "insert(int offset, String text): AbstractStringBuilder",
        &native(edit::insert),
    )
    .doc("Puts a text in."),
    method(
        "insert(int offset, CharSequence text): AbstractStringBuilder",
        &native(edit::insert),
    )
    .doc("Puts a text in."),
    method(
        "insert(int offset, CharSequence text, int start, int end): AbstractStringBuilder",
        &native(edit::insert_part),
    )
    .doc("Puts a part of a text in."),
    method(
        "insert(int offset, char[] chars): AbstractStringBuilder",
        &native(edit::insert_chars),
    )
    .doc("Puts characters in."),
    method(
        "insert(int index, char[] chars, int offset, int count): AbstractStringBuilder",
        &native(edit::insert_chars_part),
    )
    .doc("Puts characters in."),
    method(
        "insert(int offset, boolean value): AbstractStringBuilder",
        &native(edit::insert),
    ),
    method(
        "insert(int offset, char value): AbstractStringBuilder",
        &native(edit::insert),
    ),
    method(
        "insert(int offset, int value): AbstractStringBuilder",
        &native(edit::insert),
    ),
    method(
        "insert(int offset, long value): AbstractStringBuilder",
        &native(edit::insert),
    ),
    method(
        "insert(int offset, float value): AbstractStringBuilder",
        &native(edit::insert),
    ),
    method(
        "insert(int offset, double value): AbstractStringBuilder",
        &native(edit::insert),
    ),
    method(
        "indexOf(String text): int",
        &native(|b: &Builder, t: &Str| super::string::index_of(&b.text(), t, 0)),
    )
    .doc("Where a text first stands, or -1."),
    method(
        "indexOf(String text, int from): int",
        &native(|b: &Builder, t: &Str, i: i32| super::string::index_of(&b.text(), t, i)),
    )
    .doc("Where a text first stands at or after an index, or -1."),
    method(
        "lastIndexOf(String text): int",
        &native(|b: &Builder, t: &Str| super::string::last_index_of(&b.text(), t, i32::MAX)),
    )
    .doc("Where a text last stands, or -1."),
    method(
        "lastIndexOf(String text, int from): int",
        &native(|b: &Builder, t: &Str, i: i32| super::string::last_index_of(&b.text(), t, i)),
    )
    .doc("Where a text last stands at or before an index, or -1."),
    method("reverse(): AbstractStringBuilder", &native(edit::reverse)).doc("Turns the text round."),
    method(
        "substring(int start): String",
        &native(|vm: &mut Vm, b: &Builder, i: i32| edit::substring(vm, b, i, b.len() as i32)),
    )
    .doc("The text from an index on."),
    method("substring(int start, int end): String", &native(edit::substring)).doc("The text between two indices."),
    method(
        "subSequence(int start, int end): CharSequence",
        &native(edit::substring),
    )
    .doc("The text between two indices."),
    method("toString(): String", &native(Builder::text)).doc("The text as it is now."),
    method(
        "equals(Object other): boolean",
        &native(|a: &Value, b: &Value| a.same(b)),
    )
    .doc("Whether both are the same builder."),
];

const GROOVY: &[Member] = &[
    method("leftShift(Object value): AbstractStringBuilder", &native(append)).doc("Appends a value's text: `<<`."),
    method("plus(String text): String", &native(plus)).doc("The text with another behind it."),
    method("putAt(IntRange range, Object value): void", &native(edit::put_at))
        .doc("Puts a value's text in place of a range."),
    method("putAt(EmptyRange range, Object value): void", &native(edit::put_at)).doc("Puts a value's text in."),
];

/// The builder behind a value.
fn builder<'a>(vm: &mut Vm, this: &'a Value) -> Res<&'a Builder> {
    match this.as_host::<Builder>() {
        Some(builder) => Ok(builder),
        None => Err(vm.throw_silent(&throwables::NULL_POINTER_EXCEPTION)),
    }
}

fn out_of_range(vm: &mut Vm, message: String) -> Thrown {
    super::string::out_of_range(vm, message)
}

fn create(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let class = if this.as_class() == Some(BUFFER.id()) {
        &BUFFER
    } else {
        &CLASS
    };
    let text = match args {
        [] => Str::new(""),
        [Value::Int(capacity), ..] => {
            if capacity.get() < 0 {
                return Err(vm.throw(&throwables::NEGATIVE_ARRAY_SIZE_EXCEPTION, capacity.get()));
            }
            Str::new("")
        }
        [Value::Null, ..] => return Err(vm.null_pointer("Cannot invoke \"String.length()\" because \"str\" is null")),
        [text, ..] => vm.to_str(text)?,
    };
    Ok(Value::Host(Host::of(class, Builder::new(&text))))
}

fn ensure_capacity(vm: &mut Vm, this: &Builder, capacity: i32) -> Res<()> {
    let more = (capacity.max(0) as usize).saturating_sub(this.len());
    vm.reserve(2 * more)?;
    this.change(|units| units.reserve(more));
    Ok(())
}

/// Appends the text of any value.
fn append(vm: &mut Vm, this: &Value, value: &Value) -> Res {
    let text = match value {
        Value::Str(text) => text.clone(),
        other => make::value_of(vm, other)?,
    };
    let target = builder(vm, this)?;
    vm.reserve(4 * text.len())?;
    target.push(&text);
    Ok(this.clone())
}

fn compare_to(vm: &mut Vm, this: &Builder, other: &Value) -> Res<i32> {
    let other = vm.to_str(other)?;
    Ok(super::string::case::compare(&this.text(), &other))
}

fn plus(this: &Builder, other: &Str) -> Rc<Str> {
    this.text().concat(other)
}

/// `text << value` on a string: a `StringBuffer`; on any other text a `StringBuilder`.
pub fn shift(vm: &mut Vm, text: &Value, value: &Value) -> Res {
    let class = if matches!(text, Value::Str(_)) { &BUFFER } else { &CLASS };
    let builder = Builder::new(&*vm.to_str(text)?);
    builder.push(&*make::value_of(vm, value)?);
    Ok(Value::Host(Host::of(class, builder)))
}
