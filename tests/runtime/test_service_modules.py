"""How a program's files find each other, and what a broken one does to the rest."""

import json

from tests.conftest import OpenProgram
from tests.runtime.notes import NOTE, noted, notes

VIEW = "<view>page</view>"


def test_modules_are_found_as_on_the_phone(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": VIEW,
            "index.js": NOTE
            + """const near = require('./near'), bare = require('near.js'), far = require('/lib/far')
            const npm = require('kit'), deep = require('@scope/kit/part'), data = require('./data.json')
            const folder = require('../../lib'), above = require('../../lib/far.js')
            note('found', near.name, bare === near, far.name, npm, deep, data.list, folder, above === far)
            Page({})""",
            "pages/index/near.js": "exports.name = 'near'",
            "pages/index/data.json": '{"list": [1, 2]}',
            "lib/far.js": "module.exports = { name: 'far' }",
            "lib/index.js": "module.exports = 'folder'",
            "miniprogram_npm/kit/index.js": "module.exports = require('./inner')",
            "miniprogram_npm/kit/inner.js": "module.exports = 'kit'",
            "pages/miniprogram_npm/@scope/kit/part.js": "module.exports = 'part'",
        }
    )
    assert noted(page, "found") == ["near", True, "far", "kit", "part", [1, 2], "folder", True]


def test_aliases_of_app_json_stand_for_folders(run_program: OpenProgram) -> None:
    aliases = {"~/*": "/*", "~/old/*": "attic/*", "@lib/*": "./lib/*"}
    page = run_program(
        {
            "app.json": json.dumps({"pages": ["pages/index/index"], "resolveAlias": aliases}),
            "index.wxml": VIEW,
            "index.js": "import { name } from '@lib/esm.js'\n"
            + NOTE
            + """note('alias', name, require('~/lib/plain'), require('~/old/thing'), require('@lib/kit'))
            Page({})""",
            "lib/esm.js": "export const name = 'esm'",
            "lib/plain.js": "module.exports = 'plain'",
            "attic/thing.js": "module.exports = 'longest'",
            "old/thing.js": "module.exports = 'shorter'",
            "miniprogram_npm/@lib/kit/index.js": "module.exports = 'npm, for there is no lib/kit'",
        }
    )
    expected = ["esm", "plain", "longest", "npm, for there is no lib/kit"]
    assert noted(page, "alias") == expected
    assert page.errors() == []


def test_circular_requires_see_what_is_there_so_far(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": VIEW,
            "index.js": NOTE + "note('circle', require('./a').seen, require('./b').seen)\nPage({})",
            "pages/index/a.js": "exports.early = 1; exports.seen = require('./b').late; exports.late = 2",
            "pages/index/b.js": "exports.late = 3; exports.seen = Object.keys(require('./a'))",
        }
    )
    assert noted(page, "circle") == [3, ["early"]]


def test_es_modules_and_typescript_mix_with_commonjs(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": VIEW,
            "index.js": "import fallback, { one, two as second } from './esm'\n"
            "import * as typed from './typed'\nimport common from './common'\n"
            + NOTE
            + "note('esm', fallback, one, second, typed.double(4), common.old, require('./esm').one)\n"
            "Page({ onLoad() { note('await', 1) } })",
            "pages/index/esm.js": "export const one = 1\nexport const two = 2\nexport default 'standard'",
            "pages/index/typed.ts": "interface Pair { a: number }\n"
            "export const double = (value: number): number => (({ a: value }) as Pair).a * 2",
            "pages/index/common.js": "module.exports = { old: 'way' }",
        }
    )
    assert noted(page, "esm") == ["standard", 1, 2, 8, "way", 1]
    assert page.errors() == []


def test_a_typescript_page_names_its_own_lines(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="go" bindtap="go">go</view>',
            "index.js": "",
            "pages/other/other.wxml": VIEW,
            "pages/other/other.js": "import { fail } from '../../fail'\nPage({\n  onLoad() { fail() },\n})",
            "fail.ts": "type Text = string\n\nexport function fail(): Text {\n  throw new Error('as it must')\n}",
            "app.json": '{"pages": ["pages/other/other", "pages/index/index"]}',
        }
    )
    entry = page.wait_log("as it must")
    assert (entry.file, entry.line) == ("fail.ts", 4)


MANY = {
    "index.wxml": '<view id="go" bindtap="go">{{text}}</view>',
    "index.js": "import { one } from './one'\nimport { two } from './two'\nimport three from './three'\n"
    "import './four'\n\nPage({\n  data: { text: one() + two() + three.value },\n  go() { three.fail() },\n})",
    "pages/index/one.js": "// a line\nexport const one = () => 1",
    "pages/index/two.js": "\n\nexport function two() {\n  console.log('two is called')\n  return 2\n}",
    "pages/index/three.js": "exports.value = require('./five')\nexports.fail = () => {\n  throw new Error('three fails')\n}",
    "pages/index/four.ts": "type Four = 4\nexport const four: Four = 4",
    "pages/index/five.js": "module.exports = 5",
}


def test_modules_that_come_together_keep_their_own_lines(run_program: OpenProgram) -> None:
    page = run_program(MANY)
    page.wait_text("#go", "8")
    entry = page.wait_log("two is called")
    assert (entry.file, entry.line) == ("pages/index/two.js", 4)
    page.tap("#go")
    entry = page.wait_log("three fails")
    assert (entry.file, entry.line) == ("pages/index/three.js", 3)
    assert "(pages/index/three.js:3:" in entry.text


def test_one_bad_module_among_many_is_the_only_one(run_program: OpenProgram) -> None:
    broken = {"pages/index/four.ts": "export const four: number = 4\n\nlet let = 5"}
    page = run_program(
        MANY | broken | {"app.js": "try { require('./pages/index/three') } catch {}\nApp({})"}
    )
    page.wait_log("has not been registered")
    places = {(entry.file, entry.line) for entry in page.log() if entry.level.name == "ERROR"}
    assert ("pages/index/four.ts", 3) in places


def test_a_missing_module_is_named_with_who_asked(run_program: OpenProgram) -> None:
    page = run_program({"index.wxml": VIEW, "index.js": "\nconst x = require('./gone')\nPage({})"})
    entry = page.wait_log("module './gone' is not defined, require args is './gone'")
    assert (entry.file, entry.line) == ("pages/index/index.js", 2)
    assert "pages/index/index.js" in entry.text


def test_a_syntax_error_names_its_line_and_hurts_only_its_file(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="shown">{{text}}</view><bad id="bad">inside</bad>',
            "index.js": NOTE
            + "try { require('./broken') } catch (error) { note('caught', error.name) }\n"
            "Page({data: {text: 'still here'}})",
            "pages/index/broken.js": "const fine = 1\n\nconst = 2",
            "index.json": '{"usingComponents": {"bad": "/parts/bad"}}',
            "parts/bad.json": '{"component": true}',
            "parts/bad.wxml": "<text>part</text>",
            "parts/bad.js": "Component({})\nlet let = 1\n",
        }
    )
    assert noted(page, "caught") == ["SyntaxError"]
    assert page.text("#shown") == "still here"
    assert "part" in (page.text("#bad") or "")
    entry = page.wait_log("SyntaxError")
    assert (entry.file, entry.line) == ("parts/bad.js", 2)


def test_a_syntax_error_of_an_es_module_names_its_line_too(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": VIEW,
            "index.js": "import { a } from './half'\n\nPage({ a })",
            "pages/index/half.js": "export const a = 1\n\nexport const = 2",
        }
    )
    page.wait_log("has not been registered")
    places = [(entry.file, entry.line) for entry in page.log() if entry.level.name == "ERROR"]
    assert ("pages/index/half.js", 3) in places


def test_a_module_that_failed_may_be_asked_for_again(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": VIEW,
            "index.js": NOTE
            + "for (let i = 0; i < 2; i++) try { require('./throws') } catch (e) { note('threw', e.message) }\nPage({})",
            "pages/index/throws.js": "throw new Error('always')",
        }
    )
    noted(page, "threw")
    assert [note for note in notes(page) if note[0] == "threw"] == [["threw", "always"]] * 2


def test_require_async_brings_a_module_of_another_package(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "app.json": '{"pages": ["pages/index/index"], "subpackages": [{"root": "more", "pages": ["p/p"]}]}',
            "index.wxml": VIEW,
            "index.js": NOTE
            + """require.async('../../more/tool.js').then((tool) => note('async', tool.name))
            require('../../more/tool.js', (tool) => note('callback', tool.name), () => note('no'))
            require.async('./none').catch(({ mod, errMsg }) => note('none', mod, errMsg.includes('is not defined')))
            Page({})""",
            "more/tool.js": "exports.name = 'tool'",
            "more/p/p.wxml": VIEW,
            "more/p/p.js": "Page({})",
        }
    )
    assert noted(page, "async") == ["tool"]
    assert noted(page, "callback") == ["tool"]
    assert noted(page, "none") == ["./none", True]


def test_taking_apart_what_is_exported_needs_no_semicolon_before(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": VIEW,
            "index.js": NOTE
            + "import kit, { one, first } from './kit'\nnote('kit', one, first, kit.one)\nPage({})",
            "pages/index/kit.js": """const kit = { one: 1, list: [2] }
            export const { one } = kit
            export const [first] = kit.list
            export default kit""",
        }
    )
    assert noted(page, "kit") == [1, 2, 1]
    assert page.errors() == []
