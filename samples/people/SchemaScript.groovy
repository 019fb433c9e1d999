import static org.identityconnectors.framework.common.objects.AttributeInfo.Flags.MULTIVALUED
import static org.identityconnectors.framework.common.objects.AttributeInfo.Flags.NOT_RETURNED_BY_DEFAULT
import static org.identityconnectors.framework.common.objects.AttributeInfo.Flags.NOT_UPDATEABLE
import static org.identityconnectors.framework.common.objects.AttributeInfo.Flags.REQUIRED

builder.schema {
    objectClass {
        type 'person'
        attributes {
            givenName()
            familyName REQUIRED
            active Boolean.class
            hired NOT_UPDATEABLE
            floor Integer.class
            mail MULTIVALUED
            phone Map.class
            notes NOT_RETURNED_BY_DEFAULT
        }
    }

    objectClass {
        type 'team'
        attributes {
            name REQUIRED
            members MULTIVALUED
        }
    }
}
