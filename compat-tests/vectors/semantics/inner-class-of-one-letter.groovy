// A class of one capital is a class, not a type parameter.
class A {
    class B {
        def f() { 'f' }
    }
    def g() { new B().f() }
    static class C<T> {
        T h(T t) { t }
    }
}
println new A().g()
A.B b = null
println new A.C<String>().h('h')
