class A extends ArrayList { def x = 5; def getProperty(String n) { n == 'y' ? 7 : super.getProperty(n) }; void setProperty(String n, v) { super.setProperty(n, v + 1) }; def m() { 9 } }
def a = new A(); a.x = 6; println a.x; println a.y
class B extends HashMap { def x = 5; def getProperty(String n) { n == 'y' ? 7 : super.getProperty(n) }; def m() { 9 } }
def b = new B(); println b.x; println b.y; b.put('x', 2); println b.x
class C extends Exception { def x = 5; def getProperty(String n) { n == 'y' ? 7 : super.getProperty(n) }; def m() { 9 } }
def c = new C(); println c.x; println c.y; println c.message
println a.getProperty('x')
println a.invokeMethod('m', null)
println c.getMetaClass() != null
println b.invokeMethod('m', null)
println b.getProperty('x')
