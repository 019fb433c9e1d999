//! What checks find in whole sources.

use super::check;

/// Line and message of everything found.
fn found(source: &str) -> Vec<String> {
    let parsed = rovy_parser::parse(source, &rovy_parser::Options::default());
    assert!(!parsed.has_errors(), "the test's source parses");
    let lines = rovy_parser::LineMap::new(source);
    check(&parsed.unit)
        .iter()
        .map(|d| format!("{} {}", lines.position(source, d.span.start).line, d.message))
        .collect()
}

#[test]
fn a_variable_may_hide_none_of_its_body() {
    assert_eq!(
        found("def a = 1\nif (a) {\n  def a = 2\n}\ndef m(a) { a }\nclass X { def a }"),
        ["3 The current scope already contains a variable of the name a"]
    );
}

#[test]
fn parameters_of_closures_may_not_hide_variables() {
    assert_eq!(
        found("def x = 1\n[1].each { x -> x }\n[2].each { it -> it }"),
        ["2 The current parameter list already contains a parameter of the name x"]
    );
}

#[test]
fn final_variables_are_set_once() {
    assert_eq!(
        found("final x = 1\nfinal y\ny = 2\nx = 3\n[1].each { x += it }\ndef m(final z) {\n  z = 1 }"),
        [
            "4 The variable [x] is declared final but is reassigned",
            "5 The variable [x] is declared final but is reassigned",
            "7 Cannot assign a value to final variable 'z'"
        ]
    );
}

#[test]
fn members_are_declared_once() {
    let all = found("class A {\n  int a\n  String a\n  def m(List l) { }\n  def m(List k) { }\n  def m(Map k) { }\n}");
    assert_eq!(
        all,
        [
            "3 The property 'a' is declared multiple times.",
            "5 The method m duplicates another method of the same signature"
        ]
    );
}

#[test]
fn abstract_methods_are_brought() {
    let all = found(
        "interface I { void go(); int stop(String why) }\nclass Good implements I { void go() { }\n int stop(String w) { 1 } }\nclass Bad implements I {\n void go() { } }",
    );
    assert_eq!(all.len(), 1);
    assert!(all[0].starts_with("4 Can't have an abstract method in a non-abstract class. The class 'Bad'"));
}

#[test]
fn overrides_have_something_above() {
    let all = found(
        "class Base { void go() { }\n }\nclass Bad extends Base {\n @Override void gone() { }\n @Override void go() { }\n @Override String toString() { '' }\n}\nclass Other extends ArrayList { @Override int any() { 1 } }",
    );
    assert_eq!(all.len(), 1);
    assert!(all[0].starts_with("4 Method 'gone' from class 'Bad'"));
}

#[test]
fn final_and_sealed_classes_have_no_others_below() {
    let all = found(
        "final class F { }\nclass G extends F { }\nsealed interface S permits A { }\nfinal class A implements S { }\nfinal class B implements S { }",
    );
    assert_eq!(
        all,
        [
            "2 You are not allowed to extend the final class 'F'.",
            "5 The class 'B' is not a permitted subclass of the sealed interface 'S'."
        ]
    );
}

#[test]
fn final_fields_are_set_in_constructors_only() {
    assert_eq!(
        found(
            "class A {\n final int n = 3\n A() { n = 4 }\n void change() { n = 5 }\n void local() { def n\n n = 1 }\n}"
        ),
        ["4 cannot modify final field 'n' outside of constructor."]
    );
}
