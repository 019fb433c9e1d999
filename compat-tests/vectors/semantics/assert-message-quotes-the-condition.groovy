// An assertion with a message of its own quotes its condition as the compiler prints it, with the operands that are variables.
def told(Closure c) { try { c(); 'held' } catch (Throwable e) { e.message } }
def x = 1, s = 'str', l = [1, 2], m = [a: 1], z = null
class K { static f(a) { false }; def p = null }
def k = new K()
[told { assert x == 2 : 'm' }, told { assert !x : 'm' }, told { assert x > 1 && s : 'm' },
 told { assert x == 2 || s == 'q' || l.isEmpty() : 'm' }, told { assert l.size() == 3, 'm' }, told { assert l[0] == 3 : 'm' },
 told { assert m.a == 3 : 'm' }, told { assert m?.b : 'm' }, told { assert (x + 1) * 2 == 5 : 'm' }, told { assert -x == 5 : 'm' },
 told { assert ~x == 5 : 'm' }, told { assert "a$x" == 'b' : 'm' }, told { assert "a${x + 1}c" == 'b' : 'm' },
 told { assert [1, 2] == [x] : 'm' }, told { assert [a: 1] == [b: x] : 'm' }, told { assert [:] : 'm' }, told { assert [] : 'm' },
 told { assert x in [2, 3] : 'm' }, told { assert x instanceof String : 'm' }, told { assert x !instanceof Integer : 'm' },
 told { assert (x as String) == 'q' : 'm' }, told { assert ((String) x) == 'q' : 'm' }, told { assert (x ? null : 2) : 'm' },
 told { assert (z ?: 0) : 'm' }, told { assert l.any { it > 5 } : 'm' }, told { assert l.any({ a, b = 2 -> a > 5 }) : 'm' },
 told { assert K.f(1) : 'm' }, told { assert k.p : 'm' }, told { assert new K().p : 'm' }, told { assert 1.5 == 2.50 : 'm' },
 told { assert 1L == 2G : 'm' }, told { assert (1..3) == l : 'm' }, told { assert x++ == 5 : 'm' }, told { assert ++x == 5 : 'm' },
 told { assert f(*[1, 2]) : 'm' }, told { assert x == 2 : null }, told { assert x == 2 : "g $x" }].each { println it }
def f(a, b) { false }
