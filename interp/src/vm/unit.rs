//! A program as loaded into one interpreter: its constants as values, its call sites, its classes' ids.

use super::Vm;
use crate::eval::Site;
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
}

impl Unit {
    /// Makes the values of a program's constants; its types are found by [`Vm::load`].
    pub(super) fn new(program: Arc<Program>) -> Rc<Unit> {
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
