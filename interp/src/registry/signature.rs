//! The check, made while compiling, that a member's signature in Java's words fits the type of its Rust function.

const fn find(s: &[u8], byte: u8, mut i: usize) -> usize {
    while i < s.len() {
        if s[i] == byte {
            return i;
        }
        i += 1;
    }
    panic!("a signature reads name(Type name, …): Type")
}

/// Compares a signature with what the Rust function's type says: shape, number of parameters, each parameter, the result.
pub(super) const fn check(signature: &str, params: &[&[&str]], gives: &[&str]) {
    let s = signature.as_bytes();
    let (open, mut n) = (first(s, b'('), 0);
    let end = if open < s.len() {
        find(s, b')', 0)
    } else {
        find(s, b':', 1) - 1
    };
    let mut i = if open < end { open + 1 } else { end };
    while i < end {
        let stop = find(s, b' ', i);
        assert!(stop < end, "a parameter reads Type name");
        assert!(n < params.len(), "the signature has more parameters than the function");
        assert!(
            any_of(s, i, stop, params[n]),
            "the function's parameter cannot hold the Java type that the signature gives"
        );
        n += 1;
        i = stop;
        while i < end && s[i] != b',' {
            i += 1;
        }
        i += 2;
    }
    assert!(
        n == params.len(),
        "the signature has fewer parameters than the function"
    );
    let from = if end + 1 == s.len() { end + 1 } else { end + 3 };
    assert!(
        end + 1 == s.len() || (s[end + 1] == b':' && s[end + 2] == b' '),
        "a signature reads name(Type name, …): Type"
    );
    assert!(
        gives.is_empty() || from >= s.len() || any_of(s, from, s.len(), gives),
        "the function's result is not of the Java type that the signature gives"
    );
}

/// Where a byte first stands, or the length.
pub(super) const fn first(s: &[u8], byte: u8) -> usize {
    let mut i = 0;
    while i < s.len() && s[i] != byte {
        i += 1;
    }
    i
}

/// Whether the text between two places is one of some names, or the last part of one that is qualified; `*` is any.
pub(super) const fn any_of(s: &[u8], from: usize, to: usize, names: &[&str]) -> bool {
    let mut k = 0;
    while k < names.len() {
        let t = names[k].as_bytes();
        if (t.len() == 1 && t[0] == b'*') || equal(s, from, to, t) {
            return true;
        }
        let len = to - from;
        if t.len() > len {
            let cut = t.len() - len;
            if (t[cut - 1] == b'.' || t[cut - 1] == b'$') && equal(s, from, to, t.split_at(cut).1) {
                return true;
            }
        }
        k += 1;
    }
    false
}

pub(super) const fn equal(s: &[u8], from: usize, to: usize, t: &[u8]) -> bool {
    if to - from != t.len() {
        return false;
    }
    let mut i = 0;
    while i < t.len() {
        if s[from + i] != t[i] {
            return false;
        }
        i += 1;
    }
    true
}
