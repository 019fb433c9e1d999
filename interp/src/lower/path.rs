//! Paths: properties, calls, elements, one after the other.

use super::Lowering;
use super::scope::Found;
use crate::eval::calls::{
    Args, Call, CallDynamic, CallLocal, CallLocal1, CallSpread, CallSuper, CallValue, LongPath, Name, Received,
};
use crate::eval::casts::Cast;
use crate::eval::constants::{ClassConstant, Item, ListLiteral, MapLiteral};
use crate::eval::index::Index;
use crate::eval::locals::Local;
use crate::eval::properties::*;
use crate::eval::traces::Placed;
use crate::eval::{N, classes};
use crate::program::ClassName;
use rovy_parser::ast::*;
use rovy_parser::{Span, Text};

/// How many links nest; longer paths are cut into runs of this length.
const RUN: usize = 64;

/// What a path has reached: a value, or what need not become one.
enum Reached {
    Node(N),
    Local(u32),
    /// A class, by its place in the table of types.
    Class(u32),
    /// `super`, or `T.super` of a trait or interface.
    Super(Option<u32>),
}

impl Lowering<'_> {
    /// A path.
    pub(super) fn path(&mut self, head: &Expr, links: &[Link]) -> N {
        let (reached, rest) = self.path_head(head, links);
        self.links(reached, rest)
    }

    fn links(&mut self, mut reached: Reached, links: &[Link]) -> N {
        if links.len() <= RUN {
            for link in links {
                reached = Reached::Node(self.link(reached, link));
            }
            return self.reached(reached);
        }
        let mut runs = links.chunks(RUN);
        for link in runs.next().unwrap_or_default() {
            reached = Reached::Node(self.link(reached, link));
        }
        let first = self.reached(reached);
        let mut rest: Vec<N> = Vec::new();
        for run in runs {
            let mut reached = Reached::Node(Box::new(Received));
            for link in run {
                reached = Reached::Node(self.link(reached, link));
            }
            rest.push(self.reached(reached));
        }
        Box::new(LongPath(first, rest.into()))
    }

    fn reached(&mut self, reached: Reached) -> N {
        match reached {
            Reached::Node(n) => n,
            Reached::Local(slot) => Box::new(Local(slot)),
            Reached::Class(place) => Box::new(ClassConstant(place)),
            Reached::Super(_) => self.this_node(),
        }
    }

    /// Where a path begins: a variable, a class with its package, `super`, or any expression; and the links that are left.
    fn path_head<'l>(&mut self, head: &Expr, links: &'l [Link]) -> (Reached, &'l [Link]) {
        match &*head.kind {
            ExprKind::Super => (Reached::Super(None), links),
            ExprKind::This => {
                if let Some(Link {
                    kind: LinkKind::Property(DotOp::Dot, Member::Name(name)),
                    ..
                }) = links.first()
                    && !self.noting
                    && let Some(field) = self.own_field(&name.name, name.span)
                {
                    return (Reached::Node(field), links.get(1..).unwrap_or_default());
                }
                (Reached::Node(self.expr(head)), links)
            }
            ExprKind::Name(name) => {
                match self.lookup(name) {
                    Some(Found::Local(v)) if !v.cell && !self.noting && !self.trace => {
                        return (Reached::Local(v.slot), links);
                    }
                    Some(_) => return (Reached::Node(self.expr(head)), links),
                    None => {}
                }
                if !self.is_field(name)
                    && let Some((class, used)) = self.class_path(name, links)
                {
                    let place = self.type_place(class, 0);
                    let rest = links.get(used..).unwrap_or_default();
                    if let [first, after @ ..] = rest
                        && is_super(first)
                    {
                        return (Reached::Super(Some(place)), after);
                    }
                    return (Reached::Class(place), rest);
                }
                (Reached::Node(self.expr(head)), links)
            }
            _ => (Reached::Node(self.expr(head)), links),
        }
    }

    /// The class that a dotted name begins with: `java.util.Map` in `java.util.Map.of()`; how many links belong to it.
    pub(super) fn class_path(&mut self, head: &SmolStr, links: &[Link]) -> Option<(ClassName, usize)> {
        let mut full = head.to_string();
        if let Some(class) = self.resolve(head) {
            return Some(self.nested_path(class, links, 0));
        }
        for (used, link) in links.iter().enumerate() {
            let LinkKind::Property(DotOp::Dot, Member::Name(part)) = &link.kind else {
                return None;
            };
            full = format!("{full}.{}", part.name);
            if part.name.starts_with(char::is_uppercase)
                && let Some(class) = self.resolve(&full)
            {
                return Some(self.nested_path(class, links, used + 1));
            }
        }
        None
    }

    /// Goes on into nested classes, as far as names are those of classes: `Outer.Inner`.
    fn nested_path(&mut self, class: ClassName, links: &[Link], mut used: usize) -> (ClassName, usize) {
        let mut class = class;
        while let Some(LinkKind::Property(DotOp::Dot, Member::Name(part))) = links.get(used).map(|l| &l.kind) {
            if !part.name.starts_with(char::is_uppercase) {
                break;
            }
            let nested = format!("{}.{}", self.full_name(&class).replace('$', "."), part.name);
            match self.resolve(&nested) {
                Some(found) => class = found,
                None => break,
            }
            used += 1;
        }
        (class, used)
    }

    fn link(&mut self, reached: Reached, link: &Link) -> N {
        let span = link.span;
        match &link.kind {
            LinkKind::Property(op, member) => self.property_link(reached, *op, member, span),
            LinkKind::Attribute(op, member) => {
                let receiver = self.reached(reached);
                let Member::Name(name) = member else {
                    return self.dynamic_property(receiver, member, true, *op == DotOp::Safe, span);
                };
                let named = self.named(&name.name, span);
                let (safe, spread) = (*op == DotOp::Safe, *op == DotOp::Spread);
                let node: N = Box::new(Attribute {
                    name: named,
                    receiver,
                    safe,
                    spread,
                });
                self.noted(node, name.span)
            }
            LinkKind::Method(op, call) => self.method_link(reached, *op, call, span),
            LinkKind::Call(args) => {
                let target = self.reached(reached);
                let args = self.args(args);
                let name = self.named("call", span);
                Box::new(CallValue { name, target, args })
            }
            LinkKind::Index(op, items) => self.index_link(reached, *op, items, span),
            LinkKind::MethodPointer(member) | LinkKind::MethodReference(member) => {
                let receiver = self.reached(reached);
                let name = self.member_text(member);
                Box::new(MethodPointer { receiver, name })
            }
            LinkKind::New(new) => {
                // `outer.new Inner()`: the outer instance comes first among the arguments.
                let outer = self.reached(reached);
                let class = self.ty(&new.ty);
                let Args::Plain(rest) = self.args(&new.args) else {
                    return outer;
                };
                let args = std::iter::once(outer).chain(rest).collect();
                Box::new(classes::New {
                    class,
                    args: Args::Plain(args),
                    captures: None,
                    span,
                })
            }
        }
    }

    /// A member's name as a value.
    fn member_text(&mut self, member: &Member) -> N {
        match member {
            Member::Name(name) => self.text(&Text::from(name.name.as_str())),
            Member::Dynamic(expr) => self.expr(expr),
        }
    }

    fn dynamic_property(&mut self, receiver: N, member: &Member, attribute: bool, safe: bool, span: Span) -> N {
        let name = self.member_text(member);
        Box::new(PropertyDynamic {
            receiver,
            name,
            safe,
            attribute,
            span,
        })
    }

    fn property_link(&mut self, reached: Reached, op: DotOp, member: &Member, span: Span) -> N {
        let Member::Name(name) = member else {
            let receiver = self.reached(reached);
            return self.dynamic_property(receiver, member, false, op == DotOp::Safe, span);
        };
        if let (Reached::Node(_) | Reached::Class(_), "this" | "super") = (&reached, name.name.as_str()) {
            // `Outer.this`
            let receiver = self.reached(reached);
            return Box::new(classes::OuterThis(receiver));
        }
        let named = self.named(&name.name, name.span);
        let node: N = match (reached, op) {
            (Reached::Super(of), _) => {
                let class = self.current_class_type();
                Box::new(PropertySuper { name: named, class, of })
            }
            (Reached::Local(slot), DotOp::Dot) => Box::new(PropertyLocal(named, Local(slot))),
            (reached, DotOp::Spread) => {
                let receiver = self.reached(reached);
                Box::new(PropertySpread { name: named, receiver })
            }
            (reached, op) => {
                let receiver = self.reached(reached);
                Box::new(Property {
                    name: named,
                    receiver,
                    safe: op == DotOp::Safe,
                })
            }
        };
        self.noted(node, name.span)
    }

    /// A call on a local, with the commonest argument in the node itself.
    fn call_local(&mut self, name: Name, slot: u32, args: Args, given: &Arguments) -> N {
        let receiver = Local(slot);
        let args = match args {
            Args::Plain(nodes) => match <[N; 1]>::try_from(nodes.into_vec()) {
                Ok([arg]) => {
                    return match given.items.as_slice() {
                        [Arg::Positional(only)] if !self.noting && !self.trace => match self.plain_local(only) {
                            Some(Found::Local(v)) => Box::new(CallLocal1(name, receiver, Local(v.slot))),
                            _ => Box::new(CallLocal1(name, receiver, arg)),
                        },
                        _ => Box::new(CallLocal1(name, receiver, arg)),
                    };
                }
                Err(nodes) => Args::Plain(nodes.into()),
            },
            spread => spread,
        };
        Box::new(CallLocal(name, receiver, args))
    }

    fn method_link(&mut self, reached: Reached, op: DotOp, call: &MethodCall, span: Span) -> N {
        let Member::Name(name) = &call.name else {
            let receiver = self.reached(reached);
            let name = self.member_text(&call.name);
            let args = self.args(&call.args);
            let args = if self.placed_calls.is_empty() {
                args
            } else {
                self.placed(args, span)
            };
            return Box::new(CallDynamic {
                receiver: Some(receiver),
                name,
                args,
                safe: op == DotOp::Safe,
                span,
            });
        };
        let stays = match &reached {
            Reached::Local(..) => !assigns(&call.args),
            _ => false,
        };
        // The receiver is lowered before the arguments, so that slots and captures come in the order of the text.
        let of = match reached {
            Reached::Super(of) => of,
            _ => None,
        };
        let (receiver, slot) = match reached {
            Reached::Local(slot) if stays && op == DotOp::Dot => (None, Some(slot)),
            Reached::Super(_) => (None, None),
            other => (Some(self.reached(other)), None),
        };
        let args = self.args(&call.args);
        let placed = self.placed_calls.contains(&name.name.as_str());
        let args = if placed { self.placed(args, name.span) } else { args };
        let named = self.named(&name.name, name.span);
        self.note_arguments(named.site, &call.args);
        let node: N = match (receiver, slot, op) {
            (None, Some(slot), _) if placed => Box::new(CallLocal(named, Local(slot), args)),
            (None, Some(slot), _) => self.call_local(named, slot, args, &call.args),
            (None, None, _) => {
                let class = self.current_class_type();
                Box::new(CallSuper {
                    name: named,
                    class,
                    of,
                    args,
                })
            }
            (Some(receiver), _, DotOp::Spread) => Box::new(CallSpread {
                name: named,
                receiver,
                args,
            }),
            (Some(receiver), _, op) => Box::new(Call {
                name: named,
                receiver,
                args,
                safe: op == DotOp::Safe,
            }),
        };
        self.noted(node, name.span)
    }

    /// The arguments of a call that tells where it stands: after the last of them, right before the method runs.
    fn placed(&self, args: Args, span: Span) -> Args {
        let Args::Plain(nodes) = args else { return args };
        let mut nodes = nodes.into_vec();
        if let Some(node) = nodes.pop() {
            let method = self.stack.last().map_or("", |body| body.method());
            nodes.push(Box::new(Placed {
                node,
                span,
                method: method.into(),
            }));
        }
        Args::Plain(nodes.into())
    }

    /// `receiver[items]`.
    fn index_link(&mut self, reached: Reached, op: IndexOp, items: &[Arg], span: Span) -> N {
        if items.is_empty() && matches!(reached, Reached::Node(_) | Reached::Class(_)) {
            // `String[]` as an expression: the class of the array.
            return Box::new(classes::ArrayClass(self.reached(reached)));
        }
        if items.iter().any(|i| matches!(i, Arg::Named(..) | Arg::SpreadMap(_))) {
            return self.map_link(reached, op, items, span);
        }
        let safe = op == IndexOp::Safe;
        if let ([Arg::Positional(only)], Reached::Local(slot), false) = (items, &reached, self.noting) {
            return self.index_of_local(Local(*slot), only, safe, span);
        }
        let receiver = self.reached(reached);
        let index: N = match items {
            [Arg::Positional(only)] => self.expr(only),
            many => self.index_list(many),
        };
        let node: N = Box::new(Index {
            receiver,
            index,
            safe,
            span,
        });
        self.noted(node, span)
    }

    /// `receiver[key: value]`, `receiver[*: map]`: a class makes an instance of the map; nothing else takes entries.
    fn map_link(&mut self, reached: Reached, op: IndexOp, items: &[Arg], span: Span) -> N {
        let alike = items.len() == 1 || items.iter().all(|i| matches!(i, Arg::Named(..)));
        let class = match reached {
            Reached::Class(place) if alike => Some(place),
            _ => None,
        };
        if class.is_none() {
            self.refuse_entries(items);
        }
        let receiver = self.reached(reached);
        let entries = items.iter().filter_map(|item| self.entry(item)).collect();
        let map: N = Box::new(MapLiteral(entries));
        match class {
            Some(place) => Box::new(Cast(place, map, span)),
            None => Box::new(Index {
                receiver,
                index: map,
                safe: op == IndexOp::Safe,
                span,
            }),
        }
    }

    /// Map entries between brackets, where only a class could take them. Groovy's parser lets them pass, and with them
    /// `println [key: 1]`; its compiler refuses them.
    pub(super) fn refuse_entries(&mut self, items: &[Arg]) {
        let entry = items.iter().find_map(|item| match item {
            Arg::Named(key, value) => Some(key.span.to(value.span)),
            _ => None,
        });
        if let Some(span) = entry {
            let text = "a map entry is not allowed at this place: write `([key: value])` for a map";
            self.error("E0307", span, text);
        }
    }

    /// An element of a plain local, which is read where it is unless the index may assign it.
    fn index_of_local(&mut self, receiver: Local, index: &Expr, safe: bool, span: Span) -> N {
        if let Some(Found::Local(v)) = self.plain_local(index) {
            return Box::new(Index {
                receiver,
                index: Local(v.slot),
                safe,
                span,
            });
        }
        let assigns = expr_assigns(index);
        let index = self.expr(index);
        if !assigns {
            return Box::new(Index {
                receiver,
                index,
                safe,
                span,
            });
        }
        Box::new(Index {
            receiver: Box::new(receiver) as N,
            index,
            safe,
            span,
        })
    }

    /// `a[1, 2]`: the list of indices.
    pub(super) fn index_list(&mut self, items: &[Arg]) -> N {
        let items = items.iter().map(|item| match item {
            Arg::Spread(expr) => Item::Spread(self.expr(expr)),
            Arg::Positional(expr) | Arg::Named(_, expr) | Arg::SpreadMap(expr) => Item::One(self.expr(expr)),
        });
        Box::new(ListLiteral(items.collect()))
    }

    /// A plain local, if that is what an expression names.
    pub(super) fn plain_local(&mut self, expr: &Expr) -> Option<Found> {
        if self.trace {
            return None;
        }
        let ExprKind::Name(name) = &*expr.kind else { return None };
        self.lookup(name).filter(|f| matches!(f, Found::Local(v) if !v.cell))
    }

    /// The class whose code is lowered, in the table of types.
    pub(super) fn current_class_type(&mut self) -> u32 {
        let index = self.class_stack.last().map_or(0, |c| c.index);
        self.own_type(index)
    }
}

/// `.super`
fn is_super(link: &Link) -> bool {
    matches!(&link.kind, LinkKind::Property(DotOp::Dot, Member::Name(name)) if name.name == "super")
}

/// Whether evaluating arguments may assign a plain local, so that a receiver must be read before.
fn assigns(args: &Arguments) -> bool {
    args.items.iter().any(|arg| match arg {
        Arg::Positional(e) | Arg::Spread(e) | Arg::SpreadMap(e) => expr_assigns(e),
        Arg::Named(k, v) => expr_assigns(k) || expr_assigns(v),
    })
}

/// Whether evaluating an expression may assign a plain local. Closures cannot: what they assign lives in cells.
fn expr_assigns(expr: &Expr) -> bool {
    if matches!(
        &*expr.kind,
        ExprKind::Assign(..) | ExprKind::MultiAssign(..) | ExprKind::Increment(_) | ExprKind::Switch(_)
    ) {
        return true;
    }
    let mut found = false;
    expr.kind.each_child(&mut |child| {
        if let Child::Expr(e) = child {
            found = found || expr_assigns(e);
        }
    });
    found
}
