//! What Groovy adds to `java.io.File` for folders: walking over them, making and removing them.

use crate::jdk::groovy::io::FILE_VISIT_RESULT;
use crate::jdk::io::file::{self, File};
use crate::jdk::lang::enumeration::Constant;
use crate::jdk::throwables;
use crate::registry::Func;
use crate::value::{Map, Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// Which of what stands in a folder is wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Files,
    Folders,
    Any,
}

impl Wanted {
    fn of(file_type: &Value) -> Wanted {
        let name = file_type.as_host::<Constant>().map(|c| c.name.to_string());
        match name.as_deref() {
            Some("FILES") => Wanted::Files,
            Some("DIRECTORIES") => Wanted::Folders,
            _ => Wanted::Any,
        }
    }

    fn takes(self, is_folder: bool) -> bool {
        match self {
            Wanted::Any => true,
            Wanted::Folders => is_folder,
            Wanted::Files => !is_folder,
        }
    }
}

/// What stands in a folder, each with whether it is a folder.
fn content(vm: &mut Vm, folder: &File) -> Res<Vec<(File, bool)>> {
    if folder.metadata(vm)?.is_none() {
        let path = folder.absolute();
        return Err(vm.throw(&throwables::FILE_NOT_FOUND_EXCEPTION, path));
    }
    let Some(names) = folder.names(vm)? else {
        let path = folder.absolute();
        return Err(vm.illegal_argument(format!("The provided File object is not a directory: {path}")));
    };
    let mut out = Vec::with_capacity(names.len());
    for name in names {
        let child = folder.child(&name);
        let is_folder = child.is(vm, std::fs::Metadata::is_dir)?;
        out.push((child, is_folder));
    }
    Ok(out)
}

fn call(vm: &mut Vm, action: Func, file: File) -> Res<()> {
    vm.call_func(action, &[Value::host(file)])?.done();
    Ok(())
}

fn each(vm: &mut Vm, folder: &File, wanted: Wanted, action: Func) -> Res<()> {
    for (file, is_folder) in content(vm, folder)? {
        if wanted.takes(is_folder) {
            call(vm, action, file)?;
        }
    }
    Ok(())
}

fn each_matching(vm: &mut Vm, folder: &File, wanted: Wanted, filter: &Value, action: Func) -> Res<()> {
    for (file, is_folder) in content(vm, folder)? {
        let name = Value::from(file.name());
        let fits = vm.call_method(filter, "isCase", &[name])?;
        if wanted.takes(is_folder) && vm.truth(&fits)? {
            call(vm, action, file)?;
        }
    }
    Ok(())
}

fn each_below(vm: &mut Vm, folder: &File, wanted: Wanted, action: Func) -> Res<()> {
    for (file, is_folder) in content(vm, folder)? {
        if wanted.takes(is_folder) {
            call(vm, action, file.clone())?;
        }
        if is_folder {
            vm.nested(|vm| each_below(vm, &file, wanted, action))?;
        }
    }
    Ok(())
}

pub(super) fn each_file(vm: &mut Vm, folder: &File, action: Func) -> Res<()> {
    each(vm, folder, Wanted::Any, action)
}

pub(super) fn each_file_of(vm: &mut Vm, folder: &File, file_type: &Value, action: Func) -> Res<()> {
    each(vm, folder, Wanted::of(file_type), action)
}

pub(super) fn each_dir(vm: &mut Vm, folder: &File, action: Func) -> Res<()> {
    each(vm, folder, Wanted::Folders, action)
}

pub(super) fn each_file_match(vm: &mut Vm, folder: &File, filter: &Value, action: Func) -> Res<()> {
    each_matching(vm, folder, Wanted::Any, filter, action)
}

pub(super) fn each_file_match_of(
    vm: &mut Vm,
    folder: &File,
    file_type: &Value,
    filter: &Value,
    action: Func,
) -> Res<()> {
    each_matching(vm, folder, Wanted::of(file_type), filter, action)
}

pub(super) fn each_dir_match(vm: &mut Vm, folder: &File, filter: &Value, action: Func) -> Res<()> {
    each_matching(vm, folder, Wanted::Folders, filter, action)
}

pub(super) fn each_file_recurse(vm: &mut Vm, folder: &File, action: Func) -> Res<()> {
    each_below(vm, folder, Wanted::Any, action)
}

pub(super) fn each_file_recurse_of(vm: &mut Vm, folder: &File, file_type: &Value, action: Func) -> Res<()> {
    each_below(vm, folder, Wanted::of(file_type), action)
}

pub(super) fn each_dir_recurse(vm: &mut Vm, folder: &File, action: Func) -> Res<()> {
    each_below(vm, folder, Wanted::Folders, action)
}

/// Removes a folder and all in it; whether everything went.
pub(super) fn delete_dir(vm: &mut Vm, folder: &File) -> Res<bool> {
    if folder.metadata(vm)?.is_none() {
        return Ok(true);
    }
    let Some(names) = folder.names(vm)? else {
        return Ok(false);
    };
    let mut all = true;
    for name in names {
        let child = folder.child(&name);
        let real = child.real(vm)?;
        let gone = match std::fs::symlink_metadata(&real) {
            Ok(m) if m.is_dir() => vm.nested(|vm| delete_dir(vm, &child))?,
            _ => std::fs::remove_file(&real).is_ok(),
        };
        all &= gone;
    }
    let real = folder.real(vm)?;
    Ok(std::fs::remove_dir(real).is_ok() && all)
}

pub(super) fn directory_size(vm: &mut Vm, folder: &File) -> Res<i64> {
    let mut total = 0i64;
    for (file, is_folder) in content(vm, folder)? {
        let size = if is_folder {
            vm.nested(|vm| directory_size(vm, &file))?
        } else {
            file::length(vm, &file)?
        };
        total = total.wrapping_add(size);
    }
    Ok(total)
}

pub(super) fn create_parent_directories(vm: &mut Vm, this: &Value) -> Res {
    if let Some(parent) = this.as_host::<File>().and_then(|f| f.parent()) {
        let real = vm.real_path(&parent)?;
        if let Err(error) = std::fs::create_dir_all(real) {
            return Err(vm.throw(&throwables::IO_EXCEPTION, error));
        }
    }
    Ok(this.clone())
}

pub(super) fn create_temp_dir(vm: &mut Vm, prefix: Option<&Str>, suffix: Option<&Str>) -> Res<File> {
    let prefix = prefix.map_or("groovy-generated-".to_owned(), Str::to_string);
    let suffix = suffix.map_or("tmpdir-".to_owned(), Str::to_string);
    let number = uuid::Uuid::new_v4().as_u64_pair().0;
    let folder = File::new(&format!("/tmp/{prefix}{number}{suffix}"));
    let real = folder.real(vm)?;
    match std::fs::create_dir(real) {
        Ok(()) => Ok(folder),
        Err(error) => Err(vm.throw(&throwables::IO_EXCEPTION, error)),
    }
}

/// The path from this file to another.
pub(super) fn relative_path(vm: &mut Vm, from: &File, to: &File) -> String {
    let parts = |path: String| -> Vec<String> { path.split('/').map(str::to_owned).collect() };
    let (from, to) = (parts(from.canonical(vm)), parts(to.canonical(vm)));
    let common = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = std::iter::repeat_n("..", from.len() - common);
    let down = to.iter().skip(common).map(String::as_str);
    up.chain(down).collect::<Vec<_>>().join("/")
}

pub(super) fn rename_to(vm: &mut Vm, file: &File, path: &Str) -> Res<bool> {
    let from = file.real(vm)?;
    let to = vm.real_path(&path.text())?;
    Ok(std::fs::rename(from, to).is_ok())
}

/// What the options of `traverse` say.
struct Traversal {
    options: Option<Rc<Map>>,
    wanted: Wanted,
    /// How many levels of folders to go into; negative for all.
    depth: i64,
}

/// What a visit says about going on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Visit {
    Continue,
    SkipSiblings,
    SkipSubtree,
    Terminate,
}

impl Visit {
    fn of(result: &Value) -> Visit {
        let constant = result.as_host::<Constant>();
        let ours = result.class_id() == FILE_VISIT_RESULT.id();
        match constant.filter(|_| ours).map(|c| c.name.to_string()).as_deref() {
            Some("SKIP_SIBLINGS") => Visit::SkipSiblings,
            Some("SKIP_SUBTREE") => Visit::SkipSubtree,
            Some("TERMINATE") => Visit::Terminate,
            _ => Visit::Continue,
        }
    }
}

impl Traversal {
    fn option(&self, name: &str) -> Option<Value> {
        let value = self.options.as_ref()?.get_str(&Str::new(name))?;
        Some(value).filter(|v| !v.is_null())
    }

    fn visit(&self, vm: &mut Vm, action: Option<&Value>, file: &File) -> Res<Visit> {
        match action {
            Some(action) => Ok(Visit::of(&vm.call_func(Func(action), &[Value::host(file.clone())])?)),
            None => Ok(Visit::Continue),
        }
    }

    /// Whether the filters let a file through.
    fn passes(&self, vm: &mut Vm, file: &File) -> Res<bool> {
        for (name, by_name, wanted) in [
            ("filter", false, true),
            ("nameFilter", true, true),
            ("excludeFilter", false, false),
            ("excludeNameFilter", true, false),
        ] {
            let Some(filter) = self.option(name) else {
                continue;
            };
            let subject = if by_name {
                Value::from(file.name())
            } else {
                Value::host(file.clone())
            };
            let subject = match filter.as_host::<Constant>() {
                None if !by_name && !matches!(filter, Value::Closure(_)) => Value::from(file.absolute()),
                _ => subject,
            };
            let fits = vm.call_method(&filter, "isCase", &[subject])?;
            if vm.truth(&fits)? != wanted {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn walk(&self, vm: &mut Vm, folder: &File, depth: i64, action: Option<&Value>) -> Res<Visit> {
        let mut content = content(vm, folder)?;
        if let Some(sort) = self.option("sort") {
            let files = Value::list(content.iter().map(|(f, _)| Value::host(f.clone())).collect());
            let sorted = vm.call_method(&files, "sort", &[Value::bool(false), sort])?;
            let order: Vec<File> = vm
                .items(&sorted)?
                .iter()
                .filter_map(|v| v.as_host::<File>().cloned())
                .collect();
            content.sort_by_key(|(f, _)| order.iter().position(|o| o.path == f.path));
        }
        for (file, is_folder) in content {
            let shown = self.wanted.takes(is_folder) && self.passes(vm, &file)?;
            if is_folder {
                let result = match self.option("preDir") {
                    Some(before) => self.visit(vm, Some(&before), &file)?,
                    None => Visit::Continue,
                };
                match result {
                    Visit::SkipSiblings | Visit::Terminate => return Ok(result),
                    Visit::SkipSubtree => continue,
                    Visit::Continue => {}
                }
            }
            if shown {
                let result = self.visit(vm, action, &file)?;
                match result {
                    Visit::SkipSiblings | Visit::Terminate => return Ok(result),
                    Visit::SkipSubtree => continue,
                    Visit::Continue => {}
                }
            }
            if is_folder && depth != 0 {
                let below = vm.nested(|vm| self.walk(vm, &file, depth - 1, action))?;
                if below == Visit::Terminate {
                    return Ok(below);
                }
                if let Some(after) = self.option("postDir") {
                    let result = self.visit(vm, Some(&after), &file)?;
                    if matches!(result, Visit::SkipSiblings | Visit::Terminate) {
                        return Ok(result);
                    }
                }
            }
        }
        Ok(Visit::Continue)
    }
}

/// `traverse(options, action)`.
pub(super) fn traverse(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let Some(root) = this.as_host::<File>().cloned() else {
        return Ok(Value::Null);
    };
    let options = match args.first() {
        Some(Value::Map(map)) => Some(map.clone()),
        _ => None,
    };
    let mut traversal = Traversal {
        options,
        wanted: Wanted::Any,
        depth: -1,
    };
    traversal.wanted = traversal.option("type").map_or(Wanted::Any, |t| Wanted::of(&t));
    if let Some(depth) = traversal.option("maxDepth") {
        traversal.depth = crate::semantics::number::narrow_to_i64(&depth).unwrap_or(-1);
    }
    let visit = traversal.option("visit");
    let action = args
        .last()
        .filter(|a| matches!(a, Value::Closure(_)))
        .cloned()
        .or(visit);
    let truth = |vm: &mut Vm, option: Option<Value>| match option {
        Some(value) => vm.truth(&value),
        None => Ok(false),
    };
    if truth(vm, traversal.option("preRoot"))? {
        let before = traversal.option("preDir");
        if traversal.visit(vm, before.as_ref(), &root)? != Visit::Continue {
            return Ok(Value::Null);
        }
    }
    if truth(vm, traversal.option("visitRoot"))?
        && traversal.wanted != Wanted::Files
        && traversal.visit(vm, action.as_ref(), &root)? != Visit::Continue
    {
        return Ok(Value::Null);
    }
    let result = traversal.walk(vm, &root, traversal.depth, action.as_ref())?;
    if result != Visit::Terminate && truth(vm, traversal.option("postRoot"))? {
        let after = traversal.option("postDir");
        traversal.visit(vm, after.as_ref(), &root)?;
    }
    Ok(Value::Null)
}
