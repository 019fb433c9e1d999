//! From a query filter to the ICF filter that it means for an object type.

use rovy_interp::value::{Str, Value};
use rovy_interp::{Res, Vm};

use super::convert::convert;
use super::query_filter::{self, Literal, Pointer, QueryFilter};
use crate::icf::attribute::Attribute;
use crate::icf::filter::{Comparison, Filter, builder};
use crate::icf::{attribute_builder, names};
use crate::provisioner::ObjectType;

/// What a query filter means.
pub enum Mapped {
    /// An ICF filter, or null for all objects.
    Filter(Value),
    /// No object can match: the connector need not be asked.
    Nothing,
}

/// The ICF filter of a query filter. Names are looked up in the object type and values converted to the types of its
/// attributes; without a type they stay as they are. What the type does not allow throws an IllegalArgumentException.
pub fn map(vm: &mut Vm, filter: &QueryFilter, object_type: Option<&ObjectType>) -> Res<Mapped> {
    let mut mapper = Mapper {
        object_type,
        matches_nothing: false,
    };
    let filter = mapper.filter(vm, filter)?;
    Ok(if mapper.matches_nothing {
        Mapped::Nothing
    } else {
        Mapped::Filter(filter)
    })
}

struct Mapper<'types> {
    object_type: Option<&'types ObjectType>,
    /// `false`, or the presence of a property that does not exist, was met anywhere: IDM answers with an empty result then.
    matches_nothing: bool,
}

impl Mapper<'_> {
    fn filter(&mut self, vm: &mut Vm, filter: &QueryFilter) -> Res<Value> {
        match filter {
            QueryFilter::Literal(true) => Ok(Value::Null),
            QueryFilter::Literal(false) => {
                self.matches_nothing = true;
                Ok(Value::Null)
            }
            QueryFilter::And(operands) => self.pairs(vm, operands, Filter::And),
            QueryFilter::Or(operands) => self.pairs(vm, operands, Filter::Or),
            QueryFilter::Not(operand) => {
                let operand = self.filter(vm, operand)?;
                Ok(Filter::Not(operand).into())
            }
            QueryFilter::Present(pointer) => self.presence(vm, pointer),
            QueryFilter::Comparison(pointer, comparison, value) => {
                self.comparison(vm, pointer, icf_comparison(*comparison), value)
            }
            QueryFilter::Extended(pointer, operator, value) => match operator.as_str() {
                "ew" => self.comparison(vm, pointer, Comparison::EndsWith, value),
                "ca" => self.comparison(vm, pointer, Comparison::ContainsAllValues, value),
                _ => Err(vm.illegal_argument("ExtendedMatchFilter is not supported")),
            },
        }
    }

    /// `a and b and c` is `and(a, and(b, c))`.
    fn pairs(&mut self, vm: &mut Vm, operands: &[QueryFilter], join: fn(Vec<Value>) -> Filter) -> Res<Value> {
        let mut mapped = Vec::with_capacity(operands.len());
        for operand in operands {
            mapped.push(self.filter(vm, operand)?);
        }
        let Some(mut chain) = mapped.pop() else {
            return Ok(Value::Null);
        };
        while let Some(operand) = mapped.pop() {
            chain = join(vec![operand, chain]).into();
        }
        Ok(chain)
    }

    fn presence(&mut self, vm: &mut Vm, pointer: &Pointer) -> Res<Value> {
        let name = single(vm, pointer)?;
        let native_name = match self.object_type {
            None if name == "_id" => Some(names::UID),
            None => Some(name),
            Some(object_type) => object_type
                .properties
                .get(name)
                .map(|property| property.native_name.as_str()),
        };
        match native_name {
            Some(native_name) => builder::present(vm, Some(&Str::new(native_name))),
            None => {
                self.matches_nothing = true;
                Ok(Value::Null)
            }
        }
    }

    fn comparison(&self, vm: &mut Vm, pointer: &Pointer, comparison: Comparison, value: &Literal) -> Res<Value> {
        let attribute = self.attribute(vm, pointer, value)?;
        builder::compare(vm, comparison, &attribute)
    }

    fn attribute(&self, vm: &mut Vm, pointer: &Pointer, value: &Literal) -> Res<Value> {
        let name = single(vm, pointer)?;
        let value = literal(value);
        if name == "_id" {
            let text = vm.to_str(&value)?;
            return Attribute::uid(vm, Some(&text), None);
        }
        let Some(object_type) = self.object_type else {
            return attribute_builder::build(vm, Some(&Str::new(name)), Some(vec![value]));
        };
        let Some(property) = object_type.properties.get(name) else {
            let class = &object_type.native_type;
            return Err(vm.illegal_argument(format!(
                "Attribute {name} does not exist as part of ObjectClass: {class}"
            )));
        };
        let value = convert(vm, &value, property.native_type)?;
        attribute_builder::build(vm, Some(&Str::new(&property.native_name)), Some(vec![value]))
    }
}

fn single<'pointer>(vm: &mut Vm, pointer: &'pointer Pointer) -> Res<&'pointer str> {
    match pointer.single() {
        Some(name) => Ok(name),
        None => Err(vm.illegal_argument("Only one level JsonPointer supported")),
    }
}

fn literal(literal: &Literal) -> Value {
    match literal {
        Literal::Text(text) => Value::str(text),
        Literal::Boolean(truth) => Value::bool(*truth),
        Literal::Long(number) => Value::Long(*number),
        Literal::Double(number) => Value::double(*number),
    }
}

fn icf_comparison(comparison: query_filter::Comparison) -> Comparison {
    match comparison {
        query_filter::Comparison::Equal => Comparison::Equals,
        query_filter::Comparison::Greater => Comparison::GreaterThan,
        query_filter::Comparison::GreaterOrEqual => Comparison::GreaterThanOrEqual,
        query_filter::Comparison::Less => Comparison::LessThan,
        query_filter::Comparison::LessOrEqual => Comparison::LessThanOrEqual,
        query_filter::Comparison::Contains => Comparison::Contains,
        query_filter::Comparison::StartsWith => Comparison::StartsWith,
    }
}
