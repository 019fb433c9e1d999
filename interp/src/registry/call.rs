//! From a Rust function's signature to the call of a native member.
//!
//! A Rust parameter type says which Java types it can hold ([`Arg`]) and how it is taken from the arguments without
//! allocating; a Rust result type says what it stands for ([`Ret`]). Where an argument or receiver is of a kind that the
//! parameter takes only after conversion (a GString for a String, a range for a List), the call converts and tries again.

use super::parameter::Arg;
use super::result::Ret;
use crate::value::Value;
use crate::{Res, Vm};
use std::marker::PhantomData;

/// A function that can stand behind an instance member: `fn(this, a, b) -> R` or `fn(&mut Vm, this, a, b) -> R`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a native member",
    label = "wanted: fn([&mut Vm,] this, arguments…) -> i32 | bool | String | Value | Res"
)]
pub trait Callee<A> {
    /// The Java types that each parameter can hold.
    const PARAMS: &'static [&'static [&'static str]];
    /// The Java types that the receiver can be.
    const THIS: &'static [&'static str];
    /// The Java types that the result stands for.
    const GIVES: &'static [&'static str];
    /// Calls, if receiver and arguments are of the right kinds.
    fn invoke(&self, vm: &mut Vm, this: &Value, args: &[Value]) -> Option<Res>;
}

/// A function without a receiver, for statics and constructors: `fn(a, b) -> R` or `fn(&mut Vm, a, b) -> R`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a native static or constructor",
    label = "wanted: fn([&mut Vm,] arguments…) -> i32 | bool | String | Value | Res"
)]
pub trait Free<A> {
    /// The Java types that each parameter can hold.
    const PARAMS: &'static [&'static [&'static str]];
    /// The Java types that the result stands for.
    const GIVES: &'static [&'static str];
    /// Calls, if the arguments are of the right kinds.
    fn invoke(&self, vm: &mut Vm, args: &[Value]) -> Option<Res>;
}

macro_rules! callee {
    ($($a:ident $i:literal)*) => {
        impl<Func, R: Ret, T: Arg, $($a: Arg),*> Callee<fn(T, $($a),*) -> R> for Func
        where Func: Fn(T, $($a),*) -> R + for<'a> Fn(T::Out<'a>, $($a::Out<'a>),*) -> R {
            const PARAMS: &'static [&'static [&'static str]] = &[$($a::HOLDS),*];
            const THIS: &'static [&'static str] = T::HOLDS;
            const GIVES: &'static [&'static str] = R::GIVES;
            #[inline(always)]
            #[allow(unused_variables, non_snake_case, reason = "one macro for every number of parameters")]
            fn invoke(&self, vm: &mut Vm, this: &Value, args: &[Value]) -> Option<Res> {
                #[inline(always)]
                #[allow(clippy::too_many_arguments, reason = "one macro for every number of parameters")]
                fn call<R: Ret, T, $($a),*>(f: &impl Fn(T, $($a),*) -> R, this: T, $($a: $a),*) -> Res { f(this, $($a),*).ret() }
                let this = T::get(std::slice::from_ref(this), 0)?;
                $(let $a = $a::get(args, $i)?;)*
                Some(call(self, this, $($a),*))
            }
        }
        impl<Func, R: Ret, T: Arg, $($a: Arg),*> Callee<fn(&mut Vm, T, $($a),*) -> R> for Func
        where Func: Fn(&mut Vm, T, $($a),*) -> R + for<'v, 'a> Fn(&'v mut Vm, T::Out<'a>, $($a::Out<'a>),*) -> R {
            const PARAMS: &'static [&'static [&'static str]] = &[$($a::HOLDS),*];
            const THIS: &'static [&'static str] = T::HOLDS;
            const GIVES: &'static [&'static str] = R::GIVES;
            #[inline(always)]
            #[allow(unused_variables, non_snake_case, reason = "one macro for every number of parameters")]
            fn invoke(&self, vm: &mut Vm, this: &Value, args: &[Value]) -> Option<Res> {
                #[inline(always)]
                #[allow(clippy::too_many_arguments, reason = "one macro for every number of parameters")]
                fn call<R: Ret, T, $($a),*>(f: &impl Fn(&mut Vm, T, $($a),*) -> R, vm: &mut Vm, this: T, $($a: $a),*) -> Res { f(vm, this, $($a),*).ret() }
                let this = T::get(std::slice::from_ref(this), 0)?;
                $(let $a = $a::get(args, $i)?;)*
                Some(call(self, vm, this, $($a),*))
            }
        }
        impl<Func, R: Ret, $($a: Arg),*> Free<fn($($a),*) -> R> for Func
        where Func: Fn($($a),*) -> R + for<'a> Fn($($a::Out<'a>),*) -> R {
            const PARAMS: &'static [&'static [&'static str]] = &[$($a::HOLDS),*];
            const GIVES: &'static [&'static str] = R::GIVES;
            #[inline(always)]
            #[allow(unused_variables, non_snake_case, reason = "one macro for every number of parameters")]
            fn invoke(&self, vm: &mut Vm, args: &[Value]) -> Option<Res> {
                #[inline(always)]
                #[allow(clippy::too_many_arguments, reason = "one macro for every number of parameters")]
                fn call<R: Ret, $($a),*>(f: &impl Fn($($a),*) -> R, $($a: $a),*) -> Res { f($($a),*).ret() }
                $(let $a = $a::get(args, $i)?;)*
                Some(call(self, $($a),*))
            }
        }
        impl<Func, R: Ret, $($a: Arg),*> Free<fn(&mut Vm, $($a),*) -> R> for Func
        where Func: Fn(&mut Vm, $($a),*) -> R + for<'v, 'a> Fn(&'v mut Vm, $($a::Out<'a>),*) -> R {
            const PARAMS: &'static [&'static [&'static str]] = &[$($a::HOLDS),*];
            const GIVES: &'static [&'static str] = R::GIVES;
            #[inline(always)]
            #[allow(unused_variables, non_snake_case, reason = "one macro for every number of parameters")]
            fn invoke(&self, vm: &mut Vm, args: &[Value]) -> Option<Res> {
                #[inline(always)]
                #[allow(clippy::too_many_arguments, reason = "one macro for every number of parameters")]
                fn call<R: Ret, $($a),*>(f: &impl Fn(&mut Vm, $($a),*) -> R, vm: &mut Vm, $($a: $a),*) -> Res { f(vm, $($a),*).ret() }
                $(let $a = $a::get(args, $i)?;)*
                Some(call(self, vm, $($a),*))
            }
        }
    };
}

callee!();
callee!(A 0);
callee!(A 0 B 1);
callee!(A 0 B 1 C 2);
callee!(A 0 B 1 C 2 D 3);
callee!(A 0 B 1 C 2 D 3 E 4);
callee!(A 0 B 1 C 2 D 3 E 4 F 5);
callee!(A 0 B 1 C 2 D 3 E 4 F 5 G 6);

/// A native that can be called.
pub trait Call: Sync {
    /// Runs it. Statics and constructors ignore `this`.
    fn run(&self, vm: &mut Vm, this: &Value, args: &[Value]) -> Res;
}

/// A Rust function with a receiver.
pub struct Bound<F, A>(F, PhantomData<fn(A)>);

/// A Rust function with a receiver; argument conversion follows from its type.
pub const fn native<F: Callee<A> + Copy, A>(function: F) -> Bound<F, A> {
    Bound(function, PhantomData)
}

impl<F: Callee<A> + Sync, A> Call for Bound<F, A> {
    fn run(&self, vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
        if let Some(result) = self.0.invoke(vm, this, args) {
            let value = result?;
            vm.settle()?;
            return Ok(value);
        }
        let (this, args) = vm.adapt(this, args, F::THIS, F::PARAMS)?;
        self.0
            .invoke(vm, &this, &args)
            .unwrap_or_else(|| Err(vm.argument_mismatch(&args)))
    }
}

/// A Rust function without receiver.
pub struct Unbound<F, A>(F, PhantomData<fn(A)>);

/// A Rust function without receiver; argument conversion follows from its type.
pub const fn unbound<F: Free<A> + Copy, A>(function: F) -> Unbound<F, A> {
    Unbound(function, PhantomData)
}

impl<F: Free<A> + Sync, A> Call for Unbound<F, A> {
    fn run(&self, vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
        if let Some(result) = self.0.invoke(vm, args) {
            let value = result?;
            vm.settle()?;
            return Ok(value);
        }
        let (_, args) = vm.adapt(&Value::Null, args, &[], F::PARAMS)?;
        self.0
            .invoke(vm, &args)
            .unwrap_or_else(|| Err(vm.argument_mismatch(&args)))
    }
}

/// A native that wants receiver and arguments as they come.
pub struct Raw<F>(F);

/// For the few natives that want receiver and arguments as they come.
pub const fn slice<F: Fn(&mut Vm, &Value, &[Value]) -> Res + Sync>(function: F) -> Raw<F> {
    Raw(function)
}

impl<F: Fn(&mut Vm, &Value, &[Value]) -> Res + Sync> Call for Raw<F> {
    fn run(&self, vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
        let result = (self.0)(vm, this, args)?;
        vm.settle()?;
        Ok(result)
    }
}
