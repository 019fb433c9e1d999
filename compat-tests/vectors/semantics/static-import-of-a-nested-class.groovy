import static Baz.Foo as Bar
class Baz { static class Foo {} }
println new Bar().class.name
println((new Bar() {}).class.superclass.name)
