//! Types: what a name means, given the source's own classes, its imports, its package and Groovy's default imports.

use super::Lowering;
use crate::program::{ClassName, TypeName};
use crate::registry::ClassId;
use rovy_parser::ast::{Import, SmolStr, TypeRef};
use rovy_parser::{Diagnostic, Span};

/// Imports, in the order in which they count.
#[derive(Clone, Debug, Default)]
pub struct Imports {
    /// `import a.B as C`: simple name and full name.
    pub single: Vec<(String, String)>,
    /// `import a.*`: packages.
    pub stars: Vec<String>,
    /// `import static a.B.c as d`: name, class, member.
    pub statics: Vec<(String, String, String)>,
    /// `import static a.B.*`: classes.
    pub static_stars: Vec<String>,
}

/// The packages whose classes need no import.
pub(crate) const DEFAULT_PACKAGES: [&str; 6] = [
    "java.lang",
    "java.util",
    "java.io",
    "java.net",
    "groovy.lang",
    "groovy.util",
];
/// The classes that need no import beside them.
const DEFAULT_CLASSES: [(&str, &str); 2] = [
    ("BigInteger", "java.math.BigInteger"),
    ("BigDecimal", "java.math.BigDecimal"),
];

/// Whether a class needs no import though its package does.
pub(crate) fn is_default_class(full: &str) -> bool {
    DEFAULT_CLASSES.iter().any(|(_, class)| *class == full)
}

/// How far up nested classes are looked for; a circle of superclasses ends there.
const MAX_SUPERTYPES: u32 = 64;

impl Lowering<'_> {
    /// Takes a source's import in; an unknown class is an error at its place.
    pub(super) fn add_import(&mut self, import: &Import) {
        let name = import.name.name.to_string();
        match (import.is_static, import.star) {
            (false, true) => self.imports.stars.push(name),
            (true, true) => {
                if self.known_class(&name).is_none() {
                    self.unknown_class(import.span, &name);
                }
                let class = self.known_class(&name).unwrap_or(name);
                self.tell_absent(import.span, &class);
                self.imports.static_stars.push(class);
            }
            (false, false) => {
                let simple = import
                    .alias
                    .as_ref()
                    .map_or(import.name.simple(), |a| &a.name)
                    .to_string();
                let full = match self.known_class(&name) {
                    Some(full) => {
                        self.tell_absent(import.span, &full);
                        full
                    }
                    None => {
                        // Its uses are no further mistakes.
                        self.unknown_class(import.span, &name);
                        name
                    }
                };
                self.imports.single.push((simple, full));
            }
            (true, false) => {
                let (class, member) = name.rsplit_once('.').unwrap_or(("", &name));
                let default = |l: &mut Self| l.resolve_fresh(class).map(|found| l.full_name(&found));
                let Some(full) = self.known_class(class).or_else(|| default(self)) else {
                    return self.unknown_class(import.span, class);
                };
                self.tell_absent(import.span, &full);
                let simple = import.alias.as_ref().map_or(member, |a| &a.name).to_string();
                self.imports.statics.push((simple, full, member.to_string()));
            }
        }
    }

    fn unknown_class(&mut self, span: Span, name: &str) {
        let found = Diagnostic::error("E0201", span, format!("unable to resolve class {name}"));
        let help = self.resolver.advice_on_class(name);
        self.errors.push(Diagnostic { help, ..found });
    }

    /// Tells of a class that is not there yet, the first time that it is named.
    fn tell_absent(&mut self, span: Span, full: &str) {
        if !self.absent.contains(full) && self.resolver.is_absent(full) {
            self.absent.insert(full.to_string());
            let text = crate::vm::absent::text(full);
            self.errors.push(Diagnostic::warning("W0201", span, text));
        }
    }

    /// The full name under which a dotted name is known: `a.b.Outer.Inner` is `a.b.Outer$Inner`.
    fn known_class(&mut self, name: &str) -> Option<String> {
        let mut candidate = name.to_string();
        loop {
            if self.own.contains_key(&candidate) || self.resolver.is_class(&candidate) {
                return Some(candidate);
            }
            let Some(dot) = candidate.rfind('.') else { break };
            candidate.replace_range(dot..=dot, "$");
        }
        self.resolver.stands_for_absent(name).then(|| name.to_string())
    }

    /// The class that a name as written means.
    pub(super) fn resolve(&mut self, name: &str) -> Option<ClassName> {
        let key = (self.class_stack.last().map(|c| c.index), SmolStr::from(name));
        if let Some(known) = self.resolved.get(&key) {
            return known.clone();
        }
        let found = self.resolve_fresh(name);
        self.resolved.insert(key, found.clone());
        found
    }

    fn resolve_fresh(&mut self, name: &str) -> Option<ClassName> {
        if let Some((first, rest)) = name.split_once('.') {
            let full = self.known_class(name);
            if let Some(full) = full {
                return Some(self.class_name(&full));
            }
            // `Outer.Inner` of a class that is known by its simple name.
            let outer = self.resolve(first)?;
            let full = format!("{}${}", self.full_name(&outer), rest.replace('.', "$"));
            return self.known_class(&full).map(|full| self.class_name(&full));
        }
        let nested = self.class_stack.iter().rev().map(|c| c.index).collect::<Vec<_>>();
        for class in nested {
            let mut around = self.classes.get(class as usize).map(|c| c.name.to_string());
            while let Some(outer) = around {
                if let Some(own) = self.own.get(&format!("{outer}${name}")) {
                    return Some(ClassName::Own(*own));
                }
                around = outer.rfind('$').map(|at| outer[..at].to_string());
            }
            if let Some(inherited) = self.inherited_class(class, name, MAX_SUPERTYPES) {
                return Some(inherited);
            }
        }
        let in_package = if self.package.is_empty() {
            name.to_string()
        } else {
            format!("{}.{name}", self.package)
        };
        if let Some(own) = self.own.get(&in_package) {
            return Some(ClassName::Own(*own));
        }
        if let Some((_, full)) = self.imports.single.iter().rev().find(|(simple, _)| simple == name) {
            let full = full.clone();
            return Some(self.class_name(&full));
        }
        if let Some((_, class, member)) = self.imports.statics.iter().find(|(simple, _, _)| simple == name) {
            let nested = format!("{class}${member}");
            if self.own.contains_key(&nested) || self.resolver.is_class(&nested) {
                return Some(self.class_name(&nested));
            }
        }
        // Files under the roots are named like classes; only a capital may name one without an import.
        if name.starts_with(char::is_uppercase) && self.resolver.is_class(&in_package) {
            return Some(self.class_name(&in_package));
        }
        let mut candidates: Vec<String> = self.imports.stars.iter().rev().map(|p| format!("{p}.{name}")).collect();
        candidates.extend(self.imports.stars.iter().map(|p| format!("{p}${name}")));
        candidates.extend(DEFAULT_PACKAGES.iter().map(|p| format!("{p}.{name}")));
        candidates.extend(
            DEFAULT_CLASSES
                .iter()
                .filter(|(simple, _)| *simple == name)
                .map(|(_, full)| full.to_string()),
        );
        let found = candidates.into_iter().find(|full| self.resolver.is_class(full))?;
        Some(self.class_name(&found))
    }

    /// A nested class that one of the source's classes inherits: `Entry` in a class that implements `Map`.
    fn inherited_class(&mut self, class: u32, name: &str, depth: u32) -> Option<ClassName> {
        let template = self.classes.get(class as usize)?;
        let above: Vec<u32> = std::iter::once(template.superclass)
            .chain(template.interfaces.iter().copied())
            .collect();
        for ty in above {
            let found = match self.types.get(ty as usize).map(|t| t.class.clone()) {
                Some(ClassName::Own(own)) if own != class => {
                    let nested = format!("{}${name}", self.classes.get(own as usize)?.name);
                    match self.own.get(&nested) {
                        Some(nested) => Some(ClassName::Own(*nested)),
                        None => self.inherited_class(own, name, depth.checked_sub(1)?),
                    }
                }
                Some(ClassName::Other(full)) if &*full != "java.lang.Object" => self
                    .resolver
                    .nested_class(&full, name)
                    .map(|nested| ClassName::Other(nested.into())),
                _ => None,
            };
            if found.is_some() {
                return found;
            }
        }
        None
    }

    fn class_name(&self, full: &str) -> ClassName {
        match self.own.get(full) {
            Some(own) => ClassName::Own(*own),
            None => ClassName::Other(full.into()),
        }
    }

    /// The full name of a class.
    pub(super) fn full_name(&self, class: &ClassName) -> String {
        match class {
            ClassName::Own(own) => self
                .classes
                .get(*own as usize)
                .map_or(String::new(), |c| c.name.to_string()),
            ClassName::Other(name) => name.to_string(),
        }
    }

    /// The place of a type in the program's table.
    pub(super) fn type_place(&mut self, class: ClassName, dimensions: u32) -> u32 {
        let ty = TypeName { class, dimensions };
        if let Some(index) = self.type_index.get(&ty) {
            return *index;
        }
        let index = self.types.len() as u32;
        self.types.push(ty.clone());
        self.type_index.insert(ty, index);
        index
    }

    /// A native type by its full name.
    pub(super) fn native_type(&mut self, name: &str) -> u32 {
        self.type_place(ClassName::Other(name.into()), 0)
    }

    /// One of the source's own classes.
    pub(super) fn own_type(&mut self, index: u32) -> u32 {
        self.type_place(ClassName::Own(index), 0)
    }

    /// A type as written; an unknown class is an error at its place, and a type parameter is `Object`.
    pub(super) fn ty(&mut self, ty: &TypeRef) -> u32 {
        let name = &ty.name.name;
        self.check_dimensions(ty.dims, ty.span);
        if ty.primitive().is_some() || name == "void" {
            return self.type_place(ClassName::Other(name.as_str().into()), ty.dims);
        }
        if name == "def" || name == "var" {
            return self.type_place(ClassName::Other("java.lang.Object".into()), ty.dims);
        }
        match self.resolve(name) {
            Some(class) => {
                if let ClassName::Other(full) = &class {
                    self.tell_absent(ty.span, full);
                }
                self.type_place(class, ty.dims)
            }
            None if is_type_param(name) || self.is_class_type_param(name) => {
                self.type_place(ClassName::Other("java.lang.Object".into()), ty.dims)
            }
            None => {
                if let Some(full) = self.absent_below_star(name) {
                    self.tell_absent(ty.span, &full);
                    return self.type_place(ClassName::Other(full.into()), ty.dims);
                }
                self.unknown_class(ty.span, name);
                self.native_type("java.lang.Object")
            }
        }
    }

    /// Arrays can have only so many dimensions.
    pub(super) fn check_dimensions(&mut self, dimensions: u32, span: Span) {
        if dimensions > ClassId::MAX_DIMENSIONS {
            let text = format!(
                "arrays of more than {} dimensions are not supported: put arrays into a list",
                ClassId::MAX_DIMENSIONS
            );
            self.error("E0306", span, text);
        }
    }

    /// The full name of a type that may come from a package whose classes are not there yet: `import org.forgerock.json.*`.
    fn absent_below_star(&mut self, name: &str) -> Option<String> {
        if name.contains('.') {
            return None;
        }
        let candidates: Vec<String> = self.imports.stars.iter().rev().map(|p| format!("{p}.{name}")).collect();
        candidates
            .into_iter()
            .find(|full| self.resolver.stands_for_absent(full))
    }

    /// A type that converts what is assigned: none for `Object`, `def` and `var`.
    pub(super) fn converting(&mut self, ty: Option<&TypeRef>) -> Option<u32> {
        let place = self.ty(ty?);
        let object = TypeName {
            class: ClassName::Other("java.lang.Object".into()),
            dimensions: 0,
        };
        (self.types.get(place as usize) != Some(&object)).then_some(place)
    }

    /// The member that a static import gives a name: class and member.
    pub(super) fn static_import(&mut self, name: &str) -> Option<(ClassName, String)> {
        if let Some((_, class, member)) = self.imports.statics.iter().find(|(simple, _, _)| simple == name) {
            let (class, member) = (class.clone(), member.clone());
            return Some((self.class_name(&class), member));
        }
        let stars = self.imports.static_stars.clone();
        let found = stars.into_iter().find(|class| self.resolver.has_static(class, name))?;
        Some((self.class_name(&found), name.to_string()))
    }

    /// Whether a class around declares a type parameter of a name.
    fn is_class_type_param(&self, name: &str) -> bool {
        self.class_stack.iter().any(|c| c.type_params.iter().any(|p| p == name))
    }

    /// Whether a static import may give a name.
    pub(super) fn has_static_import(&self, name: &str) -> bool {
        !self.imports.static_stars.is_empty() || self.imports.statics.iter().any(|(simple, _, _)| simple == name)
    }
}

/// Whether a name that no class has is taken for a type parameter: a single capital.
fn is_type_param(name: &str) -> bool {
    name.len() == 1 && name.chars().all(|c| c.is_ascii_uppercase())
}
