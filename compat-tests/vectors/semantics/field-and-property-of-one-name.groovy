class X { def foo = 3; public foo; public bar; def bar = 4; private String baz; String baz = 'z'; protected int q = 9; int q }
def x = new X()
println([x.foo, x.bar, x.baz, x.q, x.@baz, x.@q])
x.foo = 7; println x.foo; x.baz = 'w'; println x.@baz
