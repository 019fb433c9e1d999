//! Closures and lambdas.

use super::Lowering;
use super::scope::{BodyScope, Role};
use crate::eval::N;
use crate::eval::closures::ClosureLiteral;
use crate::program::{Body, BodyId, BodyKind, Param};
use rovy_parser::Span;
use rovy_parser::ast::{self, Block, LambdaBody, SmolStr, Stmt, StmtKind};
use rustc_hash::FxHashMap;
use std::collections::VecDeque;

/// A closure that has no name yet.
pub(super) struct Unnamed {
    body: BodyId,
    class: u32,
    parent: Option<BodyId>,
    prefix: String,
}

/// As many parameters as a method of the JVM takes.
const MOST_PARAMETERS: usize = 255;

impl Lowering<'_> {
    /// `{ … }`.
    pub(super) fn closure(&mut self, closure: &ast::Closure, span: Span) -> N {
        self.closure_body(closure.params.as_deref(), &closure.body, span)
    }

    /// `(x) -> …`.
    pub(super) fn lambda(&mut self, lambda: &ast::Lambda, span: Span) -> N {
        match &lambda.body {
            LambdaBody::Block(Block { statements, .. }) => self.closure_body(Some(&lambda.params), statements, span),
            LambdaBody::Expr(expr) => {
                let statement = Stmt::new(expr.span, StmtKind::Expr(expr.clone()));
                self.closure_body(Some(&lambda.params), std::slice::from_ref(&statement), span)
            }
        }
    }

    /// A closure of some parameters, or with the implicit `it`.
    pub(super) fn closure_body(&mut self, params: Option<&[ast::Param]>, statements: &[Stmt], span: Span) -> N {
        let noting = std::mem::take(&mut self.noting);
        let id = self.new_body();
        let class = self.class_stack.last().map_or(0, |c| c.index);
        self.enter_closure(id, class);
        let labels = std::mem::take(&mut self.labels);
        let (kind, lowered, varargs) = match params {
            None => {
                let it = self.declare(&SmolStr::new("it"), None);
                let param = Param {
                    name: "it".into(),
                    slot: it.slot,
                    ty: None,
                    cell: it.cell,
                    default: None,
                };
                (BodyKind::ImplicitIt, vec![param], false)
            }
            Some(params) => {
                let lowered = self.params(params);
                (BodyKind::Closure, lowered, params.last().is_some_and(is_variable))
            }
        };
        let code = self.tail(statements);
        self.labels = labels;
        self.noting = noting;
        let Some(scope) = self.stack.pop() else { return code };
        let ordered_params = !varargs && lowered.iter().enumerate().all(|(i, p)| is_ordered(p, i));
        self.set_body(
            id,
            Body {
                name: "".into(),
                class,
                kind,
                slots: scope.slots,
                typed_params: lowered.iter().any(|p| p.ty.is_some()),
                params: lowered,
                ordered_params,
                varargs,
                captures: scope.captures.len() as u32,
                code,
                span,
            },
        );
        let captures = scope.captures.iter().map(|(_, c, _)| *c).collect();
        Box::new(ClosureLiteral { body: id, captures })
    }

    fn enter_closure(&mut self, id: BodyId, class: u32) {
        let around = self.body();
        let (parent, prefix) = (around.closure, around.closure_prefix.clone());
        let mut scope = BodyScope::new(Role::Closure, around.is_static, around.usage.clone(), prefix.clone());
        scope.closure = Some(id);
        self.stack.push(scope);
        self.closures.push(Unnamed {
            body: id,
            class,
            parent,
            prefix,
        });
    }

    /// Gives the closures their names as Groovy's compiler does: it numbers those of a class's methods first, the script's own
    /// code before its methods, then those in each closure, and those in them before it goes on to the next.
    pub(super) fn name_closures(&mut self) {
        let closures = std::mem::take(&mut self.closures);
        let mut inner: FxHashMap<(u32, Option<BodyId>), Vec<&Unnamed>> = FxHashMap::default();
        for closure in &closures {
            inner.entry((closure.class, closure.parent)).or_default().push(closure);
        }
        for class in 0..self.classes.len() as u32 {
            let mut outermost = inner.remove(&(class, None)).unwrap_or_default();
            outermost.sort_by_key(|c| !c.prefix.ends_with("$_run"));
            let mut number = 0;
            let mut numbered = |closure: &Unnamed, prefix: &str| {
                number += 1;
                (closure.body, format!("{prefix}_closure{number}"))
            };
            let mut waiting: VecDeque<(BodyId, String)> =
                outermost.into_iter().map(|c| numbered(c, &c.prefix)).collect();
            while let Some((id, name)) = waiting.pop_front() {
                let nested = inner.remove(&(class, Some(id))).unwrap_or_default();
                let prefix = format!("{name}$");
                for (place, closure) in nested.into_iter().enumerate() {
                    waiting.insert(place, numbered(closure, &prefix));
                }
                if let Some(Some(body)) = self.bodies.get_mut(id.0 as usize) {
                    body.name = name.into();
                }
            }
        }
    }

    /// Parameters, declared in order; defaults see those before them.
    pub(super) fn params(&mut self, params: &[ast::Param]) -> Vec<Param> {
        if let Some(surplus) = params.get(MOST_PARAMETERS) {
            let text =
                format!("more than {MOST_PARAMETERS} parameters, as many as a method takes: pass a list or a map");
            self.error("E0308", surplus.span, text);
        }
        let mut out = Vec::with_capacity(params.len());
        for param in params {
            let mut ty = self.converting(param.ty.as_ref());
            if param.varargs {
                // `Object… x` is an Object[].
                let element = param.ty.as_ref().map(|t| self.ty(t));
                let element = element.unwrap_or_else(|| self.native_type("java.lang.Object"));
                ty = self.array_of(element);
            }
            let default = param.default.as_ref().map(|d| self.expr(d));
            let variable = self.declare(&param.name.name, ty);
            out.push(Param {
                name: param.name.name.as_str().into(),
                slot: variable.slot,
                ty,
                cell: variable.cell,
                default,
            });
        }
        out
    }

    fn array_of(&mut self, element: u32) -> Option<u32> {
        let ty = self.types.get(element as usize)?.clone();
        Some(self.type_place(ty.class, ty.dimensions + 1))
    }
}

/// Whether a parameter takes all remaining arguments: `T… x`, or an array as the last one.
pub(super) fn is_variable(param: &ast::Param) -> bool {
    param.varargs || param.ty.as_ref().is_some_and(|t| t.dims > 0)
}

/// Whether an argument can simply be moved into the parameter's slot.
pub(super) fn is_ordered(param: &Param, index: usize) -> bool {
    !param.cell && param.default.is_none() && param.slot as usize == index
}
