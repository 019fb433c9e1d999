//! `java.util.regex.Pattern`.

use super::engine::Regex;
use super::matcher::Matcher;
use super::syntax::Flags;
use super::{Search, compile, split_by};
use crate::jdk::lang::string::search;
use crate::jdk::util::function::{PREDICATE, standing_for};
use crate::registry::{Class, ClassId, class, constant, function, method, native, unbound};
use crate::value::{Array, Closure, HostType, Str, Value};
use crate::{Res, Vm, gdk};
use std::rc::Rc;

/// A compiled pattern.
pub struct Pattern(pub Rc<Regex>);

impl HostType for Pattern {
    const NAME: &'static str = "java.util.regex.Pattern";
    fn class() -> &'static Class {
        &CLASS
    }
}

/// `java.util.regex.Pattern`.
pub static CLASS: Class = class(Pattern::NAME)
    .doc("A compiled regular expression.")
    .groovy(gdk::pattern::MEMBERS)
    .members(&[
        constant("UNIX_LINES: int", &unbound(|| Flags::UNIX_LINES)).doc("Only `\\n` ends a line."),
        constant("CASE_INSENSITIVE: int", &unbound(|| Flags::CASE_INSENSITIVE))
            .doc("ASCII letters match in either case."),
        constant("COMMENTS: int", &unbound(|| Flags::COMMENTS)).doc("White space and `#` comments do not count."),
        constant("MULTILINE: int", &unbound(|| Flags::MULTILINE)).doc("`^` and `$` match at every line."),
        constant("LITERAL: int", &unbound(|| Flags::LITERAL)).doc("Every character stands for itself."),
        constant("DOTALL: int", &unbound(|| Flags::DOTALL)).doc("`.` matches line ends too."),
        constant("UNICODE_CASE: int", &unbound(|| Flags::UNICODE_CASE))
            .doc("All letters match in either case, with CASE_INSENSITIVE."),
        constant("CANON_EQ: int", &unbound(|| Flags::CANON_EQ)).doc("Taken, without effect."),
        constant(
            "UNICODE_CHARACTER_CLASS: int",
            &unbound(|| Flags::UNICODE_CHARACTER_CLASS),
        )
        .doc("`\\w` and its kin follow Unicode."),
        function(
            "compile(String regex): Pattern",
            &unbound(|vm: &mut Vm, p: &Rc<Str>| compile_with(vm, p, 0)),
        )
        .doc("Compiles a pattern."),
        function("compile(String regex, int flags): Pattern", &unbound(compile_with))
            .doc("Compiles a pattern with flags."),
        function("matches(String regex, CharSequence text): boolean", &unbound(matches))
            .doc("Whether all of a text matches."),
        function("quote(String text): String", &unbound(quote)).doc("A pattern that matches the text itself."),
        method("pattern(): String", &native(text)).doc("The pattern as text."),
        method("toString(): String", &native(text)).doc("The pattern as text."),
        method("flags(): int", &native(|p: &Pattern| p.0.all_flags)).doc("The flags it was compiled with."),
        method(
            "matcher(CharSequence text): Matcher",
            &native(|p: &Pattern, t: &Rc<Str>| Matcher::new(p.0.clone(), t)),
        )
        .doc("A matcher over a text."),
        method(
            "split(CharSequence text): String[]",
            &native(|vm: &mut Vm, p: &Pattern, t: &Rc<Str>| split(vm, p, t, 0)),
        )
        .doc("The parts between matches, without empty ones at the end."),
        method("split(CharSequence text, int limit): String[]", &native(split))
            .doc("The parts between matches, at most so many."),
        method("asPredicate(): Predicate", &native(|p: &Pattern| predicate(p, false)))
            .doc("Whether a text has a match."),
        method(
            "asMatchPredicate(): Predicate",
            &native(|p: &Pattern| predicate(p, true)),
        )
        .doc("Whether all of a text matches."),
    ]);

fn text(pattern: &Pattern) -> Rc<Str> {
    pattern.0.pattern.clone()
}

fn compile_with(vm: &mut Vm, pattern: &Rc<Str>, flags: i32) -> Res<Pattern> {
    if flags & !0x1ff != 0 {
        return Err(vm.illegal_argument(format!("Unknown flag 0x{flags:x}")));
    }
    Ok(Pattern(compile(vm, pattern, flags)?))
}

fn matches(vm: &mut Vm, pattern: &Rc<Str>, text: &Rc<Str>) -> Res<bool> {
    super::matches(vm, text, pattern)
}

fn split(vm: &mut Vm, pattern: &Pattern, text: &Rc<Str>, limit: i32) -> Res<Rc<Array>> {
    Ok(Array::new(
        ClassId::STRING,
        split_by(vm, text, &pattern.0, limit)?.into_vec(),
    ))
}

fn predicate(pattern: &Pattern, all: bool) -> Rc<Closure> {
    let regex = pattern.0.clone();
    let test = Closure::native(Value::Null, 1, vec![], move |vm, args| {
        let text = vm.to_str(args.first().unwrap_or(&Value::Null))?;
        let mut search = Search::new(regex.clone(), &text);
        Ok(Value::bool(if all {
            search.matches(vm)?
        } else {
            search.next(vm)?.is_some()
        }))
    });
    standing_for(&test, PREDICATE.id()).unwrap_or(test)
}

/// `Pattern.quote`: the text between `\Q` and `\E`, with an `\E` in it taken apart.
fn quote(text: &Rc<Str>) -> Rc<Str> {
    let (begin, end) = (Str::new("\\Q"), Str::new("\\E"));
    let inner = search::replace(text, &end, &Str::new("\\E\\\\E\\Q"));
    begin.concat(&inner).concat(&end)
}
