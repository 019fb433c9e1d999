//! What may be done with a file: `canRead`, `setWritable` and their kin.

use super::File;
use crate::jdk::io::waiting;
use crate::value::Value;
use crate::{Res, Vm};
use std::fs;
use std::os::unix::fs::PermissionsExt;

pub(super) fn can_execute(vm: &mut Vm, file: &File) -> Res<bool> {
    file.is(vm, |m| m.permissions().mode() & 0o111 != 0)
}

pub(super) fn can_read(vm: &mut Vm, file: &File) -> Res<bool> {
    let real = file.real(vm)?;
    if waiting::is_pipe(&real) {
        return file.is(vm, |m| m.permissions().mode() & 0o444 != 0);
    }
    Ok(fs::File::open(real).is_ok())
}

pub(super) fn can_write(vm: &mut Vm, file: &File) -> Res<bool> {
    file.is(vm, |m| !m.permissions().readonly())
}

/// `setExecutable`: for everybody only where the second argument is false.
pub(super) fn set_executable(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let (Some(file), Some(allowed)) = (this.as_host::<File>(), args.first()) else {
        return Ok(Value::bool(false));
    };
    let owner_only = args.get(1).is_none_or(|o| o.same(&Value::bool(true)));
    let bits = if owner_only { 0o100 } else { 0o111 };
    let allowed = vm.truth(allowed)?;
    change_mode(vm, file, |mode| if allowed { mode | bits } else { mode & !bits }).map(Value::bool)
}

pub(super) fn set_writable_to(vm: &mut Vm, file: &File, allowed: bool) -> Res<bool> {
    change_mode(vm, file, |mode| if allowed { mode | 0o200 } else { mode & !0o222 })
}

/// Changes the bits of a file's mode; whether that worked.
fn change_mode(vm: &mut Vm, file: &File, change: impl Fn(u32) -> u32) -> Res<bool> {
    let Some(metadata) = file.metadata(vm)? else {
        return Ok(false);
    };
    let mut permissions = metadata.permissions();
    permissions.set_mode(change(permissions.mode()));
    let real = file.real(vm)?;
    Ok(fs::set_permissions(real, permissions).is_ok())
}
