// Arithmetic of doubles: the Mandelbrot set.
def mandelbrot(size) {
    def sum = 0
    for (def y = 0; y < size; y++) {
        for (def x = 0; x < size; x++) {
            def cr = x * 0.01d - 1.5d
            def ci = y * 0.01d - 1.0d
            def zr = 0.0d
            def zi = 0.0d
            def i = 0
            while (i < 50 && zr * zr + zi * zi < 4.0d) {
                def t = zr * zr - zi * zi + cr
                zi = 2.0d * zr * zi + ci
                zr = t
                i++
            }
            sum += i
        }
    }
    sum
}
def best = Long.MAX_VALUE
for (round in 1..20) {
    def start = System.nanoTime()
    mandelbrot(200)
    best = Math.min(best, System.nanoTime() - start)
}
println best / 1000000
