def t = { b -> try { b() } catch (e) { println e.message.readLines()[0].replaceAll(/@[0-9a-f]+/, "@H") } }
t { 'x'.foo(['a'] as String[]) }
t { 'x'.foo(1, ['a'] as String[]) }
t { 'x'.foo(['a'] as Object[]) }
t { 'x'.foo(['a'] as String[], 2, 3, 4, 5) }
t { 'x'.foo([['a'] as String[]] as String[][], 1) }
t { 'x'.foo(new Date[0], new java.util.concurrent.ConcurrentHashMap(), new StringBuilder(), new java.util.concurrent.atomic.AtomicInteger(), new Date(0), new File('a'), new URL('http://a')) }
t { 'x'.foo(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20) }
t { 'x'.foo(1L, 2L, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'b', 'cccccccccccccccccccccccccccccccccccccccccccc') }
t { 'x'.foo(new ArrayList(), new LinkedHashMap(), new HashSet(), new TreeMap(), 2.5, 10G, 1.5f, 'c' as char, true, null) }
t { 'x'.foo(new java.util.concurrent.ConcurrentHashMap(), new java.util.concurrent.ConcurrentHashMap(), new java.util.concurrent.ConcurrentHashMap(), new java.util.concurrent.ConcurrentHashMap(), new java.util.concurrent.ConcurrentHashMap()) }
t { 'x'.foo([a: 1].entrySet().first(), [1, 2].subList(0, 1), [1].asImmutable(), Collections.emptyList(), [a: 1].keySet(), [a: 1].values(), [a:1].entrySet()) }
t { 'x'.foo([1] as int[], [[1] as int[]] as int[][]) }
t { 'x'.foo("a${1}", { it }, 1..2, ~/a/, Map.Entry, new Expando(), new Binding(), [1].iterator()) }
t { 'x'.foo(Collections.unmodifiableMap([:]), Collections.synchronizedList([]), [1, 2].asSynchronized(), Arrays.asList(1), new TreeMap([a: 1]).entrySet().first(), [a: 1].asImmutable(), ([1] as Set).asImmutable()) }
t { 'x'.foo('a' * 100) }
t { 'x'.foo('a' * 100, 1) }
t { 'x'.foo('a' * 78, 1, 2) }
t { 'x'.foo('a' * 77, 1, 2) }
t { 'x'.foo('a' * 79, 1, 2) }
t { 'x'.foo('a' * 60, 1, 2, 'b' * 60, 3) }
t { 'x'.foo([1] * 60, 3) }
t { 'x'.foo(3, [1] * 60, 3) }
t { 'x'.foo([a: 'x' * 100], 3) }
t { 'x'.foo([[1] * 60, [2] * 30], 3) }
t { 'x'.foo(([1] * 60) as int[], 3) }
t { 'x'.foo((1..50), 3) }
t { 'x'.foo((1..50) as Set, 3) }
t { 'x'.foo("g${1}" * 60, "a${'b' * 90}", 3) }
t { foo('a' * 100, 1) }
t { String.foo('a' * 100, 1) }
t { [1, 2].foo([1] * 29, 4, 5) }
t { [1, 2].foo([1] * 26, 4, 5) }
t { [1, 2].foo([1] * 27, 4, 5) }
