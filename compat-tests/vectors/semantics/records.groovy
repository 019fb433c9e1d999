def shown(String what, Closure action) {
    try { println "$what: ${action().inspect()}" } catch (Throwable e) { println "$what: ${e.class.name}: ${e.message}" }
}
record Point(int x, String y = 'd', List<Integer> z = []) {
    Point { if (x < 0) throw new IllegalArgumentException('negative') }
    int twice() { x * 2 }
}
record Empty() {}
record Own(String name) { String name() { 'n:' + name } }
record Told(int a) { String toString() { "told $a" } }
record More(int a, int b) { More(int a) { this(a, a + 1) } }
record Same(int a, int b) { Same(int a, int b) { this.a = a; this.b = b * 2 } }
shown('method of a component') { new Point(1).x() }
shown('property') { new Point(1).x }
shown('no getter') { try { new Point(1).getX() } catch (MissingMethodException e) { e.message.readLines()[0] } }
shown('by place') { [new Point(1), new Point(1, 'a'), new Point(1, 'a', [2])] }
shown('by name') { [new Point(x: 1), new Point(x: 1, y: 'b'), new Point([x: 2, z: [1]])] }
shown('unknown name') { new Point(x: 1, q: 2) }
shown('name left out') { new Point(y: 'q') }
shown('compact constructor') { new Point(-1) }
shown('without components') { [new Empty(), new Empty() == new Empty(), new Empty().hashCode(), new Empty().size()] }
shown('hash codes') { [new Point(1, 'a', [2]).hashCode(), new Told(5).hashCode()] }
shown('own method') { [new Own('q').name(), new Own('q').name, new Own('q').toString(), new Own('q').toList(), new Own('q').toMap()] }
shown('own text') { "${new Told(2)}" }
shown('further constructor') { [new More(1), new More(1, 5)] }
shown('written canonical constructor') { new Same(1, 2) }
shown('equality') { [new Told(1) == new Told(1), new Told(1) == new Told(2), new Told(1).equals(null), ([new Told(1), new Told(1)] as Set).size()] }
shown('read only') { def p = new Point(1); p.x = 5 }
shown('index') { [new Point(1, 'a')[0], new Point(1, 'a')[1]] }
shown('wrong index') { new Point(1)[7] }
shown('several variables') { def (a, b) = new Point(1, 'a'); [a, b] }
shown('list and map') { [new Point(1).toList(), new Point(1).toMap(), new Point(1).size()] }
shown('coercion') { Point p = [x: 1]; [[1, 'a'] as Point, p] }
shown('with') { new Point(7).with { x + twice() } }
shown('class') { [new Point(1) instanceof Record, Point.superclass] }
