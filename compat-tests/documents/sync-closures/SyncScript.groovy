def nameValue = 'guides'
def uidValue = 7
def gidValue = 1007
def descriptionValue = 'Tour Guides'

// CREATE
handler({
    syncToken 15
    CREATE()
    object {
        id nameValue
        uid uidValue as String
        objectClass ObjectClass.GROUP
        attribute 'gid', gidValue
        attribute 'description', descriptionValue
    }
})

uidValue = '8'

// DELETE
handler({
    syncToken 16
    DELETE(uidValue)
})

return new SyncToken(16)
