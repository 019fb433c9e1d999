//! TEST.

use crate::connector::Connector;
use rovy_interp::Res;

impl Connector {
    /// Validates the configuration and runs the test script, if there is one; what it returns means nothing.
    pub fn test(&mut self) -> Res<()> {
        self.validate()?;
        if self.setting("testScriptFileName").is_none() {
            return Ok(());
        }
        let variables = self.variables("TEST", Vec::new())?;
        let value = self.run_configured("testScriptFileName", variables, Some("Test script error"))?;
        value.done();
        Ok(())
    }
}
