//! Constants, and literals of collections.

use super::{Frame, N, Node};
use crate::registry::ClassId;
use crate::value::{List, Map, Order, Table, Value};
use crate::{Res, Vm};

/// An `Integer`.
#[derive(Clone, Copy, Debug)]
pub struct Int(pub i32);

impl Node for Int {
    #[inline(always)]
    fn eval(&self, _: &mut Vm, _: &mut Frame) -> Res {
        Ok(Value::int(self.0))
    }

    #[inline(always)]
    fn known_int(&self, _: &Frame) -> Option<i32> {
        Some(self.0)
    }
}

/// A `Double`.
#[derive(Clone, Copy, Debug)]
pub struct Double(pub f64);

impl Node for Double {
    #[inline(always)]
    fn eval(&self, _: &mut Vm, _: &mut Frame) -> Res {
        Ok(Value::double(self.0))
    }

    #[inline(always)]
    fn known_double(&self, _: &Frame) -> Option<f64> {
        Some(self.0)
    }
}

/// A `Long`.
pub struct Long(pub i64);

impl Node for Long {
    fn eval(&self, _: &mut Vm, _: &mut Frame) -> Res {
        Ok(Value::Long(self.0))
    }
}

/// `null`.
#[derive(Clone, Copy, Debug)]
pub struct Null;

impl Node for Null {
    #[inline(always)]
    fn eval(&self, _: &mut Vm, _: &mut Frame) -> Res {
        Ok(Value::Null)
    }
}

/// `true` or `false`.
#[derive(Clone, Copy, Debug)]
pub struct Bool(pub bool);

impl Node for Bool {
    #[inline(always)]
    fn eval(&self, _: &mut Vm, _: &mut Frame) -> Res {
        Ok(Value::bool(self.0))
    }

    fn test(&self, _: &mut Vm, _: &mut Frame) -> Res<bool> {
        Ok(self.0)
    }
}

/// Any constant that the loaded program keeps as a value: texts, big numbers.
#[derive(Clone, Copy, Debug)]
pub struct Constant(pub u32);

impl Node for Constant {
    #[inline(always)]
    fn eval(&self, _: &mut Vm, fr: &mut Frame) -> Res {
        Ok(fr.unit.constant(self.0))
    }
}

/// A class, by its place in the program's table of types.
pub struct ClassConstant(pub u32);

impl Node for ClassConstant {
    fn eval(&self, _: &mut Vm, fr: &mut Frame) -> Res {
        Ok(Value::class(fr.unit.class(self.0)))
    }
}

/// An element of a list literal, of arguments, of an array's initialiser.
pub enum Item {
    /// One value.
    One(N),
    /// `*list`: its elements.
    Spread(N),
}

/// The values of items, spreads unfolded.
pub fn items(items: &[Item], vm: &mut Vm, fr: &mut Frame) -> Res<Vec<Value>> {
    let mut out = Vec::with_capacity(items.len());
    for item in items {
        match item {
            Item::One(n) => out.push(n.eval(vm, fr)?),
            Item::Spread(n) => {
                let value = n.eval(vm, fr)?;
                out.extend(vm.spread(&value)?);
            }
        }
    }
    Ok(out)
}

/// `[a, b, *c]`.
pub struct ListLiteral(pub Box<[Item]>);

impl Node for ListLiteral {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let values = items(&self.0, vm, fr)?;
        vm.tick()?;
        Ok(Value::List(List::new(values)))
    }
}

/// An entry of a map literal.
pub enum Entry {
    /// `key: value`.
    One(N, N),
    /// `*: map`.
    Spread(N),
}

/// `[a: 1, (b): 2, *: c]`, also the map that named arguments make.
pub struct MapLiteral(pub Box<[Entry]>);

impl Node for MapLiteral {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let map = Map::new(Table::sized(Order::Insertion, self.0.len()));
        vm.tick()?;
        for entry in &self.0 {
            match entry {
                Entry::One(key, value) => {
                    let key = key.eval(vm, fr)?;
                    let value = value.eval(vm, fr)?;
                    match &key {
                        // Nothing knows the map yet, so this closes no cycle.
                        Value::Str(key) => drop(map.put_str(key, value)),
                        key => drop(vm.map_put(&map, key, value)?),
                    }
                }
                Entry::Spread(other) => {
                    let other = other.eval(vm, fr)?;
                    if let Value::Map(other) = other {
                        let pairs = other.borrow().pairs();
                        for (key, value) in pairs {
                            vm.map_put(&map, &key, value)?;
                        }
                    } else if !other.is_null() {
                        return Err(vm.illegal_argument("Cannot spread the type as a map"));
                    }
                }
            }
        }
        Ok(Value::Map(map))
    }
}

/// `new int[2][3][]`.
pub struct NewArray {
    /// The type of the innermost elements.
    pub element: u32,
    /// The sizes given.
    pub sizes: Box<[N]>,
    /// How many dimensions without size follow.
    pub open: u32,
}

impl Node for NewArray {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let mut sizes = Vec::with_capacity(self.sizes.len());
        for size in &self.sizes {
            let value = size.eval(vm, fr)?;
            let cast = vm.cast(&value, ClassId::PRIMITIVE_INT)?;
            sizes.push(if let Value::Int(i) = cast { i.get() } else { 0 });
        }
        let mut element = fr.unit.class(self.element);
        for _ in 0..self.open {
            element = element.array();
        }
        vm.new_array(element, &sizes)
    }
}

/// `new int[] { 1, 2 }`.
pub struct ArrayLiteral {
    /// The type of an element.
    pub component: u32,
    /// How many dimensions the component has.
    pub dimensions: u32,
    /// The elements.
    pub items: Box<[N]>,
}

impl Node for ArrayLiteral {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let mut component = fr.unit.class(self.component);
        for _ in 0..self.dimensions {
            component = component.array();
        }
        let mut values = Vec::with_capacity(self.items.len());
        for item in &self.items {
            let value = item.eval(vm, fr)?;
            values.push(vm.cast(&value, component)?);
        }
        Ok(Value::Array(crate::value::Array::new(component, values)))
    }
}

/// `a..b` and its open forms.
pub struct RangeLiteral {
    /// The left end.
    pub from: N,
    /// The right end.
    pub to: N,
    /// Whether the left end belongs to it.
    pub from_inclusive: bool,
    /// Whether the right end belongs to it.
    pub to_inclusive: bool,
}

impl Node for RangeLiteral {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let from = self.from.eval(vm, fr)?;
        let to = self.to.eval(vm, fr)?;
        vm.new_range(from, to, self.from_inclusive, self.to_inclusive)
    }
}

/// A `Float`.
pub struct Float(pub f32);

impl Node for Float {
    fn eval(&self, _: &mut Vm, _: &mut Frame) -> Res {
        Ok(Value::float(self.0))
    }
}
