"""The runtime's reader of WXML and the compiler behind it, in a page of their own."""

import base64
import json
from typing import Any

from PySide6.QtWebEngineCore import QWebEnginePage
from pytestqt.qtbot import QtBot

from miniapp_host.paths import runtime_dir
from miniapp_host.web.engine import prepare_engine

_SETTING = """
const library = { exports: {} }
globalThis.__define = (name, load) => load(() => {}, library, library.exports)
%s
const { translate, readFile, findingOf, withColons, startCompiler } = library.exports
let Group

/** Every step that goes on through a text is counted by the characters it passes. */
let steps = 0
const counted = (prototype, name, cost) => {
  const plain = prototype[name]
  prototype[name] = function (...args) {
    const result = plain.apply(this, args)
    steps += 1 + cost.call(this, result, ...args)
    return result
  }
}
const count = () => {
  counted(RegExp.prototype, 'test', function (found, text) { return this.sticky ? this.lastIndex && 1 : text.length })
  counted(RegExp.prototype, 'exec', function (found, text) { return this.sticky ? 1 : found ? found[0].length : text.length })
  counted(String.prototype, 'slice', (result) => result.length)
  counted(String.prototype, 'indexOf', function (at, sought, from = 0) { return (at === -1 ? this.length : at) - from })
  counted(String.prototype, 'replace', (result) => result.length)
  counted(String.prototype, 'startsWith', () => 1)
  counted(Array.prototype, 'push', () => 1)
}

/** What comes of files that are read, written and compiled. */
function made(wxml) {
  const { files, written } = translate(wxml)
  const group = new Group()
  const problems = []
  for (const [path, text] of written) {
    for (const problem of group.addTmpl(path, text.text)) if (problem.isError) problems.push(findingOf(text, problem))
  }
  const code = withColons(group.getTmplGenObjectGroups())
  group.free()
  new Function(`return ${code}`)
  return { findings: [...files.values()].flatMap((file) => file.findings), problems }
}
"""


class WxmlReader:
    """`run` evaluates an expression over what the library exports."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        prepare_engine()
        self._page = QWebEnginePage()
        self.run("0", _SETTING % (runtime_dir() / "compiler.js").read_text("utf-8"))

    def start_compiler(self) -> None:
        """`made` needs it."""
        wasm = base64.b64encode((runtime_dir() / "compiler.wasm").read_bytes()).decode()
        self.run(
            f"(Group = startCompiler(Uint8Array.from(atob('{wasm}'), (each) => each.charCodeAt(0))), 0)"
        )

    def run(self, expression: str, before: str = "") -> Any:
        """The JSON value of `expression`, which follows `before`; raises what it throws."""
        with self._qtbot.waitCallback(timeout=60_000) as answered:
            self._page.runJavaScript(
                f"{before}\n;(() => {{ try {{ return JSON.stringify({{value: {expression}}}) }}"
                " catch (error) { return JSON.stringify({error: String(error.stack)}) } })()",
                answered,
            )
        assert answered.args[0], "the script could not be read"
        answer = json.loads(answered.args[0])
        assert "error" not in answer, answer["error"]
        return answer.get("value")
