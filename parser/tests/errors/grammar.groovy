def a = { b, c
    b + c
}
----
enum A {
    B
    C
}
----
switch (a)
    case 1: b
----
switch (a) { case 1 println b }
----
if a == b { c }
----
for i in a { b }
----
def a = {name: 'b', c: 'd'}
----
def a = b ?? c
----
def class = 1
----
else { a }
----
case 1: a
----
foo(1 2, 3)
----
def a = [1 2]
----
a + b c
----
def a = 1 def b = 2
----
try { a } catch Exception e { b }
----
def foo(a, ) { }
----
a = b +
----
[Content-Type: 'a']
----
[a: 1, 'b']
----
[a: 1, , b: 2]
----
return a, b
----
def a(int b int c) { }
