//! Class ids: what a call site is guarded by.

/// A class: native, script or array.
///
/// The upper four bits count array dimensions, so `T[]` needs no table. Ids below [`ClassId::SCRIPT`] are native and the same
/// in the whole process; those above belong to one interpreter.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct ClassId(pub u32);

const DIMENSION: u32 = 28;

impl ClassId {
    /// The first id of script classes.
    pub const SCRIPT: u32 = 1 << 16;
    /// No class at all: an empty call site.
    pub const NONE: ClassId = ClassId(u32::MAX);

    /// How many dimensions arrays can have. Java allows 255; what declares more is refused when it is lowered.
    pub const MAX_DIMENSIONS: u32 = 14;

    /// The class of arrays of this class; of one with as many dimensions as there can be, that class itself.
    pub const fn array(self) -> ClassId {
        if self.dimensions() >= ClassId::MAX_DIMENSIONS {
            return self;
        }
        ClassId(self.0 + (1 << DIMENSION))
    }

    /// How many dimensions an array class has; 0 for others.
    pub const fn dimensions(self) -> u32 {
        self.0 >> DIMENSION
    }

    /// The class of an array's elements; none for other classes.
    pub const fn component(self) -> Option<ClassId> {
        if self.dimensions() == 0 {
            None
        } else {
            Some(ClassId(self.0 - (1 << DIMENSION)))
        }
    }

    /// The class under all dimensions.
    pub const fn element(self) -> ClassId {
        ClassId(self.0 & ((1 << DIMENSION) - 1))
    }

    /// Whether a script declares the class.
    pub const fn is_script(self) -> bool {
        self.dimensions() == 0 && self.0 >= ClassId::SCRIPT
    }

    /// Whether it is one of Java's eight primitive types (not `void`).
    pub const fn is_primitive(self) -> bool {
        self.0 >= ClassId::PRIMITIVE_BOOLEAN.0 && self.0 <= ClassId::PRIMITIVE_DOUBLE.0
    }

    /// The class that boxes a primitive; others as they are.
    pub const fn boxed(self) -> ClassId {
        match self {
            ClassId::PRIMITIVE_BOOLEAN => ClassId::BOOLEAN,
            ClassId::PRIMITIVE_CHAR => ClassId::CHARACTER,
            ClassId::PRIMITIVE_BYTE => ClassId::BYTE,
            ClassId::PRIMITIVE_SHORT => ClassId::SHORT,
            ClassId::PRIMITIVE_INT => ClassId::INTEGER,
            ClassId::PRIMITIVE_LONG => ClassId::LONG,
            ClassId::PRIMITIVE_FLOAT => ClassId::FLOAT,
            ClassId::PRIMITIVE_DOUBLE => ClassId::DOUBLE,
            other => other,
        }
    }
}

macro_rules! fixed {
    ($($name:ident $java:literal)*) => {
        #[allow(
            non_camel_case_types,
            clippy::upper_case_acronyms,
            reason = "the variants only number the constants below"
        )]
        #[repr(u32)]
        enum Fixed { $($name),* , COUNT }
        /// Classes whose id is fixed, since the evaluator names them.
        impl ClassId {
            $(#[doc = concat!("`", $java, "`")] pub const $name: ClassId = ClassId(Fixed::$name as u32);)*
            /// The first id handed out to other native classes.
            pub const FIRST_FREE: u32 = Fixed::COUNT as u32;
            /// The fixed classes' names, by id.
            pub(crate) const FIXED: &'static [&'static str] = &[$($java),*];
        }
    };
}

fixed! {
    NULL "null"
    OBJECT "java.lang.Object"
    PRIMITIVE_BOOLEAN "boolean"
    PRIMITIVE_CHAR "char"
    PRIMITIVE_BYTE "byte"
    PRIMITIVE_SHORT "short"
    PRIMITIVE_INT "int"
    PRIMITIVE_LONG "long"
    PRIMITIVE_FLOAT "float"
    PRIMITIVE_DOUBLE "double"
    VOID "void"
    BOOLEAN "java.lang.Boolean"
    CHARACTER "java.lang.Character"
    BYTE "java.lang.Byte"
    SHORT "java.lang.Short"
    INTEGER "java.lang.Integer"
    LONG "java.lang.Long"
    FLOAT "java.lang.Float"
    DOUBLE "java.lang.Double"
    NUMBER "java.lang.Number"
    BIG_INTEGER "java.math.BigInteger"
    BIG_DECIMAL "java.math.BigDecimal"
    CLASS "java.lang.Class"
    STRING "java.lang.String"
    CHAR_SEQUENCE "java.lang.CharSequence"
    GSTRING "groovy.lang.GString"
    ITERABLE "java.lang.Iterable"
    COLLECTION "java.util.Collection"
    LIST "java.util.List"
    ARRAY_LIST "java.util.ArrayList"
    LINKED_LIST "java.util.LinkedList"
    MAP "java.util.Map"
    HASH_MAP "java.util.HashMap"
    LINKED_HASH_MAP "java.util.LinkedHashMap"
    TREE_MAP "java.util.TreeMap"
    SORTED_MAP "java.util.SortedMap"
    SET "java.util.Set"
    HASH_SET "java.util.HashSet"
    LINKED_HASH_SET "java.util.LinkedHashSet"
    TREE_SET "java.util.TreeSet"
    SORTED_SET "java.util.SortedSet"
    RANGE "groovy.lang.Range"
    INT_RANGE "groovy.lang.IntRange"
    NUMBER_RANGE "groovy.lang.NumberRange"
    OBJECT_RANGE "groovy.lang.ObjectRange"
    EMPTY_RANGE "groovy.lang.EmptyRange"
    CLOSURE "groovy.lang.Closure"
    SCRIPT_CLASS "groovy.lang.Script"
    BINDING "groovy.lang.Binding"
    GROOVY_OBJECT "groovy.lang.GroovyObject"
    ENUM "java.lang.Enum"
    RECORD "java.lang.Record"
    ANNOTATION "java.lang.annotation.Annotation"
    COMPARABLE "java.lang.Comparable"
    ITERATOR "java.util.Iterator"
    THROWABLE "java.lang.Throwable"
    ERROR "java.lang.Error"
    EXCEPTION "java.lang.Exception"
    RUNTIME_EXCEPTION "java.lang.RuntimeException"
    CLONEABLE "java.lang.Cloneable"
    SERIALIZABLE "java.io.Serializable"
    AUTO_CLOSEABLE "java.lang.AutoCloseable"
    LAZY_MAP "org.apache.groovy.json.internal.LazyMap"
}
