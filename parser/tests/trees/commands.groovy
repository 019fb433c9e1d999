println a

println a, b: c, *d

a b c d e

a b.c d

a(1) b c

a { b } c d

a b c(1) d[2] e

x = y z

def x = f 1, 2

if (f a) g b

turn left then right

move 10, left: 2

println -1

println !a

println [1, 2], 3

println (1), 2

a b, c d

a.b c, d

x.each (e) -> println(e)

a 'b' c

a "b$c" d

foo 1.2 'x'

id String.class, REQUIRED

return f(1)

// The first of several arguments may be a closure or be spread.
publish { a }, mode: 'b'
bridge *classes, 'c'
record Made { d: 1 }
record(e: 2)
