//! Trees as S-expressions without spans: for goldens, for comparing trees, and for looking at them.
//!
//! ```
//! use rovy_parser::{Options, dump, parse};
//!
//! let unit = parse("println a.b(1) + 2", &Options::default()).unit;
//! assert_eq!(dump(&unit), "(call println (+ (path a (.b 1)) 2))\n");
//! ```

mod declaration;
mod expression;
mod statement;

use crate::ast::*;

/// The tree as text: an S-expression a line for each top-level statement.
#[must_use]
pub fn dump(unit: &CompilationUnit) -> String {
    let mut dump = Dump { out: String::new() };
    if let Some(package) = &unit.package {
        dump.annotations(&package.annotations);
        dump.line(|dump| dump.list("package", |dump| dump.atom(&package.name.name)));
    }
    for import in &unit.imports {
        dump.line(|dump| dump.import(import));
    }
    for stmt in &unit.statements {
        dump.line(|dump| dump.stmt(stmt));
    }
    dump.out
}

struct Dump {
    out: String,
}

impl Dump {
    fn line(&mut self, write: impl FnOnce(&mut Self)) {
        write(self);
        self.out.push('\n');
    }

    /// `(name …)`
    fn list(&mut self, name: &str, write: impl FnOnce(&mut Self)) {
        self.space();
        self.out.push('(');
        self.out.push_str(name);
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || write(self));
        self.out.push(')');
    }

    fn atom(&mut self, text: &str) {
        self.space();
        self.out.push_str(text);
    }

    fn debug(&mut self, value: &impl std::fmt::Debug) {
        self.atom(&format!("{value:?}"));
    }

    /// A space, but at the start of a list or line.
    fn space(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with(['(', '\n', ' ']) {
            self.out.push(' ');
        }
    }

    fn import(&mut self, import: &Import) {
        self.list(if import.is_static { "import-static" } else { "import" }, |dump| {
            dump.annotations(&import.annotations);
            let star = if import.star { ".*" } else { "" };
            dump.atom(&format!("{}{star}", import.name.name));
            import
                .alias
                .iter()
                .for_each(|alias| dump.list("as", |dump| dump.atom(&alias.name)));
        });
    }

    fn type_ref(&mut self, ty: &TypeRef) {
        self.annotations(&ty.annotations);
        let dims = "[]".repeat(ty.dims as usize);
        match &ty.args {
            None => self.atom(&format!("{}{dims}", ty.name.name)),
            Some(args) => {
                self.list(&format!("{}{dims}<>", ty.name.name), |dump| {
                    args.iter().for_each(|arg| dump.type_arg(arg))
                });
            }
        }
    }

    fn type_arg(&mut self, arg: &TypeArg) {
        match arg {
            TypeArg::Type(ty) => self.type_ref(ty),
            TypeArg::Wildcard(wildcard) => self.list("?", |dump| {
                dump.annotations(&wildcard.annotations);
                match &wildcard.bound {
                    None => {}
                    Some(WildcardBound::Extends(ty)) => dump.list("extends", |dump| dump.type_ref(ty)),
                    Some(WildcardBound::Super(ty)) => dump.list("super", |dump| dump.type_ref(ty)),
                }
            }),
        }
    }

    fn type_params(&mut self, params: &[TypeParam]) {
        if params.is_empty() {
            return;
        }
        self.list("types", |dump| {
            for param in params {
                dump.annotations(&param.annotations);
                match &param.bounds[..] {
                    [] => dump.atom(&param.name.name),
                    bounds => dump.list(&param.name.name, |dump| bounds.iter().for_each(|ty| dump.type_ref(ty))),
                }
            }
        });
    }
}
