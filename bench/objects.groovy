// Methods, fields and properties of an object.
class Counter {
    def total = 0
    def add(amount) { total = total + amount }
}
def count(n) {
    def counter = new Counter()
    def seen = 0
    for (def i = 0; i < n; i++) {
        counter.add(i)
        seen = seen + counter.total
    }
    seen
}
def best = Long.MAX_VALUE
for (round in 1..20) {
    def start = System.nanoTime()
    count(1000000)
    best = Math.min(best, System.nanoTime() - start)
}
println best / 1000000
