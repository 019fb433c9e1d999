// Access to a map by keys that are made as it runs.
def best = Long.MAX_VALUE
for (round in 1..20) {
    def start = System.nanoTime()
    def map = [:]
    for (int i = 0; i < 300000; i++) {
        def key = 'k' + (i % 1000)
        map[key] = (map[key] ?: 0) + i
    }
    best = Math.min(best, System.nanoTime() - start)
}
println best / 1000000
