"""The program's end of its file system: the functions' two forms, and bytes as the program knows them."""

import base64
from typing import Any

from tests.conftest import OpenProgram
from tests.runtime.notes import NOTE, noted
from tests.runtime.recording import Record, record

__all__ = ["record"]

SAY = "const say = (...all) => console.log(all.map((one) => JSON.stringify(one)).join(' '))\n"
STATS = {
    "mode": 33188,
    "size": 3,
    "lastAccessedTime": 1,
    "lastModifiedTime": 2,
    "isDirectory": False,
}
BYTES = base64.b64encode(b"abc").decode()


def read(arguments: Any) -> dict[str, Any]:
    if arguments["filePath"] == "none":
        return {"errMsg": 'readFile:fail no such file or directory, open "none"', "errno": 1300002}
    return {"errMsg": "readFile:ok", "bytes": BYTES}


def test_the_functions_answer_later(record: Record) -> None:
    running = record(
        {
            "index.wxml": "<view/>",
            "index.js": SAY
            + """const files = wx.getFileSystemManager()
            say('same', files === wx.getFileSystemManager())
            files.readFile({ filePath: 'some', success: ({ data, bytes }) => say('data', [...new Uint8Array(data)], bytes === undefined) })
            files.readFile({ filePath: 'none', fail: (result) => say('fail', result) })
            files.writeFile({ filePath: 'own', data: new Uint8Array([97, 98]).buffer, complete: ({ errMsg }) => say(errMsg) })
            files.stat({ path: 'some', success: ({ stats }) => say('stat', stats.size, stats.isFile(), stats.isDirectory()) })
            files.readZipEntry({ filePath: 'x', fail: ({ errMsg }) => say(errMsg) })
            Page({})""",
        },
        {"readFile": read, "stat": lambda _: {"errMsg": "stat:ok", "stats": STATS}},
    )
    running.said('"data" [97,98,99] true')
    running.said(
        '"fail" {"errMsg":"readFile:fail no such file or directory, open \\"none\\"","errno":1300002}'
    )
    running.said('"writeFile:ok"')
    running.said('"stat" 3 true false')
    running.said("fail not supported")
    assert ("writeFile", {"filePath": "own", "bytes": "YWI="}) in running.calls


def test_the_functions_answer_at_once(record: Record) -> None:
    running = record(
        {
            "index.wxml": "<view/>",
            "index.js": SAY
            + """const files = wx.getFileSystemManager()
            say('read', [...new Uint8Array(files.readFileSync('some'))], files.writeFileSync('own', 'text', 'utf8') === undefined)
            say('stat', files.statSync('some').isFile())
            files.writeFileSync('large', '中'.repeat(500000))
            Page({})""",
        },
        sync={
            "readFileSync": lambda _: {"bytes": BYTES},
            "writeFileSync": lambda _: {},
            "appendFileSync": lambda _: {},
            "statSync": lambda _: {"stats": STATS},
        },
    )
    running.said('"read" [97,98,99] true')
    running.said('"stat" true')
    written = [
        (name, arguments)
        for name, (arguments, *_) in running.asked
        if "File" in name and name != "readFileSync"
    ]
    assert written[0] == ("writeFileSync", {"filePath": "own", "data": "text", "encoding": "utf8"})
    assert written[1:] == [("writeFileSync", {"filePath": "large", "data": "中" * 500_000})]


def test_what_is_written_is_there(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": "<view/>",
            "index.js": NOTE
            + """const files = wx.getFileSystemManager()
            const path = wx.env.USER_DATA_PATH + '/note.txt'
            files.writeFileSync(path, '小程序', 'utf8')
            files.appendFileSync(path, new Uint8Array([33]).buffer)
            note('read', files.readFileSync(path, 'utf8'), files.readdirSync(wx.env.USER_DATA_PATH), files.statSync(path).size)
            const cut = wx.env.USER_DATA_PATH + '/cut'
            files.writeFileSync(cut, 'abcdef'); files.truncateSync({ filePath: cut, length: 2 })
            note('cut', files.readFileSync(cut, 'utf8'))
            try { files.accessSync('wxfile://usr/none') } catch (error) { note('threw', error.message) }
            files.readFile({ filePath: '/app.json', encoding: 'utf8', success: ({ data }) => note('package', data.includes('pages')) })
            files.writeFile({ filePath: '/app.json', data: '', fail: ({ errMsg }) => note('refused', errMsg) })
            Page({})""",
        }
    )
    assert noted(page, "read") == ["小程序!", ["note.txt"], 10]
    assert noted(page, "cut") == ["ab"]
    assert noted(page, "threw")[0].startswith("accessSync:fail no such file or directory")
    assert noted(page, "package") == [True]
    assert noted(page, "refused")[0].startswith("writeFile:fail permission denied")
