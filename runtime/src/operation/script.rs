//! RUNSCRIPTONCONNECTOR and RUNSCRIPTONRESOURCE.

use super::with_options;
use crate::connector::Connector;
use crate::icf::exceptions::INVALID_ATTRIBUTE_VALUE_EXCEPTION;
use crate::icf::script_context::ScriptContext;
use crate::toolkit::operation_type;
use rovy_interp::Res;
use rovy_interp::value::{Map, Str, Value};

impl Connector {
    /// Runs the text of a `ScriptContext` in the connector; its arguments are variables.
    pub fn run_script_on_connector(&mut self, context: &ScriptContext, options: &Value) -> Res {
        if !context.language.text().eq_ignore_ascii_case("groovy") {
            return Err(self
                .vm
                .throw(&INVALID_ATTRIBUTE_VALUE_EXCEPTION, "Only Groovy is supported"));
        }
        let variables = Map::empty();
        let arguments = context.arguments.borrow().pairs();
        for (name, value) in arguments {
            if let Value::Str(name) = name {
                variables.put_str(&name, value);
            }
        }
        variables.put_str(&Str::new("operation"), operation_type::named("RUNSCRIPTONCONNECTOR"));
        if !options.is_null() {
            variables.put_str(&Str::new("options"), options.clone());
        }
        variables.put_str(&Str::new("configuration"), self.configuration().clone());
        self.run_text(&context.text.text(), variables)
    }

    /// Hands a `ScriptContext` to the script that runs scripts on the resource.
    pub fn run_script_on_resource(&mut self, context: &ScriptContext, options: &Value) -> Res {
        let own = vec![
            ("scriptArguments", Value::Map(context.arguments.clone())),
            ("scriptText", Value::Str(context.text.clone())),
            ("scriptLanguage", Value::Str(context.language.clone())),
        ];
        let variables = self.variables("RUNSCRIPTONRESOURCE", with_options(own, options))?;
        self.run_configured("scriptOnResourceScriptFileName", variables, None)
    }
}
