abstract class Base extends Script { def run() { super.setBinding(new Binding([k: 5])); println super.getBinding().variables; println k; super.setProperty('z', 4); println super.getProperty('z'); println z; body(); super.println('p') ; super.invokeMethod('f', [1] as Object[]) }
 abstract body(); def f(x) { 'f' + x } }
@groovy.transform.BaseScript Base b
println 'in ' + k
