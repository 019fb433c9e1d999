//! What Groovy adds to `java.util.regex.Matcher`.

use crate::heap::Gathered;
use crate::jdk::regex::Search;
use crate::jdk::regex::matcher::Matcher;
use crate::jdk::throwables;
use crate::registry::{Items, Member, method, native, never};
use crate::semantics::number::narrow_to_i32;
use crate::value::Value;
use crate::{Res, Vm};

/// The members.
pub const MEMBERS: &[Member] = &[
    method("asBoolean(): boolean", &native(as_boolean)).doc("Finds the first match; whether there is one."),
    method("getAt(int index): Object", &native(get_at))
        .doc("A match, or the list of its groups; negative indices count from the last."),
    method("getAt(Collection indices): List", &native(get_all)).doc("Some matches, or the lists of their groups."),
    method("getCount(): int", &native(count)).doc("The number of matches."),
    method(
        "size(): long",
        &native(|vm: &mut Vm, m: &Matcher| count(vm, m).map(i64::from)),
    )
    .doc("The number of matches."),
    method("hasGroup(): boolean", &native(|m: &Matcher| m.regex().groups > 0)).doc("Whether the pattern has groups."),
    method("iterator(): Iterator", &native(iterator)).doc("A walk over the matches, or the lists of their groups."),
    method("setIndex(int index): void", &native(set_index)).doc("Goes to a match."),
    never(
        "matchesPartially(): boolean",
        "the engine does not tell whether more text could make it match",
    ),
];

/// All matches from the beginning, as Groovy hands them out.
fn all(vm: &mut Vm, m: &Matcher) -> Res<Gathered> {
    let mut search = Search::new(m.regex(), &m.text());
    let mut out = Gathered::new();
    while let Some(groups) = search.next(vm)? {
        out.push(vm, search.value(&groups))?;
    }
    Ok(out)
}

/// The truth of a matcher: whether there is a match.
fn as_boolean(vm: &mut Vm, m: &Matcher) -> Res<bool> {
    m.rewind();
    m.find(vm)
}

fn count(vm: &mut Vm, m: &Matcher) -> Res<i32> {
    let (mut search, mut count) = (Search::new(m.regex(), &m.text()), 0);
    while search.next(vm)?.is_some() {
        vm.tick()?;
        count += 1;
    }
    m.rewind();
    Ok(count)
}

/// Moves to a match; negative indices count from the last.
fn set_index(vm: &mut Vm, m: &Matcher, index: i32) -> Res<()> {
    let count = count(vm, m)?;
    if index < -count || index >= count {
        let message = format!("index is out of range {}..{} (index = {index})", -count, count - 1);
        return Err(vm.index_out_of_bounds(message));
    }
    let wanted = if index < 0 { index + count } else { index };
    m.rewind();
    for _ in 0..=wanted {
        m.find(vm)?;
    }
    Ok(())
}

fn get_at(vm: &mut Vm, m: &Matcher, index: i32) -> Res {
    set_index(vm, m, index)?;
    Ok(m.value())
}

fn get_all(vm: &mut Vm, m: &Matcher, indices: Items) -> Res<Gathered> {
    let matches = all(vm, m)?;
    let mut out = Gathered::new();
    let mut walk = vm.iterate(indices.0)?;
    while let Some(index) = walk.next(vm)? {
        match narrow_to_i32(&index) {
            Some(index) => {
                let at = if index < 0 { index + matches.len() as i32 } else { index };
                let found = usize::try_from(at).ok().and_then(|i| matches.get(i).cloned());
                out.push(vm, found.unwrap_or_default())?;
            }
            None => return Err(vm.throw(&throwables::ILLEGAL_ARGUMENT_EXCEPTION, "argument type mismatch")),
        }
    }
    Ok(out)
}

fn iterator(vm: &mut Vm, m: &Matcher) -> Res {
    let matches = Value::from(all(vm, m)?);
    vm.call_method(&matches, "iterator", &[])
}
