def show(v) { v == null ? 'null' : (v.getClass().array ? v.getClass().simpleName + v.toList().inspect() : v.getClass().name + ' ' + v.inspect()) }
def t(String n, Closure c) { try { println n + ' ' + show(c.call()) } catch (Throwable e) { println n + ' !! ' + e.class.name + ': ' + e.message?.readLines()?.find { true } } }
t('1') { 12345 <=> [1] }
t('2') { 1.23456 <=> [1] }
t('3') { 123456789L > new Date(0) }
t('4') { new Date(0) < 5 }
t('5') { new Date(0) <=> 'x' }
t('6') { new StringBuilder('sb') > 'A' }
t('7') { [1] <=> [2] }
t('8') { 'a' <=> 1 }
t('9') { 1 <=> 'a' }
t('10') { 1234 <=> 'ab' }
t('11') { 'ab' <=> 1234567 }
t('12') { [a: 1] <=> 1 }
t('13') { 1e10 <=> [1] }
t('14') { 1.5d <=> [1] }
t('15') { 1234567.891d <=> [1] }
t('16') { -1234 <=> [a: 1] }
t('17') { ['5', '12'] as int[] }
t('18') { ['5', 'a'] as char[] }
t('19') { ['5', 12] as Integer[] }
t('20') { ['5', 12] as String[] }
t('21') { ['5'] as long[] }
t('22') { ['5.5'] as double[] }
t('23') { ['5'] as BigDecimal[] }
t('24') { int[] a = ['5', '6']; a }
t('25') { Integer[] a = ['5', '6']; a }
t('26') { (int[]) ['5'] }
t('28') { ['a' as char, 'b'] as char[] }
t('29') { ['true', ''] as boolean[] }
t('30') { [1, 0, null] as boolean[] }
t('32') { [1.9, 2.1] as int[] }
t('33') { [1, 2] as byte[] }
t('34') { ['ab'] as char[] }
t('35') { true <=> 'x' }
t('36') { 1 ?: 2L }
t('37') { def x = 1; x ?: 2L }
t('38') { true ? 1 : 2L }
t('39') { true ? 1 : 2.5 }
t('40') { true ? 1 : 'x' }
t('41') { def c = true; c ? 1 : 2d }
t('42') { (1 == 1) ? (byte) 1 : 2L }
t('46') { 'c' as char > 5 }
t('47') { [3, 'a', 2.5].sort() }
t('49') { 'b' > ('a' as char) }
t('50') { "b${1}" > 'a' }
t('51') { 1 == '1' }
t('52') { '1' == 1 }
t('53') { 1 == ('1' as char) }
t('54') { 49 == ('1' as char) }
t('55') { [1] == [1L] }
t('56') { [1, 2] == ([1, 2] as int[]) }
t('57') { new Date(0) == 0 }
t('58') { new Date(0) in [new Date(0)] }
t('59') { 1G == 1.0 }
t('60') { 1.0 == 1.00 }
t('61') { [a: 1] == [a: 1L] }
t('62') { ([1, 2] as Set) == ([2, 1] as Set) }
t('63') { 'a' == "${'a'}" }
t('64') { ["${'a'}"] == ['a'] }
t('65') { ["${'a'}": 1]['a'] }
