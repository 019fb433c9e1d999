// Texts made, measured and joined.
def join(n) {
    def all = new StringBuilder()
    def length = 0
    for (def i = 0; i < n; i++) {
        def text = 'key' + i
        length += text.length()
        all.append(text).append('; ')
    }
    length + all.length()
}
def best = Long.MAX_VALUE
for (round in 1..20) {
    def start = System.nanoTime()
    join(200000)
    best = Math.min(best, System.nanoTime() - start)
}
println best / 1000000
