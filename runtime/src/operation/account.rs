//! AUTHENTICATE and RESOLVE_USERNAME.

use super::{returned_uid, with_options};
use crate::connector::Connector;
use rovy_interp::Res;
use rovy_interp::value::Value;

impl Connector {
    /// The Uid of a user with a password, a `GuardedString`.
    pub fn authenticate(&mut self, object_class: &Value, username: &str, password: &Value, options: &Value) -> Res {
        let own = vec![
            ("objectClass", object_class.clone()),
            ("username", Value::str(username)),
            ("password", password.clone()),
        ];
        let variables = self.variables("AUTHENTICATE", with_options(own, options))?;
        let failure = Some("Authenticate script error");
        let result = self.run_configured("authenticateScriptFileName", variables, failure)?;
        returned_uid(&mut self.vm, "AUTHENTICATE", &result)
    }

    /// The Uid of a user.
    pub fn resolve_username(&mut self, object_class: &Value, username: &str, options: &Value) -> Res {
        let own = vec![
            ("objectClass", object_class.clone()),
            ("username", Value::str(username)),
        ];
        let variables = self.variables("RESOLVE_USERNAME", with_options(own, options))?;
        let failure = Some("ResolveUsernameScript error");
        let result = self.run_configured("resolveUsernameScriptFileName", variables, failure)?;
        returned_uid(&mut self.vm, "RESOLVE_USERNAME", &result)
    }
}
