import groovy.json.JsonSlurper
import org.identityconnectors.framework.common.FrameworkUtil

def jsonSlurper = new JsonSlurper()

switch (objectClass.objectClassValue) {
        case 'users':
            def json = new File('/var/lib/rcs/users.json')
            def resources = json.exists() ? (jsonSlurper.parse(json)).Resources : []

            def uuid = FrameworkUtil.getUidIfGetOperation(filter)

            if (uuid) {
                // GET the matching resource.
                def resource = resources.find {
                    it.id == uuid.uidValue
                }

                if (resource) {
                    handler {
                        uid resource.id
                        id resource.userName
                        attribute 'active', !!resource.active
                        attribute 'displayName', resource.displayName
                        attribute 'givenName', resource.name.givenName
                        attribute 'middleName', resource.name.middleName
                        attribute 'familyName', resource.name.familyName
                        attribute 'primaryEmail', (resource.emails.find { it.primary })?.value
                        attribute 'secondaryEmail', (resource.emails.find { !it.primary })?.value
                    }
                }
            }

            break
}
