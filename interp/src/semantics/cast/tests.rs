//! Casts as recorded from real Groovy.

use crate::Vm;
use crate::registry::ClassId;
use crate::semantics::samples::{char, ints, list, map, outcome, vm};
use crate::value::{Array, GString, Range, Set, Str, Value};

/// The value that a recorded line names.
fn named(vm: &mut Vm, name: &str) -> Value {
    let gstring =
        |before: &str, value: Value| Value::GString(GString::new(vec![Str::new(before), Str::new("")], vec![value]));
    match name {
        "null" => Value::Null,
        "i5" => Value::int(5),
        "i300" => Value::int(300),
        "i-1" => Value::int(-1),
        "i65" => Value::int(65),
        "Lbig" => Value::Long(5_000_000_000),
        "G" => Value::big_integer(7),
        "d" => Value::big_decimal("2.75".parse().expect("a decimal")),
        "dneg" => Value::big_decimal("-2.75".parse().expect("a decimal")),
        "D" => Value::double(2.5),
        "Dbig" => Value::double(1e20),
        "nan" => Value::double(f64::NAN),
        "f" => Value::float(1.5),
        "by" => Value::byte(3),
        "ca" => char('a'),
        "c5" => char('5'),
        "t" => Value::str(""),
        "tA" => Value::str("A"),
        "t12" => Value::str("12"),
        "tab" => Value::str("abc"),
        "t15" => Value::str("1.5"),
        "ttrue" => Value::str("true"),
        "tEA" => Value::str("B"),
        "g" => gstring("g", Value::int(1)),
        "ga" => gstring("", Value::str("A")),
        "T" => Value::bool(true),
        "F" => Value::bool(false),
        "l0" => ints([]),
        "l1" => ints([1]),
        "l12" => ints([1, 2]),
        "lab" => list(["a", "b"].map(Value::str)),
        "ia" => Value::Array(Array::new(ClassId::PRIMITIVE_INT, vec![Value::int(1), Value::int(2)])),
        "sa" => Value::Array(Array::new(ClassId::STRING, ["a", "b"].map(Value::str).to_vec())),
        "set" => {
            let set = Set::empty();
            assert!(vm.set_add(&set, &Value::int(1)).is_ok() && vm.set_add(&set, &Value::int(2)).is_ok());
            Value::Set(set)
        }
        "m" => map([]),
        "mx" => map([("x", Value::int(1)), ("y", Value::str("z"))]),
        "r" => Value::Range(Range::of_ints(1, 3, true, true)),
        other => panic!("no value {other}"),
    }
}

/// The class that a recorded line names.
fn class(name: &str) -> ClassId {
    if let Some(component) = name.strip_suffix("[]") {
        return class(component).array();
    }
    let full = |name: &str| {
        ClassId::FIXED
            .iter()
            .position(|fixed| fixed.rsplit('.').next() == Some(name))
    };
    ClassId(full(name).expect("a class of fixed id") as u32)
}

#[test]
fn casts_are_groovys() {
    let (mut vm, mut wrong) = (vm(), Vec::new());
    for line in include_str!("cases.tsv").lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [to, name, expected] = columns[..] else {
            panic!("three columns: {line}");
        };
        let value = named(&mut vm, name);
        let got = match vm.cast(&value, class(to)) {
            Ok(Value::Null) => "null".into(),
            Ok(result) => {
                let class = vm.class_name_of(&result);
                format!("{class} {}", vm.inspect(&result).expect("a text").text())
            }
            Err(thrown) => outcome::<Value>(&mut vm, Err(thrown)),
        };
        if got != expected {
            wrong.push(format!("{line}  but {got}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} differ:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(40)].join("\n")
    );
}
