// A piece of a connector script; the benches of lexer, parser and lowering read it as often as they want.
if (configuration.root) {
    def users = new groovy.json.JsonSlurper().parse(new File("${configuration.root}/users.json")) // all of them
    def count = 0
    users.findAll { it.active && it.name ==~ /[a-z]+\d*/ }.each { user ->
        count += 1
        handler {
            uid user.id as String
            attribute 'email', user.emails?.getAt(0) ?: "${user.name}@example.com"
        }
    }
}
