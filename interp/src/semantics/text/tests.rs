//! Texts recorded from real Groovy.

use crate::jdk::throwables;
use crate::registry::ClassId;
use crate::semantics::samples::{char, decimal, ints, limited, list, map, outcome, vm};
use crate::value::{Array, Closure, GString, List, Map, Order, Range, Set, Str, Table, Throwable, Value};
use crate::vm::{Breach, Fault, Limits};

fn text(value: &Value) -> String {
    vm().to_text(value).expect("a text")
}

fn inspect(value: &Value) -> String {
    vm().inspect(value).expect("a text").text().into_owned()
}

fn gstring(strings: &[&str], values: Vec<Value>) -> Value {
    Value::GString(GString::new(strings.iter().map(|s| Str::new(s)).collect(), values))
}

fn array(component: ClassId, items: Vec<Value>) -> Value {
    Value::Array(Array::new(component, items))
}

#[test]
fn scalars() {
    assert_eq!(text(&Value::Null), "null");
    assert_eq!(text(&Value::bool(true)), "true");
    assert_eq!(text(&char('c')), "c");
    assert_eq!(text(&Value::byte(-1)), "-1");
    assert_eq!(text(&Value::Long(i64::MIN)), "-9223372036854775808");
    assert_eq!(text(&Value::double(1e7)), "1.0E7");
    assert_eq!(text(&Value::float(1.1)), "1.1");
    assert_eq!(text(&decimal(110, 2)), "1.10");
    assert_eq!(text(&Value::big_integer(100)), "100");
}

#[test]
fn collections_and_maps() {
    let nested = list([
        Value::int(1),
        Value::Null,
        Value::str("a"),
        ints([2]),
        Value::Map(Map::empty()),
        map([("a", Value::int(1))]),
        map([("k", list([Value::int(1), Value::str("x")]))]),
    ]);
    assert_eq!(text(&nested), "[1, null, a, [2], [:], [a:1], [k:[1, x]]]");
    assert_eq!(inspect(&nested), "[1, null, 'a', [2], [:], ['a':1], ['k':[1, 'x']]]");
    assert_eq!(text(&Value::Set(Set::empty())), "[]");
    let hashed = Map::of(ClassId::HASH_MAP, Table::new(Order::Buckets), Value::Null);
    for key in ["b", "a"] {
        hashed.put_str(&Str::new(key), Value::int(1));
    }
    assert_eq!(text(&Value::Map(hashed)), "[a:1, b:1]");
}

#[test]
fn arrays_at_any_depth() {
    let chars = array(ClassId::PRIMITIVE_CHAR, vec![char('a'), char('b')]);
    let numbers = array(ClassId::PRIMITIVE_INT, vec![Value::int(1), Value::int(2)]);
    assert_eq!(text(&chars), "ab");
    assert_eq!(text(&list([chars.clone()])), "[ab]");
    assert_eq!(inspect(&chars), "ab");
    assert_eq!(text(&numbers), "[1, 2]");
    assert_eq!(text(&map([("a", numbers.clone())])), "[a:[1, 2]]");
    assert_eq!(text(&array(ClassId::PRIMITIVE_INT.array(), vec![numbers])), "[[1, 2]]");
    assert_eq!(inspect(&array(ClassId::STRING, vec![Value::str("a")])), "['a']");
}

#[test]
fn ranges() {
    for (from_inclusive, to_inclusive, shown) in [
        (true, true, "1..3"),
        (true, false, "1..<3"),
        (false, true, "1<..3"),
        (false, false, "1<..<3"),
    ] {
        assert_eq!(
            text(&Value::Range(Range::of_ints(1, 3, from_inclusive, to_inclusive))),
            shown
        );
    }
    let letters = Value::Range(Range::of_objects(Value::str("a"), Value::str("c"), true, true));
    assert_eq!(text(&letters), "a..c");
    assert_eq!(inspect(&letters), "'a'..'c'");
}

#[test]
fn literals_are_quoted_and_escaped() {
    for (value, shown) in [
        ("abc", "'abc'"),
        ("a'b", r"'a\'b'"),
        ("a\"b", "'a\"b'"),
        ("a\nb\tc\rd\u{8}e\u{c}f", "'a\\nb\\tc\\rd\u{8}e\\ff'"),
        ("a\\b", r"'a\\b'"),
        ("a$b", "'a$b'"),
        ("\u{1}é中", "'\u{1}é中'"),
    ] {
        assert_eq!(inspect(&Value::str(value)), shown);
    }
    assert_eq!(inspect(&char('\n')), "\n");
    assert_eq!(
        inspect(&gstring(&["a\"", "'\\ \n"], vec![Value::int(1)])),
        r#""a\"1'\\ \n""#
    );
}

#[test]
fn gstrings_ask_their_values_each_time() {
    let value = List::new(vec![]);
    let g = gstring(&["<", "|", ">"], vec![Value::List(value.clone()), Value::Null]);
    assert_eq!(text(&g), "<[]|null>");
    value.change(|items| items.push(Value::str("x")));
    assert_eq!(text(&g), "<[x]|null>");
    let lazy = Closure::native(Value::Null, 0, vec![], |_, _| Ok(Value::int(7)));
    assert_eq!(text(&gstring(&["", "!"], vec![Value::Closure(lazy)])), "7!");
    let greedy = Closure::native(Value::Null, 2, vec![], |_, _| Ok(Value::int(7)));
    let mut vm = vm();
    let result = vm.to_str(&gstring(&["", "!"], vec![Value::Closure(greedy)]));
    assert_eq!(
        outcome(&mut vm, result),
        "!! groovy.lang.GroovyRuntimeException: Trying to evaluate a GString containing a Closure taking 2 parameters"
    );
}

#[test]
fn throwables_and_classes() {
    let with = Throwable::new(throwables::RUNTIME_EXCEPTION.id(), Some(Str::new("x")));
    assert_eq!(text(&Value::Throwable(with)), "java.lang.RuntimeException: x");
    let without = Throwable::new(throwables::ERROR.id(), None);
    assert_eq!(text(&Value::Throwable(without)), "java.lang.Error");
    assert_eq!(text(&Value::class(ClassId::OBJECT)), "class java.lang.Object");
    assert_eq!(
        text(&Value::class(ClassId::OBJECT.array())),
        "class [Ljava.lang.Object;"
    );
}

#[test]
fn lone_surrogates_survive() {
    let half = Value::Str(Str::from_units(&[0xd83d]));
    let shown = vm().to_str(&list([half])).expect("a text");
    assert_eq!(shown.to_units(), [b'['.into(), 0xd83d, b']'.into()]);
}

#[test]
fn what_contains_itself() {
    let l = List::new(vec![]);
    l.change(|items| items.push(Value::List(l.clone())));
    assert_eq!(text(&Value::List(l.clone())), "[(this Collection)]");
    let m = Map::empty();
    m.put_str(&Str::new("a"), Value::Map(m.clone()));
    assert_eq!(text(&Value::Map(m.clone())), "[a:(this Map)]");
    assert_eq!(inspect(&Value::Map(m.clone())), "['a':(this Map)]");
    m.put_str(&Str::new("a"), list([Value::Map(m.clone())]));
    let mut vm = vm();
    let result = stacker::grow(256 << 20, || vm.to_str(&Value::Map(m.clone())));
    assert_eq!(outcome(&mut vm, result), "!! java.lang.StackOverflowError");
    l.change(std::mem::take);
    m.change(|t| t.clear());
}

#[test]
fn shared_elements_end_at_the_limits() {
    let mut doubled = ints([1]);
    for _ in 0..60 {
        doubled = list([doubled.clone(), doubled]);
    }
    let limits = Limits {
        fuel: Some(100_000),
        ..Limits::default()
    };
    let mut vm = limited(limits);
    let thrown = vm.to_str(&doubled).expect_err("a breach");
    assert!(matches!(vm.take_fault(thrown), Fault::Breach(Breach::Fuel(_))));
}
