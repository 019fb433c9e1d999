//! Lowering: a syntax tree becomes a [`Program`].
//!
//! Names become slots ([`scope`]), captured variables cells ([`captured`]), types places in a table ([`types`]), constants
//! prebuilt values ([`literals`]). Expressions are lowered in [`expr`], [`path`], [`operators`] and [`assign`], and printed in
//! [`expression_text`]; statements in [`stmt`], closures in [`closure`], classes in [`class`].

mod assign;
mod captured;
mod choices;
mod class;
mod closure;
mod declared;
mod expr;
mod expression_text;
mod literals;
mod operators;
mod path;
mod scope;
mod stmt;
mod types;

pub use types::Imports;
pub(crate) use types::{DEFAULT_PACKAGES, is_default_class};

use crate::eval::calls::Name;
use crate::eval::statements::Empty;
use crate::eval::traces::{Answer, Traced};
use crate::eval::{N, constants};
use crate::program::{Body, BodyId, BodyKind, ClassName, ClassTemplate, Constant, Program, TypeName};
use rovy_parser::ast::{Arg, Arguments, CompilationUnit, Expr, ExprKind, SmolStr};
use rovy_parser::{Diagnostic, LineMap, Span};
use rustc_hash::{FxHashMap, FxHashSet};
use scope::{BodyScope, ClassScope};
use std::sync::Arc;

/// Who knows which classes there are.
pub trait Resolver {
    /// Whether there is a class of a full name (`java.util.Map`, `java.util.Map$Entry`), loading its file if need be.
    fn is_class(&mut self, name: &str) -> bool;
    /// Whether a full name as written is that of a class of the host's that is not there yet; it can be named from now on.
    fn stands_for_absent(&mut self, _name: &str) -> bool {
        false
    }
    /// Whether a class can only be named, since it is not there yet.
    fn is_absent(&mut self, _name: &str) -> bool {
        false
    }
    /// What to do about a class name that means nothing, if there is anything to say.
    fn advice_on_class(&mut self, _name: &str) -> Option<String> {
        None
    }
    /// The abstract method without parameters that a superclass of scripts leaves to their body.
    fn open_method(&mut self, _class: &str) -> Option<String> {
        None
    }
    /// Whether a class is an interface.
    fn is_interface(&mut self, name: &str) -> bool;
    /// The full name of a nested class that a class declares or inherits: `java.util.Map$Entry` for `java.util.HashMap`.
    fn nested_class(&mut self, class: &str, name: &str) -> Option<String>;
    /// Whether a class has a static method, field or constant of a name; for static star imports.
    fn has_static(&mut self, class: &str, member: &str) -> bool;
}

/// What a source is lowered with.
pub struct Options<'a> {
    /// The name of the script's class.
    pub name: &'a str,
    /// The file's name, for stack traces and messages.
    pub file: &'a str,
    /// Imports that every script has, beside Groovy's own.
    pub imports: Imports,
    /// The superclass of the script's class.
    pub base_class: &'a str,
    /// Whether the program tells what answered each name.
    pub trace: bool,
    /// The names of methods whose calls tell where they stand.
    pub placed_calls: &'static [&'static str],
}

/// Lowers a parsed source.
///
/// # Errors
///
/// What keeps it from running: unknown classes, and what else Groovy's compiler rejects.
pub fn lower(
    unit: &CompilationUnit,
    source: &str,
    options: Options,
    resolver: &mut dyn Resolver,
) -> Result<Program, Vec<Diagnostic>> {
    let (name, file, base_class) = (options.name, options.file, options.base_class);
    let mut lowering = Lowering::new(unit, source, options, resolver);
    lowering.unit(unit, base_class);
    lowering.name_closures();
    if lowering.errors.iter().any(Diagnostic::is_error) {
        return Err(lowering.errors);
    }
    let bodies = lowering
        .bodies
        .into_iter()
        .map(|b| Arc::new(b.unwrap_or_else(empty_body)))
        .collect();
    Ok(Program {
        name: name.into(),
        file: file.into(),
        source: source.into(),
        lines: LineMap::new(source),
        bodies,
        constants: lowering.constants,
        names: lowering.names,
        types: lowering.types,
        cast_types: lowering.cast_types,
        spread_sites: lowering.spread_sites,
        sites: lowering.sites,
        classes: lowering.classes,
        warnings: lowering.errors,
    })
}

fn empty_body() -> Body {
    Body {
        name: "".into(),
        class: 0,
        kind: BodyKind::Method,
        slots: 0,
        params: Vec::new(),
        ordered_params: true,
        typed_params: false,
        varargs: false,
        captures: 0,
        code: Box::new(Empty),
        span: Span::default(),
    }
}

/// The state of lowering one source.
struct Lowering<'a> {
    source: &'a str,
    resolver: &'a mut dyn Resolver,
    imports: Imports,
    package: String,
    script_name: String,
    bodies: Vec<Option<Body>>,
    constants: Vec<Constant>,
    constant_index: FxHashMap<String, u32>,
    names: Vec<Arc<str>>,
    name_index: FxHashMap<SmolStr, u32>,
    types: Vec<TypeName>,
    type_index: FxHashMap<TypeName, u32>,
    cast_types: FxHashMap<u32, Box<[Option<u32>]>>,
    spread_sites: FxHashSet<u32>,
    sites: u32,
    classes: Vec<ClassTemplate>,
    /// The source's own classes by full name.
    own: FxHashMap<String, u32>,
    /// What simple names were found to mean in a class; none for no class.
    resolved: FxHashMap<(Option<u32>, SmolStr), Option<ClassName>>,
    /// The classes that are not there yet and were told of.
    absent: FxHashSet<String>,
    /// The bodies that are being lowered, innermost last.
    stack: Vec<BodyScope>,
    class_stack: Vec<ClassScope>,
    labels: Vec<(SmolStr, u32)>,
    next_label: u32,
    /// Whether values are noted for a power assert.
    noting: bool,
    /// Whether names tell what answered them.
    trace: bool,
    /// The names of methods whose calls tell where they stand.
    placed_calls: &'static [&'static str],
    errors: Vec<Diagnostic>,
    /// The names of all methods of the source.
    method_names: FxHashSet<SmolStr>,
    /// The closures in the order of the text; they are named at the end.
    closures: Vec<closure::Unnamed>,
    /// How many anonymous classes a class has had, for their names.
    anonymous: FxHashMap<u32, u32>,
}

impl<'a> Lowering<'a> {
    /// What the checks of the tree find is known already.
    fn new(unit: &CompilationUnit, source: &'a str, options: Options, resolver: &'a mut dyn Resolver) -> Lowering<'a> {
        Lowering {
            source,
            resolver,
            imports: options.imports,
            package: String::new(),
            script_name: options.name.into(),
            bodies: Vec::new(),
            constants: Vec::new(),
            constant_index: FxHashMap::default(),
            names: Vec::new(),
            name_index: FxHashMap::default(),
            types: Vec::new(),
            type_index: FxHashMap::default(),
            cast_types: FxHashMap::default(),
            spread_sites: FxHashSet::default(),
            sites: 0,
            classes: Vec::new(),
            own: FxHashMap::default(),
            resolved: FxHashMap::default(),
            absent: FxHashSet::default(),
            stack: Vec::new(),
            class_stack: Vec::new(),
            labels: Vec::new(),
            next_label: 1,
            noting: false,
            trace: options.trace,
            placed_calls: options.placed_calls,
            errors: crate::check::check(unit),
            method_names: declared::method_names(unit),
            closures: Vec::new(),
            anonymous: FxHashMap::default(),
        }
    }
}

impl Lowering<'_> {
    fn error(&mut self, code: &'static str, span: Span, message: impl Into<String>) {
        self.errors.push(Diagnostic::error(code, span, message));
    }

    /// The place of a name in the program's table.
    fn name(&mut self, text: &str) -> u32 {
        if let Some(index) = self.name_index.get(text) {
            return *index;
        }
        let index = self.names.len() as u32;
        self.names.push(text.into());
        self.name_index.insert(text.into(), index);
        index
    }

    /// A fresh site.
    fn site(&mut self) -> u32 {
        self.sites += 1;
        self.sites - 1
    }

    /// A name with a site of its own.
    fn named(&mut self, text: &str, span: Span) -> Name {
        Name {
            name: self.name(text),
            site: self.site(),
            span,
        }
    }

    /// [`Lowering::named`] for what is read and written, each at a site of its own: see [`Name::writing`].
    fn named_target(&mut self, text: &str, span: Span) -> Name {
        let named = self.named(text, span);
        self.site();
        named
    }

    /// Tells a call site the types that casts among its arguments name, or that their number is not the same each time.
    fn note_arguments(&mut self, site: u32, args: &Arguments) {
        if args.items.iter().any(|a| matches!(a, Arg::Spread(_))) {
            self.spread_sites.insert(site);
        }
        let ty = |lowering: &mut Self, arg: &Arg| match arg {
            Arg::Positional(expr) => match &*expr.unparenthesized().kind {
                ExprKind::Cast(ty, _) | ExprKind::As(_, ty) => Some(lowering.ty(ty)),
                _ => None,
            },
            _ => None,
        };
        if args.items.iter().all(|a| matches!(a, Arg::Positional(_))) {
            let types: Vec<Option<u32>> = args.items.iter().map(|a| ty(self, a)).collect();
            if types.iter().any(Option::is_some) {
                self.cast_types.insert(site, types.into());
            }
        }
    }

    /// Reserves a place for a body.
    fn new_body(&mut self) -> BodyId {
        self.bodies.push(None);
        BodyId(self.bodies.len() as u32 - 1)
    }

    fn set_body(&mut self, id: BodyId, body: Body) {
        if let Some(slot) = self.bodies.get_mut(id.0 as usize) {
            *slot = Some(body);
        }
    }

    /// Notes a value for a power assert.
    fn noted(&self, node: N, at: Span) -> N {
        if self.noting {
            Box::new(crate::eval::asserts::Noted { node, at: at.start })
        } else {
            node
        }
    }

    /// A name's node that tells what answered it, in a traced program.
    fn traced(&self, node: N, name: &str, span: Span, answer: impl FnOnce() -> Answer) -> N {
        if self.trace {
            Box::new(Traced {
                node,
                name: name.into(),
                span,
                answer: answer(),
            })
        } else {
            node
        }
    }

    /// An expression that is absent is null.
    fn optional(&mut self, expr: Option<&Expr>) -> N {
        match expr {
            Some(expr) => self.expr(expr),
            None => Box::new(constants::Null),
        }
    }
}
