if (a) b else if (c) d else { e }

if (a)
    b
else
    c

while (a) { b; continue }

do a while (b)

do { a++ } while (a < b)

for (int i = 0, j = 1; i < j; i++, j--) { }

for (a in b) c

for (final String a : b) { }

for (;;) break

outer: for (a in b) { inner: while (c) { break outer } }

switch (a) {
    case 1:
    case 2..3: b; break
    case { it > 4 }:
        c
    default:
        d
}

switch (a) { case 1 -> b; default -> c }

try { a } catch (A | B e) { b } catch (final c) { d } finally { e }

try (a = b(); C d = e) { f }

synchronized (a) { b }

assert a == b : "c"

assert a, 'b'

throw new A('b')

def a = 1, b, c = f 2

int[] a = [1]

List<Map<String, ? extends Number>>[] x

String a, b = 'c'

foo.bar.Baz x = y

foo bar = 1

def (a, int b) = c

final a = 1

@Field static final List<String> A = []

a; ; b;; c

{ -> a }()

{ a }

a
    .b()
    ?.c()
    + d

a = b &&
    c

a ?
    b
    : c

import a.b.C
import static a.B.*
import static a.B.c as d
@Grab('x:y:1') import e.*

package a.b

do a = a.b
while (a)
