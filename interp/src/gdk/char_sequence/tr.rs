//! `tr`: characters exchanged for others, as the Unix command does it.

use crate::value::Str;
use std::rc::Rc;

const HYPHEN: u16 = b'-' as u16;

/// The characters that a list of characters and ranges stands for.
fn expanded(list: &Str) -> Vec<u16> {
    let units = list.to_units();
    let mut out = Vec::with_capacity(units.len());
    let mut rest = units.as_slice();
    loop {
        rest = match rest {
            [from, HYPHEN, to, rest @ ..] if from <= to => {
                out.extend(*from..=*to);
                rest
            }
            [from, HYPHEN, to, rest @ ..] => {
                out.extend((*to..=*from).rev());
                rest
            }
            [one, rest @ ..] => {
                out.push(*one);
                rest
            }
            [] => return out,
        };
    }
}

pub fn tr(text: &Rc<Str>, source: &Str, replacement: &Str) -> Rc<Str> {
    if source.is_empty() || replacement.is_empty() {
        return text.clone();
    }
    let (source, target) = (expanded(source), expanded(replacement));
    let exchange = |unit: u16| match source.iter().position(|s| *s == unit) {
        Some(i) => target.get(i).or(target.last()).copied().unwrap_or(unit),
        None => unit,
    };
    Str::from_units(&text.iter().map(exchange).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exchanges_characters() {
        let tr = |t: &str, a: &str, b: &str| super::tr(&Str::new(t), &Str::new(a), &Str::new(b)).to_string();
        assert_eq!(tr("hello", "a-y", "b-z"), "ifmmp");
        assert_eq!(tr("hello", "z-a", "b"), "bbbbb");
        assert_eq!(tr("abc", "a-c", "x-"), "x--");
        assert_eq!(tr("hello", "^l", "x"), "hexxo");
    }
}
