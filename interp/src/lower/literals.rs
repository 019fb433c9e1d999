//! Literals: numbers of the right type, texts, GStrings, collections.

use super::Lowering;
use crate::eval::constants::{self, Entry, Item};
use crate::eval::strings::GStringLiteral;
use crate::eval::{N, constants::Constant as ConstantNode};
use crate::number::{BigDecimal, BigInteger};
use crate::program::Constant;
use rovy_parser::ast::{GStringPart, ListItem, Literal, MapItem};
use rovy_parser::number::{Decimal, DecimalSuffix, Integer, IntegerSuffix};
use rovy_parser::{Span, Text};

impl Lowering<'_> {
    /// A literal; `negative` for the number behind a minus sign, so that the smallest int is an int.
    pub(super) fn literal(&mut self, literal: &Literal, negative: bool, span: Span) -> N {
        match literal {
            Literal::Null => Box::new(constants::Null),
            Literal::Boolean(b) => Box::new(constants::Bool(*b)),
            Literal::String(text) => self.text(text),
            Literal::Integer(text) => self.integer(text, negative, span),
            Literal::Decimal(text) => self.decimal(text, negative, span),
        }
    }

    /// A constant text.
    pub(super) fn text(&mut self, text: &Text) -> N {
        Box::new(ConstantNode(self.text_constant(text)))
    }

    /// The place of a text in the table of constants.
    pub(super) fn text_constant(&mut self, text: &Text) -> u32 {
        let key = format!("{text:?}");
        self.constant(key, Constant::Text(text.clone()))
    }

    fn constant(&mut self, key: String, constant: Constant) -> u32 {
        if let Some(index) = self.constant_index.get(&key) {
            return *index;
        }
        let index = self.constants.len() as u32;
        self.constants.push(constant);
        self.constant_index.insert(key, index);
        index
    }

    fn integer(&mut self, text: &str, negative: bool, span: Span) -> N {
        let Integer { digits, radix, suffix } = Integer::parse(text);
        let Some(value) = BigInteger::parse_bytes(digits.as_bytes(), radix) else {
            self.error("E0301", span, format!("Invalid number: {text}"));
            return Box::new(constants::Null);
        };
        let value = if negative { -value } else { value };
        let (mut int, mut long) = (i32::try_from(&value).ok(), i64::try_from(&value).ok());
        if radix != 10 && suffix.is_some() {
            // Hexadecimal, octal and binary digits are bits: 0xFFFFFFFFi is -1, and what is above falls away.
            let bits = crate::number::integer::narrow_to_i64(&value);
            (int, long) = (Some(bits as i32), Some(bits));
        }
        match suffix {
            Some(IntegerSuffix::BigInteger) => self.big_integer(value),
            Some(IntegerSuffix::Long) => match long {
                Some(l) => Box::new(constants::Long(l)),
                None => {
                    self.error(
                        "E0301",
                        span,
                        format!("Number of value {value} does not fit in the range of long"),
                    );
                    Box::new(constants::Null)
                }
            },
            Some(IntegerSuffix::Int) => match int {
                Some(i) => Box::new(constants::Int(i)),
                None => {
                    self.error(
                        "E0301",
                        span,
                        format!("Number of value {value} does not fit in the range of int"),
                    );
                    Box::new(constants::Null)
                }
            },
            None => match (int, long) {
                (Some(i), _) => Box::new(constants::Int(i)),
                (None, Some(l)) => Box::new(constants::Long(l)),
                (None, None) => self.big_integer(value),
            },
        }
    }

    fn big_integer(&mut self, value: BigInteger) -> N {
        let key = format!("g{value}");
        Box::new(ConstantNode(self.constant(key, Constant::BigInteger(value))))
    }

    fn decimal(&mut self, text: &str, negative: bool, span: Span) -> N {
        let Decimal { digits, suffix } = Decimal::parse(text);
        let sign = if negative { "-" } else { "" };
        let signed = format!("{sign}{digits}");
        match suffix {
            Some(DecimalSuffix::Double) => Box::new(constants::Double(signed.parse().unwrap_or(f64::NAN))),
            Some(DecimalSuffix::Float) => Box::new(constants::Float(signed.parse().unwrap_or(f32::NAN))),
            None | Some(DecimalSuffix::BigDecimal) => match signed.parse::<BigDecimal>() {
                Ok(value) => {
                    let key = format!("d{}e{}", value.unscaled, value.scale);
                    Box::new(ConstantNode(self.constant(key, Constant::BigDecimal(value))))
                }
                Err(_) => {
                    self.error("E0301", span, format!("Invalid number: {text}"));
                    Box::new(constants::Null)
                }
            },
        }
    }

    /// The items of a list literal.
    pub(super) fn list(&mut self, items: &[ListItem]) -> N {
        let items = items.iter().map(|item| match item {
            ListItem::Value(expr) => Item::One(self.expr(expr)),
            ListItem::Spread(expr) => Item::Spread(self.expr(expr)),
        });
        Box::new(constants::ListLiteral(items.collect()))
    }

    /// The entries of a map literal. A bare name as key is text.
    pub(super) fn map(&mut self, items: &[MapItem]) -> N {
        let entries = items.iter().map(|item| match item {
            MapItem::Entry(key, value) => {
                let key = self.key(key);
                Entry::One(key, self.expr(value))
            }
            MapItem::Spread(expr) => Entry::Spread(self.expr(expr)),
        });
        Box::new(constants::MapLiteral(entries.collect()))
    }

    /// A GString. Several statements in one place are a closure that is called at once.
    pub(super) fn gstring(&mut self, parts: &[GStringPart]) -> N {
        let empty = Text::from("");
        let mut texts: Vec<Text> = Vec::new();
        let mut values: Vec<N> = Vec::new();
        let mut pending: Option<Text> = None;
        for part in parts {
            let value = match part {
                GStringPart::Text(text) => {
                    pending = Some(text.clone());
                    continue;
                }
                GStringPart::Value(expr) => self.expr(expr),
                GStringPart::Block(block) => {
                    let closure = self.closure_body(Some(&[]), &block.statements, block.span);
                    self.call_value(closure, Vec::new(), block.span)
                }
                GStringPart::Lazy(span, closure) => self.closure(closure, *span),
            };
            texts.push(pending.take().unwrap_or_else(|| empty.clone()));
            values.push(value);
        }
        texts.push(pending.unwrap_or(empty));
        let texts = texts.iter().map(|t| self.text_constant(t)).collect();
        Box::new(GStringLiteral {
            texts,
            values: values.into(),
        })
    }
}
