//! Sets of characters: those with a name, those of POSIX, Unicode properties, scripts and blocks.

use super::Flags;
use regex_syntax::hir::{Class, ClassUnicode, ClassUnicodeRange, HirKind};

/// A set of characters.
pub type Set = ClassUnicode;

/// The set of some ranges.
pub fn ranges(ranges: &[(char, char)]) -> Set {
    Set::new(ranges.iter().map(|(a, b)| ClassUnicodeRange::new(*a, *b)))
}

/// The set of one character.
pub fn single(c: char) -> Set {
    ranges(&[(c, c)])
}

/// Everything outside a set.
pub fn complement(mut set: Set) -> Set {
    set.negate();
    set
}

/// Both sets.
pub fn union(mut a: Set, b: &Set) -> Set {
    a.union(b);
    a
}

/// With the other cases of its letters where the flags ask for them: ASCII's only, or all.
pub fn folded(mut set: Set, flags: Flags) -> Set {
    if !flags.has(Flags::CASE_INSENSITIVE) {
        return set;
    }
    if flags.has(Flags::UNICODE_CASE) {
        set.case_fold_simple();
        return set;
    }
    let shifted = |from: char, to: char, by: i32| {
        let mut part = ranges(&[(from, to)]);
        part.intersect(&set);
        let shift = |c: char| char::from_u32(c.wrapping_add_signed(by)).unwrap_or(c);
        part.ranges()
            .iter()
            .map(|r| (shift(r.start()), shift(r.end())))
            .collect::<Vec<_>>()
    };
    let other_cases = [shifted('a', 'z', -32), shifted('A', 'Z', 32)].concat();
    union(set, &ranges(&other_cases))
}

trait WrappingAdd {
    fn wrapping_add_signed(self, by: i32) -> u32;
}

impl WrappingAdd for char {
    fn wrapping_add_signed(self, by: i32) -> u32 {
        (self as u32).wrapping_add_signed(by)
    }
}

/// `\p{…}` as the Unicode tables have it.
pub fn unicode(property: &str) -> Option<Set> {
    if !property
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | ' ' | '=' | '^'))
    {
        return None;
    }
    let hir = regex_syntax::parse(&format!("\\p{{{property}}}")).ok()?;
    match hir.into_kind() {
        HirKind::Class(Class::Unicode(set)) => Some(set),
        HirKind::Literal(text) => std::str::from_utf8(&text.0).ok()?.chars().next().map(single),
        _ => None,
    }
}

/// Several Unicode properties together.
fn any_of(properties: &[&str]) -> Option<Set> {
    let mut all = ranges(&[]);
    for property in properties {
        all.union(&unicode(property)?);
    }
    Some(all)
}

/// `\d`.
pub fn digits(flags: Flags) -> Set {
    posix("Digit", flags).unwrap_or_else(|| ranges(&[('0', '9')]))
}

/// `\w`.
pub fn word(flags: Flags) -> Set {
    let ascii = ranges(&[('a', 'z'), ('A', 'Z'), ('0', '9'), ('_', '_')]);
    if flags.has(Flags::UNICODE_CHARACTER_CLASS) {
        any_of(&["Alphabetic", "M", "Nd", "Pc", "Join_Control"]).unwrap_or(ascii)
    } else {
        ascii
    }
}

/// `\s`.
pub fn space(flags: Flags) -> Set {
    posix("Space", flags).unwrap_or_else(|| ranges(&[(' ', ' '), ('\t', '\r')]))
}

/// `\h`.
pub fn horizontal() -> Set {
    ranges(&[
        (' ', ' '),
        ('\t', '\t'),
        ('\u{a0}', '\u{a0}'),
        ('\u{1680}', '\u{1680}'),
        ('\u{180e}', '\u{180e}'),
        ('\u{2000}', '\u{200a}'),
        ('\u{202f}', '\u{202f}'),
        ('\u{205f}', '\u{205f}'),
        ('\u{3000}', '\u{3000}'),
    ])
}

/// `\v`.
pub fn vertical() -> Set {
    ranges(&[('\n', '\r'), ('\u{85}', '\u{85}'), ('\u{2028}', '\u{2029}')])
}

/// POSIX's names, for ASCII alone or for all of Unicode.
fn posix(name: &str, flags: Flags) -> Option<Set> {
    if flags.has(Flags::UNICODE_CHARACTER_CLASS) {
        let unicode_form = match name {
            "Alpha" => any_of(&["Alphabetic"]),
            "Lower" => any_of(&["Lowercase"]),
            "Upper" => any_of(&["Uppercase"]),
            "Space" => any_of(&["White_Space"]),
            "Punct" => any_of(&["P"]),
            "XDigit" => any_of(&["Nd", "Hex_Digit"]),
            "Alnum" => any_of(&["Alphabetic", "Nd"]),
            "Cntrl" => any_of(&["Cc"]),
            "Digit" => any_of(&["Nd"]),
            "Blank" => any_of(&["Zs"]).map(|set| union(set, &single('\t'))),
            "Graph" => any_of(&["White_Space", "Cc", "Cs", "Cn"]).map(complement),
            "Print" => any_of(&["Zl", "Zp", "Cc", "Cs", "Cn"]).map(complement),
            _ => None,
        };
        if unicode_form.is_some() {
            return unicode_form;
        }
    }
    Some(ranges(match name {
        "Lower" if flags.has(Flags::CASE_INSENSITIVE) => &[('a', 'z'), ('A', 'Z')],
        "Upper" if flags.has(Flags::CASE_INSENSITIVE) => &[('a', 'z'), ('A', 'Z')],
        "Lower" => &[('a', 'z')],
        "Upper" => &[('A', 'Z')],
        "ASCII" => &[('\0', '\x7f')],
        "Alpha" => &[('a', 'z'), ('A', 'Z')],
        "Digit" => &[('0', '9')],
        "Alnum" => &[('a', 'z'), ('A', 'Z'), ('0', '9')],
        "Punct" => &[('!', '/'), (':', '@'), ('[', '`'), ('{', '~')],
        "Graph" => &[('!', '~')],
        "Print" => &[(' ', '~')],
        "Blank" => &[(' ', ' '), ('\t', '\t')],
        "Cntrl" => &[('\0', '\x1f'), ('\x7f', '\x7f')],
        "XDigit" => &[('0', '9'), ('a', 'f'), ('A', 'F')],
        "Space" => &[(' ', ' '), ('\t', '\r')],
        _ => return None,
    }))
}

/// `java.lang.Character`'s tests.
fn java(name: &str) -> Option<Set> {
    match name {
        "javaLowerCase" => any_of(&["Lowercase"]),
        "javaUpperCase" => any_of(&["Uppercase"]),
        "javaAlphabetic" => any_of(&["Alphabetic"]),
        "javaIdeographic" => any_of(&["Ideographic"]),
        "javaTitleCase" => any_of(&["Lt"]),
        "javaDigit" => any_of(&["Nd"]),
        "javaDefined" => any_of(&["Cn"]).map(complement),
        "javaLetter" => any_of(&["L"]),
        "javaLetterOrDigit" => any_of(&["L", "Nd"]),
        "javaJavaIdentifierStart" => any_of(&["L", "Nl", "Sc", "Pc"]),
        "javaJavaIdentifierPart" => any_of(&["L", "Nl", "Sc", "Pc", "Nd", "Mc", "Mn", "Cf"])
            .map(|set| union(set, &ranges(&[('\0', '\x08'), ('\x0e', '\x1b'), ('\x7f', '\u{9f}')]))),
        "javaUnicodeIdentifierStart" => any_of(&["ID_Start"]),
        "javaUnicodeIdentifierPart" => any_of(&["ID_Continue"]),
        "javaSpaceChar" => any_of(&["Z"]),
        "javaWhitespace" => any_of(&["Z"]).map(|mut set| {
            set.difference(&ranges(&[
                ('\u{a0}', '\u{a0}'),
                ('\u{2007}', '\u{2007}'),
                ('\u{202f}', '\u{202f}'),
            ]));
            union(set, &ranges(&[('\t', '\r'), ('\x1c', '\x1f')]))
        }),
        "javaISOControl" => any_of(&["Cc"]),
        "javaMirrored" => any_of(&["Bidi_Mirrored"]),
        _ => None,
    }
}

/// General categories, by their short names, and the names beside them in Java's table.
fn category(name: &str, flags: Flags) -> Option<Set> {
    match name {
        "Lu" | "Ll" | "Lt" if flags.has(Flags::CASE_INSENSITIVE) => any_of(&["Lu", "Ll", "Lt"]),
        "LC" => any_of(&["Lu", "Ll", "Lt"]),
        "LD" => any_of(&["L", "Nd"]),
        "L1" => Some(ranges(&[('\0', '\u{ff}')])),
        "all" => Some(ranges(&[('\0', char::MAX)])),
        // Text holds no surrogates here: lone ones are read as U+FFFD.
        "Cs" => Some(ranges(&[])),
        "Cn" | "Lu" | "Ll" | "Lt" | "Lm" | "Lo" | "Mn" | "Me" | "Mc" | "Nd" | "Nl" | "No" | "Zs" | "Zl" | "Zp"
        | "Cc" | "Cf" | "Co" | "Pd" | "Ps" | "Pe" | "Pc" | "Po" | "Sm" | "Sc" | "Sk" | "So" | "Pi" | "Pf" | "L"
        | "M" | "N" | "Z" | "C" | "P" | "S" => unicode(name),
        _ => None,
    }
}

/// `\p{IsX}` of a binary property.
fn binary(name: &str) -> Option<Set> {
    match name.to_ascii_uppercase().as_str() {
        "ALPHABETIC" => unicode("Alphabetic"),
        "LETTER" => unicode("L"),
        "IDEOGRAPHIC" => unicode("Ideographic"),
        "LOWERCASE" => unicode("Lowercase"),
        "UPPERCASE" => unicode("Uppercase"),
        "TITLECASE" => unicode("Lt"),
        "WHITE_SPACE" | "WHITESPACE" => unicode("White_Space"),
        "CONTROL" => unicode("Cc"),
        "PUNCTUATION" => unicode("P"),
        "HEX_DIGIT" | "HEXDIGIT" => any_of(&["Nd", "Hex_Digit"]),
        "ASSIGNED" => unicode("Cn").map(complement),
        "NONCHARACTER_CODE_POINT" | "NONCHARACTERCODEPOINT" => unicode("Noncharacter_Code_Point"),
        "DIGIT" => unicode("Nd"),
        "ALNUM" => any_of(&["Alphabetic", "Nd"]),
        "BLANK" => posix("Blank", Flags(Flags::UNICODE_CHARACTER_CLASS)),
        "GRAPH" => posix("Graph", Flags(Flags::UNICODE_CHARACTER_CLASS)),
        "PRINT" => posix("Print", Flags(Flags::UNICODE_CHARACTER_CLASS)),
        "WORD" => Some(word(Flags(Flags::UNICODE_CHARACTER_CLASS))),
        "JOIN_CONTROL" | "JOINCONTROL" => unicode("Join_Control"),
        _ => None,
    }
}

fn script(name: &str) -> Option<Set> {
    unicode(&format!("Script={name}"))
}

/// The blocks that patterns name: Unicode has more than 300, these are the ones of everyday text.
const BLOCKS: &[(&str, char, char)] = &[
    ("BASICLATIN", '\0', '\x7f'),
    ("LATIN1SUPPLEMENT", '\u{80}', '\u{ff}'),
    ("LATINEXTENDEDA", '\u{100}', '\u{17f}'),
    ("LATINEXTENDEDB", '\u{180}', '\u{24f}'),
    ("IPAEXTENSIONS", '\u{250}', '\u{2af}'),
    ("COMBININGDIACRITICALMARKS", '\u{300}', '\u{36f}'),
    ("GREEK", '\u{370}', '\u{3ff}'),
    ("GREEKANDCOPTIC", '\u{370}', '\u{3ff}'),
    ("CYRILLIC", '\u{400}', '\u{4ff}'),
    ("ARMENIAN", '\u{530}', '\u{58f}'),
    ("HEBREW", '\u{590}', '\u{5ff}'),
    ("ARABIC", '\u{600}', '\u{6ff}'),
    ("DEVANAGARI", '\u{900}', '\u{97f}'),
    ("THAI", '\u{e00}', '\u{e7f}'),
    ("LATINEXTENDEDADDITIONAL", '\u{1e00}', '\u{1eff}'),
    ("GREEKEXTENDED", '\u{1f00}', '\u{1fff}'),
    ("GENERALPUNCTUATION", '\u{2000}', '\u{206f}'),
    ("CURRENCYSYMBOLS", '\u{20a0}', '\u{20cf}'),
    ("LETTERLIKESYMBOLS", '\u{2100}', '\u{214f}'),
    ("ARROWS", '\u{2190}', '\u{21ff}'),
    ("MATHEMATICALOPERATORS", '\u{2200}', '\u{22ff}'),
    ("HIRAGANA", '\u{3040}', '\u{309f}'),
    ("KATAKANA", '\u{30a0}', '\u{30ff}'),
    ("CJKUNIFIEDIDEOGRAPHS", '\u{4e00}', '\u{9fff}'),
    ("HANGULSYLLABLES", '\u{ac00}', '\u{d7af}'),
    ("PRIVATEUSEAREA", '\u{e000}', '\u{f8ff}'),
    ("EMOTICONS", '\u{1f600}', '\u{1f64f}'),
];

fn block(name: &str) -> Option<Set> {
    let plain: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    let plain = plain.to_ascii_uppercase();
    let found = BLOCKS.iter().find(|(block, _, _)| *block == plain)?;
    Some(ranges(&[(found.1, found.2)]))
}

/// `\p{name}`, or why there is no such set.
pub fn named(name: &str, flags: Flags) -> Result<Set, String> {
    if let Some((key, value)) = name.split_once('=') {
        let key = key.to_ascii_lowercase();
        let found = match key.as_str() {
            "sc" | "script" => script(value),
            "blk" | "block" => block(value),
            "gc" | "general_category" => category(value, flags),
            _ => None,
        };
        return found.ok_or_else(|| format!("Unknown Unicode property {{name=<{key}>, value=<{value}>}}"));
    }
    let found = if let Some(block_name) = name.strip_prefix("In") {
        block(block_name)
    } else if let Some(rest) = name.strip_prefix("Is") {
        binary(rest).or_else(|| category(rest, flags)).or_else(|| script(rest))
    } else {
        posix(name, flags)
            .or_else(|| category(name, flags))
            .or_else(|| java(name))
    };
    found.ok_or_else(|| format!("Unknown character property name {{{name}}}"))
}
