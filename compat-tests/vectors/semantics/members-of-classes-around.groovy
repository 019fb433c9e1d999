def shown(String what, Closure action) {
    try { println "$what: ${action().inspect()}" } catch (Throwable e) { println "$what: ${e.class.name}: ${e.message}" }
}
class Outer {
    private static String shared = 'S'
    static String twice(String s) { s + s }
    static class Nested { String see() { 'n' + shared }; String call() { twice('x') } }
}
shown('static members of the outer class') { [new Outer.Nested().see(), new Outer.Nested().call()] }
class Registry { static String mode = 'boot'; static final int LIMIT = 5; static boolean open = true }
shown('accessors of static properties') { Registry.setMode('run'); [Registry.getMode(), Registry.getLIMIT(), Registry.isOpen(), new Registry().getMode()] }
class Up { private String own() { 'up' }; String ask() { own() }; static String kind() { 'Up' }; String who() { kind() } }
class Down extends Up { private String own() { 'down' }; static String kind() { 'Down' } }
shown('private and static methods are not overridden') { [new Down().ask(), new Down().who(), new Down().kind()] }
class Steps {
    static log = [];
    { log << 'block' }
    def field = note('field');
    Steps() { log << 'constructor' }
    def note(x) { log << x; x }
}
shown('fields come before blocks') { new Steps(); Steps.log }
class Broken { static int boom = Integer.parseInt('x'); static hi() { 'hi' } }
shown('a static initialiser that fails') { try { Broken.hi() } catch (ExceptionInInitializerError e) { [e.message, e.cause.class.simpleName] } }
shown('and the next use') { try { Broken.hi() } catch (NoClassDefFoundError e) { e.message } }
class Odd { String aProp = 'a'; Boolean isWrapped() { true }; boolean isPlain() { true } }
shown('odd accessors') { [new Odd().getaProp(), new Odd().plain] }
shown('no property of a wrapped boolean') { try { new Odd().wrapped } catch (MissingPropertyException e) { e.message.readLines()[0] } }
class Version implements Comparable { int n; int compareTo(o) { o instanceof Version ? n <=> o.n : n <=> (o as int) } }
shown('order with something else') { [new Version(n: 1) < 5, new Version(n: 9) > 5] }
class Money { Object asType(Class type) { type == Money ? new Money() : null } }
shown('own conversion') { def m = new Money(); [(m as Money).is(m)] }
int count = 0
def counter = new Object() { int next() { ++count }; int back() { count-- } }
shown('a captured variable counts') { counter.next(); counter.next(); [counter.back(), count] }
def add(int a, int b) { a + b }
shown('a list for its elements') { add([3, 4]) }
shown('setProperty and getProperty') { def r = new Odd(); r.setProperty('aProp', 'b'); r.getProperty('aProp') }
shown('entries') { [new MapEntry('k', 1), new MapEntry('k', 1) == new MapEntry('k', 1), new MapEntry('k', 1).key].collect { "$it" } }
shown('an empty range') { [(0..<0).class.simpleName, (3..<3).size()] }
shown('null as boolean') { [null as boolean, null as Boolean] }
