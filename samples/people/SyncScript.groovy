import org.forgerock.openicf.connectors.groovy.OperationType

def directory = new Directory(configuration)
def type = objectClass.objectClassValue

switch (operation) {
    case OperationType.GET_LATEST_SYNC_TOKEN:
        return new SyncToken(directory.lastChange(type))

    case OperationType.SYNC:
        def since = token ?: 0
        def changes = (directory.entries(type) + directory.removed(type)).findAll { it.change > since }
        changes.sort(false) { it.change }.each { entry ->
            handler {
                syncToken entry.change
                if (entry.type) {
                    DELETE(entry.id)
                } else {
                    CREATE_OR_UPDATE()
                    object {
                        uid entry.id
                        id Directory.value(entry, Name.NAME)
                        delegate.objectClass new ObjectClass(type)
                        Directory.attributes(entry).each { name, value -> attribute name, value }
                    }
                }
            }
        }
        return new SyncToken(directory.lastChange(type))
}
