import org.identityconnectors.framework.common.objects.*
import org.identityconnectors.framework.common.objects.filter.*
import org.identityconnectors.framework.common.exceptions.*
import org.identityconnectors.framework.common.*
import org.identityconnectors.common.*
import org.identityconnectors.common.security.*
import org.identityconnectors.common.logging.Log
import org.identityconnectors.framework.spi.operations.*
def attempt(String label, Closure body) {
    try {
        def v = body.call()
        println label + ' -> ' + (v == null ? 'null' : v.getClass().name.replaceAll(/\$\$?Lambda.*|_closure\d+.*/, '') + ' ' + (v instanceof Object[] ? v.toList() : v.toString().replaceAll(/@[0-9a-f]{4,}/, '@H').replaceAll('\n', '|')))
    }
    catch (ClassCastException e) { println label + ' !! ' + e.class.name }
    catch (Throwable e) {
        def told = e.message?.readLines()?.getAt(0)
        println label + ' !! ' + e.class.name + ((e instanceof NullPointerException && (told == null || told.startsWith('Cannot ') && !told.contains('on null object'))) ? '' : ': ' + told) + (e.cause ? ' <- ' + e.cause.class.name : '')
    }
}
attempt('eq1') { new Attribute('a', [1]).equals(new Attribute('A', [1])) }
attempt('new attr null') { new Attribute('a', null) }
attempt('new attr blank') { new Attribute('', null) }
attempt('new attr nullname') { new Attribute(null, null) }
attempt('uid as attr') { new Attribute('__UID__', ['x']).class }
attempt('inspect') { new Uid('x').inspect() }
attempt('gs') { "${new Uid('x')} ${new Name('y')}" }
attempt('uid getName') { new Uid('x').name }
attempt('uid value') { new Uid('x').value }
attempt('uid getValue class') { new Uid('x').value.getClass().name }
attempt('attr props') { AttributeBuilder.build('a', 1).properties.keySet().sort() }
attempt('uid ==string') { new Uid('x') == 'x' }
attempt('uid hash') { new Uid('x').hashCode() }
attempt('attr hash') { AttributeBuilder.build('mail', 1).hashCode() }
attempt('uid in list') { [new Uid('x')].contains(new Uid('x', 'r')) }
attempt('uid in map') { [(new Uid('x')): 1][new Uid('x')] }
attempt('set of attrs') { ([AttributeBuilder.build('a', 1), AttributeBuilder.build('A', 1), AttributeBuilder.build('a', 2)] as Set).size() }
attempt('uid gstring') { new Uid("x${1}").uidValue }
attempt('uid gstring class') { new Uid("x${1}").uidValue.class }
attempt('uid int') { new Uid(1) }
attempt('uid long') { new Uid(1L) }
attempt('uid uid') { new Uid(new Uid('x')) }
attempt('uid null rev') { new Uid('x', null) }
attempt('uid revision null') { new Uid('x').revision }
attempt('uid set') { new Uid('x').uidValue = 'y' }
attempt('uid set value') { new Uid('x').value = ['y'] }
attempt('uid missing prop') { new Uid('x').foo }
attempt('uid missing meth') { new Uid('x').foo() }
attempt('uid missing meth arg') { new Uid('x').foo(1, 'a') }
attempt('uid as String') { new Uid('x') as String }
attempt('string as Uid') { 'x' as Uid }
attempt('cast string Uid') { (Uid) 'x' }
attempt('typed uid') { Uid u = new Uid('x'); u.uidValue }
attempt('list as Uid') { ['x'] as Uid }
attempt('list typed Uid') { Uid u = ['x', 'r']; u.revision }
attempt('uid instanceof') { [new Uid('x') instanceof Attribute, new Name('n') instanceof Attribute, new Uid('x') instanceof Uid] }
attempt('Uid.NAME') { [Uid.NAME, Name.NAME, Uid.getNAME()] }
attempt('Name.INFO') { Name.INFO.toString() }
attempt('name gstring') { new Name("n${1}").nameValue }
attempt('name int') { new Name(1) }
attempt('name blank') { new Name('').nameValue.inspect() }
attempt('name eq') { [new Name('a') == new Name('a'), new Name('a') == new Name('A'), new Name('a').equals(AttributeBuilder.build('__NAME__', 'a'))] }
attempt('name null str') { new Name(null).toString() }
attempt('is') { [new Uid('x').is('__uid__'), AttributeBuilder.build('a').is('A'), AttributeBuilder.build('a').is(null)] }
attempt('is gstring') { AttributeBuilder.build('a').is("${'A'}") }
attempt('build many') { AttributeBuilder.build('a', 1, 'x', null, true) }
attempt('build nulls') { AttributeBuilder.build('a', null, null) }
attempt('build null obj') { AttributeBuilder.build('a', (Object) null) }
attempt('build null arr') { AttributeBuilder.build('a', (Object[]) null) }
attempt('build null') { AttributeBuilder.build('a', null) }
attempt('build set') { AttributeBuilder.build('a', [1, 2] as Set) }
attempt('build range') { AttributeBuilder.build('a', 1..3) }
attempt('build map') { AttributeBuilder.build('a', [b: 1]) }
attempt('build map type') { AttributeBuilder.build('a', [b: 1]).value[0].getClass().name }
attempt('build gs key map') { AttributeBuilder.build('a', [("k${1}".toString()): 1]) }
attempt('build gs key map2') { def m = [:]; m["k${1}"] = 1; AttributeBuilder.build('a', m) }
attempt('build gs val map') { AttributeBuilder.build('a', [k: "k${1}"]) }
attempt('build list map') { AttributeBuilder.build('a', [[b: 1], [c: 2]]) }
attempt('build nested') { AttributeBuilder.build('a', [[1], [2]]) }
attempt('build null key map') { AttributeBuilder.build('a', [(null): 1]) }
attempt('build map in list in map') { AttributeBuilder.build('a', [k: [[x: new Date(0)]]]) }
attempt('build map in map') { AttributeBuilder.build('a', [k: [x: new Date(0)]]) }
attempt('build map set') { AttributeBuilder.build('a', [k: [1] as Set]) }
attempt('build map array') { AttributeBuilder.build('a', [k: [1] as int[]]) }
attempt('build map bytes') { AttributeBuilder.build('a', [k: [1] as byte[]]) }
attempt('build bytes') { AttributeBuilder.build('a', [1, 2] as byte[]).value[0].getClass() }
attempt('build int array') { AttributeBuilder.build('a', [1, 2] as int[]) }
attempt('build String array') { AttributeBuilder.build('a', ['a', 'b'] as String[]) }
attempt('build Integer array') { AttributeBuilder.build('a', [1, 2] as Integer[]) }
attempt('build short') { AttributeBuilder.build('a', (short) 1) }
attempt('build bytev') { AttributeBuilder.build('a', (byte) 1) }
attempt('build char') { AttributeBuilder.build('a', 'c' as char) }
attempt('build float') { AttributeBuilder.build('a', 1.5f) }
attempt('build double') { AttributeBuilder.build('a', 1.5d) }
attempt('build bd') { AttributeBuilder.build('a', 1.50) }
attempt('build bi') { AttributeBuilder.build('a', 5G) }
attempt('build long') { AttributeBuilder.build('a', 5L).value[0].getClass() }
attempt('build enum') { AttributeBuilder.build('a', SyncDeltaType.CREATE) }
attempt('build date list') { AttributeBuilder.build('a', [new Date(0)]) }
attempt('build uri') { AttributeBuilder.build('a', new URI('x')) }
attempt('build guarded') { AttributeBuilder.build('a', new GuardedString('x'.toCharArray())) }
attempt('build uid') { AttributeBuilder.build('a', new Uid('x')) }
attempt('build attr') { AttributeBuilder.build('a', AttributeBuilder.build('b')) }
attempt('build oc') { AttributeBuilder.build('a', ObjectClass.ACCOUNT) }
attempt('build closure') { AttributeBuilder.build('a', { 1 }) }
attempt('build class') { AttributeBuilder.build('a', String) }
attempt('build stringbuilder') { AttributeBuilder.build('a', new StringBuilder('x')) }
attempt('build timestamp') { AttributeBuilder.build('a', new java.sql.Timestamp(0)) }
attempt('build uuid') { AttributeBuilder.build('a', UUID.fromString('00000000-0000-0000-0000-000000000001')) }
attempt('build gstring') { AttributeBuilder.build('a', "x${1}") }
attempt('build gstring name') { AttributeBuilder.build("a${1}", 1) }
attempt('build int name') { AttributeBuilder.build(1, 1) }
attempt('build uid null') { AttributeBuilder.build('__UID__') }
attempt('build uid int') { AttributeBuilder.build('__UID__', 1) }
attempt('build uid list') { AttributeBuilder.build('__UID__', ['a']) }
attempt('build uid empty list') { AttributeBuilder.build('__UID__', []) }
attempt('build uid blank') { AttributeBuilder.build('__UID__', ' ') }
attempt('build name null') { AttributeBuilder.build('__NAME__', [null]) }
attempt('build name 2') { AttributeBuilder.build('__NAME__', 'a', 'b') }
attempt('value unmod') { AttributeBuilder.build('a', 1).value.add(2) }
attempt('value class') { AttributeBuilder.build('a', 1).value.getClass().name }
attempt('value set') { AttributeBuilder.build('a', 1).value[0] = 5 }
attempt('value plus') { AttributeBuilder.build('a', 1).value + 2 }
attempt('value nested map mutable') { def m = [b: 1]; def a = AttributeBuilder.build('a', m); m.b = 2; a }
attempt('value list copy') { def m = [1]; def a = AttributeBuilder.build('a', m); m << 2; a }
attempt('builder empty') { new AttributeBuilder().build() }
attempt('builder name') { new AttributeBuilder().setName('a').build() }
attempt('builder name2') { new AttributeBuilder(name: 'a').build() }
attempt('builder props') { def b = new AttributeBuilder(); b.name = 'a'; b.addValue(1, 2); [b.name, b.value] }
attempt('builder value null') { new AttributeBuilder().value }
attempt('builder blank') { new AttributeBuilder().setName(' ') }
attempt('builder null') { new AttributeBuilder().setName(null) }
attempt('builder addnull') { new AttributeBuilder().setName('a').addValue((Object) null).build() }
attempt('builder addnull2') { new AttributeBuilder().setName('a').addValue(null).build() }
attempt('builder addnull3') { new AttributeBuilder().setName('a').addValue((Collection) null).build() }
attempt('builder addnone') { new AttributeBuilder().setName('a').addValue().build() }
attempt('builder addcoll') { new AttributeBuilder().setName('a').addValue([1, 2]).addValue([] as Set).build() }
attempt('builder clear') { new AttributeBuilder().setName('a').addValue(1).clearValue().build() }
attempt('builder bad') { new AttributeBuilder().setName('a').addValue(new Date(0)) }
attempt('builder bad noname') { new AttributeBuilder().addValue(new Date(0)) }
attempt('builder value bad') { new AttributeBuilder().addValue(1).value << 5 }
attempt('builder uid') { new AttributeBuilder().setName('__UID__').addValue('x').build().class }
attempt('pw gs') { AttributeBuilder.buildPassword(new GuardedString('x'.toCharArray())).name }
attempt('pw chars') { AttributeBuilder.buildPassword('x'.toCharArray()).name }
attempt('pw str') { AttributeBuilder.buildPassword('x') }
attempt('pw null') { AttributeBuilder.buildPassword((GuardedString) null) }
attempt('cpw') { AttributeBuilder.buildCurrentPassword('x'.toCharArray()).name }
attempt('lock') { AttributeBuilder.buildLockOut(true) }
attempt('pwexp') { AttributeBuilder.buildPasswordExpired(true) }
attempt('en date l') { AttributeBuilder.buildEnableDate(5L) }
attempt('en date i') { AttributeBuilder.buildEnableDate(5) }
attempt('dis date') { AttributeBuilder.buildDisableDate(new Date(5)) }
attempt('exp date') { AttributeBuilder.buildPasswordExpirationDate(5L) }
attempt('last login') { AttributeBuilder.buildLastLoginDate(new Date(7)) }
attempt('last pw') { AttributeBuilder.buildLastPasswordChangeDate(7L) }
attempt('pw int') { AttributeBuilder.buildPasswordChangeInterval(7) }
attempt('eq arr') { AttributeBuilder.build('a', [1] as byte[], [2] as byte[]) == AttributeBuilder.build('a', [1] as byte[], [2] as byte[]) }
attempt('eq order') { AttributeBuilder.build('a', 1, 2) == AttributeBuilder.build('a', 2, 1) }
attempt('eq bd') { AttributeBuilder.build('a', 1.0) == AttributeBuilder.build('a', 1.00) }
attempt('eq map') { AttributeBuilder.build('a', [x: 1, y: 2]) == AttributeBuilder.build('a', [y: 2, x: 1]) }
attempt('spaceship') { new Uid('a') <=> new Uid('b') }
attempt('truth') { new Uid('a') ? 1 : 2 }
attempt('truth2') { AttributeBuilder.build('a') ? 1 : 2 }
attempt('switch') { switch (new Uid('a')) { case new Uid('a'): return 'same'; default: return 'no' } }
attempt('case class') { switch (new Uid('a')) { case Attribute: return 'attr'; default: return 'no' } }
attempt('str tricky') { AttributeBuilder.build('a', [k: [1, [z: null]]], 'x').toString() }
attempt('str bytes') { AttributeBuilder.build('a', [1] as byte[]).toString() }
attempt('str guarded') { AttributeBuilder.build('a', new GuardedString('q'.toCharArray())).toString() }
attempt('dollar') { AttributeBuilder.build('a', 1).'name' }
attempt('getAt') { AttributeBuilder.build('a', 1)['name'] }
attempt('each') { def r = []; new Uid('q').each { r << it }; r }
attempt('with') { new Uid('q').with { uidValue } }
attempt('tap') { AttributeBuilder.build('q').tap { }.name }
attempt('metaClass') { Uid.simpleName + Attribute.package.name }
attempt('respondsTo') { new Uid('q').respondsTo('getUidValue').size() }
attempt('hasProperty') { new Uid('q').hasProperty('uidValue') != null }
attempt('dump') { new Uid('q').collect { it } }
null
