import org.forgerock.openicf.connectors.groovy.ScriptedConnector
import org.identityconnectors.framework.common.objects.AttributeInfo.Flags
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
def I = { Object... a -> AttributeInfoBuilder.build(*a) }
attempt('info str') { I('a').toString() }
attempt('info str2') { I('a', Map, EnumSet.of(Flags.MULTIVALUED, Flags.REQUIRED)).toString() }
attempt('info str3') { I('a', byte[]).toString() }
attempt('info str gs') { I('a', GuardedString).toString() }
attempt('info int') { I('a', int).toString() }
attempt('info props') { I('a').properties.keySet().sort() }
attempt('info flags class') { I('a').flags }
attempt('info flags unmod') { I('a').flags << Flags.REQUIRED }
attempt('info flags null') { AttributeInfoBuilder.build('a', String, null) }
attempt('info type null') { AttributeInfoBuilder.build('a', null) }
attempt('info type bad') { AttributeInfoBuilder.build('a', Date) }
attempt('info type obj') { AttributeInfoBuilder.build('a', Object) }
attempt('info type list') { AttributeInfoBuilder.build('a', List) }
attempt('info type hashmap') { AttributeInfoBuilder.build('a', HashMap) }
attempt('info type short') { AttributeInfoBuilder.build('a', Short) }
attempt('info type str[]') { AttributeInfoBuilder.build('a', String[]) }
attempt('info name null') { AttributeInfoBuilder.build(null) }
attempt('info name gs') { AttributeInfoBuilder.build("a${1}").name }
attempt('info list flags') { AttributeInfoBuilder.build('a', String, [Flags.REQUIRED] as Set).flags }
attempt('info list flags2') { AttributeInfoBuilder.build('a', String, [Flags.REQUIRED]).flags }
attempt('info hash') { I('a').hashCode() == I('A').hashCode() }
attempt('info eq type') { I('a') == I('a', Integer) }
attempt('info eq flags') { I('a') == I('a', String, EnumSet.of(Flags.REQUIRED)) }
attempt('pw info') { AttributeInfoBuilder.build('__PASSWORD__') }
attempt('pw info gs') { AttributeInfoBuilder.build('__PASSWORD__', GuardedString).flags }
attempt('cur pw info gs') { AttributeInfoBuilder.build('__CURRENT_PASSWORD__', String) }
attempt('notreadable') { AttributeInfoBuilder.build('a', String, EnumSet.of(Flags.NOT_READABLE)) }
attempt('builder') { new AttributeInfoBuilder('a').build() }
attempt('builder none') { new AttributeInfoBuilder().build() }
attempt('builder2') { new AttributeInfoBuilder('a', Integer).setRequired(true).setMultiValued(true).setCreateable(false).setUpdateable(false).setReadable(false).setReturnedByDefault(false).build().flags }
attempt('builder3') { def b = new AttributeInfoBuilder(); b.name = 'a'; b.type = Long; b.required = true; b.multiValued = true; b.build().flags }
attempt('builder unset') { new AttributeInfoBuilder('a').setRequired(true).setRequired(false).build().flags }
attempt('builder flags') { new AttributeInfoBuilder('a').setFlags(EnumSet.of(Flags.REQUIRED)).build().flags }
attempt('builder flags null') { new AttributeInfoBuilder('a').setFlags(null).build().flags }
attempt('builder define') { AttributeInfoBuilder.define('a').setType(Integer).build() }
attempt('builder settype bad') { new AttributeInfoBuilder('a').setType(Date) }
attempt('builder settype null') { new AttributeInfoBuilder('a').setType(null) }
attempt('builder setname blank') { new AttributeInfoBuilder().setName('') }
attempt('builder map ctor') { new AttributeInfoBuilder(name: 'a').build() }
attempt('flags valueOf') { Flags.valueOf('REQUIRED').ordinal() }
attempt('flags valueOf bad') { Flags.valueOf('X') }
attempt('flags str') { Flags.NOT_READABLE.toString() }
attempt('flags as') { 'REQUIRED' as Flags }
attempt('flags cmp') { Flags.REQUIRED < Flags.MULTIVALUED }
attempt('util find') { AttributeInfoUtil.find('A', [I('a')] as Set) }
attempt('util find none') { AttributeInfoUtil.find('b', [I('a')] as Set) }
attempt('util isSpecial') { AttributeInfoUtil.isSpecial(Name.INFO) }
attempt('util basic') { AttributeInfoUtil.metaClass.methods*.name.size() > 0 }
def O = { new ObjectClassInfoBuilder() }
attempt('oci str') { O().setType('t').addAttributeInfo(I('a')).build().toString() }
attempt('oci default') { O().build().type }
attempt('oci empty attrs') { O().build().attributeInfo }
attempt('oci container') { def b = O(); b.setContainer(true); b.build().container }
attempt('oci container chain') { O().setContainer(true) }
attempt('oci container prop') { def b = O(); b.container = true; b.build().toString() }
attempt('oci dup') { O().addAttributeInfo(I('a')).addAttributeInfo(I('A')) }
attempt('oci dup name') { O().addAttributeInfo(Name.INFO).addAttributeInfo(Name.INFO) }
attempt('oci all') { O().addAllAttributeInfo([I('a'), I('b')]).build().attributeInfo*.name.sort() }
attempt('oci all null') { O().addAllAttributeInfo(null) }
attempt('oci add null') { O().addAttributeInfo(null) }
attempt('oci type all') { O().setType('__ALL__').build() }
attempt('oci type blank') { O().setType('').build() }
attempt('oci type null') { O().setType(null).build() }
attempt('oci is') { [O().setType('T').build().is('t'), O().build().is('__account__'), O().build().is(null)] }
attempt('oci eq') { [O().build() == O().build(), O().setType('a').build() == O().setType('A').build(), O().setType('a').addAttributeInfo(I('x')).build() == O().setType('a').build()] }
attempt('oci uid attr') { O().addAttributeInfo(I('__UID__')).build() }
attempt('oci attributes order') { O().addAttributeInfo(I('zeta')).addAttributeInfo(I('alpha')).addAttributeInfo(I('Mid')).build().attributeInfo*.name }
attempt('oci unmod') { O().build().attributeInfo << I('q') }
def S = { new SchemaBuilder(ScriptedConnector) }
attempt('sb empty') { S().build() }
attempt('sb one') { def s = S(); s.defineObjectClass(O().build()); s.build().objectClassInfo*.type }
attempt('sb str') { def s = S(); s.defineObjectClass(O().addAttributeInfo(I('a')).build()); s.build().toString().readLines()[0..5] }
attempt('sb str len') { def s = S(); s.defineObjectClass(O().addAttributeInfo(I('a')).build()); s.defineOperationOption('x', String); s.build().toString().readLines().size() }
attempt('sb dup') { def s = S(); s.defineObjectClass(O().build()); s.defineObjectClass(O().build()) }
attempt('sb null') { S().defineObjectClass((ObjectClassInfo) null) }
attempt('sb type set') { def s = S(); s.defineObjectClass('t', [I('a')] as Set); s.build().findObjectClassInfo('T').attributeInfo*.name.sort() }
attempt('sb type set null') { def s = S(); s.defineObjectClass('t', null); s.build() }
attempt('sb ops') { def s = S(); s.defineObjectClass(O().setType('x').build(), SearchOp, CreateOp); def sc = s.build(); sc.supportedObjectClassesByOperation.collect { k, v -> k.simpleName + v*.type }.sort() }
attempt('sb by op') { def s = S(); s.defineObjectClass(O().setType('x').build(), SearchOp); s.build().getSupportedObjectClassesByOperation(org.identityconnectors.framework.api.operations.SearchApiOp)*.type }
attempt('sb oo by op') { def s = S(); s.defineObjectClass(O().setType('x').build()); s.defineOperationOption('o', String, SearchOp); def sc = s.build(); sc.supportedOptionsByOperation.collect { k, v -> k.simpleName + v*.name }.sort() }
attempt('sb find opt') { def s = S(); s.defineObjectClass(O().setType('x').build()); s.defineOperationOption('o', String, SearchOp); s.build().findOperationOptionInfo('o') }
attempt('sb find opt none') { def s = S(); s.defineObjectClass(O().setType('x').build()); s.build().findOperationOptionInfo('o') }
attempt('sb find opt null') { def s = S(); s.defineObjectClass(O().setType('x').build()); s.build().findOperationOptionInfo(null) }
attempt('sb find oci none') { def s = S(); s.defineObjectClass(O().setType('x').build()); s.build().findObjectClassInfo('o') }
attempt('sb find oci null') { def s = S(); s.defineObjectClass(O().setType('x').build()); s.build().findObjectClassInfo(null) }
attempt('sb schema eq') { def m = { def s = S(); s.defineObjectClass(O().setType('x').build()); s.build() }; m() == m() }
attempt('sb unmod') { def s = S(); s.defineObjectClass(O().setType('x').build()); s.build().objectClassInfo.clear() }
attempt('sb addSupported') { def s = S(); def i = O().setType('x').build(); s.defineObjectClass(i, SearchOp); s.addSupportedObjectClass(CreateOp, i); s.build().supportedObjectClassesByOperation.keySet()*.simpleName.sort() }
attempt('sb removeSupported') { def s = S(); def i = O().setType('x').build(); s.defineObjectClass(i); s.removeSupportedObjectClass(SearchOp, i); s.build().supportedObjectClassesByOperation.findAll { it.value }.keySet()*.simpleName.sort() }
attempt('sb addSupported undefined') { def s = S(); s.addSupportedObjectClass(CreateOp, O().setType('x').build()) }
attempt('sb addSupported twice') { def s = S(); def i = O().setType('x').build(); s.defineObjectClass(i); s.addSupportedObjectClass(SearchOp, i) }
attempt('sb remove twice') { def s = S(); def i = O().setType('x').build(); s.defineObjectClass(i, CreateOp); s.removeSupportedObjectClass(SearchOp, i) }
attempt('sb remove undefined') { def s = S(); s.removeSupportedObjectClass(CreateOp, O().setType('x').build()) }
attempt('sb addOpt') { def s = S(); s.defineObjectClass(O().build()); def i = OperationOptionInfoBuilder.buildPageSize(); s.defineOperationOption(i, SearchOp); s.addSupportedOperationOption(SyncOp, i); s.build().supportedOptionsByOperation.keySet()*.simpleName.sort() }
attempt('sb removeOpt') { def s = S(); s.defineObjectClass(O().build()); def i = OperationOptionInfoBuilder.buildPageSize(); s.defineOperationOption(i); s.removeSupportedOperationOption(SyncOp, i); s.build().supportedOptionsByOperation.findAll { it.value }.keySet()*.simpleName.sort() }
attempt('sb clear opts') { def s = S(); s.defineObjectClass(O().build()); s.clearSupportedOptionsByOperation(); s.build().supportedOptionsByOperation }
attempt('sb opt dup') { def s = S(); s.defineOperationOption('o', String); s.defineOperationOption('o', String) }
attempt('sb opt dup type') { def s = S(); s.defineOperationOption('o', String); s.defineOperationOption('o', Integer) }
attempt('sb opt null') { S().defineOperationOption((OperationOptionInfo) null) }
attempt('sb opt bad type') { S().defineOperationOption('o', Date) }
attempt('ooi') { OperationOptionInfoBuilder.build('a') }
attempt('ooi type') { OperationOptionInfoBuilder.build('a', Integer) }
attempt('ooi null') { OperationOptionInfoBuilder.build(null) }
attempt('ooi blank') { OperationOptionInfoBuilder.build('') }
attempt('ooi bad') { OperationOptionInfoBuilder.build('a', Map) }
attempt('ooi null type') { OperationOptionInfoBuilder.build('a', null) }
attempt('ooi builder') { new OperationOptionInfoBuilder('a', Integer).build() }
attempt('ooi builder2') { def b = new OperationOptionInfoBuilder(); b.name = 'q'; b.type = Long; b.build() }
attempt('ooi builder none') { new OperationOptionInfoBuilder().build() }
attempt('ooi eq') { [OperationOptionInfoBuilder.build('a') == OperationOptionInfoBuilder.build('a'), OperationOptionInfoBuilder.build('a') == OperationOptionInfoBuilder.build('A')] }
attempt('ooi new') { new OperationOptionInfo('a', String) }
attempt('ooi props') { OperationOptionInfoBuilder.build('a').properties.keySet().sort() }
['buildAttributesToGet', 'buildRunWithUser', 'buildRunWithPassword', 'buildScope', 'buildContainer', 'buildPagedResultsCookie', 'buildPagedResultsOffset', 'buildPageSize', 'buildSortKeys', 'buildFailOnError', 'buildRequireSerial', 'buildTotalPagedResultsPolicy'].each { m -> attempt(m) { def i = OperationOptionInfoBuilder."$m"(); [i.name, i.type, i.toString()] } }
OperationalAttributeInfos.declaredFields*.name.findAll { it ==~ /[A-Z_]+/ }.sort().each { n -> attempt("OAI $n") { OperationalAttributeInfos."$n".toString() } }
PredefinedAttributeInfos.declaredFields*.name.findAll { it ==~ /[A-Z_]+/ }.sort().each { n -> attempt("PAI $n") { PredefinedAttributeInfos."$n".toString() } }
['ENABLE', 'ENABLE_DATE', 'DISABLE_DATE', 'LOCK_OUT', 'PASSWORD_EXPIRATION_DATE', 'PASSWORD_EXPIRED', 'PASSWORD', 'CURRENT_PASSWORD'].each { n -> attempt("OAI2 $n") { [OperationalAttributeInfos."$n".toString(), OperationalAttributes."${n}_NAME"] } }
['SHORT_NAME', 'DESCRIPTION', 'LAST_PASSWORD_CHANGE_DATE', 'PASSWORD_CHANGE_INTERVAL', 'LAST_LOGIN_DATE', 'GROUPS'].each { n -> attempt("PAI2 $n") { PredefinedAttributeInfos."$n".toString() } }
['SHORT_NAME', 'DESCRIPTION', 'LAST_PASSWORD_CHANGE_DATE_NAME', 'PASSWORD_CHANGE_INTERVAL_NAME', 'LAST_LOGIN_DATE_NAME', 'GROUPS_NAME'].each { n -> attempt("PA $n") { PredefinedAttributes."$n" } }
attempt('OA names') { OperationalAttributes.OPERATIONAL_ATTRIBUTE_NAMES.sort() }
attempt('OA getnames') { OperationalAttributes.getOperationalAttributeNames().sort() }
attempt('OA is') { [OperationalAttributes.isOperationalAttribute(AttributeBuilder.buildEnabled(true)), OperationalAttributes.isOperationalAttribute(new Uid('x'))] }
attempt('oc eq') { [new ObjectClass('a') == new ObjectClass('A'), new ObjectClass('a').hashCode() == new ObjectClass('A').hashCode(), new ObjectClass('a').equals('a'), new ObjectClass('a') == null] }
attempt('oc is oc') { ObjectClass.ACCOUNT.is(new ObjectClass('__ACCOUNT__')) }
attempt('oc is gs') { ObjectClass.ACCOUNT.is("${'__ACCOUNT__'}") }
attempt('oc const') { [ObjectClass.ACCOUNT_NAME, ObjectClass.GROUP_NAME, ObjectClass.ALL_NAME, ObjectClass.ACCOUNT, ObjectClass.GROUP, ObjectClass.ALL] }
attempt('oc gs') { new ObjectClass("a${1}").objectClassValue }
attempt('oc int') { new ObjectClass(1) }
attempt('oc display') { [ObjectClass.ACCOUNT.displayNameKey, ObjectClass.GROUP.displayNameKey, new ObjectClass('__x').displayNameKey, ObjectClass.ACCOUNT.helpMessageKey] }
attempt('oc type') { ObjectClass.ACCOUNT.type }
attempt('oc in list') { new ObjectClass('users') in [new ObjectClass('USERS')] }
attempt('oc map key') { [(new ObjectClass('users')): 1][new ObjectClass('USERS')] }
attempt('oc util') { [ObjectClassUtil.isSpecial(new ObjectClass('a')), ObjectClassUtil.isSpecialName('__A__'), ObjectClassUtil.createSpecialName('a'), ObjectClassUtil.namesEqual('a', 'A')] }
attempt('oc as') { 'users' as ObjectClass }
attempt('oc case str') { switch (new ObjectClass('a').objectClassValue) { case 'a': return 1; default: return 2 } }
null
