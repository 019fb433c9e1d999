import org.identityconnectors.framework.common.objects.filter.FilterBuilder as F
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
def A = { n, Object... v -> AttributeBuilder.build(n, v as List) }
def co = ICF.co { uid 'u1'; id 'Name1'; attribute 's', 'Hello'; attribute 'i', 5; attribute 'l', 5L; attribute 'm', 'x', 'y'; attribute 'e'; attribute 'nul', null; attribute 'd', 1.5d; attribute 'bd', 1.50; attribute 'bo', true; attribute 'c', 'c' as char; attribute 'map', [k: 1]; attribute 'nl', [null]; attribute 'by', [[1, 2] as byte[]]; attribute 'li', [1, 2, 3] }
def all = [eq: F.equalTo(A('s', 'Hello')), co: F.contains(A('s', 'ell')), sw: F.startsWith(A('s', 'He')), ew: F.endsWith(A('s', 'lo')), gt: F.greaterThan(A('i', 4)), ge: F.greaterThanOrEqualTo(A('i', 5)), lt: F.lessThan(A('i', 6)), le: F.lessThanOrEqualTo(A('i', 5)), ca: F.containsAllValues(A('li', 1, 3)), pr: F.present('s'), ex: F.extendedMatch('zz', A('s', 'q')), not: F.not(F.present('s')), and: F.and(F.present('s'), F.present('i')), or: F.or(F.present('s'), F.present('i'))]
all.each { k, f ->
    attempt("str $k") { f.toString() }
    attempt("accept $k") { f.accept(co) }
    attempt("class $k") { f.class.name }
    attempt("super $k") { f.class.superclass.name }
    attempt("iface $k") { [f instanceof Filter, f instanceof AttributeFilter, f instanceof SingleValueAttributeFilter, f instanceof CompositeFilter, f instanceof StringFilter, f instanceof ComparableAttributeFilter] }
    ['attribute', 'name', 'value', 'left', 'right', 'filters', 'filter', 'operator'].each { p -> attempt("$k.$p") { def v = f."$p"; v instanceof Filter ? v.class.simpleName : v instanceof Collection ? v*.class*.simpleName : v } }
    attempt("eq $k") { f == all[k] }
    attempt("visit map $k") { f.accept([visitAndFilter: { p, x -> "and $p" }, visitOrFilter: { p, x -> "or $p" }, visitNotFilter: { p, x -> "not $p" }, visitEqualsFilter: { p, x -> "eq $p ${x.name}" }, visitContainsFilter: { p, x -> "co $p" }, visitContainsAllValuesFilter: { p, x -> "ca $p" }, visitStartsWithFilter: { p, x -> "sw $p" }, visitEndsWithFilter: { p, x -> "ew $p" }, visitGreaterThanFilter: { p, x -> "gt $p" }, visitGreaterThanOrEqualFilter: { p, x -> "ge $p" }, visitLessThanFilter: { p, x -> "lt $p" }, visitLessThanOrEqualFilter: { p, x -> "le $p" }, visitExtendedFilter: { p, x -> "ex $p ${x.class.simpleName}" }] as FilterVisitor, 'P') }
    attempt("visit closure $k") { f.accept({ p, x -> "any $p ${x.class.simpleName}" } as FilterVisitor, null) }
    attempt("visit partial $k") { f.accept([visitEqualsFilter: { p, x -> 1 }] as FilterVisitor, null) }
    attempt("visit null $k") { f.accept((FilterVisitor) null, 1) }
    attempt("accept null $k") { f.accept((ConnectorObject) null) }
    attempt("isPresent $k") { f.isPresent(co) }
}
[s: 'Hello', i: 5, l: 5, d: 1.5d, bd: 1.5, bo: true, e: 'x', nul: 'x', m: 'x', zz: 'x', map: [k: 1], nl: 'x', c: 'c' as char, i2: 'x', by: 'x'].each { n, v ->
    ['equalTo', 'contains', 'startsWith', 'endsWith', 'greaterThan', 'greaterThanOrEqualTo', 'lessThan', 'lessThanOrEqualTo', 'containsAllValues'].each { op ->
        attempt("not $op $n") { F.not(F."$op"(A(n == 'i2' ? 'i' : n, v))).accept(co) }
    }
}
['equalTo', 'contains', 'startsWith', 'endsWith', 'greaterThan', 'greaterThanOrEqualTo', 'lessThan', 'lessThanOrEqualTo', 'containsAllValues'].each { op ->
    attempt("$op null") { F."$op"(null) }
    attempt("$op no value") { F."$op"(AttributeBuilder.build('a')) }
    attempt("$op empty") { F."$op"(AttributeBuilder.build('a', [])) }
    attempt("$op null value") { F."$op"(AttributeBuilder.build('a', [null])) }
    attempt("$op two") { F."$op"(A('a', 'x', 'y')).class.simpleName }
    attempt("$op uid") { F."$op"(new Uid('x')).class.simpleName }
    attempt("$op name") { F."$op"(new Name('x')).class.simpleName }
    attempt("$op int") { F."$op"(A('a', 1)).class.simpleName }
    attempt("$op map") { F."$op"(A('a', [k: 1])).class.simpleName }
    attempt("$op bool") { F."$op"(A('a', true)).class.simpleName }
    attempt("$op bytes") { F."$op"(A('a', [1] as byte[])).class.simpleName }
    attempt("$op gs") { F."$op"(A('a', new GuardedString('x'.toCharArray()))).class.simpleName }
    attempt("$op string") { F."$op"('x') }
}
attempt('eq null name') { F.equalTo(new Name(null)).accept(co) }
attempt('eq case name') { F.equalTo(A('S', 'Hello')).accept(co) }
attempt('eq case value') { F.equalTo(A('s', 'hello')).accept(co) }
attempt('eq multi') { F.equalTo(A('m', 'x', 'y')).accept(co) }
attempt('eq uid') { F.equalTo(new Uid('u1')).accept(co) }
attempt('eq nul') { F.equalTo(AttributeBuilder.build('nul')).accept(co) }
attempt('eq empty') { F.equalTo(AttributeBuilder.build('e', [])).accept(co) }
attempt('eq name') { F.equalTo(new Name('Name1')).accept(co) }
attempt('not null') { F.not(null) }
attempt('and nulls') { F.and(null, null) }
attempt('and null l') { F.and(null, F.present('s')) }
attempt('and coll') { F.and([F.present('s'), F.present('i'), F.present('zz')]).toString().replaceAll(/@\w+/, '') }
attempt('and coll empty') { F.and([]) }
attempt('and coll one') { F.and([F.present('s')]).class.simpleName }
attempt('and coll null') { F.and((Collection) null) }
attempt('and varargs') { F.and(F.present('s'), F.present('i'), F.present('x')).filters.size() }
attempt('and varargs left') { F.and(F.present('s'), F.present('i'), F.present('x')).left.name }
attempt('and varargs right') { F.and(F.present('s'), F.present('i'), F.present('x')).right.class.simpleName }
attempt('or varargs right') { F.or(F.present('s'), F.present('i'), F.present('x')).right.class.simpleName }
attempt('or coll') { F.or([F.present('s'), F.present('i')]).class.simpleName }
attempt('or none') { F.or() }
attempt('and none') { F.and() }
attempt('and one') { F.and(F.present('s')).class.simpleName }
attempt('new and') { new AndFilter(F.present('s'), F.present('i')).accept(co) }
attempt('new and list') { new AndFilter([F.present('s'), F.present('i')]).filters.size() }
attempt('new and empty') { new AndFilter([]).accept(co) }
attempt('new or') { new OrFilter(F.present('s'), F.present('i')).accept(co) }
attempt('new or list') { new OrFilter([F.present('s'), F.present('zz')]).accept(co) }
attempt('new or empty') { new OrFilter([]).accept(co) }
attempt('new and null list') { new AndFilter((List) null) }
attempt('new not') { new NotFilter(F.present('zz')).accept(co) }
attempt('new not null') { new NotFilter(null) }
attempt('new eq') { new EqualsFilter(A('i', 5)).accept(co) }
attempt('new eq null') { new EqualsFilter(null) }
attempt('new sw') { new StartsWithFilter(A('s', 'He')).accept(co) }
attempt('new ew') { new EndsWithFilter(A('s', 'lo')).accept(co) }
attempt('new co') { new ContainsFilter(A('s', 'el')).accept(co) }
attempt('new gt') { new GreaterThanFilter(A('i', 4)).accept(co) }
attempt('new ge') { new GreaterThanOrEqualFilter(A('i', 4)).accept(co) }
attempt('new lt') { new LessThanFilter(A('i', 4)).accept(co) }
attempt('new le') { new LessThanOrEqualFilter(A('i', 4)).accept(co) }
attempt('new ca') { new ContainsAllValuesFilter(A('li', 1)).accept(co) }
attempt('new pr') { new PresenceFilter('S').accept(co) }
attempt('new pr null') { new PresenceFilter(null) }
attempt('new ex') { new ExtendedMatchFilter('op', A('s', 'x')).operator }
attempt('new ex null') { new ExtendedMatchFilter(null, A('s', 'x')) }
attempt('present null') { F.present(null) }
attempt('ext null attr') { F.extendedMatch('x', null) }
attempt('ca order') { F.containsAllValues(A('li', 3, 1)).accept(co) }
attempt('ca dup') { F.containsAllValues(A('li', 1, 1)).accept(co) }
attempt('ca empty') { F.containsAllValues(AttributeBuilder.build('li', [])).accept(co) }
attempt('ca value') { F.containsAllValues(A('li', 3, 1)).value }
attempt('own filter') { def f = new Filter() { boolean accept(ConnectorObject o) { o.name.nameValue == 'Name1' }; Object accept(FilterVisitor v, Object p) { v.visitExtendedFilter(p, this) } }; F.and(f, F.present('s')).accept(co) }
attempt('own filter map') { def f = { o -> true } as Filter; f.accept(co) }
attempt('own filter closure in not') { F.not({ o -> true } as Filter).accept(co) }
attempt('filters unmod') { F.and(F.present('s'), F.present('i')).filters << 1 }
attempt('mapfv') { F.equalTo(A('a', 'x')).accept(org.forgerock.openicf.misc.scriptedcommon.MapFilterVisitor.INSTANCE, null) }
all.each { k, f -> attempt("mapfv $k") { f.accept(org.forgerock.openicf.misc.scriptedcommon.MapFilterVisitor.INSTANCE, null) } }
attempt('mapfv deep') { F.not(F.and(F.not(all.eq), F.or(all.co, F.not(F.or(all.sw, all.ew))))).accept(org.forgerock.openicf.misc.scriptedcommon.MapFilterVisitor.INSTANCE, null).inspect() }
attempt('mapfv 3') { F.and(all.eq, all.co, all.sw).accept(org.forgerock.openicf.misc.scriptedcommon.MapFilterVisitor.INSTANCE, null).inspect() }
attempt('mapfv or3') { F.or(all.eq, all.co, all.sw).accept(org.forgerock.openicf.misc.scriptedcommon.MapFilterVisitor.INSTANCE, null).inspect() }
['x', 5, 5L, 1.50, true, 'c' as char, 1.5d, 12G, [k: 1], null].each { v -> attempt("mapfv val ${v?.class?.simpleName}") { F.equalTo(A('a', v)).accept(org.forgerock.openicf.misc.scriptedcommon.MapFilterVisitor.INSTANCE, null).inspect() } }
attempt('mapfv bytes') { F.equalTo(A('a', [1] as byte[])).accept(org.forgerock.openicf.misc.scriptedcommon.MapFilterVisitor.INSTANCE, null).right }
attempt('mapfv class') { F.equalTo(A('a', 'x')).accept(org.forgerock.openicf.misc.scriptedcommon.MapFilterVisitor.INSTANCE, null).getClass() }
attempt('mapfv empty') { F.equalTo(AttributeBuilder.build('a')).accept(org.forgerock.openicf.misc.scriptedcommon.MapFilterVisitor.INSTANCE, null).inspect() }
attempt('mapfv two') { F.equalTo(A('a', 1, 2)).accept(org.forgerock.openicf.misc.scriptedcommon.MapFilterVisitor.INSTANCE, null).inspect() }
attempt('fu uid') { FrameworkUtil.getUidIfGetOperation(F.equalTo(new Uid('x'))) }
attempt('fu none') { FrameworkUtil.getUidIfGetOperation(F.equalTo(new Name('x'))) }
attempt('fu null') { FrameworkUtil.getUidIfGetOperation(null) }
attempt('fu and') { FrameworkUtil.getUidIfGetOperation(F.and(F.equalTo(new Uid('x')), F.present('s'))) }
attempt('fu attr') { FrameworkUtil.getUidIfGetOperation(F.equalTo(A('__UID__', 'x'))) }
null
