//! Equality and order of each pair of many values, as recorded from real Groovy.

use crate::Vm;
use crate::registry::ClassId;
use crate::semantics::samples::{char, ints, list, map, outcome, vm};
use crate::value::{Array, GString, Map, Range, Set, Str, Value};

/// The value that a recorded line names.
fn named(vm: &mut Vm, name: &str) -> Value {
    let number = |text: &str| text.parse::<f64>().expect("a number");
    match name {
        "null" => Value::Null,
        "true" => Value::bool(true),
        "false" => Value::bool(false),
        "String" => Value::class(ClassId::STRING),
        "Integer" => Value::class(ClassId::INTEGER),
        "Lmax" => Value::Long(i64::MAX),
        "Dmax" => Value::double(9223372036854775807.0),
        "Gmax" => Value::big_integer(i64::MAX),
        "d100" => Value::big_decimal("1.00".parse().expect("a decimal")),
        "d1" => Value::big_decimal("1.0".parse().expect("a decimal")),
        "int[1]" => Value::Array(Array::new(ClassId::PRIMITIVE_INT, vec![Value::int(1)])),
        "long[1]" => Value::Array(Array::new(ClassId::PRIMITIVE_LONG, vec![Value::Long(1)])),
        "String[a]" => Value::Array(Array::new(ClassId::STRING, vec![Value::str("a")])),
        "int[][1]" => {
            let row = named(vm, "int[1]");
            Value::Array(Array::new(ClassId::PRIMITIVE_INT.array(), vec![row]))
        }
        "1..1" => Value::Range(Range::of_ints(1, 1, true, true)),
        "1..3" => Value::Range(Range::of_ints(1, 3, true, true)),
        "3..1" => Value::Range(Range::of_ints(3, 1, true, true)),
        "1..<1" => Value::Range(Range::of_ints(1, 1, true, false)),
        "a..c" => Value::Range(Range::of_objects(Value::str("a"), Value::str("c"), true, true)),
        "[1,2,3]" => ints([1, 2, 3]),
        "[3,2,1]" => ints([3, 2, 1]),
        "[a,b,c]" => list(["a", "b", "c"].map(Value::str)),
        "[]" => ints([]),
        "{}" => Value::Set(Set::empty()),
        ":" => map([]),
        "a:1" => map([("a", Value::int(1))]),
        "a:L1" => map([("a", Value::Long(1))]),
        "a:null" => map([("a", Value::Null)]),
        "b:null" => map([("b", Value::Null)]),
        "1:1" | "L1:1" => {
            let (key, map) = (
                named(
                    vm,
                    name.trim_end_matches(":1")
                        .replace('1', "i1")
                        .replace("Li", "L")
                        .as_str(),
                ),
                Map::empty(),
            );
            assert!(vm.map_put(&map, &key, Value::int(1)).is_ok());
            Value::Map(map)
        }
        _ => match name.split_at(1) {
            ("[", rest) => {
                let item = rest.strip_suffix(']').unwrap_or_default();
                let item = if item == "1" { "i1" } else { item };
                list([named(vm, item)])
            }
            ("{", rest) => {
                let set = Set::empty();
                for item in rest.trim_end_matches('}').split(',') {
                    let item = named(vm, if item == "1" { "i1" } else { item });
                    assert!(vm.set_add(&set, &item).is_ok());
                }
                Value::Set(set)
            }
            ("i", n) => Value::int(number(n) as i32),
            ("L", n) => Value::Long(number(n) as i64),
            ("b", n) => Value::byte(number(n) as i8),
            ("s", n) => Value::short(number(n) as i16),
            ("G", n) => Value::big_integer(number(n) as i64),
            ("f", n) => Value::float(number(n) as f32),
            ("D", n) => Value::double(number(n)),
            ("c", c) => char(c.chars().next().expect("a character")),
            ("t", text) => Value::str(text),
            ("g", text) => {
                let parts = vec![Str::new(""), Str::new("")];
                Value::GString(GString::new(parts, vec![Value::str(text)]))
            }
            _ => panic!("no value {name}"),
        },
    }
}

#[test]
fn equality_and_order_are_groovys() {
    let lines: Vec<Vec<&str>> = include_str!("cases.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
        .collect();
    let mut vm = vm();
    let values: Vec<Value> = lines.iter().map(|line| named(&mut vm, line[0])).collect();
    let mut wrong = Vec::new();
    for (line, a) in lines.iter().zip(&values) {
        for (i, b) in values.iter().enumerate() {
            let got = [
                vm.equals(a, b).map_or('!', |e| if e { '1' } else { '0' }),
                vm.java_equals(a, b).map_or('!', |e| if e { '1' } else { '0' }),
                vm.compare(a, b)
                    .map_or('!', |o| ['<', '=', '>'][(o as i8 + 1) as usize]),
            ];
            for (column, got) in got.into_iter().enumerate() {
                let expected = line[column + 1].as_bytes()[i] as char;
                if expected != got && expected != '?' {
                    let relation = ["==", "equals", "<=>"][column];
                    wrong.push(format!("{} {relation} {}: {expected}, but {got}", line[0], lines[i][0]));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} differ:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(60)].join("\n")
    );
}

#[test]
fn what_cannot_be_compared_is_named() {
    for (value, shown) in [
        (Value::int(1234567), "java.lang.Integer with value '1,234,567'"),
        (
            Value::big_decimal("-1234.5678".parse().expect("a decimal")),
            "java.math.BigDecimal with value '-1,234.568'",
        ),
        (
            Value::big_decimal("0.0005".parse().expect("a decimal")),
            "java.math.BigDecimal with value '0'",
        ),
        (
            Value::big_decimal("1.0015".parse().expect("a decimal")),
            "java.math.BigDecimal with value '1.002'",
        ),
        (Value::double(-0.0), "java.lang.Double with value '-0'"),
        (Value::double(f64::INFINITY), "java.lang.Double with value '∞'"),
        (
            map([("a", ints([1, 2])), ("b", map([]))]),
            "java.util.LinkedHashMap with value '{a=[1, 2], b={}}'",
        ),
        (
            Value::class(ClassId::STRING),
            "java.lang.Class with value 'class java.lang.String'",
        ),
    ] {
        let mut vm = vm();
        let result = vm.compare(&ints([1]), &value).map(|_| Value::Null);
        assert_eq!(
            outcome(&mut vm, result),
            format!(
                "!! java.lang.IllegalArgumentException: Cannot compare java.util.ArrayList with value '[1]' and {shown}"
            )
        );
    }
}
