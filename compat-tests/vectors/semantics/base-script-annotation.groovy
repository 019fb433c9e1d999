import groovy.transform.BaseScript
abstract class Base extends Script {
    String kind = 'n'
    def greet(x) { "hello $x" }
}
@BaseScript Base base
println greet('a')
println base.is(this)
println kind
base.kind = 'q'
println kind
println this.class.superclass
base = null
println base
