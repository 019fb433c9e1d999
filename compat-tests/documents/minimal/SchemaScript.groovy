builder.schema {
    objectClass {

    }
}
