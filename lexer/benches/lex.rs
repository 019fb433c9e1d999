//! How fast text becomes tokens: `cargo bench -p rovy-lexer`.

use divan::Bencher;
use divan::counter::BytesCount;
use rovy_lexer::lex;

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
        .bench(|| lex(divan::black_box(&source)));
}

#[divan::bench]
fn comments(bencher: Bencher<'_, '_>) {
    let source = "// a comment of ordinary length, as they are\n".repeat(10_000);
    bencher
        .counter(BytesCount::of_str(&source))
        .bench(|| lex(divan::black_box(&source)));
}
