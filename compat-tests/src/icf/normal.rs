//! Texts without what is not the same twice.

/// `@1a2b3c` becomes `@HASH`: five to eight hexadecimal digits.
pub(super) fn with_hashes(text: &str) -> String {
    let mut out = String::new();
    let mut parts = text.split('@');
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        out.push('@');
        let digits = part
            .bytes()
            .take_while(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(b))
            .count();
        let ends = part
            .as_bytes()
            .get(digits)
            .is_none_or(|b| !b.is_ascii_alphanumeric() && *b != b'_');
        if (5..=8).contains(&digits) && ends {
            out.push_str("HASH");
            out.push_str(part.get(digits..).unwrap_or_default());
        } else {
            out.push_str(part);
        }
    }
    out
}

/// `Script1700000000000` becomes `Script#`.
pub(super) fn with_script_names(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("Script") {
        let (head, tail) = rest.split_at(at + "Script".len());
        out.push_str(head);
        let digits = tail.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 13 {
            out.push('#');
            rest = tail.get(13..).unwrap_or_default();
        } else {
            rest = tail;
        }
    }
    out + rest
}
