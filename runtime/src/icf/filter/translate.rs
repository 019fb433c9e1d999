//! What becomes of a filter before a script sees it: the work of the framework's FilterTranslator.
//!
//! NOT is moved inwards, chains become pairs nested to the right, and what a script connector cannot express falls away: of an
//! AND the other half stays, an OR falls as a whole.

use super::Filter;
use crate::icf::behaviour::Behaviour;
use rovy_interp::{Res, Value, Vm};

/// The filter that the script sees; none when it sees no filter at all.
pub fn translate(vm: &mut Vm, filter: &Value, behaviour: Behaviour) -> Res<Option<Value>> {
    part(vm, filter, behaviour, false)
}

fn part(vm: &mut Vm, filter: &Value, behaviour: Behaviour, negated: bool) -> Res<Option<Value>> {
    vm.nested(|vm| one(vm, filter, behaviour, negated))
}

fn one(vm: &mut Vm, filter: &Value, behaviour: Behaviour, negated: bool) -> Res<Option<Value>> {
    let Some(own) = filter.as_host::<Filter>() else {
        return Ok(None);
    };
    match own {
        Filter::Not(inner) => part(vm, inner, behaviour, !negated),
        Filter::And(_) | Filter::Or(_) => {
            let Some((left, right)) = own.halves(behaviour) else {
                return Ok(None);
            };
            let left = part(vm, &left, behaviour, negated)?;
            let right = part(vm, &right, behaviour, negated)?;
            // De Morgan: a negated OR is an AND of negations.
            let is_and = matches!(own, Filter::And(_)) != negated;
            Ok(match (left, right) {
                (Some(left), Some(right)) if is_and => Some(Filter::And(vec![left, right]).into()),
                (Some(left), Some(right)) => Some(Filter::Or(vec![left, right]).into()),
                (left, right) if is_and => left.or(right),
                _ => None,
            })
        }
        Filter::Extended(..) => Ok(None),
        Filter::Present(_) if behaviour == Behaviour::OpenIcf => Ok(None),
        _ if negated => Ok(Some(Filter::Not(filter.clone()).into())),
        _ => Ok(Some(filter.clone())),
    }
}
