//! Values for the unit tests of this folder, in few words.

use crate::number::BigDecimal;
use crate::registry::{Class, ClassId, Registry, class};
use crate::value::{List, Map, Str, Value};
use crate::vm::{Fault, HostServices, Limits, Vm};
use crate::{Res, jdk};
use std::rc::Rc;

/// An interpreter with the native classes.
pub(crate) fn vm() -> Vm {
    limited(Limits::default())
}

/// An interpreter with limits.
pub(crate) fn limited(limits: Limits) -> Vm {
    let known: Vec<&'static Class> = jdk::CLASSES.iter().flat_map(|slice| slice.iter().copied()).collect();
    let missing = ClassId::FIXED
        .iter()
        .filter(|name| !known.iter().any(|class| class.name == **name))
        .map(|name| &*Box::leak(Box::new(class(name))));
    let classes: Vec<&'static Class> = known.iter().copied().chain(missing).collect();
    Vm::new(Registry::new(&[&classes]), HostServices::default(), limits)
}

/// A list.
pub(crate) fn list(items: impl IntoIterator<Item = Value>) -> Value {
    Value::List(List::new(items.into_iter().collect()))
}

/// A list of ints.
pub(crate) fn ints(items: impl IntoIterator<Item = i32>) -> Value {
    list(items.into_iter().map(Value::int))
}

/// A map with text keys.
pub(crate) fn map<const N: usize>(pairs: [(&str, Value); N]) -> Value {
    Value::Map(Map::from_pairs(pairs))
}

/// A BigDecimal as written: digits, then how many of them stand after the point.
pub(crate) fn decimal(unscaled: i64, scale: i32) -> Value {
    Value::big_decimal(BigDecimal {
        unscaled: unscaled.into(),
        scale,
    })
}

/// A character.
pub(crate) fn char(c: char) -> Value {
    Value::char(c as u16)
}

/// What a string value or a pending exception reads.
pub(crate) fn outcome<T: Into<Value>>(vm: &mut Vm, result: Res<T>) -> String {
    match result {
        Ok(value) => vm.inspect(&value.into()).map_or("?".into(), shown),
        Err(thrown) => match vm.take_fault(thrown) {
            Fault::Exception(Value::Throwable(t)) => format!("!! {}", vm.throwable_text(&t).text()),
            Fault::Exception(_) => "!! an object".into(),
            Fault::Breach(breach) => format!("!! {breach}"),
            Fault::Exit(code) => format!("exit {code}"),
        },
    }
}

fn shown(text: Rc<Str>) -> String {
    text.text().into_owned()
}
