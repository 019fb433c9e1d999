class P implements Comparable {
    int x
    P(int x) { this.x = x }
    boolean equals(Object o) { o instanceof P && o.x == x }
    int hashCode() { x % 2 }
    int compareTo(Object o) { x <=> o.x }
    String toString() { "P" + x }
    boolean asBoolean() { x != 0 }
}
class Plain { }
class Nothing { String toString() { null } }
class Countdown {
    int from
    def next() { new Countdown(from: from + 1) }
    int compareTo(Object o) { from <=> o.from }
    String toString() { "C" + from }
}
def map = [:]
map[new P(1)] = 'a'
map[new P(3)] = 'b'
map[new P(1)] = 'c'
def seen = []
[
    map,
    map[new P(3)],
    new P(2) == new P(2),
    new P(2) == new P(3),
    new P(2) <=> new P(3),
    new P(2) < new P(3),
    [new P(1)] == [new P(1)],
    [a: new P(1)] == [a: new P(1)],
    new P(0) ? 1 : 2,
    new P(5) ? 1 : 2,
    new Plain() ? 1 : 2,
    "${new Nothing()}|${[new Nothing()]}|",
    new Plain() == new Plain(),
    (int) 3.7, (char) 65, (String) 12, (long) 5, 7 as double, [1, 2] as int[], 'a' as char, '5' as char,
    1 / 3, 7 % 3, 2 ** 10, 1.5 + 1, 10L * 3, 3.0 == 3, 'a' == "${'a'}", -7 >> 1, -7 >>> 28, 1 << 33, ~5,
    "${1..3} ${[a: 1]} ${[1] as int[]}",
]
