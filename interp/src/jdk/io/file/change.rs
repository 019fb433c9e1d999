//! Making, moving and removing files and folders, and the time of their last change.

use super::File;
use crate::jdk::io::open::reason;
use crate::jdk::io::waiting;
use crate::jdk::throwables;
use crate::value::Str;
use crate::{Res, Vm};
use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};

/// What is removed when the interpreter ends, last named first.
#[derive(Default)]
struct Doomed(RefCell<Vec<PathBuf>>);

impl Drop for Doomed {
    fn drop(&mut self) {
        for path in self.0.borrow().iter().rev() {
            remove(path);
        }
    }
}

pub(super) fn create_new_file(vm: &mut Vm, file: &File) -> Res<bool> {
    let real = file.real(vm)?;
    match fs::OpenOptions::new().write(true).create_new(true).open(real) {
        Ok(_) => Ok(true),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(vm.throw(&throwables::IO_EXCEPTION, reason(&error))),
    }
}

pub(super) fn delete(vm: &mut Vm, file: &File) -> Res<bool> {
    let real = file.real(vm)?;
    Ok(remove(&real))
}

fn remove(path: &Path) -> bool {
    match fs::symlink_metadata(path) {
        Ok(m) if m.is_dir() => fs::remove_dir(path).is_ok(),
        Ok(_) => fs::remove_file(path).is_ok(),
        Err(_) => false,
    }
}

pub(super) fn delete_on_exit(vm: &mut Vm, file: &File) -> Res<()> {
    let real = file.real(vm)?;
    if vm.state::<Doomed>().is_none() {
        vm.set_state(Doomed::default());
    }
    if let Some(doomed) = vm.state::<Doomed>() {
        doomed.0.borrow_mut().push(real);
    }
    Ok(())
}

pub(super) fn last_modified(vm: &mut Vm, file: &File) -> Res<i64> {
    let modified = file.metadata(vm)?.and_then(|m| m.modified().ok());
    let since = modified.and_then(|t| t.duration_since(UNIX_EPOCH).ok());
    Ok(since.map_or(0, |d| i64::try_from(d.as_millis()).unwrap_or(i64::MAX)))
}

pub(super) fn set_last_modified(vm: &mut Vm, file: &File, time: i64) -> Res<bool> {
    let Ok(millis) = u64::try_from(time) else {
        return Err(vm.illegal_argument("Negative time"));
    };
    let real = file.real(vm)?;
    let time = UNIX_EPOCH + Duration::from_millis(millis);
    Ok(!waiting::is_pipe(&real) && fs::File::open(real).and_then(|f| f.set_modified(time)).is_ok())
}

pub(super) fn mkdir(vm: &mut Vm, file: &File) -> Res<bool> {
    let real = file.real(vm)?;
    Ok(fs::create_dir(real).is_ok())
}

pub(super) fn mkdirs(vm: &mut Vm, file: &File) -> Res<bool> {
    let real = file.real(vm)?;
    Ok(!real.exists() && fs::create_dir_all(real).is_ok())
}

pub(super) fn rename_to(vm: &mut Vm, file: &File, target: &File) -> Res<bool> {
    let from = file.real(vm)?;
    let to = target.real(vm)?;
    Ok(fs::rename(from, to).is_ok())
}

pub(super) fn create_temp_file(vm: &mut Vm, prefix: &Str, suffix: Option<&Str>) -> Res<File> {
    create_temp_file_in(vm, prefix, suffix, None)
}

pub(super) fn create_temp_file_in(vm: &mut Vm, prefix: &Str, suffix: Option<&Str>, folder: Option<&File>) -> Res<File> {
    if prefix.len() < 3 {
        return Err(vm.illegal_argument(format!(
            "Prefix string \"{prefix}\" too short: length must be at least 3"
        )));
    }
    let folder = folder.cloned().unwrap_or_else(|| File::new("/tmp"));
    let suffix = suffix.map_or(".tmp".to_owned(), |s| s.to_string());
    loop {
        let number = uuid::Uuid::new_v4().as_u64_pair().0;
        let file = folder.child(&format!("{prefix}{number}{suffix}"));
        if create_new_file(vm, &file)? {
            return Ok(file);
        }
    }
}
