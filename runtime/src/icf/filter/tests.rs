//! Translation in both behaviours, the query map, and the three-valued decision.

use super::{Comparison, builder, evaluate, translate::translate};
use crate::icf::behaviour::Behaviour;
use crate::icf::connector_object::ConnectorObjectBuilder;
use crate::icf::{attribute_builder, names};
use crate::toolkit::map_filter_visitor;
use rovy_interp::value::{Str, Value};
use rovy_interp::vm::{HostServices, Limits};
use rovy_interp::{Res, Vm};

fn vm(behaviour: Behaviour) -> Vm {
    let mut vm = Vm::new(crate::connector::registry(), HostServices::default(), Limits::default());
    vm.set_state(behaviour);
    vm
}

fn equals(vm: &mut Vm, name: &str, value: i32) -> Res {
    let attribute = attribute_builder::build(vm, Some(&Str::new(name)), Some(vec![Value::int(value)]))?;
    builder::compare(vm, Comparison::Equals, &attribute)
}

fn any_of_three(vm: &mut Vm) -> Res {
    let parts = [equals(vm, "a", 1)?, equals(vm, "b", 2)?, equals(vm, "c", 3)?];
    Ok(builder::or(parts.to_vec()))
}

/// The query map of what a script would see.
fn seen(behaviour: Behaviour, filter: fn(&mut Vm) -> Res) -> String {
    let mut vm = vm(behaviour);
    let shown = |vm: &mut Vm| -> Res<String> {
        let filter = filter(vm)?;
        match translate(vm, &filter, behaviour)? {
            Some(filter) => {
                let map = map_filter_visitor::to_map(vm, &filter)?;
                Ok(vm.inspect(&Value::Map(map))?.to_string())
            }
            None => Ok("none".into()),
        }
    };
    shown(&mut vm).unwrap_or_else(|_| "thrown".into())
}

#[test]
fn three_alternatives_stay_alternatives_in_the_newer_product_alone() {
    let leaf =
        |name: &str, value: i32| format!("['not':false, 'operation':'EQUALS', 'left':'{name}', 'right':'{value}']");
    let nested = |inner: &str| {
        let right = format!(
            "['operation':'{inner}', 'left':{}, 'right':{}]",
            leaf("b", 2),
            leaf("c", 3)
        );
        format!("['operation':'OR', 'left':{}, 'right':{right}]", leaf("a", 1))
    };
    assert_eq!(seen(Behaviour::Rcs, any_of_three), nested("OR"));
    assert_eq!(seen(Behaviour::OpenIcf, any_of_three), nested("AND"));
}

#[test]
fn presence_reaches_scripts_in_the_newer_product_alone() {
    let present = |vm: &mut Vm| builder::present(vm, Some(&Str::new("a")));
    assert_eq!(
        seen(Behaviour::Rcs, present),
        "['operation':'PRESENT', 'not':false, 'left':'a']"
    );
    assert_eq!(seen(Behaviour::OpenIcf, present), "none");
}

#[test]
fn what_is_absent_is_undefined_under_not_too() {
    let mut vm = vm(Behaviour::OpenIcf);
    let decided = |vm: &mut Vm| -> Res<Vec<Option<bool>>> {
        let object = ConnectorObjectBuilder::default();
        for (name, value) in [(names::UID, "u"), (names::NAME, "n")] {
            object.add(attribute_builder::single(vm, name, Value::str(value))?);
        }
        object.add(attribute_builder::single(vm, "n", Value::int(1))?);
        let object = Value::host(object.build(vm)?);
        let mut out = Vec::new();
        for (name, value) in [("n", 1), ("n", 2), ("missing", 1)] {
            let filter = equals(vm, name, value)?;
            out.push(evaluate::decide(vm, &filter, &object, false)?);
            let negated = super::Filter::Not(filter).into();
            out.push(evaluate::decide(vm, &negated, &object, false)?);
        }
        Ok(out)
    };
    let answers = decided(&mut vm).unwrap_or_default();
    assert_eq!(answers, [Some(true), Some(false), Some(false), Some(true), None, None]);
}
