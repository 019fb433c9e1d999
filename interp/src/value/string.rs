//! `java.lang.String`: UTF-16 units, stored as ASCII bytes where possible, so that every index costs the same.

use crate::heap;
use std::borrow::Cow;
use std::cell::Cell;
use std::rc::Rc;

/// The units of a string.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Units<'a> {
    /// Only ASCII: one byte a unit.
    Ascii(&'a [u8]),
    /// Anything else, lone surrogates included.
    Wide(&'a [u16]),
}

enum Form {
    /// So many ASCII bytes, the rest zero: most strings need no allocation of their own.
    Short(u8, [u8; SHORT]),
    /// More ASCII bytes than that.
    Ascii(Box<[u8]>),
    Wide(Box<[u16]>),
}

const SHORT: usize = 22;

impl Form {
    #[inline]
    fn ascii(parts: [&[u8]; 2]) -> Form {
        let [a, b] = parts;
        let len = a.len() + b.len();
        if len > SHORT {
            return Form::Ascii(parts.concat().into());
        }
        let mut bytes = [0; SHORT];
        bytes[..a.len()].copy_from_slice(a);
        bytes[a.len()..len].copy_from_slice(b);
        Form::Short(len as u8, bytes)
    }
}

/// An immutable string.
pub struct Str {
    form: Form,
    hash: Cell<u32>,
}

/// What a string costs besides its units.
const OVERHEAD: usize = size_of::<Str>() + 16;

impl Str {
    /// From Rust text.
    pub fn new(text: &str) -> Rc<Str> {
        if text.is_ascii() {
            Str::ascii(text.as_bytes())
        } else {
            Str::make(Form::Wide(text.encode_utf16().collect()))
        }
    }

    /// From UTF-16 units; stored as ASCII where they all are.
    pub fn from_units(units: &[u16]) -> Rc<Str> {
        if units.iter().all(|u| *u < 128) {
            Str::ascii(&units.iter().map(|u| *u as u8).collect::<Vec<u8>>())
        } else {
            Str::make(Form::Wide(units.into()))
        }
    }

    /// From bytes that are known to be ASCII; others are taken as Latin-1.
    pub fn from_ascii(bytes: impl AsRef<[u8]> + Into<Box<[u8]>>) -> Rc<Str> {
        let view = bytes.as_ref();
        if !view.is_ascii() {
            return Str::make(Form::Wide(view.iter().map(|byte| u16::from(*byte)).collect()));
        }
        if view.len() <= SHORT {
            return Str::ascii(view);
        }
        Str::make(Form::Ascii(bytes.into()))
    }

    #[inline]
    fn ascii(bytes: &[u8]) -> Rc<Str> {
        Str::make(Form::ascii([bytes, &[]]))
    }

    fn make(form: Form) -> Rc<Str> {
        let s = Str {
            form,
            hash: Cell::new(0),
        };
        heap::grow(s.bytes());
        Rc::new(s)
    }

    fn bytes(&self) -> usize {
        OVERHEAD
            + match &self.form {
                Form::Short(..) => 0,
                Form::Ascii(b) => b.len(),
                Form::Wide(w) => 2 * w.len(),
            }
    }

    /// The number of UTF-16 units, as `length()`.
    #[inline]
    pub fn len(&self) -> usize {
        match &self.form {
            Form::Short(len, _) => *len as usize,
            Form::Ascii(b) => b.len(),
            Form::Wide(w) => w.len(),
        }
    }

    /// No units?
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The units.
    #[inline]
    pub fn units(&self) -> Units<'_> {
        match &self.form {
            Form::Short(len, bytes) => Units::Ascii(bytes.get(..*len as usize).unwrap_or_default()),
            Form::Ascii(b) => Units::Ascii(b),
            Form::Wide(w) => Units::Wide(w),
        }
    }

    /// The ASCII text, if it is all ASCII.
    #[inline]
    pub fn as_ascii(&self) -> Option<&str> {
        if let Units::Ascii(b) = self.units() {
            std::str::from_utf8(b).ok()
        } else {
            None
        }
    }

    /// One unit.
    #[inline]
    pub fn unit(&self, index: usize) -> Option<u16> {
        match self.units() {
            Units::Ascii(b) => b.get(index).map(|b| *b as u16),
            Units::Wide(w) => w.get(index).copied(),
        }
    }

    /// All units, one by one.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = u16> + ExactSizeIterator + '_ {
        (0..self.len()).map(|i| self.unit(i).unwrap_or_default())
    }

    /// The units as a vector.
    pub fn to_units(&self) -> Vec<u16> {
        match self.units() {
            Units::Ascii(b) => b.iter().map(|b| *b as u16).collect(),
            Units::Wide(w) => w.to_vec(),
        }
    }

    /// The part between two units; the range is clipped.
    pub fn slice(&self, from: usize, to: usize) -> Rc<Str> {
        let to = to.min(self.len());
        let from = from.min(to);
        match self.units() {
            Units::Ascii(b) => Str::ascii(&b[from..to]),
            Units::Wide(w) => Str::from_units(&w[from..to]),
        }
    }

    /// As Rust text; a lone surrogate becomes U+FFFD. Only for the edges: files, regular expressions, output.
    pub fn text(&self) -> Cow<'_, str> {
        match (self.as_ascii(), self.units()) {
            (Some(text), _) => Cow::Borrowed(text),
            (None, Units::Ascii(b)) => String::from_utf8_lossy(b),
            (None, Units::Wide(w)) => Cow::Owned(String::from_utf16_lossy(w)),
        }
    }

    /// Java's `hashCode`, computed once.
    #[inline]
    pub fn hash(&self) -> u32 {
        if self.hash.get() == 0 {
            let step = |h: u32, unit: u32| h.wrapping_mul(31).wrapping_add(unit);
            self.hash.set(match self.units() {
                Units::Ascii(b) => b.iter().fold(0, |h, u| step(h, *u as u32)),
                Units::Wide(w) => w.iter().fold(0, |h, u| step(h, *u as u32)),
            });
        }
        self.hash.get()
    }

    /// Both texts, one after the other.
    pub fn concat(&self, other: &Str) -> Rc<Str> {
        match (self.units(), other.units()) {
            (Units::Ascii(a), Units::Ascii(b)) => Str::make(Form::ascii([a, b])),
            _ => {
                let mut units = self.to_units();
                units.extend(other.iter());
                Str::make(Form::Wide(units.into()))
            }
        }
    }

    /// The text and an int after it.
    pub fn concat_int(&self, int: i32) -> Rc<Str> {
        let mut digits = itoa::Buffer::new();
        let digits = digits.format(int);
        match self.units() {
            Units::Ascii(text) => Str::make(Form::ascii([text, digits.as_bytes()])),
            Units::Wide(_) => self.concat(&Str::new(digits)),
        }
    }
}

impl PartialEq for Str {
    #[inline]
    fn eq(&self, other: &Str) -> bool {
        std::ptr::eq(self, other)
            || match (&self.form, &other.form) {
                // As whole arrays, which costs no call; what follows the text is zero.
                (Form::Short(a, x), Form::Short(b, y)) => a == b && x == y,
                _ => self.units() == other.units(),
            }
    }
}

impl Eq for Str {}

impl PartialEq<str> for Str {
    fn eq(&self, other: &str) -> bool {
        match self.units() {
            Units::Ascii(b) => *b == *other.as_bytes(),
            Units::Wide(w) => w.iter().copied().eq(other.encode_utf16()),
        }
    }
}

impl Ord for Str {
    /// Java's `compareTo`: by UTF-16 units.
    fn cmp(&self, other: &Str) -> std::cmp::Ordering {
        match (self.units(), other.units()) {
            (Units::Ascii(a), Units::Ascii(b)) => a.cmp(b),
            _ => self.iter().cmp(other.iter()),
        }
    }
}

impl PartialOrd for Str {
    fn partial_cmp(&self, other: &Str) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl std::fmt::Display for Str {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text())
    }
}

impl std::fmt::Debug for Str {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.text())
    }
}

impl Drop for Str {
    fn drop(&mut self) {
        heap::shrink(self.bytes());
    }
}
