"""The prompt's sheet on a bare screen, with a clock that stands still."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from miniapp_host.permissions.decisions import Subject
from miniapp_host.permissions.prompts import Answer, Prompt, Requester, make_prompt
from miniapp_host.permissions.scopes import SCOPES, Scope
from miniapp_host.shell.asking.authorization_dialog import AuthorizationDialog
from miniapp_host.texts import Texts

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
LOCATION = next(scope for scope in SCOPES if scope.id == "scope.userLocation")


def prompt_of(name: str = "Weather", purpose: str = "", scope: Scope = LOCATION) -> Prompt:
    who = Requester(name, None, "wx0123456789abcdef", "develop", Path("/somewhere/weather"))
    return make_prompt(Subject("wx1", "develop"), who, scope, purpose=purpose)


class Sheet:
    """One prompt on `screen`, and what a person does to it."""

    def __init__(
        self,
        screen: QWidget,
        texts: Texts,
        now: Callable[[], float],
        prompt: Prompt | None = None,
        guard_ms: int = 500,
    ) -> None:
        self.screen = screen
        self.dialog = AuthorizationDialog(
            prompt or prompt_of(), texts, screen, guard_ms=guard_ms, now=now
        )
        self.answers: list[Answer] = []
        self.dialog.answered.connect(self.answers.append)
        self.dialog.open()

    def find(self, name: str) -> QWidget:
        found = self.dialog.findChild(QWidget, name)
        assert isinstance(found, QWidget)
        return found

    def place(self, name: str) -> tuple[int, int, int, int]:
        """Left, top, width and height on the screen."""
        widget = self.find(name)
        corner = widget.mapTo(self.screen, QPoint(0, 0))
        return corner.x(), corner.y(), widget.width(), widget.height()

    def click(self, name: str = "allow") -> None:
        widget = self.find(name)
        place = widget.mapTo(self.screen, widget.rect().center())
        QTest.mouseClick(self.screen.windowHandle(), LEFT, PLAIN, place)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.screen.windowHandle(), key)

    def withdraw(self) -> None:
        self.dialog.withdraw()
