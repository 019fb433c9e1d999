//! What no script gets past: memory and time, also in a single step of a native method, and whatever the script catches.

mod support;

use support::{Outcome, rovy};

fn code(code: &str, options: &[&str]) -> Outcome {
    let mut arguments = vec!["run"];
    arguments.extend(options);
    arguments.extend(["-e", code]);
    rovy(arguments)
}

/// Scripts that would take far more memory than they may, most of them in one step.
const GROWING: &[&str] = &[
    "('a,' * 30000000).tokenize(',')",
    "('a\\n' * 30000000).readLines()",
    "('a\\n' * 30000000).lines().count()",
    "('a' * 50000000).chars().count()",
    "('a' * 50000000).bytes",
    "('a' * 50000000).toCharArray()",
    "('ab' * 30000000).decodeHex()",
    "def l = (0..1000000).toList(); def k = []; while (true) { k << l.clone() }",
    "def s = 'a' * 1000000; def k = []; while (true) { k << (s + 'b') }",
    "def s = 'a' * 1000000; def k = []; while (true) { k << s.reverse() }",
    "String.format('%f', 1e1000000000)",
    "int i = 0; while (true) { Eval.me(\"class A${i} { }; ${i++}\") }",
];

#[test]
fn memory_is_bounded_in_native_methods_too() {
    for script in GROWING {
        let script =
            format!("try {{ {script} }} catch (Throwable t) {{ println 'caught' }} finally {{ println 'finally' }}");
        let outcome = code(&script, &["--max-memory", "64", "--timeout", "60"]);
        let breach = outcome.stderr.starts_with("error: memory of 64 MiB used up");
        assert!(breach, "{script}\n{}", outcome.stderr);
        assert_eq!((outcome.code, outcome.stdout.as_str()), (1, ""), "{script}");
    }
}

/// Work without end that is not growth.
const ENDLESS: &[&str] = &[
    "int i = 0; while (true) { try { this.\"m${i++}\"() } catch (MissingMethodException e) { } }",
    "int i = 0; while (true) { Eval.me(\"${i++ % 1000} + 1\") }",
    "def s = new GroovyShell(); while (true) { s.evaluate('def c = { 1 }; c()') }",
    "int i = 0; def l = [1, 'a', 2L, 1.5, [1], true]; while (true) { def x = l[i++ % 6]; x.toString(); x == 1 }",
    "3G.modPow(7G ** 20000, 11G ** 20000)",
];

#[test]
fn time_is_bounded_in_native_methods_too() {
    for script in ENDLESS {
        let outcome = code(script, &["--max-memory", "64", "--timeout", "2"]);
        let breach = outcome.stderr.starts_with("error: time of 2 s used up");
        assert!(breach, "{script}\n{}", outcome.stderr);
    }
}

#[test]
fn a_text_is_evaluated_many_times_in_little_memory() {
    let script = "def s = new GroovyShell(); def last\n\
                  50000.times { last = s.evaluate('class A { static n = 0 }; A.n++; [A.n, this.class.name, { -> 1 }()]') }\n\
                  println last";
    let outcome = code(script, &["--max-memory", "8"]);
    assert_eq!(outcome.stdout, "[1, Script50000, 1]\n", "{}", outcome.stderr);
}

#[test]
fn an_exception_that_tells_of_itself_without_end() {
    let outcome = code(
        "class E extends Exception { String getMessage() { toString() } }; throw new E()",
        &[],
    );
    assert_eq!((outcome.code, outcome.stderr.lines().next()), (1, Some("error: E")));
}

/// Calls whose expressions nest so deep that few of them fill a stack.
#[test]
fn deep_expressions_in_endless_recursion() {
    let n = 400;
    for (open, close) in [
        ("[", "]"),
        ("1 + (", ")"),
        ("\"${", "}\""),
        ("g(", ")"),
        ("try { ", "} finally { }"),
        ("[1].each { ", "}"),
    ] {
        let text = format!(
            "def g(x) {{ x }}\ndef f(n) {{ {}f(n + 1){} }}\nf(0)",
            open.repeat(n),
            close.repeat(n)
        );
        let outcome = code(&text, &[]);
        let overflow = outcome.stderr.starts_with("error: java.lang.StackOverflowError");
        assert!(overflow, "{open}: {} {}", outcome.code, outcome.stderr);
    }
    let outcome = code("def f() { f() }; f()", &["--max-depth", "4000000000"]);
    assert!(
        outcome.stderr.starts_with("error: java.lang.StackOverflowError"),
        "{}",
        outcome.stderr
    );
}
