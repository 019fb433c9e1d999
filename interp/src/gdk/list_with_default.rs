//! `groovy.lang.ListWithDefault`: a view of a list that makes up missing elements by a closure.

use super::indexing::{normalise, whole};
use crate::heap::Gathered;
use crate::jdk::groovy::lang::range::borders;
use crate::jdk::util::elements::int_size;
use crate::jdk::util::list;
use crate::registry::{Class, Func, Items, class, method, native};
use crate::value::{Closure, List, Range, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// `groovy.lang.ListWithDefault`.
pub static CLASS: Class = class("groovy.lang.ListWithDefault")
    .doc("A view of a list that makes up missing elements.")
    .implements(&[&list::CLASS])
    .members(&[
        method("getDelegate(): List", &native(delegate)).doc("The list behind the view."),
        method("getInitClosure(): Closure", &native(init_closure)).doc("What makes missing elements."),
        method("isLazyDefaultValues(): boolean", &native(is_lazy))
            .doc("Whether elements passed over stay null until asked for."),
    ]);

fn delegate(this: &List) -> Option<Rc<List>> {
    this.viewed().cloned()
}

fn init_closure(this: &List) -> Option<Value> {
    this.default_closure().map(|(closure, _)| closure.clone())
}

fn is_lazy(this: &List) -> bool {
    this.default_closure().is_some_and(|(_, lazy)| lazy)
}

/// `list.withDefault { … }`.
pub fn lazy(this: &Rc<List>, maker: &Rc<Closure>) -> Rc<List> {
    List::defaulted(CLASS.id(), this, maker.clone().into(), true)
}

/// `list.withEagerDefault { … }`.
pub fn eager(this: &Rc<List>, maker: &Rc<Closure>) -> Rc<List> {
    List::defaulted(CLASS.id(), this, maker.clone().into(), false)
}

/// `get(index)`: an element that is missing, or null in a lazy list, is made and put in.
pub fn get(vm: &mut Vm, this: &List, index: i32) -> Res {
    let Some((maker, lazy)) = this.default_closure() else {
        return Ok(Value::Null);
    };
    let (size, maker) = (this.len(), maker.clone());
    let index = if index < 0 {
        index.wrapping_add(int_size(size))
    } else {
        index
    };
    let Ok(index) = usize::try_from(index) else {
        return Err(vm.index_out_of_bounds(format!("Negative index [{index}] too large for list size {size}")));
    };
    if index >= size {
        vm.tick_many(index - size)?;
        vm.reserve(16 * (index - size))?;
        for missing in size..index {
            let filler = if lazy { Value::Null } else { make(vm, &maker, missing)? };
            this.change(|items| items.push(filler));
        }
        let made = make(vm, &maker, index)?;
        this.change(|items| items.push(made.clone()));
        return Ok(made);
    }
    let found = this.get(index).unwrap_or_default();
    if !found.is_null() || !lazy {
        return Ok(found);
    }
    let made = make(vm, &maker, index)?;
    this.set(index, made.clone());
    Ok(made)
}

fn make(vm: &mut Vm, maker: &Value, index: usize) -> Res {
    vm.call_func(Func(maker), &[Value::int(int_size(index))])
}

/// `list[range]`: the last element is asked for, so that the list becomes long enough.
pub fn slice(vm: &mut Vm, this: &Rc<List>, range: &Range) -> Res {
    let (_, to, _) = borders(range, this.len());
    if to > 0 {
        get(vm, this, to - 1)?.done();
    }
    super::indexing::slice(vm, &this.to_vec(), range).map(Value::from)
}

/// `list[[…]]`.
pub fn pick(vm: &mut Vm, this: &List, indices: Items) -> Res<Gathered> {
    let mut out = Gathered::new();
    for index in vm.items(indices.0)? {
        let at = whole(&index);
        let at = if at < 0 {
            int_size(normalise(vm, at, this.len())?)
        } else {
            at
        };
        let item = get(vm, this, at)?;
        out.push(vm, item)?;
    }
    Ok(out)
}
