"""A client of the automator's protocol, as small as can be."""

import json
from itertools import count
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtNetwork import QNetworkRequest
from PySide6.QtWebSockets import QWebSocket
from pytestqt.qtbot import QtBot


class WireClient:
    """One connection; answers are kept by the id of their request, events in order."""

    def __init__(self, qtbot: QtBot, port: int, origin: str = "", host: str = "127.0.0.1") -> None:
        self._qtbot = qtbot
        self._numbers = count(1)
        self.answers: dict[object, dict[str, Any]] = {}
        self.events: list[dict[str, Any]] = []
        self.answered = 0
        self.socket = QWebSocket(origin)
        self.failed: list[object] = []
        self.socket.errorOccurred.connect(self.failed.append)
        self.socket.textMessageReceived.connect(self._on_message)
        self.socket.open(QNetworkRequest(QUrl(f"ws://{host}:{port}")))
        qtbot.waitUntil(lambda: self.is_connected or bool(self.failed))

    @property
    def is_connected(self) -> bool:
        return self.socket.isValid()

    def send(self, method: str, /, **params: object) -> str:
        """Send a request and return its id."""
        number = f"number {next(self._numbers)}"
        self.socket.sendTextMessage(json.dumps({"id": number, "method": method, "params": params}))
        return number

    def answer(self, number: str) -> dict[str, Any]:
        self._qtbot.waitUntil(lambda: number in self.answers, timeout=10_000)
        return self.answers.pop(number)

    def ask(self, method: str, /, **params: object) -> Any:
        answer = self.answer(self.send(method, **params))
        assert "error" not in answer, answer
        return answer["result"]

    def refusal(self, method: str, /, **params: object) -> str:
        """The message of the error that a request is answered with."""
        answer = self.answer(self.send(method, **params))
        assert "result" not in answer, answer
        return str(answer["error"]["message"])

    def close(self) -> None:
        self.socket.abort()

    def _on_message(self, text: str) -> None:
        message = json.loads(text)
        if "id" in message:
            self.answered += 1
            self.answers[message["id"]] = message
        else:
            self.events.append(message)
