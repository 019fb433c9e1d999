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
attempt('isBlank') { [null, '', ' ', 'a'].collect { StringUtil.isBlank(it) } }
attempt('isNotBlank') { [null, '', ' ', 'a'].collect { StringUtil.isNotBlank(it) } }
attempt('isEmpty') { [null, '', ' ', 'a'].collect { StringUtil.isEmpty(it) } }
attempt('isNotEmpty') { [null, '', ' ', 'a'].collect { StringUtil.isNotEmpty(it) } }
attempt('isBlank gs') { StringUtil.isBlank("${''}") }
attempt('endsWith') { [StringUtil.endsWith('ab', 'b' as char), StringUtil.endsWith('', 'b' as char), StringUtil.endsWith(null, 'b' as char)] }
attempt('indexOfDigit') { [StringUtil.indexOfDigit('ab1'), StringUtil.indexOfDigit('ab')] }
attempt('indexOfDigit from') { StringUtil.indexOfDigit('1ab1', 1) }
attempt('indexOfNonDigit') { [StringUtil.indexOfNonDigit('12a'), StringUtil.indexOfNonDigit('12a', 1)] }
attempt('subDigitString') { [StringUtil.subDigitString('ab12c'), StringUtil.subDigitString('1ab12c', 1)] }
attempt('stripNewlines') { StringUtil.stripNewlines('a\nb\r\nc').inspect() }
attempt('replaceVariable') { StringUtil.replaceVariable('x ${a} y', 'a', 'q') }
attempt('parseLine') { StringUtil.parseLine('a,"b,c",d', ',' as char, '"' as char) }
attempt('indexOfIgnoreCase') { [StringUtil.indexOfIgnoreCase('abC', 'Bc'), StringUtil.indexOfIgnoreCase('abC', 'x')] }
attempt('stripXml') { StringUtil.stripXmlComments('a<!-- b -->c') }
attempt('stripXmlAttr') { StringUtil.stripXmlAttribute('<a b="1"/>', 'b') }
attempt('isWhitespace') { StringUtil.isWhitespace(' ' as char) }
attempt('replaceVar null') { StringUtil.replaceVariable(null, 'a', 'q') }
attempt('cu newSet') { CollectionUtil.newSet(1, 2) }
attempt('cu newSet coll') { CollectionUtil.newSet([1, 2]) }
attempt('cu newList') { CollectionUtil.newList(1, 2) }
attempt('cu newList coll') { CollectionUtil.newList([1, 2]) }
attempt('cu newMap') { CollectionUtil.newMap('a', 1) }
attempt('cu newMap4') { CollectionUtil.newMap('a', 1, 'b', 2) }
attempt('cu newMap6') { CollectionUtil.newMap('a', 1, 'b', 2, 'c', 3) }
attempt('cu newMap map') { CollectionUtil.newMap([a: 1]) }
attempt('cu newMap arr') { CollectionUtil.newMap(['a', 'b'] as String[], [1, 2] as Integer[]) }
attempt('cu newMapFromLists') { CollectionUtil.newMapFromLists(['a', 'b'], [1, 2]) }
attempt('cu ro') { CollectionUtil.newReadOnlyList(1, 2) << 3 }
attempt('cu ros') { CollectionUtil.newReadOnlySet(1, 2) }
attempt('cu rom') { CollectionUtil.newReadOnlyMap('a', 1) }
attempt('cu asRo') { CollectionUtil.asReadOnlyList([1, 2]) }
attempt('cu asRom') { CollectionUtil.asReadOnlyMap([a: 1]) }
attempt('cu ciMap') { def m = CollectionUtil.newCaseInsensitiveMap(); m['B'] = 1; m['b'] = 2; m['a'] = 3; [m, m['A'], m.containsKey('B'), m.getClass().name] }
attempt('cu ciSet') { def m = CollectionUtil.newCaseInsensitiveSet(); m << 'B'; m << 'b'; m << 'a'; [m, 'A' in m] }
attempt('cu nullAsEmpty') { [CollectionUtil.nullAsEmpty((List) null), CollectionUtil.nullAsEmpty((Map) null), CollectionUtil.nullAsEmpty((Set) null), CollectionUtil.nullAsEmpty((Collection) null)] }
attempt('cu isEmpty') { [CollectionUtil.isEmpty(null), CollectionUtil.isEmpty([]), CollectionUtil.isEmpty([1])] }
attempt('cu union') { CollectionUtil.union([1, 2], [2, 3]) }
attempt('cu intersection') { CollectionUtil.intersection([1, 2], [2, 3]) }
attempt('cu equals') { [CollectionUtil.equals([1] as byte[], [1] as byte[]), CollectionUtil.equals([a: [1]], [a: [1]]), CollectionUtil.equals(1, 1L), CollectionUtil.equals('a', 'A', true), CollectionUtil.equals(null, null)] }
attempt('cu hashCode') { CollectionUtil.hashCode([1, 2]) == [1, 2].hashCode() }
attempt('cu sorted') { CollectionUtil.newSortedSet(3, 1, 2) }
attempt('cu sortedList') { CollectionUtil.newSortedList([3, 1]) }
attempt('cu unique') { CollectionUtil.unique([1, 1, 2]) }
attempt('cu contains') { CollectionUtil.forceCompare(1, 2) }
attempt('pair') { def p = new Pair('a', 1); [p.first, p.second, p.key, p.value, p.toString()] }
attempt('pair eq') { new Pair('a', 1) == new Pair('a', 1) }
attempt('pair hash') { new Pair('a', 1).hashCode() == new Pair('a', 1).hashCode() }
attempt('pair of') { Pair.of('a', 1) }
attempt('pair none') { new Pair().first }
attempt('pair set') { def p = new Pair('a', 1); p.first = 5; p.second = 6; p.toString() }
attempt('pair setValue') { def p = new Pair('a', 1); p.setValue(3) }
attempt('pair entry') { new Pair('a', 1) instanceof Map.Entry }
attempt('pair null') { new Pair(null, null).toString() }
attempt('b64') { [Base64.encode('hi'.bytes), new String(Base64.decode('aGk='))] }
attempt('b64 bad') { Base64.decode('!!!') }
attempt('b64 null') { Base64.encode(null) }
attempt('b64 long') { Base64.encode(('x' * 100).bytes) }
attempt('io reader') { IOUtil.readerToString(new StringReader('abc')) }
attempt('io quiet') { IOUtil.quietClose(new StringReader('abc')) }
attempt('io quiet null') { IOUtil.quietClose((Reader) null) }
attempt('io join') { IOUtil.join(['a', 'b'], ',') }
attempt('io join arr') { IOUtil.join(['a', 'b'] as String[], ',') }
attempt('as nullCheck') { Assertions.nullCheck(null, 'x') }
attempt('as nullCheck ok') { Assertions.nullCheck(1, 'x') }
attempt('as blank') { Assertions.blankCheck(' ', 'x') }
attempt('as nullChecked') { Assertions.nullChecked('q', 'x') }
attempt('as nullChecked null') { Assertions.nullChecked(null, 'x') }
attempt('as blankChecked') { Assertions.blankChecked('q', 'x') }
attempt('su decrypt null') { SecurityUtil.decrypt((GuardedString) null) }
attempt('su decrypt amb') { SecurityUtil.decrypt(null) }
attempt('su decrypt str') { SecurityUtil.decrypt('x') }
attempt('su chars') { SecurityUtil.charsToBytes('ab'.toCharArray()).toList() }
attempt('su bytes') { new String(SecurityUtil.bytesToChars([0, 65] as byte[])) }
attempt('su hex') { SecurityUtil.bytesToHex([1, 15, 255] as byte[], false) }
attempt('su hash') { SecurityUtil.computeBase64SHA1Hash('q'.bytes) }
attempt('su hash c') { SecurityUtil.computeHexSHA1Hash('q'.bytes, true) }
attempt('su clear') { def a = 'ab'.toCharArray(); SecurityUtil.clear(a); a.collect { (int) it } }
attempt('gs') { new GuardedString('x'.toCharArray()).hashCode() == new GuardedString('x'.toCharArray()).hashCode() }
attempt('gs none') { SecurityUtil.decrypt(new GuardedString()) }
attempt('gs str') { new GuardedString('x') }
attempt('gs null') { new GuardedString(null) }
attempt('gs readonly') { def g = new GuardedString('x'.toCharArray()); [g.isReadOnly(), g.readOnly] }
attempt('gs copy') { def g = new GuardedString('x'.toCharArray()); g.makeReadOnly(); g.copy().isReadOnly() }
attempt('gs equals str') { new GuardedString('x'.toCharArray()).equals('x') }
attempt('gs dispose twice') { def g = new GuardedString('x'.toCharArray()); g.dispose(); g.dispose(); 'ok' }
attempt('gs access disposed') { def g = new GuardedString('x'.toCharArray()); g.dispose(); g.access { } }
attempt('gs dispose ro') { def g = new GuardedString('x'.toCharArray()); g.makeReadOnly(); g.dispose(); 'ok' }
attempt('gs access throws') { new GuardedString('x'.toCharArray()).access { throw new IllegalStateException('q') } }
attempt('gs access ret') { new GuardedString('x'.toCharArray()).access { 5 } }
attempt('gba') { def g = new GuardedByteArray([1, 2] as byte[]); def r; g.access { r = it.toList() }; r }
attempt('gba ops') { def g = new GuardedByteArray(); g.appendByte((byte) 5); def r; g.access { r = it.toList() }; r }
attempt('gba ro') { def g = new GuardedByteArray([1] as byte[]); g.makeReadOnly(); g.appendByte((byte) 1) }
attempt('gba disposed') { def g = new GuardedByteArray([1] as byte[]); g.dispose(); g.access { } }
attempt('gba eq') { new GuardedByteArray([1] as byte[]) == new GuardedByteArray([1] as byte[]) }
attempt('fu types') { [String, long, Long, byte[], Date, Map, HashMap, List, Object, GuardedString, BigDecimal, short, String[]].collect { FrameworkUtil.isSupportedAttributeType(it) } }
attempt('fu conf types') { [String, long, Long, byte[], Date, Map, URI, File, GuardedString, String[], ObjectClass].collect { FrameworkUtil.isSupportedConfigurationType(it) } }
attempt('fu op types') { [String, long, Uid, ObjectClass, QualifiedUid, Date, Map, URI, String[], SortKey].collect { FrameworkUtil.isSupportedOperationOptionType(it) } }
attempt('fu check type') { FrameworkUtil.checkAttributeType(Date) }
attempt('fu check value') { FrameworkUtil.checkAttributeValue(new Date(0)) }
attempt('fu check value n') { FrameworkUtil.checkAttributeValue('a', new Date(0)) }
attempt('fu check op') { FrameworkUtil.checkOperationOptionType(Date) }
attempt('fu check opv') { FrameworkUtil.checkOperationOptionValue(new Date(0)) }
attempt('fu allop') { FrameworkUtil.getAllSupportedOperationOptionTypes()*.simpleName.sort() }
attempt('nu') { [NameUtil.isSpecialName('__a__'), NameUtil.createSpecialName('a'), NameUtil.namesEqual('a', 'A'), NameUtil.nameHashCode('a')] }
[AlreadyExistsException, ConfigurationException, ConnectionBrokenException, ConnectionFailedException, ConnectorException, ConnectorIOException, ConnectorSecurityException, InvalidAttributeValueException, InvalidCredentialException, InvalidPasswordException, OperationTimeoutException, PasswordExpiredException, PermissionDeniedException, PreconditionFailedException, PreconditionRequiredException, UnknownUidException].each { c ->
    attempt("${c.simpleName} ()") { [c.newInstance().message, c.superclass.simpleName] }
    attempt("${c.simpleName} (s)") { c.newInstance('m').toString() }
    attempt("${c.simpleName} (t)") { def e = c.newInstance(new IllegalStateException('x')); [e.message, e.cause.class.simpleName] }
    attempt("${c.simpleName} (s,t)") { def e = c.newInstance('m', new IllegalStateException('x')); [e.message, e.cause.class.simpleName] }
    attempt("${c.simpleName} throw") { throw c.newInstance('m') }
}
attempt('retry new') { new RetryableException('x') }
attempt('retry wrap') { def e = RetryableException.wrap('m', new IllegalStateException('q')); [e.class.simpleName, e.message, e.cause.class.simpleName] }
attempt('retry wrap uid') { def e = RetryableException.wrap('m', new Uid('q', 'r')); [e.class.simpleName, e.message, e.cause.class.simpleName, e.cause.uid, e.cause.message] }
attempt('retry wrap retry') { def r = RetryableException.wrap('m', new IllegalStateException('q')); RetryableException.wrap('z', r).is(r) }
attempt('unknown uid') { new UnknownUidException(new Uid('u'), ObjectClass.GROUP).message }
attempt('unknown uid 3') { new UnknownUidException(new Uid('u'), null).message }
attempt('ae uid') { def e = new AlreadyExistsException('m').initUid(new Uid('q')); [e.uid, e.message] }
attempt('ae uid2') { def e = new AlreadyExistsException('m'); e.initUid(new Uid('a')); e.initUid(new Uid('b')) }
attempt('pe uid') { new PasswordExpiredException('m').initUid(new Uid('q')).uid }
attempt('pe uid none') { new PasswordExpiredException('m').uid }
attempt('wrap') { def e = ConnectorException.wrap(new IOException('q')); [e.class.simpleName, e.message] }
attempt('wrap rt') { ConnectorException.wrap(new IllegalStateException('q')).class.simpleName }
attempt('wrap null') { ConnectorException.wrap(null) }
attempt('rethrow') { ConnectorException.rethrow(new IllegalStateException('q')) }
attempt('rethrow ex') { ConnectorException.rethrow(new IOException('q')) }
attempt('gstring msg') { new ConnectorException("a${1}").message }
attempt('int msg') { new ConnectorException(5).message }
attempt('sub') { new InvalidPasswordException('x') instanceof InvalidCredentialException }
null
