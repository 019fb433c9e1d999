// What a call site has found once it does not take for granted: each argument is looked at anew.
int f(int n) { n + 1 }
def g(long n) { n.class.simpleName }
def h(CharSequence s) { s.class.simpleName }
def told(Throwable t) { "${t.class.simpleName}: ${t.message.readLines()[0]}" }
for (x in [1, 2, 'x']) { try { println f(x) } catch (e) { println told(e) } }
for (x in [1, 2L, (short) 3, 1.5, null]) { try { println g(x) } catch (e) { println told(e) } }
for (x in ['a', "b${1}", null, 3]) { try { println h(x) } catch (e) { println told(e) } }
def c = { int a -> a }
for (x in [1, 'z', 2L, 3 as byte]) { try { println c(x).class } catch (e) { println told(e) } }
