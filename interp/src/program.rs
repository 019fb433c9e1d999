//! What lowering makes: an immutable program that threads and runs share.

use crate::eval::N;
use crate::number::{BigDecimal, BigInteger};
use rovy_parser::{Diagnostic, LineMap, Span, Text};
use std::sync::Arc;

/// A body (script, method, closure, initialiser) in a program.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct BodyId(pub u32);

/// A lowered source file.
pub struct Program {
    /// The name of the script's class.
    pub name: Arc<str>,
    /// The file's name, for stack traces.
    pub file: Arc<str>,
    /// The source text.
    pub source: Arc<str>,
    /// Where its lines begin.
    pub lines: LineMap,
    /// All bodies.
    pub bodies: Vec<Arc<Body>>,
    /// Texts and big numbers.
    pub constants: Vec<Constant>,
    /// Names of methods and properties, interned.
    pub names: Vec<Arc<str>>,
    /// Types that the code names.
    pub types: Vec<TypeName>,
    /// At call sites with casts among their arguments: the types that overload choice sees instead of the values' classes.
    pub cast_types: rustc_hash::FxHashMap<u32, Box<[Option<u32>]>>,
    /// Call sites with spread arguments: overload choice may differ from call to call on one receiver.
    pub spread_sites: rustc_hash::FxHashSet<u32>,
    /// How many call and property sites there are.
    pub sites: u32,
    /// The classes; the script's own is the first.
    pub classes: Vec<ClassTemplate>,
    /// What was found on the way and does not keep the program from running.
    pub warnings: Vec<Diagnostic>,
}

/// A constant that is no immediate value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Constant {
    /// A string.
    Text(Text),
    /// A BigInteger.
    BigInteger(BigInteger),
    /// A BigDecimal.
    BigDecimal(BigDecimal),
}

/// A type that code names, to be found when the program is loaded.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TypeName {
    /// Which class.
    pub class: ClassName,
    /// Array dimensions.
    pub dimensions: u32,
}

/// So many classes of one source may stand above a class; nobody writes more, and what walks along them need not mind.
pub(crate) const MOST_ABOVE: usize = 200;

/// Which class a type names.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ClassName {
    /// A class of the program, by its place.
    Own(u32),
    /// A native class, or a class of another file.
    Other(Arc<str>),
}

/// Code with its parameters.
pub struct Body {
    /// `run`, the method's name, `doCall`.
    pub name: Arc<str>,
    /// The class it belongs to, by its place.
    pub class: u32,
    /// What kind it is.
    pub kind: BodyKind,
    /// Slots for locals and parameters.
    pub slots: u32,
    /// The parameters.
    pub params: Vec<Param>,
    /// Whether arguments can be moved into their slots as they come: no defaults, nothing in cells.
    pub ordered_params: bool,
    /// Whether a parameter has a type.
    pub typed_params: bool,
    /// Whether the last parameter takes all remaining arguments.
    pub varargs: bool,
    /// How many variables it captures.
    pub captures: u32,
    /// The code, in tail form.
    pub code: N,
    /// Where it stands.
    pub span: Span,
}

/// What a body is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BodyKind {
    /// A method, a constructor, an initialiser, a script.
    Method,
    /// A closure with declared parameters, none included.
    Closure,
    /// A closure with the implicit `it`.
    ImplicitIt,
}

/// A parameter.
pub struct Param {
    /// Its name.
    pub name: Arc<str>,
    /// Its slot.
    pub slot: u32,
    /// Its type, unless it is `Object`.
    pub ty: Option<u32>,
    /// Whether a closure shares it.
    pub cell: bool,
    /// Its default value.
    pub default: Option<N>,
}

/// What a class is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ClassKind {
    /// A script: its class extends `groovy.lang.Script`.
    Script,
    /// A class.
    Class,
    /// An interface.
    Interface,
    /// A trait.
    Trait,
    /// An enum.
    Enum,
    /// A record.
    Record,
    /// An annotation type.
    Annotation,
}

impl ClassKind {
    /// Whether classes implement it, rather than extend it.
    pub fn is_interface(self) -> bool {
        matches!(self, ClassKind::Interface | ClassKind::Trait | ClassKind::Annotation)
    }
}

/// A class as declared.
pub struct ClassTemplate {
    /// Its full name, `pkg.Outer$Inner`.
    pub name: Arc<str>,
    /// What it is.
    pub kind: ClassKind,
    /// Its superclass.
    pub superclass: u32,
    /// The interfaces and traits it names.
    pub interfaces: Vec<u32>,
    /// The class around it.
    pub outer: Option<u32>,
    /// Whether instances know an instance around them.
    pub inner: bool,
    /// Whether no instances can be made.
    pub is_abstract: bool,
    /// Whether nothing may extend it.
    pub is_final: bool,
    /// Fields and properties, in order.
    pub fields: Vec<FieldTemplate>,
    /// How many of the fields, the first, are components of a record.
    pub components: usize,
    /// How many variables of the place around it it captures; they lie in hidden fields after its own.
    pub captures: u32,
    /// From where each is taken when an instance is made by code in the same class.
    pub capture_names: Vec<Arc<str>>,
    /// Methods.
    pub methods: Vec<MethodTemplate>,
    /// Constructors.
    pub constructors: Vec<MethodTemplate>,
    /// Field initialisers and initialiser blocks, in order.
    pub init: Option<BodyId>,
    /// The same for statics.
    pub static_init: Option<BodyId>,
    /// Enum constants: the name, and the body that makes one.
    pub constants: Vec<(Arc<str>, BodyId)>,
    /// Simple names of its annotations.
    pub annotations: Vec<Arc<str>>,
    /// Where it stands.
    pub span: Span,
}

/// Who may see a member. Groovy does not enforce it in scripts; it shows in messages and in what becomes a property.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Visibility {
    /// Everybody.
    Public,
    /// Subclasses and the package.
    Protected,
    /// The class.
    Private,
    /// The package (`@PackageScope`).
    Package,
}

/// A field or property.
pub struct FieldTemplate {
    /// Its name.
    pub name: Arc<str>,
    /// Its type, unless it is `Object`.
    pub ty: Option<u32>,
    /// Whether it belongs to the class.
    pub is_static: bool,
    /// Whether it can be set only once.
    pub is_final: bool,
    /// Whether it is a property: a private field with getter and setter.
    pub is_property: bool,
    /// Who may see it.
    pub visibility: Visibility,
}

/// A method or constructor.
pub struct MethodTemplate {
    /// Its name.
    pub name: Arc<str>,
    /// Its code; none for abstract ones.
    pub body: Option<BodyId>,
    /// Types of the parameters; none is `Object`.
    pub params: Vec<Option<u32>>,
    /// How many of them have default values.
    pub defaults: Vec<bool>,
    /// Whether the last takes all remaining arguments.
    pub varargs: bool,
    /// The type of the result; none is `Object`.
    pub returns: Option<u32>,
    /// Whether it belongs to the class.
    pub is_static: bool,
    /// Whether it is abstract.
    pub is_abstract: bool,
    /// Who may see it.
    pub visibility: Visibility,
}

const _: () = {
    const fn shared<T: Send + Sync>() {}
    shared::<Program>()
};

impl Body {
    /// Whether one argument can be moved straight into a frame of two slots.
    #[inline(always)]
    pub fn is_light(&self) -> bool {
        self.ordered_params && self.params.len() == 1 && self.slots <= 2
    }
}

impl Program {
    /// The memory it takes, by estimate: some twenty times its text, measured over the connector scripts.
    pub fn bytes(&self) -> usize {
        self.source.len() * 20 + 4096
    }

    /// A body.
    pub fn body(&self, id: BodyId) -> Option<&Body> {
        self.bodies.get(id.0 as usize).map(Arc::as_ref)
    }
}
