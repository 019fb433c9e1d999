// In its own class, `name` and `this.name` are the field, unless a closure stands between.
class Own {
    int y = 1
    void setY(int v) { y = v * 10 }
    def assigned() { this.y = 3; def a = y; y = 4; [a, y] }
    def updated() { y = 3; y += 1; this.y += 1; y++; this.y++; ++this.y; y }
    def inClosure() { [1].each { y = 5 }; def a = this.@y; [1].each { this.y = 6 }; [a, this.@y] }
    def converted() { y = 7L; this.y = 'a' as char; y.class }
}
println new Own().assigned()
println new Own().updated()
println new Own().inClosure()
println new Own().converted()
