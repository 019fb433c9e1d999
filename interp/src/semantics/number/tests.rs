//! Every operator on every pair of number kinds, as recorded from real Groovy.

use super::*;
use crate::number::BigInteger;
use crate::semantics::samples::{outcome, vm};

/// The numbers that the recorded cases name: a letter for the kind, then the number.
fn number(name: &str) -> Value {
    let (kind, text) = name.split_at(1);
    match kind {
        "i" => Value::int(text.parse().expect("an int")),
        "L" => Value::Long(text.parse().expect("a long")),
        "s" => Value::short(text.parse().expect("a short")),
        "b" => Value::byte(text.parse().expect("a byte")),
        "G" => Value::big_integer(text.parse::<BigInteger>().expect("an integer")),
        "d" => Value::big_decimal(text.parse().expect("a decimal")),
        "f" => Value::float(text.parse().expect("a float")),
        "D" => Value::double(text.parse().expect("a double")),
        "c" => Value::char(text.chars().next().expect("a character") as u16),
        other => panic!("no kind {other}"),
    }
}

fn operator(sign: &str) -> Option<Operator> {
    Some(match sign {
        "+" => Operator::Plus,
        "-" => Operator::Minus,
        "*" => Operator::Multiply,
        "/" => Operator::Div,
        "%" => Operator::Mod,
        "**" => Operator::Power,
        "<<" => Operator::LeftShift,
        ">>" => Operator::RightShift,
        ">>>" => Operator::RightShiftUnsigned,
        "&" => Operator::And,
        "|" => Operator::Or,
        "^" => Operator::Xor,
        _ => return None,
    })
}

/// `-` where real Groovy finds no method, else the result's class and text, or the exception.
fn computed(sign: &str, a: &Value, b: &Value) -> String {
    let mut vm = vm();
    let result = match (operator(sign), sign) {
        (Some(operator), _) => vm.number_operation(operator, a, b),
        (None, "intdiv") => vm.int_division(a, b),
        (None, "neg") => vm.negate_number(a).map(Ok),
        (None, "not") => vm.bitwise_negate_number(a),
        (None, "next") => Some(vm.next_value(a)),
        (None, "prev") => Some(vm.previous_value(a)),
        (None, other) => panic!("no operator {other}"),
    };
    match result {
        None => "-".into(),
        Some(Ok(value)) => {
            let class = vm.class_name(value.class_id());
            let text = vm.to_text(&value).expect("a text");
            format!("{} {text}", class.rsplit('.').next().unwrap_or_default())
        }
        Some(thrown) => outcome(&mut vm, thrown),
    }
}

#[test]
fn operators_are_groovys() {
    let mut wrong = Vec::new();
    for line in include_str!("cases.tsv").lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        let [a, sign, b, expected] = columns[..] else {
            panic!("four columns: {line}");
        };
        let b = if b.is_empty() { Value::Null } else { number(b) };
        let got = computed(sign, &number(a), &b);
        if got != expected {
            wrong.push(format!("{line}  but {got}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} differ:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(40)].join("\n")
    );
}
