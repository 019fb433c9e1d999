//! Looking classes and members up: by name, by id, by member name.

use super::{Class, ClassId, Kind, Member};
use rustc_hash::FxHashMap;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

/// All native classes that one interpreter knows. A host adds its own by one more slice.
pub struct Registry {
    classes: Vec<&'static Class>,
    by_name: FxHashMap<&'static str, &'static Class>,
    by_id: Vec<Option<&'static Class>>,
    members: RefCell<FxHashMap<ClassId, Rc<Members>>>,
}

/// The members that a receiver of one class answers to, by name, nearest class first.
pub struct Members {
    by_name: FxHashMap<&'static str, Named>,
}

/// The members of one name, from the class itself upwards.
#[derive(Default)]
struct Named {
    declared: Vec<Found>,
    /// Those that no nearer one hides, worked out when the name is first asked for: most never are.
    visible: OnceCell<Vec<Found>>,
}

impl Named {
    fn visible(&self) -> &[Found] {
        self.visible.get_or_init(|| {
            let mut visible: Vec<Found> = Vec::with_capacity(self.declared.len());
            for found in &self.declared {
                if !visible.iter().any(|nearer| found.is_hidden_by(nearer)) {
                    visible.push(*found);
                }
            }
            visible
        })
    }
}

/// A member with the class that declares it.
#[derive(Clone, Copy)]
pub struct Found {
    /// The class whose table has it.
    pub class: &'static Class,
    /// The entry.
    pub member: &'static Member,
}

impl Found {
    /// Whether a member of the same name, nearer to the class, takes the same parameters.
    fn is_hidden_by(&self, nearer: &Found) -> bool {
        let (far, near) = (self.member, nearer.member);
        (near.kind == Kind::Property) == (far.kind == Kind::Property)
            && near.params().map(|p| p.0).eq(far.params().map(|p| p.0))
    }
}

impl Members {
    /// All members of a name that the class has, constructors excepted unless asked for as `<init>`.
    pub fn named(&self, name: &str) -> &[Found] {
        self.by_name.get(name).map_or(&[], Named::visible)
    }

    /// Every member, in no particular order.
    pub fn all(&self) -> impl Iterator<Item = Found> + '_ {
        self.by_name.values().flat_map(Named::visible).copied()
    }
}

impl Registry {
    /// A registry over some slices of classes.
    pub fn new(slices: &[&[&'static Class]]) -> Registry {
        let classes: Vec<&'static Class> = slices.iter().flat_map(|s| s.iter().copied()).collect();
        let mut by_name = FxHashMap::with_capacity_and_hasher(2 * classes.len(), Default::default());
        let mut by_id = Vec::new();
        for class in &classes {
            by_name.insert(class.name, *class);
            for alias in class.aliases {
                by_name.insert(alias, *class);
            }
            let id = class.id().0 as usize;
            if by_id.len() <= id {
                by_id.resize(id + 1, None);
            }
            if let Some(slot) = by_id.get_mut(id) {
                *slot = Some(*class);
            }
        }
        Registry {
            classes,
            by_name,
            by_id,
            members: RefCell::default(),
        }
    }

    /// All classes, in the order of the slices.
    pub fn classes(&self) -> &[&'static Class] {
        &self.classes
    }

    /// The class of a full name, as Java writes it (`java.util.Map$Entry`), or of a name that stands for one.
    pub fn class(&self, name: &str) -> Option<&'static Class> {
        self.by_name.get(name).copied()
    }

    /// The native class of an id.
    pub fn by_id(&self, id: ClassId) -> Option<&'static Class> {
        self.by_id.get(id.0 as usize).copied().flatten()
    }

    /// The superclass; `Object` where a class names none.
    pub fn superclass(&self, class: &'static Class) -> Option<&'static Class> {
        match class.extends {
            Some(parent) => Some(parent),
            None if class.interface || class.id() == ClassId::OBJECT || class.id().is_primitive() => None,
            None => self.by_id(ClassId::OBJECT),
        }
    }

    /// The class, its superclasses, then interfaces, nearest first, `Object` last; each once.
    pub fn ancestors(&self, class: &'static Class) -> Vec<&'static Class> {
        let mut out: Vec<&'static Class> = std::iter::successors(Some(class), |c| self.superclass(c))
            .filter(|c| c.id() != ClassId::OBJECT)
            .collect();
        let mut i = 0;
        while let Some(c) = out.get(i) {
            for interface in c.implements {
                if !out.iter().any(|o| std::ptr::eq(*o, *interface)) {
                    out.push(interface);
                }
            }
            i += 1;
        }
        out.extend(self.by_id(ClassId::OBJECT));
        out
    }

    /// Whether a class is another one or below it.
    pub fn is_subclass(&self, class: &'static Class, of: &'static Class) -> bool {
        if std::ptr::eq(class, of) || of.id() == ClassId::OBJECT {
            return true;
        }
        class.implements.iter().any(|i| self.is_subclass(i, of))
            || class.extends.is_some_and(|c| self.is_subclass(c, of))
    }

    /// What a receiver of a class answers to; worked out when first asked for. A nearer member hides the same parameters
    /// further up; constructors are the class's own.
    pub fn members(&self, class: &'static Class) -> Rc<Members> {
        if let Some(found) = self.members.borrow().get(&class.id()) {
            return found.clone();
        }
        let mut by_name: FxHashMap<&'static str, Named> = FxHashMap::default();
        for c in self.ancestors(class) {
            for member in c.members.iter().chain(c.groovy) {
                if member.kind == Kind::Constructor && !std::ptr::eq(c, class) {
                    continue;
                }
                let same_name = by_name.entry(member.name()).or_default();
                same_name.declared.push(Found { class: c, member });
            }
        }
        let members = Rc::new(Members { by_name });
        self.members.borrow_mut().insert(class.id(), members.clone());
        members
    }

    /// The method that an implementor must bring, if the interface has just one: what a closure becomes.
    pub fn single_method(&self, interface: &'static Class) -> Option<&'static Member> {
        let mut required = self
            .ancestors(interface)
            .into_iter()
            .flat_map(|c| c.members)
            .filter(|m| m.kind == Kind::Required);
        let first = required.next()?;
        required
            .next()
            .is_none()
            .then_some(first)
            .filter(|_| interface.interface)
    }
}
