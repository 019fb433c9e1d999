//! Ranges as real Groovy makes them.

use crate::Vm;
use crate::semantics::samples::{char, ints, outcome, vm};
use crate::value::{Range, Value};
use std::rc::Rc;

/// `from..to`: `<` before or after the dots opens an end; ends read `1`, `1L`, `1G`, `1.5`, `1d`, `'c'`, `text`.
fn range(vm: &mut Vm, source: &str) -> crate::Res<Rc<Range>> {
    let (from, to) = source.split_once("..").expect("two dots");
    let (from, left) = from.strip_suffix('<').map_or((from, true), |from| (from, false));
    let (to, right) = to.strip_prefix('<').map_or((to, true), |to| (to, false));
    vm.range(&end(from), &end(to), left, right)
}

fn end(text: &str) -> Value {
    if let Some(c) = text.strip_prefix('\'') {
        return char(c.chars().next().expect("a character"));
    }
    let (digits, kind) = text.split_at(text.len().saturating_sub(1));
    match kind {
        "L" => digits.parse().map(Value::Long).unwrap_or(Value::str(text)),
        "G" => digits.parse::<i64>().map_or(Value::str(text), Value::big_integer),
        "D" => digits.parse().map_or(Value::str(text), Value::double),
        "F" => digits.parse().map_or(Value::str(text), Value::float),
        _ => match (text.parse::<i32>(), text.parse()) {
            (Ok(int), _) => Value::int(int),
            (_, Ok(decimal)) => Value::big_decimal(decimal),
            _ => Value::str(text),
        },
    }
}

/// The range's own text, then its elements, of which the first shows its class.
fn shown(source: &str) -> String {
    let mut vm = vm();
    match range(&mut vm, source) {
        Err(thrown) => outcome::<Value>(&mut vm, Err(thrown)),
        Ok(range) => {
            let items = vm.items(&Value::Range(range.clone())).expect("elements");
            let class = items.first().map_or("".into(), |first| vm.class_name_of(first));
            let text = vm.to_text(&Value::Range(range)).expect("a text");
            let items = vm.to_text(&Value::from(items)).expect("a text");
            format!("{text} {} {items}", class.rsplit('.').next().unwrap_or_default())
        }
    }
}

#[test]
fn elements_of_every_kind() {
    for (source, expected) in [
        ("1..3", "1..3 Integer [1, 2, 3]"),
        ("3..1", "3..1 Integer [3, 2, 1]"),
        ("1<..<3", "1<..<3 Integer [2]"),
        ("3..<1", "3..<1 Integer [3, 2]"),
        ("2<..<1", "2..<2  []"),
        ("1..<1", "1..<1  []"),
        ("1..3L", "1..3 Long [1, 2, 3]"),
        ("1G..3", "1..3 BigInteger [1, 2, 3]"),
        ("1..3.7", "1..3.7 Integer [1, 2, 3]"),
        ("1.5..3", "1.5..3 BigDecimal [1.5, 2.5]"),
        ("3.7..1", "3.7..1 BigDecimal [3.7, 2.7, 1.7]"),
        ("1F..2.5", "1.0..2.5 Double [1.0, 2.0]"),
        ("1.5<..3.5", "1.5<..3.5 BigDecimal [2.5, 3.5]"),
        ("3.5..<1.5", "3.5..<1.5 BigDecimal [3.5, 2.5]"),
        ("3.5<..<1.5", "3.5<..<1.5 BigDecimal [2.5]"),
        ("1.5<..<2.5", "1.5..<1.5  []"),
        ("1.5<..<2.0", "1.5<..<2.0  []"),
        ("1L<..<2", "1..<1  []"),
        ("a..c", "a..c String [a, b, c]"),
        ("c..a", "c..a String [c, b, a]"),
        ("a..<d", "a..c String [a, b, c]"),
        ("d<..a", "c..a String [c, b, a]"),
        ("a<..<c", "b..b String [b]"),
        ("b<..<a", "b..<b  []"),
        ("aa..ad", "aa..ad String [aa, ab, ac, ad]"),
        ("az..a{", "az..a{ String [az, a{]"),
        ("'a..'c", "a..c Character [a, b, c]"),
        ("a..'c", "97..99 Integer [97, 98, 99]"),
        (
            "2147483646..2147483647",
            "2147483646..2147483647 Integer [2147483646, 2147483647]",
        ),
    ] {
        assert_eq!(shown(source), expected);
    }
}

#[test]
fn ranges_that_cannot_be() {
    for (source, message) in [
        ("a..zz", "Incompatible Strings for Range: different length"),
        (
            "ab..cd",
            "Incompatible Strings for Range: String#next() will not reach the expected value",
        ),
        (
            "0..2147483647",
            "A range must have no more than 2147483647 elements but attempted 2147483648 elements",
        ),
        (
            "-2147483648..2147483647",
            "A range must have no more than 2147483647 elements but attempted 4294967296 elements",
        ),
    ] {
        assert_eq!(
            shown(source),
            format!("!! java.lang.IllegalArgumentException: {message}")
        );
    }
    let mut vm = vm();
    for (from, to, message) in [
        (
            Value::Null,
            Value::int(1),
            "java.lang.IllegalArgumentException: Must specify a non-null value for the 'from' index in a Range",
        ),
        (
            Value::int(1),
            Value::Null,
            "java.lang.IllegalArgumentException: Must specify a non-null value for the 'to' index in a Range",
        ),
        (
            Value::bool(true),
            Value::int(1),
            "java.lang.IllegalArgumentException: Unable to create range due to incompatible types: Boolean..Integer (possible missing brackets around range?)",
        ),
        (
            ints([1]),
            Value::int(1),
            "java.lang.ClassCastException: class java.util.ArrayList cannot be cast to class java.lang.Comparable (java.util.ArrayList and java.lang.Comparable are in module java.base of loader 'bootstrap')",
        ),
    ] {
        let made = vm.range(&from, &to, true, true);
        assert_eq!(outcome(&mut vm, made), format!("!! {message}"));
    }
}

#[test]
fn size_and_elements_without_walking() {
    let mut vm = vm();
    for (source, size) in [
        ("1..3", 3),
        ("1..0", 2),
        ("1..<1", 0),
        ("1L..1000000L", 1_000_000),
        ("1L..10000000000L", i32::MAX),
        ("1.5..3", 2),
        ("'a..'z", 26),
        ("1L<..<4L", 2),
        ("1..2147483647", i32::MAX),
    ] {
        let range = range(&mut vm, source).expect("a range");
        assert_eq!(vm.range_size(&range).ok(), Some(size), "{source}");
    }
    let range = range(&mut vm, "5..1").expect("a range");
    assert!(
        vm.range_get(&range, 4)
            .is_ok_and(|v| v.is_some_and(|v| v.same(&Value::int(1))))
    );
    assert!(vm.range_get(&range, 5).is_ok_and(|v| v.is_none()));
}

#[test]
fn what_a_range_contains() {
    let mut vm = vm();
    for (source, value, contains, spans) in [
        ("1..3", Value::int(2), true, true),
        ("1..3", Value::Long(2), false, false),
        ("1..3", Value::big_integer(2), true, true),
        ("1..<3", Value::int(3), false, false),
        ("3..1", Value::int(2), true, true),
        ("1L..3L", Value::int(2), true, true),
        ("1.5..3.5", end("2.5"), true, true),
        ("1.5..3.5", end("2.6"), false, true),
        ("a..c", Value::str("b"), true, true),
        ("a..c", Value::str("bb"), false, true),
        ("a..c", Value::int(98), true, true),
        ("a..c", char('b'), true, true),
        ("a..c", Value::Null, false, false),
        ("1.5..<1.5", end("1.5"), false, false),
    ] {
        let range = range(&mut vm, source).expect("a range");
        assert_eq!(vm.range_contains(&range, &value).ok(), Some(contains), "{source}");
        assert_eq!(vm.range_spans(&range, &value).ok(), Some(spans), "{source}");
    }
}
