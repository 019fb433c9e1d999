//! The annotation types of Groovy and Java, so that imports of them resolve. What an annotation does is up to lowering, which
//! knows it by its simple name; many say nothing at run time.

use crate::enumeration;
use crate::registry::{Class, interface};

/// `java.lang.annotation.Annotation`.
pub static ANNOTATION: Class = interface("java.lang.annotation.Annotation");

macro_rules! annotations {
    ($($name:ident $java:literal)*) => {
        $(#[doc = concat!("`", $java, "`")] static $name: Class = interface($java).implements(&[&ANNOTATION]);)*
        /// All of them, and the enums that are their values.
        pub static CLASSES: &[&Class] = &[
            &ANNOTATION, &RETENTION_POLICY, &ELEMENT_TYPE, &TYPE_CHECKING_MODE, &AUTO_CLONE_STYLE, &DEFAULTS_MODE,
            $(&$name),*
        ];
    };
}

enumeration! {
    /// `java.lang.annotation.RetentionPolicy`.
    RETENTION_POLICY "java.lang.annotation.RetentionPolicy" { "SOURCE" "CLASS" "RUNTIME" }
}

enumeration! {
    /// `java.lang.annotation.ElementType`.
    ELEMENT_TYPE "java.lang.annotation.ElementType" {
        "TYPE" "FIELD" "METHOD" "PARAMETER" "CONSTRUCTOR" "LOCAL_VARIABLE" "ANNOTATION_TYPE" "PACKAGE" "TYPE_PARAMETER"
        "TYPE_USE" "MODULE" "RECORD_COMPONENT"
    }
}

enumeration! {
    /// `groovy.transform.TypeCheckingMode`.
    TYPE_CHECKING_MODE "groovy.transform.TypeCheckingMode" { "PASS" "SKIP" }
}

enumeration! {
    /// `groovy.transform.AutoCloneStyle`.
    AUTO_CLONE_STYLE "groovy.transform.AutoCloneStyle" { "CLONE" "SIMPLE" "COPY_CONSTRUCTOR" "SERIALIZATION" }
}

enumeration! {
    /// `groovy.transform.DefaultsMode`.
    DEFAULTS_MODE "groovy.transform.DefaultsMode" { "OFF" "AUTO" "ON" }
}

annotations! {
    CATEGORY "groovy.lang.Category"
    DELEGATE "groovy.lang.Delegate"
    DELEGATES_TO "groovy.lang.DelegatesTo"
    DELEGATES_TO_TARGET "groovy.lang.DelegatesTo$Target"
    GRAB "groovy.lang.Grab"
    GRAB_CONFIG "groovy.lang.GrabConfig"
    GRAB_EXCLUDE "groovy.lang.GrabExclude"
    GRAB_RESOLVER "groovy.lang.GrabResolver"
    GRAPES "groovy.lang.Grapes"
    GROOVYDOC "groovy.lang.Groovydoc"
    LAZY "groovy.lang.Lazy"
    MIXIN "groovy.lang.Mixin"
    NEWIFY "groovy.lang.Newify"
    SINGLETON "groovy.lang.Singleton"
    ASTTEST "groovy.transform.ASTTest"
    ANNOTATION_COLLECTOR "groovy.transform.AnnotationCollector"
    AUTO_CLONE "groovy.transform.AutoClone"
    AUTO_EXTERNALIZE "groovy.transform.AutoExternalize"
    AUTO_FINAL "groovy.transform.AutoFinal"
    AUTO_IMPLEMENT "groovy.transform.AutoImplement"
    BASE_SCRIPT "groovy.transform.BaseScript"
    CANONICAL "groovy.transform.Canonical"
    COMPILE_DYNAMIC "groovy.transform.CompileDynamic"
    COMPILE_STATIC "groovy.transform.CompileStatic"
    CONDITIONAL_INTERRUPT "groovy.transform.ConditionalInterrupt"
    EQUALS_AND_HASH_CODE "groovy.transform.EqualsAndHashCode"
    EXTERNALIZE_METHODS "groovy.transform.ExternalizeMethods"
    EXTERNALIZE_VERIFIER "groovy.transform.ExternalizeVerifier"
    FIELD "groovy.transform.Field"
    FINAL "groovy.transform.Final"
    GENERATED "groovy.transform.Generated"
    IMMUTABLE "groovy.transform.Immutable"
    IMMUTABLE_BASE "groovy.transform.ImmutableBase"
    IMMUTABLE_OPTIONS "groovy.transform.ImmutableOptions"
    IMMUTABLE_PROPERTIES "groovy.transform.ImmutableProperties"
    INDEXED_PROPERTY "groovy.transform.IndexedProperty"
    INHERIT_CONSTRUCTORS "groovy.transform.InheritConstructors"
    INTERNAL "groovy.transform.Internal"
    KNOWN_IMMUTABLE "groovy.transform.KnownImmutable"
    MAP_CONSTRUCTOR "groovy.transform.MapConstructor"
    MEMOIZED "groovy.transform.Memoized"
    NAMED_DELEGATE "groovy.transform.NamedDelegate"
    NAMED_PARAM "groovy.transform.NamedParam"
    NAMED_PARAMS "groovy.transform.NamedParams"
    NAMED_VARIANT "groovy.transform.NamedVariant"
    NON_SEALED "groovy.transform.NonSealed"
    NULL_CHECK "groovy.transform.NullCheck"
    PACKAGE_SCOPE "groovy.transform.PackageScope"
    PROPERTY_OPTIONS "groovy.transform.PropertyOptions"
    PURE "groovy.transform.Pure"
    RECORD_BASE "groovy.transform.RecordBase"
    RECORD_OPTIONS "groovy.transform.RecordOptions"
    RECORD_TYPE "groovy.transform.RecordType"
    SEALED "groovy.transform.Sealed"
    SEALED_OPTIONS "groovy.transform.SealedOptions"
    SELF_TYPE "groovy.transform.SelfType"
    SORTABLE "groovy.transform.Sortable"
    SOURCE_URI "groovy.transform.SourceURI"
    SYNCHRONIZED "groovy.transform.Synchronized"
    TAIL_RECURSIVE "groovy.transform.TailRecursive"
    THREAD_INTERRUPT "groovy.transform.ThreadInterrupt"
    TIMED_INTERRUPT "groovy.transform.TimedInterrupt"
    TO_STRING "groovy.transform.ToString"
    TRAIT "groovy.transform.Trait"
    TUPLE_CONSTRUCTOR "groovy.transform.TupleConstructor"
    TYPE_CHECKED "groovy.transform.TypeChecked"
    VISIBILITY_OPTIONS "groovy.transform.VisibilityOptions"
    WITH_READ_LOCK "groovy.transform.WithReadLock"
    WITH_WRITE_LOCK "groovy.transform.WithWriteLock"
    BUILDER "groovy.transform.builder.Builder"
    CLOSURE_PARAMS "groovy.transform.stc.ClosureParams"
    POJO "groovy.transform.stc.POJO"
    COMMONS "groovy.util.logging.Commons"
    LOG "groovy.util.logging.Log"
    LOG4J "groovy.util.logging.Log4j"
    LOG4J2 "groovy.util.logging.Log4j2"
    PLATFORM_LOG "groovy.util.logging.PlatformLog"
    SLF4J "groovy.util.logging.Slf4j"
    BINDABLE "groovy.beans.Bindable"
    VETOABLE "groovy.beans.Vetoable"
    LISTENER_LIST "groovy.beans.ListenerList"
    DEPRECATED "java.lang.Deprecated"
    FUNCTIONAL_INTERFACE "java.lang.FunctionalInterface"
    OVERRIDE "java.lang.Override"
    SAFE_VARARGS "java.lang.SafeVarargs"
    SUPPRESS_WARNINGS "java.lang.SuppressWarnings"
    DOCUMENTED "java.lang.annotation.Documented"
    INHERITED "java.lang.annotation.Inherited"
    NATIVE "java.lang.annotation.Native"
    REPEATABLE "java.lang.annotation.Repeatable"
    RETENTION "java.lang.annotation.Retention"
    TARGET "java.lang.annotation.Target"
}
