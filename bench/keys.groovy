// Access to a map by keys that stand in variables.
def tally(n) {
    def keys = (0..<100).collect { "key$it".toString() }
    def map = [:]
    for (key in keys) map[key] = 0
    for (def i = 0; i < n; i++) {
        def key = keys[i % 100]
        map[key] = map[key] + 1
    }
    map[keys[7]]
}
def best = Long.MAX_VALUE
for (round in 1..20) {
    def start = System.nanoTime()
    tally(1000000)
    best = Math.min(best, System.nanoTime() - start)
}
println best / 1000000
