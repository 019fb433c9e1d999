//! GStrings.

use super::{Frame, N, Node};
use crate::value::{GString, Value};
use crate::{Res, Vm};

/// `"a${b}c"`: constant texts with values between them; there is one text more than there are values.
pub struct GStringLiteral {
    /// The texts, in the program's table of constants.
    pub texts: Box<[u32]>,
    /// The values; a closure stays one and is asked each time.
    pub values: Box<[N]>,
}

impl Node for GStringLiteral {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let mut values = Vec::with_capacity(self.values.len());
        for node in &self.values {
            values.push(node.eval(vm, fr)?);
        }
        let texts = self.texts.iter().filter_map(|t| match fr.unit.constant(*t) {
            Value::Str(s) => Some(s),
            _ => None,
        });
        vm.tick()?;
        Ok(Value::GString(GString::new(texts.collect(), values)))
    }
}
