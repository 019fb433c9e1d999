//! Texts that scripts evaluate, loaded once and used again.
//!
//! Each evaluation of a text behaves as if its classes were new: the script has a name of its own, static fields are fresh.
//! Where nothing of an earlier evaluation is alive (no script object, no instance, no closure: each of them holds the unit),
//! nobody can tell, and the unit is used again, with its class ids and warm call sites. Else the text is loaded anew. A class
//! that an evaluation hands out as its result stays what it was; classes that it hides elsewhere are the later ones' too.

use super::{LoadError, Source, Unit, Vm};
use crate::heap;
use crate::value::Value;
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// The name under which scripts that get a number for a name are lowered.
const NUMBERED: &str = "Script1";
/// That script's file.
const NUMBERED_FILE: &str = "Script1.groovy";
/// So many units of a text in use are worth a look whether only cycles keep them alive.
const IN_USE: usize = 16;

/// A unit, and how many references to it there are when nothing of an evaluation is alive.
struct Evaluated {
    unit: Rc<Unit>,
    own: usize,
}

impl Evaluated {
    fn is_free(&self) -> bool {
        Rc::strong_count(&self.unit) == self.own
    }
}

/// The units of one text.
#[derive(Default)]
struct OfText {
    units: Vec<Evaluated>,
    /// How many units in use make the next sweep of cycles due.
    due: usize,
}

/// The units of all texts, by the hash of what they were made from.
#[derive(Default)]
pub(super) struct Evaluations(FxHashMap<u64, OfText>);

impl Vm {
    /// Loads a source that will be evaluated, or finds a unit of it that nothing uses.
    ///
    /// # Errors
    ///
    /// What keeps it from running.
    pub(super) fn load_to_evaluate(&mut self, source: Source) -> Result<Rc<Unit>, Box<LoadError>> {
        let lowered = Source {
            name: lowered_name(&source),
            file: if is_numbered(&source) {
                NUMBERED_FILE
            } else {
                source.file
            },
            text: source.text,
        };
        let key = self.program_key(lowered);
        if let Some(unit) = self.free_unit(key, source.text) {
            self.begin_anew(&unit, &source);
            return Ok(unit);
        }
        let program = self.program(lowered).map_err(|mut error| {
            error.file = source.file.into();
            error
        })?;
        let unit = Unit::to_evaluate(program);
        self.define_classes(&unit);
        self.begin_anew(&unit, &source);
        // When the caller is done, the reference here stands in place of the caller's.
        let own = Rc::strong_count(&unit);
        let units = &mut self.evaluations.0.entry(key).or_default().units;
        units.push(Evaluated {
            unit: unit.clone(),
            own,
        });
        Ok(unit)
    }

    fn free_unit(&mut self, key: u64, text: &str) -> Option<Rc<Unit>> {
        let known = self.evaluations.0.get_mut(&key)?;
        let free = |known: &OfText| known.units.iter().rev().find(|u| u.is_free()).map(|u| u.unit.clone());
        let mut found = free(known);
        if found.is_none() && known.units.len() >= known.due.max(IN_USE) {
            heap::cycles::sweep();
            found = free(known);
            known.due = 2 * known.units.iter().filter(|u| !u.is_free()).count();
        }
        found.filter(|unit| *unit.program.source == *text)
    }

    /// Gives a unit's classes the names of an evaluation, and fresh static fields.
    fn begin_anew(&mut self, unit: &Rc<Unit>, source: &Source) {
        unit.rename(source.name, source.file);
        for (class, name) in unit.all_classes() {
            if let Some(class) = self.script_class(class) {
                class.begin_anew(name);
            }
        }
    }

    /// Keeps the class that an evaluation gave as it is: its unit is not used again.
    pub(super) fn keep_class(&mut self, result: &Value) {
        let class = result.as_class().and_then(|class| self.script_class(class.element()));
        if let Some(unit) = class.and_then(|class| class.unit_in_use()) {
            let units = self.evaluations.0.values_mut().map(|known| &mut known.units);
            units.for_each(|units| units.retain(|known| !Rc::ptr_eq(&known.unit, &unit)));
        }
    }

    /// Forgets the texts that were evaluated, and the classes of scripts of which nothing is alive.
    pub(super) fn forget_evaluations(&mut self) {
        if self
            .evaluations
            .0
            .values()
            .flat_map(|known| &known.units)
            .any(|known| !known.is_free())
        {
            heap::cycles::sweep();
        }
        let known = std::mem::take(&mut self.evaluations);
        for evaluated in known.0.into_values().flat_map(|known| known.units) {
            // Classes that a text declares may be known to others by their names.
            if evaluated.is_free() && evaluated.unit.program.classes.len() == 1 {
                self.undefine(&evaluated.unit);
            }
        }
    }

    /// Lets go of what a unit's classes hold. Their ids are not given out again, since call sites may remember them.
    fn undefine(&mut self, unit: &Rc<Unit>) {
        for (id, _) in unit.all_classes() {
            self.candidate_cache.forget(id);
            self.getters.forget(id);
            self.undefine_class(id);
        }
    }
}

/// Whether a script's name is only a number that it was given.
fn is_numbered(source: &Source) -> bool {
    let number = source.name.strip_prefix("Script").unwrap_or_default();
    let numbered = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    // A text that speaks of the name is lowered with it.
    numbered && source.file.strip_prefix(source.name) == Some(".groovy") && !source.text.contains("Script")
}

fn lowered_name<'a>(source: &Source<'a>) -> &'a str {
    if is_numbered(source) { NUMBERED } else { source.name }
}
