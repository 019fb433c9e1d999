// A closure called by a native loop, changing a captured variable.
def best = Long.MAX_VALUE
for (round in 1..40) {
    def start = System.nanoTime()
    def sum = 0
    (0..<1000000).each { sum += it }
    best = Math.min(best, System.nanoTime() - start)
}
println best / 1000000
