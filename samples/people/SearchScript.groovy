import org.identityconnectors.framework.common.objects.SearchResult

/** Whether a value stands in the relation to the text of the query. Numbers compare as numbers, texts in any case. */
boolean holds(String operation, value, String text) {
    if (value == null) {
        return false
    }
    def order = value instanceof Number && text.isNumber()
        ? value <=> (text as BigDecimal)
        : value.toString().compareToIgnoreCase(text)
    switch (operation) {
        case 'EQUALS': return order == 0
        case 'GREATERTHAN': return order > 0
        case 'GREATERTHANOREQUAL': return order >= 0
        case 'LESSTHAN': return order < 0
        case 'LESSTHANOREQUAL': return order <= 0
        case 'CONTAINS': return value.toString().containsIgnoreCase(text)
        case 'STARTSWITH': return value.toString().startsWithIgnoreCase(text)
        case 'ENDSWITH': return value.toString().endsWithIgnoreCase(text)
        default: throw new UnsupportedOperationException("Operation $operation is not supported.")
    }
}

/** Whether an entry matches the query; one value of several is enough. */
boolean matches(Map entry, Map query) {
    if (!query) {
        return true
    }
    def result
    switch (query.operation) {
        case 'AND':
            result = matches(entry, query.left) && matches(entry, query.right)
            break
        case 'OR':
            result = matches(entry, query.left) || matches(entry, query.right)
            break
        case 'PRESENT':
            result = Directory.value(entry, query.left) != null
            break
        default:
            def value = Directory.value(entry, query.left)
            result = (value instanceof List ? value : [value]).any { holds(query.operation, it, query.right) }
    }
    query.not ? !result : result
}

def directory = new Directory(configuration)
def wanted = query()
def found = directory.entries(objectClass.objectClassValue).findAll { matches(it, wanted) }
log.ok 'Found {0} objects of class {1}', found.size(), objectClass.objectClassValue

// Sorting by several keys: the last key first. The identifier makes the order of a page stable.
def keys = (options.sortKeys ?: []) as List
if (options.pageSize) {
    keys << new SortKey(Uid.NAME, true)
}
keys.reverse().each { key ->
    found = found.sort(false) { a, b ->
        def order = Directory.value(a, key.field) <=> Directory.value(b, key.field)
        key.ascendingOrder ? order : -order
    }
}

def cookie = null
if (options.pageSize) {
    if (options.pagedResultsCookie) {
        def last = new String(options.pagedResultsCookie.decodeBase64Url())
        found = found.drop(found.findIndexOf { it.id == last } + 1)
    } else if (options.pagedResultsOffset) {
        found = found.drop(options.pagedResultsOffset)
    }
    if (found.size() > options.pageSize) {
        found = found.take(options.pageSize)
        cookie = found.last().id.bytes.encodeBase64Url().toString()
    }
}

found.each { entry ->
    handler {
        uid entry.id
        id Directory.value(entry, Name.NAME)
        Directory.attributes(entry).each { name, value -> attribute name, value }
    }
}

new SearchResult(cookie, -1)
