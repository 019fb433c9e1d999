for (make in [{ new Optional() }, { new UUID() }]) {
    try {
        println make()
    } catch (GroovyRuntimeException e) {
        println e.message.readLines().first()
    }
}
class Mine extends Script { def run() { 5 } }
println new Mine().run()
