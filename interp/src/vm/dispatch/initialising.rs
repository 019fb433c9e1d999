//! Static initialisers: run once, before a class is used.

use super::super::Vm;
use super::super::script_class::{InitState, ScriptClass};
use crate::Res;
use crate::jdk::throwables;
use crate::program::ClassTemplate;
use crate::registry::ClassId;
use crate::value::Value;
use crate::vm::Unit;
use std::rc::Rc;

impl Vm {
    /// Runs a class's static initialiser if it has not run, its superclass's first.
    pub(crate) fn initialise(&mut self, id: ClassId) -> Res<()> {
        let Some(class) = self.script_class(id) else {
            return Ok(());
        };
        match class.state.get() {
            InitState::Begun => return Ok(()),
            InitState::Failed => {
                let text = format!("Could not initialize class {}", class.name());
                return Err(self.throw(&throwables::NO_CLASS_DEF_FOUND_ERROR, text));
            }
            InitState::Waiting => {}
        }
        if self.is_absent(id) {
            return Err(self.absent_class_used(id));
        }
        let class = class.clone();
        class.state.set(InitState::Begun);
        self.initialise(class.superclass)?;
        let Some((unit, index)) = class.template.clone() else {
            return Ok(());
        };
        let Some(template) = unit.program.classes.get(index) else {
            return Ok(());
        };
        let done = self.run_static_initialiser(&unit, template, &class);
        match done {
            Ok(()) => Ok(()),
            Err(thrown) => {
                class.state.set(InitState::Failed);
                Err(self.initialiser_failed(thrown)?)
            }
        }
    }

    fn run_static_initialiser(&mut self, unit: &Rc<Unit>, template: &ClassTemplate, class: &ScriptClass) -> Res<()> {
        let this = Value::class(class.id);
        for (ordinal, (name, body)) in template.constants.iter().enumerate() {
            self.enum_ordinal = Some((Rc::from(&**name), ordinal as i32));
            let constant = self.run(unit, unit.body(*body), &this, &[], None, &mut [])?;
            // The constants are mostly the first static fields, in order.
            let nth = class.statics.get(ordinal).filter(|s| *s.field.name == **name);
            if let Some(field) = nth.or_else(|| class.static_field(name)) {
                field.value.replace(constant).done();
            }
        }
        if let Some(init) = template.static_init {
            self.run(unit, unit.body(init), &this, &[], None, &mut [])?.done();
        }
        Ok(())
    }

    /// What is no error leaves a static initialiser as the cause of one.
    fn initialiser_failed(&mut self, thrown: crate::Thrown) -> Res<crate::Thrown> {
        let exception = self.catch(thrown)?;
        if self.is_instance(&exception, throwables::ERROR.id()) {
            return Ok(self.throw_value(exception));
        }
        let failed = self.construct(
            throwables::EXCEPTION_IN_INITIALIZER_ERROR.id(),
            &[Value::Null, exception],
        )?;
        Ok(self.throw_value(failed))
    }
}
