//! What Groovy adds to `Character`: arithmetic with its number, tests and case.

use crate::jdk::lang::character as kind;
use crate::registry::{Member, method, native};
use crate::semantics::number::Operator;
use crate::value::Value;
use crate::{Res, Vm};

/// The members.
pub const MEMBERS: &[Member] = &[
    method("asBoolean(): boolean", &native(|c: u16| c != 0)).doc("Whether it is not `\\0`."),
    method("compareTo(Number other): int", &native(compare_to)).doc("Order by number."),
    method("plus(Number other): Number", &native(plus)).doc("The sum of the numbers."),
    method("plus(Character other): Number", &native(plus)).doc("The sum of the numbers."),
    method("minus(Number other): Number", &native(minus)).doc("The difference of the numbers."),
    method("minus(Character other): Number", &native(minus)).doc("The difference of the numbers."),
    method("multiply(Number other): Number", &native(multiply)).doc("The product of the numbers."),
    method("multiply(Character other): Number", &native(multiply)).doc("The product of the numbers."),
    method("div(Number other): Number", &native(div)).doc("The quotient of the numbers."),
    method("div(Character other): Number", &native(div)).doc("The quotient of the numbers."),
    method("intdiv(Number other): Number", &native(intdiv)).doc("The whole quotient of the numbers."),
    method("intdiv(Character other): Number", &native(intdiv)).doc("The whole quotient of the numbers."),
    method("next(): Character", &native(|c: u16| c.wrapping_add(1))).doc("The next character: `++`."),
    method("previous(): Character", &native(|c: u16| c.wrapping_sub(1))).doc("The previous character: `--`."),
    method("isDigit(): boolean", &native(|c: u16| kind::is_digit(c.into()))),
    method("isLetter(): boolean", &native(|c: u16| kind::is_letter(c.into()))),
    method(
        "isLetterOrDigit(): boolean",
        &native(|c: u16| kind::is_letter_or_digit(c.into())),
    ),
    method(
        "isLowerCase(): boolean",
        &native(|c: u16| kind::is_lower_case(c.into())),
    ),
    method(
        "isUpperCase(): boolean",
        &native(|c: u16| kind::is_upper_case(c.into())),
    ),
    method(
        "isWhitespace(): boolean",
        &native(crate::jdk::lang::string::whitespace::is_whitespace),
    ),
    method(
        "toLowerCase(): char",
        &native(|c: u16| kind::lower_case(c.into()) as u16),
    ),
    method(
        "toUpperCase(): char",
        &native(|c: u16| kind::upper_case(c.into()) as u16),
    ),
];

/// A character as its number; other values as they are.
fn number(value: &Value) -> Value {
    match value {
        Value::Char(c) => Value::int(c.get()),
        other => other.clone(),
    }
}

fn calculate(vm: &mut Vm, operator: Operator, c: u16, other: &Value) -> Res {
    let a = Value::int(c.into());
    match vm.number_operation(operator, &a, &number(other)) {
        Some(result) => result,
        None => Err(vm.illegal_argument("argument type mismatch")),
    }
}

fn plus(vm: &mut Vm, c: u16, other: &Value) -> Res {
    calculate(vm, Operator::Plus, c, other)
}

fn minus(vm: &mut Vm, c: u16, other: &Value) -> Res {
    calculate(vm, Operator::Minus, c, other)
}

fn multiply(vm: &mut Vm, c: u16, other: &Value) -> Res {
    calculate(vm, Operator::Multiply, c, other)
}

fn div(vm: &mut Vm, c: u16, other: &Value) -> Res {
    calculate(vm, Operator::Div, c, other)
}

fn intdiv(vm: &mut Vm, c: u16, other: &Value) -> Res {
    vm.call_method(&Value::int(c.into()), "intdiv", &[number(other)])
}

fn compare_to(vm: &mut Vm, c: u16, other: &Value) -> Res<i32> {
    Ok(vm.compare(&Value::int(c.into()), other)? as i32)
}
