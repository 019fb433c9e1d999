//! `Possible solutions: …`: members whose names and parameters are near to what is missing, ranked as `MethodRankHelper` does.
//!
//! The list is worked out when a message is first read: builders miss methods all the time without anyone reading why.

use super::super::Vm;
use super::super::script_class::ScriptClass;
use super::candidates::signatures;
use crate::jdk::throwables;
use crate::program::{BodyKind, Visibility};
use crate::registry::{Class, ClassId, Kind, Member};
use crate::value::{Str, Throwable, Value};
use rustc_hash::FxHashSet;
use std::rc::Rc;

/// What an insertion, a deletion or another character costs.
const EDIT: usize = 10;
/// What two characters that changed places, or one in the other case, cost.
const SLIP: usize = 5;
/// How far a method may be from what was called.
const FARTHEST_METHOD: usize = 50;
/// How far a property may be from what was asked for.
const FARTHEST_PROPERTY: usize = 30;
/// How many are named.
const NAMED: usize = 6;

/// A method that a message may name.
struct Suggestion {
    name: Rc<str>,
    returns: Rc<str>,
    params: Vec<ClassId>,
}

impl Vm {
    /// `getMessage()` of a throwable: what it was made with, for missing members with what is near to them.
    pub fn message(&mut self, throwable: &Throwable) -> Option<Rc<Str>> {
        if throwable.lacks_solutions.replace(false)
            && let Some(solutions) = self.solutions(throwable)
        {
            let text = throwable.message.borrow().as_ref().map(|m| m.text().into_owned());
            let text = format!("{}\nPossible solutions: {solutions}", text.unwrap_or_default());
            throwable.message.replace(Some(Str::new(&text)));
        }
        throwable.message.borrow().clone()
    }

    fn solutions(&mut self, throwable: &Throwable) -> Option<String> {
        let class = throwable.detail("type")?.as_class()?;
        if throwable.class == throwables::MISSING_PROPERTY_EXCEPTION.id() {
            let name = throwable.detail("property")?;
            return self.near_properties(class, &self.to_text_of(&name)?);
        }
        let name = throwable.detail("method")?;
        let arguments = match throwable.detail("arguments")? {
            Value::Array(arguments) => Value::classes(&arguments.to_vec()),
            _ => Vec::new(),
        };
        self.near_methods(class, &self.to_text_of(&name)?, &arguments)
    }

    fn to_text_of(&self, name: &Value) -> Option<String> {
        match name {
            Value::Str(text) => Some(text.text().into_owned()),
            _ => None,
        }
    }

    fn near_methods(&mut self, class: ClassId, name: &str, arguments: &[ClassId]) -> Option<String> {
        let name: Vec<u16> = name.encode_utf16().collect();
        let mut ranked: Vec<(usize, Suggestion)> = Vec::new();
        for suggestion in self.suggestions(class) {
            let candidate: Vec<u16> = suggestion.name.encode_utf16().collect();
            let params: Vec<ClassId> = suggestion.params.iter().map(|p| p.boxed()).collect();
            let score = distance(&name, &candidate, letter_cost, swapped_letters)
                + distance(
                    arguments,
                    &params,
                    |a, b| if same_class(*a, *b) { 0 } else { EDIT },
                    |a, b| (same_class(a.0, b.1) && same_class(a.1, b.0)).then_some(SLIP),
                );
            if score <= FARTHEST_METHOD {
                ranked.push((score, suggestion));
            }
        }
        ranked.sort_by_key(|(score, _)| *score);
        let named = ranked.iter().take(NAMED).map(|(_, s)| {
            let params: Vec<String> = s.params.iter().map(|p| self.class_name(*p).to_string()).collect();
            format!("{}({})", s.name, params.join(", "))
        });
        let named: Vec<String> = named.collect();
        (!named.is_empty()).then(|| named.join(", "))
    }

    fn near_properties(&mut self, class: ClassId, name: &str) -> Option<String> {
        let name: Vec<u16> = name.encode_utf16().collect();
        let mut ranked: Vec<(usize, String)> = Vec::new();
        for property in self.property_names(class) {
            let candidate: Vec<u16> = property.encode_utf16().collect();
            let score = distance(&name, &candidate, letter_cost, swapped_letters);
            if (1..=FARTHEST_PROPERTY).contains(&score) {
                ranked.push((score, property));
            }
        }
        ranked.sort_by_key(|(score, _)| *score);
        let named: Vec<String> = ranked.into_iter().take(NAMED).map(|(_, name)| name).collect();
        (!named.is_empty()).then(|| named.join(", "))
    }

    /// The methods of a class in the order of its metaclass: Java's own from `Object` downwards, then what Groovy adds.
    /// A closure's metaclass knows what Groovy adds twice, and of the closure only `doCall`.
    fn suggestions(&mut self, class: ClassId) -> Vec<Suggestion> {
        let mut levels = self.superclasses(class);
        levels.reverse();
        let added = self.added_suggestions(class, &levels);
        if self.is_subclass(class, ClassId::CLOSURE) {
            let own = self.closure_calls(class);
            let again = self.added_suggestions(class, &levels);
            return added.into_iter().chain(own).chain(again).collect();
        }
        let mut out = Vec::new();
        let mut seen: Vec<ClassId> = Vec::new();
        for level in levels {
            let mut own = match self.script_class(level).cloned() {
                Some(script) => self.script_suggestions(&script),
                None => self.native_suggestions(level, &mut seen),
            };
            self.order(&mut own);
            out.append(&mut own);
        }
        out.extend(added);
        out
    }

    /// What Groovy adds to a class, its superclasses first, then to its interfaces.
    fn added_suggestions(&self, class: ClassId, levels: &[ClassId]) -> Vec<Suggestion> {
        let interfaces = self.lineage(class).into_iter().filter(|c| self.is_interface(*c));
        let mut out = Vec::new();
        for id in levels.iter().copied().chain(interfaces) {
            let Some(native) = self.registry.by_id(id) else {
                continue;
            };
            let methods = native.groovy.iter().filter(|m| m.kind != Kind::Static);
            let mut methods: Vec<Suggestion> = methods.map(|m| self.suggestion(m)).collect();
            self.order(&mut methods);
            out.append(&mut methods);
            let statics = native.groovy.iter().filter(|m| m.kind == Kind::Static);
            out.extend(statics.map(|m| self.suggestion(m)));
        }
        out
    }

    /// `doCall` with a closure's parameters; one with the implicit `it` has it with and without.
    fn closure_calls(&self, class: ClassId) -> Vec<Suggestion> {
        let closure = self.script_class(class).and_then(|c| c.closure.as_ref());
        let Some((unit, body)) = closure.and_then(|(unit, body)| Some((unit.upgrade()?, *body))) else {
            return Vec::new();
        };
        let object = ClassId::OBJECT;
        let body = unit.body(body);
        let params = body
            .params
            .iter()
            .map(|p| p.ty.map_or(object, |t| unit.class(t)))
            .collect();
        let forms = match body.kind {
            BodyKind::ImplicitIt => vec![Vec::new(), vec![object]],
            _ => vec![params],
        };
        let form = |params| Suggestion {
            name: "doCall".into(),
            returns: self.class_name(object),
            params,
        };
        forms.into_iter().map(form).collect()
    }

    /// A native class's own methods and those of its interfaces that no superclass has: Java's classes implement them.
    fn native_suggestions(&self, class: ClassId, seen: &mut Vec<ClassId>) -> Vec<Suggestion> {
        let Some(native) = self.registry.by_id(class) else {
            return Vec::new();
        };
        let mut out = Vec::new();
        let mut waiting: Vec<&'static Class> = vec![native];
        while let Some(next) = waiting.pop() {
            if seen.contains(&next.id()) {
                continue;
            }
            seen.push(next.id());
            let methods = next.members.iter();
            let methods =
                methods.filter(|m| matches!(m.kind, Kind::Method | Kind::Static | Kind::Required | Kind::Never));
            for method in methods.filter(|m| m.signature.contains('(') && m.kind != Kind::Constructor) {
                let suggestion = self.suggestion(method);
                if !out
                    .iter()
                    .any(|o: &Suggestion| o.name == suggestion.name && o.params == suggestion.params)
                {
                    out.push(suggestion);
                }
            }
            waiting.extend(next.implements);
        }
        out
    }

    /// A script class's public methods, with the getters and setters of its properties and what the compiler adds.
    fn script_suggestions(&self, script: &ScriptClass) -> Vec<Suggestion> {
        let mut out = Vec::new();
        let methods = script.methods.values().flatten();
        for method in methods.filter(|m| m.visibility == Visibility::Public) {
            for signature in signatures(method) {
                out.push(Suggestion {
                    name: method.name.clone(),
                    returns: self.class_name(method.returns),
                    params: signature.params.to_vec(),
                });
            }
        }
        self.property_suggestions(script, &mut out);
        let mut compiled = |name: &str, returns: &str, params: Vec<ClassId>| {
            out.push(Suggestion {
                name: name.into(),
                returns: returns.into(),
                params,
            });
        };
        if !script.is_interface() {
            compiled("$getLookup", "java.lang.invoke.MethodHandles$Lookup", Vec::new());
            compiled("getMetaClass", "groovy.lang.MetaClass", Vec::new());
        }
        if self.is_subclass(script.id, ClassId::SCRIPT_CLASS) {
            compiled("run", &self.class_name(ClassId::OBJECT), Vec::new());
            compiled("main", "void", vec![ClassId::STRING.array()]);
        }
        out
    }

    /// The getters and setters of a script class's properties, where no method stands for them.
    fn property_suggestions(&self, script: &ScriptClass, out: &mut Vec<Suggestion>) {
        let own = script.fields.iter().filter(|f| f.class == script.id);
        let mut known: FxHashSet<(Rc<str>, Vec<ClassId>)> =
            out.iter().map(|o| (o.name.clone(), o.params.clone())).collect();
        for field in own
            .chain(script.statics.iter().map(|s| &s.field))
            .filter(|f| f.is_property)
        {
            let capital = super::accessor("", &field.name);
            let returns = self.class_name(field.ty);
            let mut accessor = |prefix: &str, returns: &Rc<str>, params: Vec<ClassId>| {
                let name: Rc<str> = format!("{prefix}{capital}").into();
                if known.insert((name.clone(), params.clone())) {
                    out.push(Suggestion {
                        name,
                        returns: returns.clone(),
                        params,
                    });
                }
            };
            accessor("get", &returns, Vec::new());
            if field.ty == ClassId::PRIMITIVE_BOOLEAN {
                accessor("is", &returns, Vec::new());
            }
            if !field.is_final {
                accessor("set", &"void".into(), vec![field.ty]);
            }
        }
    }

    fn suggestion(&self, member: &'static Member) -> Suggestion {
        Suggestion {
            name: member.name().into(),
            returns: self.class_name(self.signature_type(member.returns())),
            params: self.native_signature(member).params.to_vec(),
        }
    }

    /// The order of a class's methods: by name, result, number of parameters, their types.
    fn order(&self, methods: &mut [Suggestion]) {
        let names = |s: &Suggestion| -> Vec<Rc<str>> { s.params.iter().map(|p| self.class_name(*p)).collect() };
        methods.sort_by(|a, b| {
            (&a.name, &a.returns, a.params.len())
                .cmp(&(&b.name, &b.returns, b.params.len()))
                .then_with(|| names(a).cmp(&names(b)))
        });
    }

    /// The properties of a class in the order of its metaclass: fields, getters by name, static ones.
    fn property_names(&mut self, class: ClassId) -> Vec<String> {
        let mut levels = self.superclasses(class);
        levels.reverse();
        let (mut fields, mut getters, mut statics) = (Vec::new(), vec!["class".to_string()], Vec::new());
        for level in levels {
            match self.script_class(level).cloned() {
                Some(script) => {
                    let visible = |f: &&crate::vm::script_class::Field| {
                        f.class == level && (level == class || (!f.is_property && f.visibility != Visibility::Private))
                    };
                    fields.extend(script.fields.iter().filter(visible).map(|f| f.name.to_string()));
                    let inherited = script.fields.iter().filter(|f| f.is_property && level != class);
                    getters.extend(inherited.map(|f| f.name.to_string()));
                    let own = script.statics.iter().map(|s| s.field.name.to_string());
                    if level == class {
                        fields.extend(own);
                    } else {
                        statics.extend(own);
                    }
                    for method in script.methods.values().flatten() {
                        let names = if method.is_static { &mut statics } else { &mut getters };
                        names.extend(property_of(&method.name, method.params.len(), method.returns));
                    }
                }
                None => self.native_property_names(level, &mut fields, &mut getters),
            }
        }
        getters.sort();
        statics.sort();
        let mut out: Vec<String> = Vec::new();
        for name in fields.into_iter().chain(getters).chain(statics) {
            if name != "metaClass" && !out.contains(&name) {
                out.push(name);
            }
        }
        out
    }

    fn native_property_names(&self, class: ClassId, fields: &mut Vec<String>, getters: &mut Vec<String>) {
        let Some(native) = self.registry.by_id(class) else {
            return;
        };
        for found in self
            .registry
            .members(native)
            .all()
            .filter(|f| f.class.id() == class || f.class.interface)
        {
            let member = found.member;
            match member.kind {
                Kind::Constant | Kind::Property if found.class.id() == class => fields.push(member.name().into()),
                Kind::Method | Kind::Required if !found.class.groovy.iter().any(|g| std::ptr::eq(g, member)) => {
                    let returns = self.signature_type(member.returns());
                    getters.extend(property_of(member.name(), member.params().count(), returns));
                }
                _ => {}
            }
        }
        fields.extend(native.constants.iter().map(ToString::to_string));
    }
}

/// The property that a method reads or sets.
fn property_of(method: &str, params: usize, returns: ClassId) -> Option<String> {
    let name = match params {
        0 => method.strip_prefix("get").or_else(|| {
            method
                .strip_prefix("is")
                .filter(|_| returns == ClassId::PRIMITIVE_BOOLEAN)
        }),
        1 => method.strip_prefix("set"),
        _ => None,
    }?;
    let mut letters = name.chars();
    let first = letters.next()?;
    let rest = letters.as_str();
    if rest.chars().next().is_some_and(char::is_uppercase) {
        return Some(name.into());
    }
    first.is_uppercase().then(|| format!("{}{rest}", first.to_lowercase()))
}

/// Null's class is like no other, not even itself.
fn same_class(a: ClassId, b: ClassId) -> bool {
    a == b && a != ClassId::NULL
}

fn letter_cost(a: &u16, b: &u16) -> usize {
    match a == b {
        true => 0,
        false if is_lower(*a) != is_lower(*b) && lower(*a) == lower(*b) => SLIP,
        false => EDIT,
    }
}

/// The cost of two letters that changed places, each more where its case changed too.
fn swapped_letters(a: (u16, u16), b: (u16, u16)) -> Option<usize> {
    let changed = |x: u16, y: u16| if is_lower(x) != is_lower(y) { SLIP } else { 0 };
    (lower(a.1) == lower(b.0) && lower(a.0) == lower(b.1)).then(|| SLIP + changed(a.1, b.0) + changed(a.0, b.1))
}

fn letter(unit: u16) -> char {
    char::from_u32(u32::from(unit)).unwrap_or_default()
}

fn is_lower(unit: u16) -> bool {
    letter(unit).is_lowercase()
}

fn lower(unit: u16) -> char {
    letter(unit).to_lowercase().next().unwrap_or_default()
}

/// The Damerau-Levenshtein distance with Groovy's costs; from nothing, a step for each thing that is there.
fn distance<T: Copy>(
    from: &[T],
    to: &[T],
    cost: impl Fn(&T, &T) -> usize,
    swapped: impl Fn((T, T), (T, T)) -> Option<usize>,
) -> usize {
    if from.is_empty() || to.is_empty() {
        return from.len() + to.len();
    }
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=from.len()).map(|i| i * EDIT).collect();
    for (j, b) in to.iter().enumerate() {
        let mut row = Vec::with_capacity(above.len());
        let mut left = (j + 1) * EDIT;
        row.push(left);
        for (i, (a, pair)) in from.iter().zip(above.windows(2)).enumerate() {
            let [diagonal, up] = pair else { continue };
            left = (left + EDIT).min(up + EDIT).min(diagonal + cost(a, b));
            if let (Some(a0), Some(b0)) = (previous(from, i), previous(to, j))
                && let Some(cost) = swapped((a0, *a), (b0, *b))
            {
                let earlier = before
                    .get(i.wrapping_sub(1))
                    .copied()
                    .unwrap_or(usize::MAX - EDIT - SLIP);
                left = left.min(earlier + cost);
            }
            row.push(left);
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().unwrap_or_default()
}

fn previous<T: Copy>(items: &[T], at: usize) -> Option<T> {
    items.get(at.checked_sub(1)?).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(a: &str, b: &str) -> usize {
        let units = |s: &str| s.encode_utf16().collect::<Vec<u16>>();
        distance(&units(a), &units(b), letter_cost, swapped_letters)
    }

    #[test]
    fn names_are_as_far_apart_as_groovy_says() {
        assert_eq!(names("name", "name"), 0);
        assert_eq!(names("nam", "name"), 10);
        assert_eq!(names("naem", "name"), 5);
        assert_eq!(names("Name", "name"), 5);
        assert_eq!(names("call", "any"), 30);
        assert_eq!(names("", "any"), 3);
    }

    #[test]
    fn getters_and_setters_name_properties() {
        let object = ClassId::OBJECT;
        assert_eq!(property_of("getName", 0, object).as_deref(), Some("name"));
        assert_eq!(property_of("getURL", 0, object).as_deref(), Some("URL"));
        assert_eq!(property_of("isOpen", 0, object), None);
        assert_eq!(
            property_of("isOpen", 0, ClassId::PRIMITIVE_BOOLEAN).as_deref(),
            Some("open")
        );
        assert_eq!(property_of("settle", 1, object), None);
    }
}
