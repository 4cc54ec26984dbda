"""A page of the web that fills the phone's own memory is ended, and can be tried again."""

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from miniapp_host.phone.phone import Phone
from miniapp_host.phone.web_memory import MOST_GROWN
from miniapp_host.shell.program.web_view_frame import WebViewFrame
from tests.benchmarks.inspector import megabytes
from tests.conftest import OpenProgram
from tests.driver import PATIENCE_MS
from tests.program_folder import write_program
from tests.web_server import serving

FILLS_ONCE = """<title>web</title><body><script>
addEventListener('load', async () => {
  if (localStorage.filled) return fetch('/good')
  localStorage.filled = 1
  globalThis.kept = []
  for (let n = 0; n < 150; n++) {
    kept.push(URL.createObjectURL(new Blob([new Uint8Array(10_000_000)])))
    await new Promise((go) => setTimeout(go, 30))
  }
  fetch('/filled')
})
</script>"""


@pytest.mark.skipif(sys.platform != "linux", reason="no other system tells at once what is used")
def test_it_is_ended_with_a_word_and_tried_again(
    phone: Phone, open_folder: OpenProgram, tmp_path: Path, qtbot: QtBot
) -> None:
    before = megabytes()
    with serving({"/": FILLS_ONCE, "/good": "good", "/filled": "filled"}) as web:
        files = {"index.wxml": f'<web-view src="{web.url}/" binderror="hear"/>'}
        files["index.js"] = "Page({hear({detail}) { console.log('heard', detail.url) }})"
        screen = open_folder(phone, write_program(tmp_path / "web", files)).program.screen

        def told(words: str) -> bool:
            return any(words in entry.text for entry in screen.console.entries)

        qtbot.waitUntil(lambda: told("ended, it filled"), timeout=PATIENCE_MS)
        qtbot.waitUntil(lambda: told(f"heard {web.url}/"), timeout=PATIENCE_MS)
        most = before + 2 * (MOST_GROWN >> 20)
        qtbot.waitUntil(lambda: megabytes() < most, timeout=PATIENCE_MS)
        assert "/filled" not in web.asked
        frame = screen.findChild(WebViewFrame)
        assert frame.in_trouble
        frame.retry_clicked.emit()
        qtbot.waitUntil(lambda: "/good" in web.asked, timeout=PATIENCE_MS)
        qtbot.waitUntil(lambda: not frame.in_trouble, timeout=PATIENCE_MS)
