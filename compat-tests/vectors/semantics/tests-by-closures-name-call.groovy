def c = { x, y -> x }
def t(String n, Closure b) { try { b(); println "$n ok" } catch (e) { println "$n ${e.class.simpleName}: " + e.message.replaceAll(/tests.by.closures.name.call[$]\w+/, 'CL').replaceAll(/@[0-9a-f]+/, '@H').replace('\n', ' | ') } }
def l = [1, 2]; def m = [a: 1]
for (n in ['find', 'findAll', 'any', 'every', 'findIndexOf', 'findLastIndexOf', 'findIndexValues', 'takeWhile', 'dropWhile', 'grep', 'split', 'count', 'collect', 'groupBy', 'sort', 'removeAll', 'retainAll']) { t(n) { l."$n"(c) } }
t('not') { l.any { -> 1 } }
for (n in 'find findAll any every each collect groupBy count countBy collectEntries findResult'.split()) { t("map $n") { m."$n" { x, y, z -> x } } }
t('switch') { switch (1) { case { x, y -> x }: println 1 } }
t('iscase') { ({ x, y -> x }).isCase(1) }
t('in') { println(1 in { x, y -> x }) }
t('grep3') { [1].grep { x, y -> x } }
t('times') { 2.times { x, y -> x } }
t('upto') { 1.upto(2) { x, y -> x } }
t('step') { 1.step(3, 1) { x, y -> x } }
t('typed') { l.find { String s -> s } }
t('typed2') { l.every { String s -> s } }
t('typed3') { l.collect { String s -> s } }
t('typed4') { m.any { String s -> s } }
t('typed5') { [1].sort { String s -> s } }
t('typed6') { [1, 2].sort { String s -> s } }
t('typed7') { [1, 2].max { String s -> s } }
t('typed8') { [1, 2].inject(0) { String a, b -> a } }
t('typed9') { 'ab'.each { Integer i -> i } }
t('typed10') { 'ab'.find { Integer i -> i } }
t('typed11') { [1, 2].sort { String s, String q -> s } }
t('typed12') { [1, 2].dropWhile { String s -> s } }
t('typed13') { [1, 2].count { String s -> s } }
t('typed14') { new File('/tmp').eachFile { Integer i -> i } }
t('typed15') { [1, 2].removeAll { String s -> s } }
t('typed16') { m.findAll { Map z -> z } }
t('typed17') { m.every { String a, String b -> a } }
t('typed18') { 'ab'.collect { Integer i -> i } }
t('typed19') { 'ab'.any { Integer i -> i } }
t('typed20') { [1, 2].findIndexOf { String s -> s } }
t('typed21') { (1..3).any { String s -> s } }
t('typed22') { ([1] as int[]).any { String s -> s } }
t('typed23') { [1].iterator().any { String s -> s } }
t('typed24') { [1].stream().anyMatch { String s -> s } }
t('typed25') { [1].removeIf { String s -> s } }
