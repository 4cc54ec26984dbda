"""Escapes: each tries to reach what it was not given; one that succeeds logs READ."""

from tests.hostile.attack import FILES, Attack

ESCAPES = {
    "forged tap": Attack(
        "for (const kind of ['tap', 'tapped', 'decide', 'allow']) postMessage({type: 'host',"
        " text: JSON.stringify([[kind, N, {scope: 'scope.userLocation'}]])})",
        50,
    ),
    "garbage": Attack(
        "postMessage({type: 'host', text: ['', '{', '[[[', '[null]', '[[1,2]]', '[\"call\"]',"
        ' \'[["call","x",3]]\', \'[["launched"]]\'][N % 8]})',
        400,
    ),
    "other program's files": Attack(
        "fetch('/__program/../../../../../etc/passwd').then((r) => r.text())"
        ".then((t) => console.log('READ ' + t), () => {})",
        5,
    ),
    "way out by fetch": Attack(
        "fetch('http://127.0.0.1:9/').then(() => console.log('READ'), () => {})", 5
    ),
    "own worker": Attack(
        "try { new Worker('data:text/javascript,postMessage(1)'); console.log('READ') } catch {}",
        5,
    ),
    "script from outside": Attack(
        "try { importScripts('http://127.0.0.1:9/a.js'); console.log('READ') } catch {}", 5
    ),
    "names of files": Attack(
        "for (const name of ['../'.repeat(12) + 'etc/passwd', '/etc/passwd', 'a/../../../a.json',"
        " '..\\\\..\\\\a', '\\0/etc/passwd', '%2e%2e/%2e%2e/x', 'file:///etc/passwd', '\\ud800',"
        " 'x'.repeat(5_000), 'CON', 'A/'.repeat(400), '.', '..', '', ' ', 'a\\u202eb'])"
        " for (const start of [path(''), '', 'wxfile://tmp_'])"
        " for (const deed of ['readFileSync', 'copyFileSync'])"
        " try { const found = fs[deed](start + name, path('b'), 'utf8');"
        " if (String(found).includes('root:')) console.log('READ ' + found) } catch {}",
        1,
        FILES,
    ),
    "wall of prototypes": Attack(
        "Object.prototype.granted = true; Object.prototype['scope.userLocation'] = true;"
        " wx.getLocation({success: () => console.log('READ')})",
        20,
    ),
}
