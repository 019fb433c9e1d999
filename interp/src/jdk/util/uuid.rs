//! `java.util.UUID`.

use crate::jdk::io::byte_array::to_bytes;
use crate::jdk::lang::interfaces;
use crate::jdk::throwables;
use crate::registry::{Class, Member, class, constructor, function, method, native, unbound};
use crate::value::{Array, HostType, Str, Value};
use crate::{Res, Vm};

/// A UUID.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Uuid(uuid::Uuid);

impl HostType for Uuid {
    const NAME: &'static str = "java.util.UUID";
    fn class() -> &'static Class {
        &CLASS
    }
}

const MEMBERS: &[Member] = &[
    constructor("UUID(long most, long least)", &unbound(Uuid::of_halves)),
    function("fromString(String text): UUID", &unbound(from_string)).doc("The UUID that a text stands for."),
    function("nameUUIDFromBytes(byte[] name): UUID", &unbound(name_uuid)).doc("The UUID of a name, by MD5."),
    function("randomUUID(): UUID", &unbound(|| Uuid(uuid::Uuid::new_v4()))).doc("A random UUID."),
    method("clockSequence(): int", &native(clock_sequence)),
    method("compareTo(UUID other): int", &native(compare)).doc("By both halves as signed numbers."),
    method(
        "equals(Object other): boolean",
        &native(|u: &Uuid, o: &Value| o.as_host::<Uuid>() == Some(u)),
    ),
    method("getLeastSignificantBits(): long", &native(|u: &Uuid| u.halves().1)),
    method("getMostSignificantBits(): long", &native(|u: &Uuid| u.halves().0)),
    method("hashCode(): int", &native(hash_code)),
    method(
        "node(): long",
        &native(|vm: &mut Vm, u: &Uuid| u.time_based(vm, |_, low| low & 0xffff_ffff_ffff)),
    ),
    method(
        "timestamp(): long",
        &native(|vm: &mut Vm, u: &Uuid| {
            u.time_based(vm, |high, _| {
                (high & 0xfff) << 48 | (high >> 16 & 0xffff) << 32 | (high as u64 >> 32) as i64
            })
        }),
    ),
    method("toString(): String", &native(|u: &Uuid| u.0.hyphenated().to_string())),
    method("variant(): int", &native(variant)),
    method("version(): int", &native(|u: &Uuid| (u.halves().0 >> 12 & 0xf) as i32)),
];

/// `java.util.UUID`.
pub static CLASS: Class = class(Uuid::NAME)
    .implements(&[&interfaces::COMPARABLE, &interfaces::SERIALIZABLE])
    .members(MEMBERS);

impl Uuid {
    fn of_halves(most: i64, least: i64) -> Uuid {
        Uuid(uuid::Uuid::from_u64_pair(most as u64, least as u64))
    }

    fn halves(&self) -> (i64, i64) {
        let (most, least) = self.0.as_u64_pair();
        (most as i64, least as i64)
    }

    /// A field that only UUIDs of version 1 have.
    fn time_based(&self, vm: &mut Vm, field: fn(i64, i64) -> i64) -> Res<i64> {
        let (most, least) = self.halves();
        if most >> 12 & 0xf == 1 {
            Ok(field(most, least))
        } else {
            Err(vm.unsupported("Not a time-based UUID"))
        }
    }
}

fn from_string(vm: &mut Vm, text: &Str) -> Res<Uuid> {
    if text.len() > 36 {
        return Err(vm.illegal_argument("UUID string too large"));
    }
    let text = text.text();
    let parts: Vec<&str> = text.split('-').collect();
    // Java looks for four dashes, the first of them not at the beginning.
    if parts.len() != 5 {
        return Err(vm.illegal_argument(format!("Invalid UUID string: {text}")));
    }
    let mut fields = [0i64; 5];
    for (field, part) in fields.iter_mut().zip(&parts) {
        *field = match hexadecimal(part) {
            Ok(number) => number,
            Err(message) => return Err(vm.throw(&throwables::NUMBER_FORMAT_EXCEPTION, message)),
        };
    }
    let [time_low, time_mid, time_high, sequence, node] = fields;
    let most = (time_low & 0xffff_ffff) << 32 | (time_mid & 0xffff) << 16 | time_high & 0xffff;
    let least = (sequence & 0xffff) << 48 | node & 0xffff_ffff_ffff;
    Ok(Uuid::of_halves(most, least))
}

/// `Long.parseLong(part, 16)`.
fn hexadecimal(part: &str) -> Result<i64, String> {
    if let Some(bad) = part.chars().position(|c| !c.is_ascii_hexdigit()) {
        return Err(format!("Error at index {bad} in: \"{part}\""));
    }
    if part.is_empty() {
        return Err(String::new());
    }
    i64::from_str_radix(part, 16).map_err(|_| format!("Error at index {} in: \"{part}\"", part.len() - 1))
}

fn name_uuid(name: &Array) -> Uuid {
    use md5::Digest;
    let digest: [u8; 16] = md5::Md5::digest(to_bytes(name)).into();
    Uuid(uuid::Builder::from_md5_bytes(digest).into_uuid())
}

fn compare(a: &Uuid, b: &Uuid) -> i32 {
    a.halves().cmp(&b.halves()) as i32
}

fn hash_code(uuid: &Uuid) -> i32 {
    let (most, least) = uuid.halves();
    let both = most ^ least;
    (both >> 32) as i32 ^ both as i32
}

fn variant(uuid: &Uuid) -> i32 {
    let least = uuid.halves().1;
    let shift = 64 - (least as u64 >> 62);
    (((least as u64).checked_shr(shift as u32).unwrap_or(0)) as i64 & (least >> 63)) as i32
}

fn clock_sequence(vm: &mut Vm, uuid: &Uuid) -> Res<i32> {
    Ok(uuid.time_based(vm, |_, low| (low as u64 >> 48 & 0x3fff) as i64)? as i32)
}
