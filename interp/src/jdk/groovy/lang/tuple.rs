//! `groovy.lang.Tuple` and `Tuple0` to `Tuple9`: lists of fixed length that cannot be changed.

use crate::jdk::util::{collection, comparison, elements};
use crate::registry::{Class, ClassId, Kind, Member, class, function, method, native, raw, slice, unbound};
use crate::value::{Access, List, Value};
use crate::{Res, Vm};
use std::cmp::Ordering;
use std::rc::Rc;

/// `groovy.lang.Tuple`.
pub static CLASS: Class = class("groovy.lang.Tuple")
    .doc("A list of fixed length that cannot be changed.")
    .extends(&collection::ABSTRACT_LIST)
    .implements(&[&crate::jdk::lang::interfaces::COMPARABLE])
    .members(&[
        raw(Kind::Constructor, "Tuple(Object... items)", &slice(create)),
        method("compareTo(Tuple other): int", &native(compare_to)).doc("Element by element."),
        method("subTuple(int from, int to): Tuple", &native(sub_tuple))
            .doc("The elements from an index to before another."),
        function("tuple(Object... items): Tuple", &unbound(tuple)).doc("A tuple of these elements."),
    ]);

const PARTS: [Member; 9] = [
    method("getV1(): Object", &native(part::<0>)).doc("The first element."),
    method("getV2(): Object", &native(part::<1>)).doc("The second element."),
    method("getV3(): Object", &native(part::<2>)).doc("The third element."),
    method("getV4(): Object", &native(part::<3>)).doc("The fourth element."),
    method("getV5(): Object", &native(part::<4>)).doc("The fifth element."),
    method("getV6(): Object", &native(part::<5>)).doc("The sixth element."),
    method("getV7(): Object", &native(part::<6>)).doc("The seventh element."),
    method("getV8(): Object", &native(part::<7>)).doc("The eighth element."),
    method("getV9(): Object", &native(part::<8>)).doc("The ninth element."),
];

const FIRST: Member = method("getFirst(): Object", &native(part::<0>)).doc("The first element.");
const SECOND: Member = method("getSecond(): Object", &native(part::<1>)).doc("The second element.");

macro_rules! tuples {
    ($($name:ident $java:literal $signature:literal [$($member:expr),*];)*) => {
        $(
            #[doc = concat!("`", $java, "`")]
            pub static $name: Class = class($java).extends(&CLASS).members(&[
                raw(Kind::Constructor, $signature, &slice(create)),
                $($member),*
            ]);
        )*
        /// The classes of tuples, `Tuple` itself last.
        pub static CLASSES: &[&Class] = &[$(&$name,)* &CLASS];
    };
}

tuples! {
    TUPLE0 "groovy.lang.Tuple0" "Tuple0()" [];
    TUPLE1 "groovy.lang.Tuple1" "Tuple1(Object a)" [PARTS[0]];
    TUPLE2 "groovy.lang.Tuple2" "Tuple2(Object a, Object b)" [PARTS[0], PARTS[1], FIRST, SECOND];
    TUPLE3 "groovy.lang.Tuple3" "Tuple3(Object a, Object b, Object c)" [PARTS[0], PARTS[1], PARTS[2]];
    TUPLE4 "groovy.lang.Tuple4" "Tuple4(Object a, Object b, Object c, Object d)" [PARTS[0], PARTS[1], PARTS[2], PARTS[3]];
    TUPLE5 "groovy.lang.Tuple5" "Tuple5(Object a, Object b, Object c, Object d, Object e)" [PARTS[0], PARTS[1], PARTS[2], PARTS[3], PARTS[4]];
    TUPLE6 "groovy.lang.Tuple6" "Tuple6(Object a, Object b, Object c, Object d, Object e, Object f)" [PARTS[0], PARTS[1], PARTS[2], PARTS[3], PARTS[4], PARTS[5]];
    TUPLE7 "groovy.lang.Tuple7" "Tuple7(Object a, Object b, Object c, Object d, Object e, Object f, Object g)" [PARTS[0], PARTS[1], PARTS[2], PARTS[3], PARTS[4], PARTS[5], PARTS[6]];
    TUPLE8 "groovy.lang.Tuple8" "Tuple8(Object a, Object b, Object c, Object d, Object e, Object f, Object g, Object h)" [PARTS[0], PARTS[1], PARTS[2], PARTS[3], PARTS[4], PARTS[5], PARTS[6], PARTS[7]];
    TUPLE9 "groovy.lang.Tuple9" "Tuple9(Object a, Object b, Object c, Object d, Object e, Object f, Object g, Object h, Object i)" [PARTS[0], PARTS[1], PARTS[2], PARTS[3], PARTS[4], PARTS[5], PARTS[6], PARTS[7], PARTS[8]];
}

/// A tuple of the class that stands for its length.
pub fn of(items: Vec<Value>) -> Value {
    let class = if items.len() <= 9 {
        CLASSES.get(items.len()).copied().unwrap_or(&CLASS)
    } else {
        &CLASS
    };
    List::restricted(class.id(), Access::ReadOnly, items).into()
}

fn create(_: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let class = this.as_class().unwrap_or(ClassId::OBJECT);
    let items = if class == CLASS.id() {
        crate::gdk::closures::variable(args)
    } else {
        args.to_vec()
    };
    Ok(List::restricted(class, Access::ReadOnly, items).into())
}

fn tuple(items: &[Value]) -> Value {
    of(items.to_vec())
}

fn part<const N: usize>(this: &List) -> Option<Value> {
    this.get(N)
}

fn sub_tuple(vm: &mut Vm, this: &List, from: i32, to: i32) -> Res {
    let (from, to) = crate::jdk::util::list::check_range(vm, from, to, this.len())?;
    let items = this.borrow().get(from..to).unwrap_or(&[]).to_vec();
    Ok(List::restricted(CLASS.id(), Access::ReadOnly, items).into())
}

fn compare_to(vm: &mut Vm, this: &Rc<List>, other: &Rc<List>) -> Res<i32> {
    let (a, b) = (this.to_vec(), other.to_vec());
    for (a, b) in a.iter().zip(&b) {
        match comparison::groovy(vm, a, b)? {
            Ordering::Equal => {}
            order => return Ok(order as i32),
        }
    }
    Ok(elements::int_size(a.len())
        .wrapping_sub(elements::int_size(b.len()))
        .signum())
}
