def shown(String what, Closure action) {
    try { println "$what: ${action().inspect()}" } catch (Throwable e) { println "$what: ${e.class.name}: ${e.message}" }
}
shown('ints') { [(0..9).by(4), (0..9).by(4).toList(), (0..9).by(4).size(), (0..9).by(4).class.simpleName] }
shown('open ends') { [(0..<9).by(4), (0<..9).by(4), (0<..9).by(4).toList(), (0..<8).by(4).toList()] }
shown('downwards') { [(9..0).by(4).toList(), (0..9).by(-4).toList(), (2.0..1.0).by(0.25)] }
shown('decimals') { [(0.0..1.0).by(0.25), (0.0..1.0).by(0.25).toList()] }
shown('longs') { (1L..10L).by(3).toList() }
shown('elements') { [4 in (0..9).by(4), 5 in (0..9).by(4), (0..9).by(4)[1], (0..9).by(4).containsWithinBounds(5), (0..9).by(4).reverse()] }
shown('a step of one') { (0..3).by(1) }
shown('twice') { (0..9).by(4).by(2) }
shown('no step') { (0..9).by(0).toList() }
shown('past the end') { (0..9).by(4).get(5) }
shown('equality') { [(1..3).equals(1..<4), (1..3) == (1..<4), (1..3).equals(1L..3L), (1..<1).equals(5..<5), (0..9).by(4) == [0, 4, 8]] }
