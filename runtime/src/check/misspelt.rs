//! Names that nobody has and that are one letter away from a name that connectors' scripts have: bindings, words of the toolkit,
//! methods, and members of classes that are known.

use super::{BOUND, member_name};
use rovy_interp::check::{Node, walk};
use rovy_interp::registry::{Class, Registry};
use rovy_parser::ast::{
    Arg, ClassMember, CompilationUnit, DotOp, Expr, ExprKind, Link, LinkKind, MapItem, Member, SmolStr, StmtKind,
};
use rovy_parser::{Diagnostic, Span};
use std::collections::HashSet;

/// Words without a receiver, beside the bindings.
const WORDS: [&str; 19] = [
    "attribute",
    "CREATE_OR_UPDATE",
    "defineObjectClass",
    "defineOperationOption",
    "delegate",
    "disable",
    "elseif",
    "MULTIVALUED",
    "NOT_CREATABLE",
    "NOT_READABLE",
    "NOT_RETURNED_BY_DEFAULT",
    "NOT_UPDATEABLE",
    "operationOption",
    "options",
    "previousUid",
    "println",
    "REQUIRED",
    "syncToken",
    "attributes",
];

/// Bindings whose class is known.
const TYPED: [(&str, &str); 4] = [
    ("options", "OperationOptions"),
    ("objectClass", "ObjectClass"),
    ("log", "Log"),
    ("uid", "Uid"),
];

/// The shortest name that is judged: shorter ones are too easily close to another.
const SHORTEST: usize = 5;

/// Finds misspelt names.
pub fn check(unit: &CompilationUnit, registry: &Registry, found: &mut Vec<Diagnostic>) {
    let own = declared(unit);
    let attributes = spans_of_attributes(unit);
    let unknown = unknown_methods(unit, registry, &own);
    let words = Words {
        own: &own,
        registry,
        unknown: &unknown,
    };
    walk(unit, &mut |node| {
        let Node::Expr(expr) = node else { return };
        let free = |span: Span| !attributes.iter().any(|a| a.start <= span.start && span.end <= a.end);
        match &*expr.kind {
            ExprKind::Name(name) if free(expr.span) => words.word(name, expr.span, found),
            ExprKind::Call(call) => {
                if let Member::Name(name) = &call.name
                    && free(name.span)
                {
                    words.word(&name.name, name.span, found);
                }
            }
            ExprKind::Path(first, links) => words.path(first, links, found),
            _ => {}
        }
    });
}

/// The names of all methods that classes have.
fn methods(registry: &Registry) -> impl Iterator<Item = &'static str> {
    let classes = registry.classes().iter();
    classes
        .flat_map(|class| class.members.iter().chain(class.groovy))
        .map(rovy_interp::registry::Member::name)
}

/// The names of methods that a source calls and no class has, found in one pass over the classes.
fn unknown_methods<'t>(unit: &'t CompilationUnit, registry: &Registry, own: &HashSet<SmolStr>) -> HashSet<&'t str> {
    let mut called: HashSet<&str> = HashSet::new();
    walk(unit, &mut |node| {
        if let Node::Expr(expr) = node
            && let ExprKind::Path(_, links) = &*expr.kind
        {
            called.extend(links.iter().filter_map(|link| match &link.kind {
                LinkKind::Method(_, call) => match &call.name {
                    Member::Name(name) => Some(name.name.as_str()),
                    Member::Dynamic(_) => None,
                },
                _ => None,
            }));
        }
    });
    called.retain(|name| name.len() >= SHORTEST && !own.contains(*name) && !is_accessor(name));
    for method in methods(registry) {
        if called.is_empty() {
            break;
        }
        called.remove(method);
    }
    called
}

/// What names may be.
struct Words<'w> {
    own: &'w HashSet<SmolStr>,
    registry: &'w Registry,
    /// The names of called methods that no class has.
    unknown: &'w HashSet<&'w str>,
}

impl Words<'_> {
    /// A name without a receiver.
    fn word(&self, name: &str, span: Span, found: &mut Vec<Diagnostic>) {
        let known = BOUND.iter().chain(&WORDS).copied();
        // Words in other capitals are names of their own: `userName` beside `username`.
        if !self.own.contains(name) && !known.clone().any(|known| known.eq_ignore_ascii_case(name)) {
            report(nearest(name, known), span, found);
        }
    }

    /// The first member of what is known, and every method of what is not.
    fn path(&self, first: &Expr, links: &[Link], found: &mut Vec<Diagnostic>) {
        let class = match &*first.kind {
            ExprKind::Name(name) => self.class_of(name),
            _ => None,
        };
        for (place, link) in links.iter().enumerate() {
            let name = match &link.kind {
                LinkKind::Property(DotOp::Dot | DotOp::Safe, Member::Name(name)) if place == 0 && class.is_some() => {
                    name
                }
                LinkKind::Method(_, call) => match &call.name {
                    Member::Name(name) => name,
                    Member::Dynamic(_) => continue,
                },
                _ => continue,
            };
            if self.own.contains(&name.name) || is_accessor(&name.name) {
                continue;
            }
            match class.filter(|_| place == 0) {
                Some(class) => {
                    let members = self.members(class);
                    if !members.iter().any(|member| *member == name.name) {
                        report(nearest_member(&name.name, &members), name.span, found);
                    }
                }
                None if self.unknown.contains(name.name.as_str()) => {
                    let known =
                        methods(self.registry).filter(|known| !is_accessor(known) && is_slip(&name.name, known));
                    report(nearest(&name.name, known), name.span, found);
                }
                None => {}
            }
        }
    }

    /// The class of a binding, or the one that is named.
    fn class_of(&self, name: &str) -> Option<&'static Class> {
        let simple = match TYPED.iter().find(|(bound, _)| *bound == name) {
            Some((_, class)) => class,
            None if self.own.contains(name) => return None,
            None => name,
        };
        if !simple.starts_with(char::is_uppercase) {
            return None;
        }
        let mut of_the_name = self
            .registry
            .classes()
            .iter()
            .filter(|class| class.simple_name() == simple);
        let first = of_the_name.next().copied();
        first.filter(|_| of_the_name.next().is_none())
    }

    /// The names of all members of a class, those of its properties included.
    fn members(&self, class: &'static Class) -> Vec<String> {
        let members = self.registry.members(class);
        let mut names: Vec<String> = members.all().map(|found| found.member.name().to_owned()).collect();
        names.extend(class.constants.iter().map(|constant| (*constant).to_owned()));
        let mut properties = Vec::new();
        for name in &names {
            if let Some(rest) = name.strip_prefix("get").or_else(|| name.strip_prefix("is")) {
                let mut letters = rest.chars();
                if let Some(first) = letters.next() {
                    properties.push(format!("{}{}", first.to_lowercase(), letters.as_str()));
                }
            }
        }
        names.extend(properties);
        names
    }
}

fn report(meant: Option<&str>, span: Span, found: &mut Vec<Diagnostic>) {
    if let Some(meant) = meant {
        let text = "nothing of this name is known";
        found.push(Diagnostic::warning("W0402", span, text).help(format!("did you mean `{meant}`?")));
    }
}

/// The known name that differs in one letter, two letters changed over, or in capitals. One letter `s` more or less is no slip.
fn nearest<'k>(name: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    if name.len() < SHORTEST {
        return None;
    }
    // `startswith` is another library's, `toUppercase` a slip.
    let lower = |name: &str| !name.contains(char::is_uppercase);
    let longer = |a: &str, b: &str| !a.ends_with("ss") && a.strip_suffix('s') == Some(b);
    let plural = |a: &str, b: &str| longer(a, b) || longer(b, a);
    let mut known = known.filter(|known| known.len() + 1 >= SHORTEST && known.len().abs_diff(name.len()) <= 1);
    known.find(|known| match known.eq_ignore_ascii_case(name) {
        true => !lower(name),
        false => strsim::damerau_levenshtein(name, known) == 1 && !plural(name, known),
    })
}

/// Whether a name is a known one mistyped, and no word of its own: letters changed over, other capitals, or a letter too much or too few
/// inside. `removed` is not `remove` mistyped, nor `render` `reader`.
fn is_slip(name: &str, known: &str) -> bool {
    let sorted = |text: &str| {
        let mut letters: Vec<char> = text.chars().map(|c| c.to_ascii_lowercase()).collect();
        letters.sort_unstable();
        letters
    };
    let ends = |text: &str| (text.chars().next(), text.chars().next_back());
    match name.len().abs_diff(known.len()) {
        0 => sorted(name) == sorted(known),
        1 => ends(name) == ends(known),
        _ => false,
    }
}

/// The member of a known class that is closest: there are few, so that short names and capitals count too.
fn nearest_member<'k>(name: &str, members: &'k [String]) -> Option<&'k str> {
    let close = |member: &&String| {
        member.eq_ignore_ascii_case(name) || name.len() > 3 && strsim::damerau_levenshtein(name, member) == 1
    };
    members.iter().filter(close).min().map(String::as_str)
}

/// Getters and the like of foreign classes are too many to be judged.
fn is_accessor(name: &str) -> bool {
    ["get", "set", "is", "with", "add", "new"].iter().any(|prefix| {
        name.strip_prefix(prefix)
            .is_some_and(|rest| rest.starts_with(char::is_uppercase))
    })
}

/// Inside `attributes { }` of a schema every name is that of an attribute.
fn spans_of_attributes(unit: &CompilationUnit) -> Vec<Span> {
    let mut spans = Vec::new();
    walk(unit, &mut |node| {
        if let Node::Expr(expr) = node
            && let ExprKind::Call(call) = &*expr.kind
            && matches!(&call.name, Member::Name(name) if name.name == "attributes")
        {
            spans.push(call.args.span);
        }
    });
    spans
}

/// Every name that a source gives to something.
fn declared(unit: &CompilationUnit) -> HashSet<SmolStr> {
    let mut names: HashSet<SmolStr> = HashSet::new();
    for import in &unit.imports {
        let simple = import.alias.as_ref().map_or(import.name.simple(), |alias| &alias.name);
        names.insert(simple.into());
    }
    walk(unit, &mut |node| match node {
        Node::Stmt(statement) => match &*statement.kind {
            StmtKind::Variables(decl) => names.extend(decl.variables.iter().map(|v| v.name.name.clone())),
            StmtKind::MultiVariables(decl) => names.extend(decl.variables.iter().map(|(_, name)| name.name.clone())),
            StmtKind::ForIn(looping) => {
                names.insert(looping.name.name.clone());
            }
            StmtKind::Try(tried) => names.extend(tried.catches.iter().map(|catch| catch.name.name.clone())),
            StmtKind::Method(method) => {
                names.insert(method.name.name.clone());
                names.extend(method.params.iter().map(|param| param.name.name.clone()));
            }
            StmtKind::Class(class) => class_names(&class.name.name, &class.body.members, &mut names),
            _ => {}
        },
        Node::Expr(expr) => match &*expr.kind {
            ExprKind::Closure(closure) => {
                names.extend(closure.params.iter().flatten().map(|param| param.name.name.clone()));
            }
            ExprKind::Lambda(lambda) => names.extend(lambda.params.iter().map(|param| param.name.name.clone())),
            ExprKind::Assign(target, ..) => match &*target.kind {
                ExprKind::Name(name) => {
                    names.insert(name.clone());
                }
                ExprKind::Path(_, links) => names.extend(links.last().and_then(member_name).cloned()),
                _ => {}
            },
            ExprKind::New(new) => class_names("", new.body.iter().flat_map(|body| &body.members), &mut names),
            ExprKind::Map(items) => names.extend(items.iter().filter_map(key)),
            ExprKind::Call(call) => names.extend(call.args.items.iter().filter_map(named)),
            _ => {}
        },
        Node::Statements(_) | Node::Switch(_) => {}
    });
    names
}

fn class_names<'t>(name: &str, members: impl IntoIterator<Item = &'t ClassMember>, names: &mut HashSet<SmolStr>) {
    names.insert(name.into());
    for member in members {
        match member {
            ClassMember::Method(method) => {
                names.insert(method.name.name.clone());
                names.extend(method.params.iter().map(|param| param.name.name.clone()));
            }
            ClassMember::Constructor(constructor) => {
                names.extend(constructor.params.iter().flatten().map(|param| param.name.name.clone()));
            }
            ClassMember::Field(_, decl) => names.extend(decl.variables.iter().map(|v| v.name.name.clone())),
            ClassMember::Class(class) => class_names(&class.name.name, &class.body.members, names),
            ClassMember::Initializer(..) | ClassMember::Error(_) => {}
        }
    }
}

fn key(item: &MapItem) -> Option<SmolStr> {
    match item {
        MapItem::Entry(key, _) => text(key),
        MapItem::Spread(_) => None,
    }
}

fn named(argument: &Arg) -> Option<SmolStr> {
    match argument {
        Arg::Named(key, _) => text(key),
        _ => None,
    }
}

fn text(key: &Expr) -> Option<SmolStr> {
    match &*key.kind {
        ExprKind::Literal(rovy_parser::ast::Literal::String(text)) => Some(SmolStr::new(text.to_lossy())),
        _ => None,
    }
}
