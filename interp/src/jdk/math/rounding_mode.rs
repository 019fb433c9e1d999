//! `java.math.RoundingMode`.

use crate::enumeration;
use crate::jdk::lang::enumeration::{Constant, constant};
use crate::number::RoundingMode;
use crate::registry::{Member, function, unbound};
use crate::value::Value;
use crate::{Res, Vm};

enumeration! {
    /// `java.math.RoundingMode`.
    CLASS "java.math.RoundingMode" { "UP" "DOWN" "CEILING" "FLOOR" "HALF_UP" "HALF_DOWN" "HALF_EVEN" "UNNECESSARY" }
    with NUMBERED
}

const NUMBERED: &[Member] =
    &[function("valueOf(int mode): RoundingMode", &unbound(by_number)).doc("The mode of BigDecimal's old constants.")];

fn by_number(vm: &mut Vm, number: i32) -> Res {
    match usize::try_from(number).ok().and_then(|i| RoundingMode::ALL.get(i)) {
        Some(mode) => Ok(constant(&CLASS, mode.name())),
        None => Err(vm.illegal_argument("argument out of range")),
    }
}

/// A mode's constant.
pub fn value(mode: RoundingMode) -> Value {
    constant(&CLASS, mode.name())
}

/// The mode of a constant, or of one of BigDecimal's numbers.
pub fn of(vm: &mut Vm, value: &Value) -> Res<RoundingMode> {
    let mode = match value.as_host::<Constant>() {
        Some(constant) => RoundingMode::from_name(&constant.name.text()),
        None => crate::semantics::number::narrow_to_i32(value)
            .and_then(|i| usize::try_from(i).ok())
            .and_then(|i| RoundingMode::ALL.get(i).copied()),
    };
    match mode {
        Some(mode) => Ok(mode),
        None if value.is_null() => Err(vm.throw_silent(&crate::jdk::throwables::NULL_POINTER_EXCEPTION)),
        None => Err(vm.illegal_argument("Invalid rounding mode")),
    }
}
