def a = ['b', 'c')
println a
----
def a = [1, 2
println a
----
foo(bar(1, 2
baz()
----
def a = { b ->
    c()

d.each { println it }
----
def a(b) {
    if (b) {
        c()
    return d

println a(1)
----
builder.schema {
    objectClass {
        type 'a'
        attributes {
            id String.class
    }
}
----
a()
}
b()
----
a(1))
----
foo { a(1 }
