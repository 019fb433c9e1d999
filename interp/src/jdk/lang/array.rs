//! Arrays: one class for arrays of objects, one for those of each primitive. Dispatch finds the members of any array here.

use super::interfaces::{CLONEABLE, SERIALIZABLE};
use crate::gdk;
use crate::registry::{Class, Member, class, method, native, property};
use crate::value::Array;
use std::rc::Rc;

const MEMBERS: &[Member] = &[
    property("length: int", &native(length)).doc("The number of elements."),
    method("clone(): Object", &native(copy)).doc("A copy."),
];

const NUMBER_MEMBERS: &[Member] = &gdk::join::<{ gdk::count(NUMBER_TABLES) }>(NUMBER_TABLES);
const NUMBER_TABLES: &[&[Member]] = &[MEMBERS, gdk::array::NUMBER_MEMBERS];

const BYTE_MEMBERS: &[Member] = &gdk::join::<{ gdk::count(BYTE_TABLES) }>(BYTE_TABLES);
const BYTE_TABLES: &[&[Member]] = &[MEMBERS, gdk::array::NUMBER_MEMBERS, gdk::bytes::MEMBERS];

macro_rules! arrays {
    ($($name:ident $java:literal $groovy:path, $members:ident;)*) => {
        $(
            #[doc = concat!("`", $java, "`")]
            pub static $name: Class = class($java)
                .implements(&[&CLONEABLE, &SERIALIZABLE])
                .groovy($groovy)
                .members($members);
        )*
        /// The classes of arrays.
        pub static CLASSES: &[&Class] = &[$(&$name),*];
    };
}

arrays! {
    OBJECTS "Object[]" gdk::array::MEMBERS, MEMBERS;
    BOOLEANS "boolean[]" gdk::array::PRIMITIVE_MEMBERS, MEMBERS;
    BYTES "byte[]" gdk::array::PRIMITIVE_MEMBERS, BYTE_MEMBERS;
    CHARS "char[]" gdk::array::PRIMITIVE_MEMBERS, NUMBER_MEMBERS;
    SHORTS "short[]" gdk::array::PRIMITIVE_MEMBERS, NUMBER_MEMBERS;
    INTS "int[]" gdk::array::PRIMITIVE_MEMBERS, NUMBER_MEMBERS;
    LONGS "long[]" gdk::array::PRIMITIVE_MEMBERS, NUMBER_MEMBERS;
    FLOATS "float[]" gdk::array::PRIMITIVE_MEMBERS, NUMBER_MEMBERS;
    DOUBLES "double[]" gdk::array::PRIMITIVE_MEMBERS, NUMBER_MEMBERS;
}

fn length(this: &Array) -> i32 {
    crate::jdk::util::elements::int_size(this.len())
}

fn copy(this: &Array) -> Rc<Array> {
    Array::new(this.component, this.to_vec())
}
