"""A program in a real page talks to a server on this machine, over Qt's network."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from PySide6.QtCore import QByteArray, QObject
from PySide6.QtNetwork import QHostAddress
from PySide6.QtWebSockets import QWebSocketProtocol, QWebSocketServer

from tests.conftest import OpenProgram
from tests.runtime.notes import NOTE, wait_notes
from tests.web_server import running


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
    made = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    made.daemon_threads = True
    made.gate = threading.Event()  # type: ignore[attr-defined]
    with running(made):
        yield f"http://127.0.0.1:{made.server_port}"
        made.gate.set()  # type: ignore[attr-defined]


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


class Echo(QObject):
    """A WebSocket server that sends back what it gets, and says farewell to "close"."""

    def __init__(self) -> None:
        super().__init__()
        self._server = QWebSocketServer("echo", QWebSocketServer.SslMode.NonSecureMode, self)
        assert self._server.listen(QHostAddress(QHostAddress.SpecialAddress.LocalHost))
        self._server.newConnection.connect(self._on_new_connection)
        self.url = f"ws://127.0.0.1:{self._server.serverPort()}/"

    def _on_new_connection(self) -> None:
        self._client = self._server.nextPendingConnection()
        self._client.textMessageReceived.connect(self._on_text)
        self._client.binaryMessageReceived.connect(self._on_data)

    def _on_text(self, text: str) -> None:
        if text == "close":
            self._client.close(QWebSocketProtocol.CloseCode(4001), "enough")
        else:
            self._client.sendTextMessage(text)

    def _on_data(self, data: QByteArray) -> None:
        self._client.sendBinaryMessage(data)


def test_a_program_talks_over_a_socket(run_program: OpenProgram) -> None:
    echo = Echo()
    script = """const task = wx.connectSocket({ url: 'SERVER', success: ({ errMsg }) => note('begun', errMsg) })
    note('state', task instanceof Promise, task.readyState)
    task.onOpen(() => { note('open', task.readyState); task.send({ data: 'hello' }); wx.sendSocketMessage({ data: new Uint8Array([1, 255]).buffer }) })
    task.onMessage(({ data }) => { note('got', typeof data === 'string' ? data : [...new Uint8Array(data)]); if (typeof data !== 'string') task.send({ data: 'close' }) })
    wx.onSocketClose(({ code, reason }) => {
      note('closed', code, reason, task.readyState)
      task.send({ data: 'late', fail: ({ errMsg }) => note('late', errMsg) })
    })
    Page({})"""
    page = run_program(
        {"index.wxml": "<view/>", "index.js": NOTE + script.replace("SERVER", echo.url)}
    )
    assert wait_notes(page, 7) == [
        ["state", False, 0],
        ["begun", "connectSocket:ok"],
        ["open", 1],
        ["got", "hello"],
        ["got", [1, 255]],
        ["closed", 4001, "enough", 3],
        ["late", "sendSocketMessage:fail SocketTask.readyState is not OPEN"],
    ]
    echo.deleteLater()
