class M implements Map {
  int size() { 0 }; boolean isEmpty() { false }; boolean containsKey(k) { true }; boolean containsValue(v) { false }; def get(k) { "entry " + k }; def put(k, v) { null }; def remove(k) { null }; void putAll(Map m) { }; void clear() { }; Set keySet() { [] as Set }; Collection values() { [] }; Set entrySet() { [] as Set }
  def getFoo() { 'getter' }
  def look() { this.foo }
}
def o = new M()
for (i in 0..2) println o.foo
println o.look()
class N extends LinkedHashMap { def getFoo() { 'getter' }; def bar = 3; def look() { foo } }
def n = new N(); n.put('foo', 'entry')
for (i in 0..2) println n.foo
println n.look()
println n.bar
class L extends ArrayList { def getFoo() { 'getter' }; boolean add(x) { super.add(x.toString() + '!') } }
def l = new L(); l.add 'a'; l << 'b'
for (i in 0..2) { println l.foo; println l.empty; println l.size(); l.addAll(['q']); println l }
class L2 extends L { def last() { super.get(0) } }
def l2 = new L2(); l2.add(1)
for (i in 0..2) { println l2.last(); println l2.collect { it }; println l2.get(0); println l2.class; println l2.contains('1!') }
class E2 extends Exception { E2(m) { super(m) } }
class E3 extends E2 { E3(m) { super(m) }; String getMessage() { 'x' + super.getMessage() } }
for (i in 0..2) println new E3('m').message
class P extends ArrayList { def f() { super.plus(0, [1]) }; def g() { super.swap(0, 1) }; def h() { super.first() }; def k() { super.collect { it + 1 } }; def s() { super.toString() }; def c() { super.getClass() }; def e(o) { super.equals(o) } ; def hh() { super.hashCode() }; def it() { super.each { print it }; println() } }
def p = new P(); p.addAll([1, 2, 3])
println p.f(); println p.g(); println p.h(); println p.k(); println p.s(); println p.c(); println p.e([2,1,3]); println p.hh(); p.it()
class Q extends TreeMap { def f() { super.find { it.key } }; def g() { super.getAt('a') }; def h() { super.firstKey() }; def k() { super.size() }; def s() { super.toString() } ; def put(k, v) { super.put(k, v + 1) } }
def q = new Q(); q.put('a', 1); q['b'] = 2
println q.f(); println q.g(); println q.h(); println q.k(); println q.s()
