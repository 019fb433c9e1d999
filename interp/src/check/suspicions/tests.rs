//! What is warned of, and what is not.

use super::suspicions;
use rovy_parser::{Options, parse};

fn found(text: &str) -> Vec<String> {
    let parsed = parse(text, &Options::default());
    assert!(!parsed.has_errors(), "{:?}", parsed.diagnostics);
    suspicions(&parsed.unit, &["log"])
        .iter()
        .map(|d| format!("{} {:?} {}", d.code, d.span.text(text), d.message))
        .collect()
}

#[test]
fn hardly_meant() {
    let scripts = [
        "if (x = 2) { a() }",
        "def y = x = 'on' ? 1 : 2; y = (x = other) ? 1 : 2",
        "while (state = State.ON) { a() }",
        "status == 'ACTIVE'\nsave()",
        "if (x == 2);\n{ a() }",
        "def f() {\n return 1\n println 2\n}",
        "throw new X('no')\nprintln 2",
        "for (i in x) { continue\n i() }",
        "try { a() } catch (Exception e) { } catch (java.io.IOException e) { }",
        "try { a() } catch (e) { } catch (IllegalStateException e) { }",
        "try { a() } catch (Throwable e) { } catch (Odd e) { }",
        "try { a() } catch (A | B e) { } catch (B e) { }",
        "throw IllegalStateException('no')",
        "switch (x) { case 1: a(); break; case 2: case 1: b() }",
        "switch (x) { case A.B: a(); break; case A.B: b() }",
        "switch (x) { case 'a' -> 1; case 'b', 'a' -> 2 }",
        "[a: 1, 'b': 2, a: 3]",
        "def url = 'http://x'\ndef f() { url + url }\nf()",
        "class A { def m() { if (x = 1) { } } }",
        "list.each { if (it = 1) { a() } }",
    ];
    let all: Vec<String> = scripts
        .iter()
        .map(|text| format!("{text}\n    {}", found(text).join("\n    ")))
        .collect();
    insta::assert_snapshot!(all.join("\n"));
}

#[test]
fn meant() {
    for text in [
        "while (line = reader.readLine()) { a(line) }",
        "if ((x = 2)) { a() }",
        "if (m = text =~ /a/) { a() }",
        "status == 'ACTIVE'",
        "[1, 2].find { it == 1 }",
        "if (x) ; else b()",
        "switch (x) { case 1: return 2; break; case 3: return 4\n break }",
        "return f()\ndef f() { 1 }\nclass A { }",
        "try { a() } catch (IOException e) { } catch (Exception e) { } catch (Throwable e) { }",
        "throw make('no')",
        "[(a): 1, (a): 2, *: x, *: x]",
        "switch (x) { case a(): 1; break; case a(): 2 }",
        "def log = 1\ndef f() { log }",
        "def filter = filter as Filter\ndef f() { filter }",
        "@groovy.transform.Field def url = 1\ndef f() { url }",
        "def url = 1\ndef f(url) { url }\ndef g() { def url = 2; url }\ndef h() { [1].each { url -> url } }",
        "def url = 1\nclass A { def url; def f() { url } }\n[1].each { url }",
        "import static a.B.url\ndef url = 1\ndef f() { url }",
    ] {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}
