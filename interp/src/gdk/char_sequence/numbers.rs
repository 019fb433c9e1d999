//! Text as numbers: `toInteger` and its kin, which take white space around the number.

use crate::jdk::lang::number::parse;
use crate::jdk::lang::string::whitespace::trim;
use crate::number::{BigDecimal, BigInteger};
use crate::value::{Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

pub fn to_integer(vm: &mut Vm, text: &Rc<Str>) -> Res<i32> {
    parse::int(vm, &trim(text), 10)
}

pub fn to_long(vm: &mut Vm, text: &Rc<Str>) -> Res<i64> {
    parse::long(vm, &trim(text), 10)
}

pub fn to_short(vm: &mut Vm, text: &Rc<Str>) -> Res<i16> {
    parse::short(vm, &trim(text), 10)
}

pub fn to_float(vm: &mut Vm, text: &Rc<Str>) -> Res<f32> {
    parse::float(vm, text)
}

pub fn to_double(vm: &mut Vm, text: &Rc<Str>) -> Res<f64> {
    parse::double(vm, text)
}

pub fn to_big_integer(vm: &mut Vm, text: &Rc<Str>) -> Res<BigInteger> {
    parse::big_integer(vm, &trim(text), 10)
}

pub fn to_big_decimal(vm: &mut Vm, text: &Rc<Str>) -> Res<BigDecimal> {
    parse::big_decimal(vm, &trim(text))
}

/// Whether a conversion works: its exception is caught.
fn works<R>(vm: &mut Vm, result: Res<R>) -> Res<bool> {
    match result {
        Ok(_) => Ok(true),
        Err(thrown) => vm.catch(thrown).map(|_: Value| false),
    }
}

pub fn is_integer(vm: &mut Vm, text: &Rc<Str>) -> Res<bool> {
    let result = to_integer(vm, text);
    works(vm, result)
}

pub fn is_long(vm: &mut Vm, text: &Rc<Str>) -> Res<bool> {
    let result = to_long(vm, text);
    works(vm, result)
}

pub fn is_double(vm: &mut Vm, text: &Rc<Str>) -> Res<bool> {
    let result = to_double(vm, text);
    works(vm, result)
}

pub fn is_big_integer(vm: &mut Vm, text: &Rc<Str>) -> Res<bool> {
    let result = to_big_integer(vm, text);
    works(vm, result)
}

pub fn is_big_decimal(vm: &mut Vm, text: &Rc<Str>) -> Res<bool> {
    let result = to_big_decimal(vm, text);
    works(vm, result)
}
