// Stores into a list, all variables untyped: the sieve again.
def sieve(n) {
    def prime = new ArrayList(Collections.nCopies(n + 1, 1))
    def count = 0
    def i = 2
    while (i <= n) {
        if (prime[i]) {
            def k = i + i
            while (k <= n) {
                prime[k] = 0
                k = k + i
            }
            count = count + 1
        }
        i = i + 1
    }
    count
}
def best = Long.MAX_VALUE
for (round in 1..20) {
    def start = System.nanoTime()
    sieve(1000000)
    best = Math.min(best, System.nanoTime() - start)
}
println best / 1000000
