//! How fast text becomes a tree: `cargo bench -p rovy-parser`. With `ROVY_BENCH_FOLDER` the Groovy files below it are read
//! as well.

use std::path::Path;
use std::{env, fs};

use divan::Bencher;
use divan::counter::BytesCount;
use rovy_parser::{Options, parse};

/// A piece of a connector script, as often as asked for.
const SCRIPT: &str = include_str!("../../bench/parts/connector.groovy");

fn main() {
    divan::main();
}

#[divan::bench(args = [1, 1_000])]
fn script(bencher: Bencher<'_, '_>, times: usize) {
    let source = SCRIPT.repeat(times);
    bencher
        .counter(BytesCount::of_str(&source))
        .bench(|| parse(divan::black_box(&source), &Options::default()));
}

#[divan::bench]
fn chain(bencher: Bencher<'_, '_>) {
    let source = format!("x = a{}", ".b(1) + c".repeat(2_000));
    bencher
        .counter(BytesCount::of_str(&source))
        .bench(|| parse(divan::black_box(&source), &Options::default()));
}

#[divan::bench]
fn folder(bencher: Bencher<'_, '_>) {
    let mut sources = Vec::new();
    if let Ok(folder) = env::var("ROVY_BENCH_FOLDER") {
        collect(Path::new(&folder), &mut sources);
    }
    let bytes: usize = sources.iter().map(String::len).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        for source in &sources {
            divan::black_box(parse(source, &Options::default()));
        }
    });
}

/// Adds the text of the Groovy files below `folder`.
fn collect(folder: &Path, sources: &mut Vec<String>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, sources);
        } else if path.extension().is_some_and(|extension| extension == "groovy") {
            sources.extend(fs::read_to_string(path));
        }
    }
}
