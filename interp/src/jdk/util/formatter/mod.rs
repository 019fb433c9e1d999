//! `java.util.Formatter`: what `String.format`, `printf` and their kin fill in.
//!
//! [`spec`] reads the format and checks it, [`number`], [`hex_float`] and [`date`] write the kinds of values; here is which
//! argument a specifier shows, and the conversions of text.

mod date;
pub(crate) mod hex_float;
mod number;
mod spec;
mod symbols;

use crate::jdk::lang::string::case;
use crate::jdk::throwables as t;
use crate::number::{BigDecimal, BigInteger};
use crate::value::{Str, Value};
use crate::{Res, Thrown, Vm};
use number::{Fraction, Whole};
use spec::{Index, Piece, Problem, Spec};
use std::rc::Rc;
use symbols::Symbols;

/// `String.format(format, arguments…)`, as the host's locale writes numbers.
pub fn format(vm: &mut Vm, format: &Rc<Str>, arguments: &[Value]) -> Res<Rc<Str>> {
    let locale = format!("{}_{}", vm.host.locale.language, vm.host.locale.country);
    fill(vm, &locale, format, arguments)
}

/// `String.format(locale, format, arguments…)`; a null locale localises nothing.
pub fn format_in(vm: &mut Vm, locale: &Value, format: &Rc<Str>, arguments: &[Value]) -> Res<Rc<Str>> {
    let locale = if locale.is_null() {
        String::new()
    } else {
        vm.to_text(locale)?
    };
    fill(vm, &locale, format, arguments)
}

/// Fills a format; an array of objects alone stands for its elements.
fn fill(vm: &mut Vm, locale: &str, format: &Str, arguments: &[Value]) -> Res<Rc<Str>> {
    let arguments = match arguments {
        [Value::Array(array)] if !array.component.is_primitive() => array.to_vec(),
        other => other.to_vec(),
    };
    let units = format.to_units();
    let pieces = match spec::parse(&units) {
        Ok(pieces) => pieces,
        Err(problem) => return Err(thrown(vm, problem)),
    };
    let mut filling = Filling {
        locale,
        symbols: Symbols::of(locale),
        arguments: &arguments,
        last: None,
        ordinary: 0,
    };
    let mut out = Vec::with_capacity(units.len());
    for piece in &pieces {
        vm.tick()?;
        match piece {
            Piece::Fixed(from, to) => out.extend_from_slice(units.get(*from..*to).unwrap_or_default()),
            Piece::Spec(spec) => {
                vm.reserve(4 * (out.len() + spec.width.unwrap_or(0).max(spec.precision.unwrap_or(0))))?;
                let text = filling.specifier(vm, spec)?;
                justify(&text, spec, &mut out);
            }
        }
    }
    Ok(Str::from_units(&out))
}

fn thrown(vm: &mut Vm, problem: Problem) -> Thrown {
    vm.throw(problem.0, problem.1)
}

/// Appends a text with spaces up to the width.
fn justify(text: &Str, spec: &Spec, out: &mut Vec<u16>) {
    let missing = spec.width.unwrap_or(0).saturating_sub(text.len());
    let spaces = std::iter::repeat_n(b' ' as u16, missing);
    if spec.flags.has('-') {
        out.extend(text.iter());
        out.extend(spaces);
    } else {
        out.extend(spaces);
        out.extend(text.iter());
    }
}

/// A format being filled.
struct Filling<'a> {
    locale: &'a str,
    symbols: Symbols,
    arguments: &'a [Value],
    /// The argument shown last.
    last: Option<usize>,
    /// How many arguments were shown in turn.
    ordinary: usize,
}

impl Filling<'_> {
    /// The argument that a specifier shows.
    fn argument(&mut self, vm: &mut Vm, spec: &Spec) -> Res {
        let index = match spec.index {
            Index::Nothing => return Ok(Value::Null),
            Index::Previous => self.last,
            Index::Number(number) => Some(number - 1),
            Index::Next => {
                self.ordinary += 1;
                Some(self.ordinary - 1)
            }
        };
        match index.and_then(|i| self.arguments.get(i)) {
            Some(argument) => {
                self.last = index;
                Ok(argument.clone())
            }
            None => {
                let message = format!("Format specifier '{}'", spec.shown());
                Err(vm.throw(&t::MISSING_FORMAT_ARGUMENT_EXCEPTION, message))
            }
        }
    }

    fn specifier(&mut self, vm: &mut Vm, spec: &Spec) -> Res<Rc<Str>> {
        let argument = self.argument(vm, spec)?;
        if spec.date {
            return self.text(vm, spec, &argument, |vm, argument| {
                date::write(vm, argument, spec.conversion).map(|text| text.map(|t| Str::new(&t)))
            });
        }
        match spec.conversion {
            '%' => Ok(Str::new("%")),
            'n' => Ok(Str::new("\n")),
            'b' => {
                let truth = match &argument {
                    Value::Null => false,
                    Value::Bool(b) => b.get() != 0,
                    _ => true,
                };
                Ok(self.shortened(spec, &Str::new(&truth.to_string())))
            }
            'h' => self.text(vm, spec, &argument, |vm, argument| {
                Ok(Some(Str::new(&format!("{:x}", vm.hash(argument)?))))
            }),
            's' => {
                if spec.flags.has('#') {
                    return Err(thrown(vm, spec.mismatch('#')));
                }
                self.text(vm, spec, &argument, |vm, argument| vm.java_to_str(argument).map(Some))
            }
            'c' => self.text(vm, spec, &argument, character),
            _ => self.number(vm, spec, &argument),
        }
    }

    /// The text of an argument that is not null, cut and in the asked for case.
    fn text(
        &self,
        vm: &mut Vm,
        spec: &Spec,
        argument: &Value,
        write: impl FnOnce(&mut Vm, &Value) -> Res<Option<Rc<Str>>>,
    ) -> Res<Rc<Str>> {
        let text = if argument.is_null() {
            Str::new("null")
        } else {
            match write(vm, argument)? {
                Some(text) => text,
                None => return Err(wrong_kind(vm, spec.conversion, argument)),
            }
        };
        Ok(self.shortened(spec, &text))
    }

    fn shortened(&self, spec: &Spec, text: &Rc<Str>) -> Rc<Str> {
        let text = match spec.precision {
            Some(precision) => text.slice(0, precision),
            None => text.clone(),
        };
        if spec.upper {
            case::upper(&text, self.locale)
        } else {
            text
        }
    }

    fn number(&self, vm: &mut Vm, spec: &Spec, argument: &Value) -> Res<Rc<Str>> {
        if argument.is_null() {
            return Ok(self.shortened(
                &Spec {
                    precision: None,
                    ..spec.clone()
                },
                &Str::new("null"),
            ));
        }
        let text = if matches!(spec.conversion, 'd' | 'o' | 'x') {
            whole_number(argument).map(|number| number::whole(spec, &number, self.symbols))
        } else {
            vm.reserve(written_out(argument))?;
            fraction(spec, argument, self.symbols).map(Ok)
        };
        match text {
            Some(Ok(text)) => Ok(Str::new(&text)),
            Some(Err(problem)) => Err(thrown(vm, problem)),
            None => Err(wrong_kind(vm, spec.conversion, argument)),
        }
    }
}

fn wrong_kind(vm: &mut Vm, conversion: char, argument: &Value) -> Thrown {
    let class = vm.class_name_of(argument);
    vm.throw(
        &t::ILLEGAL_FORMAT_CONVERSION_EXCEPTION,
        format!("{conversion} != {class}"),
    )
}

/// `%c`: a character, or a number as a code point.
fn character(vm: &mut Vm, argument: &Value) -> Res<Option<Rc<Str>>> {
    let point = match argument {
        Value::Char(c) => return Ok(Some(Str::from_units(&[c.get() as u16]))),
        Value::Byte(i) | Value::Short(i) | Value::Int(i) => i.get(),
        _ => return Ok(None),
    };
    let mut units = Vec::new();
    if !crate::jdk::lang::string::make::push_code_point(point, &mut units) {
        let message = format!("Code point = 0x{point:x}");
        return Err(vm.throw(&t::ILLEGAL_FORMAT_CODE_POINT_EXCEPTION, message));
    }
    Ok(Some(Str::from_units(&units)))
}

fn whole_number(argument: &Value) -> Option<Whole> {
    let (value, bits) = match argument {
        Value::Byte(i) => (i.get().into(), Some(8)),
        Value::Short(i) => (i.get().into(), Some(16)),
        Value::Int(i) => (i.get().into(), Some(32)),
        Value::Long(l) => (BigInteger::from(*l), Some(64)),
        Value::BigInteger(i) => ((**i).clone(), None),
        _ => return None,
    };
    Some(Whole { value, bits })
}

/// How many zeros a number needs that are not among its digits.
fn written_out(argument: &Value) -> usize {
    match argument {
        Value::BigDecimal(decimal) => 4 * decimal.scale.unsigned_abs() as usize,
        _ => 0,
    }
}

fn fraction(spec: &Spec, argument: &Value, symbols: Symbols) -> Option<String> {
    let value = match argument {
        Value::Float(f) => f64::from(f.get()),
        Value::Double(d) => d.get(),
        Value::BigDecimal(decimal) if spec.conversion != 'a' => {
            let negative = decimal.unscaled.sign() == num_bigint::Sign::Minus;
            return Some(number::fraction(spec, &Fraction::new(negative, decimal), symbols));
        }
        _ => return None,
    };
    if !value.is_finite() {
        let text = if value.is_nan() {
            "NaN".to_string()
        } else {
            number::signed(spec, value < 0.0, |_| "Infinity".into())
        };
        return Some(if spec.upper { text.to_ascii_uppercase() } else { text });
    }
    if spec.conversion == 'a' {
        return Some(hex_float::hex(spec, value));
    }
    let shown = if value == 0.0 {
        BigDecimal::whole(0)
    } else {
        BigDecimal::shown(value.abs())?
    };
    Some(number::fraction(
        spec,
        &Fraction::new(value.is_sign_negative(), &shown),
        symbols,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::semantics::samples::vm;

    fn check(expected: &str, pattern: &str, arguments: &[Value]) {
        let mut vm = vm();
        let made = format(&mut vm, &Str::new(pattern), arguments);
        assert_eq!(made.ok().map(|s| s.to_string()).as_deref(), Some(expected), "{pattern}");
    }

    #[test]
    #[allow(clippy::approx_constant, reason = "numbers to be shown, which stand for nothing")]
    fn fills_in_numbers_as_java_does() {
        let (i, d) = (Value::int, Value::double);
        check(
            "1|    2|3    |00004|+5| 6|(7)",
            "%d|%5d|%-5d|%05d|%+d|% d|%(d",
            &[1, 2, 3, 4, 5, 6, -7].map(i),
        );
        check("1,234,567 (1,234,567)", "%,d %(,010d", &[i(1234567), i(-1234567)]);
        check(
            "ff FF 0xff 010 000000ff 37777777777",
            "%x %X %#x %#o %08x %o",
            &[255, 255, 255, 8, 255, -1].map(i),
        );
        check(
            "1.500000 1.01 -000003.14 3 3.",
            "%f %.2f %010.2f %.0f %#.0f",
            &[1.5, 1.005, -3.14159, 2.5, 2.5].map(d),
        );
        check(
            "1.234568e+04 1.20e-04 0.000000e+00",
            "%e %.2e %e",
            &[12345.678, 0.00012, 0.0].map(d),
        );
        check(
            "1.00000 0.000100000 1.00000e-05 1.23457e+06",
            "%g %g %g %g",
            &[1.0, 1e-4, 1e-5, 1234567.0].map(d),
        );
        check("0.00000 1.00000e+06 2", "%g %g %.0g", &[0.0, 999999.5, 1.5].map(d));
        check(
            "0x1.0p0 0X1.FFP7 0x1.922p1 0x0.0p0",
            "%a %A %.3a %a",
            &[1.0, 255.5, 3.14159, 0.0].map(d),
        );
        check(
            "NaN (Infinity)   NaN",
            "%f %(f %5.1f",
            &[f64::NAN, f64::NEG_INFINITY, f64::NAN].map(d),
        );
        let big = BigDecimal::new(1, -5);
        check("100000.000 1.0e+05", "%.3f %<.1e", &[Value::big_decimal(big)]);
    }

    #[test]
    fn fills_in_text_as_java_does() {
        let (a, b) = (Value::str("a"), Value::str("b"));
        check("b a a a b", "%2$s %1$s %<s %s %s", &[a.clone(), b]);
        check(
            "ABC        abc|ab|null",
            "%S %10s|%.2s|%s",
            &[Value::str("abc"), Value::str("abc"), Value::str("abc"), Value::Null],
        );
        check("TRUE tr % \n     %", "%B %.2b %% %n%6%", &[true, true].map(Value::bool));
        check("A😀", "%c%c", &[65, 0x1f600].map(Value::int));
        check("61", "%h", &[a]);
    }

    #[test]
    fn refuses_in_javas_words() {
        let mut vm = vm();
        let mut refuse = |message: &str, pattern: &str| {
            let made = format(&mut vm, &Str::new(pattern), &[Value::int(1)]);
            let outcome = crate::semantics::samples::outcome(&mut vm, made);
            assert_eq!(outcome, format!("!! {message}"), "{pattern}");
        };
        refuse("java.util.UnknownFormatConversionException: Conversion = 'q'", "%q");
        refuse("java.util.UnknownFormatConversionException: Conversion = '5'", "%5.d");
        refuse("java.util.UnknownFormatConversionException: Conversion = 't'", "%t");
        refuse("java.util.MissingFormatWidthException: %-d", "%-d");
        refuse("java.util.IllegalFormatFlagsException: Flags = '-0'", "%-05d");
        refuse("java.util.DuplicateFormatFlagsException: Flags = '+'", "%++d");
        refuse(
            "java.util.FormatFlagsConversionMismatchException: Conversion = d, Flags = #",
            "%#d",
        );
        refuse("java.util.IllegalFormatPrecisionException: 2", "%.2d");
        refuse(
            "java.util.IllegalFormatConversionException: f != java.lang.Integer",
            "%f",
        );
        refuse(
            "java.util.MissingFormatArgumentException: Format specifier '%s'",
            "%s %s",
        );
        refuse("java.util.IllegalFormatWidthException: -2147483648", "%99999999999d");
    }
}
