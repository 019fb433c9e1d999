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
def C = { ICF.co { uid 'u'; id 'n'; attribute 'b', 1; attribute 'A', 2; objectClass 'users' } }
attempt('co str') { C().toString() }
attempt('co attrs class') { C().attributes.getClass().name }
attempt('co attrs unmod') { C().attributes.clear() }
attempt('co hash') { C().hashCode() == C().hashCode() }
attempt('co eq') { C() == C() }
attempt('co eq class') { C() == ICF.co { uid 'u'; id 'n'; attribute 'b', 1; attribute 'A', 2 } }
attempt('co by name') { [C().getAttributeByName('a'), C().getAttributeByName('zz')] }
attempt('co by null') { C().getAttributeByName(null) }
attempt('co getAt') { C()['b'] }
attempt('co missing') { C().b }
attempt('co uid') { [C().uid, C().name, C().objectClass] }
attempt('co set') { C().uid = new Uid('x') }
attempt('co iter') { C().collect { it.class.simpleName } }
attempt('co attr order') { ICF.co { uid 'u'; id 'n'; ['zeta', 'alpha', 'mail', 'cn', 'sn', 'givenName', 'x1', 'x2', 'x3', 'x4', 'x5', 'x6', 'x7', 'x8'].each { n -> attribute n, 1 } }.attributes*.name }
attempt('new co') { new ConnectorObject(ObjectClass.ACCOUNT, [new Uid('u'), new Name('n')] as Set).name }
attempt('new co nouid') { new ConnectorObject(ObjectClass.ACCOUNT, [new Name('n')] as Set) }
attempt('new co noname') { new ConnectorObject(ObjectClass.ACCOUNT, [new Uid('n')] as Set) }
attempt('new co empty') { new ConnectorObject(ObjectClass.ACCOUNT, [] as Set) }
attempt('new co null set') { new ConnectorObject(ObjectClass.ACCOUNT, null) }
attempt('new co all') { new ConnectorObject(ObjectClass.ALL, [new Uid('u'), new Name('n')] as Set) }
def B = { new ConnectorObjectBuilder().setUid('u').setName('n') }
attempt('b default class') { B().build().objectClass }
attempt('b uid null') { new ConnectorObjectBuilder().setUid(null) }
attempt('b uid blank') { new ConnectorObjectBuilder().setUid('') }
attempt('b uid Uid') { new ConnectorObjectBuilder().setUid(new Uid('q', 'r')).setName('n').build().uid.revision }
attempt('b uid gs') { new ConnectorObjectBuilder().setUid("q${1}").setName('n').build().uid }
attempt('b uid prop') { def b = new ConnectorObjectBuilder(); b.uid = 'x'; b.name = 'y'; b.objectClass = ObjectClass.GROUP; b.build().objectClass }
attempt('b uid int') { new ConnectorObjectBuilder().setUid(5) }
attempt('b name null') { new ConnectorObjectBuilder().setUid('u').setName((String) null).build().name }
attempt('b name Name') { new ConnectorObjectBuilder().setUid('u').setName(new Name('q')).build().name }
attempt('b no name') { new ConnectorObjectBuilder().setUid('u').build() }
attempt('b no uid') { new ConnectorObjectBuilder().setName('u').build() }
attempt('b add attr') { B().addAttribute(AttributeBuilder.build('a', 1)).build().attributes.size() }
attempt('b add attrs') { B().addAttribute(AttributeBuilder.build('a', 1), AttributeBuilder.build('b', 1)).build().attributes.size() }
attempt('b add n') { B().addAttribute('a').build().getAttributeByName('a') }
attempt('b add n null') { B().addAttribute('a', null).build().getAttributeByName('a') }
attempt('b add n nulls') { B().addAttribute('a', (Object) null).build().getAttributeByName('a') }
attempt('b add n v') { B().addAttribute('a', 1, 'x').build().getAttributeByName('a') }
attempt('b add n list') { B().addAttribute('a', [1, 'x']).build().getAttributeByName('a') }
attempt('b add n date') { B().addAttribute('a', new Date(0)) }
attempt('b add n gstr') { B().addAttribute('a', "x${1}") }
attempt('b add uid') { B().addAttribute(new Uid('zz')).build().uid }
attempt('b add n uid') { B().addAttribute('__UID__', 'zz').build().uid }
attempt('b add null') { B().addAttribute((Attribute[]) null) }
attempt('b addAttributes') { B().addAttributes([AttributeBuilder.build('a', 1)]).build().attributes.size() }
attempt('b addAttributes null') { B().addAttributes(null) }
attempt('b add ab') { B().addAttribute(new AttributeBuilder().setName('x').addValue(1).build()).build().attributes.size() }
attempt('b remove') { B().addAttribute('a', 1).removeAttribute('A').build().attributes.size() }
attempt('b remove none') { B().removeAttribute('A').build().attributes.size() }
attempt('b getName') { B().getAttributeByName('x') }
attempt('b clear') { B().addAttribute('q', 1).clearAttributes().build() }
attempt('b oc null') { B().setObjectClass(null).build() }
attempt('b oc str') { B().setObjectClass('x') }
attempt('b oc all') { B().setObjectClass(ObjectClass.ALL) }
attempt('b add obj') { B().add(C()).build().name }
attempt('b str') { B().toString() }
attempt('b ctor map') { new ConnectorObjectBuilder(uid: 'u', name: 'n').build().uid }
attempt('b same case') { B().addAttribute('a', 1).addAttribute('A', 2).build().attributes*.toString().sort() }
attempt('ICF co noid') { ICF.co { uid 'u' } }
attempt('ICF co nouid') { ICF.co { id 'u' } }
attempt('ICF co empty') { ICF.co { } }
attempt('ICF co null') { ICF.co(null) }
attempt('ICF co uid null') { ICF.co { uid null; id 'n' } }
attempt('ICF co uid int') { ICF.co { uid 5; id 'n' } }
attempt('ICF co uid Uid') { ICF.co { uid new Uid('q', 'r'); id 'n' }.uid.revision }
attempt('ICF co uid gs') { ICF.co { uid "q${1}"; id 'n' }.uid }
attempt('ICF co id Name') { ICF.co { uid 'q'; id new Name('n') }.name }
attempt('ICF co id int') { ICF.co { uid 'q'; id 5 }.name }
attempt('ICF co id gs') { ICF.co { uid 'q'; id "n${1}" }.name }
attempt('ICF co oc null') { ICF.co { uid 'q'; id 'n'; objectClass null } }
attempt('ICF co oc str') { ICF.co { uid 'q'; id 'n'; objectClass 'x' }.objectClass }
attempt('ICF co oc gs') { ICF.co { uid 'q'; id 'n'; objectClass "x${1}" }.objectClass }
attempt('ICF co oc all') { ICF.co { uid 'q'; id 'n'; objectClass '__ALL__' }.objectClass }
attempt('ICF co oc blank') { ICF.co { uid 'q'; id 'n'; objectClass '' }.objectClass }
attempt('ICF co oc OC') { ICF.co { uid 'q'; id 'n'; objectClass ObjectClass.GROUP }.objectClass }
attempt('ICF co oc delegate') { def objectClass = ObjectClass.GROUP; ICF.co { uid 'q'; id 'n'; delegate.objectClass objectClass }.objectClass }
attempt('ICF co oc setter') { ICF.co { uid 'q'; id 'n'; setObjectClass ObjectClass.GROUP }.objectClass }
attempt('ICF co oc assign') { ICF.co { uid 'q'; id 'n'; objectClass = ObjectClass.GROUP }.objectClass }
attempt('ICF co uid assign') { ICF.co { uid = 'q'; id 'n' }.uid }
attempt('ICF co unknown') { ICF.co { uid 'q'; id 'n'; foo 'x' } }
attempt('ICF co unknown prop') { ICF.co { uid 'q'; id 'n'; attribute 'x', foo } }
attempt('ICF co binding var') { ICF.co { uid 'q'; id 'n'; attribute 'x', log } }
attempt('ICF co builder') { ICF.co { uid 'q'; id 'n'; builder.addAttribute('x', 1) }.attributes.size() }
attempt('ICF co attr map') { ICF.co { uid 'q'; id 'n'; attribute 'm', [a: 1, b: [c: 2]] }.getAttributeByName('m') }
attempt('ICF co attr emptymap') { ICF.co { uid 'q'; id 'n'; attribute 'm', [:] }.getAttributeByName('m') }
attempt('ICF co attr list map') { ICF.co { uid 'q'; id 'n'; attribute 'm', [[a: 1]] }.getAttributeByName('m') }
attempt('ICF co attr set') { ICF.co { uid 'q'; id 'n'; attribute 'm', [1, 2] as Set }.getAttributeByName('m') }
attempt('ICF co attr range') { ICF.co { uid 'q'; id 'n'; attribute 'm', 1..3 }.getAttributeByName('m') }
attempt('ICF co attr date') { ICF.co { uid 'q'; id 'n'; attribute 'm', new Date(0) }.getAttributeByName('m') }
attempt('ICF co attr obj[]') { ICF.co { uid 'q'; id 'n'; attribute 'm', ['a'] as Object[] }.getAttributeByName('m') }
attempt('ICF co attr int[]') { ICF.co { uid 'q'; id 'n'; attribute 'm', [1, 2] as int[] }.getAttributeByName('m') }
attempt('ICF co attr bool2') { ICF.co { uid 'q'; id 'n'; attribute 'm', true, false }.getAttributeByName('m') }
attempt('ICF co attr gs2') { ICF.co { uid 'q'; id 'n'; attribute 'm', "a${1}", 'b' }.getAttributeByName('m') }
attempt('ICF co attr null2') { ICF.co { uid 'q'; id 'n'; attribute 'm', null, null }.getAttributeByName('m') }
attempt('ICF co attr str null') { ICF.co { uid 'q'; id 'n'; attribute 'm', 'a', null }.getAttributeByName('m') }
attempt('ICF co attr typed null') { String s = null; ICF.co { uid 'q'; id 'n'; attribute 'm', s }.getAttributeByName('m') }
attempt('ICF co attr lazymap') { ICF.co { uid 'q'; id 'n'; attribute 'm', new groovy.json.JsonSlurper().parseText('{"a":1,"b":[{"c":null}]}') }.getAttributeByName('m') }
attempt('ICF co attr null name') { ICF.co { uid 'q'; id 'n'; attribute null, 'x' } }
attempt('ICF co attr none') { ICF.co { uid 'q'; id 'n'; attribute() } }
attempt('ICF co attributes map') { ICF.co { uid 'q'; id 'n'; attributes a: 1 } }
attempt('ICF co password') { ICF.co { uid 'q'; id 'n'; attribute '__PASSWORD__', new GuardedString('x'.toCharArray()) }.attributes.size() }
attempt('ICF co password str') { ICF.co { uid 'q'; id 'n'; attribute '__PASSWORD__', 'x' } }
attempt('ICF co name attr') { ICF.co { uid 'q'; attribute '__NAME__', 'x' }.name }
attempt('ICF co each') { ICF.co { uid 'q'; id 'n'; [a: 1, b: 'x'].each { k, v -> attribute k, v } }.attributes*.name }
attempt('ICF co arg') { def r; ICF.co { x -> r = x; uid 'q'; id 'n' }; r }
attempt('ICF co ret') { ICF.co { uid 'q'; id 'n'; 5 }.class.simpleName }
attempt('ICF co owner') { def o; ICF.co { o = owner; uid 'q'; id 'n' }; o }
attempt('ICF co delegate') { def o; ICF.co { o = delegate.class.name; uid 'q'; id 'n' }; o }
attempt('ICF delta') { ICF.delta { syncToken 1; CREATE(); object { uid 'u'; id 'n' } }.toString() }
attempt('sr str') { new SearchResult('c', 3).toString().replaceAll(/@\w+/, '') }
attempt('sr none') { def r = new SearchResult(); [r.pagedResultsCookie, r.remainingPagedResults, r.totalPagedResultsPolicy, r.totalPagedResults] }
attempt('sr four') { def r = new SearchResult('c', SearchResult.CountPolicy.EXACT, 5, 3); [r.pagedResultsCookie, r.remainingPagedResults, r.totalPagedResultsPolicy, r.totalPagedResults] }
attempt('sr null policy') { new SearchResult('c', null, 5, 3).totalPagedResultsPolicy }
attempt('sr const') { SearchResult.NO_COUNT }
attempt('sr policy') { SearchResult.CountPolicy.values()*.name() }
attempt('sr eq') { new SearchResult('c', 3) == new SearchResult('c', 3) }
attempt('sr null') { new SearchResult(null, 3).pagedResultsCookie }
attempt('sr gs') { new SearchResult("c${1}", 3).pagedResultsCookie }
attempt('sr long') { new SearchResult('c', 3L) }
attempt('sr int cookie') { new SearchResult(5, 3) }
attempt('sk') { [new SortKey('a', true), SortKey.ascendingOrder('a'), SortKey.descendingOrder('a'), SortKey.reverseOrder(SortKey.ascendingOrder('b'))]*.toString() }
attempt('sk null') { new SortKey(null, true) }
attempt('sk eq') { new SortKey('a', true) == new SortKey('a', true) }
attempt('sk rev null') { SortKey.reverseOrder(null) }
attempt('qu') { def q = new QualifiedUid(ObjectClass.GROUP, new Uid('x')); [q.objectClass, q.uid, q == new QualifiedUid(ObjectClass.GROUP, new Uid('x')), q.hashCode() == new QualifiedUid(ObjectClass.GROUP, new Uid('x')).hashCode()] }
attempt('qu str') { new QualifiedUid(ObjectClass.GROUP, new Uid('x')).toString() }
attempt('qu str rev') { new QualifiedUid(ObjectClass.GROUP, new Uid('x', 'r')).toString() }
attempt('qu null uid') { new QualifiedUid(ObjectClass.GROUP, null) }
attempt('qu eq') { new QualifiedUid(ObjectClass.GROUP, new Uid('x')).equals('x') }
def oo = { new OperationOptionsBuilder() }
attempt('oo empty') { oo().build().toString() }
attempt('oo getters') { def o = oo().build(); [o.scope, o.container, o.attributesToGet, o.runAsUser, o.runWithPassword, o.pageSize, o.pagedResultsOffset, o.pagedResultsCookie, o.sortKeys, o.totalPagedResultsPolicy] }
attempt('oo getters2') { def o = oo().build(); [o.failOnError, o.requireSerial] }
attempt('oo full') { oo().setAttributesToGet('a', 'b').setPageSize(5).setPagedResultsOffset(2).setPagedResultsCookie('c').setSortKeys(new SortKey('a', true)).setScope('sub').setRunAsUser('u').setOption('x', 1).build().toString() }
attempt('oo atg list') { oo().setAttributesToGet(['a', 'b']).build().attributesToGet }
attempt('oo atg list class') { oo().setAttributesToGet(['a', 'b']).build().attributesToGet.class.simpleName }
attempt('oo atg null') { oo().setAttributesToGet((String[]) null) }
attempt('oo atg set') { oo().setAttributesToGet(['a'] as Set).build().attributesToGet }
attempt('oo sort list') { oo().setSortKeys([new SortKey('a', true)]).build().sortKeys*.toString() }
attempt('oo sort null') { oo().setSortKeys((SortKey[]) null) }
attempt('oo sort empty') { oo().setSortKeys().build().sortKeys }
attempt('oo scope null') { oo().setScope(null) }
attempt('oo runas null') { oo().setRunAsUser(null) }
attempt('oo runwith null') { oo().setRunWithPassword(null) }
attempt('oo container null') { oo().setContainer(null) }
attempt('oo cookie null') { oo().setPagedResultsCookie(null) }
attempt('oo option null name') { oo().setOption(null, 1) }
attempt('oo option blank name') { oo().setOption(' ', 1) }
attempt('oo option null') { oo().setOption('x', null).build().options }
attempt('oo option date') { oo().setOption('x', new Date(0)) }
attempt('oo option map') { oo().setOption('x', [a: 1]) }
attempt('oo option list') { oo().setOption('x', [1]) }
attempt('oo option arr') { oo().setOption('x', ['a'] as String[]).build().options.x }
attempt('oo option gs') { oo().setOption('x', "a${1}") }
attempt('oo option bd') { oo().setOption('x', 1.5) }
attempt('oo option uri') { oo().setOption('x', new URI('a')).build().options.x }
attempt('oo option byte') { oo().setOption('x', (byte) 1) }
attempt('oo option bytes') { oo().setOption('x', [1] as byte[]) }
attempt('oo unmod') { oo().build().options.x = 1 }
attempt('oo options class') { oo().setOption('x', 1).build().options.getClass().name }
attempt('oo ctor') { new OperationOptions([PAGE_SIZE: 5]).pageSize }
attempt('oo ctor bad') { new OperationOptions([x: new Date(0)]) }
attempt('oo ctor null') { new OperationOptions(null) }
attempt('oo ctor copy') { new OperationOptionsBuilder(oo().setPageSize(5).build()).build().pageSize }
attempt('oo policy') { oo().setTotalPagedResultsPolicy(SearchResult.CountPolicy.EXACT).build().totalPagedResultsPolicy }
attempt('oo fail') { oo().setFailOnError(true).build().toString() }
attempt('oo serial') { oo().setRequireSerial(true).build().toString() }
attempt('oo create') { OperationOptionsBuilder.create().build() }
attempt('oo missing') { oo().build().foo }
attempt('oo custom') { oo().setOption('foo', 5).build().foo }
attempt('oo page str') { oo().setPageSize('5') }
attempt('oo consts') { ['OP_SCOPE', 'OP_CONTAINER', 'OP_ATTRIBUTES_TO_GET', 'OP_RUN_AS_USER', 'OP_RUN_WITH_PASSWORD', 'OP_PAGE_SIZE', 'OP_PAGED_RESULTS_OFFSET', 'OP_PAGED_RESULTS_COOKIE', 'OP_SORT_KEYS', 'SCOPE_OBJECT', 'SCOPE_ONE_LEVEL', 'SCOPE_SUBTREE', 'OP_TOTAL_PAGED_RESULTS_POLICY', 'OP_FAIL_ON_ERROR', 'OP_REQUIRE_SERIAL'].collect { OperationOptions."$it" } }
attempt('oo str null opt') { oo().setOption('x', null).setOption('y', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as Integer[]).build().toString() }
attempt('oo str container') { oo().setContainer(new QualifiedUid(ObjectClass.GROUP, new Uid('x'))).build().toString() }
attempt('oo str sort') { oo().setSortKeys(new SortKey('a', true), new SortKey('b', false)).build().toString() }
attempt('sc') { def c = new ScriptContext('groovy', 'x', [a: 1]); [c.scriptLanguage, c.scriptText, c.scriptArguments] }
attempt('sc null lang') { new ScriptContext(null, 'x', [:]) }
attempt('sc blank lang') { new ScriptContext('', 'x', [:]) }
attempt('sc null args') { new ScriptContext('g', 'x', null).scriptArguments }
attempt('sc unmod') { new ScriptContext('g', 'x', [a: 1]).scriptArguments.b = 1 }
attempt('scb') { new ScriptContextBuilder().setScriptLanguage('g').setScriptText('t').addScriptArgument('a', 1).removeScriptArgument('a').build().toString() }
attempt('scb nolang') { new ScriptContextBuilder().setScriptText('t').build() }
attempt('scb null name') { new ScriptContextBuilder().addScriptArgument(null, 1) }
attempt('scb getters') { def b = new ScriptContextBuilder('g', 't'); [b.scriptLanguage, b.scriptText, b.scriptArguments] }
attempt('scb list') { new ScriptContextBuilder('g', 't').addScriptArgument('a', [1, 2.5, 'x', [k: 1]]).build().scriptArguments }
attempt('scb gs') { new ScriptContextBuilder('g', 't').addScriptArgument('a', "x${1}").build() }
null
