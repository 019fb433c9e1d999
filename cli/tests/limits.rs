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
    // What natives gather before a value is made of it.
    "(1..2000000000).collect { it }",
    "(1..2000000000).findAll { true }",
    "(1..2000000000).split { it % 2 }",
    "(1..2000000000).collectMany { [it, it] }",
    "(1..2000000000).join('x')",
    "(1..2000000000).withIndex()",
    "(1..2000000000).step(-2)",
    "(1..2000000000)*.toString()",
    "(1..2000000000) as int[]",
    "(1..20).permutations()",
    "[1..5000, 1..5000, 1..5000].combinations()",
    "java.util.stream.Stream.generate { 1 }.toList()",
    "java.util.stream.Stream.generate { 1 }.collect(java.util.stream.Collectors.groupingBy { it })",
    "def b = java.util.stream.Stream.builder(); while (true) b.add(1)",
    "def j = new StringJoiner(','); while (true) j.add('a')",
    "def l = []; while (true) l << 2G ** 100000",
    "int i = 0; while (true) System.setProperty(\"p${i++}\", '1')",
    "groovy.json.JsonOutput.toJson(['a' * 1000000] * 10000)",
    "String.join(',', ['a' * 1000000] * 10000)",
    "Arrays.deepToString((['a' * 1000000] * 10000) as Object[])",
    "('a' * 1000000).replaceAll(/(a+)/, '$1' * 10000)",
    "new groovy.json.JsonSlurper().parseText('[' + '1,' * 5000000 + '1]')",
    "Eval.me('assert 1' + '+1' * 20000 + ' == 0')",
    // The same, held by many calls at once.
    "def f; f = { (1..500000).collect { it == 500000 ? f() : it } }; f()",
    "def l = (1..500000).toList(); def f; f = { l.toSorted { a, b -> f(); 0 } }; f()",
    "def m = new HashMap((1..100000).collectEntries { [it, it] }); def f; f = { m.each { f() } }; f()",
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

/// A named pipe to which nobody writes.
#[cfg(unix)]
#[test]
fn pipes_do_not_outwait_the_time() {
    let folder = tempfile::tempdir().expect("a folder");
    let pipe = folder.path().join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.expect("mkfifo").success());
    let pipe = pipe.display().to_string();
    for script in [
        "text",
        "readLines()",
        "bytes",
        "newReader()",
        "text = 'x'",
        "path.with { java.nio.file.Files.readString(java.nio.file.Path.of(it)) }",
    ] {
        let outcome = code(&format!("new File('{pipe}').{script}"), &["--timeout", "1"]);
        let breach = outcome.stderr.starts_with("error: time of 1 s used up");
        assert!(breach, "{script}: {}", outcome.stderr);
    }
    let outcome = rovy(["run", "--timeout", "1", &pipe]);
    assert_eq!(
        (outcome.code, outcome.stderr),
        (1, format!("error: {pipe}: nothing to read came in time\n"))
    );
}

#[cfg(unix)]
#[test]
fn pipes_are_read_when_somebody_writes() {
    let folder = tempfile::tempdir().expect("a folder");
    let pipe = folder.path().join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.expect("mkfifo").success());
    let script = format!("println new File('{}').readLines().sum {{ it as int }}", pipe.display());
    let writer = std::thread::spawn(move || std::fs::write(pipe, "1\n2\n39\n"));
    let outcome = code(&script, &["--timeout", "20"]);
    assert_eq!(outcome.stdout, "42\n", "{}", outcome.stderr);
    assert!(writer.join().expect("the writer").is_ok());
}

#[test]
fn more_parameters_than_a_method_takes_are_an_error() {
    let parameters: Vec<String> = (0..300).map(|i| format!("p{i} = 1")).collect();
    let outcome = code(&format!("def f({}) {{ }}", parameters.join(", ")), &[]);
    assert_eq!(outcome.code, 1);
    let text = "error[E0308]: more than 255 parameters, as many as a method takes";
    assert!(outcome.stderr.starts_with(text), "{}", outcome.stderr);
}
