// Each evaluation has a name of its own and fresh static fields, also of a text that was evaluated before.
def shell = new GroovyShell()
println((1..3).collect { shell.evaluate('this.class.name') })
println((1..3).collect { Eval.me('class A { static int n = 5; static l = [] }; A.n++; A.l << 1; [A.n, A.l.size()]') })
def made = (1..3).collect { shell.evaluate('class B { static n = 0; int next() { n++ } }; new B()') }
println made*.next()
println made*.next()
def classes = (1..2).collect { shell.evaluate('class C { static n = 0 }; C') }
classes[0].n = 7
println classes*.n
println classes[0] == classes[1]
2.times {
    try {
        shell.evaluate("def f() { throw new Exception('x') }\nf()")
    } catch (e) {
        println e.stackTrace.findAll { it.fileName?.startsWith('Script') }
    }
}
def counters = (1..3).collect { shell.evaluate('def n = 0; return { -> n++ + this.class.name }') }
println counters*.call()
println counters*.call()
def text = 'n-- > 0 ? shell.evaluate(text) + 1 : 0'
def binding = new Binding(n: 20, text: text)
binding.shell = new GroovyShell(binding)
println binding.shell.evaluate(text)
println shell.evaluate('package a.b; this.class.name')
println shell.evaluate('package a.b; this.class.name')
