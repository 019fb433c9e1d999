//! Overload choice: Groovy's distances (`MetaClassHelper`), from the nearest class up to variable arguments.

use super::super::Vm;
use super::candidates::{Callable, Candidate, Signature};
use crate::Res;
use crate::registry::ClassId;
use crate::value::Value;

const OBJECT_SHIFT: u32 = 23;
const PRIMITIVE_SHIFT: u32 = 21;
const VARIABLE_SHIFT: u32 = 44;
/// One more than the number of Groovy's primitive distances: so interfaces are preferred.
const BEHIND_INTERFACES: i64 = 21;

/// The order in which numbers widen; boxed and bare forms side by side.
const WIDENING: [ClassId; 14] = [
    ClassId::PRIMITIVE_BYTE,
    ClassId::BYTE,
    ClassId::PRIMITIVE_SHORT,
    ClassId::SHORT,
    ClassId::PRIMITIVE_INT,
    ClassId::INTEGER,
    ClassId::PRIMITIVE_LONG,
    ClassId::LONG,
    ClassId::BIG_INTEGER,
    ClassId::PRIMITIVE_FLOAT,
    ClassId::FLOAT,
    ClassId::PRIMITIVE_DOUBLE,
    ClassId::DOUBLE,
    ClassId::BIG_DECIMAL,
];

/// Farther than any parameters are from any arguments.
const BEHIND_ALL: i64 = 1 << 40;

impl Vm {
    /// Finds what a call means; whether other candidates take as many arguments, so that their classes matter.
    pub(crate) fn find(&mut self, receiver: &Value, name: &str, args: &[Value]) -> Res<Option<(Callable, bool)>> {
        if let Some(class) = receiver.as_class() {
            return self.find_static(class, name, args);
        }
        let candidates = self.candidates(
            if receiver.is_null() {
                self.null_class
            } else {
                receiver.class_id()
            },
            name,
        );
        self.pick(receiver.class_id(), name, &candidates, args)
    }

    /// Picks among candidates.
    pub(crate) fn pick(
        &mut self,
        class: ClassId,
        name: &str,
        candidates: &[Candidate],
        args: &[Value],
    ) -> Res<Option<(Callable, bool)>> {
        let mut best: Vec<&Candidate> = Vec::new();
        let mut least = i64::MAX;
        let mut same_count = 0;
        let casts = self.cast_types.take().filter(|c| c.len() == args.len());
        let casts = casts.as_deref();
        if let [Value::Null] = args
            && casts.is_none()
        {
            match self.for_single_null(candidates).as_slice() {
                [] => {}
                [only] => return Ok(Some((only.callable.clone(), true))),
                several => {
                    let between: Vec<Signature> = several.iter().map(|c| c.signature.clone()).collect();
                    return Err(self.ambiguous(class, name, args, &between));
                }
            }
        }
        for candidate in candidates {
            let takes = candidate.signature.params.len();
            if takes == args.len() || candidate.signature.varargs {
                same_count += 1;
            }
            let Some(mut distance) = self.total_distance(&candidate.signature, args, casts) else {
                continue;
            };
            if matches!(&candidate.callable, Callable::Method(m) if m.is_abstract) {
                // A method with type parameters in its signature is overridden by one with what stands for them.
                distance = distance.saturating_add(BEHIND_ALL);
            }
            if distance < least {
                best.clear();
                least = distance;
            }
            if distance == least {
                best.push(candidate);
            }
        }
        let chosen = match best.as_slice() {
            [] => return Ok(for_nothing(candidates, args)),
            [only] => only,
            [first, rest @ ..] => match self.break_tie(first, rest, args) {
                Some(chosen) => chosen,
                None => {
                    let between: Vec<Signature> = best.iter().map(|c| c.signature.clone()).collect();
                    return Err(self.ambiguous(class, name, args, &between));
                }
            },
        };
        Ok(Some((chosen.callable.clone(), same_count > 1)))
    }

    /// Between equals: the one declared nearer to the receiver; for no arguments the first.
    fn break_tie<'a>(&self, first: &&'a Candidate, rest: &[&'a Candidate], args: &[Value]) -> Option<&'a Candidate> {
        if args.is_empty() {
            return Some(first);
        }
        let nearer = rest
            .iter()
            .all(|other| other.class != first.class && self.is_subclass(first.class, other.class));
        let native = |c: &Candidate| !matches!(c.callable, Callable::Method(_));
        (nearer || (native(first) && rest.iter().all(|r| native(r)))).then_some(*first)
    }

    /// A single null goes to the parameter nearest to `Object`; several that are equally near are ambiguous.
    fn for_single_null<'a>(&self, candidates: &'a [Candidate]) -> Vec<&'a Candidate> {
        let rank = |class: ClassId| -> usize {
            if class == ClassId::OBJECT {
                0
            } else if self.is_interface(class) {
                1
            } else {
                1 + self.superclasses(class).len()
            }
        };
        let concrete = |c: &&Candidate| !matches!(&c.callable, Callable::Method(m) if m.is_abstract);
        let fitting = candidates.iter().filter(|c| !c.signature.varargs).filter(concrete);
        let fitting: Vec<(usize, &Candidate)> = fitting
            .filter_map(|c| match &*c.signature.params {
                [param] if !param.is_primitive() => Some((rank(*param), c)),
                _ => None,
            })
            .collect();
        let least = fitting.iter().map(|(rank, _)| *rank).min();
        let nearest = fitting.iter().filter(|(rank, _)| Some(*rank) == least);
        let nearest: Vec<&Candidate> = nearest.map(|(_, candidate)| *candidate).collect();
        // What every object has does not stand in the way of the class's own.
        let own: Vec<&Candidate> = nearest.iter().copied().filter(|c| !c.belongs_to_object).collect();
        if own.is_empty() { nearest } else { own }
    }

    fn total_distance(&self, signature: &Signature, args: &[Value], casts: Option<&[Option<ClassId>]>) -> Option<i64> {
        let count = signature.params.len();
        if let Some(casts) = casts.filter(|_| args.len() == count) {
            // A cast argument is as far away as the type it was cast to.
            return signature
                .params
                .iter()
                .zip(args)
                .zip(casts)
                .try_fold(0i64, |sum, ((p, a), cast)| {
                    Some(
                        sum + match cast {
                            Some(class) => self.class_distance(*p, *class, a)?,
                            None => self.distance(*p, a)?,
                        },
                    )
                });
        }
        if args.len() == count {
            let direct = signature
                .params
                .iter()
                .zip(args)
                .try_fold(0i64, |sum, (p, a)| Some(sum + self.distance(*p, a)?));
            if direct.is_some() {
                return direct;
            }
        }
        if !signature.varargs {
            return None;
        }
        let fixed = count - 1;
        if args.len() < fixed {
            return None;
        }
        let component = signature.params.last()?.component()?;
        let (before, rest) = args.split_at(fixed);
        let mut sum = 0i64;
        for (param, arg) in signature.params.iter().zip(before) {
            sum += self.distance(*param, arg)?;
        }
        for arg in rest {
            sum += self.distance(component, arg)?;
        }
        let behind = if args.len() > count {
            2 + (args.len() - count) as i64
        } else {
            1
        };
        Some(sum + (behind << VARIABLE_SHIFT))
    }

    /// How far an argument is from a parameter's type; none if it does not fit.
    fn distance(&self, param: ClassId, arg: &Value) -> Option<i64> {
        if arg.is_null() {
            if param.is_primitive() {
                return None;
            }
            let steps = if self.is_interface(param) {
                return Some(-1);
            } else {
                self.superclasses(param).len() as i64 - 1
            };
            return Some((2 * steps.max(0)) << OBJECT_SHIFT);
        }
        let class = arg.class_id();
        if class == param {
            return Some(0);
        }
        if !self.accepts(param, arg) {
            return None;
        }
        self.steps(param, class)
    }

    /// How far an argument that was cast to a class is from a parameter's type; none if the class does not fit.
    fn class_distance(&self, param: ClassId, class: ClassId, arg: &Value) -> Option<i64> {
        if class == param {
            return Some(0);
        }
        let fits = self.is_subclass(class.boxed(), param.boxed());
        let converts = self.accepts(param, arg) && class.boxed() == arg.class_id();
        if !fits && !converts {
            return None;
        }
        self.steps(param, class)
    }

    /// The distance from a class to a type that it fits.
    fn steps(&self, param: ClassId, class: ClassId) -> Option<i64> {
        if self.is_interface(param)
            && let Some(steps) = self.interface_distance(class, param)
        {
            return Some(steps);
        }
        if let Some(steps) = primitive_distance(param, class) {
            return Some(steps << PRIMITIVE_SHIFT);
        }
        if class == ClassId::GSTRING && param == ClassId::STRING {
            return Some((BEHIND_INTERFACES + 1) << OBJECT_SHIFT);
        }
        let mut steps = BEHIND_INTERFACES;
        if class.dimensions() > 0 && param.dimensions() == 0 {
            steps += 4;
        }
        for parent in self.superclasses(class.boxed()) {
            if parent == param {
                break;
            }
            steps += if parent == ClassId::GSTRING { 5 } else { 3 };
        }
        Some(steps << OBJECT_SHIFT)
    }

    /// The longest way from a class to an interface it has.
    fn interface_distance(&self, class: ClassId, of: ClassId) -> Option<i64> {
        if class == of {
            return Some(0);
        }
        let nearer = self.interfaces(class).into_iter().chain(self.superclass(class));
        nearer
            .filter_map(|c| self.interface_distance(c, of))
            .max()
            .map(|d| d + 1)
    }

    /// Whether a value may be passed where a type stands, converted where Groovy converts on calls.
    pub(crate) fn accepts(&self, param: ClassId, arg: &Value) -> bool {
        if arg.is_null() {
            return !param.is_primitive();
        }
        self.accepts_class(param, arg.class_id())
    }

    /// Whether values of a class may be passed where a type stands.
    pub(crate) fn accepts_class(&self, param: ClassId, class: ClassId) -> bool {
        let (class, wanted) = (class.boxed(), param.boxed());
        if self.is_subclass(class, wanted) {
            return true;
        }
        match wanted {
            ClassId::STRING => class == ClassId::GSTRING,
            ClassId::INTEGER | ClassId::LONG | ClassId::SHORT | ClassId::BYTE => {
                let at = |c| WIDENING.iter().position(|w| *w == c);
                match (at(class), at(wanted)) {
                    (Some(from), Some(to)) => from <= to,
                    _ => false,
                }
            }
            ClassId::FLOAT => {
                is_number(class) && !matches!(class, ClassId::DOUBLE | ClassId::BIG_DECIMAL | ClassId::BIG_INTEGER)
            }
            ClassId::DOUBLE | ClassId::BIG_DECIMAL => is_number(class),
            ClassId::BIG_INTEGER => matches!(class, ClassId::INTEGER | ClassId::LONG | ClassId::SHORT | ClassId::BYTE),
            _ => {
                if let (Some(a), Some(b)) = (class.component(), wanted.component()) {
                    return a.boxed() == b.boxed() || (b == ClassId::OBJECT && !a.is_primitive());
                }
                self.is_subclass(class, ClassId::CLOSURE) && self.is_functional(wanted)
            }
        }
    }
}

/// A script method that is alone with its one parameter may be called without argument: it is null.
fn for_nothing(candidates: &[Candidate], args: &[Value]) -> Option<(Callable, bool)> {
    let own: Vec<&Candidate> = candidates.iter().filter(|c| !c.belongs_to_object).collect();
    match (own.as_slice(), args) {
        ([only], []) if matches!(only.callable, Callable::Method(_)) => match &*only.signature.params {
            [param] if !param.is_primitive() => Some((only.callable.clone(), true)),
            _ => None,
        },
        _ => None,
    }
}

fn is_number(class: ClassId) -> bool {
    WIDENING.contains(&class)
}

/// Groovy's table of distances between numbers, characters and booleans.
fn primitive_distance(param: ClassId, class: ClassId) -> Option<i64> {
    match class {
        ClassId::BOOLEAN => {
            return [ClassId::PRIMITIVE_BOOLEAN, ClassId::OBJECT]
                .iter()
                .position(|c| *c == param)
                .map(|d| d as i64 + 1);
        }
        ClassId::CHARACTER => {
            let order = [
                ClassId::PRIMITIVE_CHAR,
                ClassId::PRIMITIVE_INT,
                ClassId::INTEGER,
                ClassId::PRIMITIVE_LONG,
                ClassId::LONG,
            ];
            return order
                .iter()
                .position(|c| *c == param)
                .map(|d| d as i64 + 1)
                .or((param == ClassId::OBJECT).then_some(13));
        }
        _ => {}
    }
    let from = WIDENING.iter().position(|c| *c == class)?;
    if matches!(class, ClassId::BIG_INTEGER | ClassId::BIG_DECIMAL) {
        // Only what holds every value of theirs is near.
        let rest = WIDENING
            .iter()
            .skip(from)
            .take(1)
            .chain([&ClassId::NUMBER, &ClassId::OBJECT]);
        return rest.enumerate().find(|(_, c)| **c == param).map(|(d, _)| d as i64);
    }
    // The bare form is one step away, then everything wider.
    if WIDENING.get(from.wrapping_sub(1)) == Some(&param) {
        return Some(1);
    }
    let rest = WIDENING
        .iter()
        .skip(from + 1)
        .chain([&ClassId::NUMBER, &ClassId::OBJECT]);
    rest.enumerate().find(|(_, c)| **c == param).map(|(d, _)| d as i64 + 2)
}
