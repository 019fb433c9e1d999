//! `NAME=JSON` arguments.

use std::str::FromStr;

use serde_json::Value;

/// A name with a value, as `--set` and `--bind` take it.
#[derive(Debug, Clone)]
pub struct NamedJson {
    pub name: String,
    pub value: Value,
}

impl FromStr for NamedJson {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let Some((name, json)) = text.split_once('=').filter(|(name, _)| !name.is_empty()) else {
            return Err("expected NAME=JSON".to_owned());
        };
        match serde_json::from_str(json) {
            Ok(value) => Ok(Self {
                name: name.to_owned(),
                value,
            }),
            Err(error) => Err(format!(
                "{name}: expected JSON, found {json} ({error}); texts need quotes: {name}='\"text\"'"
            )),
        }
    }
}
