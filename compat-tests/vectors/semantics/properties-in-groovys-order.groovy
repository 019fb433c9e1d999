class Base {
    private int hidden = 1
    protected int guarded = 2
    public int open = 3
    int plain = 4
    static int shared = 5
    int getMade() { 6 }
    static int getStaticMade() { 7 }
    boolean isOk() { true }
}
class Kid extends Base { int own = 1; private int secret = 2; String last = 'z' }
println new Base().properties
println new Kid().properties
println new Kid().properties.collect { k, v -> "$k=$v" }
println Kid.metaClass.properties*.name
println new Date(0).properties.keySet()
println Kid.metaClass.hasProperty(new Kid(), 'own').name
println new Kid().hasProperty('nothing')
enum Op { ADD { int on(int a, int b) { a + b } }; abstract int on(int a, int b) }
println Op.ADD.declaringClass
println({ it }.memoizeBetween(1, 2).class.simpleName)
def spread(...all) { all.toList() }
try { spread(*[a: 1]) } catch (IllegalArgumentException e) { println e.message }
