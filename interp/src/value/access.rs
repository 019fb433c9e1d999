//! What may be done to a collection.

/// Java's many kinds of lists, sets and maps share one representation each; what they refuse is told by this.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Access {
    /// Anything: `ArrayList`, `LinkedHashMap`, `TreeSet`.
    Full,
    /// Taking elements away, but not adding any: `map.keySet()`.
    Removing,
    /// Overwriting elements, but neither adding nor removing: `Arrays.asList(…)`.
    Overwriting,
    /// Nothing: `List.of(…)`, `Collections.unmodifiableMap(…)`.
    ReadOnly,
}

impl Access {
    /// May elements be added?
    pub fn adds(self) -> bool {
        self == Access::Full
    }

    /// May elements be removed?
    pub fn removes(self) -> bool {
        matches!(self, Access::Full | Access::Removing)
    }

    /// May elements be replaced?
    pub fn overwrites(self) -> bool {
        matches!(self, Access::Full | Access::Overwriting)
    }
}
