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
def C = { String u = 'u' -> ICF.co { uid u; id 'n' } }
attempt('tok') { ['x', 1, 1L, 1.5d, 1.50, 5G, true, 'c' as char, [1] as byte[], (byte) 1, [k: 1]].collect { new SyncToken(it).toString().replaceAll(/@\w+/, '') } }
attempt('tok date') { new SyncToken(new Date(0)) }
attempt('tok gs') { new SyncToken("x${1}") }
attempt('tok short') { new SyncToken((short) 1) }
attempt('tok tok') { new SyncToken(new SyncToken(1)) }
attempt('tok eq') { [new SyncToken(1) == new SyncToken(1), new SyncToken('1') == new SyncToken(1), new SyncToken(1).hashCode() == new SyncToken(1).hashCode(), new SyncToken(1).equals(1)] }
attempt('tok hash') { new SyncToken('abc').hashCode() }
attempt('tok props') { new SyncToken('abc').properties.keySet().sort() }
def B = { new SyncDeltaBuilder().setToken(new SyncToken(1)).setDeltaType(SyncDeltaType.CREATE).setObject(C()) }
attempt('d str') { B().build().toString() }
attempt('d get') { def d = B().build(); [d.token, d.deltaType, d.uid, d.previousUid, d.objectClass, d.object?.name] }
attempt('d eq') { B().build() == B().build() }
attempt('d hash') { B().build().hashCode() == B().build().hashCode() }
attempt('d copy') { new SyncDeltaBuilder(B().build()).setToken(new SyncToken(2)).build().token }
attempt('d copy null') { new SyncDeltaBuilder(null) }
attempt('d empty') { new SyncDeltaBuilder().build() }
attempt('d no token') { new SyncDeltaBuilder().setDeltaType(SyncDeltaType.CREATE).setObject(C()).build() }
attempt('d no type') { new SyncDeltaBuilder().setToken(new SyncToken(1)).setObject(C()).build() }
attempt('d no object') { new SyncDeltaBuilder().setToken(new SyncToken(1)).setDeltaType(SyncDeltaType.UPDATE).build() }
attempt('d uid no object') { new SyncDeltaBuilder().setToken(new SyncToken(1)).setDeltaType(SyncDeltaType.UPDATE).setUid(new Uid('u')).build() }
attempt('d delete') { new SyncDeltaBuilder().setToken(new SyncToken(1)).setDeltaType(SyncDeltaType.DELETE).setUid(new Uid('u')).build().toString() }
attempt('d delete oc') { new SyncDeltaBuilder().setToken(new SyncToken(1)).setDeltaType(SyncDeltaType.DELETE).setUid(new Uid('u')).setObjectClass(ObjectClass.GROUP).build().objectClass }
attempt('d delete none') { new SyncDeltaBuilder().setToken(new SyncToken(1)).setDeltaType(SyncDeltaType.DELETE).build() }
attempt('d uid mismatch') { B().setUid(new Uid('z')).build() }
attempt('d oc mismatch') { B().setObjectClass(ObjectClass.GROUP).build() }
attempt('d prev create') { B().setPreviousUid(new Uid('z')).build() }
attempt('d prev update') { B().setDeltaType(SyncDeltaType.UPDATE).setPreviousUid(new Uid('z')).build().previousUid }
attempt('d prev delete') { B().setDeltaType(SyncDeltaType.DELETE).setPreviousUid(new Uid('z')).build().previousUid }
attempt('d object null') { B().setObject(null).build() }
attempt('d chain props') { def b = new SyncDeltaBuilder(); b.token = new SyncToken(1); b.deltaType = SyncDeltaType.DELETE; b.uid = new Uid('u'); b.build().uid }
attempt('d getters') { def b = B(); [b.token, b.deltaType, b.uid, b.previousUid, b.objectClass, b.object?.name] }
attempt('types') { SyncDeltaType.values().collect { it.name() + it.ordinal() } }
attempt('type valueOf') { SyncDeltaType.valueOf('X') }
attempt('type as') { 'CREATE' as SyncDeltaType }
def D = { Closure c -> ICF.delta(c) }
attempt('D empty') { D { } }
attempt('D token only') { D { syncToken 1 } }
attempt('D token null') { D { syncToken null } }
attempt('D token SyncToken') { D { syncToken new SyncToken(7); DELETE 'u' }.token }
attempt('D token date') { D { syncToken new Date(0) } }
attempt('D token gs') { D { syncToken "a${1}"; DELETE('u') }.token }
attempt('D token prop') { D { token = new SyncToken(1); DELETE('u') }.token }
attempt('D DELETE()') { D { syncToken 1; DELETE() } }
attempt('D DELETE null') { D { syncToken 1; DELETE(null) } }
attempt('D DELETE str') { D { syncToken 1; DELETE('u') }.toString() }
attempt('D DELETE gs') { D { syncToken 1; DELETE("u${1}") }.uid }
attempt('D DELETE int') { D { syncToken 1; DELETE(5) }.uid }
attempt('D DELETE uid') { D { syncToken 1; DELETE(new Uid('u', 'r')) }.uid.revision }
attempt('D DELETE obj') { D { syncToken 1; DELETE(); object { uid 'u'; id 'n' } }.toString() }
attempt('D obj DELETE') { D { syncToken 1; object { uid 'u'; id 'n' }; DELETE('x') }.toString() }
attempt('D obj then DELETE str') { D { syncToken 1; DELETE('x'); object { uid 'u'; id 'n' } }.uid }
attempt('D CREATE') { D { syncToken 1; CREATE(); object { uid 'u'; id 'n'; objectClass 'q' } }.objectClass }
attempt('D CREATE arg') { D { syncToken 1; CREATE('u'); object { uid 'u'; id 'n' } } }
attempt('D CREATE noparen') { D { syncToken 1; CREATE; object { uid 'u'; id 'n' } } }
attempt('D CREATE co') { D { syncToken 1; CREATE(); object C() }.uid }
attempt('D object str') { D { syncToken 1; CREATE(); object 'x' } }
attempt('D UPDATE') { D { syncToken 1; UPDATE(); previousUid 'p'; object C() }.previousUid }
attempt('D UPDATE prev Uid') { D { syncToken 1; UPDATE(); previousUid new Uid('p'); object C() }.previousUid }
attempt('D prev null') { D { syncToken 1; UPDATE(); previousUid null; object C() }.previousUid }
attempt('D prev gs') { D { syncToken 1; UPDATE(); previousUid "p${1}"; object C() }.previousUid }
attempt('D prev create') { D { syncToken 1; CREATE(); previousUid 'p'; object C() }.previousUid }
attempt('D CoU') { D { syncToken 1; CREATE_OR_UPDATE(); object C() }.deltaType }
attempt('D setDeltaType') { D { syncToken 1; setDeltaType SyncDeltaType.UPDATE; object C() }.deltaType }
attempt('D deltaType=') { D { syncToken 1; delegate.deltaType = SyncDeltaType.UPDATE; object C() }.deltaType }
attempt('D deltaType= bare') { D { syncToken 1; deltaType = SyncDeltaType.UPDATE; object C() }.deltaType }
attempt('D deltaType str') { D { syncToken 1; delegate.deltaType = 'UPDATE'; object C() }.deltaType }
attempt('D deltaType word') { D { syncToken 1; deltaType SyncDeltaType.UPDATE; object C() }.deltaType }
attempt('D uid word') { D { syncToken 1; DELETE(); uid 'x' }.uid }
attempt('D builder') { D { syncToken 1; DELETE('u'); builder.setObjectClass(ObjectClass.GROUP) }.objectClass }
attempt('D setUid') { D { syncToken 1; DELETE(); setUid(new Uid('q')) }.uid }
attempt('D objectClass') { D { syncToken 1; DELETE('q'); objectClass 'x' } }
attempt('D setObjectClass') { D { syncToken 1; DELETE('q'); setObjectClass(ObjectClass.GROUP) }.objectClass }
attempt('D noid') { D { syncToken 1; CREATE(); object { uid 'u' } } }
attempt('D unknown') { D { syncToken 1; foo() } }
attempt('D unknownp') { D { syncToken foo } }
attempt('D inner local') { def x = 'q'; D { syncToken 1; CREATE(); object { uid x; id x; attribute 'z', x } }.object.attributes.size() }
attempt('D two objects') { D { syncToken 1; CREATE(); object { uid 'a'; id 'a' }; object { uid 'b'; id 'b' } }.uid }
attempt('D two tokens') { D { syncToken 1; syncToken 2; DELETE('q') }.token }
attempt('D objectcall in each') { D { syncToken 1; CREATE(); object { uid 'a'; id 'a'; [1, 2].each { attribute "k$it", it } } }.object.attributes*.name }
null
