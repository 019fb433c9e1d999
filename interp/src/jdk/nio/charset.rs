//! `java.nio.charset`: texts to bytes and back.

use crate::jdk::io::byte_array;
use crate::jdk::throwables;
use crate::registry::{Class, Member, class, constant, function, method, native, unbound};
use crate::value::{Array, HostType, Str, Value};
use crate::{Res, Vm};
use encoding_rs::{CoderResult, Decoder as StreamDecoder, Encoding};
use std::rc::Rc;

/// A character set.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Charset {
    /// `UTF-8`
    Utf8,
    /// `ISO-8859-1`
    Latin1,
    /// `US-ASCII`
    Ascii,
    /// `UTF-16`: by its byte order mark, big-endian without one.
    Utf16,
    /// `UTF-16BE`
    Utf16Be,
    /// `UTF-16LE`
    Utf16Le,
    /// Any other that the Encoding Standard has.
    Other(&'static Encoding),
}

impl HostType for Charset {
    const NAME: &'static str = "java.nio.charset.Charset";
    fn class() -> &'static Class {
        &CLASS
    }
}

const MEMBERS: &[Member] = &[
    function("defaultCharset(): Charset", &unbound(|| Charset::Utf8)).doc("UTF-8."),
    function("forName(String name): Charset", &unbound(for_name)).doc("The character set of a name."),
    function(
        "isSupported(String name): boolean",
        &unbound(|name: &Str| Charset::find(&name.text()).is_some()),
    ),
    method("canEncode(): boolean", &native(|_: &Charset| true)),
    method(
        "compareTo(Charset other): int",
        &native(|a: &Charset, b: &Charset| a.name().cmp(b.name()) as i32),
    ),
    method("displayName(): String", &native(|c: &Charset| c.name())),
    method(
        "equals(Object other): boolean",
        &native(|c: &Charset, o: &Value| o.as_host::<Charset>() == Some(c)),
    ),
    method(
        "hashCode(): int",
        &native(|c: &Charset| Str::new(c.name()).hash() as i32),
    ),
    method("name(): String", &native(|c: &Charset| c.name())).doc("Its standard name."),
    method("toString(): String", &native(|c: &Charset| c.name())),
];

/// `java.nio.charset.Charset`.
pub static CLASS: Class = class(Charset::NAME).abstract_class().members(MEMBERS);

/// `java.nio.charset.StandardCharsets`.
pub static STANDARD_CHARSETS: Class = class("java.nio.charset.StandardCharsets").abstract_class().members(&[
    constant("ISO_8859_1: Charset", &unbound(|| Charset::Latin1)),
    constant("US_ASCII: Charset", &unbound(|| Charset::Ascii)),
    constant("UTF_16: Charset", &unbound(|| Charset::Utf16)),
    constant("UTF_16BE: Charset", &unbound(|| Charset::Utf16Be)),
    constant("UTF_16LE: Charset", &unbound(|| Charset::Utf16Le)),
    constant("UTF_8: Charset", &unbound(|| Charset::Utf8)),
]);

fn for_name(vm: &mut Vm, name: Option<&Str>) -> Res<Charset> {
    let Some(name) = name.map(Str::text) else {
        return Err(vm.illegal_argument("Null charset name"));
    };
    let legal = |c: char| c.is_ascii_alphanumeric() || "-+.:_".contains(c);
    if name.is_empty() || !name.chars().all(legal) {
        return Err(vm.throw(&throwables::ILLEGAL_CHARSET_NAME_EXCEPTION, name));
    }
    match Charset::find(&name) {
        Some(charset) => Ok(charset),
        None => Err(vm.throw(&throwables::UNSUPPORTED_CHARSET_EXCEPTION, name)),
    }
}

/// The character set that an argument names: a `Charset` or its name.
pub fn of(vm: &mut Vm, argument: &Value) -> Res<Charset> {
    if let Some(charset) = argument.as_host::<Charset>() {
        return Ok(*charset);
    }
    if argument.is_null() {
        return Err(vm.null_pointer("charsetName"));
    }
    let name = vm.to_text(argument)?;
    match Charset::find(&name) {
        Some(charset) => Ok(charset),
        None => Err(vm.throw(&throwables::UNSUPPORTED_ENCODING_EXCEPTION, name)),
    }
}

impl Charset {
    /// By any of the names that Java takes.
    pub fn find(name: &str) -> Option<Charset> {
        let upper = name.to_ascii_uppercase().replace('_', "-");
        Some(match upper.as_str() {
            "UTF-8" | "UTF8" => Charset::Utf8,
            "ISO-8859-1" | "ISO8859-1" | "LATIN1" | "L1" | "8859-1" | "ISO-LATIN-1" | "CP819" | "IBM819" => {
                Charset::Latin1
            }
            "US-ASCII" | "ASCII" | "ASCII7" | "ISO646-US" | "646" | "CP367" => Charset::Ascii,
            "UTF-16" | "UTF16" | "UNICODE" => Charset::Utf16,
            "UTF-16BE" | "UTF16BE" | "UNICODEBIGUNMARKED" => Charset::Utf16Be,
            "UTF-16LE" | "UTF16LE" | "UNICODELITTLEUNMARKED" => Charset::Utf16Le,
            _ => {
                let label = upper.strip_prefix("CP125").map(|page| format!("windows-125{page}"));
                let label = label.as_deref().unwrap_or(name);
                Charset::Other(Encoding::for_label_no_replacement(label.as_bytes())?)
            }
        })
    }

    /// `name()`.
    pub fn name(&self) -> &'static str {
        match self {
            Charset::Utf8 => "UTF-8",
            Charset::Latin1 => "ISO-8859-1",
            Charset::Ascii => "US-ASCII",
            Charset::Utf16 => "UTF-16",
            Charset::Utf16Be => "UTF-16BE",
            Charset::Utf16Le => "UTF-16LE",
            Charset::Other(encoding) => encoding.name(),
        }
    }

    /// `text.getBytes(charset)`; what the set lacks becomes a question mark.
    pub fn encode(&self, text: &Str) -> Vec<u8> {
        let single = |limit: u16| -> Vec<u8> {
            char::decode_utf16(text.iter())
                .map(|c| c.map_or(b'?', |c| if (c as u32) < u32::from(limit) { c as u8 } else { b'?' }))
                .collect()
        };
        match self {
            Charset::Utf8 => utf8(text),
            Charset::Latin1 => single(256),
            Charset::Ascii => single(128),
            Charset::Utf16Be => text.iter().flat_map(u16::to_be_bytes).collect(),
            Charset::Utf16Le => text.iter().flat_map(u16::to_le_bytes).collect(),
            Charset::Utf16 if text.is_empty() => Vec::new(),
            Charset::Utf16 => [0xfe, 0xff]
                .into_iter()
                .chain(text.iter().flat_map(u16::to_be_bytes))
                .collect(),
            Charset::Other(encoding) => {
                let replaced: String = char::decode_utf16(text.iter()).map(|c| c.unwrap_or('?')).collect();
                let mut out = Vec::new();
                for c in replaced.chars() {
                    let mut buffer = [0; 4];
                    let (bytes, _, lost) = encoding.encode(c.encode_utf8(&mut buffer));
                    if lost {
                        out.push(b'?')
                    } else {
                        out.extend_from_slice(&bytes)
                    }
                }
                out
            }
        }
    }

    /// `new String(bytes, charset)`.
    pub fn decode(&self, bytes: &[u8]) -> Rc<Str> {
        if matches!(self, Charset::Utf8 | Charset::Latin1 | Charset::Ascii) && bytes.is_ascii() {
            return Str::from_ascii(bytes);
        }
        Str::from_units(&self.decoder().decode(bytes, true))
    }

    /// A decoder for bytes that come piece by piece.
    pub fn decoder(&self) -> Decoder {
        let of = |encoding: &'static Encoding| Decoder::Stream(Box::new(encoding.new_decoder_without_bom_handling()));
        match self {
            Charset::Latin1 => Decoder::Single(256),
            Charset::Ascii => Decoder::Single(128),
            Charset::Utf16 => Decoder::ByMark(Vec::new()),
            Charset::Utf8 => of(encoding_rs::UTF_8),
            Charset::Utf16Be => of(encoding_rs::UTF_16BE),
            Charset::Utf16Le => of(encoding_rs::UTF_16LE),
            Charset::Other(encoding) => of(encoding),
        }
    }
}

fn utf8(text: &Str) -> Vec<u8> {
    if let Some(ascii) = text.as_ascii() {
        return ascii.as_bytes().to_vec();
    }
    let mut out = Vec::with_capacity(text.len() * 2);
    let mut buffer = [0; 4];
    for c in char::decode_utf16(text.iter()) {
        out.extend_from_slice(c.unwrap_or('?').encode_utf8(&mut buffer).as_bytes());
    }
    out
}

/// Decodes bytes that come piece by piece; what is malformed becomes U+FFFD.
pub enum Decoder {
    /// One unit a byte, below a limit.
    Single(u16),
    /// UTF-16 whose byte order is not yet known: the first byte, if only one has come.
    ByMark(Vec<u8>),
    /// Anything that takes more than one byte.
    Stream(Box<StreamDecoder>),
}

impl Decoder {
    /// Whether ASCII bytes stand for themselves.
    pub fn takes_ascii(&self) -> bool {
        match self {
            Decoder::Single(_) => true,
            Decoder::ByMark(_) => false,
            Decoder::Stream(decoder) => decoder.encoding().is_ascii_compatible(),
        }
    }

    /// The units of the next bytes; `last` when none will follow.
    pub fn decode(&mut self, bytes: &[u8], last: bool) -> Vec<u16> {
        match self {
            Decoder::Single(limit) => {
                let unit = |b: &u8| if u16::from(*b) < *limit { u16::from(*b) } else { 0xfffd };
                bytes.iter().map(unit).collect()
            }
            Decoder::ByMark(held) => {
                held.extend_from_slice(bytes);
                if held.len() < 2 && !last {
                    return Vec::new();
                }
                let held = std::mem::take(held);
                let (charset, skip) = match held.as_slice() {
                    [0xff, 0xfe, ..] => (Charset::Utf16Le, 2),
                    [0xfe, 0xff, ..] => (Charset::Utf16Be, 2),
                    _ => (Charset::Utf16Be, 0),
                };
                *self = charset.decoder();
                self.decode(held.get(skip..).unwrap_or_default(), last)
            }
            Decoder::Stream(decoder) => stream(decoder, bytes, last),
        }
    }
}

fn stream(decoder: &mut StreamDecoder, mut bytes: &[u8], last: bool) -> Vec<u16> {
    let mut out = Vec::with_capacity(bytes.len() + 4);
    let mut piece = [0u16; 1024];
    loop {
        let (result, read, written, _) = decoder.decode_to_utf16(bytes, &mut piece, last);
        out.extend_from_slice(&piece[..written]);
        bytes = &bytes[read..];
        if result == CoderResult::InputEmpty {
            return out;
        }
    }
}

/// `text.getBytes(charset)` as a Java array.
pub fn bytes_of(text: &Str, charset: Charset) -> Rc<Array> {
    byte_array::from_bytes(&charset.encode(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_survive_every_set_that_has_them() {
        let text = Str::new("aé€\u{1f600}");
        for name in ["UTF-8", "utf8", "UTF-16", "UTF-16LE", "UTF-16BE", "GB18030"] {
            let charset = Charset::find(name).unwrap_or(Charset::Ascii);
            assert!(charset.decode(&charset.encode(&text)) == text, "{name}");
        }
    }

    #[test]
    fn what_a_set_lacks_is_replaced() {
        let text = Str::new("aé€");
        assert_eq!(Charset::Latin1.encode(&text), b"a\xe9?");
        assert_eq!(Charset::Ascii.encode(&text), b"a??");
        assert_eq!(
            Charset::find("Cp1252").map(|c| c.encode(&text)),
            Some(b"a\xe9\x80".to_vec())
        );
        assert_eq!(&*Charset::Utf8.decode(b"a\xffb"), "a\u{fffd}b");
        assert_eq!(&*Charset::Ascii.decode(b"\xe9"), "\u{fffd}");
        assert!(Charset::find("no-such-set").is_none());
    }

    #[test]
    fn pieces_join() {
        let mut decoder = Charset::Utf8.decoder();
        let mut units = decoder.decode(b"\xe2\x82", false);
        units.extend(decoder.decode(b"\xac", true));
        assert_eq!(units, [0x20ac]);
    }
}
