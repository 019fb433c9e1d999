//! Reading a format: fixed text, and specifiers with their index, flags, width, precision and conversion.

use crate::jdk::throwables as t;
use crate::registry::Class;

/// A mistake in a format, or in what it is filled with: the exception's class and message.
pub struct Problem(pub &'static Class, pub String);

impl std::fmt::Debug for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.0.name, self.1)
    }
}

/// The flags of a specifier, in the order in which they are shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Flags(u8);

const SHOWN: [char; 8] = ['-', '#', '+', ' ', '0', ',', '(', '<'];

impl Flags {
    /// Whether a flag is set.
    pub fn has(self, flag: char) -> bool {
        SHOWN
            .iter()
            .position(|f| *f == flag)
            .is_some_and(|bit| self.0 & (1 << bit) != 0)
    }

    fn add(&mut self, flag: char) -> Result<(), Problem> {
        if self.has(flag) {
            return Err(Problem(
                &t::DUPLICATE_FORMAT_FLAGS_EXCEPTION,
                format!("Flags = '{flag}'"),
            ));
        }
        if let Some(bit) = SHOWN.iter().position(|f| *f == flag) {
            self.0 |= 1 << bit;
        }
        Ok(())
    }

    fn shown(self) -> String {
        SHOWN.iter().filter(|f| self.has(**f)).collect()
    }
}

/// Which argument a specifier shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Index {
    /// None: `%n` and `%%`.
    Nothing,
    /// That of the specifier before: `%<s`.
    Previous,
    /// The next one.
    Next,
    /// A numbered one, from 1: `%2$s`.
    Number(usize),
}

/// A specifier.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Spec {
    /// The argument it shows.
    pub index: Index,
    /// Its flags.
    pub flags: Flags,
    /// At least so many characters.
    pub width: Option<usize>,
    /// What the conversion makes of it: digits after the point, or characters at most.
    pub precision: Option<usize>,
    /// A conversion of date and time?
    pub date: bool,
    /// Everything in upper case?
    pub upper: bool,
    /// The conversion, in lower case unless of date and time.
    pub conversion: char,
}

/// A piece of a format.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Piece {
    /// Text that stays: a range of units.
    Fixed(usize, usize),
    /// A specifier.
    Spec(Spec),
}

fn unknown(conversion: impl std::fmt::Display) -> Problem {
    Problem(
        &t::UNKNOWN_FORMAT_CONVERSION_EXCEPTION,
        format!("Conversion = '{conversion}'"),
    )
}

/// Reads a whole format before anything is filled in.
pub fn parse(format: &[u16]) -> Result<Vec<Piece>, Problem> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while at < format.len() {
        let rest = format.get(at..).unwrap_or_default();
        let Some(percent) = rest.iter().position(|u| *u == b'%' as u16).map(|i| at + i) else {
            pieces.push(Piece::Fixed(at, format.len()));
            break;
        };
        if percent > at {
            pieces.push(Piece::Fixed(at, percent));
        }
        let (spec, end) = Reader {
            format,
            at: percent + 1,
        }
        .spec()?;
        pieces.push(Piece::Spec(spec));
        at = end;
    }
    Ok(pieces)
}

struct Reader<'a> {
    format: &'a [u16],
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.format
            .get(self.at)
            .map(|u| char::from_u32(*u as u32).unwrap_or('\u{fffd}'))
    }

    fn take(&mut self, wanted: impl Fn(char) -> bool) -> Option<char> {
        let c = self.peek().filter(|c| wanted(*c))?;
        self.at += 1;
        Some(c)
    }

    fn digits(&mut self) -> String {
        std::iter::from_fn(|| self.take(|c| c.is_ascii_digit())).collect()
    }

    /// Reads what follows a percent sign.
    fn spec(mut self) -> Result<(Spec, usize), Problem> {
        let first = self.peek().ok_or_else(|| unknown('%'))?;
        let begin = self.at;
        let mut index = Index::Next;
        let number = self.digits();
        if !number.is_empty() && self.take(|c| c == '$').is_some() {
            index = argument_index(&number)?;
        } else {
            self.at = begin;
        }
        let mut flags = Flags::default();
        let mut repeated = Ok(());
        while let Some(flag) = self.take(|c| SHOWN.contains(&c)) {
            repeated = repeated.and_then(|()| flags.add(flag));
        }
        let width = self.digits();
        let mut precision = String::new();
        if self.take(|c| c == '.').is_some() {
            precision = self.digits();
            if precision.is_empty() {
                return Err(unknown(first));
            }
        }
        let date = self.take(|c| c == 't' || c == 'T');
        let mut conversion = self.take(|c| c.is_ascii_alphabetic() || c == '%');
        let mut is_date = date;
        if conversion.is_none() {
            // A `t` at the end is the conversion itself.
            (conversion, is_date) = (date, None);
        }
        let conversion = conversion.ok_or_else(|| unknown(first))?;
        repeated?;
        if flags.has('<') {
            index = Index::Previous;
        }
        let spec = Spec {
            index,
            flags,
            width: size(&width, &t::ILLEGAL_FORMAT_WIDTH_EXCEPTION)?,
            precision: size(&precision, &t::ILLEGAL_FORMAT_PRECISION_EXCEPTION)?,
            date: is_date.is_some(),
            upper: is_date.unwrap_or(conversion).is_ascii_uppercase(),
            conversion,
        };
        Ok((spec.checked()?, self.at))
    }
}

fn argument_index(digits: &str) -> Result<Index, Problem> {
    let class = &t::ILLEGAL_FORMAT_ARGUMENT_INDEX_EXCEPTION;
    match digits.parse::<i32>() {
        Ok(0) => Err(Problem(class, "Illegal format argument index = 0".into())),
        Ok(number) => Ok(Index::Number(number as usize)),
        Err(_) => Err(Problem(
            class,
            "Format argument index: (not representable as int)".into(),
        )),
    }
}

fn size(digits: &str, class: &'static Class) -> Result<Option<usize>, Problem> {
    if digits.is_empty() {
        return Ok(None);
    }
    match digits.parse::<i32>() {
        Ok(size) => Ok(Some(size as usize)),
        Err(_) => Err(Problem(class, i32::MIN.to_string())),
    }
}

/// The conversions of date and time.
const DATE_CONVERSIONS: &str = "HIklMNLQpsSTzZaAbBCdehjmyYrRcDF";

impl Spec {
    /// The specifier as Java shows it.
    pub fn shown(&self) -> String {
        let mut out = format!("%{}", self.flags.shown());
        if let Index::Number(number) = self.index {
            out.push_str(&format!("{number}$"));
        }
        if let Some(width) = self.width {
            out.push_str(&width.to_string());
        }
        if let Some(precision) = self.precision {
            out.push_str(&format!(".{precision}"));
        }
        if self.date {
            out.push(if self.upper { 'T' } else { 't' });
        }
        out.push(if self.upper {
            self.conversion.to_ascii_uppercase()
        } else {
            self.conversion
        });
        out
    }

    /// The flag does not go with the conversion.
    pub fn mismatch(&self, flag: char) -> Problem {
        Problem(
            &t::FORMAT_FLAGS_CONVERSION_MISMATCH_EXCEPTION,
            format!("Conversion = {}, Flags = {flag}", self.conversion),
        )
    }

    /// Refuses flags that do not go with the conversion.
    pub fn without(&self, flags: &str) -> Result<(), Problem> {
        match flags.chars().find(|f| self.flags.has(*f)) {
            Some(flag) => Err(self.mismatch(flag)),
            None => Ok(()),
        }
    }

    fn without_precision(&self) -> Result<(), Problem> {
        match self.precision {
            Some(precision) => Err(Problem(&t::ILLEGAL_FORMAT_PRECISION_EXCEPTION, precision.to_string())),
            None => Ok(()),
        }
    }

    fn width_for(&self, flags: &str) -> Result<(), Problem> {
        if self.width.is_none() && flags.chars().any(|f| self.flags.has(f)) {
            return Err(Problem(&t::MISSING_FORMAT_WIDTH_EXCEPTION, self.shown()));
        }
        Ok(())
    }

    fn illegal_flags(&self) -> Problem {
        Problem(
            &t::ILLEGAL_FORMAT_FLAGS_EXCEPTION,
            format!("Flags = '{}'", self.flags.shown()),
        )
    }

    /// Checks that flags, width and precision go with the conversion.
    fn checked(mut self) -> Result<Spec, Problem> {
        if self.date {
            self.without_precision()?;
            if !DATE_CONVERSIONS.contains(self.conversion) {
                return Err(unknown(format!("t{}", self.conversion)));
            }
            self.without("#+ 0,(")?;
            self.width_for("-")?;
            return Ok(self);
        }
        if !"bBhHsScCdoxXeEfgGaA%n".contains(self.conversion) {
            return Err(unknown(self.conversion));
        }
        self.conversion = self.conversion.to_ascii_lowercase();
        match self.conversion {
            'b' | 'h' | 's' => {
                if self.conversion != 's' {
                    self.without("#")?;
                }
                self.width_for("-")?;
                self.without("+ 0,(")?;
            }
            'c' => {
                self.without_precision()?;
                self.without("#+ 0,(")?;
                self.width_for("-")?;
            }
            '%' | 'n' => self.check_text()?,
            _ => self.check_number()?,
        }
        if matches!(self.conversion, '%' | 'n') {
            self.index = Index::Nothing;
        }
        Ok(self)
    }

    fn check_text(&self) -> Result<(), Problem> {
        self.without_precision()?;
        let shown = self.flags.shown();
        if self.conversion == '%' {
            if !shown.is_empty() && shown != "-" {
                return Err(self.illegal_flags());
            }
            return self.width_for("-");
        }
        if let Some(width) = self.width {
            return Err(Problem(&t::ILLEGAL_FORMAT_WIDTH_EXCEPTION, width.to_string()));
        }
        if shown.is_empty() {
            Ok(())
        } else {
            Err(self.illegal_flags())
        }
    }

    fn check_number(&self) -> Result<(), Problem> {
        self.width_for("-0")?;
        let has = |flag| self.flags.has(flag);
        if (has('+') && has(' ')) || (has('-') && has('0')) {
            return Err(self.illegal_flags());
        }
        match self.conversion {
            'd' => {
                self.without_precision()?;
                self.without("#")
            }
            'o' | 'x' => {
                self.without_precision()?;
                self.without(",")
            }
            'a' => self.without("(,"),
            'e' => self.without(","),
            'g' => self.without("#"),
            _ => Ok(()),
        }
    }
}
