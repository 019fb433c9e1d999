def t(Closure c) { try { println c() } catch (Throwable e) { println e.class.name + ': ' + e.message?.readLines()?.first() } }
def o = new Object() { String toString() { 'OBJ' } }
def x = 'str'
t { -x }
t { +x }
t { ~[1] }
t { def q = [1] ; q++ }
t { def q = [:] ; --q }
t { x - 5 - [:] }
t { o + 1 }
t { o[1] }
t { o[1] = 2 }
t { for (i in o) { println i } }
t { o.each { println it } }
t { o.x }
t { o.x = 1 }
t { o << 1 }
t { o() }
t { o.call() }
t { o.foo() }
t { x.foo() }
t { o ? 1 : 2 }
t { o in [1] }
t { 1 in o }
t { o == 1 }
t { o as Integer }
t { (Integer) o }
t { o.@x }
t { x.@x }
t { o*.foo() }
t { o*.foo }
t { x.&foo() }
t { "$x".foo() }
t { [*o] }
t { def (a, b) = o }
t { def (a, b) = 5 }
t { foo(*o) }
t { 'a'..5 }
t { [1] + o }
t { [1, 2] * 'x' }
t { [1] - null }
t { [1] & [2] }
t { [a: 1] + [1] }
t { [a: 1] - [1] }
t { [a: 1] << 5 }
t { [a: 1] * 2 }
t { 'a' * -1 }
t { 'a' * 'b' }
t { 'a' - null }
t { 'a' + null }
t { null + 'a' }
t { null + 1 }
t { null + null }
t { 5 + null }
t { 5 - 'a' }
t { 5 * 'a' }
t { 5 / 'a' }
t { 5 + 'a' }
t { 5 < 'a' }
t { 5 == 'a' }
t { null < 5 }
t { 5 > null }
t { [1] < [2] }
t { true & null }
t { true | 'x' }
t { true && 'x' }
t { true + 1 }
t { !null }
t { null++ }
t { def n = null; n++; n }
t { def n = null; -n }
t { def n; n.foo }
t { null as Integer }
t { null[0] }
t { null.toString() + null.class }
t { null.is(null) }
t { null == null && null != 1 }
t { null in [null] }
t { null*.foo() }
t { null?.foo() }
t { switch (null) { case null -> 'n'; default -> 'd' } }
t { [1, 2, 3] as int }
t { [1] as String[] }
t { [null, 1].max() + [null, 1].min() }
t { [1, 'a'].max() }
t { [1, 'a'].sort() }
t { [1, null, 3].sum() }
t { ['a', 1].sum() }
t { [[1], [2]].sum() }
t { [].sum() }
t { [].max() }
t { [1, 2].first() + [].first() }
t { [].last() }
t { [].pop() }
t { [].remove(0) }
t { [].head() }
t { [].getAt(0) }
t { [1].get(-1) }
t { [1][-1] + [1][-2] }
t { def l = [1]; l[-5] = 1 }
t { [1].putAt(3, 4) }
t { 'abc'[5] }
t { 'abc'[-5] }
t { 'abc'.substring(5) }
t { 'abc'.charAt(9) }
t { 'abc'[1..0] + 'abc'[0..<0] }
t { [1, 2, 3][1..5] }
t { [1, 2, 3][-5..1] }
t { [].asImmutable() << 1 }
t { [1].asUnmodifiable().add(1) }
t { Collections.emptyList() << 1 }
t { (1..3) << 4 }
t { (1..3).add(4) }
t { (1..3)[5] }
t { (1..3).get(5) }
t { Arrays.asList(1, 2) << 3 }
t { List.of(1) << 2 }
t { Map.of('a', 1).put('b', 2) }
t { List.of(null) }
t { [a: 1].asImmutable().b = 2 }
t { new TreeMap().put(null, 1) }
t { new TreeMap([b: 1]).get(5) }
t { Optional.of(null) }
t { Optional.empty().get() }
t { new ArrayList(-1) }
t { [1, 2].iterator().with { next(); next(); next() } }
t { def l = [1, 2, 3]; for (i in l) { l << 4; if (l.size() > 10) break } }
t { def l = [1, 2, 3]; l.each { l << 4 } }
t { def m = [a: 1]; m.each { k, v -> m[k + 'x'] = 1 } }
t { Integer.parseInt('x') }
t { Integer.valueOf('') }
t { 'x'.toLong() }
t { '1.5'.toInteger() }
t { 'x'.toBigDecimal() }
t { 'abc'.toDouble() }
t { '' as Integer }
t { new BigDecimal('x') }
t { new BigInteger('1.5') }
t { Long.parseLong(null) }
t { Double.parseDouble(null) }
t { new Date('garbage') }
t { Date.parse('yyyy', 'x') }
t { UUID.fromString('x') }
t { new URL('x') }
t { new URI('a b') }
t { Class.forName('nope') }
t { java.util.concurrent.TimeUnit.valueOf('X') }
t { 10.div(0) }
t { 10.0.div(0) }
t { 10.mod(0) }
t { 10G.divide(0G) }
t { 1.0.divide(3.0) }
t { 2 ** -1 }
t { 0 ** -1 }
t { 10.intdiv(3.5) }
t { 'a'.next() + 'z'.next() }
t { ''.next() }
t { 5.times { it }.toString() }
t { 3.upto(1) { } }
t { 1.step(5, 0) { } }
t { 1.step(5, -1) { } }
t { Math.addExact(Integer.MAX_VALUE, 1) }
t { Math.toIntExact(9999999999L) }
t { 'abc'.getAt('x') }
t { 'a'.multiply(2.5) }
t { 'a'.padLeft(5, '') }
t { 'abc' =~ '(' }
t { ~'[' }
t { ('abc' =~ /b/)[1] }
t { ('abc' =~ /z/)[0] }
t { ('abc' =~ /(b)/)[0][2] }
t { ('abc' =~ /b/).group() }
t { 'abc'.replaceAll('b', '$1') }
t { String.format('%d', 'x') }
t { String.format('%q', 1) }
t { String.format('%s') }
t { sprintf('%.2f', 1) }
t { 'abc'.eachLine { it } }
t { throw null }
t { throw new Exception('a', new RuntimeException('b')) }
t { new Exception(new RuntimeException('b')) .message }
t { assert 1 == 2 }
t { assert false : 'm' }
t { System.getProperty('nope') }
t { System.exit }
t { Thread.sleep(-1) }
t { new Object().clone() }
t { [1].clone() + [a: 1].clone().a }
t { new File('/nope/x').text }
t { new File('/nope/x').readLines() }
t { new File('/nope/x').eachLine { } }
t { new File('/nope/x').withReader { } }
t { new File('/nope/x').write('a') }
t { new File('/nope').eachFile { } }
t { new File(null) }
t { new FileInputStream('/nope') }
t { new groovy.json.JsonSlurper().parseText('{') }
t { new groovy.json.JsonSlurper().parseText('') }
t { new groovy.json.JsonSlurper().parseText(null) }
t { 'x'.decodeBase64() }
t { Base64.decoder.decode('!!') }
t { 'zz'.decodeHex() }
t { String s = null; s.length() }
t { int i = null }
t { int i = 'abc' }
t { Integer i = 'abc' }
t { boolean b = null; b }
t { char c = 'ab' }
t { List l = 5 }
t { Map l = 'x' }
t { Date d = 'x' }
t { String[] s = 5 }
t { int[] s = ['a'] }
t { def a = new int[-1] }
t { def a = new int[2]; a[5] }
t { def a = new int[2]; a[5] = 1 }
t { def a = new int[2]; a[-1] }
t { def a = new int[2]; a[-3] }
t { def a = new int[2]; a[0] = 'x' }
t { def a = new String[1]; a[0] = 5; a[0].class }
t { def a = [1, 2] as int[]; a.foo() }
t { (1..3).foo }
t { [1, 2].foo }
t { [a: 1].foo.bar }
t { 'x'.foo.bar }
