//! What all kinds of cases share: running them on all cores, printing what fails, known failures.

use crate::Request;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How a case went.
pub enum Outcome {
    /// As recorded.
    Passed,
    /// Not as recorded: a short difference.
    Failed(String),
}

/// Runs the cases below the folders and prints what fails.
pub fn run(request: &Request, own: &str, find: fn(&Path) -> Vec<PathBuf>, check: fn(&Path) -> Outcome) -> ExitCode {
    let copies = Path::new(env!("CARGO_MANIFEST_DIR")).join(own);
    let folders = if request.folders.is_empty() {
        vec![copies]
    } else {
        request.folders.clone()
    };
    let mut cases: Vec<PathBuf> = folders.iter().flat_map(|f| find(f)).collect();
    cases.sort();
    let known = match request.known.as_deref().map(read_known) {
        None => BTreeMap::new(),
        Some(Ok(known)) => known,
        Some(Err(error)) => {
            eprintln!("error: {error}");
            return ExitCode::from(2);
        }
    };
    let next = AtomicUsize::new(0);
    let results: Mutex<Vec<(PathBuf, Outcome)>> = Mutex::new(Vec::new());
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let outcome = check(case);
                    if let Ok(mut results) = results.lock() {
                        results.push((case.clone(), outcome));
                    }
                }
            });
        }
    });
    let mut results = results.into_inner().unwrap_or_default();
    results.sort_by(|a, b| a.0.cmp(&b.0));
    report(request, &known, &results)
}

fn report(request: &Request, known: &BTreeMap<String, String>, results: &[(PathBuf, Outcome)]) -> ExitCode {
    let (mut passed, mut failed, mut unexpected) = (0, 0, 0);
    for (path, outcome) in results {
        let stem = path
            .file_stem()
            .map(|s| s.to_string_lossy().into_owned())
            .unwrap_or_default();
        let listed = known.contains_key(&stem);
        match outcome {
            Outcome::Passed => {
                passed += 1;
                if request.list {
                    println!("{}", path.display());
                }
                if listed {
                    unexpected += 1;
                    println!("PASSES THOUGH LISTED {}", path.display());
                }
            }
            Outcome::Failed(difference) => {
                failed += 1;
                if !listed {
                    unexpected += 1;
                    if !request.list {
                        println!("FAIL {}\n{difference}", path.display());
                    }
                }
            }
        }
    }
    println!("{passed} passed, {failed} failed");
    let good = if request.known.is_some() {
        unexpected == 0
    } else {
        failed == 0
    };
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Known failures, a line each: `NAME: reason`.
fn read_known(path: &Path) -> Result<BTreeMap<String, String>, String> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let lines = text
        .lines()
        .map(str::trim)
        .filter(|l| !l.is_empty() && !l.starts_with('#'));
    lines
        .map(|line| match line.split_once(": ") {
            Some((name, reason)) => Ok((name.to_string(), reason.to_string())),
            None => Err(format!("{}: a line reads NAME: reason, found {line}", path.display())),
        })
        .collect()
}

/// All files of an ending below a folder, or the file itself.
pub fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    if folder.is_file() {
        return vec![folder.to_path_buf()];
    }
    let mut out = Vec::new();
    let mut waiting = vec![folder.to_path_buf()];
    while let Some(next) = waiting.pop() {
        let Ok(entries) = std::fs::read_dir(&next) else {
            continue;
        };
        for entry in entries.flatten() {
            let path = entry.path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|e| e == ending) {
                out.push(path);
            }
        }
    }
    out
}
