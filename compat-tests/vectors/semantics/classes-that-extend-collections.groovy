// What a class inherits from a native collection works on its elements; what it overrides is heard.
class Names extends ArrayList { String toString() { 'names' } }
def n = new Names()
def tryIt(name, c) { try { println "$name ${c()}" } catch (Throwable t) { println "$name !! $t" } }
tryIt('add') { n.add('a'); n.size() }
tryIt('addAll') { n.addAll(['b', 'c']); n.size() }
tryIt('<<') { n << 'd'; n.size() }
tryIt('plus') { (n + ['z']).size() }
tryIt('remove') { n.remove('a'); n.size() }
tryIt('get') { n[0] + n.get(1) }
tryIt('set') { n[0] = 'q'; n[0] }
tryIt('each') { def s = ''; n.each { s += it }; s }
tryIt('collect') { n.collect { it * 2 } }
tryIt('contains') { n.contains('q') }
tryIt('in') { 'q' in n }
tryIt('eq') { n == n.collect() }
tryIt('removeAll') { n.removeAll { it == 'q' }; n.size() }
tryIt('leftShift2') { (n << 1 << 2).class.simpleName }
tryIt('for') { def s = ''; for (x in n) s += x; s }
tryIt('spread') { n*.toString() }
tryIt('clear') { n.clear(); n.isEmpty() }
class Reg extends LinkedHashMap { def put(k, v) { super.put("k$k" as String, v) } }
def m = new Reg()
tryIt('mput') { m.put('a', 1); m.toString() }
tryIt('midx') { m['b'] = 2; m.toString() }
tryIt('mprop') { m.c = 3; m.toString() }
tryIt('mlshift') { m << [d: 4]; m.toString() }
tryIt('meach') { def s = ''; m.each { k, v -> s += "$k$v" }; s }
tryIt('mget') { [m.ka, m['kb'], m.get('kc')] }
tryIt('mfind') { m.find { it.value == 2 }?.key }
class Uniq extends HashSet { boolean add(Object o) { super.add(o.toString().toLowerCase()) } }
def u = new Uniq()
tryIt('uadd') { u.add('A'); u.toString() }
tryIt('u<<') { u << 'B'; u.toString() }
