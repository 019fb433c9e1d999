import org.forgerock.openicf.connectors.groovy.OperationType
import org.forgerock.openicf.connectors.groovy.ScriptedConfiguration
import org.identityconnectors.common.logging.Log

def operation = operation as OperationType
def configuration = configuration as ScriptedConfiguration
def log = log as Log
def objectClass = objectClass as ObjectClass
def options = options as OperationOptions
def token = token as Object

switch (operation) {
case OperationType.SYNC:
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
                delegate.objectClass ObjectClass.GROUP
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
case OperationType.GET_LATEST_SYNC_TOKEN:
        switch (objectClass) {
            case ObjectClass.ACCOUNT:
                return new SyncToken(17);
            case ObjectClass.GROUP:
                return new SyncToken(16);
            case ObjectClass.ALL:
                return new SyncToken(17);
// ....
        }
}
