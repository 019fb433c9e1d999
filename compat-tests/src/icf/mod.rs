//! `compat-tests icf`: connector cases recorded from the Java toolkit, run here and compared.
//!
//! A case is a folder with `case.json`, scripts and `expected.json`; `cases/icf/FORMAT.md` describes both files.

mod answer;
mod compare;
mod input;
mod normal;
mod operation;
mod run;

use crate::cases::{self, Outcome};
use std::path::{Path, PathBuf};

/// The cases below a folder.
pub fn find(folder: &Path) -> Vec<PathBuf> {
    let files = cases::files(folder, "json").into_iter();
    let cases = files.filter(|f| f.file_name().is_some_and(|n| n == "case.json"));
    cases.filter_map(|f| f.parent().map(Path::to_path_buf)).collect()
}

/// Runs one case.
pub fn check(folder: &Path) -> Outcome {
    let ran = std::panic::catch_unwind(|| run::case(folder));
    let Ok(ran) = ran else {
        return Outcome::Failed("  the runtime panicked".into());
    };
    let differences = match (ran, read(&folder.join("expected.json"))) {
        (Ok(steps), Ok(expected)) => compare::steps(&steps, &expected),
        (Err(problem), _) | (_, Err(problem)) => vec![problem],
    };
    if differences.is_empty() {
        Outcome::Passed
    } else {
        Outcome::Failed(format!("  {}", differences.join("\n  ")))
    }
}

fn read(path: &Path) -> Result<serde_json::Value, String> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    serde_json::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))
}
