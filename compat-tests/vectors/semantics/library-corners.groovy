def show(v) { v == null ? 'null' : (v.getClass().array ? v.getClass().simpleName + v.toList().inspect() : v.getClass().name + ' ' + v.inspect()) }
def t(String n, Closure c) { try { println n + ' ' + show(c()) } catch (e) { println n + ' !! ' + e.class.name + ': ' + e.message?.readLines()?.find { true } } }
t('a1') { (['b', 'a'] as String[]) + 1 }
t('a2') { ([1, 2] as Integer[]) + 'x' }
t('a3') { ([1, 2] as Integer[]) + 3L }
t('a4') { (['b'] as String[]) + [1, 2] }
t('a5') { (['b'] as String[]) + ([1, 2] as Object[]) }
t('a6') { ([1] as int[]) + 2 }
t('a7') { ([1] as int[]) + [2] }
t('a8') { ([1] as Integer[]) + null }
t('a9') { (['x'] as String[]) + [null] }
t('a10') { ([1] as Integer[]).union([2, 3]) }
t('a11') { ([1] as Integer[]).union([2, 1] as Object[]) }
t('a12') { (['a'] as String[]).union([2, 'a']) }
t('a13') { (['a'] as String[]) << 'b' }
t('s1') { [17, 1, 2].toSet() }
t('s2') { [104, 101, 121].toSet() }
t('s3') { [33, 17, 1, 2, 3, 4, 5].toSet() }
t('s5') { 'hello world'.toSet() }
t('s6') { ([104, 101, 121] as int[]).toSet() }
t('s7') { [33, 17, 1].iterator().toSet() }
t('s8') { (1..20).toSet() }
t('s10') { ([33L, 17L, 1L] as long[]).toSet() }
t('s11') { ("g${33}").toSet() }
t('s12') { [33, 17, 1] as HashSet }
t('s13') { new HashSet([33, 17, 1]) }
t('s14') { [33, 17, 1].stream().collect(java.util.stream.Collectors.toSet()) }
t('u1') { [1, 2].asImmutable().unique() }
t('u2') { [1].asImmutable().unique() }
t('u3') { [].asImmutable().unique() }
t('u4') { (1..2).unique() }
t('u5') { [1, 2].asImmutable().unique(false) }
t('u6') { [1, 2].asImmutable().unique { it } }
t('u7') { [1, 2].asImmutable().sort() }
t('u8') { (1..3).sort() }
t('u9') { [].asImmutable().sort() }
t('u10') { Arrays.asList(1, 2).unique() }
t('c1') { (1..3).collate(0) }
t('c2') { [1, 2, 3].collate(-1) }
t('c3') { [1, 2, 3].collate(1, 0) }
t('c4') { [1, 2, 3].collate(0, 2) }
t('c5') { (1..5).collate(2) }
t('c6') { ([1, 2, 3] as Integer[]).collate(2) }
t('m1') { ([1.5f] as float[]).sum(0.5f) }
t('m2') { ([1, 2] as int[]).sum(10) }
t('m3') { ([1L] as long[]).sum(1L) }
t('m4') { ('ab' as char[]).sum('c' as char) }
t('m5') { ([1, 2] as byte[]).sum(3 as byte) }
t('m6') { ([1, 2] as short[]).sum(3 as short) }
t('m7') { ([1d] as double[]).sum(2d) }
t('m8') { ([] as int[]).sum(2) }
t('m9') { ([] as int[]).sum() }
t('m10') { ('ab' as char[]).sum() }
t('m11') { ([1, 2] as byte[]).sum() }
t('m12') { ([1, 2] as Integer[]).sum(5) }
t('v1') { [1, 2].average() }
t('v2') { [1, 2, 2].average() }
t('v3') { [].average() }
t('v4') { ([1, 2] as int[]).average() }
t('v5') { ([1, 2, 2] as int[]).average() }
t('v6') { ([] as int[]).average() }
t('v7') { ([1, 2] as byte[]).average() }
t('v8') { ([1, 2] as long[]).average() }
t('v9') { ([1, 2] as double[]).average() }
t('v10') { ([1, 2, 2] as float[]).average() }
t('v11') { ([1, 2, 2] as short[]).average() }
t('v12') { ['a', 'b'].average() }
t('v13') { [1, 2, 4].average { it * 2 } }
t('v14') { ([1, 2, 2] as Integer[]).average() }
t('v15') { [1.5, 2].average() }
t('v16') { [1d, 2].average() }
t('v17') { [1, 2].iterator().average() }
t('v18') { ([1, 2, 2] as byte[]).average() }
t('v19') { ([] as double[]).average() }
t('v20') { ([1, 2, 2] as long[]).average() }
t('i1') { [1, 2].findIndexValues(-1) { true } }
t('i2') { [1, 2, 3].findIndexOf(-1) { true } }
t('i3') { [1, 2, 3].findLastIndexOf(-1) { true } }
t('i4') { [1, 2, 3].findIndexValues(1) { true } }
t('r1') { (1..4).inclusive }
t('r2') { (1..<4).getInclusive() }
t('r3') { ('a'..'c').inclusive }
t('r4') { (1.0..3.0).inclusive }
t('r5') { (1..4).inclusiveRight }
t('r6') { (1<..<4).inclusiveLeft }
t('h1') { ('c' as char).compareTo('l' as char) }
t('h2') { ('c' as char) <=> ('l' as char) }
t('h3') { 'c'.compareTo('l') }
t('h4') { 1.compareTo(5) }
t('h5') { ('c' as char).compareTo(5) }
t('h6') { true.compareTo(false) }
t('h7') { 5.compareTo('c' as char) }
t('h8') { (3 as byte).compareTo(9 as byte) }
t('h9') { 'c' <=> 'l' }
t('h10') { 2L.compareTo(3) }
t('it1') { [].iterator().tail() }
t('it2') { [].iterator().init() }
t('it3') { [].iterator().first() }
t('it4') { [].iterator().last() }
t('it5') { [1].iterator().tail().toList() }
t('p1') { [a: 1] + 'x' }
t('p2') { [1] + 'x' }
t('p3') { null + 'x' }
t('p4') { new Date(0) + 'x' }
t('p5') { true + 'x' }
t('p7') { ('c' as char) + 'x' }
t('p8') { String + 'x' }
t('p9') { (1..2) + 'x' }
t('p10') { [a: 1] + "g${1}" }
t('b1') { [1, 2].bufferedIterator() instanceof Iterator }
t('b2') { [1, 2].iterator().buffered().with { [head(), next(), hasNext()] } }
t('b3') { [1, 2].bufferedIterator().collect { it } }
t('g1') { [1, 2].groupBy([1, 2]) }
t('g2') { [1, 2].groupBy([]) }
t('g3') { [a: 1].groupBy([]) }
t('f1') { (-2.5f).unaryMinus() }
t('f2') { -(2.5f) }
t('f3') { def f = 2.5f; -f }
t('f4') { (2.5f).unaryPlus() }
t('f5') { (2 as short).unaryMinus() }
t('f6') { (2 as byte).unaryMinus() }
t('f7') { ~(2 as byte) }
t('k1') { [1, 2, 3].count(1) }
t('x1') { ('abc' =~ /q/).start('l') }
t('x3') { new StringBuilder('sb').endsWithIgnoreCase('') }
t('x4') { 'sb'.endsWithIgnoreCase('') }
t('x5') { 'sb'.startsWithIgnoreCase('') }
t('x6') { 'sb'.containsIgnoreCase('') }
t('x7') { ''.endsWithIgnoreCase('') }
t('x9') { new TreeMap([b: 3, a: 1, c: 2]).toSorted() }
t('x10') { new TreeMap([b: 3, a: 1, c: 2]).sort() }
t('x11') { new TreeMap([b: 3, a: 1, c: 2]).sort { -it.value } }
t('x12') { [b: 3, a: 1, c: 2].toSorted() }
t('x14') { (1..3).max { [it, 1] } }
t('x17') { [1, 2].swap(0, -1) }
t('x18') { ([1, 2] as int[]).swap(0, -1) }
t('x19') { ([1, 2] as int[]).swap(0, 1) }
t('x20') { ([3, 1] as Integer[]).swap(0, 5) }
t('x22') { 'a,b'.splitEachLine(',') { it } }
t('x23') { 'a'.splitEachLine(',') { x -> println x.class } }
t('x24') { 'a,b\nc,d'.splitEachLine(',') { x, y -> println y } }
t('x25') { [b: 3].inject(null) { it } }
t('x26') { Set.of(1, 1) }
t('x28') { ([1, 2] as boolean[]) }
t('x32') { ([1, 2] as Integer[])[0..5] }
t('x33') { [1, 2][0..5] }
t('x34') { [1, 2][[0, 5]] }
t('x35') { 'abc'[0..5] }
t('x36') { [1, 2][-3..-1] }
t('x39') { TimeZone.getTimeZone('UTC').toString().replaceAll(/@.*/, '') }
t('1') { ([1, 2] as int[]).average() }
t('2') { ([1, 2, 4, 5, 5, 7, 8] as int[]).average() }
t('3') { ([2, 4] as int[]).average() }
t('4') { ([Integer.MAX_VALUE, Integer.MAX_VALUE] as int[]).average() }
t('5') { ([Long.MAX_VALUE, Long.MAX_VALUE] as long[]).average() }
t('6') { ([100, 100] as byte[]).average() }
t('7') { ([30000, 30000] as short[]).average() }
t('8') { ([1, 2, 2] as float[]).average() }
t('9') { ([1.5, 2.25] as double[]).average() }
t('10') { ([] as float[]).average() }
t('11') { ([] as long[]).average() }
t('12') { ([] as byte[]).average() }
t('13') { ([1, 2, 3] as long[]).average() }
t('15') { ([true] as boolean[]).average() }
t('16') { ([Integer.MAX_VALUE, 1] as int[]).sum() }
