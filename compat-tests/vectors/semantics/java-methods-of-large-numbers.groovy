def show(v) { v == null ? 'null' : v.getClass().name + ' ' + v.inspect() }
def t(String n, Closure c) { try { println n + ' ' + show(c()) } catch (Throwable e) { println n + ' !! ' + e.class.name + ': ' + e.message?.readLines()?.find { true } } }
t('1') { 2.5.add(1.5d) }
t('2') { 2.5.add(1.5f) }
t('3') { 2.5.add(1G) }
t('4') { 2.5.add(1L) }
t('5') { 2.5.add((byte) 1) }
t('6') { 2G.add(1.5) }
t('7') { 2G.add(1.5d) }
t('8') { 2G.add((short) 1) }
t('10') { 2.5.add('1') }
t('12') { 2.5.compareTo(2.5d) }
t('13') { 2.5.multiply(3) }
t('14') { 2.5.subtract(1) }
t('15') { 2.5.divide(2, 3, java.math.RoundingMode.UP) }
t('16') { 2G.max(3) }
t('17') { 2.5.min(1) }
t('18') { 2.5.remainder(2) }
t('19') { 2.5.divideToIntegralValue(2) }
t('20') { BigDecimal.valueOf(5, 1) }
t('21') { BigDecimal.ONE.add(1).subtract(2.5).negate() }
t('22') { 5.plus(2.5).add(1) }
t('23') { 2G.modPow(3, 5) }
t('24') { 2G.shiftLeft(3) }
t('25') { 2G.divide(3) }
t('26') { 2G.modInverse(5) }
t('27') { new BigDecimal(2).add(1) }
t('28') { 2.5.equals(2.5d) }
t('29') { 10G.divideAndRemainder(3).toList() }
t('30') { 2.5.pow(2) }
t('31') { 2G.add(true) }
t('32') { BigDecimal m = 3; m.add(1) }
t('35') { Math.round(2.5) }
t('36') { Math.floor(2.5) }
t('37') { Math.sqrt(4) }
t('38') { Math.pow(2, 3) }
t('39') { Math.max(1, 2L) }
t('40') { Math.abs(-2.5) }
t('42') { Math.floorMod(-3, 5) }
t('43') { Math.ceil(2) }
t('44') { Math.round(2.5f) }
t('45') { Math.signum(-2.5) }
t('46') { Math.abs(-2.5f) }
