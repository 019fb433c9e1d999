-1 + 2 * 3 - 4 ** -2

a - b + c * d / e % f

-a ** b

!a ** b

!x instanceof Foo && y in z || w !in v

a as int + 1 as String

a << b >> c >>> d

1..<a.size() + 1

a <=> b == c

a =~ /b\/c/ ==~ $/d$/e$$/$

a ? b : c ?: d ? e : f

a = b += c ?= d

(a) = [1]

(a, b) = c

((a.b)).c = d

x++ + ++y - --z

(String) x + (int) -y

(a) - b

(a.b)()

a.b(1) { it }.c[1]?.d

a??.b.c[1]*.d

a.@b + a?.@c

this.&foo + Foo::new + HashMap<String, List<Integer>>::new

a."b c"(d)."$e"."f${g}h"(i).(j)

"$a"(1) + 'b'(2)

f(1)(2)[3](4)

f { a -> b } { c }

f(1) { a } { -> b }

super.foo(1)

int.class + String[].class + int[]

new A<B>(1, c: 2) { def x = 1; void y() { } }

new int[3][n][]

new String[] {'a', 'b',}

new a.b.C().new D(1)

[1, *b, [2,], [:]]

[a: 1, (b): 2, "c": 3, "d$e": 4, *: f, class: 5, 6: 7]

f(*a, *: b, c: d, e)

"a$b.c d${e(1)}f${-> g}${it -> h}${}"

"${def x = 1; x}"

'\u0041\101\n\t\\\'\$'

'''a
b \
c'''

"\ud83d\ude00 \ud83d"

(a, b = 1) -> { a + b }

def f = x -> y -> x + y

{ int a, String... b -> }

{ -> }

0xFFL + 0b1010 + 017g + 1_000i + 1.5e-3f + 2d + .5

a.<String>b(c)

x = switch (a) { case 1, 2 -> b; case 3 -> { yield c }; default -> throw d }

x = switch (a) { case 1: yield b; default: yield c }

// Types with arguments as values.
f(A<B>)
g(a: A<B>, b: [A<?>, C<D, E<F>>])
x = A<B>
y = A<B>
    .c()
