"""Pages of the web that mean harm, in a `<web-view>`: what they do in one turn, and how often."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.program_folder import write_program

OVER = "/over"
_FOREIGN = (
    "['file:///etc/passwd', 'qrc:///', 'mp://wxvictim/', 'chrome://gpu', 'javascript:1',"
    " 'weixin://dl', 'view-source:http://a.example', 'devtools://devtools']"
)
_WORKER = (
    f"for (const to of {_FOREIGN}) {{"
    " fetch(to).then((answer) => answer.text())"
    ".then((text) => text && fetch('/got?' + to), () => 0);"
    " try { importScripts(to); fetch('/got?script' + to) } catch {} }"
)


@dataclass(frozen=True)
class WebAttack:
    """`deed` is done `times` times; N is how often it was done before, WX talks to the phone."""

    deed: str
    times: int
    quick_times: int = 20


WEB_ATTACKS = {
    "boxes of a page": WebAttack("alert('a' + N); confirm('b' + N); prompt('c' + N)", 2_000),
    "long boxes of a page": WebAttack(
        "alert('\\u5b57'.repeat(1_000_000)); confirm('x'.repeat(1_000_000))", 50, 2
    ),
    "leaving": WebAttack("onbeforeunload = () => 'stay'; location.href = '/?' + N", 2_000),
    "history": WebAttack("history.pushState({N}, '', '/?' + N); document.title = 't' + N", 5_000),
    "messages": WebAttack("WX('postMessage', {data: {N, long: 'x'.repeat(10_000)}})", 5_000),
    "large messages": WebAttack("WX('postMessage', {data: 'x'.repeat(5_000_000)})", 20, 2),
    "navigations": WebAttack(
        "WX('navigateTo', {url: '/pages/index/index'}); WX('switchTab', {url: '/x'})", 2_000
    ),
    "windows of a page": WebAttack(
        "open('/?' + N); open('about:blank', 'n' + N, 'popup'); close(); print()", 500
    ),
    "downloads": WebAttack(
        "const a = document.createElement('a'); a.download = 'x' + N;"
        " a.href = URL.createObjectURL(new Blob(['x'])); a.click()",
        1_000,
    ),
    "frames": WebAttack(
        "const f = document.createElement('iframe'); f.src = location.href + '?deep=' + N;"
        " if (self === top) document.body.append(f)",
        100,
        5,
    ),
    "permissions": WebAttack(
        "const got = (what) => () => fetch('/got?' + what);"
        " navigator.geolocation.getCurrentPosition(got('place'));"
        " navigator.mediaDevices?.getUserMedia({video: true, audio: true})"
        ".then(got('camera'), () => 0);"
        " Notification.requestPermission?.().then((p) => p === 'granted' && got('note')());"
        " navigator.clipboard?.readText().then(got('clipboard'), () => 0);"
        " document.body.requestFullscreen().then(got('fullscreen'), () => 0);"
        " document.body.requestPointerLock();"
        " showOpenFilePicker?.().then(got('file'), () => 0)",
        200,
    ),
    "addresses": WebAttack(
        f"for (const to of {_FOREIGN}) {{ open(to); location.href = to;"
        " fetch(to).then((r) => r.text()).then((t) => t && fetch('/got?' + to), () => 0) }",
        200,
        5,
    ),
    "bridge": WebAttack(
        "for (const name of ['authorize', 'getLocation', 'openSetting', '__proto__', 'invoke'])"
        " WX(name, {scope: 'scope.userLocation', scopes: [name]});"
        " document.dispatchEvent(new CustomEvent('weixin', {detail: ['[', '{}', '[1e999]',"
        " '[\"navigateBack\",{\"delta\":1e99}]', '['.repeat(5_000)][N % 5]}))",
        1_000,
    ),
    "lines of a page": WebAttack(
        "console.log('x'.repeat(100_000) + N); console.error(N, location)", 5_000
    ),
    "icons of a page": WebAttack(
        "const icon = document.createElement('link'); icon.rel = 'icon';"
        " icon.href = `/icon?${N}`; document.head.append(icon);"
        " document.body.style.cursor = N % 2 ? 'wait' : 'text'; location.hash = N",
        5_000,
    ),
    "workers of a page": WebAttack(
        "const script = '/worker.js?' + N; new Worker(script); new SharedWorker(script);"
        " navigator.serviceWorker?.register(script, {scope: '/' + N}).catch(() => 0);"
        " const inside = `importScripts('${location.origin}/worker.js')`;"
        " new Worker(URL.createObjectURL(new Blob([inside])))",
        20,
        3,
    ),
    "blobs of a page": WebAttack(
        "globalThis.kept ??= [];"
        " kept.push(URL.createObjectURL(new Blob([new Uint8Array(10_000_000)])))",
        200,
        5,
    ),
    "caches of a page": WebAttack(
        "caches.open('c' + N).then((kept) =>"
        " kept.put('/' + N, new Response(new Blob([new Uint8Array(10_000_000)]))), () => 0);"
        " indexedDB.open('d' + N).onupgradeneeded = ({target}) => target.result"
        ".createObjectStore('s', {autoIncrement: true}).put(new Uint8Array(10_000_000))",
        100,
        5,
    ),
    "loop of a page": WebAttack("if (N === 1) { fetch('/over'); for (;;); }", 2),
}
"""What one gets that it must not have, it tells by asking for an address that begins with /got."""


def web_page(attack: WebAttack, times: int) -> Mapping[str, str]:
    """The pages of the server, by path."""
    script = f"""
const WX = (name, arg) =>
  WeixinJSBridge.invoke('invokeMiniProgramAPI', {{name, arg}}, () => 0)
addEventListener('load', async () => {{
  if (location.search || self !== top) return
  for (let N = 0; N < {times}; N++) {{
    try {{ {attack.deed} }} catch {{}}
    if (N % 50 === 49) await new Promise((go) => setTimeout(go))
  }}
  fetch('{OVER}', {{keepalive: true}})
}})"""
    page = f"<title>web</title><body>web<script>{script}</script>"
    return {"/": page, "/worker.js": _WORKER, OVER: "over"}


def write_web_program(folder: Path, url: str) -> Path:
    """A program whose page is the page of the web at `url`."""
    files = {
        "project.config.json": '{"appid": "wxhostile"}',
        "index.wxml": f'<web-view src="{url}/" bindmessage="hear"/>',
        "index.js": "Page({hear() {}})",
    }
    return write_program(folder, files)
