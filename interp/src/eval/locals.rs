//! Locals, parameters and captured variables.

use super::{Flow, Frame, N, Node, tri};
use crate::value::{Shared, Value, Word};
use crate::{Res, Vm, heap};
use std::rc::Rc;

/// A local that no closure captures, or one captured by copy.
#[derive(Clone, Copy, Debug)]
pub struct Local(pub u32);

impl Node for Local {
    #[inline(always)]
    fn eval(&self, _: &mut Vm, fr: &mut Frame) -> Res {
        Ok(fr.locals[self.0 as usize].clone())
    }

    #[inline(always)]
    fn in_slot<'f>(&self, fr: &'f Frame) -> Option<&'f Value> {
        fr.locals.get(self.0 as usize)
    }
}

/// A local in a cell, since a closure shares it.
#[derive(Clone, Copy, Debug)]
pub struct CellLocal(pub u32);

impl Node for CellLocal {
    #[inline(always)]
    fn eval(&self, _: &mut Vm, fr: &mut Frame) -> Res {
        Ok(match &fr.locals[self.0 as usize] {
            Value::Cell(cell) => cell.get(),
            other => other.clone(),
        })
    }
}

/// A variable of an outer body.
#[derive(Clone, Copy, Debug)]
pub struct Captured(pub u32);

impl Node for Captured {
    #[inline(always)]
    fn eval(&self, _: &mut Vm, fr: &mut Frame) -> Res {
        Ok(match &fr.captures[self.0 as usize] {
            Value::Cell(cell) => cell.get(),
            other => other.clone(),
        })
    }
}

/// `this`.
#[derive(Clone, Copy, Debug)]
pub struct This;

impl Node for This {
    #[inline(always)]
    fn eval(&self, _: &mut Vm, fr: &mut Frame) -> Res {
        Ok(fr.this.clone())
    }
}

/// Where a variable that is written lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A plain slot.
    Slot(u32),
    /// A cell in a slot.
    Cell(u32),
    /// A cell of an outer body.
    Captured(u32),
}

impl Place {
    /// Overwrites the variable.
    #[inline(always)]
    pub fn set(self, fr: &mut Frame, value: Value) {
        match self {
            Place::Slot(slot) => fr.locals[slot as usize].put(value),
            Place::Cell(slot) => set_cell(&fr.locals[slot as usize], value),
            Place::Captured(index) => set_cell(&fr.captures[index as usize], value),
        }
    }

    /// Reads the variable.
    #[inline(always)]
    pub fn get(self, fr: &Frame) -> Value {
        let value = match self {
            Place::Slot(slot) | Place::Cell(slot) => &fr.locals[slot as usize],
            Place::Captured(index) => &fr.captures[index as usize],
        };
        match value {
            Value::Cell(cell) => cell.get(),
            other => other.clone(),
        }
    }
}

#[inline(always)]
fn set_cell(variable: &Value, value: Value) {
    if let Value::Cell(cell) = variable {
        heap::cycles::may_close(variable, &value);
        cell.set(value);
    }
}

/// `x = value` for a plain slot.
pub struct SetLocal<V>(pub u32, pub V);

impl<V: Node> Node for SetLocal<V> {
    #[inline(always)]
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let value = self.1.eval(vm, fr)?;
        fr.locals[self.0 as usize].put(value.clone());
        Ok(value)
    }

    #[inline(always)]
    fn exec(&self, vm: &mut Vm, fr: &mut Frame) -> Flow {
        let value = tri!(self.1.eval(vm, fr));
        fr.locals[self.0 as usize].put(value);
        Flow::Next
    }
}

/// `x = value` for a variable in a cell.
pub struct SetShared(pub Place, pub N);

impl Node for SetShared {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let value = self.1.eval(vm, fr)?;
        self.0.set(fr, value.clone());
        Ok(value)
    }

    fn exec(&self, vm: &mut Vm, fr: &mut Frame) -> Flow {
        let value = tri!(self.1.eval(vm, fr));
        self.0.set(fr, value);
        Flow::Next
    }
}

/// `x op= value` for a plain slot: in place where both are ints.
pub struct UpdateLocal<A, R> {
    /// The local.
    pub slot: u32,
    /// What is added, taken away, multiplied.
    pub operand: R,
    /// The type it was declared with.
    pub ty: Option<u32>,
    /// Where it stands.
    pub span: rovy_parser::Span,
    /// The operator.
    pub operator: std::marker::PhantomData<A>,
}

impl<A: super::operators::Arith, R: Node> UpdateLocal<A, R> {
    /// The new value where both are ints: an int is what the variable held, so its type takes it.
    #[inline(always)]
    fn in_place(&self, fr: &mut Frame) -> Option<i32> {
        let operand = self.operand.known_int(fr)?;
        let Value::Int(variable) = &mut fr.locals[self.slot as usize] else {
            return None;
        };
        let after = A::ints(variable.get(), operand)?;
        *variable = Word::from_i32(after);
        Some(after)
    }

    #[inline(never)]
    fn evaluated(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let before = fr.locals[self.slot as usize].clone();
        let operand = self.operand.eval(vm, fr)?;
        let after = super::operators::arith::<A>(vm, before, operand)?;
        store_typed(self.slot, self.ty, after.clone(), vm, fr).map_err(|t| vm.mark(t, self.span))?;
        Ok(after)
    }
}

impl<A: super::operators::Arith, R: Node> Node for UpdateLocal<A, R> {
    #[inline(always)]
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        match self.in_place(fr) {
            Some(after) => Ok(Value::int(after)),
            None => self.evaluated(vm, fr),
        }
    }

    #[inline(always)]
    fn exec(&self, vm: &mut Vm, fr: &mut Frame) -> Flow {
        if self.in_place(fr).is_none() {
            tri!(self.evaluated(vm, fr)).done();
        }
        Flow::Next
    }
}

/// Overwrites a local that may have a type, with a value of any class.
#[inline]
pub fn store_typed(slot: u32, ty: Option<u32>, value: Value, vm: &mut Vm, fr: &mut Frame) -> Res<()> {
    let local = &mut fr.locals[slot as usize];
    let value = match ty {
        // What is of the class that the variable holds already needs no conversion.
        Some(ty) if value.class_id() != local.class_id() => vm.cast(&value, fr.unit.class(ty))?,
        _ => value,
    };
    fr.locals[slot as usize].put(value);
    Ok(())
}

/// `x op= value` for an untyped variable in a cell: in place where both are ints or doubles.
pub struct UpdateShared<A, R>(pub Place, pub R, pub std::marker::PhantomData<A>);

impl<A: super::operators::Arith, R: Node> Node for UpdateShared<A, R> {
    #[inline(always)]
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let operand = self.1.eval(vm, fr)?;
        let variable = match self.0 {
            Place::Slot(slot) | Place::Cell(slot) => &fr.locals[slot as usize],
            Place::Captured(index) => &fr.captures[index as usize],
        };
        let Value::Cell(cell) = variable else {
            return Ok(Value::Null);
        };
        let in_place = cell.change(|before| match (&*before, &operand) {
            (Value::Int(a), Value::Int(b)) => {
                let after = Value::int(A::ints(a.get(), b.get())?);
                std::mem::forget(std::mem::replace(before, after.clone()));
                Some(after)
            }
            (Value::Double(a), Value::Double(b)) => {
                let after = Value::double(A::doubles(a.get(), b.get())?);
                std::mem::forget(std::mem::replace(before, after.clone()));
                Some(after)
            }
            _ => None,
        });
        if let Some(after) = in_place {
            operand.done();
            return Ok(after);
        }
        let before = cell.get();
        let cell = cell.clone();
        let after = super::operators::arith::<A>(vm, before, operand)?;
        set_cell(&Value::Cell(cell), after.clone());
        Ok(after)
    }
}

/// `x = value` for a variable with a type: what is stored is converted, the value of the assignment is not.
pub struct SetTyped(pub Place, pub u32, pub N, pub rovy_parser::Span);

impl SetTyped {
    fn store(&self, vm: &mut Vm, fr: &mut Frame, value: &Value) -> Res<()> {
        let class = fr.unit.class(self.1);
        let converted = if value.class_id() == class.boxed() {
            value.clone()
        } else {
            vm.cast(value, class).map_err(|t| vm.mark(t, self.3))?
        };
        self.0.set(fr, converted);
        Ok(())
    }
}

impl Node for SetTyped {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let value = self.2.eval(vm, fr)?;
        self.store(vm, fr, &value)?;
        Ok(value)
    }

    fn exec(&self, vm: &mut Vm, fr: &mut Frame) -> Flow {
        let value = tri!(self.2.eval(vm, fr));
        tri!(self.store(vm, fr, &value));
        value.done();
        Flow::Next
    }
}

/// The declaration of a variable in a cell: a fresh cell each time it is reached.
pub struct DeclareCell(pub u32, pub N);

impl Node for DeclareCell {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let value = self.1.eval(vm, fr)?;
        fr.locals[self.0 as usize].put(Value::Cell(Rc::new(Shared::new(value.clone()))));
        Ok(value)
    }
}

/// A variable that an anonymous class captured: a hidden field of the instance.
pub struct HiddenField(pub super::calls::Name);

impl Node for HiddenField {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        Ok(match vm.property_site(fr.unit, self.0, fr.this)? {
            Value::Cell(cell) => cell.get(),
            other => other,
        })
    }
}

/// `x = value` for a variable that an anonymous class captured.
pub struct SetHidden(pub super::calls::Name, pub N);

impl Node for SetHidden {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let value = self.1.eval(vm, fr)?;
        set_hidden(vm, fr, self.0, value.clone())?;
        Ok(value)
    }
}

/// Writes a variable that an anonymous class captured.
pub(super) fn set_hidden(vm: &mut Vm, fr: &mut Frame, name: super::calls::Name, value: Value) -> Res<()> {
    let field = vm.property_site(fr.unit, name, fr.this)?;
    set_cell(&field, value);
    Ok(())
}
