def foo(a, int b = 1, String... c) throws D, E { a }

@A(1) @B(x = [2, @C], y = { it }) <T extends U & V> List<T> foo(@D final T a) { }

void 'a name with spaces'() { }

class A<T> extends B<T> implements C, D {
    def a = 1
    private final String b, c = 'd'
    static { e }
    { f }
    A() { this(1) }
    A(int a) { super(a); g }
    abstract void h()
    def i() { j }
    static class K { }
    enum L { M }
}

interface A extends B, C { int D = 1; void e(); default f() { } }

trait A { abstract b(); def c() { } }

@interface A { String value() default 'b'; int[] c() default [1, 2] }

enum A { B, C }

enum A implements B {
    @X C(1) { def d() { } },
    E;
    final int f
    A(f = 0) { this.f = f }
}

record A(int b, String c = 'd') implements E { A { assert b } }

sealed interface A permits B, C { }

non-sealed class A implements B { }

def sealed = 1, record = 2, permits = 3, trait = 4, var = 5, yield = 6, as = 7, in = 8

var x = sealed + record

@Override
public synchronized Map<String, List<Integer>>
foo() { }

enum E3 {
    A(1),
    B(2),
    private int c
    E3(int c) { this.c = c }
}
