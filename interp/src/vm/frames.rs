//! Running bodies: frames, parameters, what leaves a body, and the places that a fault passes.

use super::script_class::Method;
use super::{Fault, Unit, Vm};
use crate::eval::{Flow, Frame, Node, with_array, with_locals};
use crate::jdk::throwables;
use crate::program::{Body, BodyKind, Param};
use crate::registry::ClassId;
use crate::value::{Array, Closure, Code, Place, Shared, Value};
use crate::{Res, Thrown};
use rovy_parser::Span;
use std::rc::Rc;
use std::sync::Arc;

/// A leaving that waits while `finally` runs.
pub struct Waiting {
    flow: Flow,
    ret: Value,
    label: u32,
    pending: Option<Fault>,
    at: Option<Span>,
    trace: Vec<Place>,
}

impl Vm {
    /// Runs a body. The arguments are taken out of their places.
    pub(crate) fn run(
        &mut self,
        unit: &Rc<Unit>,
        body: &Body,
        this: &Value,
        captures: &[Value],
        closure: Option<&Rc<Closure>>,
        args: &mut [Value],
    ) -> Res {
        self.enter()?;
        with_locals(body.slots, |locals| {
            let mut fr = Frame {
                this,
                locals,
                captures,
                unit,
                closure,
            };
            self.run_entered(body, &mut fr, |vm, fr| {
                if !body.ordered_params || args.len() != body.params.len() {
                    vm.bind(body, fr, args)
                } else if body.typed_params {
                    vm.convert(body, fr, args)
                } else {
                    for (slot, arg) in fr.locals.iter_mut().zip(args.iter_mut()) {
                        *slot = arg.take_word();
                    }
                    Ok(())
                }
            })
        })
    }

    /// [`Vm::run`] for a body that [is light](Body::is_light): the argument stays in registers on its way to its slot.
    #[inline(always)]
    pub(crate) fn run_light(
        &mut self,
        unit: &Rc<Unit>,
        body: &Body,
        this: &Value,
        captures: &[Value],
        closure: Option<&Rc<Closure>>,
        arg: Value,
    ) -> Res {
        if let Err(thrown) = self.enter() {
            arg.done();
            return Err(thrown);
        }
        with_array([arg, Value::Null], |locals| {
            let mut fr = Frame {
                this,
                locals,
                captures,
                unit,
                closure,
            };
            self.run_entered(body, &mut fr, |_, _| Ok(()))
        })
    }

    /// Fills a frame's slots, runs the body and leaves it.
    #[inline(always)]
    fn run_entered(&mut self, body: &Body, fr: &mut Frame, fill: impl FnOnce(&mut Vm, &mut Frame) -> Res<()>) -> Res {
        let result = match fill(self, fr) {
            Ok(()) => body.code.eval(self, fr),
            Err(thrown) => Err(thrown),
        };
        self.leave();
        if result.is_err() {
            self.leave_frame(fr.unit, body);
        }
        result
    }

    /// Moves arguments into the slots of parameters with types.
    #[inline(never)]
    fn convert(&mut self, body: &Body, fr: &mut Frame, args: &mut [Value]) -> Res<()> {
        for ((slot, arg), param) in fr.locals.iter_mut().zip(args.iter_mut()).zip(&body.params) {
            let arg = arg.take_word();
            *slot = match param.ty.map(|ty| fr.unit.class(ty)) {
                Some(class) if arg.class_id() != class.boxed() => self.coerce(arg, class)?,
                _ => arg,
            };
        }
        Ok(())
    }

    /// Whether a method's only candidate takes these arguments; of one without types it is known.
    #[inline(always)]
    pub(crate) fn fits(&self, unit: &Unit, body: &Body, args: &[Value]) -> bool {
        !body.typed_params || self.fits_types(unit, body, args)
    }

    #[inline]
    fn fits_types(&self, unit: &Unit, body: &Body, args: &[Value]) -> bool {
        body.ordered_params
            && args.len() == body.params.len()
            && body.params.iter().zip(args).all(|(param, arg)| match param.ty {
                None => true,
                Some(ty) => {
                    let class = unit.class(ty);
                    arg.class_id() == class.boxed() || self.accepts(class, arg)
                }
            })
    }

    /// Puts arguments into the slots of parameters: types, defaults, variable arguments, the implicit `it`.
    #[cold]
    #[inline(never)]
    fn bind(&mut self, body: &Body, fr: &mut Frame, args: &mut [Value]) -> Res<()> {
        if body.kind == BodyKind::ImplicitIt {
            let value = args.first_mut().map(std::mem::take).unwrap_or_default();
            return self.bind_one(&body.params, 0, fr, value);
        }
        let count = body.params.len();
        let fixed = count - usize::from(body.varargs);
        let required = body.params.iter().take(fixed).filter(|p| p.default.is_none()).count();
        let mut given_defaults = args.len().saturating_sub(required);
        let mut rest = args.iter_mut();
        for index in 0..fixed {
            let Some(param) = body.params.get(index) else { break };
            let value = match &param.default {
                Some(default) if given_defaults == 0 => default.eval(self, fr)?,
                default => {
                    given_defaults -= usize::from(default.is_some());
                    rest.next().map(std::mem::take).unwrap_or_default()
                }
            };
            self.bind_one(&body.params, index, fr, value)?;
        }
        if body.varargs {
            let left: Vec<Value> = rest.map(std::mem::take).collect();
            let value = self.variable_arguments(body, fr, left)?;
            self.bind_one(&body.params, fixed, fr, value)?;
        }
        Ok(())
    }

    fn variable_arguments(&mut self, body: &Body, fr: &Frame, mut left: Vec<Value>) -> Res {
        let array = body
            .params
            .last()
            .and_then(|p| p.ty)
            .map_or(ClassId::OBJECT.array(), |t| fr.unit.class(t));
        let component = array.component().unwrap_or(ClassId::OBJECT);
        if let [only] = left.as_slice() {
            let fits = only.is_null() || self.is_subclass(only.class_id(), array);
            if fits || (matches!(only, Value::Array(_)) && component == ClassId::OBJECT) {
                return Ok(left.pop().unwrap_or_default());
            }
        }
        let mut items = Vec::with_capacity(left.len());
        for value in left {
            items.push(self.coerce(value, component)?);
        }
        Ok(Value::Array(Array::new(component, items)))
    }

    fn bind_one(&mut self, params: &[Param], index: usize, fr: &mut Frame, value: Value) -> Res<()> {
        let Some(param) = params.get(index) else { return Ok(()) };
        let value = match param.ty {
            Some(ty) => self.coerce(value, fr.unit.class(ty))?,
            None => value,
        };
        let value = if param.cell {
            Value::Cell(Rc::new(Shared::new(value)))
        } else {
            value
        };
        if let Some(slot) = fr.locals.get_mut(param.slot as usize) {
            slot.put(value);
        }
        Ok(())
    }

    /// Converts an argument to a parameter's type: widening of numbers, GString to String; what fits stays as it is.
    pub(crate) fn coerce(&mut self, value: Value, class: ClassId) -> Res {
        let given = value.class_id();
        if given == class.boxed() || class == ClassId::OBJECT || (value.is_null() && !class.is_primitive()) {
            return Ok(value);
        }
        if self.is_subclass(given, class) {
            return Ok(value);
        }
        self.cast(&value, class)
    }

    /// What a body's value is after a statement that left it.
    #[cold]
    pub(crate) fn leave_body(&mut self, flow: Flow) -> Res {
        match flow {
            Flow::Throw => Err(Thrown(())),
            Flow::Return | Flow::Yield => Ok(std::mem::take(&mut self.ret)),
            Flow::Next | Flow::Break | Flow::Continue => Ok(Value::Null),
        }
    }

    /// Notes where a fault passed, unless something nearer has been noted in this frame.
    #[cold]
    #[inline(never)]
    pub(crate) fn mark(&mut self, thrown: Thrown, span: Span) -> Thrown {
        self.at.get_or_insert(span);
        thrown
    }

    /// [`Vm::mark`] for a statement.
    #[cold]
    #[inline(never)]
    pub(crate) fn mark_statement(&mut self, span: Span) {
        self.at.get_or_insert(span);
    }

    /// A fault leaves a body: its place joins the trace.
    #[cold]
    #[inline(never)]
    fn leave_frame(&mut self, unit: &Rc<Unit>, body: &Body) {
        let span = self.at.take().unwrap_or(body.span);
        if self.trace.len() >= 1024 {
            return;
        }
        let program = &unit.program;
        let position = program.lines.position(&program.source, span.start);
        let class = program
            .classes
            .get(body.class as usize)
            .map_or(&program.name, |c| &c.name);
        self.trace.push(Place {
            method: unit.own_name(&body.name),
            class: unit.own_name(class),
            file: unit.file(),
            line: position.line,
            column: position.column,
        });
    }

    /// Notes where a call stands.
    pub(crate) fn note_call_place(&mut self, unit: &Rc<Unit>, span: Span, method: &Arc<str>) {
        self.call_place = Some((unit.clone(), span, method.clone()));
    }

    /// Where the native that asks is called, if its call tells it: see [`Roots::placed_calls`](super::Roots::placed_calls).
    pub fn take_call_place(&mut self) -> Option<Place> {
        let (unit, span, method) = self.call_place.take()?;
        let program = &unit.program;
        let position = program.lines.position(&program.source, span.start);
        Some(Place {
            method: Rc::from(&*method),
            class: Rc::from(&*program.name),
            file: Rc::from(&*program.file),
            line: position.line,
            column: position.column,
        })
    }

    /// Whether scripts may catch what is pending.
    pub(crate) fn is_catchable(&self) -> bool {
        matches!(self.pending, Some(Fault::Exception(_)))
    }

    /// Whether the pending exception is an instance of a class.
    pub(crate) fn catches(&self, class: ClassId) -> bool {
        match &self.pending {
            Some(Fault::Exception(e)) => self.is_instance(e, class),
            _ => false,
        }
    }

    /// Takes the pending exception for a `catch`; the places it passed become its stack trace.
    pub(crate) fn take_exception(&mut self) -> Option<Value> {
        match self.pending.take() {
            Some(Fault::Exception(exception)) => {
                self.settle_trace(&exception);
                Some(exception)
            }
            other => {
                self.pending = other;
                None
            }
        }
    }

    /// Gives an exception the places that it has passed, if it has none yet.
    pub(crate) fn settle_trace(&mut self, exception: &Value) {
        self.at = None;
        let places = std::mem::take(&mut self.trace);
        if let Some(throwable) = self.throwable_of(exception)
            && throwable.trace.borrow().is_empty()
        {
            *throwable.trace.borrow_mut() = places;
        }
    }

    /// The native throwable of an exception: itself, or what an instance of a script class extends.
    pub fn throwable_of(&self, exception: &Value) -> Option<Rc<crate::value::Throwable>> {
        match exception {
            Value::Throwable(t) => Some(t.clone()),
            Value::Object(o) => match &*o.base.borrow() {
                Value::Throwable(t) => Some(t.clone()),
                _ => None,
            },
            _ => None,
        }
    }

    /// `throw value`.
    pub(crate) fn throw_statement(&mut self, value: Value) -> Thrown {
        if self.throwable_of(&value).is_some() {
            return self.throw_value(value);
        }
        if value.is_null() {
            return self.throw(
                &throwables::NULL_POINTER_EXCEPTION,
                "Cannot throw exception because \"null\" is null",
            );
        }
        let name = self.class_name(value.class_id());
        self.throw(
            &throwables::CLASS_CAST_EXCEPTION,
            format!("class {name} cannot be cast to class java.lang.Throwable"),
        )
    }

    /// Keeps what a statement did while `finally` runs.
    pub(crate) fn set_aside(&mut self, flow: Flow) -> Waiting {
        Waiting {
            flow,
            ret: std::mem::take(&mut self.ret),
            label: self.label,
            pending: self.pending.take(),
            at: self.at.take(),
            trace: std::mem::take(&mut self.trace),
        }
    }

    /// Goes on with what waited.
    pub(crate) fn take_up(&mut self, waiting: Waiting) -> Flow {
        self.ret = waiting.ret;
        self.label = waiting.label;
        self.pending = waiting.pending;
        self.at = waiting.at;
        self.trace = waiting.trace;
        waiting.flow
    }

    /// Calls a script method on a receiver.
    #[inline(always)]
    pub(crate) fn invoke_method(&mut self, method: &Rc<Method>, this: &Value, args: &mut [Value]) -> Res {
        let Some(body) = method.body else {
            return self.abstract_call(method, this, args);
        };
        self.run(&method.unit, method.unit.body(body), this, &[], None, args)
    }

    #[cold]
    #[inline(never)]
    fn abstract_call(&mut self, method: &Method, this: &Value, args: &[Value]) -> Res {
        if let Some(result) = self.call_proxy(this, &method.name, args) {
            return result;
        }
        let text = format!("{}.{}()", self.class_name(method.class), method.name);
        Err(self.throw(&throwables::ABSTRACT_METHOD_ERROR, text))
    }

    /// Calls a closure; the arguments are taken out of their places. One list for several parameters is spread over them, and
    /// wrong numbers of arguments are a MissingMethodException, as `doCall` would be.
    pub(crate) fn invoke_closure(&mut self, closure: &Rc<Closure>, args: &mut [Value]) -> Res {
        self.invoke_closure_as(closure, "doCall", args)
    }

    /// [`Vm::invoke_closure`] under the name that a MissingMethodException tells: `call` where a script calls.
    #[inline]
    pub(crate) fn invoke_closure_as(&mut self, closure: &Rc<Closure>, name: &str, args: &mut [Value]) -> Res {
        match &closure.code {
            Code::Script { unit, body, captures } => {
                let body = unit.body(*body);
                if args.len() == body.params.len() && body.ordered_params && self.fits(unit, body, args) {
                    return self.run(unit, body, &closure.this, captures, Some(closure), args);
                }
                self.invoke_closure_slow(closure, name, captures, args)
            }
            Code::Native { body, holds, .. } => body(self, holds, args),
        }
    }

    #[cold]
    #[inline(never)]
    fn invoke_closure_slow(
        &mut self,
        closure: &Rc<Closure>,
        name: &str,
        captures: &[Value],
        args: &mut [Value],
    ) -> Res {
        let Code::Script { unit, body: id, .. } = &closure.code else {
            return Ok(Value::Null);
        };
        let body = unit.body(*id);
        if self.closure_accepts(unit, body, args) {
            return self.run(unit, body, &closure.this, captures, Some(closure), args);
        }
        if let [list @ (Value::List(_) | Value::Range(_))] = args {
            let mut spread = self.items(list)?;
            if self.closure_accepts(unit, body, &spread) {
                return self.run(unit, body, &closure.this, captures, Some(closure), &mut spread);
            }
        }
        // The closure's own class, also where it stands for an interface.
        let class = unit.clone().closure_class(self, *id);
        Err(self.missing_method_of(class, name, args))
    }

    /// Whether a closure may be called with some arguments.
    pub(crate) fn closure_takes(&self, closure: &Rc<Closure>, args: &[Value]) -> bool {
        match &closure.code {
            Code::Script { unit, body, .. } => {
                let body = unit.body(*body);
                match args {
                    [Value::List(list)] => {
                        self.closure_accepts(unit, body, args) || self.closure_accepts(unit, body, &list.to_vec())
                    }
                    _ => self.closure_accepts(unit, body, args),
                }
            }
            Code::Native { .. } => true,
        }
    }

    /// Whether the arguments fit a closure's parameters.
    fn closure_accepts(&self, unit: &Rc<Unit>, body: &Body, args: &[Value]) -> bool {
        if body.kind == BodyKind::ImplicitIt {
            return args.len() <= 1;
        }
        let count = body.params.len();
        let fixed = count - usize::from(body.varargs);
        let required = body.params.iter().take(fixed).filter(|p| p.default.is_none()).count();
        // A closure with one parameter may be called without argument: the parameter is null.
        if args.is_empty() && count == 1 && required == 1 {
            return body
                .params
                .iter()
                .all(|p| p.ty.is_none_or(|t| !unit.class(t).is_primitive()));
        }
        if args.len() < required || (!body.varargs && args.len() > count) {
            return false;
        }
        let mut given_defaults = args.len().saturating_sub(required);
        let mut rest = args.iter();
        for param in body.params.iter().take(fixed) {
            if param.default.is_some() {
                if given_defaults == 0 {
                    continue;
                }
                given_defaults -= 1;
            }
            let Some(arg) = rest.next() else { break };
            if let Some(ty) = param.ty
                && !self.accepts(unit.class(ty), arg)
            {
                return false;
            }
        }
        let array = body.params.last().and_then(|p| p.ty).map(|t| unit.class(t));
        match array {
            Some(array) if body.varargs => {
                let component = array.component().unwrap_or(ClassId::OBJECT);
                let left: Vec<&Value> = rest.collect();
                let whole = matches!(left.as_slice(), [only] if self.accepts(array, only));
                whole || left.iter().all(|v| self.accepts(component, v))
            }
            _ => true,
        }
    }
}
