//! A program as loaded into one interpreter: its constants as values, its call sites, its classes' ids.

use super::Vm;
use super::dispatch::{Callable, Guard, GuardKey, Numbered};
use crate::eval::Site;
use crate::heap;
use crate::program::{Body, BodyId, ClassName, Constant, Program};
use crate::registry::ClassId;
use crate::value::{Str, Value};
use rovy_parser::{Span, Text};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

/// A loaded program.
pub struct Unit {
    /// The program.
    pub program: Arc<Program>,
    constants: Box<[Value]>,
    names: Box<[Rc<Str>]>,
    sites: Box<[Cell<Site>]>,
    types: Box<[Cell<ClassId>]>,
    /// The ids of its classes, the script's own first.
    pub classes: RefCell<Vec<ClassId>>,
    closure_classes: RefCell<Vec<Option<ClassId>>>,
    /// The overloads that call sites chose by the arguments' classes.
    guards: RefCell<Numbered<GuardKey, Guard>>,
    /// What makes it a unit to be evaluated, perhaps more than once.
    evaluation: Option<Evaluation>,
}

/// The names of an evaluation, and what the unit has on the account of memory.
struct Evaluation {
    name: RefCell<Rc<str>>,
    file: RefCell<Rc<str>>,
    counted: usize,
}

impl Drop for Evaluation {
    fn drop(&mut self) {
        heap::shrink(self.counted);
    }
}

impl Unit {
    /// Makes the values of a program's constants; its types are found by [`Vm::load`].
    pub(super) fn new(program: Arc<Program>) -> Rc<Unit> {
        Unit::made(program, None)
    }

    /// A unit of a text that a script evaluates; it counts as memory of the script.
    pub(super) fn to_evaluate(program: Arc<Program>) -> Rc<Unit> {
        let counted = program.bytes();
        heap::grow(counted);
        let evaluation = Evaluation {
            name: RefCell::new(Rc::from(&*program.name)),
            file: RefCell::new(Rc::from(&*program.file)),
            counted,
        };
        Unit::made(program, Some(evaluation))
    }

    fn made(program: Arc<Program>, evaluation: Option<Evaluation>) -> Rc<Unit> {
        let constants = program.constants.iter().map(|c| match c {
            Constant::Text(Text::Utf8(text)) => Value::str(text),
            Constant::Text(Text::Utf16(units)) => Value::Str(Str::from_units(units)),
            Constant::BigInteger(i) => Value::big_integer(i.clone()),
            Constant::BigDecimal(d) => Value::big_decimal(d.clone()),
        });
        Rc::new(Unit {
            constants: constants.collect(),
            names: program.names.iter().map(|n| Str::new(n)).collect(),
            sites: vec![Cell::new(Site::EMPTY); program.sites as usize].into(),
            types: vec![Cell::new(ClassId::NONE); program.types.len()].into(),
            classes: RefCell::default(),
            closure_classes: RefCell::new(vec![None; program.bodies.len()]),
            guards: RefCell::default(),
            evaluation,
            program,
        })
    }

    /// A constant.
    #[inline(always)]
    pub fn constant(&self, index: u32) -> Value {
        self.constants.get(index as usize).cloned().unwrap_or_default()
    }

    /// A name.
    #[inline(always)]
    pub fn name(&self, index: u32) -> &Rc<Str> {
        &self.names[index as usize]
    }

    /// A site.
    #[inline(always)]
    pub fn site(&self, index: u32) -> Site {
        self.sites[index as usize].get()
    }

    /// Remembers what a site found.
    pub fn set_site(&self, index: u32, site: Site) {
        self.sites[index as usize].set(site);
    }

    /// A class that the code names.
    #[inline(always)]
    pub fn class(&self, index: u32) -> ClassId {
        self.types[index as usize].get()
    }

    /// The types that overload choice sees at a call site with casts among its arguments.
    pub(super) fn cast_types(&self, site: u32) -> Option<Vec<Option<ClassId>>> {
        let types = self.program.cast_types.get(&site)?;
        Some(types.iter().map(|t| t.map(|t| self.class(t))).collect())
    }

    /// A body.
    #[inline(always)]
    pub fn body(&self, id: BodyId) -> &Body {
        &self.program.bodies[id.0 as usize]
    }

    /// The class of one of the program's own classes.
    pub fn own_class(&self, index: u32) -> ClassId {
        self.classes
            .borrow()
            .get(index as usize)
            .copied()
            .unwrap_or(ClassId::OBJECT)
    }

    /// Whether a script evaluates its text, and so may do it again.
    pub(super) fn is_evaluated(&self) -> bool {
        self.evaluation.is_some()
    }

    /// Takes the names of a new evaluation.
    pub(super) fn rename(&self, name: &str, file: &str) {
        if let Some(evaluation) = &self.evaluation
            && **evaluation.file.borrow() != *file
        {
            evaluation.name.replace(name.into());
            evaluation.file.replace(file.into());
        }
    }

    /// The file's name, for stack traces.
    pub(super) fn file(&self) -> Rc<str> {
        match &self.evaluation {
            Some(evaluation) => evaluation.file.borrow().clone(),
            None => Rc::from(&*self.program.file),
        }
    }

    /// The name of one of its classes or closures in this evaluation: the script's name in it may be another than it was
    /// lowered with.
    pub(super) fn own_name(&self, lowered: &str) -> Rc<str> {
        let Some(evaluation) = &self.evaluation else {
            return lowered.into();
        };
        let name = evaluation.name.borrow();
        let (package, simple) = lowered.split_at(lowered.rfind('.').map_or(0, |dot| dot + 1));
        match simple.strip_prefix(&*self.program.name) {
            Some("") if package.is_empty() => name.clone(),
            Some(rest) if rest.is_empty() || rest.starts_with('$') => format!("{package}{name}{rest}").into(),
            _ => lowered.into(),
        }
    }

    /// Its classes with their names, those of closures as far as they were needed.
    pub(super) fn all_classes(&self) -> Vec<(ClassId, Rc<str>)> {
        let classes = self.classes.borrow();
        let declared = classes
            .iter()
            .zip(&self.program.classes)
            .map(|(id, c)| (*id, self.own_name(&c.name)));
        let closures = self.closure_classes.borrow();
        let closures = closures.iter().zip(&self.program.bodies);
        declared
            .chain(closures.filter_map(|(id, body)| Some(((*id)?, self.own_name(&body.name)))))
            .collect()
    }

    /// What a guard remembers, if the arguments are of its classes.
    pub(super) fn guarded(&self, number: u32, args: &[Value]) -> Option<Callable> {
        let guards = self.guards.borrow();
        let guard = &guards[number];
        let same = guard.args.len() == args.len() && guard.args.iter().zip(args).all(|(c, a)| *c == a.class_id());
        same.then(|| guard.callable.clone())
    }

    /// The number of a guard for a callable and the classes of arguments.
    pub(super) fn guard(&self, callable: &Callable, args: &[Value]) -> u32 {
        let args: Box<[ClassId]> = args.iter().map(Value::class_id).collect();
        let key = (callable.identity(), args.clone());
        let callable = callable.clone();
        self.guards.borrow_mut().number(key, || Guard { args, callable })
    }

    /// Text of the source.
    pub fn source_text(&self, span: Span) -> &str {
        span.text(&self.program.source)
    }

    /// The class of a closure expression, made when first needed: `Script1$_run_closure1`.
    pub fn closure_class(self: &Rc<Unit>, vm: &mut Vm, body: BodyId) -> ClassId {
        if let Some(Some(class)) = self.closure_classes.borrow().get(body.0 as usize) {
            return *class;
        }
        let class = vm.define_closure_class(self, body);
        if let Some(slot) = self.closure_classes.borrow_mut().get_mut(body.0 as usize) {
            *slot = Some(class);
        }
        class
    }

    /// Finds the classes that the code names. A name that nobody knows any more (its file is gone) stays `Object`; lowering
    /// has reported what was never known.
    pub(super) fn link(&self, vm: &mut Vm) {
        for (i, ty) in self.program.types.iter().enumerate() {
            let mut class = match &ty.class {
                ClassName::Own(own) => self.own_class(*own),
                ClassName::Other(name) => vm.class_by_name(name).unwrap_or(ClassId::OBJECT),
            };
            for _ in 0..ty.dimensions {
                class = class.array();
            }
            if let Some(slot) = self.types.get(i) {
                slot.set(class);
            }
        }
    }
}
