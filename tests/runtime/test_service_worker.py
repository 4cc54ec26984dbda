"""wx.createWorker(): a thread with `worker` and nothing else of the phone."""

import json

import pytest

from tests.conftest import OpenProgram
from tests.runtime.notes import NOTE, noted, notes
from tests.runtime.test_service_fence import GONE

ECHO = NOTE + "worker.onMessage((message) => worker.postMessage({ got: message }))"


def program(thread: str, script: str, workers: object = "threads") -> dict[str, str]:
    """A program whose thread is `threads/main.js`; `script` finds it as `made`."""
    return {
        "index.wxml": "<view/>",
        "app.json": json.dumps({"pages": ["pages/index/index"], "workers": workers}),
        "threads/main.js": thread,
        "threads/sums/double.js": "module.exports = (number) => number * 2",
        "outside.js": "module.exports = 'outside'",
        "index.js": f"{NOTE}const made = wx.createWorker('threads/main.js')\n{script}\nPage({{}})",
    }


@pytest.mark.parametrize(
    "workers", ["threads", "/threads/", {"path": "threads", "isSubpackage": True}]
)
def test_messages_go_to_it_and_come_back(run_program: OpenProgram, workers: object) -> None:
    script = """made.onMessage((message) => note('back', message))
    made.postMessage({ list: [1, null], bytes: new Uint8Array([7]).buffer.byteLength })
    made.postMessage('word')"""
    page = run_program(program(ECHO, script, workers))
    page.wait(lambda: len(notes(page)) == 2, "two answers")
    assert notes(page) == [
        ["back", {"got": {"list": [1, None], "bytes": 1}}],
        ["back", {"got": "word"}],
    ]


def test_it_requires_what_lies_in_its_folder_only(run_program: OpenProgram) -> None:
    thread = f"""{NOTE}const double = require('./sums/double')
    note('inside', double(21), require('sums/double.js') === double)
    try {{ note('outside', require('../outside')) }} catch (error) {{ note('outside', error.message.slice(0, 31)) }}"""
    page = run_program(program(thread, ""))
    assert noted(page, "inside") == [42, True]
    assert noted(page, "outside") == ["module '../outside' is not defi"]


def test_ways_out_of_it_are_gone(run_program: OpenProgram) -> None:
    names = [*GONE, "wx", "getApp", "Page", "App", "close", "name", "onerror"]
    tests = ", ".join(f"['{name}', typeof {name}, typeof globalThis.{name}]" for name in names)
    thread = f"""{NOTE}note('left', [{tests}].filter((one) => one[1] + one[2] !== 'undefinedundefined'))
    note('handover', Object.getOwnPropertyNames(globalThis).filter((name) => name.startsWith('__d')))
    note('worker', Object.keys(worker))
    try {{ note('eval', eval('1'), new Function('return 1')()) }} catch (error) {{ note('eval', error.name) }}"""
    page = run_program(program(thread, ""))
    assert noted(page, "left") == [[]]
    assert noted(page, "handover") == [[]]
    assert noted(page, "worker") == [["env", "postMessage", "onMessage"]]
    assert noted(page, "eval") == ["EvalError"]


def test_its_errors_are_the_programs_own_with_file_and_line(run_program: OpenProgram) -> None:
    thread = "worker.onMessage(() => {\n  throw new Error('too much')\n})\nsetTimeout(() => nothing.at.all)"
    script = """made.onError(({ error }) => note('error', error.message))
    made.postMessage(1)"""
    page = run_program(program(thread, script))
    line = page.wait_log("too much")
    assert (line.file, line.line) == ("threads/main.js", 2)
    line = page.wait_log("nothing is not defined")
    assert (line.file, line.line) == ("threads/main.js", 4)
    page.wait(lambda: len(notes(page)) == 2, "both errors")
    assert sorted(notes(page)) == [["error", "nothing is not defined"], ["error", "too much"]]


def test_there_is_one_at_a_time(run_program: OpenProgram) -> None:
    page = run_program(
        program(
            ECHO,
            """const attempt = (run) => { try { return run() } catch (error) { return error.message.slice(0, 38) } }
            note('second', attempt(() => wx.createWorker('threads/main.js')))
            made.terminate()
            note('outside', attempt(() => wx.createWorker('outside.js')))
            made.onMessage(() => note('no'))
            made.postMessage('into nothing')
            const next = wx.createWorker('/threads/main.js')
            next.onMessage(({ got }) => { note('next', got); next.testOnProcessKilled() })
            next.onProcessKilled(() => note('killed'))
            next.postMessage('on')""",
        )
    )
    noted(page, "killed")
    assert notes(page) == [
        ["second", "createWorker:fail there is one already"],
        ["outside", "createWorker:fail outside.js is no scr"],
        ["next", "on"],
        ["killed"],
    ]
