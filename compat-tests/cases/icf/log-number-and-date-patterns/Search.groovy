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
[12345.678, 0.5, -3, 7, 1234567.891, 2.5, 0].each { v -> ['#', '0', '0.00', '#.##', '#,##0.00', '#,##0', '000', '#.#', '.00', '#,###.###'].each { p -> attempt("num $v $p") { log.info("{0,number,$p}".toString(), v) } } }
['date', 'date,short', 'date,medium', 'date,long', 'date,full', 'time', 'time,short', 'time,medium', 'date,yyyy-MM-dd HH:mm', 'time,HH:mm'].each { p -> attempt("date $p") { log.info("{0,$p}".toString(), new Date(86400000L * 400)) } }
attempt('date of string') { log.info('{0,date}', 'x') }
attempt('number of string') { log.info('{0,number}', 'x') }
null
