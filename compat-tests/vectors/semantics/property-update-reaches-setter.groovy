// `a.x += 1` reads through the getter and writes through the setter, each time.
class Doubling {
    def x = 0
    void setX(v) { x = v * 2 }
}
def a = new Doubling()
3.times { a.x += 1 }
println a.x
a.x++
println a.x
