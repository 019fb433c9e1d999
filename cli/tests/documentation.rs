//! Every answer that the README shows is the answer of a real run.
//!
//! A block marked `console` has lines `$ rovy …` (or `$ cargo run … -- …`), each followed by what it prints. To write the
//! answers anew: `ROVY_REWRITE_DOCS=1 cargo test -p rovy --test documentation`.

use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Splits a command as a shell does, quotes only.
fn words(line: &str) -> Vec<String> {
    let (mut out, mut word, mut quote) = (Vec::new(), None::<String>, None);
    for c in line.chars() {
        match (c, quote) {
            ('\'' | '"', None) => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (c, Some(q)) if c == q => quote = None,
            (' ', None) => out.extend(word.take()),
            (c, _) => word.get_or_insert_default().push(c),
        }
    }
    out.extend(word);
    out
}

/// What a documented command prints.
fn answer(line: &str) -> Option<String> {
    let words = words(line);
    let args = match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["rovy", ..] => &words[1..],
        ["cargo", "run", ..] => &words[words.iter().position(|w| w == "--")? + 1..],
        _ => return None,
    };
    let output = Command::new(env!("CARGO_BIN_EXE_rovy"))
        .args(args)
        .current_dir(root())
        .env("TZ", "UTC")
        .env("NO_COLOR", "1")
        .output()
        .ok()?;
    let shown = if output.stdout.is_empty() {
        output.stderr
    } else {
        output.stdout
    };
    Some(String::from_utf8_lossy(&shown).into_owned())
}

/// The text with the answers of real runs.
fn rewritten(text: &str) -> String {
    let mut out = String::new();
    let mut console = false;
    let mut answered = false;
    for line in text.lines() {
        if line.starts_with("```") {
            console = line == "```console";
            answered = false;
        } else if console {
            let command = line.strip_prefix("$ ");
            let known = command.and_then(answer);
            if command.is_some() {
                answered = known.is_some();
                out.push_str(line);
                out.push('\n');
                out.push_str(&known.unwrap_or_default());
                continue;
            }
            if answered {
                continue;
            }
        }
        out.push_str(line);
        out.push('\n');
    }
    out
}

#[test]
fn the_readme_shows_real_answers() {
    let path = root().join("README.md");
    let text = std::fs::read_to_string(&path).expect("README.md is there");
    let real = rewritten(&text);
    if std::env::var_os("ROVY_REWRITE_DOCS").is_some() {
        std::fs::write(&path, real).expect("README.md can be written");
        return;
    }
    assert_eq!(text, real, "README.md shows other answers than real runs give");
}

#[test]
fn commands_are_split_as_a_shell_does() {
    assert_eq!(
        words("rovy run -e 'println 1' a"),
        ["rovy", "run", "-e", "println 1", "a"]
    );
}
