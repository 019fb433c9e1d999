// How often, and which elements, a sort compares; what comparators lead to that contradict themselves.
def rnd = new Random(42)
def check = { String name, List l, Closure c ->
  int cnt = 0; long h = 17
  String end
  try {
    def r = l.sort(false) { a, b -> cnt++; h = h * 31 + a.hashCode() * 7 + b.hashCode(); c(a, b) }
    long g = 1; r.each { g = g * 31 + it.hashCode() }
    end = g
  } catch (IllegalArgumentException e) { end = e.message }
  println "$name ${l.size()} $cnt $h $end"
}
for (n in [0,1,2,3,5,31,32,33,63,64,65,100,127,128,200,500,700,2000]) {
  check('rand', (0..<n).collect { rnd.nextInt(1000000) }, { a, b -> a <=> b })
  check('few', (0..<n).collect { rnd.nextInt(5) }, { a, b -> a <=> b })
  check('asc', (0..<n).toList(), { a, b -> a <=> b })
  check('desc', (0..<n).toList(), { a, b -> b <=> a })
  check('saw', (0..<n).collect { it % 37 }, { a, b -> a <=> b })
  check('blocks', (0..<n).collect { (it % 3) * 100000 + it }, { a, b -> a <=> b })
  check('near', (0..<n).collect { it + (rnd.nextInt(20) == 0 ? -50 : 0) }, { a, b -> a <=> b })
  check('organ', (0..<n).collect { it < n / 2 ? it : n - it }, { a, b -> a <=> b })
  check('bad', (0..<n).collect { rnd.nextInt(1000) }, { a, b -> (a * 7919 + b * 104729) % 3 - 1 })
  check('bad2', (0..<n).collect { rnd.nextInt(1000) }, { a, b -> a < b ? 1 : (a * 31 + b) % 5 == 0 ? 1 : -1 })
  check('bad3', (0..<n).toList(), { a, b -> 1 })
  check('bad4', (0..<n).toList(), { a, b -> a % 50 == 3 ? 1 : b % 20 < 7 ? -1 : a <=> b })
  check('two', (0..<n).collect { it < n * 2 / 3 ? it * 2 : (it - n * 2.intdiv(3)) * 2 + 1 }, { a, b -> a <=> b })
}
