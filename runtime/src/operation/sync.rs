//! SYNC and GET_LATEST_SYNC_TOKEN.

use super::with_options;
use crate::connector::Connector;
use crate::icf::behaviour::Behaviour;
use crate::icf::operation_options::OperationOptions;
use crate::icf::sync::{self, SyncToken};
use crate::toolkit::handler::{self, Consumer};
use rovy_interp::value::Value;
use rovy_interp::{Res, Vm};

impl Connector {
    /// A synchronisation from a `SyncToken` or null; the script's `SyncToken` or null.
    pub fn sync(&mut self, object_class: &Value, token: &Value, options: &Value, consumer: Consumer) -> Res {
        let owner = self.configuration().clone();
        let value = token
            .as_host::<SyncToken>()
            .map(|t| t.value.clone())
            .unwrap_or_default();
        let own = vec![
            ("objectClass", object_class.clone()),
            ("token", value),
            ("handler", handler::for_sync(owner, consumer)),
        ];
        let variables = self.variables("SYNC", with_options(own, options))?;
        let result = self.run_configured("syncScriptFileName", variables, Some("Sync script error"))?;
        returned_token(&mut self.vm, &result)
    }

    /// The latest `SyncToken` that the script knows, or null. The newer product lets `options` and `token` be read here too.
    pub fn latest_sync_token(&mut self, object_class: &Value) -> Res {
        let mut own = vec![("objectClass", object_class.clone())];
        if Behaviour::of(&self.vm) == Behaviour::Rcs {
            let options = OperationOptions::create(&mut self.vm, &[])?;
            own.push(("options", Value::host(options)));
            own.push(("token", Value::Null));
        }
        let variables = self.variables("GET_LATEST_SYNC_TOKEN", own)?;
        let failure = Some("Sync (GetLatestSyncToken) script error");
        let result = self.run_configured("syncScriptFileName", variables, failure)?;
        returned_token(&mut self.vm, &result)
    }
}

/// Null stays, a token stays, any value of an attribute's type becomes one.
fn returned_token(vm: &mut Vm, value: &Value) -> Res {
    if value.is_null() || value.as_host::<SyncToken>().is_some() {
        return Ok(value.clone());
    }
    sync::new_token(vm, value).map(Value::host)
}
