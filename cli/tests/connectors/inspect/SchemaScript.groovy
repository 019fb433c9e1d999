builder.schema {
    objectClass {
        type 'users'
        attributes {
            active Boolean.class
            givenName()
            familyName()
            primaryEmail()
            age Integer.class
            size Long.class
            weight Double.class
            name Map.class
        }
    }
}
