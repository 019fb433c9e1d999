def seen = []
def byLength = { a, b -> seen << "$a$b".toString(); a.size() <=> b.size() } as Comparator
def m = new TreeMap(byLength)
m.bb = 1; m.a = 2
println seen; println m
seen.clear()
def s = new TreeSet(byLength)
s << 'bb'; s << 'a'
println seen; println s
try { new TreeMap({ a, b -> a.nothing <=> b.nothing } as Comparator).put('x', 1); println 'put' } catch (e) { println e.message }
try { new TreeSet({ a, b -> a.nothing <=> b.nothing } as Comparator).add('x'); println 'added' } catch (e) { println e.message }
try { new TreeMap().put(null, 1) } catch (e) { println e }
try { new TreeSet().add(null) } catch (e) { println e }
try { new TreeMap().put(new Object() { String toString() { 'o' } }, 1) } catch (e) { println e.class }
try { new TreeMap(new TreeMap({ a, b -> seen << 'x'; 0 } as Comparator)).put(1, 1) } catch (e) { println e.class }
seen.clear()
println([c: 1, b: 2, a: 3] as TreeMap)
println(new TreeMap(byLength).with { putAll([c: 1, bb: 2]); it }); println seen
seen.clear()
println([3, 1, 2].toSorted().toSet() as TreeSet); println(['a', 'bb'].toSorted(byLength)); println seen
