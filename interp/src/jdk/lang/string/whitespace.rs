//! White space and lines of text: `trim`, `strip`, `lines`, `indent`, `stripIndent`, `translateEscapes`.

use crate::heap::Gathered;
use crate::value::{Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// `Character.isWhitespace`: Unicode's spaces without those that do not break, and the separators among the controls.
pub fn is_whitespace(unit: u16) -> bool {
    match unit {
        0x09..=0x0d | 0x1c..=0x20 => true,
        0xa0 | 0x2007 | 0x202f => false,
        0x1680 | 0x2000..=0x200a | 0x2028 | 0x2029 | 0x205f | 0x3000 => true,
        _ => false,
    }
}

/// The text without what `drop` takes from its ends.
fn cut(text: &Rc<Str>, drop: fn(u16) -> bool, leading: bool, trailing: bool) -> Rc<Str> {
    let from = if leading {
        text.iter().take_while(|u| drop(*u)).count()
    } else {
        0
    };
    let rest = text.len() - from;
    let cut = if trailing {
        text.iter().rev().take_while(|u| drop(*u)).count().min(rest)
    } else {
        0
    };
    if from + cut == 0 {
        text.clone()
    } else {
        text.slice(from, text.len() - cut)
    }
}

/// `trim()`: without units up to the space.
pub fn trim(text: &Rc<Str>) -> Rc<Str> {
    cut(text, |u| u <= 0x20, true, true)
}

/// `strip()`.
pub fn strip(text: &Rc<Str>) -> Rc<Str> {
    cut(text, is_whitespace, true, true)
}

/// `stripLeading()`.
pub fn strip_leading(text: &Rc<Str>) -> Rc<Str> {
    cut(text, is_whitespace, true, false)
}

/// `stripTrailing()`.
pub fn strip_trailing(text: &Rc<Str>) -> Rc<Str> {
    cut(text, is_whitespace, false, true)
}

/// `isBlank()`.
pub fn is_blank(text: &Str) -> bool {
    text.iter().all(is_whitespace)
}

/// The lines as `lines()` and `BufferedReader` see them: ended by `\n`, `\r` or both; no empty one after the last end.
pub fn lines(text: &Str) -> impl Iterator<Item = Rc<Str>> {
    let mut start = 0;
    std::iter::from_fn(move || {
        if start >= text.len() {
            return None;
        }
        let end = (start..text.len())
            .find(|i| matches!(text.unit(*i), Some(0x0a | 0x0d)))
            .unwrap_or(text.len());
        let line = text.slice(start, end);
        let both = text.unit(end) == Some(0x0d) && text.unit(end + 1) == Some(0x0a);
        start = end + if both { 2 } else { 1 };
        Some(line)
    })
}

/// The lines as a list.
pub fn read_lines(vm: &mut Vm, text: &Str) -> Res<Gathered> {
    let mut out = Gathered::new();
    for line in lines(text) {
        vm.tick()?;
        out.push(vm, Value::Str(line))?;
    }
    Ok(out)
}

fn indentation(line: &Str) -> usize {
    line.iter().take_while(|u| is_whitespace(*u)).count()
}

/// `indent(n)`: every line moved and ended by `\n`.
pub fn indent(vm: &mut Vm, text: &Rc<Str>, count: i32) -> Res<Rc<Str>> {
    let width = count.max(0) as usize;
    let mut out = Gathered::with_capacity(vm, text.len())?;
    for line in lines(text) {
        vm.tick()?;
        let cut = indentation(&line).min(count.min(0).unsigned_abs() as usize);
        out.extend(vm, std::iter::repeat_n(0x20, width))?;
        out.extend(vm, line.iter().skip(cut))?;
        out.push(vm, 0x0a)?;
    }
    Ok(Str::from_units(&out))
}

/// Java's `stripIndent()`: a last line of white space alone counts, so that it can say how far to move the others.
pub fn strip_indent(text: &Rc<Str>) -> Rc<Str> {
    let ends_open = matches!(text.unit(text.len().wrapping_sub(1)), Some(0x0a | 0x0d));
    let all = || lines(text).chain(ends_open.then(|| Str::new("")));
    let last = all().count().saturating_sub(1);
    let counted = all().enumerate().filter(|(i, line)| *i == last || !is_blank(line));
    let least = counted.map(|(_, line)| indentation(&line)).min().unwrap_or(0);
    let mut out = Vec::with_capacity(text.len());
    for (i, line) in all().enumerate() {
        if i > 0 {
            out.push(0x0a);
        }
        if !is_blank(&line) {
            out.extend(strip_trailing(&line.slice(least, line.len())).iter());
        }
    }
    Str::from_units(&out)
}

/// `translateEscapes()`.
pub fn translate_escapes(vm: &mut Vm, text: &Rc<Str>) -> Res<Rc<Str>> {
    let mut out = Vec::with_capacity(text.len());
    let mut units = text.iter().peekable();
    while let Some(unit) = units.next() {
        if unit != b'\\' as u16 {
            out.push(unit);
            continue;
        }
        let escaped = units.next().unwrap_or(0);
        match u8::try_from(escaped).unwrap_or(0) {
            b'b' => out.push(8),
            b'f' => out.push(12),
            b'n' => out.push(10),
            b'r' => out.push(13),
            b's' => out.push(32),
            b't' => out.push(9),
            b'\'' | b'"' | b'\\' => out.push(escaped),
            first @ b'0'..=b'7' => {
                let most = if first <= b'3' { 2 } else { 1 };
                let mut code = (first - b'0') as u16;
                for _ in 0..most {
                    match units.next_if(|u| (0x30..=0x37).contains(u)) {
                        Some(digit) => code = code * 8 + digit - 0x30,
                        None => break,
                    }
                }
                out.push(code);
            }
            b'\n' => {}
            b'\r' => {
                units.next_if_eq(&0x0a);
            }
            _ => {
                let shown = char::from_u32(escaped as u32).unwrap_or('?');
                return Err(vm.illegal_argument(format!("Invalid escape sequence: \\{shown} \\\\u{escaped:04X}")));
            }
        }
    }
    Ok(Str::from_units(&out))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strips_and_splits_lines() {
        assert_eq!(strip(&Str::new("\u{2003}a ")).text(), "a");
        assert_eq!(trim(&Str::new("\u{2003}a ")).text(), "\u{2003}a");
        assert_eq!(trim(&Str::new("   ")).text(), "");
        let split: Vec<String> = lines(&Str::new("a\nb\r\nc\rd\n")).map(|l| l.to_string()).collect();
        assert_eq!(split, ["a", "b", "c", "d"]);
        assert_eq!(strip_indent(&Str::new("   a\n  b\n    c\n  ")).text(), " a\nb\n  c\n");
    }
}
