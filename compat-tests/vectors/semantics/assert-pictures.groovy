def x=5, s='abc', l=[1,2], y=null, m=[a:1]
class P { String toString() { "a P" } ; int n = 3; static q = 4; def foo() { n } ; def bar(x) { false } }
def p = new P()
def t(Closure c) { try { c() } catch (Throwable e) { println e.message } }
def no(a = 1) { false }
t { assert this == null }
t { assert this.is(null) }
t { assert no() }
t { assert this.no(3) }
t { assert "g$x" == 'g6' }
t { assert "g${x + 1} ${l[0]}" == 'g6' }
t { assert x instanceof String }
t { assert !(x instanceof Integer) }
t { assert p.n == P.q }
t { assert p.foo() == p.bar(x) }
t { assert p.@n == 4 }
t { assert x ? null : false }
t { assert y ?: false }
t { assert y?.foo }
t { assert (x as String) == '6' }
t { assert (int) 3.5 == x }
t { assert [x, 2] == [1] }
t { assert [a: x] == [b: 1] }
t { assert (x..7) == [1] }
t { assert l.collect { it + 1 } == [x] }
t { assert new P() == null }
t { assert new Integer(3) == x }
t { assert { -> x } == 3 }
t { assert ({ -> false })() }
t { assert -x == 3 }
t { assert ~x == 3 }
t { assert !x }
t { assert !(x == 5) || !!y }
t { assert x == 5 && y }
t { assert y && x }
t { assert y || false }
t { assert x in l }
t { assert x !in [5] }
t { assert l[0] == l[-1] }
t { assert m['a'] == 2 }
t { assert m.a == 2 }
t { assert m?.a == 2 }
t { assert l*.toString() == 2 }
t { assert l*.foo }
t { assert x <=> 5 }
t { assert x ==~ /a/ }
t { assert s =~ 'z' }
t { assert String.valueOf(x) == s }
t { assert Math.PI == x }
t { assert java.lang.Math.max(x, 1) == 1 }
t { assert String == Integer }
t { assert s.class == Integer }
t { assert x.class.name == 'q' }
t { assert s.with { length() } == 2 }
t { assert s.length() == 3 && s.toUpperCase() == "abc" }
t { assert x.&plus == 3 }
t { assert P.q == null }
t { assert null }
t { assert 0 }
t { assert false }
t { assert '' }
t { assert "${''}" }
t { assert [] }
t { assert [:] }
t { assert 1 == 2 }
t { assert 'a' == 'b' }
t { assert 1.5 == 2.5 && 'a' }
t { assert true == false }
t { assert x.equals(s.length(), 3) }
t { assert l.contains(x) == l.any { it > 5 } }
t { assert [1, [2, x]] == null }
t { assert [1, 2, 3][x - 4] == 2 }
t { assert (x > 3 ? s : l) == null }
t { assert x == 'multi\nline' }
t { assert 'multi\nline' == s }
t { assert p.toString().startsWith('Q') }
t { assert s.reverse().toUpperCase().toLowerCase() == 'x' }
t { assert x**2 == 26 }
t { assert x + x * 2 - 1 == 3 }
t { assert x == 1 ||
    x == 2 ||
    x == 3 }
t { assert no(no(
   x)) }
t { assert m == [a: 2] }
t { assert new int[2] == null }
t { assert [1, 2] as Set == 3 }
t { assert s*.length() == [1] }
t { assert p.with { n } == 4 && true }
t { assert x === y }
t { def bb = 1 as byte; assert bb == 'c' as char }
t { assert !x.equals(5) }
t { assert (x == 5) == false }
t { assert l << 3 == 3 }
t { assert switch (x) { case 5 -> false; default -> true } }
