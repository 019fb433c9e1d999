//! `groovy.lang.Closure`: what every closure answers to. Calling stands in the interpreter's dispatch, since names in a
//! closure's body take the same way; here are the closures made of closures ([`curried`], [`composed`], [`memoized`],
//! [`trampoline`], [`writable`]) and the class of method pointers.

mod composed;
mod curried;
mod memoized;
mod trampoline;
pub mod writable;

use crate::registry::{Class, ClassId, Kind, class, constant, method, native, raw, slice, unbound};
use crate::value::{Array, Closure, Code, Strategy, Value};
use crate::{Res, Vm, heap};
use std::rc::Rc;

/// `groovy.lang.Closure`.
pub static CLASS: Class = class("groovy.lang.Closure")
    .abstract_class()
    .implements(&[
        &super::GROOVY_OBJECT,
        &crate::jdk::lang::interfaces::CLONEABLE,
        &crate::jdk::lang::interfaces::RUNNABLE,
        &super::GROOVY_CALLABLE,
        &crate::jdk::lang::interfaces::SERIALIZABLE,
    ])
    .members(&[
        constant("OWNER_FIRST: int", &unbound(|| Strategy::OwnerFirst.to_i32())).doc("Owner, then delegate."),
        constant("DELEGATE_FIRST: int", &unbound(|| Strategy::DelegateFirst.to_i32())).doc("Delegate, then owner."),
        constant("OWNER_ONLY: int", &unbound(|| Strategy::OwnerOnly.to_i32())).doc("Only the owner."),
        constant("DELEGATE_ONLY: int", &unbound(|| Strategy::DelegateOnly.to_i32())).doc("Only the delegate."),
        constant("TO_SELF: int", &unbound(|| Strategy::ToSelf.to_i32())).doc("Only the closure itself."),
        constant("DONE: int", &unbound(|| 1)).doc("The directive that ends a native loop."),
        constant("SKIP: int", &unbound(|| 2)).doc("The directive that skips an element."),
        constant("IDENTITY: Closure", &unbound(identity)).doc("Gives back what it gets."),
        raw(Kind::Method, "call(Object... args): Object", &slice(call)).doc("Runs it."),
        raw(Kind::Method, "doCall(Object... args): Object", &slice(call)).doc("Runs it."),
        method("getOwner(): Object", &native(|c: &Closure| c.owner.clone())).doc("The object or closure around it."),
        method("getDelegate(): Object", &native(get_delegate)).doc("Where names are looked for beside the owner."),
        method("setDelegate(Object delegate): void", &native(set_delegate)),
        method("getThisObject(): Object", &native(|c: &Closure| c.this.clone())).doc("The object around all closures."),
        method("getResolveStrategy(): int", &native(get_strategy)).doc("The order in which names are looked for."),
        method("setResolveStrategy(int strategy): void", &native(set_strategy)),
        method("getDirective(): int", &native(|c: &Closure| c.directive.get())),
        method(
            "setDirective(int directive): void",
            &native(|c: &Closure, to: i32| c.directive.set(to)),
        ),
        method("getParameterTypes(): Class[]", &native(parameter_types)),
        method("getMaximumNumberOfParameters(): int", &native(Vm::closure_arity_of)),
        method("getProperty(String property): Object", &native(get_property)),
        method(
            "setProperty(String property, Object value): void",
            &native(set_property),
        ),
        method(
            "invokeMethod(String name, Object arguments): Object",
            &native(invoke_method),
        ),
        method("isCase(Object candidate): boolean", &native(is_case)).doc("Whether it says yes."),
        method("run(): void", &native(run)).doc("Runs it without arguments."),
        method("clone(): Object", &native(clone)),
        method(
            "rehydrate(Object delegate, Object owner, Object thisObject): Closure",
            &native(rehydrate),
        )
        .doc("The same code, looking names up elsewhere."),
        method("dehydrate(): Closure", &native(dehydrate)).doc("The same code without owner, delegate and this."),
        raw(
            Kind::Method,
            "curry(Object... arguments): Closure",
            &slice(curried::curry),
        )
        .doc("Fixes the first arguments."),
        raw(
            Kind::Method,
            "rcurry(Object... arguments): Closure",
            &slice(curried::rcurry),
        )
        .doc("Fixes the last arguments."),
        raw(
            Kind::Method,
            "ncurry(int index, Object... arguments): Closure",
            &slice(curried::ncurry),
        )
        .doc("Fixes arguments from a place on."),
        method("leftShift(Closure other): Closure", &native(composed::left_shift)).doc("This after the other."),
        method("leftShift(Object argument): Object", &native(composed::call_with)).doc("Calls with the argument."),
        method("rightShift(Closure other): Closure", &native(composed::right_shift)).doc("The other after this."),
        method("compose(Closure before): Closure", &native(composed::left_shift)).doc("This after the other."),
        method("andThen(Closure after): Closure", &native(composed::right_shift)).doc("The other after this."),
        method("composeSelf(): Closure", &native(composed::twice)).doc("This after itself."),
        method("composeSelf(int times): Closure", &native(composed::times)).doc("This after itself, again and again."),
        method("andThenSelf(): Closure", &native(composed::twice)).doc("This after itself."),
        method("andThenSelf(int times): Closure", &native(composed::times)).doc("This after itself, again and again."),
        method("memoize(): Closure", &native(memoized::memoize)).doc("Remembers what it gave for arguments."),
        method("memoizeAtMost(int maxCacheSize): Closure", &native(memoized::at_most))
            .doc("Remembers so many, the least used goes first."),
        method(
            "memoizeAtLeast(int protectedCacheSize): Closure",
            &native(memoized::at_least),
        )
        .doc("Remembers at least so many."),
        method(
            "memoizeBetween(int protectedCacheSize, int maxCacheSize): Closure",
            &native(memoized::between),
        )
        .doc("Remembers at least and at most so many."),
        method("trampoline(): Closure", &native(trampoline::of))
            .doc("Calls what it gives until it gives no such closure."),
        raw(
            Kind::Method,
            "trampoline(Object... arguments): Closure",
            &slice(trampoline::with_arguments),
        )
        .doc("The next bounce, with arguments."),
        method("asWritable(): Closure", &native(writable::as_writable)).doc("A closure whose text is what it writes."),
    ]);

/// `org.codehaus.groovy.runtime.MethodClosure`.
pub static METHOD_CLOSURE: Class = class("org.codehaus.groovy.runtime.MethodClosure")
    .extends(&CLASS)
    .members(&[method("getMethod(): String", &native(pointed_method)).doc("The name of the method it calls.")]);

/// The classes of this folder.
pub static CLASSES: &[&Class] = &[
    &CLASS,
    &METHOD_CLOSURE,
    &curried::CLASS,
    &composed::CLASS,
    &memoized::CLASS,
    &memoized::SOFT,
    &trampoline::CLASS,
    &writable::CLASS,
];

/// A closure over a Rust function that stands for other closures. They are among the values it holds, and only there, so that
/// cycles through them can be found.
fn derived(
    class: &'static Class,
    owner: Value,
    parameters: Vec<ClassId>,
    holds: Vec<Value>,
    body: impl Fn(&mut Vm, &[Value], &[Value]) -> Res + 'static,
) -> Rc<Closure> {
    let code = Code::Native {
        body: Rc::new(body),
        arity: parameters.len() as i32,
        parameters: parameters.into(),
        holds: holds.into(),
    };
    Closure::make(class.id(), code, owner.clone(), owner)
}

/// The closure that a curried, composed or writable one hands its delegate and strategy on to.
fn inner(closure: &Closure) -> Option<Rc<Closure>> {
    let forwards = [curried::CLASS.id(), composed::CLASS.id(), writable::CLASS.id()].contains(&closure.class);
    match &closure.owner {
        Value::Closure(inner) if forwards => Some(inner.clone()),
        _ => None,
    }
}

/// The closure whose delegate and strategy count: the innermost of curried and composed ones.
fn innermost(closure: &Closure) -> Option<Rc<Closure>> {
    std::iter::successors(inner(closure), |c| inner(c)).last()
}

/// `closure.delegate`.
pub(crate) fn get_delegate(closure: &Closure) -> Value {
    match innermost(closure) {
        Some(inner) => inner.delegate.borrow().clone(),
        None => closure.delegate.borrow().clone(),
    }
}

/// `closure.delegate = value`.
pub(crate) fn set_delegate(closure: &Rc<Closure>, delegate: &Value) {
    let target = innermost(closure).unwrap_or_else(|| closure.clone());
    heap::cycles::may_close(&Value::Closure(target.clone()), delegate);
    target.delegate.replace(delegate.clone()).done();
}

/// `closure.resolveStrategy`.
pub(crate) fn get_strategy(closure: &Closure) -> i32 {
    innermost(closure)
        .map_or(closure.strategy.get(), |c| c.strategy.get())
        .to_i32()
}

/// `closure.resolveStrategy = number`.
pub(crate) fn set_strategy(closure: &Closure, strategy: i32) {
    let strategy = Strategy::from_i32(strategy);
    match innermost(closure) {
        Some(inner) => inner.strategy.set(strategy),
        None => closure.strategy.set(strategy),
    }
}

impl Vm {
    fn closure_arity_of(&mut self, closure: &Rc<Closure>) -> i32 {
        self.closure_arity(closure)
    }

    /// `closure.clone()`: curried and composed closures copy the closures they hold too.
    pub fn clone_closure(&mut self, closure: &Rc<Closure>) -> Rc<Closure> {
        let copy = match closure.class {
            class if class == curried::CLASS.id() => curried::copy(self, closure),
            class if class == composed::CLASS.id() => composed::copy(self, closure),
            _ => None,
        };
        copy.unwrap_or_else(|| {
            let delegate = closure.delegate.borrow().clone();
            closure.rehydrate(delegate, closure.owner.clone(), closure.this.clone())
        })
    }
}

fn identity() -> Rc<Closure> {
    let code = Code::Native {
        body: Rc::new(|_: &mut Vm, _: &[Value], args: &[Value]| Ok(args.first().cloned().unwrap_or_default())),
        arity: 1,
        parameters: Box::new([ClassId::OBJECT]),
        holds: Box::new([]),
    };
    Closure::make(ClassId::CLOSURE, code, Value::Null, Value::Null)
}

fn call(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    match this {
        Value::Closure(closure) => vm.call_closure(closure, args),
        other => vm.call_method(other, "doCall", args),
    }
}

fn parameter_types(vm: &mut Vm, closure: &Rc<Closure>) -> Rc<Array> {
    let types = vm.closure_parameters(closure);
    Array::new(ClassId::CLASS, types.into_iter().map(Value::class).collect())
}

fn get_property(vm: &mut Vm, closure: &Value, name: &crate::value::Str) -> Res {
    vm.get_property(closure, &name.text())
}

fn set_property(vm: &mut Vm, closure: &Value, name: &crate::value::Str, value: &Value) -> Res<()> {
    vm.set_property(closure, &name.text(), value.clone())
}

fn invoke_method(vm: &mut Vm, closure: &Value, name: &crate::value::Str, arguments: &Value) -> Res {
    let args = super::meta_class::arguments(arguments);
    vm.call_method(closure, &name.text(), &args)
}

fn is_case(vm: &mut Vm, closure: &Rc<Closure>, candidate: &Value) -> Res<bool> {
    vm.test_closure(closure, std::slice::from_ref(candidate))
}

fn run(vm: &mut Vm, closure: &Rc<Closure>) -> Res<()> {
    vm.call_closure(closure, &[]).map(Value::done)
}

fn clone(vm: &mut Vm, closure: &Rc<Closure>) -> Rc<Closure> {
    vm.clone_closure(closure)
}

fn rehydrate(closure: &Closure, delegate: &Value, owner: &Value, this: &Value) -> Rc<Closure> {
    closure.rehydrate(delegate.clone(), owner.clone(), this.clone())
}

fn dehydrate(closure: &Closure) -> Rc<Closure> {
    closure.rehydrate(Value::Null, Value::Null, Value::Null)
}

/// A method pointer keeps its method's name as the second of the values it holds.
fn pointed_method(closure: &Closure) -> Value {
    closure.held().get(1).cloned().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_delegate_set_on_a_curried_closure_reaches_the_closure_inside() {
        let inner = identity();
        let outer = derived(
            &curried::CLASS,
            Value::Closure(inner.clone()),
            vec![],
            vec![],
            |_, _, _| Ok(Value::Null),
        );
        set_delegate(&outer, &Value::str("d"));
        set_strategy(&outer, 1);
        assert!(matches!(&*inner.delegate.borrow(), Value::Str(s) if **s == *"d"));
        assert_eq!(inner.strategy.get(), Strategy::DelegateFirst);
        assert!(matches!(get_delegate(&outer), Value::Str(_)));
    }

    #[test]
    fn a_plain_closure_keeps_its_own_delegate() {
        let closure = identity();
        set_delegate(&closure, &Value::int(3));
        assert!(matches!(get_delegate(&closure), Value::Int(i) if i.get() == 3));
    }
}
