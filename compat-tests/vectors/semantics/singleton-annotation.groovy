@Singleton class A { int n = 0; int next() { ++n } }
println A.instance.next() + A.getInstance().next()
println A.instance.is(A.getInstance())
try { new A() } catch (e) { println e }
@Singleton(lazy = true) class B { static made = 0; { made++ } }
println B.made
println B.instance.is(B.instance)
println B.made
@Singleton(property = 'me') class C { def x = 5 }
println C.me.x + C.getMe().x
try { println C.instance } catch (MissingPropertyException e) { println e.message }
@Singleton(strict = false) class D { def y; D() { y = 3 } }
println D.instance.y + new D().y
try { A.instance = null } catch (e) { println e.class.name + ': ' + e.message }
