//! Properties: of a receiver, of `this`, of names that no scope knows.

use super::calls::Name;
use super::locals::Local;
use super::{Frame, N, Node, Target};
use crate::heap::Gathered;
use crate::value::Value;
use crate::{Res, Vm};
use rovy_parser::Span;

/// `receiver.name`, `receiver?.name`.
pub struct Property {
    /// Name and site.
    pub name: Name,
    /// The receiver.
    pub receiver: N,
    /// Null on a null receiver?
    pub safe: bool,
}

impl Node for Property {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let receiver = self.receiver.eval(vm, fr)?;
        if self.safe && receiver.is_null() {
            return Ok(Value::Null);
        }
        let result = vm.property_site(fr.unit, self.name, &receiver);
        receiver.done();
        result.map_err(|t| vm.mark(t, self.name.span))
    }
}

/// `local.name`: the receiver stays where it is.
pub struct PropertyLocal(pub Name, pub Local);

impl Node for PropertyLocal {
    #[inline(always)]
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let result = vm.property_site(fr.unit, self.0, &fr.locals[self.1.0 as usize]);
        result.map_err(|t| vm.mark(t, self.0.span))
    }
}

/// A property of `this` that its class declares or inherits.
pub struct PropertyThis(pub Name);

impl Node for PropertyThis {
    #[inline(always)]
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let result = vm.property_site(fr.unit, self.0, fr.this);
        result.map_err(|t| vm.mark(t, self.0.span))
    }
}

/// A field of `this` that its own class declares: read as it is, whatever getters say.
pub struct FieldThis(pub Name);

impl Node for FieldThis {
    #[inline(always)]
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        if let Value::Object(object) = fr.this {
            let site = fr.unit.site(self.0.site);
            if site.class == object.class.get()
                && let Target::Field(slot) = site.target()
            {
                return Ok(object.field(slot as usize));
            }
        }
        vm.field_site(fr.unit, self.0, fr.this)
            .map_err(|t| vm.mark(t, self.0.span))
    }
}

/// A name that no scope knows: in a closure through owner and delegate, else a property of `this` (a script's binding).
pub struct FreeName(pub Name);

impl Node for FreeName {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let result = match fr.closure {
            Some(closure) => {
                let name = fr.unit.name(self.0.name).clone();
                vm.property_in_closure(closure, &name)
            }
            None => vm.property_site(fr.unit, self.0, fr.this),
        };
        result.map_err(|t| vm.mark(t, self.0.span))
    }
}

/// `super.name`.
pub struct PropertySuper {
    /// Name and site.
    pub name: Name,
    /// The class whose body says `super`, in the program's table of types.
    pub class: u32,
    /// The trait or interface that is named before `super`.
    pub of: Option<u32>,
}

impl Node for PropertySuper {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let class = fr.unit.class(self.class);
        let name = fr.unit.name(self.name.name).clone();
        let from = self.of.map(|of| fr.unit.class(of));
        vm.super_property(class, from, fr.this, &name)
            .map_err(|t| vm.mark(t, self.name.span))
    }
}

/// `receiver."$name"`, `receiver.@"$name"`.
pub struct PropertyDynamic {
    /// The receiver.
    pub receiver: N,
    /// The name, evaluated each time.
    pub name: N,
    /// Null on a null receiver?
    pub safe: bool,
    /// The field itself, past getters?
    pub attribute: bool,
    /// Where it stands.
    pub span: Span,
}

impl Node for PropertyDynamic {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let receiver = self.receiver.eval(vm, fr)?;
        if self.safe && receiver.is_null() {
            return Ok(Value::Null);
        }
        let name = self.name.eval(vm, fr)?;
        let name = vm.to_str(&name)?;
        let value = if self.attribute {
            vm.get_attribute(&receiver, &name)
        } else {
            vm.get_property(&receiver, &name.text())
        };
        value.map_err(|t| vm.mark(t, self.span))
    }
}

/// `receiver*.name`.
pub struct PropertySpread {
    /// Name and site.
    pub name: Name,
    /// What is walked over.
    pub receiver: N,
}

impl Node for PropertySpread {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let receiver = self.receiver.eval(vm, fr)?;
        if receiver.is_null() {
            return Ok(Value::Null);
        }
        let mut walk = vm.iterate(&receiver)?;
        let mut out = Gathered::new();
        while let Some(item) = walk.next(vm)? {
            let value = if item.is_null() {
                Value::Null
            } else {
                vm.property_site(fr.unit, self.name, &item)
                    .map_err(|t| vm.mark(t, self.name.span))?
            };
            out.push(vm, value)?;
        }
        Ok(out.into())
    }
}

/// `receiver.@name`, its safe form, and `this.@name`.
pub struct Attribute {
    /// Name and site.
    pub name: Name,
    /// The receiver.
    pub receiver: N,
    /// Null on a null receiver?
    pub safe: bool,
    /// On each element?
    pub spread: bool,
}

impl Node for Attribute {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let receiver = self.receiver.eval(vm, fr)?;
        if self.safe && receiver.is_null() {
            return Ok(Value::Null);
        }
        let name = fr.unit.name(self.name.name).clone();
        if self.spread {
            let mut out = Gathered::new();
            for item in vm.items(&receiver)? {
                let value = vm.get_attribute(&item, &name)?;
                out.push(vm, value)?;
            }
            return Ok(out.into());
        }
        vm.get_attribute(&receiver, &name)
            .map_err(|t| vm.mark(t, self.name.span))
    }
}

/// `receiver.&name`, `Type::name`.
pub struct MethodPointer {
    /// The receiver or class.
    pub receiver: N,
    /// The method's name.
    pub name: N,
}

impl Node for MethodPointer {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let receiver = self.receiver.eval(vm, fr)?;
        let name = self.name.eval(vm, fr)?;
        let name = vm.to_str(&name)?;
        vm.method_pointer(receiver, &name)
    }
}
