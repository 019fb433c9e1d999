//! The words in which a class is declared.
//!
//! ```
//! use rovy_interp::registry::*;
//! use rovy_interp::value::{HostType, Str};
//! use std::cell::Cell;
//!
//! pub struct Account { limit: Cell<i32> }
//! impl HostType for Account {
//!     const NAME: &'static str = "com.example.Account";
//!     fn class() -> &'static Class { &CLASS }
//! }
//! pub static CLASS: Class = class(Account::NAME).members(&[
//!     constructor("Account(String name)", &unbound(|_name: &Str| Account { limit: Cell::new(0) })),
//!     property("limit: int", &native(|a: &Account| a.limit.get())).set(&native(|a: &Account, to: i32| a.limit.set(to))),
//! ]);
//! ```

use super::ClassId;
use super::call::{Bound, Call, Callee, Free, Unbound};
use super::signature::{any_of, check, equal, first};
use std::sync::atomic::{AtomicU32, Ordering};

/// What a member is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// An instance method.
    Method,
    /// A static method.
    Static,
    /// A constructor.
    Constructor,
    /// A property or field of an instance.
    Property,
    /// A static field.
    Constant,
    /// A method that an implementor of the interface must bring.
    Required,
    /// A method that Java has and Rovy will not have.
    Never,
}

/// One entry of a class's table.
#[derive(Clone, Copy)]
pub struct Member {
    /// What it is.
    pub kind: Kind,
    /// `padLeft(Number width, CharSequence padding): String`, in Java's words.
    pub signature: &'static str,
    /// Where the name in it ends.
    name_end: u16,
    /// One line for people.
    pub doc: &'static str,
    /// Whether something runs whose last parameter takes all remaining arguments: `Object...`, or any array.
    pub variadic: bool,
    /// What runs; none for required and never.
    pub run: Option<&'static dyn Call>,
    /// A property's setter.
    pub set: Option<&'static dyn Call>,
    /// The Java classes that the Rust type of `this` stands for; empty for none.
    pub receiver: &'static [&'static str],
    /// Why a member cannot be called, or what to use in its place.
    pub reason: &'static str,
}

/// A native class or interface: a `static` beside its implementation.
pub struct Class {
    /// `java.lang.String`.
    pub name: &'static str,
    /// One line for people.
    pub doc: &'static str,
    /// Interface or class?
    pub interface: bool,
    /// Can no instance be made by `new`?
    pub is_abstract: bool,
    /// The superclass; none for interfaces, and for `Object`.
    pub extends: Option<&'static Class>,
    /// The interfaces it names itself.
    pub implements: &'static [&'static Class],
    /// Java's own members.
    pub members: &'static [Member],
    /// What Groovy adds.
    pub groovy: &'static [Member],
    /// The constants of an enum, in order.
    pub constants: &'static [&'static str],
    /// Other names under which scripts import it.
    pub aliases: &'static [&'static str],
    id: AtomicU32,
}

/// The next id of a class without a fixed one.
static NEXT: AtomicU32 = AtomicU32::new(ClassId::FIRST_FREE);

const UNSET: u32 = u32::MAX;

/// Begins the declaration of a class.
pub const fn class(name: &'static str) -> Class {
    Class {
        name,
        doc: "",
        interface: false,
        is_abstract: false,
        extends: None,
        implements: &[],
        members: &[],
        groovy: &[],
        constants: &[],
        aliases: &[],
        id: AtomicU32::new(fixed_id(name)),
    }
}

/// Begins the declaration of an interface.
pub const fn interface(name: &'static str) -> Class {
    Class {
        interface: true,
        is_abstract: true,
        ..class(name)
    }
}

const fn fixed_id(name: &str) -> u32 {
    let (name, mut i) = (name.as_bytes(), 0);
    while i < ClassId::FIXED.len() {
        if equal(name, 0, name.len(), ClassId::FIXED[i].as_bytes()) {
            return i as u32;
        }
        i += 1;
    }
    UNSET
}

impl Class {
    /// One line for people.
    pub const fn doc(self, doc: &'static str) -> Class {
        Class { doc, ..self }
    }

    /// The superclass. Without this word it is `java.lang.Object`.
    pub const fn extends(self, class: &'static Class) -> Class {
        Class {
            extends: Some(class),
            ..self
        }
    }

    /// The interfaces it names itself.
    pub const fn implements(self, classes: &'static [&'static Class]) -> Class {
        Class {
            implements: classes,
            ..self
        }
    }

    /// No instances by `new`.
    pub const fn abstract_class(self) -> Class {
        Class {
            is_abstract: true,
            ..self
        }
    }

    /// Java's own members.
    pub const fn members(self, members: &'static [Member]) -> Class {
        receivers_fit(self.name, members);
        Class { members, ..self }
    }

    /// What Groovy adds to the class; kept in another file.
    pub const fn groovy(self, members: &'static [Member]) -> Class {
        receivers_fit(self.name, members);
        Class {
            groovy: members,
            ..self
        }
    }

    /// The names of an enum's constants, in order; the word [`enumeration!`](crate::enumeration) declares the rest.
    pub const fn constants(self, constants: &'static [&'static str]) -> Class {
        Class { constants, ..self }
    }

    /// Other names under which scripts import it.
    pub const fn aliases(self, aliases: &'static [&'static str]) -> Class {
        Class { aliases, ..self }
    }

    /// Whether a member stands in the table of Java's own.
    pub fn declares(&self, member: &'static Member) -> bool {
        self.members.as_ptr_range().contains(&std::ptr::from_ref(member))
    }

    /// The class's id, the same in the whole process; handed out when first asked for.
    pub fn id(&self) -> ClassId {
        let id = self.id.load(Ordering::Relaxed);
        if id != UNSET {
            return ClassId(id);
        }
        let fresh = NEXT.fetch_add(1, Ordering::Relaxed);
        match self
            .id
            .compare_exchange(UNSET, fresh, Ordering::Relaxed, Ordering::Relaxed)
        {
            Ok(_) => ClassId(fresh),
            Err(other) => ClassId(other),
        }
    }

    /// `String` of `java.lang.String`; `Entry` of `java.util.Map$Entry`.
    pub fn simple_name(&self) -> &'static str {
        self.name.rsplit(['.', '$']).next().unwrap_or(self.name)
    }
}

const fn receivers_fit(class: &str, members: &[Member]) {
    let (s, mut from, mut i) = (class.as_bytes(), class.len(), 0);
    while from > 0 && s[from - 1] != b'.' && s[from - 1] != b'$' {
        from -= 1;
    }
    while i < members.len() {
        let r = members[i].receiver;
        assert!(
            r.is_empty() || any_of(b"Object", 0, 6, r) || any_of(s, from, s.len(), r) || any_of(s, 0, s.len(), r),
            "the Rust type of a member's receiver does not stand for this class"
        );
        i += 1;
    }
}

/// Whether the last parameter reads `Object...` or `Object[]`.
const fn takes_rest(signature: &str) -> bool {
    let s = signature.as_bytes();
    let mut at = first(s, b')');
    if at >= s.len() {
        return false;
    }
    while at > 0 && s[at] != b' ' {
        at -= 1;
    }
    at > 0 && (s[at - 1] == b'.' || s[at - 1] == b']')
}

/// An entry with nothing but its signature. What the signature tells is read while compiling.
const fn entry(kind: Kind, signature: &'static str) -> Member {
    let s = signature.as_bytes();
    let (open, colon) = (first(s, b'('), first(s, b':'));
    Member {
        kind,
        signature,
        name_end: if open < colon { open } else { colon } as u16,
        doc: "",
        variadic: takes_rest(signature),
        run: None,
        set: None,
        receiver: &[],
        reason: "",
    }
}

const fn bound<F: Copy + Sync + Callee<A> + 'static, A: 'static>(
    kind: Kind,
    signature: &'static str,
    run: &'static Bound<F, A>,
) -> Member {
    check(signature, F::PARAMS, F::GIVES);
    Member {
        run: Some(run),
        receiver: F::THIS,
        ..entry(kind, signature)
    }
}

const fn free<F: Copy + Sync + Free<A> + 'static, A: 'static>(
    kind: Kind,
    signature: &'static str,
    run: &'static Unbound<F, A>,
) -> Member {
    check(signature, F::PARAMS, F::GIVES);
    Member {
        run: Some(run),
        ..entry(kind, signature)
    }
}

/// An instance method: `method("charAt(int index): char", &native(char_at))`.
pub const fn method<F: Copy + Sync + Callee<A> + 'static, A: 'static>(
    signature: &'static str,
    run: &'static Bound<F, A>,
) -> Member {
    bound(Kind::Method, signature, run)
}

/// A static method: `function("abs(int a): int", &unbound(i32::abs))`.
pub const fn function<F: Copy + Sync + Free<A> + 'static, A: 'static>(
    signature: &'static str,
    run: &'static Unbound<F, A>,
) -> Member {
    free(Kind::Static, signature, run)
}

/// A constructor: `constructor("File(String path)", &unbound(new))`.
pub const fn constructor<F: Copy + Sync + Free<A> + 'static, A: 'static>(
    signature: &'static str,
    run: &'static Unbound<F, A>,
) -> Member {
    free(Kind::Constructor, signature, run)
}

/// `property("limit: int", …)`; a method `getLimit()` makes the same property, so this is for public fields and for what has no getter.
pub const fn property<F: Copy + Sync + Callee<A> + 'static, A: 'static>(
    signature: &'static str,
    run: &'static Bound<F, A>,
) -> Member {
    bound(Kind::Property, signature, run)
}

/// A static field: `constant("MAX_VALUE: int", &unbound(|| i32::MAX))`.
pub const fn constant<F: Copy + Sync + Free<A> + 'static, A: 'static>(
    signature: &'static str,
    run: &'static Unbound<F, A>,
) -> Member {
    free(Kind::Constant, signature, run)
}

/// A native that takes receiver and arguments as they come; its parameters are not checked against a Rust type.
pub const fn raw(kind: Kind, signature: &'static str, run: &'static dyn Call) -> Member {
    Member {
        run: Some(run),
        ..entry(kind, signature)
    }
}

/// What a class that implements the interface must bring; an interface with just one such member takes a closure.
pub const fn required(signature: &'static str) -> Member {
    entry(Kind::Required, signature)
}

/// A method that Java has and Rovy will not: takes part in overload choice and in checks, and says why.
pub const fn never(signature: &'static str, reason: &'static str) -> Member {
    Member {
        reason,
        ..entry(Kind::Never, signature)
    }
}

impl Member {
    /// One line for people.
    pub const fn doc(self, doc: &'static str) -> Member {
        Member { doc, ..self }
    }

    /// Why not to use it any more.
    pub const fn deprecated(self, reason: &'static str) -> Member {
        Member { reason, ..self }
    }

    /// A property's setter.
    pub const fn set<F: Copy + Sync + Callee<A> + 'static, A: 'static>(self, set: &'static Bound<F, A>) -> Member {
        let s = self.signature.as_bytes();
        assert!(
            F::PARAMS.len() == 1 && any_of(s, first(s, b':') + 2, s.len(), F::PARAMS[0]),
            "the setter does not take one value of the property's type"
        );
        Member { set: Some(set), ..self }
    }

    /// The method's or property's name; `<init>` for constructors.
    pub fn name(&self) -> &'static str {
        if self.kind == Kind::Constructor {
            "<init>"
        } else {
            self.signature.get(..self.name_end.into()).unwrap_or("")
        }
    }

    /// (Java type, name) of each parameter.
    pub fn params(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.signature
            .split_once('(')
            .and_then(|(_, r)| r.split_once(')'))
            .map_or("", |(i, _)| i)
            .split(", ")
            .filter_map(|p| p.split_once(' '))
    }

    /// The Java type of the result; `void` for constructors and where none is given.
    pub fn returns(&self) -> &'static str {
        self.signature.rsplit_once(": ").map_or("void", |(_, r)| r)
    }

    /// `padLeft(Number)`, as in error texts.
    pub fn brief(&self) -> String {
        format!(
            "{}({})",
            self.name(),
            self.params().map(|p| p.0).collect::<Vec<_>>().join(", ")
        )
    }
}
