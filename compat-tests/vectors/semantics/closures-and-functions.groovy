// Closures inside closures are numbered with those beside them, before what stands in them.
def outer = { def inner = { def innermost = { 1 }; [innermost.class.name, delegate.class.name] }; [inner()] + [{ 2 }.class.name] }
println outer()
println({ 3 }.class.name)
// A closure's class is its own, not its owner's.
def empty = { }
println empty.class.superclass.name
java.util.function.Function next = { it + 1 }
println next.andThen({ it * 2 }).apply(3)
println next.compose({ it * 2 }).apply(3)
println(({ it + 1 } as java.util.function.Function).andThen { it * 10 }.apply(1))
java.util.function.Consumer shows = { println "first $it" }
shows.andThen({ println "then $it" }).accept('x')
def order = String.CASE_INSENSITIVE_ORDER
println order.compare('a', 'B')
println(['b', 'A', 'c'].sort(order))
def sorted = ['b', 'A', 'c']
sorted.sort(order)
println sorted
// A source of nothing but classes runs the first one's main and gives nothing.
println new GroovyShell().evaluate('class A { static main(args) { println "main ${args.length}"; 5 } }')
println new GroovyShell().run('class R implements Runnable { void run() { println "run" } }', 'R.groovy', [])
try { new GroovyShell().evaluate('class B { }') } catch (MissingMethodException e) { println e.message.readLines()[0] }
