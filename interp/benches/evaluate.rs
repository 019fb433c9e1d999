//! How fast scripts run: `cargo bench -p rovy-interp --bench evaluate`. Each is compiled once and run often;
//! `bench/run` at the top level compares with real Groovy.

use divan::Bencher;
use divan::counter::ItemsCount;
use rovy_interp::{HostServices, Interpreter, Limits};

fn main() {
    divan::main();
}

/// Runs a script of so many steps, and takes for wrong one that does not give the expected value.
fn script(bencher: Bencher<'_, '_>, steps: usize, text: &str, expected: &str) {
    let mut groovy = Interpreter::new(&[], HostServices::default(), Limits::default());
    let script = groovy.compile("Bench", text).expect("the script compiles");
    let value = groovy.run(&script).expect("the script runs");
    assert_eq!(groovy.text(&value).expect("the value has a text"), expected);
    bencher
        .counter(ItemsCount::new(steps))
        .bench_local(|| groovy.run(&script).is_ok());
}

/// Methods of a script that call themselves.
#[divan::bench]
fn calls(bencher: Bencher<'_, '_>) {
    let text = "def fib(n) { if (n < 2) return n; return fib(n - 1) + fib(n - 2) }\nfib(20)";
    script(bencher, 21_891, text, "6765");
}

/// Methods of objects, chosen by the receiver's class.
#[divan::bench]
fn virtual_calls(bencher: Bencher<'_, '_>) {
    let text = "
        class Square { def side; def area() { side * side } }
        class Circle { def radius; def area() { 3 * radius * radius } }
        def shapes = [new Square(side: 2), new Circle(radius: 1)]
        def sum = 0
        for (int i = 0; i < 10000; i++) sum += shapes[i % 2].area()
        sum";
    script(bencher, 10_000, text, "35000");
}

/// A closure that a native loop calls, changing a captured variable.
#[divan::bench]
fn closures(bencher: Bencher<'_, '_>) {
    script(
        bencher,
        10_000,
        "def sum = 0; (0..<10000).each { sum += it }; sum",
        "49995000",
    );
}

/// Closures in a chain, each making a list.
#[divan::bench]
fn closure_chain(bencher: Bencher<'_, '_>) {
    let text = "(1..10000).collect { it * 2 }.findAll { it % 3 == 0 }.inject(0) { sum, i -> sum + i }";
    script(bencher, 23_333, text, "33336666");
}

/// A name that the delegate answers, as in a connector's `handler { … }`.
#[divan::bench]
fn delegation(bencher: Bencher<'_, '_>) {
    let text = "
        class Words { def seen = 0; def word(x) { seen += x } }
        def words = new Words()
        def block = { word 1 }
        block.delegate = words
        for (int i = 0; i < 10000; i++) block()
        words.seen";
    script(bencher, 10_000, text, "10000");
}

/// A map by keys that are made as it runs.
#[divan::bench]
fn maps(bencher: Bencher<'_, '_>) {
    let text = "
        def map = [:]
        for (int i = 0; i < 10000; i++) { def key = 'k' + (i % 100); map[key] = (map[key] ?: 0) + 1 }
        map.k7";
    script(bencher, 10_000, text, "100");
}

/// Properties of maps by constant names.
#[divan::bench]
fn map_properties(bencher: Bencher<'_, '_>) {
    let text = "def user = [name: 'Ada', age: 1]; for (int i = 0; i < 10000; i++) user.age = user.age + 1; user.age";
    script(bencher, 10_000, text, "10001");
}

/// Elements of a list.
#[divan::bench]
fn lists(bencher: Bencher<'_, '_>) {
    let text = "
        def list = []
        for (int i = 0; i < 10000; i++) list << i
        for (int i = 1; i < 10000; i++) list[i] = list[i] + list[i - 1]
        list[9999]";
    script(bencher, 20_000, text, "49995000");
}

/// Texts put together and looked through.
#[divan::bench]
fn texts(bencher: Bencher<'_, '_>) {
    let text = "
        def found = 0
        for (int i = 0; i < 10000; i++) { def text = \"user$i@example.com\"; if (text.endsWith('7@example.com')) found++ }
        found";
    script(bencher, 10_000, text, "1000");
}
