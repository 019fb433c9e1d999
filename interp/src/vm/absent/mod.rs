//! Classes that Java and Groovy have and this library has not yet: scripts may name them, and learn what is missing when they
//! use one.

use super::Vm;
use super::script_class::{InitState, ScriptClass};
use crate::Thrown;
use crate::jdk::throwables;
use crate::registry::ClassId;
use rustc_hash::FxHashMap;
use std::rc::Rc;
use std::sync::LazyLock;

/// The public classes of the JDK and of Groovy: a package a line, `java.sql: Array Blob …`, nested ones as `Map$Entry`.
const JAVA: &str = include_str!("java_classes.txt");

impl Vm {
    /// Whether Java or Groovy has a class of a full name.
    pub(crate) fn is_java_name(name: &str) -> bool {
        name.rsplit_once('.')
            .is_some_and(|(package, simple)| in_java(package, simple))
    }

    /// Whether a full name is that of a class in a package whose classes the host's scripts may name.
    pub(crate) fn is_host_name(&self, name: &str) -> bool {
        let Some((package, simple)) = name.rsplit_once('.') else {
            return false;
        };
        let named = simple.starts_with(char::is_uppercase);
        named && self.roots.absent_packages.iter().any(|p| is_below(package, p))
    }

    /// Whether a class is one that is not there yet.
    pub(crate) fn is_absent(&self, class: ClassId) -> bool {
        self.absent.contains(&class)
    }

    /// Stands for a class that is not there yet: it has a name and nothing else.
    pub(crate) fn define_absent_class(&mut self, name: &str) -> ClassId {
        let id = self.next_class_id();
        let class = ScriptClass::empty(id, name.into());
        class.state.set(InitState::Waiting);
        self.classes.push(Rc::new(class));
        self.class_names.insert(name.into(), id);
        self.absent.insert(id);
        id
    }

    /// Somebody uses a class that is not there yet.
    #[cold]
    pub(crate) fn absent_class_used(&mut self, class: ClassId) -> Thrown {
        let text = text(&self.class_name(class));
        self.throw(&throwables::UNSUPPORTED_OPERATION_EXCEPTION, text)
    }
}

/// What is said of a class that is not there yet.
pub(crate) fn text(name: &str) -> String {
    format!("{name} is not there yet: a script can name the class, not use it")
}

/// Whether a package is another or lies below it.
fn is_below(package: &str, outer: &str) -> bool {
    package
        .strip_prefix(outer)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// The full names of all classes of Java and Groovy.
pub(super) fn java_classes() -> impl Iterator<Item = String> {
    JAVA.lines()
        .filter_map(|line| line.split_once(": "))
        .flat_map(|(package, names)| names.split(' ').map(move |simple| format!("{package}.{simple}")))
}

fn in_java(package: &str, simple: &str) -> bool {
    /// The names of each package's classes.
    static PACKAGES: LazyLock<FxHashMap<&str, &str>> =
        LazyLock::new(|| JAVA.lines().filter_map(|line| line.split_once(": ")).collect());
    // By bytes: a search that is made for long texts would start anew at each of these short names.
    PACKAGES.get(package).is_some_and(|names| {
        let mut names = names.as_bytes().split(|byte| *byte == b' ');
        names.any(|name| name == simple.as_bytes())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_java_are_known() {
        for (package, simple, known) in [
            ("java.sql", "Connection", true),
            ("groovy.sql", "Sql", true),
            ("java.util", "Map$Entry", true),
            ("java.sql", "Nothing", false),
            ("java", "sql", false),
            ("java.sq", "l", false),
        ] {
            assert_eq!(in_java(package, simple), known, "{package}.{simple}");
        }
    }

    #[test]
    fn packages_end_at_a_dot() {
        assert!(is_below("a.b", "a.b") && is_below("a.b.c", "a.b"));
        assert!(!is_below("a.bc", "a.b") && !is_below("a", "a.b"));
    }
}
