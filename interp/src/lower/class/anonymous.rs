//! Anonymous classes: `new T() { … }` and the bodies of enum constants.

use super::header::template;
use crate::eval::N;
use crate::eval::classes::New as NewNode;
use crate::eval::closures::Capture;
use crate::eval::constants::Null;
use crate::lower::Lowering;
use crate::lower::scope::Found;
use crate::program::{ClassKind, ClassName};
use rovy_parser::Span;
use rovy_parser::ast::{ClassBody, New, SmolStr};

impl Lowering<'_> {
    /// `new T(args) { … }`.
    pub(in crate::lower) fn anonymous_class(&mut self, new: &New, body: &ClassBody, span: Span) -> N {
        let place = self.ty(&new.ty);
        let args = self.args(&new.args);
        let Some(parent) = self.types.get(place as usize).cloned() else {
            return Box::new(Null);
        };
        let own = self.anonymous_body(parent.class, body, span, true);
        let names = self.class(own).map(|c| c.capture_names.clone()).unwrap_or_default();
        let captures = names.iter().map(|name| match self.lookup(&SmolStr::from(&**name)) {
            Some(Found::Local(v)) => Capture::Slot(v.slot),
            Some(Found::Captured(index, _)) => Capture::Captured(index),
            Some(Found::Hidden(_)) => Capture::Hidden(self.name(&format!("val${name}"))),
            None => Capture::Slot(0),
        });
        let captures: Box<[Capture]> = captures.collect();
        let class = self.own_type(own);
        Box::new(NewNode {
            class,
            args,
            captures: Some(captures),
            span,
        })
    }

    /// The class of an anonymous body. With `captures` its methods may use the variables around it.
    pub(super) fn anonymous_body(&mut self, parent: ClassName, body: &ClassBody, span: Span, captures: bool) -> u32 {
        let outer = self.class_stack.last().map_or(0, |c| c.index);
        let count = self.anonymous.entry(outer).or_default();
        *count += 1;
        let count = *count;
        let name = format!("{}${count}", self.class(outer).map_or("", |c| &c.name));
        let index = self.classes.len() as u32;
        self.own.insert(name.clone(), index);
        let mut class = template(&name, ClassKind::Class, span);
        class.outer = Some(outer);
        class.inner = captures;
        let is_interface = match &parent {
            ClassName::Own(own) => self.class(*own).is_some_and(|c| c.kind.is_interface()),
            ClassName::Other(name) => self.resolver.is_interface(name),
        };
        let parent = self.type_place(parent, 0);
        if is_interface {
            class.superclass = self.native_type("java.lang.Object");
            class.interfaces.push(parent);
        } else {
            class.superclass = parent;
        }
        self.classes.push(class);
        let scope = self.class_scope(index, captures);
        self.class_stack.push(scope);
        self.members(index, ClassKind::Class, body, None);
        if let Some(scope) = self.class_stack.pop()
            && let Some(class) = self.class_mut(index)
        {
            class.captures = scope.captured.len() as u32;
            class.capture_names = scope.captured.iter().map(|(n, _)| n.as_str().into()).collect();
        }
        index
    }
}
