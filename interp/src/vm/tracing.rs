//! `--trace`: which of local, owner, delegate, binding, class or hook answered each name that a script reads or calls.

use super::{Unit, Vm};
use crate::value::{Closure, Strategy, Value};
use indexmap::IndexMap;
use rovy_parser::Span;
use std::rc::Rc;

/// What was traced: place, name and answer, with how often.
#[derive(Default)]
pub struct NameTrace {
    seen: IndexMap<(String, u32, u32, String, String), u64, rustc_hash::FxBuildHasher>,
}

impl NameTrace {
    /// One line for each: `File.groovy:LINE:COLUMN NAME -> ANSWER`, repeats counted.
    pub fn lines(&self) -> impl Iterator<Item = String> + '_ {
        self.seen.iter().map(|((file, line, column, name, answer), count)| {
            let times = if *count > 1 {
                format!(" ({count} times)")
            } else {
                String::new()
            };
            format!("{file}:{line}:{column} {name} -> {answer}{times}")
        })
    }
}

impl Vm {
    /// Notes what answered a name.
    pub(crate) fn trace_answer(&mut self, unit: &Rc<Unit>, span: Span, name: &str, answer: String) {
        let program = &unit.program;
        let at = program.lines.position(&program.source, span.start);
        let key = (program.file.to_string(), at.line, at.column, name.to_string(), answer);
        *self.name_trace.seen.entry(key).or_default() += 1;
    }

    /// What will answer a name that no scope knows.
    pub(crate) fn answer_of(&mut self, this: &Value, closure: Option<&Rc<Closure>>, name: &str, call: bool) -> String {
        let answer = match closure {
            Some(closure) => self.closure_answer(closure, name, call, 0),
            None => self.object_answer(this, name, call),
        };
        answer.unwrap_or_else(|| format!("hook({})", if call { "methodMissing" } else { "propertyMissing" }))
    }

    /// What a closure's owner or delegate answers, by its strategy.
    fn closure_answer(&mut self, closure: &Rc<Closure>, name: &str, call: bool, depth: u32) -> Option<String> {
        let owner = ("owner", closure.owner.clone());
        let delegate = ("delegate", closure.delegate.borrow().clone());
        let order = match closure.strategy.get() {
            Strategy::OwnerFirst => vec![owner, delegate],
            Strategy::DelegateFirst => vec![delegate, owner],
            Strategy::OwnerOnly => vec![owner],
            Strategy::DelegateOnly => vec![delegate],
            Strategy::ToSelf => Vec::new(),
        };
        order.into_iter().find_map(|(word, target)| match &target {
            Value::Closure(outer) if depth < 64 => self.closure_answer(outer, name, call, depth + 1),
            other => self
                .answers(other, name, call)
                .then(|| format!("{word}({})", self.type_text(other.class_id()))),
        })
    }

    fn object_answer(&mut self, this: &Value, name: &str, call: bool) -> Option<String> {
        if self
            .binding_variables(this)
            .is_some_and(|v| v.get_str(&crate::value::Str::new(name)).is_some())
        {
            return Some("binding".into());
        }
        let class = this.as_class().unwrap_or(this.class_id());
        self.answers(this, name, call)
            .then(|| format!("class({})", self.type_text(class)))
    }

    /// Whether a target has a member of a name, hooks not asked.
    fn answers(&mut self, target: &Value, name: &str, call: bool) -> bool {
        let class = target.as_class().unwrap_or(target.class_id());
        let text = crate::value::Str::new(name);
        let variable = match target {
            Value::Map(map) => map.get_str(&text).is_some(),
            other => self
                .binding_variables(other)
                .is_some_and(|v| v.get_str(&text).is_some()),
        };
        let field = self
            .script_class(class)
            .is_some_and(|c| c.field_slot(name).is_some() || c.static_field(name).is_some());
        if variable || field {
            return true;
        }
        if call {
            !self.candidates(class, name).is_empty()
        } else {
            self.has_getter(target, name)
        }
    }
}
