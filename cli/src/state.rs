//! The file in which `sync --state` keeps its tokens between runs:
//! `{"TYPE": {"nativeType": …, "syncToken": …}}`, as IDM stores them.

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use rovy_runtime::rest::SyncToken;
use serde_json::{Map, Value, json};
use tempfile::NamedTempFile;

use crate::failure::Failure;

/// The stored tokens of a connector's types.
#[derive(Debug)]
pub struct State {
    path: PathBuf,
    types: Map<String, Value>,
}

impl State {
    /// Reads the file; one that is not there is empty.
    pub fn read(path: &Path) -> Result<Self, Failure> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        if let Some(missing) = folder.filter(|folder| !folder.is_dir()) {
            return Err(Failure::usage(format!("{}: no such folder", missing.display())));
        }
        let bytes = match std::fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => b"{}".to_vec(),
            Err(error) => return Err(Failure::usage(format!("{}: {error}", path.display()))),
        };
        let types = match serde_json::from_slice(&bytes) {
            Ok(Value::Object(types)) => types,
            Ok(other) => return Err(damaged(path, &format!("expected an object, found {other}"))),
            Err(error) => return Err(Failure::usage(malformed(path, &error))),
        };
        let state = Self {
            path: path.to_owned(),
            types,
        };
        for name in state.types.keys() {
            state.token(name)?;
        }
        Ok(state)
    }

    /// The token of a type; none when the type was never asked.
    pub fn token(&self, object_type: &str) -> Result<Option<SyncToken>, Failure> {
        let Some(entry) = self.types.get(object_type) else {
            return Ok(None);
        };
        match (entry.get("nativeType"), entry.get("syncToken")) {
            (Some(Value::String(native_type)), Some(value)) => Ok(Some(SyncToken {
                native_type: Some(native_type.clone()),
                value: value.clone(),
            })),
            _ => Err(damaged(
                &self.path,
                &format!("{object_type}: expected {{\"nativeType\": …, \"syncToken\": …}}, found {entry}"),
            )),
        }
    }

    /// Stores the token of a type. The file is replaced in one step: it is the old one or the new one.
    pub fn store(&mut self, object_type: &str, token: SyncToken) -> Result<(), Failure> {
        let entry = json!({"nativeType": token.native_type, "syncToken": token.value});
        self.types.insert(object_type.to_owned(), entry);
        self.write()
            .map_err(|cause| Failure::failed(format!("{}: {cause}", self.path.display())))
    }

    fn write(&self) -> std::io::Result<()> {
        let folder = match self.path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let mut file = NamedTempFile::new_in(folder)?;
        writeln!(file, "{:#}", Value::Object(self.types.clone()))?;
        file.as_file().sync_all()?;
        if let Ok(old) = std::fs::metadata(&self.path) {
            std::fs::set_permissions(file.path(), old.permissions())?;
        }
        file.persist(&self.path)?;
        Ok(())
    }
}

/// A mistake in JSON with its place, which serde_json tells at the end of its message.
fn malformed(path: &Path, error: &serde_json::Error) -> String {
    let message = error.to_string();
    let what = message.split(" at line ").next().unwrap_or(&message);
    format!("{}:{}:{}: {what}", path.display(), error.line(), error.column().max(1))
}

fn damaged(path: &Path, what: &str) -> Failure {
    Failure::usage(format!("{}: {what}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token(value: Value) -> SyncToken {
        SyncToken {
            native_type: Some("integer".to_owned()),
            value,
        }
    }

    #[test]
    fn tokens_are_kept_for_each_type() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("state.json");
        let mut state = State::read(&path).expect("an empty state");
        assert_eq!(state.token("users").expect("no damage"), None);
        state.store("users", token(json!(17))).expect("stored");
        state.store("groups", token(json!(5))).expect("stored");
        state.store("users", token(json!(18))).expect("stored");
        let again = State::read(&path).expect("a state");
        assert_eq!(again.token("users").expect("no damage"), Some(token(json!(18))));
        assert_eq!(again.token("groups").expect("no damage"), Some(token(json!(5))));
        let files = std::fs::read_dir(folder.path()).expect("a folder").count();
        assert_eq!(files, 1);
    }

    #[test]
    fn damaged_files_are_refused() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("state.json");
        for (text, message) in [
            ("{\"users\": ", "state.json:1:10: EOF"),
            ("[]", "state.json: expected an object, found []"),
            ("{\"users\": 5}", "state.json: users: expected {\"nativeType\""),
        ] {
            std::fs::write(&path, text).expect("a written file");
            let failure = State::read(&path).expect_err(text);
            let shown = failure.to_string();
            assert!(shown.contains(message), "{shown}");
        }
    }

    #[test]
    fn a_failed_write_leaves_the_file() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("gone").join("state.json");
        std::fs::create_dir(folder.path().join("gone")).expect("a folder");
        let mut state = State::read(&path).expect("an empty state");
        std::fs::remove_dir(folder.path().join("gone")).expect("no folder");
        assert!(state.store("users", token(json!(1))).is_err());
        let missing = State::read(&path).expect_err("no folder");
        assert!(missing.to_string().ends_with("gone: no such folder"), "{missing}");
    }
}
