// Stores into a list: the sieve of Eratosthenes.
def sieve(n) {
    def composite = new ArrayList(Collections.nCopies(n + 1, false))
    def count = 0
    for (int i = 2; i <= n; i++) {
        if (!composite[i]) {
            count++
            for (int j = i + i; j <= n; j += i) composite[j] = true
        }
    }
    count
}
def best = Long.MAX_VALUE
for (round in 1..20) {
    def start = System.nanoTime()
    sieve(500000)
    best = Math.min(best, System.nanoTime() - start)
}
println best / 1000000
