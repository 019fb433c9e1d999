class P { int x; P(int x) { this.x = x } }
class Bad implements Comparable { int compareTo(Object o) { throw new IllegalStateException('no') }; boolean equals(Object o) { throw new IllegalStateException('never') } }
def tell = { c -> try { c() } catch (Throwable t) { t.toString() } }
[
    tell { (P) 5 },
    tell { (P) [1, 2] },
    tell { ((P) [4]).x },
    tell { (int) 'abc' },
    tell { (int) null },
    tell { int i = 'abc'; i },
    tell { 1 <=> 'ab' },
    tell { [1] < [2] },
    tell { new Bad() == new Bad() },
    tell { 1 / 0 },
    tell { 1 % 0 },
    tell { 1.5 & 1 },
    tell { true..1 },
    tell { (List) 5 },
    tell { 'x' as Integer },
    tell { (char) 'ab' },
]
