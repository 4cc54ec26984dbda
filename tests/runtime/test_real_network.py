"""A program in a real page talks to a server on this machine, over Qt's network."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from tests.conftest import OpenProgram
from tests.runtime.notes import NOTE, wait_notes


class Answers(BaseHTTPRequestHandler):
    """Echoes method, path, kind and body; `/slow` waits until the test is over."""

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path == "/slow":
            self.server.gate.wait(10)  # type: ignore[attr-defined]
        kind = self.headers.get("Content-Type", "").partition(";")[0]
        echo = f"{self.command} {self.path} {kind} ".encode() + body
        self.send_response(200)
        self.send_header("Content-Length", str(len(echo)))
        self.end_headers()
        self.wfile.write(echo)

    do_POST = do_GET

    def log_message(self, *args: Any) -> None:
        pass


@pytest.fixture
def server() -> Iterator[str]:
    running = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    running.daemon_threads = True
    running.gate = threading.Event()  # type: ignore[attr-defined]
    thread = threading.Thread(target=running.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.gate.set()  # type: ignore[attr-defined]
    running.shutdown()
    thread.join()
    running.server_close()


def test_a_program_asks_sends_uploads_and_gives_up(run_program: OpenProgram, server: str) -> None:
    script = """const at = (path) => 'SERVER' + path
    const text = ({ data }) => data.replace(/-{2}[0-9a-f]{32}(-{2})?/g, '|').replace(/\\r\\n/g, '~')
    wx.request({ url: at('/a'), data: { q: 'ü' }, success: (result) => note('get', text(result)) })
    wx.request({ url: at('/b'), method: 'POST', data: { q: 1 }, success: (result) => note('post', text(result)) })
    wx.request({ url: at('/c'), method: 'POST', header: { 'content-type': 'text/plain' }, data: new Uint8Array([104, 105]).buffer, success: (result) => note('raw', text(result)) })
    wx.request({ url: at('/slow'), timeout: 200, fail: ({ errMsg, errno }) => note('slow', errMsg, errno) })
    const path = wx.env.USER_DATA_PATH + '/a.txt'
    wx.getFileSystemManager().writeFileSync(path, 'inside')
    const task = wx.uploadFile({ url: at('/d'), filePath: path, name: 'f', formData: { x: 'y' }, success: (result) => note('up', text(result)) })
    task.onProgressUpdate(({ progress }) => progress === 100 && note('up100'))
    wx.downloadFile({ url: at('/e'), success: ({ tempFilePath }) => note('down', wx.getFileSystemManager().readFileSync(tempFilePath, 'utf8')) })
    Page({})"""
    page = run_program(
        {"index.wxml": "<view/>", "index.js": NOTE + script.replace("SERVER", server)}
    )
    found = {note[0]: note[1:] for note in wait_notes(page, 7)}
    assert found == {
        "get": ["GET /a?q=%C3%BC application/json "],
        "post": ['POST /b application/json {"q":1}'],
        "raw": ["POST /c text/plain hi"],
        "slow": ["request:fail timeout", 5],
        "up": [
            'POST /d multipart/form-data |~Content-Disposition: form-data; name="x"~~y~|~Content-Disposition: '
            'form-data; name="f"; filename="a.txt"~Content-Type: text/plain~~inside~|~'
        ],
        "up100": [],
        "down": ["GET /e  "],
    }
