//! `java.util.Locale`.

use crate::registry::{
    Class, Kind, Member, class, constant, constructor, function, method, native, raw, slice, unbound,
};
use crate::value::{HostType, Str, Value};
use crate::{Res, Vm};

/// A language, a country, a variant.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Locale {
    /// `en`
    pub language: String,
    /// `US`
    pub country: String,
    variant: String,
}

impl HostType for Locale {
    const NAME: &'static str = "java.util.Locale";
    fn class() -> &'static Class {
        &CLASS
    }
}

const MEMBERS: &[Member] = &[
    constant("CANADA: Locale", &unbound(|| Locale::of("en", "CA"))),
    constant("CANADA_FRENCH: Locale", &unbound(|| Locale::of("fr", "CA"))),
    constant("CHINA: Locale", &unbound(|| Locale::of("zh", "CN"))),
    constant("CHINESE: Locale", &unbound(|| Locale::of("zh", ""))),
    constant("ENGLISH: Locale", &unbound(|| Locale::of("en", ""))),
    constant("FRANCE: Locale", &unbound(|| Locale::of("fr", "FR"))),
    constant("FRENCH: Locale", &unbound(|| Locale::of("fr", ""))),
    constant("GERMAN: Locale", &unbound(|| Locale::of("de", ""))),
    constant("GERMANY: Locale", &unbound(|| Locale::of("de", "DE"))),
    constant("ITALIAN: Locale", &unbound(|| Locale::of("it", ""))),
    constant("ITALY: Locale", &unbound(|| Locale::of("it", "IT"))),
    constant("JAPAN: Locale", &unbound(|| Locale::of("ja", "JP"))),
    constant("JAPANESE: Locale", &unbound(|| Locale::of("ja", ""))),
    constant("KOREA: Locale", &unbound(|| Locale::of("ko", "KR"))),
    constant("KOREAN: Locale", &unbound(|| Locale::of("ko", ""))),
    constant("ROOT: Locale", &unbound(|| Locale::of("", ""))),
    constant("UK: Locale", &unbound(|| Locale::of("en", "GB"))),
    constant("US: Locale", &unbound(|| Locale::of("en", "US"))),
    constructor(
        "Locale(String language)",
        &unbound(|language: &Str| Locale::of(&language.text(), "")),
    ),
    constructor(
        "Locale(String language, String country)",
        &unbound(|language: &Str, country: &Str| Locale::of(&language.text(), &country.text())),
    ),
    constructor(
        "Locale(String language, String country, String variant)",
        &unbound(|language: &Str, country: &Str, variant: &Str| Locale {
            variant: variant.to_string(),
            ..Locale::of(&language.text(), &country.text())
        }),
    ),
    function(
        "forLanguageTag(String tag): Locale",
        &unbound(|tag: &Str| Locale::of_tag(&tag.text())),
    )
    .doc("`en-US`"),
    function("getDefault(): Locale", &unbound(Locale::of_host)).doc("The host's locale."),
    raw(Kind::Static, "setDefault(Locale locale): void", &slice(set_default)),
    method(
        "equals(Object other): boolean",
        &native(|l: &Locale, o: &Value| o.as_host::<Locale>() == Some(l)),
    ),
    method("getCountry(): String", &native(|l: &Locale| l.country.clone())),
    method(
        "getDisplayCountry(): String",
        &native(|l: &Locale| country_name(&l.country)),
    ),
    method(
        "getDisplayLanguage(): String",
        &native(|l: &Locale| language_name(&l.language)),
    ),
    method("getDisplayName(): String", &native(display_name)),
    method("getLanguage(): String", &native(|l: &Locale| l.language.clone())),
    method("getVariant(): String", &native(|l: &Locale| l.variant.clone())),
    method(
        "hashCode(): int",
        &native(|l: &Locale| Str::new(&l.text()).hash() as i32),
    ),
    method("toLanguageTag(): String", &native(tag)).doc("`en-US`"),
    method("toString(): String", &native(Locale::text)).doc("`en_US`"),
];

/// `java.util.Locale`.
pub static CLASS: Class = class(Locale::NAME).members(MEMBERS);

impl Locale {
    /// `new Locale(language, country)`.
    pub fn of(language: &str, country: &str) -> Locale {
        Locale {
            language: language.to_ascii_lowercase(),
            country: country.to_ascii_uppercase(),
            variant: String::new(),
        }
    }

    fn of_tag(tag: &str) -> Locale {
        let mut parts = tag.split('-');
        let language = parts.next().unwrap_or_default();
        let country = parts.find(|p| p.len() == 2 || p.len() == 3 && p.bytes().all(|b| b.is_ascii_digit()));
        Locale::of(
            if language == "und" { "" } else { language },
            country.unwrap_or_default(),
        )
    }

    /// The locale of the host.
    pub fn of_host(vm: &mut Vm) -> Locale {
        Locale::of(&vm.host.locale.language, &vm.host.locale.country)
    }

    /// The locale that an argument is, or the host's.
    pub fn given(vm: &mut Vm, argument: Option<&Value>) -> Locale {
        match argument.and_then(|a| a.as_host::<Locale>()) {
            Some(locale) => locale.clone(),
            None => Locale::of_host(vm),
        }
    }

    /// `toString()`.
    pub fn text(&self) -> String {
        let mut out = self.language.clone();
        if !self.country.is_empty() || !self.variant.is_empty() {
            out.push('_');
            out.push_str(&self.country);
        }
        if !self.variant.is_empty() {
            out.push('_');
            out.push_str(&self.variant);
        }
        out
    }
}

fn set_default(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    match args.first().and_then(|a| a.as_host::<Locale>()) {
        Some(locale) => {
            vm.host.locale.language = locale.language.clone();
            vm.host.locale.country = locale.country.clone();
            Ok(Value::Null)
        }
        None => Err(vm.null_pointer("Can't set default locale to NULL")),
    }
}

fn tag(locale: &Locale) -> String {
    let language = if locale.language.is_empty() {
        "und"
    } else {
        &locale.language
    };
    if locale.country.is_empty() {
        language.to_owned()
    } else {
        format!("{language}-{}", locale.country)
    }
}

fn language_name(language: &str) -> String {
    match language {
        "en" => "English",
        "de" => "German",
        "fr" => "French",
        "it" => "Italian",
        "es" => "Spanish",
        "ja" => "Japanese",
        "ko" => "Korean",
        "zh" => "Chinese",
        "pt" => "Portuguese",
        "nl" => "Dutch",
        "ru" => "Russian",
        other => other,
    }
    .to_owned()
}

fn country_name(country: &str) -> String {
    match country {
        "US" => "United States",
        "GB" => "United Kingdom",
        "DE" => "Germany",
        "FR" => "France",
        "IT" => "Italy",
        "ES" => "Spain",
        "JP" => "Japan",
        "KR" => "South Korea",
        "CN" => "China",
        "CA" => "Canada",
        "AT" => "Austria",
        "CH" => "Switzerland",
        other => other,
    }
    .to_owned()
}

fn display_name(locale: &Locale) -> String {
    let language = language_name(&locale.language);
    if locale.country.is_empty() {
        language
    } else {
        format!("{language} ({})", country_name(&locale.country))
    }
}
