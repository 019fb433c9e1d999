//! The interpreter of one thread: what is pending, what is loaded, what a run may use.

pub(crate) mod absent;
mod adapt;
mod assertions;
mod calls;
mod classes;
mod construct;
mod definitions;
mod dispatch;
mod evaluations;
mod faults;
mod frames;
pub mod host;
mod limits;
mod load;
mod operators;
mod proxies;
mod resolver;
mod runs;
mod script;
mod script_class;
mod similar;
mod tracing;
mod unit;

use dispatch::{ByName, Numbered};
pub use dispatch::{Callable, Signature};
pub(crate) use dispatch::{Candidate, accessor};
pub use faults::{Breach, Fault};
pub use host::{Capabilities, HostServices, Locale};
pub use limits::{Clock, Limits, Stopper};
pub use load::{LoadError, Roots, Source};
pub use operators::Parts;
pub use runs::on_reserved_stack;
pub(crate) use script_class::default_value;
pub use script_class::{Field, Hooks, InitState, Method, ScriptClass, StaticField};
pub use tracing::NameTrace;
pub use unit::Unit;

use crate::eval::asserts::Note;
use crate::registry::{Call, ClassId, Member, Registry};
use crate::value::{Place, Value};
use rovy_parser::Span;
use rustc_hash::{FxHashMap, FxHashSet};
use std::any::{Any, TypeId};
use std::rc::Rc;
use std::sync::Arc;

/// An interpreter. Values are confined to it and its thread; programs may be shared with others.
pub struct Vm {
    /// The native classes it knows.
    pub registry: Rc<Registry>,
    /// What the host gives: output, time zone, locale, capabilities.
    pub host: HostServices,
    /// Where classes are looked for, and what every source imports.
    pub roots: Roots,
    /// What waits while a [`Thrown`](crate::Thrown) is on its way.
    pub(crate) pending: Option<Fault>,
    /// The place nearest to the fault in the frame that it is leaving.
    pub(crate) at: Option<Span>,
    /// The places that the fault has passed.
    pub(crate) trace: Vec<Place>,
    /// What a `return` or `yield` on its way gives.
    pub(crate) ret: Value,
    /// Where a `break` or `continue` on its way goes; 0 is the innermost.
    pub(crate) label: u32,
    /// What a long path hands from one run of links to the next.
    pub(crate) received: Value,
    /// The types that casts give to the arguments of the call whose method is being looked for.
    pub(crate) cast_types: Option<Vec<Option<ClassId>>>,
    /// The values noted for asserts under way.
    pub(crate) notes: Vec<Note>,
    /// The name and number of the enum constant that is being made.
    pub(crate) enum_ordinal: Option<(Rc<str>, i32)>,
    pub(crate) meter: limits::Meter,
    pub(crate) classes: Vec<Rc<ScriptClass>>,
    pub(crate) class_names: FxHashMap<Rc<str>, ClassId>,
    pub(crate) methods: Vec<Rc<Method>>,
    /// The natives that call sites remember, numbered by their entries.
    pub(crate) natives: Numbered<*const Member, &'static dyn Call>,
    /// What classes offer under a name.
    pub(crate) candidate_cache: ByName<Rc<[dispatch::Candidate]>>,
    /// How objects of a class answer properties.
    pub(crate) getters: ByName<Option<dispatch::Getter>>,
    /// What answered the names of scripts that are traced; see [`Roots::trace`].
    pub name_trace: NameTrace,
    /// Where the last call stands that tells it; see [`Roots::placed_calls`].
    call_place: Option<(Rc<Unit>, Span, Arc<str>)>,
    pub(crate) simple_names: FxHashMap<&'static str, ClassId>,
    /// The classes that stand for those that are not there yet.
    absent: FxHashSet<ClassId>,
    /// The classes of proxies, by interface.
    pub(crate) proxy_classes: FxHashMap<ClassId, ClassId>,
    /// The class that null's methods are looked for in.
    pub(crate) null_class: ClassId,
    pub(crate) loader: load::Loader,
    evaluations: evaluations::Evaluations,
    /// What stands in the place of classes that are gone.
    gone: Option<Rc<ScriptClass>>,
    /// What stands in the place of methods that are gone; it has no code.
    gone_method: Option<Rc<Method>>,
    states: FxHashMap<TypeId, Rc<dyn Any>>,
}

impl Vm {
    /// An interpreter with nothing loaded.
    pub fn new(registry: Registry, host: HostServices, limits: Limits) -> Vm {
        let mut simple_names: FxHashMap<&'static str, ClassId> = FxHashMap::default();
        for class in registry.classes() {
            // Where two packages share a simple name, Java's own come first.
            let simple = class.simple_name();
            let first = !simple_names.contains_key(simple);
            if first
                || class.name.starts_with("java.lang.")
                || class.name.starts_with("java.util.") && !class.name.contains("sql")
            {
                simple_names.insert(simple, class.id());
            }
            simple_names.insert(class.name, class.id());
        }
        let null_class = registry
            .class("org.codehaus.groovy.runtime.NullObject")
            .map_or(ClassId::OBJECT, |c| c.id());
        Vm {
            registry: Rc::new(registry),
            host,
            roots: Roots::default(),
            pending: None,
            at: None,
            trace: Vec::new(),
            ret: Value::Null,
            label: 0,
            received: Value::Null,
            cast_types: None,
            notes: Vec::new(),
            enum_ordinal: None,
            meter: limits::Meter::new(limits),
            classes: Vec::new(),
            class_names: FxHashMap::default(),
            methods: Vec::new(),
            natives: Numbered::default(),
            candidate_cache: ByName::default(),
            getters: ByName::default(),
            name_trace: NameTrace::default(),
            call_place: None,
            simple_names,
            absent: FxHashSet::default(),
            proxy_classes: FxHashMap::default(),
            null_class,
            loader: load::Loader::default(),
            evaluations: evaluations::Evaluations::default(),
            gone: None,
            gone_method: None,
            states: FxHashMap::default(),
        }
    }

    /// Keeps a host's own state of one type for its natives; what stood there before goes.
    pub fn set_state<T: Any>(&mut self, state: T) {
        self.states.insert(TypeId::of::<T>(), Rc::new(state));
    }

    /// The state of a type, if the host keeps any.
    pub fn state<T: Any>(&self) -> Option<Rc<T>> {
        self.states.get(&TypeId::of::<T>()).cloned()?.downcast().ok()
    }
}
