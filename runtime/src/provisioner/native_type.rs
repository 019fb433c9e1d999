//! The names that IDM gives to Java types (`nativeType`), and the JSON type that each shows as.

use super::JsonType;

/// A Java type that an attribute can have, with IDM's name for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NativeType {
    name: &'static str,
    class: &'static str,
    json: JsonType,
}

const fn native(name: &'static str, class: &'static str, json: JsonType) -> NativeType {
    NativeType { name, class, json }
}

/// Every type, the one that stands for a JSON type before the others.
const TYPES: [NativeType; 31] = [
    native("string", "java.lang.String", JsonType::String),
    native("boolean", "java.lang.Boolean", JsonType::Boolean),
    native("integer", "java.lang.Integer", JsonType::Integer),
    native("number", "java.lang.Number", JsonType::Number),
    native("object", "java.util.Map", JsonType::Object),
    native("array", "java.util.List", JsonType::Array),
    native("any", "java.lang.Object", JsonType::String),
    native("JAVA_TYPE_BIGDECIMAL", "java.math.BigDecimal", JsonType::Number),
    native("JAVA_TYPE_BIGINTEGER", "java.math.BigInteger", JsonType::Number),
    native("JAVA_TYPE_PRIMITIVE_BOOLEAN", "boolean", JsonType::Boolean),
    native("JAVA_TYPE_BYTE_ARRAY", "[B", JsonType::String),
    native("JAVA_TYPE_CHAR", "char", JsonType::String),
    native("JAVA_TYPE_CHARACTER", "java.lang.Character", JsonType::String),
    native("JAVA_TYPE_PRIMITIVE_DOUBLE", "double", JsonType::Number),
    native("JAVA_TYPE_DOUBLE", "java.lang.Double", JsonType::Number),
    native("JAVA_TYPE_FILE", "java.io.File", JsonType::String),
    native("JAVA_TYPE_PRIMITIVE_FLOAT", "float", JsonType::Number),
    native("JAVA_TYPE_FLOAT", "java.lang.Float", JsonType::Number),
    native(
        "JAVA_TYPE_GUARDEDBYTEARRAY",
        "org.identityconnectors.common.security.GuardedByteArray",
        JsonType::String,
    ),
    native(
        "JAVA_TYPE_GUARDEDSTRING",
        "org.identityconnectors.common.security.GuardedString",
        JsonType::String,
    ),
    native("JAVA_TYPE_INT", "int", JsonType::Integer),
    native("JAVA_TYPE_PRIMITIVE_LONG", "long", JsonType::Number),
    native("JAVA_TYPE_LONG", "java.lang.Long", JsonType::Number),
    native(
        "JAVA_TYPE_NAME",
        "org.identityconnectors.framework.common.objects.Name",
        JsonType::String,
    ),
    native(
        "JAVA_TYPE_OBJECTCLASS",
        "org.identityconnectors.framework.common.objects.ObjectClass",
        JsonType::String,
    ),
    native(
        "JAVA_TYPE_QUALIFIEDUID",
        "org.identityconnectors.framework.common.objects.QualifiedUid",
        JsonType::String,
    ),
    native(
        "JAVA_TYPE_SCRIPT",
        "org.identityconnectors.common.script.Script",
        JsonType::String,
    ),
    native(
        "JAVA_TYPE_UID",
        "org.identityconnectors.framework.common.objects.Uid",
        JsonType::String,
    ),
    native("JAVA_TYPE_URI", "java.net.URI", JsonType::String),
    native("JAVA_TYPE_BYTE", "java.lang.Byte", JsonType::Number),
    native("JAVA_TYPE_PRIMITIVE_BYTE", "byte", JsonType::String),
];

impl NativeType {
    /// The type that IDM calls so; `JAVA_TYPE_DATE` reads as text.
    pub fn named(name: &str) -> Option<Self> {
        let name = if name == "JAVA_TYPE_DATE" { "string" } else { name };
        TYPES.into_iter().find(|native| native.name == name)
    }

    /// The type of a Java class (`java.lang.String`, `int`, `[B`).
    pub fn of_class(class: &str) -> Option<Self> {
        TYPES.into_iter().find(|native| native.class == class)
    }

    /// The type that a JSON type means where no native type is given.
    pub fn of_json(json: JsonType) -> Option<Self> {
        TYPES.into_iter().find(|native| native.json == json)
    }

    /// IDM's name.
    pub fn name(self) -> &'static str {
        self.name
    }

    /// The Java class.
    pub fn class(self) -> &'static str {
        self.class
    }

    /// The JSON type that its values show as.
    pub fn json(self) -> JsonType {
        self.json
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_classes_are_unambiguous() {
        for native in TYPES {
            assert_eq!(NativeType::named(native.name), Some(native));
            assert_eq!(NativeType::of_class(native.class), Some(native));
        }
        assert_eq!(
            NativeType::named("JAVA_TYPE_DATE").map(NativeType::class),
            Some("java.lang.String")
        );
        assert_eq!(NativeType::named("text"), None);
    }
}
