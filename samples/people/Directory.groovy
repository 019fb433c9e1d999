import groovy.json.JsonSlurper

/**
 * The data behind the connector: a JSON file beside the scripts.
 */
class Directory {
    private final Map data

    Directory(configuration) {
        data = new JsonSlurper().parse(file(configuration)) as Map
    }

    static File file(configuration) {
        new File(configuration.scriptRoots.first(), 'directory.json')
    }

    /** The entries of an object class. */
    List entries(String type) {
        switch (type) {
            case 'person': return data.people
            case 'team': return data.teams
            default: throw new UnsupportedOperationException("Object class $type is not supported.")
        }
    }

    /** What has been removed from an object class: identifiers with the number of the change. */
    List removed(String type) {
        data.removed.findAll { it.type == type }
    }

    /** The number of the last change to an object class. */
    int lastChange(String type) {
        (entries(type) + removed(type))*.change.max() ?: 0
    }

    /** The value of an attribute, by its ICF name. */
    static value(Map entry, String name) {
        switch (name) {
            case '__UID__': return entry.id
            case '__NAME__': return entry.login ?: entry.name
            default: return entry[name]
        }
    }

    /** The attributes of an entry that the schema knows, without uid and name. */
    static Map attributes(Map entry) {
        entry.findAll { !(it.key in ['id', 'login', 'change']) }
    }
}
