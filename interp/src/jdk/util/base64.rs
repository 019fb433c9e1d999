//! `java.util.Base64`: the basic, URL and MIME forms.

use crate::jdk::io::byte_array::{from_bytes, to_bytes};
use crate::jdk::nio::charset::Charset;
use crate::registry::{Class, class, function, method, native, unbound};
use crate::value::{Array, HostType, Str};
use crate::{Res, Vm};
use base64::Engine;
use base64::alphabet::{STANDARD, URL_SAFE};
use base64::engine::{GeneralPurpose, GeneralPurposeConfig};
use std::rc::Rc;

/// Which alphabet and manners.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Basic,
    Url,
    Mime,
}

/// `java.util.Base64.Encoder`.
#[derive(Clone)]
pub struct Encoder {
    form: Form,
    padding: bool,
    /// How long lines are and what ends them; 0 for one line.
    line: usize,
    separator: Rc<[u8]>,
}

/// `java.util.Base64.Decoder`.
pub struct Decoder {
    form: Form,
}

impl HostType for Encoder {
    const NAME: &'static str = "java.util.Base64$Encoder";
    fn class() -> &'static Class {
        &ENCODER
    }
}

impl HostType for Decoder {
    const NAME: &'static str = "java.util.Base64$Decoder";
    fn class() -> &'static Class {
        &DECODER
    }
}

/// `java.util.Base64`.
pub static CLASS: Class = class("java.util.Base64").abstract_class().members(&[
    function("getDecoder(): Decoder", &unbound(|| Decoder { form: Form::Basic })).doc("Reads the basic form."),
    function("getEncoder(): Encoder", &unbound(|| encoder(Form::Basic))).doc("Writes the basic form."),
    function("getMimeDecoder(): Decoder", &unbound(|| Decoder { form: Form::Mime }))
        .doc("Reads over all that is no Base64."),
    function("getMimeEncoder(): Encoder", &unbound(|| encoder(Form::Mime))).doc("Writes lines of 76 characters."),
    function(
        "getMimeEncoder(int line, byte[] separator): Encoder",
        &unbound(mime_encoder),
    ),
    function("getUrlDecoder(): Decoder", &unbound(|| Decoder { form: Form::Url })).doc("Reads the form for URLs."),
    function("getUrlEncoder(): Encoder", &unbound(|| encoder(Form::Url))).doc("Writes the form for URLs."),
]);

/// `java.util.Base64.Encoder`.
pub static ENCODER: Class = class(Encoder::NAME).members(&[
    method(
        "encode(byte[] bytes): byte[]",
        &native(|e: &Encoder, bytes: &Array| from_bytes(e.encode(&to_bytes(bytes)).as_bytes())),
    ),
    method(
        "encodeToString(byte[] bytes): String",
        &native(|e: &Encoder, bytes: &Array| e.encode(&to_bytes(bytes))),
    )
    .doc("Bytes as text."),
    method(
        "withoutPadding(): Encoder",
        &native(|e: &Encoder| Encoder {
            padding: false,
            ..e.clone()
        }),
    )
    .doc("The same without `=` at the end."),
]);

/// `java.util.Base64.Decoder`.
pub static DECODER: Class = class(Decoder::NAME).members(&[
    method("decode(String text): byte[]", &native(decode_text)).doc("The bytes of a text."),
    method("decode(byte[] text): byte[]", &native(decode_bytes)),
]);

fn encoder(form: Form) -> Encoder {
    Encoder {
        form,
        padding: true,
        line: if form == Form::Mime { 76 } else { 0 },
        separator: Rc::from(b"\r\n".as_slice()),
    }
}

fn mime_encoder(line: i32, separator: &Array) -> Encoder {
    Encoder {
        line: usize::try_from(line).unwrap_or(0) / 4 * 4,
        separator: to_bytes(separator).into(),
        ..encoder(Form::Mime)
    }
}

impl Encoder {
    fn encode(&self, bytes: &[u8]) -> String {
        encode(bytes, self.form == Form::Url, self.padding, self.line, &self.separator)
    }
}

/// Bytes as Base64, in lines of a length if it is not 0.
pub fn encode(bytes: &[u8], url: bool, padding: bool, line: usize, separator: &[u8]) -> String {
    let alphabet = if url { &URL_SAFE } else { &STANDARD };
    let config = GeneralPurposeConfig::new().with_encode_padding(padding);
    let text = GeneralPurpose::new(alphabet, config).encode(bytes);
    if line == 0 {
        return text;
    }
    let lines: Vec<&str> = text
        .as_bytes()
        .chunks(line)
        .map(|l| std::str::from_utf8(l).unwrap_or_default())
        .collect();
    lines.join(&String::from_utf8_lossy(separator))
}

fn decode_text(vm: &mut Vm, decoder: &Decoder, text: &Str) -> Res<Rc<Array>> {
    decode(vm, decoder.form, &Charset::Latin1.encode(text))
}

fn decode_bytes(vm: &mut Vm, decoder: &Decoder, text: &Array) -> Res<Rc<Array>> {
    decode(vm, decoder.form, &to_bytes(text))
}

fn decode(vm: &mut Vm, form: Form, text: &[u8]) -> Res<Rc<Array>> {
    vm.tick_many(text.len() / 16)?;
    match decoded(form, text) {
        Ok(bytes) => {
            vm.reserve(16 * bytes.len())?;
            Ok(from_bytes(&bytes))
        }
        Err(message) => Err(vm.illegal_argument(message)),
    }
}

/// The six bits of a character, if the form has it.
fn digit(form: Form, byte: u8) -> Option<u32> {
    Some(match byte {
        b'A'..=b'Z' => u32::from(byte - b'A'),
        b'a'..=b'z' => u32::from(byte - b'a') + 26,
        b'0'..=b'9' => u32::from(byte - b'0') + 52,
        b'+' if form != Form::Url => 62,
        b'/' if form != Form::Url => 63,
        b'-' if form == Form::Url => 62,
        b'_' if form == Form::Url => 63,
        _ => return None,
    })
}

/// Decodes with Java's complaints, which the library of this name does not have.
fn decoded(form: Form, text: &[u8]) -> Result<Vec<u8>, String> {
    if text.len() == 1 && form != Form::Mime {
        return Err("Input byte[] should at least have 2 bytes for base64 bytes".to_owned());
    }
    let mut out = Vec::with_capacity(text.len() / 4 * 3 + 2);
    let (mut bits, mut count, mut at) = (0u32, 0, 0);
    while let Some(byte) = text.get(at) {
        at += 1;
        match digit(form, *byte) {
            Some(digit) => {
                bits = bits << 6 | digit;
                count += 1;
                if count == 4 {
                    out.extend_from_slice(&bits.to_be_bytes()[1..]);
                    (bits, count) = (0, 0);
                }
            }
            None if *byte == b'=' => {
                let second = count == 2 && {
                    at += 1;
                    text.get(at - 1) != Some(&b'=')
                };
                if second || count == 0 {
                    return Err("Input byte array has wrong 4-byte ending unit".to_owned());
                }
                break;
            }
            None if form == Form::Mime => {}
            None => return Err(format!("Illegal base64 character {byte:x}")),
        }
    }
    match count {
        2 => out.push((bits >> 4) as u8),
        3 => out.extend_from_slice(&[(bits >> 10) as u8, (bits >> 2) as u8]),
        1 => return Err("Last unit does not have enough valid bits".to_owned()),
        _ => {}
    }
    while let Some(byte) = text.get(at) {
        at += 1;
        if form != Form::Mime || digit(form, *byte).is_some() {
            let place = if form == Form::Mime { at } else { at - 1 };
            return Err(format!("Input byte array has incorrect ending byte at {place}"));
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decoding_complains_as_java_does() {
        let at = |form, text: &str| match decoded(form, text.as_bytes()) {
            Ok(bytes) => format!("{bytes:?}"),
            Err(message) => message,
        };
        for (text, basic, mime) in [
            ("YQ==", "[97]", "[97]"),
            ("YQ", "[97]", "[97]"),
            (
                "YQ=",
                "Input byte array has wrong 4-byte ending unit",
                "Input byte array has wrong 4-byte ending unit",
            ),
            (
                "Y",
                "Input byte[] should at least have 2 bytes for base64 bytes",
                "Last unit does not have enough valid bits",
            ),
            ("YW Jj", "Illegal base64 character 20", "[97, 98, 99]"),
            ("YW-_", "Illegal base64 character 2d", "[97]"),
            (
                "====",
                "Input byte array has wrong 4-byte ending unit",
                "Input byte array has wrong 4-byte ending unit",
            ),
            (
                "Y===",
                "Last unit does not have enough valid bits",
                "Last unit does not have enough valid bits",
            ),
            (
                "YQ==YQ==",
                "Input byte array has incorrect ending byte at 4",
                "Input byte array has incorrect ending byte at 5",
            ),
            ("YR==", "[97]", "[97]"),
        ] {
            assert_eq!(at(Form::Basic, text), basic, "{text}");
            assert_eq!(at(Form::Mime, text), mime, "{text}");
        }
    }

    #[test]
    fn lines_are_as_long_as_asked() {
        let text = encode(&[b'x'; 20], false, true, 8, b"|");
        assert_eq!(text, "eHh4eHh4|eHh4eHh4|eHh4eHh4|eHg=");
    }
}
