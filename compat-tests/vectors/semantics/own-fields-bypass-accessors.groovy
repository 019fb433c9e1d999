// Inside its class a field is read and written as it is; a final one can be set in the constructor by `this.name`.
class P {
    final a
    def b
    private static s = 1
    P(a) { this.a = a; b = 2 }
    def getB() { 'got' + b }
    def setB(v) { b = v * 10 }
    static getS() { s + 1 }
    static setS(v) { s = v * 10 }
    def viaThis() { this.b = 3; this.b }
    static bump() { s = 5; s++; s += 2; s }
    def inInstance() { s = 7; this.s }
}
def p = new P(1)
println p.a
println p.b
p.b = 4
println p.b
println p.viaThis()
println P.s
P.s = 4
println P.s
println P.bump()
println p.inInstance()
class Q<A, B> {
    final A a
    final B b
    Q(A a, B b) { this.a = a; this.b = b }
    String toString() { "<$a, $b>" }
}
println new Q<String, Integer>('k', 1)
