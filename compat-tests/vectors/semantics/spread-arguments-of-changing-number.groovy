// One call site, another number of arguments each time: the method is chosen anew.
class Pen {
    def draw(a) { 'one' }
    def draw(a, b) { 'two' }
}
def digits = { Object... args -> Integer.toString(*args) }
def draw = { Object... args -> new Pen().draw(*args) }
println([digits(10), digits(10, 2), digits(10), digits(10, 16)])
println([draw('a'), draw('a', 'b'), draw('a')])
