"""A program's scripts as the service loads them."""

import json
import re
from pathlib import Path

import pytest

from miniapp_host.programs.modules import is_es_module, is_module, wrap_module
from miniapp_host.programs.package import Package
from miniapp_host.programs.source import ProgramSource
from tests.programs.conftest import Writer

COMMON_JS = [
    "const a = require('./a')\nmodule.exports = {a}",
    "",
    "// export default 1",
    "/* \nimport a from 'a'\n*/\nexports.a = 1",
    "const text = 'x';\nconst more = \"\\\nimport a from 'a'\"",
    "const page = `\nexport default {}\nimport x from 'y'\n`",
    "const t = `${a}\n\nimport b from 'b'`",
    "import('./lazy').then(run)",
    "import /* lazily */ ('./lazy')",
    "const a = /[`\"'/]/; const b = {export: 1}\nb\n.export()",
    "const n = 4 / 2 / 1; const s = 'import x from \"y\"'",
    "x.import\n(y)",
    "const o = {\n  export: {},\n  import: {a: 1},\n}",
    "function f() { return /export default/ }",
    "exports.imported = 1\nexports.exported = {}",
    "/* unfinished\nexport default 1",
]

ES_MODULES = [
    "import a from './a'",
    "import './a'",
    'import"./a"',
    "import * as a from 'a'",
    "import {a} from 'a'",
    "export default {}",
    "export{a}",
    "export * from 'a'",
    "'use strict';import a from 'a'",
    "/* licence */ import a from 'a'",
    "/* licence */\n\n// more\nexport const a = 1",
    "const quote = /[\"'`]/\nexport function f() {}",
    "function f() {}\nexport { f }",
    "const a = {b: `}`}; export class A {}",
    "\n\n   export async function f() {}",
    "if (a) { b() }\nexport let c",
]


@pytest.mark.parametrize("text", COMMON_JS)
def test_the_words_alone_make_no_es_module(text: str) -> None:
    assert not is_es_module(text)


@pytest.mark.parametrize("text", ES_MODULES)
def test_a_module_statement_makes_an_es_module(text: str) -> None:
    assert is_es_module(text)


def test_a_script_keeps_its_lines_and_starts_on_the_first() -> None:
    wrapped = wrap_module("a.js", "first()\nsecond() // no newline after this")
    lines = wrapped.split("\n")
    assert lines[0].endswith("{first()")
    assert lines[1] == "second() // no newline after this"
    assert wrapped.endswith("\n}})());\n")


def test_a_script_is_a_function_that_sees_no_browser() -> None:
    wrapped = wrap_module("a/b.js", "x")
    names = re.match(
        r'__define\("a/b\.js",\(function\(([\w,]+)\)\{return function'
        r"\(require,module,exports\)\{x\n\}\}\)\(\)\);\n",
        wrapped,
    )
    assert names
    hidden = set(names[1].split(","))
    assert {"window", "document", "self", "localStorage", "history", "location"} <= hidden
    assert not {"require", "module", "exports", "globalThis", "wx", "global"} & hidden


def test_a_hash_bang_line_becomes_a_comment() -> None:
    assert "{//#!/usr/bin/env node\nrun()" in wrap_module("a.js", "#!/usr/bin/env node\nrun()")


@pytest.mark.parametrize(
    ("path", "text"), [("a.js", "export default '\u2028\"'"), ("a.ts", "let a: 1")]
)
def test_an_es_module_or_typescript_is_handed_over_as_text(path: str, text: str) -> None:
    match = re.fullmatch(r"__define\((\".*?\"), (\".*\")\);\n", wrap_module(path, text), re.S)
    assert match
    assert json.loads(match[1]) == path
    assert json.loads(match[2]) == text


def test_json_is_a_module_and_may_have_comments() -> None:
    wrapped = wrap_module("a.json", '{"a": [1, "二"], // one\n}')
    match = re.search(r"\{module\.exports=JSON\.parse\((\".*\")\)\n\}", wrapped)
    assert match
    assert json.loads(json.loads(match[1])) == {"a": [1, "二"]}


def test_json_that_is_none_is_handed_over_as_it_is_to_fail_when_required() -> None:
    assert 'JSON.parse("{oops")' in wrap_module("a.json", "{oops")


@pytest.mark.parametrize(
    ("path", "expected"),
    [("a.js", True), ("a.ts", True), ("a.json", True), ("a.d.ts", False), ("a.wxs", False)],
)
def test_what_may_be_required_is_a_module(path: str, expected: bool) -> None:
    assert is_module(path) is expected


def test_an_odd_name_of_a_script_does_no_harm() -> None:
    assert wrap_module('a"),b("\n.js', "x").startswith('__define("a\\"),b(\\"\\n.js",(')


@pytest.mark.parametrize(
    "text",
    [
        "import" + "/**/" * 20_000 + "x",
        "\n" * 100_000 + "export",
        "`" * 50_001 + "\nimport a",
        "=/[" * 50_000 + "\nexport {",
        "'\\" * 50_000 + "\nexport {",
        "`\\" * 50_000 + "\nexport {",
        ";" * 100_000 + "\nexport {",
    ],
    ids=["comments", "lines", "templates", "brackets", "quotes", "escapes", "ends"],
)
def test_no_script_holds_up_the_phone(text: str) -> None:
    is_es_module(text)


def test_a_module_is_served_under_its_path(write_program: Writer, tmp_path: Path) -> None:
    package = Package.open(write_program({"util/你 好.js": "\ufeffexports.a = 1"}))
    source = ProgramSource(package, tmp_path / "cache", None, {}, {})
    for url in (
        "/__program/module/util/你 好.js",
        "/__program/module/util/%E4%BD%A0%20%E5%A5%BD.js",
    ):
        answer = source.resource(url)
        assert answer.media_type == "text/javascript"
        assert "{exports.a = 1\n}" in answer.body.decode()


@pytest.mark.parametrize("path", ["none.js", "pages/index.wxml", "types.d.ts", ""])
def test_what_is_no_module_is_not_found(write_program: Writer, tmp_path: Path, path: str) -> None:
    package = Package.open(write_program({"types.d.ts": ""}))
    source = ProgramSource(package, tmp_path / "cache", None, {}, {})
    with pytest.raises(FileNotFoundError):
        source.resource(f"/__program/module/{path}")


def test_many_modules_come_in_one_answer(write_program: Writer, tmp_path: Path) -> None:
    files = {"a.js": "exports.a = 1", "util/b.js": "export const b = 2", "types.d.ts": ""}
    source = ProgramSource(Package.open(write_program(files)), tmp_path / "cache", None, {}, {})
    answer = source.resource("/__program/modules/a.js:util/b.js:none.js:types.d.ts:app.json.x")
    assert json.loads(answer.body) == {
        "a.js": source.resource("/__program/module/a.js").body.decode(),
        "util/b.js": source.resource("/__program/module/util/b.js").body.decode(),
    }


def test_no_module_outside_the_package_comes_along(write_program: Writer, tmp_path: Path) -> None:
    (tmp_path / "secret.js").write_text("secret")
    source = ProgramSource(Package.open(write_program({})), tmp_path / "cache", None, {}, {})
    with pytest.raises(FileNotFoundError):
        source.resource("/__program/modules/..%2Fsecret.js:app.js")
    assert source.resource("/__program/modules/:/secret.js:").body == b"{}"
