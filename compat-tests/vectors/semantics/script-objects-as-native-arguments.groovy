// What extends a native class or is an enum keeps its own methods where a native takes any object.
enum State {
    IDAHO('Idaho'), IOWA('Iowa'),
    ;
    private final String value
    State(String value) { this.value = value }
    String toString() { value }
}
class Names extends ArrayList { String toString() { 'names' } ; boolean isEmpty() { true } }
class Failure extends IllegalStateException { Failure(m) { super(m) } ; String toString() { "own: $message" } }
println State.IDAHO
print State.IOWA
println()
println([State.IDAHO], )
def names = new Names(); names << 'a'
println names
println names as boolean
def failure = new Failure('x')
println failure
try { throw new RuntimeException('y', failure) } catch (e) { println e.cause; println e.cause.is(failure) }
println String.valueOf(State.IOWA) + State.IDAHO
println sprintf('%s %s', State.IDAHO, failure)
println Objects.toString(State.IDAHO) + Objects.equals(State.IDAHO, State.IDAHO)
