//! What a class offers under a name.

use super::super::Vm;
use super::super::script_class::Method;
use crate::registry::{Call, Class, ClassId, Kind, Member};
use crate::value::Value;
use std::rc::Rc;

/// Something that can be called.
#[derive(Clone)]
pub enum Callable {
    /// A method of a script class.
    Method(Rc<Method>),
    /// A native member.
    Native(&'static Member, &'static dyn Call),
    /// A native member of a class that a script's class extends: it runs on the native instance behind the script's object.
    Inherited(&'static Member, &'static dyn Call),
    /// A member that Java has and Rovy will not have.
    Never(&'static Member),
}

/// The parameters of a callable, as overload choice sees them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Signature {
    /// The types; with variable arguments the last is the array's.
    pub params: Box<[ClassId]>,
    /// Whether the last takes all remaining arguments.
    pub varargs: bool,
}

/// A callable with its signature.
#[derive(Clone)]
pub(crate) struct Candidate {
    pub callable: Callable,
    pub signature: Signature,
    pub is_static: bool,
    /// Whether it is Object's own, so that hooks of the same name do not count.
    pub belongs_to_object: bool,
    /// The class that declares it.
    pub class: ClassId,
}

impl Callable {
    /// A native member as it runs for objects of script classes: Java's own methods on the native instance behind them. What
    /// Groovy adds runs on the objects themselves, so that the methods which their classes override are heard; what `Object`,
    /// `GroovyObject` and `Script` have looks behind them by itself, or must not (`getClass`, `getProperty`).
    pub(super) fn behind_objects(declaring: &Class, member: &'static Member, run: &'static dyn Call) -> Callable {
        let runs_on_objects = matches!(
            declaring.id(),
            ClassId::OBJECT | ClassId::GROOVY_OBJECT | ClassId::SCRIPT_CLASS | ClassId::RECORD
        );
        if member.kind == Kind::Method && !runs_on_objects && declaring.declares(member) {
            Callable::Inherited(member, run)
        } else {
            Callable::Native(member, run)
        }
    }

    /// The type of its result.
    pub(crate) fn returns(&self, vm: &Vm) -> ClassId {
        match self {
            Callable::Method(method) => method.returns,
            Callable::Native(member, _) | Callable::Inherited(member, _) | Callable::Never(member) => {
                vm.signature_type(member.returns())
            }
        }
    }
}

impl Vm {
    /// Everything callable of a name on receivers of a class: its own first, then what it inherits and does not override, then
    /// native members. Default parameters give one candidate for each number of arguments.
    pub(crate) fn candidates(&mut self, class: ClassId, name: &str) -> Rc<[Candidate]> {
        if let Some(known) = self.candidate_cache.get(class, name) {
            return known.clone();
        }
        let mut out: Vec<Candidate> = Vec::new();
        self.script_candidates(class, class, name, &mut out, 0);
        self.native_candidates(class, name, &mut out);
        let found: Rc<[Candidate]> = out.into();
        self.candidate_cache.insert(class, name, found.clone());
        found
    }

    /// Of several traits the last one declared counts. What a property of the class `of` brings is not abstract any more.
    fn script_candidates(&self, of: ClassId, class: ClassId, name: &str, out: &mut Vec<Candidate>, depth: u32) {
        let Some(script) = self.script_class(class) else { return };
        if depth > 256 {
            return;
        }
        for method in script.methods.get(name).into_iter().flatten() {
            if method.is_abstract && of != class && self.has_accessor(of, name, method.params.len()) {
                continue;
            }
            for signature in signatures(method) {
                add(
                    out,
                    Candidate {
                        callable: Callable::Method(method.clone()),
                        signature,
                        is_static: method.is_static,
                        belongs_to_object: false,
                        class,
                    },
                );
            }
        }
        for interface in script.interfaces.iter().rev().filter(|i| self.is_trait(**i)) {
            self.script_candidates(of, *interface, name, out, depth + 1);
        }
        self.script_candidates(of, script.superclass, name, out, depth + 1);
        for interface in &script.interfaces {
            self.script_candidates(of, *interface, name, out, depth + 1);
        }
    }

    /// Whether a property of a class brings the accessor of a name.
    fn has_accessor(&self, class: ClassId, name: &str, params: usize) -> bool {
        let class = self.script_class(class).filter(|c| !c.is_interface());
        class.is_some_and(|c| c.accessed(name, params).is_some())
    }

    fn native_candidates(&mut self, class: ClassId, name: &str, out: &mut Vec<Candidate>) {
        let registry = self.registry.clone();
        let has_elements = class.is_script()
            && (self.is_subclass(class, ClassId::COLLECTION) || self.is_subclass(class, ClassId::MAP));
        for native in self.native_ancestors(class) {
            let members = registry.members(native);
            for found in members.named(name) {
                // Static methods of an interface belong to it alone.
                if found.member.kind == Kind::Static && found.class.interface && found.class.id() != class {
                    continue;
                }
                // So do constructors.
                if found.member.kind == Kind::Constructor && found.class.id() != class {
                    continue;
                }
                let callable = match (found.member.kind, found.member.run) {
                    (Kind::Method, Some(run)) if has_elements => {
                        Callable::behind_objects(found.class, found.member, run)
                    }
                    (Kind::Method | Kind::Static | Kind::Constructor, Some(run)) => Callable::Native(found.member, run),
                    (Kind::Never, _) => Callable::Never(found.member),
                    _ => continue,
                };
                add(
                    out,
                    Candidate {
                        callable,
                        signature: self.native_signature(found.member),
                        is_static: found.member.kind == Kind::Static,
                        belongs_to_object: matches!(found.class.id(), ClassId::OBJECT | ClassId::GROOVY_OBJECT),
                        class: found.class.id(),
                    },
                );
            }
        }
    }

    /// The nearest native classes of a class: its own, or those its script classes extend and implement; arrays have their own.
    pub(crate) fn native_ancestors(&self, class: ClassId) -> Vec<&'static Class> {
        let mut out = Vec::new();
        let mut waiting = vec![class];
        let mut steps = 0;
        while let Some(id) = waiting.pop() {
            steps += 1;
            if steps > 10_000 {
                break;
            }
            if let Some(script) = self.script_class(id) {
                waiting.extend(script.interfaces.iter().rev());
                waiting.push(script.superclass);
                if !script.is_interface() && !script.superclass.is_script() && script.closure.is_none() {
                    // What every class of a script is comes last.
                    waiting.insert(0, ClassId::GROOVY_OBJECT);
                }
            } else if id.dimensions() > 0 {
                out.extend(self.registry.class(self.array_class_name(id)));
            } else {
                out.extend(self.registry.by_id(id));
            }
        }
        if !out.iter().any(|c| c.id() == ClassId::OBJECT) {
            out.extend(self.registry.by_id(ClassId::OBJECT));
        }
        out
    }

    /// The registry's class for the members of arrays: one for each primitive component, `Object[]` for the rest.
    fn array_class_name(&self, id: ClassId) -> &'static str {
        match id.component() {
            Some(ClassId::PRIMITIVE_BOOLEAN) => "boolean[]",
            Some(ClassId::PRIMITIVE_CHAR) => "char[]",
            Some(ClassId::PRIMITIVE_BYTE) => "byte[]",
            Some(ClassId::PRIMITIVE_SHORT) => "short[]",
            Some(ClassId::PRIMITIVE_INT) => "int[]",
            Some(ClassId::PRIMITIVE_LONG) => "long[]",
            Some(ClassId::PRIMITIVE_FLOAT) => "float[]",
            Some(ClassId::PRIMITIVE_DOUBLE) => "double[]",
            _ => "Object[]",
        }
    }

    /// A native member's signature, parsed from its text.
    pub(crate) fn native_signature(&self, member: &'static Member) -> Signature {
        let mut varargs = false;
        let params = member.params().map(|(ty, _)| {
            let (ty, many) = match ty.strip_suffix("...") {
                Some(ty) => (ty, true),
                None => (ty, false),
            };
            varargs |= many;
            let class = self.signature_type(ty);
            if many { class.array() } else { class }
        });
        let params: Box<[ClassId]> = params.collect();
        let varargs = varargs || params.last().is_some_and(|p| p.dimensions() > 0);
        Signature { params, varargs }
    }

    /// The class of a type in a signature: a simple or full name, with dimensions; `Object` for what is not declared.
    pub(crate) fn signature_type(&self, text: &str) -> ClassId {
        let (name, dimensions) = match text.find('[') {
            Some(at) => (&text[..at], (text.len() - at) / 2),
            None => (text, 0),
        };
        let mut class = self
            .simple_names
            .get(name)
            .copied()
            .or_else(|| self.registry.class(name).map(|c| c.id()))
            .unwrap_or(ClassId::OBJECT);
        for _ in 0..dimensions {
            class = class.array();
        }
        class
    }

    /// The constructors of a class.
    pub(crate) fn constructors(&mut self, class: ClassId) -> Rc<[Candidate]> {
        let Some(script) = self.script_class(class).cloned() else {
            return self.candidates(class, "<init>");
        };
        let mut out = Vec::new();
        for method in &script.constructors {
            for signature in signatures(method) {
                out.push(Candidate {
                    callable: Callable::Method(method.clone()),
                    signature,
                    is_static: false,
                    belongs_to_object: false,
                    class,
                });
            }
        }
        out.into()
    }
}

/// A nearer candidate hides the same parameters further up.
fn add(out: &mut Vec<Candidate>, candidate: Candidate) {
    if !out.iter().any(|o| o.signature.params == candidate.signature.params) {
        out.push(candidate);
    }
}

/// The signatures of a method: one for each number of default parameters left out, from the right.
pub(super) fn signatures(method: &Method) -> Vec<Signature> {
    let defaults = method.defaults.iter().filter(|d| **d).count();
    (0..=defaults)
        .map(|given| {
            let mut left = given;
            let keep = |i: usize| match method.defaults.get(i) {
                Some(true) => {
                    let keep = left > 0;
                    left = left.saturating_sub(1);
                    keep
                }
                _ => true,
            };
            let kept: Vec<bool> = (0..method.params.len()).map(keep).collect();
            let params = method
                .params
                .iter()
                .zip(&kept)
                .filter(|(_, k)| **k)
                .map(|(p, _)| *p)
                .collect();
            Signature {
                params,
                varargs: method.varargs,
            }
        })
        .collect()
}

impl Value {
    /// The classes of some arguments.
    pub(crate) fn classes(args: &[Value]) -> Vec<ClassId> {
        args.iter().map(Value::class_id).collect()
    }
}
