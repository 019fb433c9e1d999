a() = 1
----
1 = a
----
list.each { if (it) break }
----
continue
----
switch (a) { default: b; case 1: c }
----
x = switch (a) { case 1 -> b; case 2: c }
----
try { a }
----
assert a = b
----
def foo(a, b, a) { }
----
def foo(String... a, b) { }
----
foo(a: 1, a: 2)
----
public private def a() { }
----
final final a = 1
----
class A { }
class A { }
----
class A { foo() { } }
----
class A { A() { a; super() } }
----
class A extends B, C { }
----
interface A implements B { }
----
class A permits B { }
----
record A(int b) { int c }
----
void a = 1
----
def foo()
----
class A { void foo() }
----
if (a) { def foo() { } }
----
if (a) { import b.C }
----
class A { println 'b' }
----
int(1)
----
enum Made { A; public Made() { } }
----
x = switch (1) { case 1: return 2 }
----
record Made { int a }
----
@Grab('alone') def a
@Grab(module = 'b', version = '1') def c
@Grab(group = NAME, module = 'b', version = '1') def d
@GrabExclude('alone') def e
@Grab('group:module:1') def fine
