//! `rovy run`: arguments, variables, output, exceptions, limits and exit codes.

mod support;

use std::fs;

use support::{Outcome, rovy, rovy_with_input};

fn code(code: &str, options: &[&str]) -> Outcome {
    let mut arguments = vec!["run"];
    arguments.extend(options);
    arguments.extend(["-e", code]);
    rovy(arguments)
}

#[track_caller]
fn prints(outcome: &Outcome, stdout: &str) {
    assert_eq!(
        (outcome.code, outcome.stdout.as_str()),
        (0, stdout),
        "{}",
        outcome.stderr
    );
    assert_eq!(outcome.stderr, "");
}

#[track_caller]
fn fails(outcome: &Outcome, stderr: &str) {
    assert_eq!((outcome.code, outcome.stderr.as_str()), (1, stderr));
}

#[test]
fn what_a_script_prints_is_the_output() {
    prints(&code("println 'a'; print 'b'", &[]), "a\nb");
    prints(&code("[1, 2]", &[]), "");
    prints(&code("[1, 'x']", &["--print"]), "[1, 'x']\n");
}

#[test]
fn variables_and_arguments() {
    prints(
        &code(
            "println x + 1; println m.a[1]",
            &["--bind", "x=41", "--bind", "m={\"a\": [1, 2]}"],
        ),
        "42\n2\n",
    );
    prints(
        &rovy(["run", "-e", "println args[0]; println args[1]", "--print", "-x"]),
        "--print\n-x\n",
    );
}

#[test]
fn a_file_finds_classes_beside_it() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = |name: &str| folder.path().join(name);
    fs::create_dir(path("more")).expect("a folder");
    for (name, text) in [
        ("main-script.groovy", "println new Beside().name + new Further().name"),
        ("Beside.groovy", "class Beside { String name = 'a' }"),
        ("more/Further.groovy", "class Further { String name = 'b' }"),
    ] {
        fs::write(path(name), text).expect("a written file");
    }
    let (script, more) = (path("main-script.groovy"), path("more"));
    prints(
        &rovy([
            "run".as_ref(),
            "--classpath".as_ref(),
            more.as_os_str(),
            script.as_os_str(),
        ]),
        "ab\n",
    );
}

#[test]
fn a_script_from_standard_input() {
    prints(&rovy_with_input(["run", "-", "x"], "println args[0]"), "x\n");
}

#[test]
fn exceptions_show_their_place_and_frames() {
    fails(
        &code(
            "def find() {\n  throw new IllegalStateException('no')\n}\n\nfind()",
            &[],
        ),
        "error: java.lang.IllegalStateException: no\n --> script_from_command_line:2:3\n  |\n2 |   throw new IllegalStateException('no')\n  |   ^^^^^\n    at find(script_from_command_line:2:3)\n    at run(script_from_command_line:5:1)\n",
    );
}

#[test]
fn what_was_printed_before_an_exception_stays() {
    let outcome = code("println 'before'; throw new RuntimeException()", &[]);
    assert_eq!((outcome.code, outcome.stdout.as_str()), (1, "before\n"));
}

#[test]
fn limits_end_a_run_past_every_catch() {
    let endless = "try { while (true) { } } catch (Throwable t) { println 'caught' } finally { println 'finally' }";
    for (options, message) in [
        (&["--fuel", "5000"][..], "error: fuel of 5000 steps used up\n"),
        (&["--timeout", "0.1"], "error: time of 0.1 s used up\n"),
    ] {
        let outcome = code(endless, options);
        assert_eq!((outcome.code, outcome.stdout.as_str()), (1, ""));
        assert!(outcome.stderr.starts_with(message), "{}", outcome.stderr);
        assert!(
            outcome.stderr.contains("at run(script_from_command_line:1:"),
            "{}",
            outcome.stderr
        );
    }
    let outcome = code("def l = []; while (true) { l << 'x' * 1000 }", &["--max-memory", "16"]);
    assert!(
        outcome.stderr.starts_with("error: memory of 16 MiB used up\n"),
        "{}",
        outcome.stderr
    );
    let outcome = code("while (true) { println 'x' * 1000 }", &["--max-output", "1"]);
    assert!(
        outcome.stderr.starts_with("error: output of 1 MiB used up\n"),
        "{}",
        outcome.stderr
    );
    assert!(outcome.stdout.len() <= 1 << 20);
}

#[test]
fn endless_recursion_is_javas_error() {
    let outcome = code(
        "def f(n) { f(n + 1) }\ntry { f(0) } catch (StackOverflowError e) { println 'deep' }",
        &[],
    );
    prints(&outcome, "deep\n");
    let outcome = code(
        "def f(n) { n == 0 ? 0 : f(n - 1) }\nprintln f(1990)",
        &["--max-depth", "2000"],
    );
    prints(&outcome, "0\n");
}

#[test]
fn exit_codes() {
    assert_eq!(code("System.exit(3)", &[]).code, 3);
    assert_eq!(rovy(["run"]).code, 2);
    assert_eq!(rovy(["run", "no/such/script.groovy"]).code, 2);
    assert_eq!(rovy(["run", "--bind", "x", "-e", "1"]).code, 2);
}

#[test]
fn capabilities() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("a.txt"), "text").expect("a written file");
    let map = format!("/data={}", folder.path().display());
    prints(
        &code(
            "println new File('/data/a.txt').text",
            &["--map", &map, "--deny", "files"],
        ),
        "text\n",
    );
    prints(
        &code("println new File('/data/a.txt')", &["--map", &map]),
        "/data/a.txt\n",
    );
    let outcome = code(
        "println new File('/etc/hostname').text",
        &["--map", &map, "--deny", "files"],
    );
    assert_eq!(outcome.code, 1);
    assert!(
        outcome.stderr.contains("java.lang.SecurityException"),
        "{}",
        outcome.stderr
    );
    assert!(outcome.stderr.contains("--grant files"), "{}", outcome.stderr);
    let outcome = code("println System.getenv('PATH')", &[]);
    assert!(outcome.stderr.contains("--grant env"), "{}", outcome.stderr);
    assert_eq!(code("println System.getenv('PATH')", &["--grant", "env"]).code, 0);
}

#[test]
fn what_does_not_compile_is_shown_as_check_shows_it() {
    let outcome = code("def x = [1, 2", &[]);
    assert_eq!((outcome.code, outcome.stdout.as_str()), (1, ""));
    assert!(
        outcome
            .stderr
            .starts_with("error[E0112]: the text ends, expected `]`\n --> script_from_command_line:1:14\n"),
        "{}",
        outcome.stderr
    );
    assert!(
        outcome
            .stderr
            .ends_with("error: script_from_command_line does not compile: 1 error\n"),
        "{}",
        outcome.stderr
    );
}

#[test]
fn a_trace_tells_what_answered_each_name() {
    let outcome = code(
        "x = 1; def y = 2; def f() { 3 }; [4, 5].each { x + y + f() }",
        &["--trace"],
    );
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    let place = "script_from_command_line:1";
    for line in [
        format!("{place}:48 x -> owner(script_from_command_line) (2 times)"),
        format!("{place}:52 y -> local (2 times)"),
        format!("{place}:56 f -> owner(script_from_command_line) (2 times)"),
    ] {
        assert!(outcome.stderr.lines().any(|l| l == line), "{line}\n{}", outcome.stderr);
    }
}
