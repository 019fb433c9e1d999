interface Pred { boolean ok(Object o) }
interface Dbl { double d() ; int i() }
abstract class Abs { abstract String greet(String n); abstract int other(); String twice() { greet('x') * 2 } }
abstract class One { int n = 4; abstract greet(x); String toString() { "One$n" } }
class Conc { def hi() { 'hi' } ; def bye(x) { "bye $x" } }
def t(Closure c) { try { println c() } catch (Throwable e) { println e.class.name + ': ' + e.message } }
t { ({ it } as Pred).ok('x') }
t { ({ it } as Pred).ok(null) }
t { ({ 4 } as Dbl).d() }
t { ({ 4.0 } as Dbl).d() }
t { ({ 4L } as Dbl).i() }
t { ({ "x${1}" } as Dbl).i() }
t { ({ "x${1}" } as Abs).greet('a') }
t { ({ 'q' } as Abs).other() }
t { ({ 5 } as Abs).other() }
t { ({ 5L } as Abs).other() }
t { ({ 'q' } as Abs).twice() }
t { ({ 'q' } as One).greet(1) }
t { ({ 'q' } as One).toString() }
t { ({ 'q' } as One).n }
t { ({ 'q' } as Conc).hi() }
t { ({ 'q' } as Conc).bye(1) }
t { ([hi: { 'map' }] as Conc).hi() }
t { ([hi: { 'map' }] as Conc).bye(2) }
t { ([hi: 5] as Conc).hi() }
t { ([greet: { 'map' + it }] as One).greet(3) }
t { ([greet: { 'map' + it }, n: 9] as One).n }
t { ([:] as One).greet(1) }
t { ([:] as Abs).other() }
t { (['x'] as One) }
t { One o = { 'impl' }; o.greet(1) }
t { ({ 'q' } as Pred).toString().contains('closure') }
t { ({ 'q' } as Pred).hashCode() != 0 }
t { def p = { 'q' } as Pred; p == p }
t { def p = { 'q' } as Pred; p.equals(5) }
t { ([ok: { true }, toString: { 'ts' }] as Pred).toString() }
t { ({ 1 } as List).size() }
t { ({ 1 } as List).get(0) }
t { ({ 1 } as Comparator).reversed().compare(1, 2) }
t { ({ a, b -> a - b } as Comparator).reversed().compare(1, 2) }
t { ({ true } as Iterator).hasNext() }
t { ([hasNext: { false }] as Iterator).next() }
t { ([hasNext: { false }] as Iterator).toList() }
t { ([iterator: { [1, 2].iterator() }] as Iterable).collect { it * 2 } }
t { ((Pred) { false }).ok(1) }
t { ({ 1 } as Pred) instanceof Closure }
t { ({ 1 } as Runnable) instanceof Closure }
t { ({ 1 } as java.util.function.Predicate).test(1) }
t { ({ it } as java.util.function.Predicate).test('x') }
t { ({ it } as java.util.function.Function).apply('x') }
t { ({ "g$it" } as java.util.function.Function<String, String>).apply('x').class.simpleName }
t { ({ it } as java.util.function.ToIntFunction).applyAsInt('x') }
t { ({ it } as java.util.function.ToIntFunction).applyAsInt(5L) }
t { ({ it } as java.util.function.IntFunction).apply(3) }
t { ({ -> 'sup' } as java.util.function.Supplier).get() }
t { ({ null } as java.util.function.Predicate).test(1) }
t { ({ 5 } as java.util.function.IntPredicate).test(1) }
t { ({ 'call' } as java.util.concurrent.Callable).call() }
t { ({ 'x' } as Comparator).compare(1, 2) }
t { ({ 1 } as Comparator).compare(1, 2) }
t { ({ 1L } as Comparator).compare(1, 2) }
t { [3, 1].sort { a, b -> 'x' } }
t { [3, 1].sort { a, b -> 1.5 } }
t { new TreeMap({ a, b -> b <=> a } as Comparator).with { put(1, 1); put(2, 2); it } }
def um(Pred p) { p.ok(3) }
t { um { it == 3 } }
t { um(this.&chk) }
def chk(x) { x > 5 }
t { um('x') }
trait Tr { abstract int v(); int w() { v() * 2 } }
t { ({ 21 } as Tr).w() }
t { ([v: { 21 }] as Tr).w() }
