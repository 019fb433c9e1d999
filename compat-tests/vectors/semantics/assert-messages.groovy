def x=5, s='abc', l=[1,2], y=null, m=[a:1]
def t(Closure c) { try { c() } catch (Throwable e) { println e.message } }
t { assert s == 'q' : 1 }
t { assert l == s : 1 }
t { assert y == x : 1 }
t { assert y : 1 }
t { assert !y && x == 3 : 1 }
t { assert !x : 1 }
t { assert "a${x + 1}b" == "$x.foo ${s}${l[0]}" : 1 }
t { assert l[0] == 2 : 1 }
t { assert l[0, 1] == 2 : 1 }
t { assert l[0..1] == 2 : 1 }
t { assert m['a'] == m?.b : 1 }
t { assert l*.foo == null && l.collect { it + 1 } == 2 : 1 }
t { assert l.collect { a, b -> a } == 2 : 1 }
t { assert false && [a: 1, (s): 2, *:m] : 1 }
t { assert false && new int[3] && new int[]{1, 2} : 1 }
t { assert false && x++ && --x && +x && -x: 1 }
t { assert false && (int) x && (x as String) && x in l && x !in l && x !instanceof String : 1 }
t { assert false && String.valueOf(1) && Math.PI && String && java.lang.Integer : 1 }
t { assert false && this.foo && foo() && super.toString() && x.&foo && String::valueOf : 1 }
t { assert false && (x ?: 3) && (x ? 1 : 2) && x?.foo() && s*.toString() && [*l, 1] : 1 }
t { assert false && { -> } && { it } && { x2 -> x2 + 1 } : 1 }
t { assert false && 1.5 && 1.0f && 100L && 5G && 'c' as char && null && true && 0x1F : 1 }
t { assert false && x ==~ /a/ && x =~ 'b' && x <=> 3 && x === y && x !== y && x ** 2 && x << 2 && x >>> 1: 1 }
t { assert false && s.with { length() } && println('x') && foo(a: 1, 2) && foo(*l) : 1 }
t { assert x == 6, "with comma $x" }
t { assert x == 6 || s == 'b' && !(y == x) : '' }
t { assert x == 6 : y }
t { assert x == 6 : null }
t { assert x > 1 & x.equals(3) : [1] }
t { assert (x == 6) : "a\nb" }
t { assert x.is(6) }
t { assert s.startsWith('b') : "$s is bad" }
t { assert list : 'x' }
t { assert x =~ /foo/ ? false : null : 'x' }
t { assert switch (x) { case 5 -> false; default -> true } : 'sw' }
t { assert -1 == 1 && -x == 1 : 'anon' }
t { assert x == -1.5 : 'anon' }
t { assert x == (long) 3 : 'anon' }
t { assert [] || [:] || '' : 'anon' }
t { assert 0..<0 == 3 || 0<..<5 == 3 : 'anon' }
