def shown(String what, Closure action) {
    try { println "$what: ${action().inspect()}" } catch (Throwable e) { println "$what: ${e.class.name}: ${e.message}" }
}
trait Named { abstract String getName(); String hello() { "hello $name" } }
trait Swims { String moves() { 'swims' }; String swims() { 'yes' } }
trait Walks { String moves() { 'walks' }; def self() { this } }
class Duck implements Named, Swims, Walks { String name = 'duck' }
class Both implements Swims, Walks { String moves() { Swims.super.moves() + ' and ' + Walks.super.moves() } }
class Other implements Walks, Swims { }
interface Greets { default String hi() { 'hi' } }
class Loud implements Greets { String hi() { Greets.super.hi() + '!' } }
trait Base { String chain() { 'base' } }
trait First implements Base { String chain() { 'first ' + super.chain() } }
trait Second implements Base { String chain() { 'second ' + super.chain() } }
class Chained implements First, Second { }
interface Handler { String handle(String text) }
trait Plain implements Handler { String handle(String text) { "($text)" } }
trait Upper implements Handler { String handle(String text) { super.handle(text.toUpperCase()) } }
trait Twice implements Handler { String handle(String text) { super.handle(text + text) } }
class Handles implements Plain, Upper, Twice { }
class Person { String name = 'Ann'; String who() { 'person' } }
trait Titled { String title; String titled() { "$title $name" } }
shown('abstract getter') { new Duck().hello() }
shown('the last trait counts') { [new Duck().moves(), new Other().moves()] }
shown('named super') { [new Both().moves(), new Loud().hi()] }
shown('inherited super') { new Chained().chain() }
shown('super along the traits') { new Handles().handle('a') }
shown('as a trait') { def o = new Person() as Swims; [o.swims(), o.name, o.who(), o instanceof Swims, o instanceof Person] }
shown('with traits') { def o = new Person().withTraits(Swims, Walks); [o.swims(), o.moves(), o.name] }
shown('fields of a trait that was given') { def o = new Person() as Titled; o.title = 'Dr'; o.titled() }
