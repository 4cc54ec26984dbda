"""Messages of megabytes between a program and the phone: whole, in their order, and never in one go."""

import time
from typing import Any

import pytest
from PySide6.QtCore import QObject, QTimer

from tests.conftest import OpenProgram
from tests.driver import PageDriver
from tests.runtime.notes import NOTE, noted

MEGABYTES = 10_000_000
MOST_GAP_SECONDS = 0.1
VIEW = {"index.wxml": "<view/>"}
FILES = "const files = wx.getFileSystemManager(); const path = `${wx.env.USER_DATA_PATH}/a`;\n"


class Gaps(QObject):
    """The longest that the phone's thread works without a look at its event loop, in seconds of
    its own processor time: what else the machine does meanwhile does not count."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.thread_time()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._on_beat)
        self._timer.start()

    def _on_beat(self) -> None:
        now = time.thread_time()
        self.longest = max(self.longest, now - self._last)
        self._last = now


def run(run_program: OpenProgram, script: str) -> PageDriver:
    """A program that runs `script` a moment after its page is shown."""
    page = f"{NOTE}{FILES}Page({{ onReady() {{ setTimeout(() => {{ {script} }}, 300) }} }})"
    return run_program({**VIEW, "index.js": page})


@pytest.mark.parametrize(
    "text",
    [
        "'x'.repeat(N)",
        "'字'.repeat(N / 3)",
        "'\\\\\"\\n😀'.repeat(N / 8)",
        "'\\ud800'.repeat(N / 3)",
    ],
    ids=["latin", "chinese", "escapes", "halves"],
)
@pytest.mark.parametrize("form", ["writeFile", "writeFileSync"])
def test_a_file_of_ten_megabytes_is_written_and_read_as_it_is(
    run_program: OpenProgram, form: str, text: str
) -> None:
    script = """const text = TEXT
    const compare = () => files.readFile({filePath: path, encoding: 'utf8',
      success: ({data}) => note('same', data === text.toWellFormed(),
        files.readFileSync(path, 'utf8') === data, data.length),
      fail: ({errMsg}) => note('same', errMsg)})
    """
    script += {
        "writeFile": "files.writeFile({filePath: path, data: text, complete: compare})",
        "writeFileSync": "files.writeFileSync(path, text, 'utf8'); compare()",
    }[form]
    page = run(run_program, script.replace("TEXT", text.replace("N", str(MEGABYTES))))
    assert noted(page, "same")[:2] == [True, True]


def test_bytes_come_back_as_they_went(run_program: OpenProgram) -> None:
    page = run(
        run_program,
        """const bytes = new Uint8Array(10_000_000).map((_, at) => at * 7)
        files.writeFile({filePath: path, data: bytes.buffer, success: () => files.readFile({filePath: path,
          success: ({data}) => note('same', new Uint8Array(data).every((one, at) => one === bytes[at]), data.byteLength)})})
        """,
    )
    assert noted(page, "same") == [True, MEGABYTES]


def test_large_and_small_messages_keep_their_order(run_program: OpenProgram) -> None:
    page = run(
        run_program,
        """const heard = []
        const write = (name, data) => files.writeFile({filePath: `${wx.env.USER_DATA_PATH}/${name}`, data,
          complete: ({errMsg}) => { heard.push(name + ' ' + errMsg); if (heard.length === 6) note('heard', ...heard) }})
        const large = 'x'.repeat(9_000_000)
        write(1, 'small'); write(2, large); write(3, 'small'); write(4, large); write(5, large); write(6, 'small')
        """,
    )
    assert noted(page, "heard") == [f"{number} writeFile:ok" for number in range(1, 7)]


def test_a_megabyte_of_small_values_is_kept_and_more_is_refused(run_program: OpenProgram) -> None:
    page = run(
        run_program,
        """const some = Array.from({length: 250_000}, (_, at) => at % 10), many = [...some, ...some, ...some]
        wx.setStorage({key: 'some', data: some, complete: ({errMsg}) => note('some', errMsg,
          wx.getStorageSync('some').length)})
        wx.setStorage({key: 'many', data: many, complete: ({errMsg}) => note('many', errMsg)})
        wx.setStorage({key: 'text', data: 'x'.repeat(2_000_000), complete: ({errMsg}) => note('text', errMsg)})
        try { wx.setStorageSync('many', many) } catch ({errMsg}) { note('now', errMsg) }
        wx.showToast({title: 'x'.repeat(2_000_000), complete: ({errMsg}) => note('toast', errMsg)})
        """,
    )
    full = "fail entry size limit reached"
    assert noted(page, "some") == ["setStorage:ok", 250_000]
    assert noted(page, "many") == [f"setStorage:{full}"]
    assert noted(page, "text") == [f"setStorage:{full}"]
    assert noted(page, "now") == [f"setStorageSync:{full}"]
    assert noted(page, "toast") == [
        "showToast:fail parameter error: parameter.title is longer than 1048576 characters;"
    ]


def test_more_than_any_message_may_hold_fails_with_the_figure(run_program: OpenProgram) -> None:
    page = run(
        run_program,
        """const data = 'x'.repeat(40_000_000)
        files.writeFile({filePath: path, data, complete: ({errMsg, errno}) => note('later', errMsg, errno)})
        try { files.writeFileSync(path, data) } catch ({errMsg}) { note('now', errMsg) }
        """,
    )
    much = "fail parameter error: texts of more than 32 MB"
    assert noted(page, "later") == [f"writeFile:{much}", 1001]
    assert noted(page, "now") == [f"writeFileSync:{much}"]


LARGE = {
    "request": "wx.request({url: 'http://127.0.0.1:9', method: 'POST', data: TEXT, complete: END})",
    "request of an object": "wx.request({url: 'http://127.0.0.1:9', data: {a: TEXT}, complete: END})",
    "request of many values": "wx.request({url: 'http://127.0.0.1:9', method: 'POST',"
    " data: Array.from({length: 1_000_000}, (_, at) => ({at})), complete: END})",
    "setStorage": "wx.setStorage({key: 'a', data: TEXT, complete: END})",
    "setClipboardData": "wx.setClipboardData({data: TEXT, complete: END})",
    "writeFile": "files.writeFile({filePath: path, data: TEXT, complete: END})",
    "writeFile of base64": "files.writeFile({filePath: path, encoding: 'base64',"
    " data: 'AAAA'.repeat(2_500_000), complete: END})",
    "writeFileSync": "files.writeFileSync(path, TEXT); END()",
    "setData": "getCurrentPages()[0].setData({a: TEXT}, END)",
    "console": "console.log(TEXT); console.log({a: [TEXT]}); END()",
    "error": "setTimeout(() => { throw new Error(TEXT) }); setTimeout(END, 100)",
    "title": "wx.setNavigationBarTitle({title: TEXT, complete: END})",
    "posted by itself": "postMessage({type: 'host', text: TEXT}); setTimeout(END, 100)",
}


@pytest.mark.parametrize("name", LARGE)
def test_one_message_of_ten_megabytes_does_not_keep_the_phone(
    run_program: OpenProgram, name: str
) -> None:
    deed = LARGE[name].replace("TEXT", f"'x'.repeat({MEGABYTES})")
    script = f"""note('begins'); setTimeout(() => {{
      try {{ {deed.replace("END", "() => note('over')").replace("() => note('over')()", "note('over')")} }}
      catch (error) {{ note('over', String(error.message).slice(0, 100)) }}
    }}, 500)"""
    page = run(run_program, script)
    noted(page, "begins")
    gaps = Gaps()
    over: list[Any] = noted(page, "over")
    assert gaps.longest < MOST_GAP_SECONDS, over
