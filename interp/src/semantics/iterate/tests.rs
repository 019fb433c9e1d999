//! Walks as real Groovy makes them.

use super::Iter;
use crate::jdk::util::iterator::Cursor;
use crate::registry::ClassId;
use crate::semantics::samples::{ints, list, map, outcome, vm};
use crate::value::{List, Map, Order, Set, Str, Table, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// Walks and does something after each element.
fn walk(vm: &mut Vm, over: &Value, mut act: impl FnMut(&Value)) -> Res<Vec<Value>> {
    let mut walk = vm.iterate(over)?;
    let mut seen = Vec::new();
    while let Some(item) = walk.next(vm)? {
        act(&item);
        seen.push(item);
    }
    Ok(seen)
}

fn walked(over: &Value) -> String {
    let mut vm = vm();
    let seen = walk(&mut vm, over, |_| ());
    outcome(&mut vm, seen)
}

fn is_int(value: &Value, i: i32) -> bool {
    value.same(&Value::int(i))
}

#[test]
fn what_is_walked_how() {
    assert_eq!(walked(&Value::Null), "[]");
    assert_eq!(walked(&Value::int(5)), "[5]");
    assert_eq!(walked(&Value::str("aé")), "['a', 'é']");
    assert_eq!(walked(&ints([1, 2])), "[1, 2]");
    assert_eq!(walked(&map([("a", Value::int(1))])), "[a=1]");
    assert_eq!(walked(&Value::class(ClassId::STRING)), "[class java.lang.String]");
    let cursor = Value::host(Cursor::new(Iter::over(vec![Value::int(1)])));
    assert_eq!(walked(&cursor), "[1]");
    assert_eq!(walked(&cursor), "[]");
}

#[test]
fn a_list_may_not_change_its_length_meanwhile() {
    let changed = |at: i32, change: fn(&mut Vec<Value>)| {
        let (items, mut vm) = (List::new((1..=3).map(Value::int).collect()), vm());
        let seen = walk(&mut vm, &Value::List(items.clone()), |item| {
            if is_int(item, at) {
                items.change(change);
            }
        });
        outcome(&mut vm, seen)
    };
    let modified = "!! java.util.ConcurrentModificationException";
    assert_eq!(changed(1, |items| items.push(Value::Null)), modified);
    assert_eq!(changed(3, |items| items.push(Value::Null)), modified);
    assert_eq!(changed(1, |items| drop(items.pop())), modified);
    // Java does not notice this one.
    assert_eq!(changed(2, |items| drop(items.pop())), "[1, 2]");
}

fn hashed(pairs: &[(&str, i32)]) -> Rc<Map> {
    let map = Map::of(ClassId::HASH_MAP, Table::new(Order::Buckets), Value::Null);
    for (key, value) in pairs {
        map.put_str(&Str::new(key), Value::int(*value));
    }
    map
}

#[test]
fn a_map_may_not_change_its_size_meanwhile() {
    for make in [
        || hashed(&[("b", 2), ("a", 1)]),
        || Map::from_pairs([("a", Value::int(1)), ("b", Value::int(2))]),
    ] {
        let changed = |at: &'static str, key: &'static str, put: bool| {
            let (map, mut vm) = (make(), vm());
            let seen = walk(&mut vm, &Value::Map(map.clone()), |entry| {
                if entry
                    .as_host()
                    .is_some_and(|e: &crate::jdk::util::map_entry::Entry| matches!(e.key(), Value::Str(k) if *k == *at))
                {
                    if put {
                        map.put_str(&Str::new(key), Value::int(9));
                    } else {
                        drop(map.change(|table| table.remove_at(0)));
                    }
                }
            });
            outcome(&mut vm, seen)
        };
        let modified = "!! java.util.ConcurrentModificationException";
        assert_eq!(changed("a", "c", true), modified);
        assert_eq!(changed("a", "a", true), "[a=9, b=2]");
        assert_eq!(changed("b", "c", true), "[a=1, b=2]");
        assert_eq!(changed("a", "", false), modified);
    }
}

#[test]
fn removing_while_walking() {
    let mut vm = vm();
    let items = List::new((1..=4).map(Value::int).collect());
    let map = hashed(&[("a", 1), ("b", 2), ("c", 3)]);
    let set = Set::empty();
    for i in 1..=4 {
        assert!(vm.set_add(&set, &Value::int(i)).is_ok());
    }
    for over in [
        Value::List(items.clone()),
        Value::Set(set.clone()),
        Value::Map(map.clone()),
    ] {
        let mut walk = vm.iterate(&over).expect("a walk");
        let mut odd = true;
        while walk.next(&mut vm).expect("an element").is_some() {
            if odd {
                assert!(walk.remove(&mut vm).is_ok());
            }
            odd = !odd;
        }
        let again = walk.remove(&mut vm);
        // The last of the list and of the set was kept, and can go once.
        assert_eq!(again.is_ok(), !matches!(over, Value::Map(_)));
    }
    assert_eq!(vm.to_text(&Value::List(items)).ok().as_deref(), Some("[2]"));
    assert_eq!(vm.to_text(&Value::Set(set)).ok().as_deref(), Some("[2]"));
    assert_eq!(vm.to_text(&Value::Map(map)).ok().as_deref(), Some("[b:2]"));
}

#[test]
fn some_walks_cannot_remove() {
    let mut vm = vm();
    let range = vm.range(&Value::int(1), &Value::int(3), true, true).expect("a range");
    let mut walk = vm.iterate(&Value::Range(range)).expect("a walk");
    let removed = walk.next(&mut vm).and_then(|_| walk.remove(&mut vm));
    assert_eq!(outcome(&mut vm, removed), "!! java.lang.UnsupportedOperationException");
    let mut walk = vm.iterate(&list([])).expect("a walk");
    let removed = walk.remove(&mut vm);
    assert_eq!(outcome(&mut vm, removed), "!! java.lang.IllegalStateException");
}
