switch (a) {
    case B.C
        println 1
        break
}
----
String[] a = {"x", "y"}
----
[1, 2].each { x => println x }
----
def f = (x) => x + 1
----
def class = 'x'
println a
----
println class
----
if (a == 1 and b != 2) println 1
----
for x in [1, 2] {
    println x
}
----
if (a <> 2) println 1
----
if a == 1 {
    println 1
}
----
def sql = "SELECT *
    FROM users"
