//! What stands in a folder: `list`, `listFiles`, with and without filters.

use super::{File, array};
use crate::registry::{ClassId, Func};
use crate::value::{Array, Value};
use crate::{Res, Vm};
use std::rc::Rc;

fn strings(names: Vec<String>) -> Rc<Array> {
    Array::new(ClassId::STRING, names.into_iter().map(Value::from).collect())
}

pub(super) fn list(vm: &mut Vm, file: &File) -> Res<Option<Rc<Array>>> {
    Ok(file.names(vm)?.map(strings))
}

/// The names that a filter over folder and name lets through.
fn filtered(vm: &mut Vm, file: &File, filter: Func) -> Res<Option<Vec<String>>> {
    let Some(names) = file.names(vm)? else {
        return Ok(None);
    };
    let mut out = Vec::new();
    for name in names {
        let answer = vm.call_func(filter, &[Value::host(file.clone()), Value::str(&name)])?;
        if vm.truth(&answer)? {
            out.push(name);
        }
    }
    Ok(Some(out))
}

pub(super) fn list_filtered(vm: &mut Vm, file: &File, filter: Option<Func>) -> Res<Option<Rc<Array>>> {
    match filter {
        None => list(vm, file),
        Some(filter) => Ok(filtered(vm, file, filter)?.map(strings)),
    }
}

fn children(file: &File, names: Vec<String>) -> Rc<Array> {
    array(names.iter().map(|name| file.child(name)).collect())
}

pub(super) fn list_files(vm: &mut Vm, file: &File) -> Res<Option<Rc<Array>>> {
    Ok(file.names(vm)?.map(|names| children(file, names)))
}

pub(super) fn list_files_by_name(vm: &mut Vm, file: &File, filter: Option<Func>) -> Res<Option<Rc<Array>>> {
    match filter {
        None => list_files(vm, file),
        Some(filter) => Ok(filtered(vm, file, filter)?.map(|names| children(file, names))),
    }
}

pub(super) fn list_files_by_file(vm: &mut Vm, file: &File, filter: Option<Func>) -> Res<Option<Rc<Array>>> {
    let Some(filter) = filter else {
        return list_files(vm, file);
    };
    let Some(names) = file.names(vm)? else {
        return Ok(None);
    };
    let mut out = Vec::new();
    for name in names {
        let child = file.child(&name);
        let answer = vm.call_func(filter, &[Value::host(child.clone())])?;
        if vm.truth(&answer)? {
            out.push(child);
        }
    }
    Ok(Some(array(out)))
}
