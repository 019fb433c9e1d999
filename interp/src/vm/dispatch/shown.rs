//! How messages show the arguments of a call, as Groovy's `FormatHelper` does: their types and their values, cut after about 80
//! characters.

use super::super::Vm;
use crate::Thrown;
use crate::registry::ClassId;
use crate::value::Value;

/// After so many characters nothing more is shown.
const MOST: usize = 80;

impl Vm {
    /// `Integer, String`: the types of arguments. Where they are many, packages shrink to letters: `j.u.c.ConcurrentHashMap`.
    pub(super) fn shown_types(&self, args: &[Value]) -> String {
        let types: Vec<String> = args.iter().map(|arg| self.shown_type(arg)).collect();
        let plain = types.join(", ");
        if plain.len() <= MOST {
            return plain;
        }
        let mut short = String::new();
        for (index, name) in types.iter().enumerate() {
            if short.len() >= MOST {
                short.push_str("...");
                break;
            }
            if index > 0 {
                short.push_str(", ");
            }
            let (packages, simple) = name.rsplit_once('.').unwrap_or(("", name));
            for package in packages.split('.') {
                short.extend(
                    package
                        .chars()
                        .next()
                        .into_iter()
                        .chain(['.'])
                        .filter(|_| !package.is_empty()),
                );
            }
            short.push_str(simple);
        }
        short
    }

    fn shown_type(&self, arg: &Value) -> String {
        let class = arg.class_id();
        if arg.is_null() || class.dimensions() > 0 || matches!(arg, Value::GString(_)) {
            return self.class_name_of(arg).to_string();
        }
        self.type_text(class)
    }

    /// A class as messages name it: `String`, `java.sql.Date`, `int[]`; simple in the packages that every script imports.
    pub(crate) fn type_text(&self, class: ClassId) -> String {
        if let Some(component) = class.component() {
            return format!("{}[]", self.type_text(component));
        }
        let name = self.class_name(class);
        let (package, simple) = name.rsplit_once('.').unwrap_or(("", &name));
        let imported = match package {
            "java.lang" | "java.util" | "java.io" | "java.net" | "groovy.lang" | "groovy.util" => true,
            "java.math" => matches!(simple, "BigDecimal" | "BigInteger"),
            _ => false,
        };
        if imported {
            simple.rsplit('$').next().unwrap_or(simple).to_owned()
        } else {
            name.to_string()
        }
    }

    /// `[1, a]`: the values of arguments; one that cannot be shown is named by its exception.
    pub(super) fn shown_values(&mut self, args: &[Value]) -> Result<String, Thrown> {
        let mut out = String::from("[");
        for (index, arg) in args.iter().enumerate() {
            if index > 0 {
                out.push_str(", ");
            }
            let written = out.encode_utf16().count();
            if written > MOST {
                out.push_str("...");
                break;
            }
            match self.to_text_within(arg, MOST - written) {
                Ok(text) => out.push_str(&text),
                Err(thrown) => {
                    let exception = self.catch(thrown)?;
                    let name = self.class_name(arg.class_id());
                    out.push_str(&format!("<{name}@{:x}>", exception.identity()));
                }
            }
        }
        out.push(']');
        Ok(out)
    }
}
