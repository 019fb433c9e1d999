//! Assignments to anything but a local: properties, elements, free names; compound assignments and increments.

use super::calls::Name;
use super::locals::{Place, store_typed};
use super::{Flow, Frame, N, Node, tri};
use crate::semantics::number::Operator;
use crate::value::{Value, Word};
use crate::{Res, Vm};
use rovy_parser::Span;

/// What an assignment writes to.
pub enum Target {
    /// A variable of a scope, with the type it was declared with.
    Variable(Place, Option<u32>),
    /// A variable that the class around captured, with the type it was declared with.
    Hidden(Name, Option<u32>),
    /// A name that no scope knows.
    Free(Name),
    /// A field of `this` that its own class declares: as it is, whatever getters and setters say.
    Own(Name),
    /// `receiver.name`; the flag is the safe form, which leaves a null receiver alone.
    Property(N, Name, bool),
    /// `receiver.@name`.
    Attribute(N, Name),
    /// `receiver."$name"`; the flag is `receiver.@"$name"`.
    Dynamic(N, N, bool, Span),
    /// `receiver*.name`.
    Spread(N, Name),
    /// `receiver[index]`; the flag is the safe form.
    Index(N, N, bool, Span),
}

/// A target whose receiver and index have been evaluated, once.
enum Prepared<'n> {
    Variable(Place, Option<u32>),
    Hidden(Name, Option<u32>),
    Free(Name),
    Own(Name),
    Property(Value, Name),
    Attribute(Value, Name),
    Dynamic(Value, Value, bool, Span),
    Spread(Value, Name),
    Index(Value, Value, Span),
    Nothing(std::marker::PhantomData<&'n ()>),
}

impl Target {
    fn prepare(&self, vm: &mut Vm, fr: &mut Frame) -> Res<Prepared<'_>> {
        Ok(match self {
            Target::Variable(place, ty) => Prepared::Variable(*place, *ty),
            Target::Hidden(name, ty) => Prepared::Hidden(*name, *ty),
            Target::Free(name) => Prepared::Free(*name),
            Target::Own(name) => Prepared::Own(*name),
            Target::Property(receiver, name, safe) => match receiver.eval(vm, fr)? {
                Value::Null if *safe => Prepared::Nothing(std::marker::PhantomData),
                receiver => Prepared::Property(receiver, *name),
            },
            Target::Attribute(receiver, name) => Prepared::Attribute(receiver.eval(vm, fr)?, *name),
            Target::Dynamic(receiver, name, attribute, span) => {
                let receiver = receiver.eval(vm, fr)?;
                Prepared::Dynamic(receiver, name.eval(vm, fr)?, *attribute, *span)
            }
            Target::Spread(receiver, name) => Prepared::Spread(receiver.eval(vm, fr)?, *name),
            Target::Index(receiver, index, safe, span) => match receiver.eval(vm, fr)? {
                Value::Null if *safe => Prepared::Nothing(std::marker::PhantomData),
                receiver => Prepared::Index(receiver, index.eval(vm, fr)?, *span),
            },
        })
    }
}

impl Prepared<'_> {
    fn get(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        match self {
            Prepared::Variable(place, _) => Ok(place.get(fr)),
            Prepared::Hidden(name, _) => super::locals::HiddenField(*name).eval(vm, fr),
            Prepared::Free(name) => super::properties::FreeName(*name).eval(vm, fr),
            Prepared::Own(name) => super::properties::FieldThis(*name).eval(vm, fr),
            Prepared::Property(receiver, name) => vm
                .property_site(fr.unit, *name, receiver)
                .map_err(|t| vm.mark(t, name.span)),
            Prepared::Attribute(receiver, name) => {
                let text = fr.unit.name(name.name).clone();
                vm.get_attribute(receiver, &text).map_err(|t| vm.mark(t, name.span))
            }
            Prepared::Dynamic(receiver, name, attribute, span) => {
                let name = vm.to_str(name)?;
                let value = if *attribute {
                    vm.get_attribute(receiver, &name)
                } else {
                    vm.get_property(receiver, &name.text())
                };
                value.map_err(|t| vm.mark(t, *span))
            }
            Prepared::Spread(receiver, name) => {
                let text = fr.unit.name(name.name).text().into_owned();
                vm.get_property(receiver, &text).map_err(|t| vm.mark(t, name.span))
            }
            Prepared::Index(receiver, index, span) => vm.index_get(receiver, index).map_err(|t| vm.mark(t, *span)),
            Prepared::Nothing(_) => Ok(Value::Null),
        }
    }

    fn set(&self, vm: &mut Vm, fr: &mut Frame, value: Value) -> Res<()> {
        match self {
            Prepared::Variable(place, ty) => {
                let value = match ty {
                    Some(ty) => vm.cast(&value, fr.unit.class(*ty))?,
                    None => value,
                };
                place.set(fr, value);
                Ok(())
            }
            Prepared::Hidden(name, ty) => {
                let value = match ty {
                    Some(ty) => vm.cast(&value, fr.unit.class(*ty))?,
                    None => value,
                };
                super::locals::set_hidden(vm, fr, *name, value)
            }
            Prepared::Free(name) => {
                let text = fr.unit.name(name.name).clone();
                let done = match fr.closure {
                    Some(closure) => vm.set_property_in_closure(closure, &text, value),
                    None => vm.set_property(fr.this, &text.text(), value),
                };
                done.map_err(|t| vm.mark(t, name.span))
            }
            Prepared::Own(name) => vm
                .set_field_site(fr.unit, name.writing(), fr.this, value)
                .map_err(|t| vm.mark(t, name.span)),
            Prepared::Property(receiver, name) => vm
                .set_property_site(fr.unit, name.writing(), receiver, value)
                .map_err(|t| vm.mark(t, name.span)),
            Prepared::Attribute(receiver, name) => {
                let text = fr.unit.name(name.name).clone();
                vm.set_attribute(receiver, &text, value)
                    .map_err(|t| vm.mark(t, name.span))
            }
            Prepared::Dynamic(receiver, name, attribute, span) => {
                let name = vm.to_str(name)?;
                let done = if *attribute {
                    vm.set_attribute(receiver, &name, value)
                } else {
                    vm.set_property(receiver, &name.text(), value)
                };
                done.map_err(|t| vm.mark(t, *span))
            }
            Prepared::Spread(receiver, name) => {
                let text = fr.unit.name(name.name).text().into_owned();
                for item in vm.items(receiver)? {
                    vm.set_property(&item, &text, value.clone())
                        .map_err(|t| vm.mark(t, name.span))?;
                }
                Ok(())
            }
            Prepared::Index(receiver, index, span) => {
                vm.index_set(receiver, index, value).map_err(|t| vm.mark(t, *span))
            }
            Prepared::Nothing(_) => Ok(()),
        }
    }
}

/// `target = value`.
pub struct Assign(pub Target, pub N);

impl Node for Assign {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        // As Groovy does: the value comes before the receiver and the index.
        let value = self.1.eval(vm, fr)?;
        let target = self.0.prepare(vm, fr)?;
        target.set(vm, fr, value.clone())?;
        Ok(value)
    }
}

/// `local[index] = value`: the receiver stays where it is.
pub struct SetIndexLocal<I, V>(pub u32, pub I, pub V, pub Span);

impl<I: Node, V: Node> Node for SetIndexLocal<I, V> {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let value = self.2.eval(vm, fr)?;
        let index = self.1.eval(vm, fr)?;
        let done = vm.index_set(&fr.locals[self.0 as usize], &index, value.clone());
        done.map_err(|t| vm.mark(t, self.3))?;
        Ok(value)
    }

    #[inline(always)]
    fn exec(&self, vm: &mut Vm, fr: &mut Frame) -> Flow {
        let value = tri!(self.2.eval(vm, fr));
        if let Some(index) = self.1.in_slot(fr) {
            let done = vm.index_set(&fr.locals[self.0 as usize], index, value);
            tri!(done.map_err(|t| vm.mark(t, self.3)));
            return Flow::Next;
        }
        let index = tri!(self.1.eval(vm, fr));
        let done = vm.index_set(&fr.locals[self.0 as usize], &index, value);
        tri!(done.map_err(|t| vm.mark(t, self.3)));
        index.done();
        Flow::Next
    }
}

/// `this.name = value` for a property that the class declares or inherits.
pub struct SetPropertyThis(pub Name, pub N);

impl Node for SetPropertyThis {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let value = self.1.eval(vm, fr)?;
        let done = vm.set_property_site(fr.unit, self.0, fr.this, value.clone());
        done.map_err(|t| vm.mark(t, self.0.span))?;
        Ok(value)
    }

    fn exec(&self, vm: &mut Vm, fr: &mut Frame) -> Flow {
        let value = tri!(self.1.eval(vm, fr));
        let done = vm.set_property_site(fr.unit, self.0, fr.this, value);
        tri!(done.map_err(|t| vm.mark(t, self.0.span)));
        Flow::Next
    }
}

/// `name = value` for a field of `this` that its own class declares.
pub struct SetFieldThis(pub Name, pub N);

impl Node for SetFieldThis {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let value = self.1.eval(vm, fr)?;
        let done = vm.set_field_site(fr.unit, self.0, fr.this, value.clone());
        done.map_err(|t| vm.mark(t, self.0.span))?;
        Ok(value)
    }

    fn exec(&self, vm: &mut Vm, fr: &mut Frame) -> Flow {
        let value = tri!(self.1.eval(vm, fr));
        let done = vm.set_field_site(fr.unit, self.0, fr.this, value);
        tri!(done.map_err(|t| vm.mark(t, self.0.span)));
        Flow::Next
    }
}

/// `target op= value`.
pub struct Update(pub Target, pub Operator, pub N, pub Span);

impl Node for Update {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let target = self.0.prepare(vm, fr)?;
        let before = target.get(vm, fr)?;
        let operand = self.2.eval(vm, fr)?;
        let after = vm.operate(self.1, &before, &operand).map_err(|t| vm.mark(t, self.3))?;
        // The receiver of a property is evaluated once more for writing, that of an element is not.
        let target = if let Target::Property(..) = self.0 {
            self.0.prepare(vm, fr)?
        } else {
            target
        };
        target.set(vm, fr, after.clone())?;
        Ok(after)
    }
}

/// `target ?= value`.
pub struct ElvisAssign(pub Target, pub N);

impl Node for ElvisAssign {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let target = self.0.prepare(vm, fr)?;
        let before = target.get(vm, fr)?;
        let after = if vm.truth(&before)? {
            before
        } else {
            self.1.eval(vm, fr)?
        };
        target.set(vm, fr, after.clone())?;
        Ok(after)
    }
}

/// `target++` and its kin.
pub struct Step {
    /// What is changed.
    pub target: Target,
    /// `--` instead of `++`?
    pub down: bool,
    /// Whether the value is the new one.
    pub prefix: bool,
    /// Where it stands.
    pub span: Span,
}

impl Node for Step {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let target = self.target.prepare(vm, fr)?;
        let before = target.get(vm, fr)?;
        let after = vm.step(&before, self.down).map_err(|t| vm.mark(t, self.span))?;
        if self.prefix {
            target.set(vm, fr, after.clone())?;
            Ok(after)
        } else {
            target.set(vm, fr, after)?;
            Ok(before)
        }
    }
}

/// `i++`, `i += k` on a plain local: in place where it is an int.
pub struct Bump {
    /// The local.
    pub slot: u32,
    /// What is added.
    pub by: i32,
    /// `i++` and `i--`, which call `next` and `previous` on what is no number.
    pub step: bool,
    /// Whether the value is the old one.
    pub postfix: bool,
    /// The type it was declared with.
    pub ty: Option<u32>,
    /// Where it stands.
    pub span: Span,
}

impl Bump {
    fn slow(&self, vm: &mut Vm, before: &Value) -> Res {
        let after = if self.step {
            vm.step(before, self.by < 0)
        } else {
            vm.operate(Operator::Plus, before, &Value::int(self.by))
        };
        after.map_err(|t| vm.mark(t, self.span))
    }

    #[inline]
    fn store(&self, vm: &mut Vm, fr: &mut Frame, after: Value) -> Res<()> {
        store_typed(self.slot, self.ty, after, vm, fr).map_err(|t| vm.mark(t, self.span))
    }
}

impl Node for Bump {
    #[inline(always)]
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let before = fr.locals[self.slot as usize].clone();
        let after = match &before {
            Value::Int(i) => Value::int(i.get().wrapping_add(self.by)),
            other => self.slow(vm, other)?,
        };
        self.store(vm, fr, after.clone())?;
        Ok(if self.postfix { before } else { after })
    }

    #[inline(always)]
    fn exec(&self, vm: &mut Vm, fr: &mut Frame) -> Flow {
        if let Value::Int(i) = &mut fr.locals[self.slot as usize] {
            *i = Word::from_i32(i.get().wrapping_add(self.by));
            return Flow::Next;
        }
        let before = fr.locals[self.slot as usize].clone();
        let after = tri!(self.slow(vm, &before));
        tri!(self.store(vm, fr, after));
        Flow::Next
    }
}

/// `(a, b) = value`, `def (a, b) = value`.
pub struct AssignMany(pub Box<[Target]>, pub N);

impl Node for AssignMany {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let value = self.1.eval(vm, fr)?;
        let mut parts = vm.destructure(&value)?;
        for target in &self.0 {
            let part = parts.next(vm)?;
            let target = target.prepare(vm, fr)?;
            target.set(vm, fr, part)?;
        }
        Ok(value)
    }
}
