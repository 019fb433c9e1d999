//! Names of attributes and object classes: compared ignoring case; special ones stand between double underscores.

use rovy_interp::value::Str;
use rovy_interp::{Res, Vm};
use std::cmp::Ordering;

/// `__UID__`.
pub const UID: &str = "__UID__";
/// `__NAME__`.
pub const NAME: &str = "__NAME__";
/// `__PASSWORD__`.
pub const PASSWORD: &str = "__PASSWORD__";
/// `__CURRENT_PASSWORD__`.
pub const CURRENT_PASSWORD: &str = "__CURRENT_PASSWORD__";
/// `__ACCOUNT__`.
pub const ACCOUNT: &str = "__ACCOUNT__";
/// `__GROUP__`.
pub const GROUP: &str = "__GROUP__";
/// `__ALL__`.
pub const ALL: &str = "__ALL__";

/// A name in the form in which names are compared.
pub fn fold(name: &Str) -> String {
    name.text().to_lowercase()
}

/// Whether two names are the same, ignoring case.
pub fn same(a: &Str, b: &Str) -> bool {
    match (a.as_ascii(), b.as_ascii()) {
        (Some(a), Some(b)) => a.eq_ignore_ascii_case(b),
        _ => fold(a) == fold(b),
    }
}

/// The order of names, ignoring case.
pub fn order(a: &Str, b: &Str) -> Ordering {
    match (a.as_ascii(), b.as_ascii()) {
        (Some(a), Some(b)) => {
            let lower = |b: u8| b.to_ascii_lowercase();
            a.bytes().map(lower).cmp(b.bytes().map(lower))
        }
        _ => fold(a).cmp(&fold(b)),
    }
}

/// The hash code of a name: that of its upper-case form.
pub fn hash(name: &Str) -> i32 {
    Str::new(&name.text().to_uppercase()).hash() as i32
}

/// `__X__`?
pub fn is_special(name: &str) -> bool {
    name.starts_with("__") && name.ends_with("__")
}

/// `__X__` of `X`.
pub fn special(name: &str) -> String {
    format!("__{name}__")
}

/// `NameUtil.createSpecialName(name)`: [`special`], but for blank names.
pub fn create_special(vm: &mut Vm, name: Option<&Str>) -> Res<String> {
    match name.filter(|n| !is_blank(n)) {
        Some(name) => Ok(special(&name.text())),
        None => Err(vm.illegal_argument("Name parameter must not be blank!")),
    }
}

/// Nothing but white space?
pub fn is_blank(text: &Str) -> bool {
    text.text().trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_does_not_matter() {
        assert!(same(&Str::new("Mail"), &Str::new("mAIL")));
        assert!(same(&Str::new("Ärger"), &Str::new("äRGER")));
        assert_eq!(hash(&Str::new("abc")), 64578);
        assert_eq!(order(&Str::new("b"), &Str::new("A")), Ordering::Greater);
        assert!(is_special("__X__") && !is_special("x"));
    }
}
