import org.identityconnectors.framework.common.exceptions.ConnectorException

if (!Directory.file(configuration).exists()) {
    throw new ConnectorException('directory.json is not there.')
}

def directory = new Directory(configuration)
['person', 'team'].each { type ->
    def twice = directory.entries(type).countBy { it.id }.findAll { it.value > 1 }
    if (twice) {
        throw new ConnectorException("Identifiers of class $type are used more than once: ${twice.keySet().join(', ')}")
    }
}
