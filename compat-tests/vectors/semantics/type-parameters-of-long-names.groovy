interface IVisitor<InputType, OutputType> { OutputType visitMe(InputType input) }
class ConcreteVisitor implements IVisitor<Void, String> { String visitMe(Void v) { 'visited' } }
enum MyEnum { ENUM1 { @Override <I, O> O accept(IVisitor<I, O> visitor, I input) { visitor.visitMe(input) } }
 abstract <I, O> O accept(IVisitor<I, O> visitor, I input) }
println MyEnum.ENUM1.accept(new ConcreteVisitor(), null)
