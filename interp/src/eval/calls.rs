//! Calls: of methods on a receiver or on `this`, of names in closures, of values.

use super::constants::{Item, items};
use super::locals::Local;
use super::{Frame, N, Node};
use crate::heap::Gathered;
use crate::value::Value;
use crate::{Res, Vm};
use rovy_parser::Span;

/// The arguments of a call.
pub enum Args {
    /// One node an argument.
    Plain(Box<[N]>),
    /// With spreads among them.
    Spread(Box<[Item]>),
}

impl Args {
    /// Evaluates the arguments, on the stack where they are few, and calls.
    #[inline]
    pub fn with<R>(
        &self,
        vm: &mut Vm,
        fr: &mut Frame,
        call: impl FnOnce(&mut Vm, &mut Frame, &mut [Value]) -> Res<R>,
    ) -> Res<R> {
        match self {
            Args::Plain(nodes) => match &**nodes {
                [] => call(vm, fr, &mut []),
                [a] => {
                    let mut args = [a.eval(vm, fr)?];
                    let result = call(vm, fr, &mut args);
                    let _ = args.map(Value::done);
                    result
                }
                [a, b] => {
                    let mut args = [a.eval(vm, fr)?, b.eval(vm, fr)?];
                    let result = call(vm, fr, &mut args);
                    let _ = args.map(Value::done);
                    result
                }
                [a, b, c] => {
                    let mut args = [a.eval(vm, fr)?, b.eval(vm, fr)?, c.eval(vm, fr)?];
                    let result = call(vm, fr, &mut args);
                    let _ = args.map(Value::done);
                    result
                }
                many => {
                    let mut args = Vec::with_capacity(many.len());
                    for node in many {
                        args.push(node.eval(vm, fr)?);
                    }
                    call(vm, fr, &mut args)
                }
            },
            Args::Spread(list) => {
                let mut args = items(list, vm, fr)?;
                call(vm, fr, &mut args)
            }
        }
    }
}

/// What every call by name carries.
#[derive(Clone, Copy, Debug)]
pub struct Name {
    /// The name, in the program's table.
    pub name: u32,
    /// The call site.
    pub site: u32,
    /// Where it stands.
    pub span: Span,
}

impl Name {
    /// The same name at the site next to this one, where what is read here is written.
    pub fn writing(self) -> Name {
        Name {
            site: self.site + 1,
            ..self
        }
    }
}

/// `name(arg)` on `this`, with one argument.
pub struct CallThis1<A>(pub Name, pub A);

impl<A: Node> Node for CallThis1<A> {
    #[inline(always)]
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let arg = self.1.eval(vm, fr)?;
        vm.call_site1(fr.unit, self.0, fr.this, arg)
            .map_err(|t| vm.mark(t, self.0.span))
    }
}

/// `name(args…)` on `this`.
pub struct CallThis(pub Name, pub Args);

impl Node for CallThis {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let name = self.0;
        self.1
            .with(vm, fr, |vm, fr, args| vm.call_site(fr.unit, name, fr.this, args))
            .map_err(|t| vm.mark(t, name.span))
    }
}

/// `local.name(args…)`: the receiver stays where it is, since lowering has seen that no argument assigns it.
pub struct CallLocal(pub Name, pub Local, pub Args);

impl Node for CallLocal {
    #[inline(always)]
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let (name, slot) = (self.0, self.1.0 as usize);
        self.2
            .with(vm, fr, |vm, fr, args| {
                vm.call_site(fr.unit, name, &fr.locals[slot], args)
            })
            .map_err(|t| vm.mark(t, name.span))
    }
}

/// [`CallLocal`] with one argument.
pub struct CallLocal1<A>(pub Name, pub Local, pub A);

impl<A: Node> Node for CallLocal1<A> {
    #[inline(always)]
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let arg = self.2.eval(vm, fr)?;
        vm.call_site1(fr.unit, self.0, &fr.locals[self.1.0 as usize], arg)
            .map_err(|t| vm.mark(t, self.0.span))
    }
}

/// `receiver.name(args…)`, `receiver?.name(args…)`.
pub struct Call {
    /// Name and site.
    pub name: Name,
    /// The receiver.
    pub receiver: N,
    /// The arguments.
    pub args: Args,
    /// Null on a null receiver?
    pub safe: bool,
}

impl Node for Call {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let receiver = self.receiver.eval(vm, fr)?;
        if self.safe && receiver.is_null() {
            return Ok(Value::Null);
        }
        let name = self.name;
        let result = self
            .args
            .with(vm, fr, |vm, fr, args| vm.call_site(fr.unit, name, &receiver, args));
        receiver.done();
        result.map_err(|t| vm.mark(t, name.span))
    }
}

/// `super.name(args…)`, `T.super.name(args…)`.
pub struct CallSuper {
    /// Name and site.
    pub name: Name,
    /// The class whose body says `super`, in the program's table of types.
    pub class: u32,
    /// The trait or interface that is named before `super`.
    pub of: Option<u32>,
    /// The arguments.
    pub args: Args,
}

impl Node for CallSuper {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let name = self.name;
        let from = self.of.map(|of| fr.unit.class(of));
        let class = fr.unit.class(self.class);
        self.args
            .with(vm, fr, |vm, fr, args| {
                let method = fr.unit.name(name.name).clone();
                vm.call_super(class, from, fr.this, &method, args)
            })
            .map_err(|t| vm.mark(t, name.span))
    }
}

/// `name(args…)` in a class whose methods of that name are private.
pub struct CallPrivate {
    /// Name and site.
    pub name: Name,
    /// The class, in the program's table of types.
    pub class: u32,
    /// The arguments.
    pub args: Args,
}

impl Node for CallPrivate {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let name = self.name;
        let class = fr.unit.class(self.class);
        self.args
            .with(vm, fr, |vm, fr, args| {
                if fr.this.class_id() == class {
                    return vm.call_site(fr.unit, name, fr.this, args);
                }
                let method = fr.unit.name(name.name).clone();
                vm.call_private(class, fr.this, &method, args)
            })
            .map_err(|t| vm.mark(t, name.span))
    }
}

/// `receiver."$name"(args…)`, and on `this` where there is no receiver.
pub struct CallDynamic {
    /// The receiver; `this`, or the closure, without one.
    pub receiver: Option<N>,
    /// The name, evaluated each time.
    pub name: N,
    /// The arguments.
    pub args: Args,
    /// Null on a null receiver?
    pub safe: bool,
    /// Where it stands.
    pub span: Span,
}

impl Node for CallDynamic {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let receiver = match (&self.receiver, fr.closure) {
            (Some(receiver), _) => receiver.eval(vm, fr)?,
            (None, Some(closure)) => Value::Closure(closure.clone()),
            (None, None) => fr.this.clone(),
        };
        if self.safe && receiver.is_null() {
            return Ok(Value::Null);
        }
        let name = self.name.eval(vm, fr)?;
        let name = vm.to_str(&name)?;
        self.args
            .with(vm, fr, |vm, _, args| vm.call_method(&receiver, &name.text(), args))
            .map_err(|t| vm.mark(t, self.span))
    }
}

/// `name(args…)` in a closure: through owner and delegate.
pub struct CallName(pub Name, pub Args);

impl Node for CallName {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let name = self.0;
        self.1
            .with(vm, fr, |vm, fr, args| match fr.closure {
                Some(closure) => vm.call_in_closure(fr.unit, closure, name, args),
                None => vm.call_site(fr.unit, name, fr.this, args),
            })
            .map_err(|t| vm.mark(t, name.span))
    }
}

/// `value(args…)`: calls the value's `call`.
pub struct CallValue {
    /// Name `call`, and site.
    pub name: Name,
    /// What is called.
    pub target: N,
    /// The arguments.
    pub args: Args,
}

impl Node for CallValue {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let target = self.target.eval(vm, fr)?;
        let name = self.name;
        self.args
            .with(vm, fr, |vm, fr, args| match &target {
                Value::Closure(closure) => vm.invoke_closure_as(closure, "call", args),
                other => vm.call_site(fr.unit, name, other, args),
            })
            .map_err(|t| vm.mark(t, name.span))
    }
}

/// `receiver*.name(args…)`: on each element.
pub struct CallSpread {
    /// Name and site.
    pub name: Name,
    /// What is walked over.
    pub receiver: N,
    /// The arguments, evaluated once.
    pub args: Args,
}

impl Node for CallSpread {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let receiver = self.receiver.eval(vm, fr)?;
        if receiver.is_null() {
            return Ok(Value::Null);
        }
        let name = self.name;
        self.args
            .with(vm, fr, |vm, fr, args| {
                let mut walk = vm.iterate(&receiver)?;
                let mut out = Gathered::new();
                while let Some(item) = walk.next(vm)? {
                    let mut args = args.to_vec();
                    let made = if item.is_null() {
                        Value::Null
                    } else {
                        vm.call_site(fr.unit, name, &item, &mut args)?
                    };
                    out.push(vm, made)?;
                }
                Ok(out.into())
            })
            .map_err(|t| vm.mark(t, name.span))
    }
}

/// The value that a long path has reached; see [`LongPath`].
pub struct Received;

impl Node for Received {
    fn eval(&self, vm: &mut Vm, _: &mut Frame) -> Res {
        Ok(std::mem::take(&mut vm.received))
    }
}

/// A path of very many links, in runs: the last run's value is handed to the next, so that long paths nest nothing.
pub struct LongPath(pub N, pub Box<[N]>);

impl Node for LongPath {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let mut value = self.0.eval(vm, fr)?;
        for run in &self.1 {
            vm.received = value;
            value = run.eval(vm, fr)?;
        }
        Ok(value)
    }
}
