//! Scopes: which variable a name means, and where it lives.

use super::Lowering;
use crate::eval::closures::Capture;
use crate::eval::locals::Place;
use crate::program::BodyId;
use rovy_parser::ast::SmolStr;
use rustc_hash::{FxHashMap, FxHashSet};
use std::rc::Rc;

/// A variable of a body.
#[derive(Clone, Copy, Debug)]
pub struct Variable {
    /// Its slot.
    pub slot: u32,
    /// Whether it lives in a cell, since a closure shares it.
    pub cell: bool,
    /// The type it was declared with.
    pub ty: Option<u32>,
}

/// Names that decide where variables of a method live: those that closures mention, and those that are assigned.
#[derive(Default)]
pub struct Usage {
    /// Names mentioned inside closures.
    pub in_closures: FxHashSet<SmolStr>,
    /// Names assigned anywhere but in their declaration.
    pub assigned: FxHashSet<SmolStr>,
}

/// What a body is, for looking names up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// A method, constructor, initialiser or script body.
    Method,
    /// A closure in another body.
    Closure,
}

/// A body that is being lowered.
pub struct BodyScope {
    pub role: Role,
    pub is_static: bool,
    scopes: Vec<FxHashMap<SmolStr, Variable>>,
    next: u32,
    pub slots: u32,
    pub captures: Vec<(SmolStr, Capture, Variable)>,
    pub usage: Rc<Usage>,
    /// What the names of closures in a method begin with: `Script1$_run`.
    pub closure_prefix: String,
    /// The closure that it is the body of.
    pub closure: Option<BodyId>,
}

/// A class that is being lowered.
pub struct ClassScope {
    /// Its place in the program.
    pub index: u32,
    /// How many bodies were on the stack where it stands; an anonymous class may capture their variables.
    pub bodies_around: usize,
    /// Whether variables around it may be captured.
    pub captures: bool,
    /// The variables captured so far.
    pub captured: Vec<(SmolStr, Variable)>,
    /// Its type parameters: `T` in `class Box<T>`.
    pub type_params: Vec<SmolStr>,
    /// The fields of instances that it declares itself: its methods read and write them as they are.
    pub own: FxHashSet<SmolStr>,
    /// The static fields that it declares itself: its methods read and write them as they are, too.
    pub own_static: FxHashSet<SmolStr>,
    /// The names that it declares more than once: a field and a property.
    pub repeated: FxHashSet<SmolStr>,
    /// Its fields, static ones included, and those it inherits from classes of the same source.
    pub fields: FxHashSet<SmolStr>,
    /// The names whose methods in it are all private, or all static; empty when no class of the source extends it, since
    /// then they need no care.
    pub fixed_methods: FxHashMap<SmolStr, Fixed>,
}

/// Why a call of a class's own method does not ask the object's class.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fixed {
    /// The method is private.
    Private,
    /// The method is static.
    Static,
}

/// What a name means.
#[derive(Clone, Copy, Debug)]
pub enum Found {
    /// A variable of the body.
    Local(Variable),
    /// A captured variable, by its place among the captures.
    Captured(u32, Variable),
    /// A variable that the class around captured: a hidden field.
    Hidden(Variable),
}

impl Found {
    /// Where the variable is written; none for hidden fields.
    pub fn place(self) -> Option<Place> {
        match self {
            Found::Local(v) if v.cell => Some(Place::Cell(v.slot)),
            Found::Local(v) => Some(Place::Slot(v.slot)),
            Found::Captured(index, _) => Some(Place::Captured(index)),
            Found::Hidden(_) => None,
        }
    }

    /// The variable.
    pub fn variable(self) -> Variable {
        match self {
            Found::Local(v) | Found::Captured(_, v) | Found::Hidden(v) => v,
        }
    }
}

impl BodyScope {
    pub fn new(role: Role, is_static: bool, usage: Rc<Usage>, closure_prefix: String) -> BodyScope {
        BodyScope {
            role,
            is_static,
            scopes: vec![FxHashMap::default()],
            next: 0,
            slots: 0,
            captures: Vec::new(),
            usage,
            closure_prefix,
            closure: None,
        }
    }

    /// The method that a stack trace names for the body.
    pub fn method(&self) -> &str {
        match self.role {
            Role::Closure => "doCall",
            Role::Method => self.closure_prefix.rsplit("$_").next().unwrap_or_default(),
        }
    }

    fn find(&self, name: &str) -> Option<Variable> {
        self.scopes.iter().rev().find_map(|s| s.get(name)).copied()
    }
}

impl Lowering<'_> {
    /// The body that is being lowered.
    pub(super) fn body(&mut self) -> &mut BodyScope {
        if self.stack.is_empty() {
            self.stack
                .push(BodyScope::new(Role::Method, false, Rc::default(), String::new()));
        }
        let last = self.stack.len() - 1;
        &mut self.stack[last]
    }

    /// Whether the code runs in a closure.
    pub(super) fn in_closure(&self) -> bool {
        self.stack.last().is_some_and(|b| b.role == Role::Closure)
    }

    /// Whether the code is static.
    pub(super) fn in_static(&self) -> bool {
        self.stack.last().is_some_and(|b| b.is_static)
    }

    /// Opens a block; what it returns closes it again.
    pub(super) fn enter_block(&mut self) -> u32 {
        let body = self.body();
        body.scopes.push(FxHashMap::default());
        body.next
    }

    /// Leaves a block; its slots may be used again.
    pub(super) fn leave_block(&mut self, next: u32) {
        let body = self.body();
        body.scopes.pop();
        body.next = next;
    }

    /// Declares a variable in the innermost block.
    pub(super) fn declare(&mut self, name: &SmolStr, ty: Option<u32>) -> Variable {
        let body = self.body();
        let usage = body.usage.clone();
        let cell = usage.in_closures.contains(name) && usage.assigned.contains(name);
        let variable = Variable {
            slot: body.next,
            cell,
            ty,
        };
        body.next += 1;
        body.slots = body.slots.max(body.next);
        if let Some(scope) = body.scopes.last_mut() {
            scope.insert(name.clone(), variable);
        }
        variable
    }

    /// A slot that no name means.
    pub(super) fn hidden_slot(&mut self) -> u32 {
        let body = self.body();
        body.next += 1;
        body.slots = body.slots.max(body.next);
        body.next - 1
    }

    /// What a name means, if any scope knows it.
    pub(super) fn lookup(&mut self, name: &SmolStr) -> Option<Found> {
        let top = self.stack.len().checked_sub(1)?;
        self.lookup_in(name, top)
    }

    fn lookup_in(&mut self, name: &SmolStr, at: usize) -> Option<Found> {
        let body = self.stack.get(at)?;
        if let Some(variable) = body.find(name) {
            return Some(Found::Local(variable));
        }
        if let Some(index) = body.captures.iter().position(|(n, _, _)| n == name) {
            let (_, _, variable) = body.captures.get(index)?;
            return Some(Found::Captured(index as u32, *variable));
        }
        let class = self.class_stack.iter().rposition(|c| c.bodies_around <= at);
        let first_of_class = class
            .and_then(|c| self.class_stack.get(c))
            .map_or(0, |c| c.bodies_around);
        if body.role == Role::Closure && at > first_of_class {
            let outer = self.lookup_in(name, at - 1)?;
            let (capture, variable) = match outer {
                Found::Local(v) => (Capture::Slot(v.slot), v),
                Found::Captured(index, v) => (Capture::Captured(index), v),
                Found::Hidden(_) => return Some(outer),
            };
            let body = self.stack.get_mut(at)?;
            body.captures.push((name.clone(), capture, variable));
            return Some(Found::Captured(body.captures.len() as u32 - 1, variable));
        }
        // A method of an anonymous class: the variables of the place where the class stands.
        let class = class?;
        let scope = self.class_stack.get(class)?;
        if !scope.captures || scope.bodies_around == 0 {
            return None;
        }
        if let Some((_, variable)) = scope.captured.iter().find(|(n, _)| n == name) {
            return Some(Found::Hidden(*variable));
        }
        let around = scope.bodies_around - 1;
        let variable = self.lookup_in(name, around)?.variable();
        let scope = self.class_stack.get_mut(class)?;
        scope.captured.push((name.clone(), variable));
        Some(Found::Hidden(variable))
    }

    /// Whether a name is a field that the class around declares itself, in code that reads it as it is.
    pub(super) fn is_own_field(&self, name: &str) -> bool {
        let method = self
            .stack
            .last()
            .is_some_and(|b| b.role == Role::Method && !b.is_static);
        method && self.class_stack.last().is_some_and(|c| c.own.contains(name))
    }

    /// Whether a name is a static field that the class around declares itself, in a method of that class.
    pub(super) fn is_own_static(&self, name: &str) -> bool {
        let method = self.stack.last().is_some_and(|b| b.role == Role::Method);
        method && self.class_stack.last().is_some_and(|c| c.own_static.contains(name))
    }

    /// Whether the class around has a field of this name, so that the name means it.
    pub(super) fn is_field(&self, name: &str) -> bool {
        self.class_stack.last().is_some_and(|c| c.fields.contains(name))
    }
}
