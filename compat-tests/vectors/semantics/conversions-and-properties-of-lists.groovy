def show(v) { v == null ? 'null' : (v.getClass().array ? v.getClass().simpleName + v.toList().inspect() : v.getClass().name + ' ' + v.inspect()) }
def t(String n, Closure c) { try { println n + ' ' + show(c()) } catch (Throwable e) { println n + ' !! ' + e.class.name + ': ' + e.message?.readLines()?.find { true } } }
t('1') { [a: 1].eachWithIndex { println it } }
t('2') { [1, 2].eachWithIndex { println it } }
t('4') { def l = [1, 2, 3]; l.removeIf { it > 2 }; l }
t('10') { def c = { a, b -> 'x' } as Comparator; c.compare(1, 2) }
t('11') { def c = { a, b -> 1L } as Comparator; c.compare(1, 2) }
t('12') { def c = { a, b -> null } as Comparator; c.compare(1, 2) }
t('13') { def f = { 5 } as java.util.function.Supplier; f.get() }
t('14') { def f = { 'a' } as java.util.function.ToIntFunction; f.applyAsInt(1) }
t('15') { def f = { 2.7 } as java.util.function.ToIntFunction; f.applyAsInt(1) }
t('25') { 10G.add(5) }
t('26') { 10G.and(-1) }
t('27') { 10G.gcd(4) }
t('28') { 10G.compareTo(5) }
t('30') { 2.5.add(1) }
t('31') { 2.5.compareTo(1) }
t('32') { 2.5.max(3) }
t('41') { 2.5.divide(2) }
t('56') { [1].asImmutable().remove('b') }
t('57') { [1].asImmutable().addAll([]) }
t('58') { [1, 2]['x'] }
t('59') { [1, 2].x }
t('60') { ([1, 2] as Set).x }
t('61') { [[a: 1], [b: 2]]['a'] }
t('62') { [1, 2].getAt('x') }
t('70') { [a: [1]].collectMany { k, v -> "$k" } }
t('71') { (String) "a${1}" }
t('72') { (List) "a${1}" }
t('73') { def x = [1]; (String[]) x }
t('74') { Integer i = 'x' }
t('75') { int i = null }
t('76') { (Integer) 'x' }
t('78') { 'abc' as List }
t('79') { 'abc' as Integer }
t('80') { (List) 'abc' }
t('82') { (char) 'ab' }
t('83') { (boolean) 'x' }
t('84') { (byte) 300 }
t('85') { 1 as Boolean }
t('87') { [a: 1] as List }
t('88') { [a: 1] as Set }
t('90') { (int) 3.9 }
