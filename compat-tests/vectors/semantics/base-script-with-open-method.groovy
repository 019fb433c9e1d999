@groovy.transform.BaseScript(Base)
import groovy.transform.BaseScript
abstract class Base extends Script {
    def greet(x) { "hello $x" }
    abstract def main()
    def run() {
        println 'before'
        def answer = main()
        println "after $answer"
        5
    }
}
println greet('a')
7
