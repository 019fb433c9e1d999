//! What somebody may have meant who names a class that nobody has.

use super::Vm;
use super::absent::java_classes;
use crate::lower::{DEFAULT_PACKAGES, is_default_class};

/// A name close to what was written: how many letters differ, whether its class is there, its full name.
type Near = (usize, bool, String);

impl Vm {
    /// What to do about a class name, as written, that means nothing; `None` when nothing is close.
    pub(crate) fn advice_on_class(&self, name: &str) -> Option<String> {
        if name.eq_ignore_ascii_case("def") || name.eq_ignore_ascii_case("var") {
            return Some(format!("did you mean `{}`?", name.to_lowercase()));
        }
        let (package, simple) = name.rsplit_once('.').unwrap_or(("", name));
        let known = self
            .registry
            .classes()
            .iter()
            .map(|class| (class.name.to_owned(), true));
        let java = java_classes().map(|full| (full, false));
        let mut nearest: Option<Near> = None;
        for (full, there) in known.chain(java) {
            let (its_package, its_simple) = full.rsplit_once('.').unwrap_or(("", &full));
            let differing = strsim::damerau_levenshtein(its_simple, simple);
            let close =
                differing <= allowed(simple) && (differing == 0 || package.is_empty() || package == its_package);
            let near = (differing, !there, full);
            if close && nearest.as_ref().is_none_or(|best| near < *best) {
                nearest = Some(near);
            }
        }
        let (differing, _, full) = nearest?;
        let written = full.replace('$', ".");
        let (its_package, its_simple) = written.rsplit_once('.').unwrap_or(("", &written));
        let imported = self.roots.imports.stars.iter().any(|star| star == its_package);
        let needs_no_import = imported || DEFAULT_PACKAGES.contains(&its_package) || is_default_class(&full);
        Some(match (differing, package.is_empty()) {
            (0, true) => format!("add `import {written}`"),
            (0, false) => format!("the class of this name is `{written}`"),
            (_, true) if needs_no_import => format!("did you mean `{its_simple}`?"),
            (_, true) => format!("did you mean `{its_simple}`, with `import {written}`?"),
            (_, false) => format!("did you mean `{written}`?"),
        })
    }
}

/// How many letters of a name may differ.
fn allowed(name: &str) -> usize {
    match name.len() {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use crate::jdk;
    use crate::registry::Registry;
    use crate::vm::{HostServices, Limits, Vm};

    #[test]
    fn close_names_and_missing_imports() {
        let vm = Vm::new(Registry::new(jdk::CLASSES), HostServices::default(), Limits::default());
        for (name, advice) in [
            ("Strng", Some("did you mean `String`?")),
            ("Integr", Some("did you mean `Integer`?")),
            ("Def", Some("did you mean `def`?")),
            ("BigDecmal", Some("did you mean `BigDecimal`?")),
            ("JsonSlurper", Some("add `import groovy.json.JsonSlurper`")),
            (
                "JsonSlurpr",
                Some("did you mean `JsonSlurper`, with `import groovy.json.JsonSlurper`?"),
            ),
            ("Sql", Some("add `import groovy.sql.Sql`")),
            (
                "UnsupportedOperationExeption",
                Some("did you mean `UnsupportedOperationException`?"),
            ),
            ("java.util.ArrayLst", Some("did you mean `java.util.ArrayList`?")),
            (
                "java.utl.ArrayList",
                Some("the class of this name is `java.util.ArrayList`"),
            ),
            ("org.acme.Warehouse", None),
            ("Foo", None),
        ] {
            assert_eq!(vm.advice_on_class(name).as_deref(), advice, "{name}");
        }
    }
}
