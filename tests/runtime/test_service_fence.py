"""What a program's script finds around itself, and what it does not."""

from tests.conftest import OpenProgram
from tests.runtime.notes import NOTE, noted

GONE = [
    "XMLHttpRequest",
    "fetch",
    "WebSocket",
    "importScripts",
    "postMessage",
    "indexedDB",
    "caches",
    "Worker",
    "location",
    "navigator",
    "BroadcastChannel",
    "EventSource",
    "window",
    "document",
    "self",
    "OffscreenCanvas",
    "Blob",
    "URL",
    "onmessage",
    "addEventListener",
]


def test_ways_out_of_the_worker_are_gone(run_program: OpenProgram) -> None:
    tests = ", ".join(f"['{name}', typeof {name}, typeof globalThis.{name}]" for name in GONE)
    page = run_program(
        {
            "index.wxml": "<view/>",
            "index.js": NOTE
            + f"note('left', [{tests}].filter((one) => one[1] + one[2] !== 'undefinedundefined'))\n"
            "note('handover', Object.getOwnPropertyNames(globalThis).filter((name) => name.startsWith('__d')))\n"
            "Page({})",
        }
    )
    assert noted(page, "left") == [[]]
    assert noted(page, "handover") == [[]]


def test_no_text_becomes_code_but_return_this(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": "<view/>",
            "index.js": NOTE
            + """const attempt = (run) => { try { return run() } catch (error) { return error.name } }
            note('eval', attempt(() => eval('1')), attempt(() => (0, eval)('1')))
            note('function', attempt(() => new Function('return 1')()), attempt(() => Function('a', 'return a')(1)))
            note('constructor', attempt(() => (() => {}).constructor('return 1')()))
            note('async', attempt(() => (async () => {}).constructor('return 1')()))
            note('this', new Function('return this')() === globalThis, Function('return this')() === global)
            note('instance', (() => {}) instanceof Function)
            Page({})""",
        }
    )
    assert noted(page, "eval") == ["EvalError", "EvalError"]
    assert noted(page, "function") == ["EvalError", "EvalError"]
    assert noted(page, "constructor") == ["EvalError"]
    assert noted(page, "async") == ["EvalError"]
    assert noted(page, "this") == [True, True]
    assert noted(page, "instance") == [True]


def test_language_and_timers_are_there(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": "<view/>",
            "index.js": NOTE
            + """const tag = (value) => Object.prototype.toString.call(value)
            note('made', [new Map([[1, 2]]).size, tag(Symbol()), 2n ** 3n == 8n, [1, 2].at(-1), null ?? 'or', {}?.a === undefined])
            const timer = setInterval(() => { clearInterval(timer); note('interval') }, 5)
            setTimeout((a, b) => note('timeout', a, b), 5, 'x', 'y')
            class Kept { #secret = 1; static count = 0; read() { return this.#secret } }
            ;(async () => { await null; note('await', new Kept().read()) })()
            Page({})""",
        }
    )
    assert noted(page, "made") == [[1, "[object Symbol]", True, 2, "or", True]]
    assert noted(page, "await") == [1]
    assert noted(page, "timeout") == ["x", "y"]
    noted(page, "interval")


def test_errors_nobody_catches_are_told_with_their_line_and_stop_nothing(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        {
            "app.js": NOTE
            + "App({ onError(text) { note('onError', text.includes('broke'), text.includes('(pages/'), text.includes('://')) },\n"
            "  onUnhandledRejection({ reason }) { note('rejection', reason.message) } })",
            "index.wxml": '<view id="go" bindtap="go">{{n}}</view>',
            "index.js": "Page({\n  data: { n: 0 },\n  onLoad() { throw new Error('load broke') },\n"
            "  go() {\n    this.setData({ n: 1 })\n    setTimeout(() => { throw new Error('timer broke') })\n"
            "    Promise.reject(new Error('promise broke'))\n  },\n})",
        }
    )
    entry = page.wait_log("load broke")
    assert (entry.file, entry.line) == ("pages/index/index.js", 3)
    page.tap("#go")
    entry = page.wait_log("timer broke")
    assert (entry.file, entry.line) == ("pages/index/index.js", 6)
    entry = page.wait_log("promise broke")
    assert (entry.file, entry.line) == ("pages/index/index.js", 7)
    page.wait_text("#go", "1")
    assert noted(page, "onError") == [True, True, False]
    assert noted(page, "rejection") == ["promise broke"]


def test_the_console_says_file_and_line_of_the_caller(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": "<view/>",
            "index.js": "const circle = { name: 'ring' }\ncircle.self = circle\n"
            "console.warn('careful', { a: [1, 'two'] }, null, undefined)\nconsole.log(circle)\n"
            "Page({\n  onLoad() { console.info(this, 'page itself') },\n})",
        }
    )
    entry = page.wait_log("careful")
    assert (entry.text, entry.level.name) == ('careful {a: [1, "two"]} null undefined', "WARN")
    assert (entry.file, entry.line) == ("pages/index/index.js", 3)
    assert page.wait_log("ring").text == '{name: "ring", self: …}'
    assert page.wait_log("page itself").line == 6
