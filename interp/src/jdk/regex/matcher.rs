//! `java.util.regex.Matcher` and `MatchResult`.

use super::engine::{Groups, Mode, Regex, Subject};
use super::pattern::Pattern;
use super::search::{Replacement, Search, copy, expand, group as group_text, quote_replacement, replace};
use crate::heap::Gathered;
use crate::jdk::lang::string_builder::Builder;
use crate::jdk::throwables;
use crate::registry::{Class, Func, class, function, interface, method, native, never, required, unbound};
use crate::value::{Host, HostType, Str, Value};
use crate::{Res, Thrown, Vm, gdk};
use std::cell::RefCell;
use std::rc::Rc;

/// A pattern over a text, with the last match.
pub struct Matcher(RefCell<State>);

struct State {
    search: Search,
    groups: Option<Groups>,
    /// How far `appendReplacement` has copied.
    copied: usize,
}

impl Matcher {
    /// A matcher over a whole text.
    pub fn new(regex: Rc<Regex>, text: &Rc<Str>) -> Matcher {
        Matcher(RefCell::new(State {
            search: Search::new(regex, text),
            groups: None,
            copied: 0,
        }))
    }

    /// The pattern.
    pub fn regex(&self) -> Rc<Regex> {
        self.0.borrow().search.regex.clone()
    }

    /// The whole text.
    pub fn text(&self) -> Rc<Str> {
        self.0.borrow().search.subject.text.clone()
    }

    /// Back to the beginning, without a region.
    pub fn rewind(&self) {
        let text = self.text();
        self.over(&text);
    }

    fn over(&self, text: &Rc<Str>) {
        let regex = self.regex();
        let old = self.0.replace(State {
            search: Search::new(regex, text),
            groups: None,
            copied: 0,
        });
        drop(old);
    }

    /// `find()`.
    pub fn find(&self, vm: &mut Vm) -> Res<bool> {
        let mut state = self.0.borrow_mut();
        state.groups = state.search.next(vm)?;
        if state.groups.is_none() {
            // A failed find leaves nothing to go on from.
            state.search.from = state.search.subject.region.1 + 1;
        }
        Ok(state.groups.is_some())
    }

    /// The last match as Groovy hands it out.
    pub fn value(&self) -> Value {
        let state = self.0.borrow();
        state.groups.as_ref().map(|g| state.search.value(g)).unwrap_or_default()
    }

    fn match_at_start(&self, vm: &mut Vm, mode: Mode) -> Res<bool> {
        let mut state = self.0.borrow_mut();
        let from = state.search.subject.region.0;
        state.groups = state.search.at(vm, from, mode)?;
        if let Some(Some((_, end))) = state.groups.as_ref().and_then(|g| g.first()) {
            state.search.from = *end;
        }
        Ok(state.groups.is_some())
    }
}

impl HostType for Matcher {
    const NAME: &'static str = "java.util.regex.Matcher";
    fn class() -> &'static Class {
        &CLASS
    }
    fn bytes(&self) -> usize {
        self.text().len()
    }
}

/// `java.util.regex.MatchResult`.
pub static RESULT: Class = interface("java.util.regex.MatchResult")
    .doc("A match that was found.")
    .members(&[
        required("start(): int"),
        required("start(int group): int"),
        required("end(): int"),
        required("end(int group): int"),
        required("group(): String"),
        required("group(int group): String"),
        required("groupCount(): int"),
    ]);

/// `java.util.regex.Matcher`.
pub static CLASS: Class = class(Matcher::NAME)
    .doc("A pattern over a text: finds matches one after the other.")
    .implements(&[&RESULT])
    .groovy(gdk::matcher::MEMBERS)
    .members(&[
        method("pattern(): Pattern", &native(|m: &Matcher| Pattern(m.regex()))).doc("The pattern."),
        method("toMatchResult(): MatchResult", &native(to_match_result)).doc("The match as it is now."),
        method("usePattern(Pattern pattern): Matcher", &native(use_pattern)).doc("Goes on with another pattern."),
        method("reset(): Matcher", &native(reset)).doc("Back to the beginning."),
        method("reset(CharSequence text): Matcher", &native(reset_to)).doc("To the beginning of another text."),
        method(
            "start(): int",
            &native(|vm: &mut Vm, m: &Matcher| bound(vm, m, 0, true)),
        )
        .doc("Where the match begins."),
        method(
            "start(int group): int",
            &native(|vm: &mut Vm, m: &Matcher, g: i32| bound(vm, m, g, true)),
        )
        .doc("Where a group begins, or -1."),
        method(
            "start(String name): int",
            &native(|vm: &mut Vm, m: &Matcher, n: &Str| named_bound(vm, m, n, true)),
        )
        .doc("Where a group begins, or -1."),
        method("end(): int", &native(|vm: &mut Vm, m: &Matcher| bound(vm, m, 0, false))).doc("Where the match ends."),
        method(
            "end(int group): int",
            &native(|vm: &mut Vm, m: &Matcher, g: i32| bound(vm, m, g, false)),
        )
        .doc("Where a group ends, or -1."),
        method(
            "end(String name): int",
            &native(|vm: &mut Vm, m: &Matcher, n: &Str| named_bound(vm, m, n, false)),
        )
        .doc("Where a group ends, or -1."),
        method("group(): String", &native(|vm: &mut Vm, m: &Matcher| group(vm, m, 0))).doc("The text of the match."),
        method("group(int group): String", &native(group)).doc("The text of a group; null if it took no part."),
        method("group(String name): String", &native(named_group)).doc("The text of a group; null if it took no part."),
        method("groupCount(): int", &native(|m: &Matcher| m.regex().groups as i32))
            .doc("The number of groups in the pattern."),
        method(
            "matches(): boolean",
            &native(|vm: &mut Vm, m: &Matcher| m.match_at_start(vm, Mode::All)),
        )
        .doc("Whether all of the region matches."),
        method(
            "lookingAt(): boolean",
            &native(|vm: &mut Vm, m: &Matcher| m.match_at_start(vm, Mode::Start)),
        )
        .doc("Whether the region begins with a match."),
        method("find(): boolean", &native(|vm: &mut Vm, m: &Matcher| m.find(vm))).doc("Finds the next match."),
        method("find(int from): boolean", &native(find_from))
            .doc("Resets, and finds the first match from an index on."),
        method(
            "appendReplacement(StringBuffer buffer, String replacement): Matcher",
            &native(append_replacement),
        )
        .doc("Appends the text up to the match, and the replacement."),
        method(
            "appendReplacement(StringBuilder builder, String replacement): Matcher",
            &native(append_replacement),
        )
        .doc("Appends the text up to the match, and the replacement."),
        method("appendTail(StringBuffer buffer): StringBuffer", &native(append_tail))
            .doc("Appends the text after the last match."),
        method("appendTail(StringBuilder builder): StringBuilder", &native(append_tail))
            .doc("Appends the text after the last match."),
        method(
            "replaceAll(String replacement): String",
            &native(|vm: &mut Vm, m: &Matcher, r: &Rc<Str>| replace_with(vm, m, r, usize::MAX)),
        )
        .doc("All matches replaced; `$1` is a group."),
        method(
            "replaceAll(Function replacer): String",
            &native(|vm: &mut Vm, m: &Value, f: Func| replace_by(vm, m, f, usize::MAX)),
        )
        .doc("Each match replaced by what a function makes of it; `$1` in that is a group."),
        method(
            "replaceFirst(String replacement): String",
            &native(|vm: &mut Vm, m: &Matcher, r: &Rc<Str>| replace_with(vm, m, r, 1)),
        )
        .doc("The first match replaced; `$1` is a group."),
        method(
            "replaceFirst(Function replacer): String",
            &native(|vm: &mut Vm, m: &Value, f: Func| replace_by(vm, m, f, 1)),
        )
        .doc("The first match replaced by what a function makes of it."),
        method("region(int start, int end): Matcher", &native(region))
            .doc("Confines the matcher to a part of the text."),
        method(
            "regionStart(): int",
            &native(|m: &Matcher| m.0.borrow().search.subject.region.0 as i32),
        )
        .doc("Where the region begins."),
        method(
            "regionEnd(): int",
            &native(|m: &Matcher| m.0.borrow().search.subject.region.1 as i32),
        )
        .doc("Where the region ends."),
        method("hasTransparentBounds(): boolean", &native(|_: &Matcher| false))
            .doc("Look-around never sees past the region."),
        method("hasAnchoringBounds(): boolean", &native(|_: &Matcher| true))
            .doc("`^` and `$` always match at the region's ends."),
        never(
            "useTransparentBounds(boolean on): Matcher",
            "look-around never sees past the region: match the whole text instead",
        ),
        never(
            "useAnchoringBounds(boolean on): Matcher",
            "`^` and `$` always match at the region's ends: match the whole text instead",
        ),
        never(
            "hitEnd(): boolean",
            "the engine does not tell whether it reached the end",
        ),
        never(
            "requireEnd(): boolean",
            "the engine does not tell whether more text could change the match",
        ),
        method("toString(): String", &native(to_string)),
        function("quoteReplacement(String text): String", &unbound(quote_replacement))
            .doc("A replacement that stands for the text itself."),
    ]);

fn matcher(vm: &mut Vm, this: &Value) -> Res<Value> {
    match this.as_host::<Matcher>() {
        Some(_) => Ok(this.clone()),
        None => Err(vm.throw_silent(&throwables::NULL_POINTER_EXCEPTION)),
    }
}

/// Runs a function on the matcher behind a value, and gives the value back.
fn chained(vm: &mut Vm, this: &Value, change: impl FnOnce(&mut Vm, &Matcher) -> Res<()>) -> Res {
    let this = matcher(vm, this)?;
    if let Some(matcher) = this.as_host::<Matcher>() {
        change(vm, matcher)?;
    }
    Ok(this)
}

fn to_match_result(m: &Matcher) -> Value {
    let state = m.0.borrow();
    let mut copy = Search::new(state.search.regex.clone(), &state.search.subject.text);
    copy.from = state.search.from;
    Value::Host(Host::of(
        &CLASS,
        Matcher(RefCell::new(State {
            search: copy,
            groups: state.groups.clone(),
            copied: state.copied,
        })),
    ))
}

fn use_pattern(vm: &mut Vm, this: &Value, pattern: &Pattern) -> Res {
    chained(vm, this, |_, m| {
        let mut state = m.0.borrow_mut();
        state.search.regex = pattern.0.clone();
        state.groups = None;
        Ok(())
    })
}

fn reset(vm: &mut Vm, this: &Value) -> Res {
    chained(vm, this, |_, m| {
        m.rewind();
        Ok(())
    })
}

fn reset_to(vm: &mut Vm, this: &Value, text: &Rc<Str>) -> Res {
    chained(vm, this, |_, m| {
        m.over(text);
        Ok(())
    })
}

fn no_match(vm: &mut Vm, message: &str) -> Thrown {
    vm.throw(&throwables::ILLEGAL_STATE_EXCEPTION, message)
}

/// Where a group begins or ends.
fn bound(vm: &mut Vm, m: &Matcher, group: i32, start: bool) -> Res<i32> {
    let state = m.0.borrow();
    let Some(groups) = &state.groups else {
        return Err(no_match(vm, "No match available"));
    };
    match usize::try_from(group).ok().and_then(|g| groups.get(g)) {
        Some(Some((from, to))) => Ok(if start { *from } else { *to } as i32),
        Some(None) => Ok(-1),
        None => Err(vm.index_out_of_bounds(format!("No group {group}"))),
    }
}

fn number(vm: &mut Vm, m: &Matcher, name: &Str) -> Res<i32> {
    match m.regex().group_number(&name.text()) {
        Some(number) => Ok(number as i32),
        None => Err(vm.illegal_argument(format!("No group with name <{name}>"))),
    }
}

fn named_bound(vm: &mut Vm, m: &Matcher, name: &Str, start: bool) -> Res<i32> {
    if m.0.borrow().groups.is_none() {
        return Err(no_match(vm, "No match found"));
    }
    let number = number(vm, m, name)?;
    bound(vm, m, number, start)
}

fn group(vm: &mut Vm, m: &Matcher, group: i32) -> Res {
    let state = m.0.borrow();
    let Some(groups) = &state.groups else {
        return Err(no_match(vm, "No match found"));
    };
    match usize::try_from(group).ok().filter(|g| *g < groups.len()) {
        Some(index) => Ok(group_text(&state.search.subject.text, groups, index)),
        None => Err(vm.index_out_of_bounds(format!("No group {group}"))),
    }
}

fn named_group(vm: &mut Vm, m: &Matcher, name: &Str) -> Res {
    if m.0.borrow().groups.is_none() {
        return Err(no_match(vm, "No match found"));
    }
    let number = number(vm, m, name)?;
    group(vm, m, number)
}

fn find_from(vm: &mut Vm, m: &Matcher, from: i32) -> Res<bool> {
    let length = m.text().len();
    match usize::try_from(from) {
        Ok(from) if from <= length => {
            m.rewind();
            m.0.borrow_mut().search.from = from;
            m.find(vm)
        }
        _ => Err(vm.index_out_of_bounds("Illegal start index")),
    }
}

fn append_replacement(vm: &mut Vm, this: &Value, builder: &Builder, replacement: &Str) -> Res {
    chained(vm, this, |vm, m| {
        let mut state = m.0.borrow_mut();
        let Some(groups) = state.groups.clone() else {
            return Err(no_match(vm, "No match available"));
        };
        let (start, end) = groups.first().copied().flatten().unwrap_or_default();
        let text = state.search.subject.text.clone();
        let mut made = Gathered::new();
        expand(vm, replacement, &state.search.regex, &text, &groups, &mut made)?;
        builder.push(&text.slice(state.copied, start));
        builder.push(&Str::from_units(&made));
        state.copied = end;
        Ok(())
    })
}

fn append_tail(vm: &mut Vm, m: &Matcher, builder: &Value) -> Res {
    let state = m.0.borrow();
    let text = &state.search.subject.text;
    match builder.as_host::<Builder>() {
        Some(target) => target.push(&text.slice(state.copied, text.len())),
        None => return Err(vm.throw_silent(&throwables::NULL_POINTER_EXCEPTION)),
    }
    Ok(builder.clone())
}

fn replace_with(vm: &mut Vm, m: &Matcher, replacement: &Rc<Str>, most: usize) -> Res<Rc<Str>> {
    m.rewind();
    replace(vm, &m.text(), &m.regex(), Replacement::Template(replacement), most)
}

/// The function gets the matcher, and what it gives is a replacement with group references.
fn replace_by(vm: &mut Vm, this: &Value, function: Func, most: usize) -> Res<Rc<Str>> {
    let this = matcher(vm, this)?;
    let Some(m) = this.as_host::<Matcher>() else {
        return Ok(Str::new(""));
    };
    m.rewind();
    let text = m.text();
    let (mut out, mut copied, mut count) = (Gathered::new(), 0, 0);
    while count < most && m.find(vm)? {
        let groups = m.0.borrow().groups.clone().unwrap_or_default();
        let made = vm.call_func(function, std::slice::from_ref(&this))?;
        let made = vm.to_str(&made)?;
        let (start, end) = groups.first().copied().flatten().unwrap_or_default();
        copy(vm, &text, copied..start, &mut out)?;
        expand(vm, &made, &m.regex(), &text, &groups, &mut out)?;
        copied = end;
        count += 1;
    }
    copy(vm, &text, copied..text.len(), &mut out)?;
    Ok(Str::from_units(&out))
}

fn region(vm: &mut Vm, this: &Value, start: i32, end: i32) -> Res {
    chained(vm, this, |vm, m| {
        let text = m.text();
        let within = |i: i32| usize::try_from(i).ok().filter(|i| *i <= text.len());
        let Some(from) = within(start) else {
            return Err(vm.index_out_of_bounds("start"));
        };
        let Some(to) = within(end) else {
            return Err(vm.index_out_of_bounds("end"));
        };
        if from > to {
            return Err(vm.index_out_of_bounds("start > end"));
        }
        let mut state = m.0.borrow_mut();
        state.search.subject = Subject::region(&text, from, to);
        state.search.from = from;
        state.groups = None;
        state.copied = 0;
        Ok(())
    })
}

fn to_string(m: &Matcher) -> Rc<Str> {
    let state = m.0.borrow();
    let (from, to) = state.search.subject.region;
    let last = match &state.groups {
        Some(groups) => match groups.first() {
            Some(Some((start, end))) => state.search.subject.text.slice(*start, *end),
            _ => Str::new(""),
        },
        None => Str::new(""),
    };
    let head = format!("region={from},{to} lastmatch=");
    let begin = Str::new("java.util.regex.Matcher[pattern=").concat(&state.search.regex.pattern);
    begin
        .concat(&Str::new(" "))
        .concat(&Str::new(&head))
        .concat(&last)
        .concat(&Str::new("]"))
}
