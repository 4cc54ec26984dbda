"""A bare QWebEngineView with a QWebChannel echo: the least that can do what a program does."""

import json
from pathlib import Path

import shiboken6
from PySide6.QtCore import QFile, QIODevice, QObject, QUrl, Signal, Slot
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QDialog, QMainWindow


class EchoBridge(QObject):
    """Says back what it hears, or tells the host."""

    received = Signal(str)

    @Slot(str)
    def receive(self, text: str) -> None:
        self.received.emit(text)

    @Slot(str, result=str)
    def echo(self, text: str) -> str:
        return text


class BarePage:
    """A page of `body`; `script` runs with `host` (the bridge) and `painted(callback)`."""

    def __init__(self, body: str, script: str, library: Path | None = None) -> None:
        self.window = QMainWindow()
        self.window.resize(390, 844)
        self.bridge = EchoBridge(self.window)
        self.profile = QWebEngineProfile()
        self.page = QWebEnginePage(self.profile)
        self.view = QWebEngineView(self.window)
        self.view.setPage(self.page)
        channel = QWebChannel(self.page)
        channel.registerObject("host", self.bridge)
        self.page.setWebChannel(channel)
        self.window.setCentralWidget(self.view)
        self.window.show()
        self.view.setHtml(self._html(body, script, library), QUrl("https://bare.invalid/"))
        self._dialog: QDialog | None = None

    def run(self, script: str) -> None:
        self.page.runJavaScript(f"(() => {{ {script} }})()")

    def open_dialog_on_message(self) -> None:
        self.bridge.received.connect(self._on_message)

    def close_dialog(self) -> None:
        if self._dialog is not None:
            shiboken6.delete(self._dialog)
            self._dialog = None

    def dispose(self) -> None:
        self.close_dialog()
        shiboken6.delete(self.page)
        shiboken6.delete(self.profile)
        shiboken6.delete(self.window)

    def _on_message(self, text: str) -> None:
        if text == "ask":
            self._dialog = QDialog(self.window)
            self._dialog.setObjectName("bareDialog")
            self._dialog.resize(300, 200)
            self._dialog.open()

    def _html(self, body: str, script: str, library: Path | None) -> str:
        source = QFile(":/qtwebchannel/qwebchannel.js")
        source.open(QIODevice.OpenModeFlag.ReadOnly)
        channel = bytes(source.readAll().data()).decode()
        loaded = _as_module(library) if library else ""
        start = (
            "const painted = (then) => requestAnimationFrame(() => requestAnimationFrame(then));"
            "new QWebChannel(qt.webChannelTransport, (channel) => {"
            f"window.host = channel.objects.host; {script} }})"
        )
        return (
            f"<!doctype html><meta charset=utf-8><body>{body}"
            f"<script>{channel}</script><script>{loaded}</script><script>{start}</script>"
        )


def _as_module(library: Path) -> str:
    """A CommonJS file as `window.library`."""
    return (
        "window.library = (() => { const module = {exports: {}};"
        f"(0, eval)({json.dumps('(module, exports) => {' + library.read_text() + chr(10) + '}')})"
        "(module, module.exports); return module.exports })()".replace("</", "<\\/")
    )
