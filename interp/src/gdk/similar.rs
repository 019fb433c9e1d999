//! Results of the same kind as the receiver: what `findAll`, `plus`, `take` and their kin give.

use crate::heap::Gathered;
use crate::jdk::util::{array_deque, array_list, priority_queue, set_kinds, sorted_set, vector};
use crate::jdk::util::{elements, iterator, map_kinds, sorted_map};
use crate::registry::ClassId;
use crate::value::{Array, List, Map, Order, Set, Table, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// A collection with these elements of the kind that Groovy gives for a receiver: a set for a set, an array for an array, an
/// iterator for an iterator, a list for a list and for anything else.
pub fn similar(vm: &mut Vm, like: &Value, items: Gathered) -> Res {
    let items = items.into_vec();
    match like {
        Value::List(l) => Ok(List::of(list_class(l.class), items).into()),
        Value::Set(s) => similar_set(vm, s, &items).map(Value::Set),
        Value::Array(a) => Ok(Array::new(a.component, items).into()),
        Value::Host(_) | Value::Object(_) if vm.is_instance(like, ClassId::ITERATOR) => {
            iterator::of(vm, &Value::list(items))
        }
        Value::Host(_) if vm.is_instance(like, priority_queue::CLASS.id()) => priority_queue::like(vm, like, items),
        Value::Host(_) | Value::Object(_) if vm.is_instance(like, ClassId::SET) => {
            set_kinds::linked(vm, &items).map(Value::Set)
        }
        _ => Ok(Value::list(items)),
    }
}

/// The class that Groovy makes for a list's class.
fn list_class(class: ClassId) -> ClassId {
    let same = [
        &vector::CLASS,
        &vector::STACK,
        &array_deque::CLASS,
        &array_list::COPY_ON_WRITE,
    ];
    if class == ClassId::LINKED_LIST || same.iter().any(|c| c.id() == class) {
        class
    } else {
        ClassId::ARRAY_LIST
    }
}

/// A sorted set keeps its comparator; any other set becomes a `LinkedHashSet`.
fn similar_set(vm: &mut Vm, like: &Rc<Set>, items: &[Value]) -> Res<Rc<Set>> {
    if like.borrow().order != Order::Sorted {
        return set_kinds::linked(vm, items);
    }
    let set = sorted_set::tree(like.extra.borrow().clone());
    for item in items {
        vm.tick()?;
        vm.set_add(&set, item)?;
    }
    Ok(set)
}

/// A copy of a collection to which elements are then added: `plus` keeps a `HashSet` a `HashSet`.
pub fn copy_with(vm: &mut Vm, like: &Value, items: Gathered) -> Res {
    let Value::Set(set) = like else {
        let mut all = vm.items(like)?;
        all.extend(vm, items.into_iter())?;
        return similar(vm, like, all);
    };
    let copy = match set.class {
        ClassId::HASH_SET | ClassId::TREE_SET | ClassId::LINKED_HASH_SET => {
            let (table, extra) = (set.borrow().clone(), set.extra.borrow().clone());
            Set::of(set.class, table, extra)
        }
        _ => {
            let items = vm.items(like)?;
            similar_set(vm, set, &items)?
        }
    };
    for item in &items {
        vm.tick()?;
        vm.set_add(&copy, item)?;
    }
    Ok(copy.into())
}

/// An empty map of the kind that Groovy makes for a map: sorted for a sorted one, else a `LinkedHashMap`.
pub fn similar_map(like: &Map) -> Rc<Map> {
    let sorted = like.borrow().order == Order::Sorted;
    if sorted {
        let comparator = crate::jdk::util::map::base_extra(like);
        sorted_map::tree(comparator)
    } else if like.class == map_kinds::HASHTABLE.id() {
        Map::of(like.class, Table::new(Order::Buckets), Value::Null)
    } else {
        Map::empty()
    }
}

/// A copy of a map to which entries are then added: `plus` keeps a `HashMap` a `HashMap`.
pub fn copy_map(vm: &mut Vm, like: &Rc<Map>) -> Res<Rc<Map>> {
    if matches!(like.class, ClassId::HASH_MAP | ClassId::TREE_MAP) || like.class == map_kinds::CONCURRENT_HASH_MAP.id()
    {
        return Ok(map_kinds::copy(like));
    }
    let map = similar_map(like);
    for (key, value) in like.borrow().pairs() {
        vm.map_put(&map, &key, value)?;
    }
    Ok(map)
}

/// Adds the elements of a walk to a collection that the script gave.
pub fn collect_into(vm: &mut Vm, collector: &Value, items: Vec<Value>) -> Res {
    elements::add_all(vm, collector, items)?;
    Ok(collector.clone())
}
