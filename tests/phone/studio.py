"""A phone under test whose person is recorded."""

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from miniapp_host.phone.recordings import Recordings
from miniapp_host.testing.aiming import Aim
from miniapp_host.testing.device import Device
from miniapp_host.testing.looking import Spot, look_at
from miniapp_host.testing.miniapp import MiniApp
from miniapp_host.testing.prompt import PromptDriver
from miniapp_host.testing.settings import SettingsDriver
from miniapp_host.testing.tested_phone import TestedPhone
from miniapp_host.web.looks import ask

LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


class Studio:
    """What the person has of the phone, and what was written of it."""

    def __init__(self, tested: TestedPhone) -> None:
        self.miniapp = MiniApp(tested)
        self.prompt = PromptDriver(tested)
        self.settings = SettingsDriver(tested)
        self.device = Device(tested)
        self.tested = tested
        self.recordings: Recordings = tested.phone.tools.workbench.context.recordings
        self.recordings.begin()

    def point_at(self, text: str) -> None:
        view = self.tested.program.view
        (seen,) = look_at(view, Spot.of(text)).found
        place = self.tested.place_of(view.focusProxy(), seen.place)
        QTest.mouseClick(self.tested.phone.window.windowHandle(), LEFT, CONTROL, place)

    def place_of(self, target: str, nth: int) -> QPoint:
        return Aim(self.tested).place_of(Spot.of(target, nth))

    def field_has_the_keys(self) -> bool:
        told: list[Any] = []
        ask(self.tested.program.view, {"by": "lines"}, told.append)
        self.tested.wait(lambda: bool(told), "an answer")
        return bool(told[0] and told[0]["field"])

    def type_slowly(self, target: str, text: str) -> None:
        """As a person: the keys come when the page has seen the tap."""
        self.miniapp.tap(target)
        assert self.miniapp.texts
        for character in text:
            QTest.keyClick(self.tested.phone.window.windowHandle(), character)

    def lines(self) -> list[str]:
        assert self.miniapp.texts  # the page has answered what was asked before
        self.recordings.end()
        return [line.line for line in self.recordings.recording.lines]
