//! SCHEMA.

use crate::connector::Connector;
use crate::icf::exceptions::CONNECTOR_EXCEPTION;
use crate::icf::schema::Schema;
use crate::toolkit::builder::IcfObjectBuilder;
use rovy_interp::Res;
use rovy_interp::value::Value;

impl Connector {
    /// The `Schema` that the schema script builds; kept as long as the connector lives. A failure is not kept.
    pub fn schema(&mut self) -> Res {
        if !self.schema.is_null() {
            return Ok(self.schema.clone());
        }
        let variables = self.variables("SCHEMA", vec![("builder", Value::host(IcfObjectBuilder))])?;
        let schema = self.run_configured("schemaScriptFileName", variables, Some("SchemaScript error"))?;
        if schema.as_host::<Schema>().is_none() {
            return Err(self
                .vm
                .throw(&CONNECTOR_EXCEPTION, "SchemaScript must return with Schema object"));
        }
        self.schema = schema.clone();
        Ok(schema)
    }
}
