class Base { String getName() { 'n' }; boolean isOn() { true } }
class Derived extends Base { int count = 3 }
println new Derived().properties.findAll { it.key != 'class' }.sort()
