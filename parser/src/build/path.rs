//! Paths: members, calls and indexes after a value. `a.b` becomes a method call when arguments follow.

use rovy_lexer::{Quote, Span};

use super::{Builder, Dot};
use crate::ast::*;
use crate::diagnostic::{Diagnostic, codes};

impl Builder<'_> {
    /// A name as an expression.
    pub(crate) fn name(&mut self, l: u32, r: u32) -> Expr {
        let span = self.span(l, r);
        Expr::new(span, ExprKind::Name(self.text(span).into()))
    }

    /// `HashMap<String, Integer>` before `::new`.
    pub(crate) fn generic_type(&mut self, l: u32, name_end: u32, args: Vec<TypeArg>, r: u32) -> Expr {
        let name = self.qualified(l, name_end);
        let ty = self.type_ref(l, Vec::new(), name, Some(args), 0, r);
        self.expr(l, ExprKind::Type(ty), r)
    }

    pub(crate) fn builtin_type(&mut self, l: u32, r: u32) -> Expr {
        let name = self.qualified(l, r);
        let ty = self.type_ref(l, Vec::new(), name, None, 0, r);
        self.expr(l, ExprKind::Type(ty), r)
    }

    /// A method or member name in quotes.
    pub(crate) fn quoted_name(&mut self, l: u32, r: u32) -> Ident {
        let span = self.span(l, r);
        let text = Quote::literal_text(self.text(span));
        Ident {
            span,
            name: text.to_lossy().into(),
        }
    }

    pub(crate) fn link(&mut self, base: Expr, l: u32, kind: LinkKind, r: u32) -> Expr {
        let path = base.with_link(Link {
            span: self.span(l, r),
            kind,
        });
        self.bounded(path)
    }

    /// `.name`, with type arguments if a call is to follow.
    pub(crate) fn property(
        &mut self,
        base: Expr,
        l: u32,
        op: Dot,
        type_args: Vec<TypeArg>,
        name: Member,
        r: u32,
    ) -> Expr {
        let op = self.dot_op(&base, op);
        let kind = if type_args.is_empty() {
            LinkKind::Property(op, name)
        } else {
            LinkKind::Method(
                op,
                Box::new(MethodCall {
                    type_args,
                    name,
                    args: Arguments::default(),
                }),
            )
        };
        self.link(base, l, kind, r)
    }

    /// The dot as the tree knows it: after `??.` the other dots of the path are safe.
    fn dot_op(&mut self, base: &Expr, dot: Dot) -> DotOp {
        match dot {
            Dot::Plain if self.in_safe_chain(base) => DotOp::Safe,
            Dot::Plain => DotOp::Dot,
            Dot::Safe => DotOp::Safe,
            Dot::SafeChain => {
                self.safe_chains.insert(base.span.start);
                DotOp::Safe
            }
            Dot::Spread => DotOp::Spread,
        }
    }

    fn in_safe_chain(&self, base: &Expr) -> bool {
        self.safe_chains.contains(&base.span.start)
    }

    pub(crate) fn attribute(&mut self, base: Expr, l: u32, op: Dot, name: Member, r: u32) -> Expr {
        let op = self.dot_op(&base, op);
        self.link(base, l, LinkKind::Attribute(op, name), r)
    }

    pub(crate) fn index(&mut self, base: Expr, l: u32, op: IndexOp, items: Vec<Arg>, r: u32) -> Expr {
        let op = if self.in_safe_chain(&base) { IndexOp::Safe } else { op };
        self.link(base, l, LinkKind::Index(op, items), r)
    }

    /// `Type[:]`: constructs with an empty map, unlike `Type[]`.
    pub(crate) fn empty_map_index(&mut self, base: Expr, l: u32, colon: Span, r: u32) -> Expr {
        let map = Expr::new(colon, ExprKind::Map(Vec::new()));
        self.index(base, l, IndexOp::Plain, vec![Arg::SpreadMap(map)], r)
    }

    pub(crate) fn arguments(&mut self, l: u32, items: Vec<Arg>, r: u32) -> Arguments {
        Arguments {
            span: self.span(l, r),
            items,
        }
    }

    /// `base(args)`
    pub(crate) fn call(&mut self, base: Expr, args: Arguments) -> Expr {
        let end = args.span.end;
        if let ExprKind::This | ExprKind::Super = *base.kind {
            let target = match *base.kind {
                ExprKind::This => ConstructorTarget::This,
                _ => ConstructorTarget::Super,
            };
            return self.expr(base.span.start, ExprKind::ConstructorCall(target, args), end);
        }
        self.apply(base, args)
    }

    /// `base args` of a command.
    pub(crate) fn command(&mut self, base: Expr, args: Arguments) -> Expr {
        self.refuse_operator(&base, args.span);
        self.apply(base, args)
    }

    /// `a + b c`: a chain of operators is no command.
    fn refuse_operator(&mut self, base: &Expr, next: Span) {
        if matches!(
            *base.kind,
            ExprKind::Binary(..) | ExprKind::Logical(..) | ExprKind::InstanceOf(..)
        ) {
            let first = self.text(next).split_whitespace().next().unwrap_or_default();
            let message = format!("unexpected `{first}`: an operator, a comma or a line break is missing before it");
            self.diagnostics
                .push(Diagnostic::error(codes::UNEXPECTED_TOKEN, base.span, message).label(next, "this cannot follow"));
        }
    }

    /// Calls what `base` names, or the value that it is.
    fn apply(&mut self, mut base: Expr, args: Arguments) -> Expr {
        let end = args.span.end;
        let depth = depth_of_arguments(&args.items);
        let Some(args) = base.amend(args, depth, end, call_last_property) else {
            return self.bounded(base);
        };
        let span = Span::new(base.span.start, end);
        match callee(base) {
            Ok(name) => self.expr(span.start, ExprKind::Call(Box::new(Call { name, args })), end),
            Err(base) => {
                if let ExprKind::Type(ty) = &*base.kind
                    && ty.primitive().is_some()
                {
                    let message = format!("`{}` is a type and cannot be called", ty.name.name);
                    self.error(codes::UNEXPECTED_TOKEN, base.span, message);
                }
                let l = args.span.start;
                self.link(base, l, LinkKind::Call(args), end)
            }
        }
    }

    /// A closure behind a name or call: its last argument.
    pub(crate) fn closure_argument(&mut self, mut base: Expr, closure: Expr) -> Expr {
        let (span, depth) = (closure.span, closure.depth().saturating_add(1));
        let Some(closure) = base.amend(closure, depth, span.end, add_argument) else {
            return self.bounded(base);
        };
        self.apply(
            base,
            Arguments {
                span,
                items: vec![Arg::Positional(closure)],
            },
        )
    }

    /// The next name in a chain of commands.
    pub(crate) fn command_name(&mut self, base: Expr, l: u32, name: Member, r: u32) -> Expr {
        self.refuse_operator(&base, self.span(l, r));
        self.link(base, l, LinkKind::Property(DotOp::Dot, name), r)
    }

    pub(crate) fn new_object(
        &mut self,
        ty: Box<TypeRef>,
        args: Arguments,
        body: Option<Box<super::RawBody>>,
    ) -> Box<New> {
        let body = body.map(|body| self.class_body(*body, None));
        Box::new(New { ty: *ty, args, body })
    }

    pub(crate) fn new_array(
        &mut self,
        l: u32,
        element: Box<TypeRef>,
        sizes: Vec<Expr>,
        empty_dims: u32,
        init: Option<Vec<Expr>>,
        r: u32,
    ) -> Expr {
        let array = NewArray {
            element: *element,
            sizes,
            empty_dims,
            init,
        };
        self.expr(l, ExprKind::NewArray(Box::new(array)), r)
    }

    /// `key: value`. A bare name is the text of its own.
    pub(crate) fn named(&mut self, key: Expr, value: Expr) -> Arg {
        let key = match *key.kind {
            ExprKind::Name(name) => Expr::new(key.span, ExprKind::Literal(Literal::String(Text::Utf8(name)))),
            kind => {
                if !is_key(&kind) {
                    self.error(
                        codes::UNEXPECTED_TOKEN,
                        key.span,
                        "a key must be a name, a literal or in parentheses",
                    );
                }
                Expr::new(key.span, kind)
            }
        };
        Arg::Named(key, value)
    }
}

/// Whether this may stand before the colon of an entry.
fn is_key(kind: &ExprKind) -> bool {
    use ExprKind::*;
    matches!(
        kind,
        Literal(_)
            | GString(_)
            | Paren(_)
            | List(_)
            | Map(_)
            | Closure(_)
            | This
            | Super
            | New(_)
            | NewArray(_)
            | Type(_)
            | Error
    )
}

/// The name that `base` calls when arguments follow it: `name(…)`, `"name"(…)`.
fn callee(base: Expr) -> Result<Member, Expr> {
    match *base.kind {
        ExprKind::Name(name) => Ok(Member::Name(Ident { span: base.span, name })),
        ExprKind::Literal(Literal::String(text)) => Ok(Member::Name(Ident {
            span: base.span,
            name: text.to_lossy().into(),
        })),
        ExprKind::GString(_) => Ok(Member::Dynamic(base)),
        kind => Err(Expr::new(base.span, kind)),
    }
}

/// Makes a method call of the property that a path ends with.
fn call_last_property(kind: &mut ExprKind, args: Arguments) -> Option<Arguments> {
    let ExprKind::Path(_, links) = kind else {
        return Some(args);
    };
    let Some(link) = links.last_mut() else {
        return Some(args);
    };
    let end = args.span.end;
    match &mut link.kind {
        LinkKind::Property(op, name) => {
            let placeholder = Member::Name(Ident {
                span: Span::default(),
                name: SmolStr::default(),
            });
            let name = std::mem::replace(name, placeholder);
            link.kind = LinkKind::Method(
                *op,
                Box::new(MethodCall {
                    type_args: Vec::new(),
                    name,
                    args,
                }),
            );
        }
        LinkKind::Method(_, call) if call.args.span == Span::default() => call.args = args,
        _ => return Some(args),
    }
    link.span.end = end;
    None
}

/// Adds a closure to the arguments of the call that an expression ends with.
fn add_argument(kind: &mut ExprKind, closure: Expr) -> Option<Expr> {
    let (args, link) = match kind {
        ExprKind::Call(call) => (&mut call.args, None),
        ExprKind::Path(_, links) => match links.last_mut() {
            Some(Link {
                span,
                kind: LinkKind::Method(_, call),
            }) => (&mut call.args, Some(span)),
            Some(Link {
                span,
                kind: LinkKind::Call(args),
            }) => (args, Some(span)),
            _ => return Some(closure),
        },
        _ => return Some(closure),
    };
    if args.span == Span::default() {
        args.span = closure.span;
    }
    args.span.end = closure.span.end;
    if let Some(span) = link {
        span.end = closure.span.end;
    }
    args.items.push(Arg::Positional(closure));
    None
}
