//! The framework's object model: its classes as scripts see them, with the same names, equality, texts and errors.
//!
//! One subject a file, table first. Several classes may share a Rust type ([`attribute::Attribute`], [`filter::Filter`]).

pub mod attribute;
pub mod attribute_builder;
pub mod attribute_info;
pub mod attribute_util;
pub mod attributes_accessor;
pub mod behaviour;
pub mod common;
pub mod connector_object;
mod constants;
pub mod exceptions;
pub mod filter;
pub mod guarded;
pub mod handlers;
pub mod known_attributes;
pub mod log;
mod message_format;
pub mod name_util;
pub mod names;
pub mod object_class;
pub mod object_class_info;
pub mod operation_option_info;
pub mod operation_options;
pub mod operations;
pub mod qualified_uid;
pub mod read_only;
pub mod schema;
pub mod schema_builder;
pub mod script_context;
pub mod search_result;
pub mod sort_key;
pub mod sync;
pub mod values;

use rovy_interp::Vm;
use rovy_interp::registry::{Class, ClassId};

/// Every class of the framework, by slice.
pub static CLASSES: &[&[&Class]] = &[
    OBJECTS,
    common::CLASSES,
    filter::classes::CLASSES,
    exceptions::CLASSES,
    operations::CLASSES,
];

static OBJECTS: &[&Class] = &[
    &attribute::CLASS,
    &attribute::UID,
    &attribute::NAME,
    &attribute_builder::CLASS,
    &attribute_info::CLASS,
    &attribute_info::FLAGS,
    &attribute_info::BUILDER,
    &attribute_info::UTIL,
    &attribute_util::CLASS,
    &attributes_accessor::CLASS,
    &connector_object::CLASS,
    &connector_object::BUILDER,
    &exceptions::RETRYABLE_EXCEPTION,
    &filter::builder::CLASS,
    &filter::visitor::CLASS,
    &guarded::STRING,
    &guarded::STRING_ACCESSOR,
    &guarded::BYTE_ARRAY,
    &guarded::BYTE_ACCESSOR,
    &handlers::RESULTS,
    &handlers::SYNC_RESULTS,
    &known_attributes::OPERATIONAL,
    &known_attributes::OPERATIONAL_INFOS,
    &known_attributes::PREDEFINED,
    &known_attributes::PREDEFINED_INFOS,
    &log::CLASS,
    &log::LEVEL,
    &name_util::CLASS,
    &object_class::CLASS,
    &object_class::UTIL,
    &object_class_info::CLASS,
    &object_class_info::BUILDER,
    &operation_option_info::CLASS,
    &operation_option_info::BUILDER,
    &operation_options::CLASS,
    &operation_options::BUILDER,
    &qualified_uid::CLASS,
    &schema::CLASS,
    &schema_builder::CLASS,
    &script_context::CLASS,
    &script_context::BUILDER,
    &search_result::CLASS,
    &search_result::COUNT_POLICY,
    &sort_key::CLASS,
    &sync::TOKEN,
    &sync::DELTA,
    &sync::DELTA_TYPE,
    &sync::BUILDER,
];

/// A class's name as the framework's XML writes it: `Long`, `ByteArray`, `Map` for every map.
fn serialized_type_name(vm: &Vm, class: ClassId) -> String {
    match class.component() {
        Some(ClassId::PRIMITIVE_BYTE) => "ByteArray".into(),
        None if vm.is_subclass(class, ClassId::MAP) => "Map".into(),
        Some(component) => format!("{}[]", serialized_type_name(vm, component)),
        None => {
            let name = vm.class_name(class);
            name.rsplit(['.', '$']).next().unwrap_or(&name).to_string()
        }
    }
}
