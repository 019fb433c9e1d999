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
def L = Log.getLog(String)
attempt('msg') { log.info('a {0} b {1}', 1, 'x') }
attempt('msg none') { log.info('plain') }
attempt('msg quote') { log.info("it's {0}", 1) }
attempt('msg qq') { log.info("it''s {0}", 1) }
attempt('msg big') { log.ok('{0} {1} {2}', 1234567, 1.23456, 12345.678d) }
attempt('msg date') { log.ok('{0}', new Date(0)) }
attempt('msg list') { log.ok('{0}', [1, 2]) }
attempt('msg map') { log.ok('{0}', [a: 1]) }
attempt('msg arr') { log.ok('{0} {1}', ['a', 'b'] as Object[]) }
attempt('msg null') { log.ok('{0}', null) }
attempt('msg nullel') { log.ok('{0} {1}', null, 1) }
attempt('msg gs') { log.warn("x ${1} {0}", "y ${2}") }
attempt('msg bool') { log.warn('{0}', true) }
attempt('msg unused') { log.warn('{1}', true) }
attempt('msg bad') { log.warn('{x}', true) }
attempt('msg brace') { log.warn('a { b', true) }
attempt('msg closebrace') { log.warn('a } b', true) }
attempt('msg json') { log.warn('{"a":1}') }
attempt('msg json gs') { log.info("${[a: 1]} {}") }
attempt('msg empty') { log.info('') }
attempt('msg nullfmt') { log.info(null) }
attempt('msg nullfmt2') { log.info((String) null, 1) }
attempt('msg int') { log.info(5) }
attempt('msg list only') { log.info([1]) }
attempt('thr') { log.error(new IllegalStateException('q'), 'm {0}', 1) }
attempt('thr null fmt') { log.error(new IllegalStateException('q'), null) }
attempt('thr null') { log.error((Throwable) null, 'm') }
attempt('thr only') { log.error(new IllegalStateException('q')) }
attempt('thr second') { log.error('m', new IllegalStateException('q')) }
attempt('thr second fmt') { log.error('m {0}', new IllegalStateException('q')) }
attempt('isX') { [log.isOk(), log.isInfo(), log.isWarning(), log.isError(), log.isLoggable(Log.Level.OK)] }
attempt('isXp') { [log.ok, log.info, log.warning, log.error] }
attempt('isWarn') { log.isWarn() }
attempt('level') { Log.Level.values()*.name() }
attempt('getLog') { L.info('x'); 1 }
attempt('warning') { log.warning('x') }
attempt('debug') { log.debug('x') }
attempt('setlog') { Log.isTraceEnabled() }
attempt('print') { log.toString() }
attempt('uid arg') { log.info('u {0}', new Uid('x')) }
attempt('oc arg') { log.info('u {0} {1}', objectClass, operation) }
attempt('neg') { log.info('{0} {1}', -5, -1234.5) }
attempt('long') { log.info('{0}', 12345678901L) }
attempt('bd') { log.info('{0}', 12345.67890) }
attempt('char') { log.info('{0}', 'c' as char) }
attempt('same twice') { log.info('{0} {0}', 1) }
attempt('spaces') { log.info('{ 0 }', 1) }
attempt('quoted brace') { log.info("'{0}' {0}", 3) }
null
