//! How fast a tree becomes a program: `cargo bench -p rovy-interp --bench lower`.

use divan::Bencher;
use divan::counter::BytesCount;
use rovy_interp::jdk;
use rovy_interp::lower::{Imports, Options, Resolver, lower};
use rovy_interp::registry::Registry;
use rovy_parser::{Options as ParserOptions, parse};

/// A piece of a connector script, as often as asked for.
const SCRIPT: &str = include_str!("../../bench/parts/connector.groovy");

fn main() {
    divan::main();
}

/// The classes of the library.
struct Library(Registry);

impl Resolver for Library {
    fn is_class(&mut self, name: &str) -> bool {
        self.0.class(name).is_some()
    }

    fn is_interface(&mut self, name: &str) -> bool {
        self.0.class(name).is_some_and(|class| class.interface)
    }

    fn nested_class(&mut self, _: &str, _: &str) -> Option<String> {
        None
    }

    fn has_static(&mut self, _: &str, _: &str) -> bool {
        false
    }
}

#[divan::bench(args = [1, 100])]
fn script(bencher: Bencher<'_, '_>, times: usize) {
    let source = SCRIPT.repeat(times);
    let unit = parse(&source, &ParserOptions::default()).unit;
    let mut library = Library(Registry::new(jdk::CLASSES));
    let mut run = || {
        let options = Options {
            name: "Script1",
            file: "Script1.groovy",
            imports: Imports::default(),
            base_class: "groovy.lang.Script",
            trace: false,
            placed_calls: &[],
        };
        lower(divan::black_box(&unit), &source, options, &mut library)
    };
    assert!(run().is_ok(), "the script has no mistakes");
    bencher.counter(BytesCount::of_str(&source)).bench_local(run);
}
