//! `OperationOptions` and its builder: what a caller asks for beside the operation itself.

use super::sort_key::{self, SortKey};
use super::{names, operation_option_info, read_only, values};
use rovy_interp::jdk::lang::enumeration;
use rovy_interp::registry::{Class, ClassId, class, constant, constructor, function, method, native, unbound};
use rovy_interp::value::{Array, HostType, Map, Str, Value};
use rovy_interp::{Res, Vm};
use std::cell::RefCell;
use std::rc::Rc;

/// `SCOPE`.
pub const SCOPE: &str = "SCOPE";
/// `CONTAINER`.
pub const CONTAINER: &str = "CONTAINER";
/// `ATTRS_TO_GET`.
pub const ATTRS_TO_GET: &str = "ATTRS_TO_GET";
/// `RUN_AS_USER`.
pub const RUN_AS_USER: &str = "RUN_AS_USER";
/// `RUN_WITH_PASSWORD`.
pub const RUN_WITH_PASSWORD: &str = "RUN_WITH_PASSWORD";
/// `PAGE_SIZE`.
pub const PAGE_SIZE: &str = "PAGE_SIZE";
/// `PAGED_RESULTS_OFFSET`.
pub const PAGED_RESULTS_OFFSET: &str = "PAGED_RESULTS_OFFSET";
/// `PAGED_RESULTS_COOKIE`.
pub const PAGED_RESULTS_COOKIE: &str = "PAGED_RESULTS_COOKIE";
/// `SORT_KEYS`.
pub const SORT_KEYS: &str = "SORT_KEYS";
/// `TOTAL_PAGED_RESULTS_POLICY`.
pub const TOTAL_PAGED_RESULTS_POLICY: &str = "TOTAL_PAGED_RESULTS_POLICY";

/// What a caller asks for.
pub struct OperationOptions {
    /// The options by name, in the order of a HashMap.
    pub options: Rc<Map>,
}

impl HostType for OperationOptions {
    const NAME: &'static str = "org.identityconnectors.framework.common.objects.OperationOptions";
    fn class() -> &'static Class {
        &CLASS
    }
}

impl OperationOptions {
    /// Options of names and values.
    pub fn create(vm: &mut Vm, pairs: &[(Value, Value)]) -> Res<OperationOptions> {
        Ok(OperationOptions {
            options: read_only::hash_map(vm, pairs)?,
        })
    }

    /// An option; null when absent.
    pub fn get(&self, name: &str) -> Value {
        self.options.get_str(&Str::new(name)).unwrap_or_default()
    }

    /// The names in `attributesToGet`; none when absent.
    pub fn attributes_to_get(&self) -> Option<Vec<Rc<Str>>> {
        let Value::Array(array) = self.get(ATTRS_TO_GET) else {
            return None;
        };
        let text = |v: Value| if let Value::Str(s) = v { Some(s) } else { None };
        Some(array.to_vec().into_iter().filter_map(text).collect())
    }
}

/// `org.identityconnectors.framework.common.objects.OperationOptions`.
pub static CLASS: Class = class(OperationOptions::NAME)
    .doc("What a caller asks for beside the operation itself.")
    .members(&[
        constant("SCOPE_OBJECT: String", &unbound(|| "object")),
        constant("SCOPE_ONE_LEVEL: String", &unbound(|| "onelevel")),
        constant("SCOPE_SUBTREE: String", &unbound(|| "subtree")),
        constant("OP_SCOPE: String", &unbound(|| SCOPE)),
        constant("OP_CONTAINER: String", &unbound(|| CONTAINER)),
        constant("OP_RUN_AS_USER: String", &unbound(|| RUN_AS_USER)),
        constant("OP_RUN_WITH_PASSWORD: String", &unbound(|| RUN_WITH_PASSWORD)),
        constant("OP_ATTRIBUTES_TO_GET: String", &unbound(|| ATTRS_TO_GET)),
        constant("OP_PAGED_RESULTS_COOKIE: String", &unbound(|| PAGED_RESULTS_COOKIE)),
        constant("OP_PAGED_RESULTS_OFFSET: String", &unbound(|| PAGED_RESULTS_OFFSET)),
        constant("OP_PAGE_SIZE: String", &unbound(|| PAGE_SIZE)),
        constant("OP_SORT_KEYS: String", &unbound(|| SORT_KEYS)),
        constant(
            "OP_TOTAL_PAGED_RESULTS_POLICY: String",
            &unbound(|| TOTAL_PAGED_RESULTS_POLICY),
        ),
        constant("OP_FAIL_ON_ERROR: String", &unbound(|| "FAIL_ON_ERROR")),
        constant("OP_REQUIRE_SERIAL: String", &unbound(|| "REQUIRE_SERIAL")),
        constructor(
            "OperationOptions(Map options)",
            &unbound(|vm: &mut Vm, options: &Map| checked(vm, &options.borrow().pairs())),
        ),
        method("getOptions(): Map", &native(|o: &OperationOptions| o.options.clone())).doc("All options, read-only."),
        method("getScope(): String", &native(|o: &OperationOptions| o.get(SCOPE))),
        method(
            "getContainer(): QualifiedUid",
            &native(|o: &OperationOptions| o.get(CONTAINER)),
        ),
        method(
            "getAttributesToGet(): String[]",
            &native(|o: &OperationOptions| o.get(ATTRS_TO_GET)),
        ),
        method(
            "getRunAsUser(): String",
            &native(|o: &OperationOptions| o.get(RUN_AS_USER)),
        ),
        method(
            "getRunWithPassword(): GuardedString",
            &native(|o: &OperationOptions| o.get(RUN_WITH_PASSWORD)),
        ),
        method(
            "getPageSize(): Integer",
            &native(|o: &OperationOptions| o.get(PAGE_SIZE)),
        ),
        method(
            "getPagedResultsOffset(): Integer",
            &native(|o: &OperationOptions| o.get(PAGED_RESULTS_OFFSET)),
        ),
        method(
            "getPagedResultsCookie(): String",
            &native(|o: &OperationOptions| o.get(PAGED_RESULTS_COOKIE)),
        ),
        method(
            "getSortKeys(): SortKey[]",
            &native(|o: &OperationOptions| o.get(SORT_KEYS)),
        ),
        method(
            "getTotalPagedResultsPolicy(): SearchResult.CountPolicy",
            &native(policy),
        ),
        method(
            "getFailOnError(): boolean",
            &native(|vm: &mut Vm, o: &OperationOptions| vm.truth(&o.get("FAIL_ON_ERROR"))),
        ),
        method(
            "getRequireSerial(): boolean",
            &native(|vm: &mut Vm, o: &OperationOptions| {
                let text = vm.to_text(&o.get("REQUIRE_SERIAL"))?;
                Ok(text.eq_ignore_ascii_case("true"))
            }),
        ),
        method("toString(): String", &native(text)),
    ]);

fn policy(o: &OperationOptions) -> Value {
    let class = &super::search_result::COUNT_POLICY;
    match o.get(TOTAL_PAGED_RESULTS_POLICY) {
        Value::Str(name) => match enumeration::constant(class, &name.text()) {
            Value::Null => enumeration::constant(class, "NONE"),
            found => found,
        },
        _ => enumeration::constant(class, "NONE"),
    }
}

/// So many entries and elements are printed.
const MOST_SHOWN: usize = 10;

fn text(vm: &mut Vm, o: &OperationOptions) -> Res<String> {
    let mut texts = Vec::new();
    let pairs = o.options.borrow().pairs();
    for (name, value) in pairs.iter().take(MOST_SHOWN) {
        let shown = match value {
            Value::Null => "<null>".into(),
            Value::Array(array) => {
                let mut items = Vec::new();
                for item in array.to_vec().iter().take(MOST_SHOWN) {
                    items.push(values::java_text(vm, item)?);
                }
                let more = if array.to_vec().len() > MOST_SHOWN { "..." } else { "" };
                format!("[{}{more}]", items.join(","))
            }
            other => values::java_text(vm, other)?,
        };
        texts.push(format!("{}:{shown}", vm.to_text(name)?));
    }
    Ok(format!("OperationOptions: {{{}}}", texts.join(",")))
}

/// Options of names and values, whose types are checked.
fn checked(vm: &mut Vm, pairs: &[(Value, Value)]) -> Res<OperationOptions> {
    pairs.iter().try_for_each(|(_, value)| check_value(vm, value))?;
    OperationOptions::create(vm, pairs)
}

/// `FrameworkUtil.checkOperationOptionValue`.
pub fn check_value(vm: &mut Vm, value: &Value) -> Res<()> {
    if value.is_null() || operation_option_info::is_option_type(vm, value.class_id()) {
        return Ok(());
    }
    let class = values::class_name(vm, value);
    Err(vm.illegal_argument(format!("ConfigurationOption type '{class}' is not supported.")))
}

/// Options in the making.
#[derive(Default)]
pub struct OperationOptionsBuilder {
    options: RefCell<Vec<(Value, Value)>>,
}

impl HostType for OperationOptionsBuilder {
    const NAME: &'static str = "org.identityconnectors.framework.common.objects.OperationOptionsBuilder";
    fn class() -> &'static Class {
        &BUILDER
    }
}

impl OperationOptionsBuilder {
    /// Sets an option.
    pub fn put(&self, name: &str, value: Value) {
        let mut options = self.options.borrow_mut();
        let named = |(k, _): &&mut (Value, Value)| matches!(k, Value::Str(s) if **s == *name);
        match options.iter_mut().find(named) {
            Some((_, slot)) => *slot = value,
            None => options.push((Value::str(name), value)),
        }
    }

    /// `build()`: checks the types.
    pub fn build(&self, vm: &mut Vm) -> Res<OperationOptions> {
        let pairs = self.options.borrow().clone();
        checked(vm, &pairs)
    }
}

/// `org.identityconnectors.framework.common.objects.OperationOptionsBuilder`.
pub static BUILDER: Class = class(OperationOptionsBuilder::NAME).doc("Makes options.").members(&[
    constructor("OperationOptionsBuilder()", &unbound(OperationOptionsBuilder::default)),
    constructor("OperationOptionsBuilder(OperationOptions options)", &unbound(copy)),
    method(
        "getOptions(): Map",
        &native(|vm: &mut Vm, b: &OperationOptionsBuilder| read_only::hash_map(vm, &b.options.borrow())),
    ),
    method(
        "setOption(String name, Object value): OperationOptionsBuilder",
        &native(set_option),
    ),
    method(
        "setScope(String scope): OperationOptionsBuilder",
        &native(|vm: &mut Vm, this: &Value, v: &Value| set(vm, this, SCOPE, "scope", v)),
    ),
    method(
        "setContainer(QualifiedUid container): OperationOptionsBuilder",
        &native(|vm: &mut Vm, this: &Value, v: &Value| set(vm, this, CONTAINER, "container", v)),
    ),
    method(
        "setAttributesToGet(String... names): OperationOptionsBuilder",
        &native(set_names),
    ),
    method(
        "setAttributesToGet(Collection names): OperationOptionsBuilder",
        &native(set_name_collection),
    ),
    method(
        "setRunAsUser(String user): OperationOptionsBuilder",
        &native(|vm: &mut Vm, this: &Value, v: &Value| set(vm, this, RUN_AS_USER, "user", v)),
    ),
    method(
        "setRunWithPassword(GuardedString password): OperationOptionsBuilder",
        &native(|vm: &mut Vm, this: &Value, v: &Value| set(vm, this, RUN_WITH_PASSWORD, "password", v)),
    ),
    method(
        "setPageSize(Integer pageSize): OperationOptionsBuilder",
        &native(|vm: &mut Vm, this: &Value, v: &Value| set(vm, this, PAGE_SIZE, "pageSize", v)),
    ),
    method(
        "setPagedResultsOffset(Integer offset): OperationOptionsBuilder",
        &native(|vm: &mut Vm, this: &Value, v: &Value| set(vm, this, PAGED_RESULTS_OFFSET, "pagedResultsOffset", v)),
    ),
    method(
        "setPagedResultsCookie(String cookie): OperationOptionsBuilder",
        &native(|vm: &mut Vm, this: &Value, v: &Value| set(vm, this, PAGED_RESULTS_COOKIE, "pagedResultsCookie", v)),
    ),
    method(
        "setSortKeys(SortKey... keys): OperationOptionsBuilder",
        &native(|vm: &mut Vm, this: &Value, keys: &[Value]| {
            if let [null @ Value::Null] = keys {
                values::null_check(vm, null, "sortKeys")?;
            }
            Ok(put_keys(this, keys.to_vec()))
        }),
    ),
    method("setSortKeys(List keys): OperationOptionsBuilder", &native(set_key_list)),
    method(
        "setTotalPagedResultsPolicy(SearchResult.CountPolicy policy): OperationOptionsBuilder",
        &native(set_policy),
    ),
    function(
        "create(): OperationOptionsBuilder",
        &unbound(OperationOptionsBuilder::default),
    ),
    method(
        "build(): OperationOptions",
        &native(|vm: &mut Vm, b: &OperationOptionsBuilder| b.build(vm)),
    ),
]);

fn copy(options: &OperationOptions) -> OperationOptionsBuilder {
    OperationOptionsBuilder {
        options: RefCell::new(options.options.borrow().pairs()),
    }
}

fn put(this: &Value, name: &str, value: Value) -> Value {
    if let Some(builder) = this.as_host::<OperationOptionsBuilder>() {
        builder.put(name, value);
    }
    this.clone()
}

fn set(vm: &mut Vm, this: &Value, name: &str, parameter: &str, value: &Value) -> Res {
    values::null_check(vm, value, parameter)?;
    let value = if let Value::GString(_) = value {
        Value::Str(vm.to_str(value)?)
    } else {
        value.clone()
    };
    Ok(put(this, name, value))
}

fn set_option(vm: &mut Vm, this: &Value, name: Option<&Str>, value: &Value) -> Res {
    values::blank_check(vm, name, "name")?;
    let name = name.map(|n| n.text().into_owned()).unwrap_or_default();
    Ok(put(this, &name, value.clone()))
}

/// A `String[]` of names.
pub fn name_array(names: Vec<Value>) -> Value {
    Array::new(ClassId::STRING, names).into()
}

fn set_names(vm: &mut Vm, this: &Value, names: &[Value]) -> Res {
    if let [null @ Value::Null] = names {
        values::null_check(vm, null, "attrNames")?;
    }
    Ok(put(this, ATTRS_TO_GET, name_array(names.to_vec())))
}

fn set_name_collection(vm: &mut Vm, this: &Value, names: &Value) -> Res {
    values::null_check(vm, names, "attrNames")?;
    let names = vm.items(names)?.into_vec();
    Ok(put(this, ATTRS_TO_GET, name_array(names)))
}

/// A `SortKey[]`.
pub fn key_array(keys: Vec<Value>) -> Value {
    Array::new(sort_key::CLASS.id(), keys).into()
}

/// A `SortKey[]` of fields and directions.
pub fn keys_of(keys: impl IntoIterator<Item = (String, bool)>) -> Value {
    let key = |(field, ascending): (String, bool)| {
        Value::host(SortKey {
            field: Str::new(&field),
            ascending,
        })
    };
    key_array(keys.into_iter().map(key).collect())
}

fn put_keys(this: &Value, keys: Vec<Value>) -> Value {
    put(this, SORT_KEYS, key_array(keys))
}

fn set_key_list(vm: &mut Vm, this: &Value, keys: &Value) -> Res {
    values::null_check(vm, keys, "sortKeys")?;
    let keys = vm.items(keys)?.into_vec();
    Ok(put_keys(this, keys))
}

fn set_policy(vm: &mut Vm, this: &Value, policy: &Value) -> Res {
    values::null_check(vm, policy, "totalPagedResultsPolicy")?;
    // Not a type that options may have: `build()` refuses it, in Java too.
    Ok(put(this, TOTAL_PAGED_RESULTS_POLICY, policy.clone()))
}

/// Whether a name is one of the special attributes that every result keeps.
pub fn is_always_kept(name: &Str) -> bool {
    let uid = Str::new(names::UID);
    names::same(name, &uid) || names::same(name, &Str::new(names::NAME))
}
