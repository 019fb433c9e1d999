//! The operations of the service provider interface and of the API: to scripts they are classes without instances.

use rovy_interp::registry::{Class, ClassId, interface};
use rovy_interp::value::Value;

macro_rules! operations {
    ($($name:ident $java:literal)*) => {
        $(#[doc = concat!("`", $java, "`")] pub static $name: Class = interface($java);)*
        /// All of them.
        pub static CLASSES: &[&Class] = &[$(&$name),*];
    };
}

operations! {
    SPI_OPERATION "org.identityconnectors.framework.spi.operations.SPIOperation"
    AUTHENTICATE_OP "org.identityconnectors.framework.spi.operations.AuthenticateOp"
    CREATE_OP "org.identityconnectors.framework.spi.operations.CreateOp"
    DELETE_OP "org.identityconnectors.framework.spi.operations.DeleteOp"
    RESOLVE_USERNAME_OP "org.identityconnectors.framework.spi.operations.ResolveUsernameOp"
    SCHEMA_OP "org.identityconnectors.framework.spi.operations.SchemaOp"
    SCRIPT_ON_CONNECTOR_OP "org.identityconnectors.framework.spi.operations.ScriptOnConnectorOp"
    SCRIPT_ON_RESOURCE_OP "org.identityconnectors.framework.spi.operations.ScriptOnResourceOp"
    SEARCH_OP "org.identityconnectors.framework.spi.operations.SearchOp"
    SYNC_OP "org.identityconnectors.framework.spi.operations.SyncOp"
    TEST_OP "org.identityconnectors.framework.spi.operations.TestOp"
    UPDATE_OP "org.identityconnectors.framework.spi.operations.UpdateOp"
    UPDATE_ATTRIBUTE_VALUES_OP "org.identityconnectors.framework.spi.operations.UpdateAttributeValuesOp"
    AUTHENTICATION_API_OP "org.identityconnectors.framework.api.operations.AuthenticationApiOp"
    CREATE_API_OP "org.identityconnectors.framework.api.operations.CreateApiOp"
    DELETE_API_OP "org.identityconnectors.framework.api.operations.DeleteApiOp"
    GET_API_OP "org.identityconnectors.framework.api.operations.GetApiOp"
    RESOLVE_USERNAME_API_OP "org.identityconnectors.framework.api.operations.ResolveUsernameApiOp"
    SCHEMA_API_OP "org.identityconnectors.framework.api.operations.SchemaApiOp"
    SCRIPT_ON_CONNECTOR_API_OP "org.identityconnectors.framework.api.operations.ScriptOnConnectorApiOp"
    SCRIPT_ON_RESOURCE_API_OP "org.identityconnectors.framework.api.operations.ScriptOnResourceApiOp"
    SEARCH_API_OP "org.identityconnectors.framework.api.operations.SearchApiOp"
    SYNC_API_OP "org.identityconnectors.framework.api.operations.SyncApiOp"
    TEST_API_OP "org.identityconnectors.framework.api.operations.TestApiOp"
    UPDATE_API_OP "org.identityconnectors.framework.api.operations.UpdateApiOp"
    VALIDATE_API_OP "org.identityconnectors.framework.api.operations.ValidateApiOp"
}

/// The operations of the API that a schema speaks of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ApiOp {
    /// `AuthenticationApiOp`.
    Authentication,
    /// `CreateApiOp`.
    Create,
    /// `DeleteApiOp`.
    Delete,
    /// `GetApiOp`.
    Get,
    /// `ResolveUsernameApiOp`.
    ResolveUsername,
    /// `SearchApiOp`.
    Search,
    /// `SyncApiOp`.
    Sync,
    /// `UpdateApiOp`.
    Update,
    /// `ScriptOnConnectorApiOp`.
    ScriptOnConnector,
    /// `ScriptOnResourceApiOp`.
    ScriptOnResource,
}

impl ApiOp {
    /// The operations that an object class can support.
    pub const FOR_CLASSES: [ApiOp; 8] = [
        ApiOp::Authentication,
        ApiOp::Create,
        ApiOp::Delete,
        ApiOp::Get,
        ApiOp::ResolveUsername,
        ApiOp::Search,
        ApiOp::Sync,
        ApiOp::Update,
    ];

    /// The operations that an option can be for.
    pub const FOR_OPTIONS: [ApiOp; 10] = [
        ApiOp::Authentication,
        ApiOp::Create,
        ApiOp::Delete,
        ApiOp::Get,
        ApiOp::ResolveUsername,
        ApiOp::Search,
        ApiOp::Sync,
        ApiOp::Update,
        ApiOp::ScriptOnConnector,
        ApiOp::ScriptOnResource,
    ];

    /// Its class.
    pub fn class(self) -> &'static Class {
        match self {
            ApiOp::Authentication => &AUTHENTICATION_API_OP,
            ApiOp::Create => &CREATE_API_OP,
            ApiOp::Delete => &DELETE_API_OP,
            ApiOp::Get => &GET_API_OP,
            ApiOp::ResolveUsername => &RESOLVE_USERNAME_API_OP,
            ApiOp::Search => &SEARCH_API_OP,
            ApiOp::Sync => &SYNC_API_OP,
            ApiOp::Update => &UPDATE_API_OP,
            ApiOp::ScriptOnConnector => &SCRIPT_ON_CONNECTOR_API_OP,
            ApiOp::ScriptOnResource => &SCRIPT_ON_RESOURCE_API_OP,
        }
    }

    /// `SearchApiOp` and so on.
    pub fn name(self) -> &'static str {
        self.class().simple_name()
    }

    /// [`ApiOp::of`] a class that is a value; nothing for other values.
    pub fn of_value(class: &Value) -> Vec<ApiOp> {
        class.as_class().map(ApiOp::of).unwrap_or_default()
    }

    /// The operation of a class of the API.
    pub fn named(class: ClassId) -> Option<ApiOp> {
        ApiOp::FOR_OPTIONS.into_iter().find(|op| op.class().id() == class)
    }

    /// What an operation of the service provider interface stands for; nothing for those that no schema speaks of.
    pub fn of(class: ClassId) -> Vec<ApiOp> {
        let provider: [(&Class, &[ApiOp]); 10] = [
            (&AUTHENTICATE_OP, &[ApiOp::Authentication]),
            (&CREATE_OP, &[ApiOp::Create]),
            (&DELETE_OP, &[ApiOp::Delete]),
            (&RESOLVE_USERNAME_OP, &[ApiOp::ResolveUsername]),
            (&SEARCH_OP, &[ApiOp::Search, ApiOp::Get]),
            (&SYNC_OP, &[ApiOp::Sync]),
            (&UPDATE_OP, &[ApiOp::Update]),
            (&UPDATE_ATTRIBUTE_VALUES_OP, &[ApiOp::Update]),
            (&SCRIPT_ON_CONNECTOR_OP, &[ApiOp::ScriptOnConnector]),
            (&SCRIPT_ON_RESOURCE_OP, &[ApiOp::ScriptOnResource]),
        ];
        let found = provider.into_iter().find(|(op, _)| op.id() == class);
        found.map_or(Vec::new(), |(_, ops)| ops.to_vec())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_is_a_read_too() {
        assert_eq!(ApiOp::of(SEARCH_OP.id()), [ApiOp::Search, ApiOp::Get]);
        assert_eq!(ApiOp::named(SYNC_API_OP.id()), Some(ApiOp::Sync));
        assert!(ApiOp::of(SYNC_API_OP.id()).is_empty());
        assert!(ApiOp::of(TEST_OP.id()).is_empty());
    }
}
