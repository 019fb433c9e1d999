// Where no method fits, a name with a setter and no getter is read as a property, and cannot be.
class Lamp {
    void setLevel(int level) {}
    void setPlace(a, b) {}
    String getColour() { 'red' }
    void setColour(String colour) {}
}
def told(Closure body) {
    try { body() } catch (GroovyRuntimeException e) { "${e.class.simpleName}: ${e.message.readLines()[0]}" }
}
println told { new Lamp().level('x') }
println told { new Lamp().level() }
println told { new Lamp().place(1) }
println told { new Lamp().colour(1) }
println told { new Lamp().level }
println told { new Lamp().with { level(3) } }
println told { new StringBuilder('abc').length(3) }
