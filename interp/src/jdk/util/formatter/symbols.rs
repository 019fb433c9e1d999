//! How a locale writes numbers: the decimal separator and what stands between groups of digits.

/// The separators of a locale.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Symbols {
    /// Between whole and fraction.
    pub decimal: char,
    /// Between groups of three digits.
    pub grouping: char,
}

impl Symbols {
    /// Those of a locale as it writes itself (`de_CH`); English ones for what is not listed.
    pub fn of(locale: &str) -> Symbols {
        let mut parts = locale.split(['_', '-']);
        let (language, country) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
        let (decimal, grouping) = match (language, country) {
            ("de", "CH" | "LI") => ('.', '’'),
            ("it", "CH") => ('.', '’'),
            ("de", "AT") => (',', '\u{a0}'),
            ("fr", "CA") => (',', '\u{a0}'),
            ("es", "MX" | "US" | "PR" | "DO" | "GT" | "HN" | "NI" | "PA" | "PE" | "SV") => ('.', ','),
            ("pt", "PT") => (',', '\u{a0}'),
            ("fr", _) => (',', '\u{202f}'),
            (
                "de" | "it" | "es" | "nl" | "pt" | "da" | "tr" | "id" | "el" | "ro" | "hr" | "sl" | "sr" | "vi" | "ca",
                _,
            ) => (',', '.'),
            (
                "ru" | "pl" | "cs" | "sk" | "sv" | "nb" | "no" | "nn" | "fi" | "hu" | "bg" | "uk" | "lt" | "lv" | "et",
                _,
            ) => (',', '\u{a0}'),
            _ => ('.', ','),
        };
        Symbols { decimal, grouping }
    }
}
