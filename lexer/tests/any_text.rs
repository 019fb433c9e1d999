//! Any text gives tokens that cover it in order, and nothing panics.

use proptest::prelude::*;
use rovy_lexer::{Lexed, Quote, lex};

fn check(source: &str) {
    let Lexed {
        tokens,
        comments,
        errors,
    } = lex(source);
    let mut end = 0;
    for token in &tokens {
        assert!(
            token.span.start <= token.span.end && end <= token.span.start,
            "{token:?} in {source:?}"
        );
        assert!(source.get(token.span.range()).is_some(), "{token:?} in {source:?}");
        end = token.span.end;
    }
    for span in comments.iter().copied().chain(errors.iter().map(|error| error.span)) {
        assert!(source.get(span.range()).is_some(), "{span:?} in {source:?}");
    }
}

/// A fuzz target; as a plain test it runs over the corpus beside this file and random bytes.
#[test]
fn any_bytes() {
    bolero::check!().for_each(|input: &[u8]| check(&String::from_utf8_lossy(input)));
}

proptest! {
    #[test]
    fn any_characters(source in "\\PC*") {
        check(&source);
    }

    #[test]
    fn characters_of_code(source in r#"[a-z0-9$'"/\\{}()\[\]\n .,:;*#!?<>=_u+-]{0,60}"#) {
        check(&source);
    }

    #[test]
    fn any_escapes(raw in r#"[a$\\u0-9dD/'"{}\n\r]{0,40}"#) {
        for quote in [Quote::Single, Quote::Double, Quote::TripleDouble, Quote::Slashy, Quote::DollarSlashy] {
            let _ = quote.text(&raw).to_lossy();
        }
    }
}
