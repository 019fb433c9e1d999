def a = 'it
println a
----
def a = '^\d+$'
----
def a = "cost in $"
----
def a = "Hello ${name"
println a
----
def a = “b”
----
def a = 1 – 2
----
/* never
closed
----
def a = 08
----
def a = 1_
----
def a = 9223372036854775808L
----
def a = """b
$c
----
# comment
a
