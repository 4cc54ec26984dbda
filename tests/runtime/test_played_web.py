"""A program whose servers are gone, played by a file of fixtures, in a real page."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import Phone, build
from miniapp_host.shell.sheets.picture_preview import PicturePreview
from tests.conftest import OpenProgram
from tests.driver import PageDriver
from tests.program_folder import write_program
from tests.runtime.hearing import hearing_page, wait_heard
from tests.runtime.notes import NOTE, wait_notes
from tests.runtime.sounds import tone

RULES: list[dict[str, Any]] = [
    {"url": "https://api.example/user*", "data": {"name": "Ada"}, "header": {"X-A": "1"}},
    {"url": "https://api.example/send", "method": "POST", "status": 201, "data": "got it"},
    {"url": "https://img.example/*", "image": [30, 20]},
    {"url": "https://audio.example/a.wav", "file": "sound.wav"},
    {"url": "cloud://function/login", "data": {"openid": "o"}},
    {"url": "cloud://database/todos", "method": "GET", "data": [{"_id": "1"}]},
    {"url": "cloud://database/*", "data": {"title": "T"}},
]

Run = Callable[[Mapping[str, str]], PageDriver]


@pytest.fixture
def run(qtbot: QtBot, tmp_path: Path, open_folder: OpenProgram) -> Iterator[Run]:
    """Runs a program on a phone with these rules."""
    file = tmp_path / "fixtures.json"
    file.write_text(json.dumps(RULES))
    (tmp_path / "sound.wav").write_bytes(tone(0.2))
    phones: list[Phone] = []

    def start(files: Mapping[str, str]) -> PageDriver:
        phone = build(Options(data_dir=tmp_path / "data", fixtures=file), guard_ms=0)
        phones.append(phone)
        qtbot.addWidget(phone.window)
        phone.window.show()
        return open_folder(phone, write_program(tmp_path / "program", files))

    yield start
    for phone in phones:
        phone.close()


def scripted(run: Run, script: str, count: int) -> list[Any]:
    """The notes of a script; it finds `files`, the file system."""
    start = "const files = wx.getFileSystemManager();\n"
    page = run({"index.wxml": "<view/>", "index.js": f"{NOTE}{start}{script}\nPage({{}})"})
    return sorted(wait_notes(page, count))


def test_requests_are_answered_by_rule_or_fail_as_a_dead_server_does(run: Run) -> None:
    assert scripted(
        run,
        """wx.request({ url: 'https://api.example/user', data: { id: 7 }, success: ({ data, statusCode, header }) => note('user', data.name, statusCode, header['X-A']) })
        wx.request({ url: 'https://api.example/send', method: 'POST', data: { a: 1 }, complete: ({ data, statusCode }) => note('sent', data, statusCode) })
        wx.request({ url: 'https://gone.example/x', success: () => note('no'), fail: ({ errMsg, errno }) => note('gone', errMsg.slice(0, 25), errno) })
        wx.request({ url: 'https://api.example/user', responseType: 'arraybuffer', success: ({ data }) => note('z bytes', data instanceof ArrayBuffer, data.byteLength) })""",
        4,
    ) == [
        ["gone", "request:fail errcode:-102", 600001],
        ["sent", "got it", 201],
        ["user", "Ada", 200, "1"],
        ["z bytes", True, 15],
    ]


def test_tasks_are_aborted_and_hear_of_headers(run: Run) -> None:
    assert scripted(
        run,
        """const first = wx.request({ url: 'https://api.example/user', fail: ({ errMsg }) => note('first', errMsg) })
        first.abort()
        const second = wx.downloadFile({ url: 'https://img.example/a' })
        second.onHeadersReceived(({ statusCode }) => note('headers', statusCode))
        second.onProgressUpdate(({ progress }) => note('progress', progress))""",
        3,
    ) == [["first", "request:fail abort"], ["headers", 200], ["progress", 100]]


def test_pictures_of_the_network_are_described_drawn_and_downloaded(run: Run) -> None:
    assert scripted(
        run,
        """wx.getImageInfo({ src: 'https://img.example/a', success: ({ width, height, path }) => {
          note('info', width, height)
          files.access({ path, complete: ({ errMsg }) => note('kept', errMsg) }) } })
        wx.downloadFile({ url: 'https://img.example/b', success: ({ tempFilePath }) =>
          wx.saveFile({ tempFilePath, success: ({ savedFilePath }) => note('saved', files.statSync(savedFilePath).isFile()) }) })
        const picture = wx.createOffscreenCanvas({ width: 9, height: 9 }).createImage()
        picture.onload = () => note('drawn', picture.width)
        picture.src = 'https://elsewhere.example/avatar'""",
        4,
    ) == [["drawn", 320], ["info", 30, 20], ["kept", "access:ok"], ["saved", True]]


@pytest.mark.parametrize(
    ("source", "width"),
    [
        ("https://img.example/a%20b.png?x=%2F", 30),
        ("http://elsewhere.example/none", 320),
        ("//img.example/a", 30),
    ],
)
def test_pages_show_pictures_by_rule_or_a_placeholder(run: Run, source: str, width: int) -> None:
    page = run(hearing_page(f'<image src="{source}" bindload="hear" binderror="hear" />'))
    assert wait_heard(page, "load")["width"] == width


def test_sounds_that_no_rule_has_do_not_come(run: Run) -> None:
    page = run(hearing_page('<video src="https://gone.example/a.mp4" binderror="hear" />'))
    wait_heard(page, "error")


def test_the_preview_shows_pictures_of_the_network(run: Run, qtbot: QtBot) -> None:
    page = run(
        {
            "index.wxml": "<view/>",
            "index.js": "Page({ onReady() { wx.previewImage({ urls: ['https://img.example/a'] }) } })",
        }
    )

    def middle() -> str:
        preview = page.program.screen.findChild(PicturePreview, "picturePreview")
        assert preview is not None
        image = preview.grab().toImage()
        return str(image.pixelColor(image.width() // 2, image.height() // 2).name())

    page.wait(lambda: middle() not in ("#000000", "#ffffff"), "the picture on the screen")


def test_files_are_written_and_read_in_both_forms(run: Run) -> None:
    assert scripted(
        run,
        """const path = `${wx.env.USER_DATA_PATH}/note.txt`
        files.writeFileSync(path, 'eins 中', 'utf8')
        files.appendFileSync(path, new Uint8Array([33]).buffer)
        note('a', files.readFileSync(path, 'utf8'), files.readFileSync(path) instanceof ArrayBuffer, files.statSync(path).size)
        try { files.readFileSync('wxfile://usr/none') } catch (error) { note('b', error.errMsg, error instanceof Error) }
        const long = '中'.repeat(600000)
        files.writeFileSync(path, long, 'utf8')
        note('c', files.readFileSync(path, 'utf8') === long)
        note('d', files.readFile({ filePath: path, encoding: 'base64', success: ({ data }) => note('f', data.length) }) === undefined)
        files.writeFile({ filePath: 'app.json', data: '', fail: ({ errMsg }) => note('e', errMsg) })""",
        6,
    ) == [
        ["a", "eins 中!", True, 9],
        ["b", 'readFileSync:fail no such file or directory, open "wxfile://usr/none"', True],
        ["c", True],
        ["d", True],
        ["e", 'writeFile:fail permission denied, open "app.json"'],
        ["f", 2_400_000],
    ]


def test_an_open_file_is_read_into_a_buffer_of_the_programs(run: Run) -> None:
    assert scripted(
        run,
        """const fd = files.openSync({ filePath: `${wx.env.USER_DATA_PATH}/a`, flag: 'w+' })
        note('a', files.writeSync({ fd, data: 'hello' }).bytesWritten, files.writeSync({ fd, data: new Uint8Array([1, 33, 34, 4]).buffer, offset: 1, length: 2 }).bytesWritten)
        const buffer = new ArrayBuffer(4)
        const { bytesRead, arrayBuffer } = files.readSync({ fd, arrayBuffer: buffer, offset: 1, length: 9, position: 3 })
        note('b', bytesRead, arrayBuffer === buffer, [...new Uint8Array(buffer)], files.fstatSync({ fd }).size)
        files.read({ fd, arrayBuffer: new ArrayBuffer(2), position: 0, success: ({ arrayBuffer, bytesRead }) => {
          note('c', bytesRead, [...new Uint8Array(arrayBuffer)])
          files.close({ fd, success: ({ errMsg }) => { note('d', errMsg); try { files.closeSync({ fd }) } catch (error) { note('e', error.message, error.errno) } } })
        } })""",
        5,
    ) == [
        ["a", 5, 2],
        ["b", 3, True, [0, 108, 111, 33], 7],
        ["c", 2, [104, 101]],
        ["d", "close:ok"],
        ["e", "closeSync:fail bad file descriptor", 1300009],
    ]


def test_sounds_come_from_the_same_place(run: Run) -> None:
    listen = """const listen = (name, src) => { const audio = wx.createInnerAudioContext()
      audio.onEnded(() => note(name, 'ended', Math.round(audio.duration * 100))); audio.onError(({ errCode }) => note(name, errCode)); audio.src = src; audio.play() }
    """
    assert scripted(
        run,
        f"{listen} listen('a', 'https://audio.example/a.wav'); listen('b', 'https://gone.example/b.mp3')",
        2,
    ) == [["a", "ended", 20], ["b", 10002]]


@pytest.mark.parametrize("style", ["url(https://img.example/a)", "url(//img.example/a)"])
def test_backgrounds_come_from_the_same_place(run: Run, style: str) -> None:
    files = {
        "index.wxml": '<view id="b" style="height: 60px"/>',
        "index.wxss": f"#b {{ background: {style} 0 0 / 100% 100% }}",
    }
    page = run(files)

    def colour() -> str:
        image = page.program.view.grab().toImage()
        return str(image.pixelColor(40, 50).name())

    page.wait(lambda: colour() not in ("#000000", "#ffffff"), "the background on the screen")


def test_a_cloud_is_played_by_the_same_rules(run: Run) -> None:
    assert scripted(
        run,
        """wx.cloud.init({ env: 'e' })
        const db = wx.cloud.database(), todos = db.collection('todos')
        wx.cloud.callFunction({ name: 'login', data: {}, success: ({ result, errMsg }) => note('function', result.openid, errMsg) })
        wx.cloud.callFunction({ name: 'other' }).catch(({ errMsg, errCode }) => note('none', errMsg, errCode))
        todos.where({ n: db.command.gt(1) }).orderBy('n', 'desc').limit(5).get().then(({ data }) => note('list', data))
        todos.doc('1').get().then(({ data }) => note('one', data.title))
        todos.count().then(({ total }) => note('count', total))
        todos.add({ data: { at: db.serverDate() } }).then(({ _id }) => note('added', _id))
        wx.cloud.downloadFile({ fileID: 'cloud://e.1/a.png' }).then(({ tempFilePath }) =>
          wx.getImageInfo({ src: tempFilePath })).then(({ width }) => note('picture', width))
        wx.cloud.getTempFileURL({ fileList: ['cloud://e.1/a.png'] }).then(({ fileList }) => note('link', fileList[0].tempFileURL))
        wx.cloud.uploadFile({ cloudPath: 'b.png', filePath: 'x' }).then(({ fileID }) => note('uploaded', fileID))""",
        9,
    ) == [
        ["added", "id"],
        ["count", 0],
        ["function", "o", "cloud.callFunction:ok"],
        ["link", "https://e.1/a.png"],
        ["list", [{"_id": "1"}]],
        ["none", "cloud.callFunction:fail not supported", -1],
        ["one", "T"],
        ["picture", 320],
        ["uploaded", "cloud://b.png"],
    ]
