//! `StringUtil`.

use rovy_interp::registry::{Class, Items, class, function, unbound};
use rovy_interp::value::{Str, Value};
use rovy_interp::{Res, Vm};
use std::rc::Rc;

/// `org.identityconnectors.common.StringUtil`.
pub static CLASS: Class = class("org.identityconnectors.common.StringUtil").members(&[
    function(
        "indexOfDigit(String text): int",
        &unbound(|s: Option<&Str>| position(s, 0, is_digit)),
    )
    .doc("Where the first digit stands; -1 without."),
    function(
        "indexOfDigit(String text, int start): int",
        &unbound(|s: Option<&Str>, start: i32| position(s, start, is_digit)),
    ),
    function(
        "indexOfNonDigit(String text): int",
        &unbound(|s: Option<&Str>| position(s, 0, |unit| !is_digit(unit))),
    ),
    function(
        "indexOfNonDigit(String text, int start): int",
        &unbound(|s: Option<&Str>, start: i32| position(s, start, |unit| !is_digit(unit))),
    ),
    function(
        "subDigitString(String text): String",
        &unbound(|s: Option<&Str>| sub_digits(s, 0)),
    )
    .doc("The first run of digits; null without."),
    function("subDigitString(String text, int start): String", &unbound(sub_digits)),
    function("stripXmlComments(String text): String", &unbound(strip_comments)),
    function(
        "isWhitespace(char c): boolean",
        &unbound(|unit: u16| char::from_u32(unit.into()).is_some_and(char::is_whitespace)),
    ),
    function(
        "stripXmlAttribute(String text, String name): String",
        &unbound(strip_attribute),
    ),
    function("stripNewlines(String text): String", &unbound(strip_newlines)),
    function(
        "indexOfIgnoreCase(String text, String part): int",
        &unbound(index_of_ignore_case),
    ),
    function(
        "isEmpty(String text): boolean",
        &unbound(|s: Option<&Str>| s.is_none_or(Str::is_empty)),
    ),
    function(
        "isNotEmpty(String text): boolean",
        &unbound(|s: Option<&Str>| s.is_some_and(|s| !s.is_empty())),
    ),
    function("isBlank(String text): boolean", &unbound(is_blank)).doc("Null, empty or nothing but white space."),
    function(
        "isNotBlank(String text): boolean",
        &unbound(|s: Option<&Str>| !is_blank(s)),
    ),
    function(
        "trimToEmpty(String text): String",
        &unbound(|s: Option<&Str>| s.map_or(String::new(), |s| s.text().trim().to_string())),
    ),
    function(
        "trimToNull(String text): String",
        &unbound(|s: Option<&Str>| s.map(|s| s.text().trim().to_string()).filter(|s| !s.is_empty())),
    ),
    function(
        "endsWith(String text, char end): boolean",
        &unbound(|s: Option<&Str>, end: u16| s.is_some_and(|s| s.iter().next_back() == Some(end))),
    ),
    function(
        "replaceVariable(String text, String name, String value): String",
        &unbound(replace_variable),
    )
    .doc("The text with each `${name}` replaced."),
    function(
        "isVariable(String text, String name): boolean",
        &unbound(|s: &Str, name: &Str| s.text().contains(&format!("${{{}}}", name.text()))),
    ),
    function(
        "parseLine(String line, char separator, char quote): List",
        &unbound(parse_line),
    ),
    function("toProperties(String text): Properties", &unbound(to_properties)),
    function("join(Collection parts, String separator): String", &unbound(join)),
    function("join(Object[] parts, String separator): String", &unbound(join)),
    function("join(Collection parts, char separator): String", &unbound(join_by_char)),
    function("join(Object[] parts, char separator): String", &unbound(join_by_char)),
]);

fn is_blank(text: Option<&Str>) -> bool {
    text.is_none_or(crate::icf::names::is_blank)
}

fn is_digit(unit: u16) -> bool {
    char::from_u32(unit.into()).is_some_and(|c| c.is_ascii_digit())
}

/// Where the first wanted character stands, from a place on; -1 without.
fn position(text: Option<&Str>, start: i32, wanted: fn(u16) -> bool) -> i32 {
    let Some(text) = text else { return -1 };
    let start = start.max(0) as usize;
    let found = text.iter().skip(start).position(wanted);
    found.map_or(-1, |i| (start + i) as i32)
}

fn sub_digits(text: Option<&Str>, start: i32) -> Option<Rc<Str>> {
    let at = usize::try_from(position(text, start, is_digit)).ok()?;
    let digits: Vec<u16> = text?.iter().skip(at).take_while(|unit| is_digit(*unit)).collect();
    Some(Str::from_units(&digits))
}

fn strip_comments(text: Option<&Str>) -> Option<String> {
    let text = text?.text().into_owned();
    let (mut out, mut rest) = (String::new(), text.as_str());
    while let Some((head, comment)) = rest.split_once("<!--") {
        out += head;
        let Some((_, tail)) = comment.split_once("-->") else {
            return Some(out + "<!--" + comment);
        };
        rest = tail;
    }
    Some(out + rest)
}

fn strip_attribute(text: &Str, name: &Str) -> String {
    let (text, name) = (text.text().into_owned(), name.text().into_owned());
    let Some(start) = text.find(&format!("{name}=\"")) else {
        return text;
    };
    let value_at = start + name.len() + 2;
    let end = text
        .get(value_at..)
        .and_then(|rest| rest.find('"'))
        .map_or(text.len(), |i| value_at + i + 1);
    let head = text.get(..start).unwrap_or("").trim_end();
    format!("{head}{}", text.get(end..).unwrap_or(""))
}

fn strip_newlines(text: Option<&Str>) -> Option<String> {
    text.map(|s| s.text().chars().filter(|c| *c != '\n' && *c != '\r').collect())
}

fn index_of_ignore_case(text: &Str, part: &Str) -> i32 {
    let (text, part) = (text.text().to_lowercase(), part.text().to_lowercase());
    match text.find(&part) {
        Some(at) => text.get(..at).map_or(-1, |head| head.encode_utf16().count() as i32),
        None => -1,
    }
}

fn replace_variable(vm: &mut Vm, text: Option<&Str>, name: Option<&Str>, value: Option<&Str>) -> Res<String> {
    let (Some(text), Some(name), Some(value)) = (text, name.filter(|n| !is_blank(Some(n))), value) else {
        let shown = |s: Option<&Str>| s.map_or("null".into(), |s| s.text().into_owned());
        let message = format!(" var: {} val: {} o: {}", shown(name), shown(value), shown(text));
        return Err(vm.illegal_argument(message));
    };
    Ok(text.text().replace(&format!("${{{}}}", name.text()), &value.text()))
}

fn parse_line(line: &Str, separator: u16, quote: u16) -> Vec<Value> {
    let (mut fields, mut field, mut quoted) = (Vec::new(), Vec::new(), false);
    let units: Vec<u16> = line.iter().collect();
    let mut i = 0;
    while let Some(unit) = units.get(i).copied() {
        if unit == quote {
            if quoted && units.get(i + 1) == Some(&quote) {
                field.push(quote);
                i += 1;
            } else {
                quoted = !quoted;
            }
        } else if unit == separator && !quoted {
            fields.push(Value::Str(Str::from_units(&field)));
            field.clear();
        } else {
            field.push(unit);
        }
        i += 1;
    }
    fields.push(Value::Str(Str::from_units(&field)));
    fields
}

fn to_properties(vm: &mut Vm, text: &Value) -> Res {
    let (Some(properties), Some(reader)) = (
        vm.class_by_name("java.util.Properties"),
        vm.class_by_name("java.io.StringReader"),
    ) else {
        return Err(vm.unsupported("StringUtil.toProperties: java.util.Properties is not there"));
    };
    let out = vm.construct(properties, &[])?;
    let reader = vm.construct(reader, std::slice::from_ref(text))?;
    vm.call_method(&out, "load", &[reader])?;
    Ok(out)
}

fn join(vm: &mut Vm, parts: Items, separator: Option<&Str>) -> Res<String> {
    let mut texts = Vec::new();
    for part in vm.items(parts.0)? {
        texts.push(if part.is_null() {
            String::new()
        } else {
            vm.to_text(&part)?
        });
    }
    Ok(texts.join(&separator.map(|s| s.text().into_owned()).unwrap_or_default()))
}

fn join_by_char(vm: &mut Vm, parts: Items, separator: u16) -> Res<String> {
    join(vm, parts, Some(&Str::from_units(&[separator])))
}
