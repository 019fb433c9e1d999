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
def U = AttributeUtil
def b = { n, Object... v -> AttributeBuilder.build(n, v as List) }
def vals = [s: 'x', i: 1, l: 2L, d: 1.5d, f: 1.5f, bd: 1.50, bi: 5G, bo: true, by: (byte) 3, c: 'c' as char, bytes: [1, 2] as byte[], gs: new GuardedString('p'.toCharArray()), gb: new GuardedByteArray([1] as byte[]), m: [k: 1], nul: null, t: 'true', num: '12']
['getStringValue', 'getAsStringValue', 'getIntegerValue', 'getLongValue', 'getDateValue', 'getDoubleValue', 'getFloatValue', 'getBigDecimalValue', 'getBigIntegerValue', 'getBooleanValue', 'getByteValue', 'getByteArrayValue', 'getCharacterValue', 'getGuardedStringValue', 'getGuardedByteArrayValue', 'getMapValue', 'getSingleValue'].each { m ->
    attempt("$m null attr") { U."$m"((Attribute) null) }
    attempt("$m nulls") { U."$m"(AttributeBuilder.build('a')) }
    attempt("$m empty") { U."$m"(AttributeBuilder.build('a', [])) }
    attempt("$m two") { U."$m"(AttributeBuilder.build('a', 1, 2)) }
    attempt("$m string") { U."$m"('x') }
}
def set = [new Uid('u'), new Name('n'), b('mail', 'x'), b('Age', 1), b('__PASSWORD__', new GuardedString('p'.toCharArray())), b('__CURRENT_PASSWORD__', new GuardedString('c'.toCharArray())), b('__ENABLE__', true), b('__LOCK_OUT__', false), b('__PASSWORD_EXPIRED__', true), b('__ENABLE_DATE__', 5L), b('__DISABLE_DATE__', 6L), b('__PASSWORD_EXPIRATION_DATE__', 7L), b('__LAST_LOGIN_DATE__', 8L), b('__LAST_PASSWORD_CHANGE_DATE__', 9L), b('__PASSWORD_CHANGE_INTERVAL__', 10L), b('__GROUPS__', 'g')] as Set
attempt('find') { U.find('MAIL', set) }
attempt('find none') { U.find('zz', set) }
attempt('find null') { U.find(null, set) }
attempt('find null set') { U.find('a', null) }
attempt('toMap') { U.toMap(set).keySet() }
attempt('toMap get') { [U.toMap(set)['MAIL'], U.toMap(set).age, U.toMap(set)['zz']] }
attempt('toMap unmod') { U.toMap(set)['q'] = 1 }
attempt('toMap class') { U.toMap(set).getClass().name }
attempt('toMap infos') { U.toMap([AttributeInfoBuilder.build('b'), AttributeInfoBuilder.build('A')]).keySet() }
attempt('toMap null') { U.toMap(null) }
attempt('toMap str') { U.toMap([b('z', 1), b('Y', 2)] as Set).toString() }
attempt('toMap dup') { U.toMap([b('z', 1), b('Z', 2)]) }
attempt('uidattr') { U.getUidAttribute(set) }
attempt('uidattr none') { U.getUidAttribute([] as Set) }
attempt('nameattr') { U.getNameFromAttributes(set) }
attempt('nameattr none') { U.getNameFromAttributes([] as Set) }
attempt('basic') { U.getBasicAttributes(set)*.name.sort() }
attempt('special') { U.getSpecialAttributes(set)*.name.sort() }
attempt('basic order') { U.getBasicAttributes(set)*.name }
attempt('special order') { U.getSpecialAttributes(set)*.name }
attempt('filterUid') { U.filterUid(set)*.name.sort() }
attempt('addUid') { U.addUid([b('a', 1)] as Set, new Uid('q'))*.name.sort() }
attempt('addUid null') { U.addUid(null, new Uid('q')) }
attempt('addUid null uid') { U.addUid([] as Set, null) }
attempt('isSpecial attr') { [U.isSpecial(new Uid('x')), U.isSpecial(b('a', 1))] }
attempt('isSpecial info') { U.isSpecial(Name.INFO) }
attempt('isSpecial oc') { ObjectClassUtil.isSpecial(ObjectClass.ACCOUNT) }
attempt('isSpecialName') { [U.isSpecialName('__x__'), U.isSpecialName('__x'), U.isSpecialName('____'), U.isSpecialName('__'), U.isSpecialName('___')] }
attempt('isSpecialName null') { U.isSpecialName(null) }
attempt('createSpecialName') { U.createSpecialName('a') }
attempt('createSpecialName blank') { U.createSpecialName('') }
attempt('createSpecialName null') { U.createSpecialName(null) }
attempt('namesEqual') { [U.namesEqual('a', 'A'), U.namesEqual('a', 'b')] }
attempt('namesEqual null') { U.namesEqual('a', null) }
attempt('namesEqual null2') { U.namesEqual(null, 'a') }
attempt('password') { SecurityUtil.decrypt(U.getPasswordValue(set)) }
attempt('password none') { U.getPasswordValue([] as Set) }
attempt('cur password') { SecurityUtil.decrypt(U.getCurrentPasswordValue(set)) }
attempt('locked') { U.isLockedOut(ICF.co { uid 'u'; id 'n'; attribute '__LOCK_OUT__', true }) }
attempt('locked none') { U.isLockedOut(ICF.co { uid 'u'; id 'n' }) }
attempt('enabled co') { U.isEnabled(ICF.co { uid 'u'; id 'n'; attribute '__ENABLE__', true }) }
attempt('enabled co none') { U.isEnabled(ICF.co { uid 'u'; id 'n' }) }
attempt('isPasswordExpired') { U.isPasswordExpired(ICF.co { uid 'u'; id 'n'; attribute '__PASSWORD_EXPIRED__', true }) }
attempt('getPasswordExpired') { U.getPasswordExpired(set) }
attempt('getEnableDate') { U.getEnableDate(ICF.co { uid 'u'; id 'n'; attribute '__ENABLE_DATE__', 5L })?.time }
attempt('getEnableDate none') { U.getEnableDate(ICF.co { uid 'u'; id 'n' }) }
attempt('getDisableDate') { U.getDisableDate(ICF.co { uid 'u'; id 'n'; attribute '__DISABLE_DATE__', 5L })?.time }
attempt('getPasswordExpirationDate') { U.getPasswordExpirationDate(ICF.co { uid 'u'; id 'n'; attribute '__PASSWORD_EXPIRATION_DATE__', 5L })?.time }
attempt('getLastLoginDate') { U.getLastLoginDate(ICF.co { uid 'u'; id 'n'; attribute '__LAST_LOGIN_DATE__', 5L })?.time }
attempt('getLastPasswordChangeDate') { U.getLastPasswordChangeDate(ICF.co { uid 'u'; id 'n'; attribute '__LAST_PASSWORD_CHANGE_DATE__', 5L })?.time }
attempt('getPasswordChangeInterval') { U.getPasswordChangeInterval(ICF.co { uid 'u'; id 'n'; attribute '__PASSWORD_CHANGE_INTERVAL__', 5L }) }
attempt('isPassword') { U.metaClass.methods*.name.findAll { it.startsWith('is') || it.startsWith('get') }.unique().sort().join(' ').size() > 0 }
attempt('missing') { U.nope(1) }
def a = new AttributesAccessor(set)
['find', 'findString', 'findInteger', 'findLong', 'findDate', 'findDouble', 'findFloat', 'findBigDecimal', 'findBigInteger', 'findBoolean', 'findByte', 'findByteArray', 'findCharacter', 'findGuardedString', 'findGuardedByteArray', 'findMap', 'findList', 'findStringList', 'hasAttribute', 'findGuardedStringList'].each { m ->
    ['MAIL', 'age', 'zz', '__ENABLE_DATE__', '__ENABLE__', null].each { n -> attempt("acc $m $n") { a."$m"(n) } }
}
attempt('acc names') { a.listAttributeNames() }
attempt('acc name') { a.name }
attempt('acc uid') { a.uid }
attempt('acc password') { SecurityUtil.decrypt(a.password) }
attempt('acc enabled') { a.getEnabled(false) }
attempt('acc enabled def') { new AttributesAccessor([] as Set).getEnabled(true) }
attempt('acc null') { new AttributesAccessor(null) }
attempt('acc list') { new AttributesAccessor([b('a', 1)]) }
attempt('acc empty name') { new AttributesAccessor([] as Set).name }
attempt('acc empty uid') { new AttributesAccessor([] as Set).uid }
attempt('acc empty password') { new AttributesAccessor([] as Set).password }
attempt('acc passwordlist') { a.passwordList }
attempt('acc multi') { new AttributesAccessor([b('a', 1, 2)] as Set).findInteger('a') }
attempt('acc multi str') { new AttributesAccessor([b('a', 'x', 'y')] as Set).findStringList('a') }
attempt('acc multi list') { new AttributesAccessor([b('a', 1, 2)] as Set).findList('a') }
attempt('acc multi strl int') { new AttributesAccessor([b('a', 1, 2)] as Set).findStringList('a') }
attempt('acc null val') { new AttributesAccessor([AttributeBuilder.build('a')] as Set).findString('a') }
attempt('acc has null') { new AttributesAccessor([AttributeBuilder.build('a')] as Set).hasAttribute('A') }
attempt('acc dup') { new AttributesAccessor([b('a', 1), b('A', 2)] as Set).findInteger('a') }
null
