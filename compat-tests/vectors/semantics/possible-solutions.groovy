def t(Closure c) { try { c() } catch (e) { println e.message } }
class Dog { String name; int age; boolean good; static int legs; final id = 1; def bark(int times = 1) { }; def barkAt(Dog other, String s) { }; private hidden() { }; static make() { } }
class Pup extends Dog { def toy; def getName2() { }; def setWonly(x) { } }
enum Level { LOW, HIGH; def q }
t { new Dog().brak() }
t { new Dog().bark('x') }
t { new Dog().Bark() }
t { new Dog().getname() }
t { new Dog().setAge('x', 1) }
t { new Dog().setId(2) }
t { Dog.mak() }
t { Dog.bark(1, 2) }
t { new Dog().nam }
t { new Dog().nam = 1 }
t { new Dog(nme: 1) }
t { new Pup().nam }
t { new Pup().xxxxxxxxxxxx }
t { Dog.leg }
t { Level.LOWW }
t { Level.LOW.orinal() }
t { 'abc'.siz() }
t { 'abc'.toUppercase() }
t { 'abc'.lenght() }
t { 'abc'.byte }
t { new Date(0).tim }
t { ({ -> 1 })(1, 2) }
t { ({ it })(1, 2) }
t { ({ a, String b -> })(1) }
t { helper(1, 2) }
t { helpr() }
t { bindin }
t { [new Pup()].nam }
def helper(String s) { }
unknown1(5)
