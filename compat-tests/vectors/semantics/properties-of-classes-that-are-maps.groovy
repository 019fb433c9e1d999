class M extends HashMap { def x = 1; String name = 'n'; int getSize2() { 7 }; private p = 5
  def inside() { x = 3; y = 4; [x, this.x, y, this.y, p] } }
def m = new M()
println([m.x, m.name, m.size2, m.nope, m.p])
m.x = 2; m.zz = 9; m.name = 'q'
println m
println([m.x, m.name, m.zz, m.@x])
println m.inside()
println m
m['k'] = 1; println m.k
m.with { k2 = 3 }; println m.k2
println m.class
println m.empty
m.empty = 5; println m.empty; println m
