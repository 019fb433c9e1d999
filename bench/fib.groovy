// Calls of a small method, and int arithmetic.
def fib(n) { if (n < 2) return n; return fib(n - 1) + fib(n - 2) }
def best = Long.MAX_VALUE
for (round in 1..40) {
    def start = System.nanoTime()
    fib(30)
    best = Math.min(best, System.nanoTime() - start)
}
println best / 1000000
