"""A program without a phone around it: everything its runtime says is kept, every call answered by the test."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from miniapp_host.devices.conditions import NetworkConditions
from miniapp_host.devices.preferences import Preferences
from miniapp_host.programs.package import Package
from miniapp_host.programs.source import ProgramSource, Resource
from miniapp_host.web.engine import prepare_engine
from miniapp_host.web.played_web import PlayedWeb
from miniapp_host.web.program_view import ProgramView
from miniapp_host.web.runtime_listener import LogLine, Respond
from tests.api.pretend_phone import FakeNetwork
from tests.program_folder import write_program

_PLATFORM = {"windowWidth": 375, "windowHeight": 667, "pixelRatio": 2, "theme": "light"}

Answer = Callable[[Any], dict[str, Any] | None]
"""From a call's arguments to its result; None leaves the call in `waiting`."""


class RecordedProgram:
    """`chromes`, `calls`, `asked`, `lines` and `compiled` hold what the runtime said, oldest first."""

    def __init__(
        self,
        qtbot: QtBot,
        folder: Path,
        cache: Path,
        answers: dict[str, Answer],
        sync: dict[str, Callable[..., Any]],
    ) -> None:
        self.chromes: list[dict[str, Any]] = []
        self.calls: list[tuple[str, Any]] = []
        self.asked: list[tuple[str, list[Any]]] = []
        self.lines: list[LogLine] = []
        self.compiled: list[str] = []
        self.waiting: list[Respond] = []
        self.drawn = 0
        self.exits = 0
        self.launches = 0
        self._qtbot = qtbot
        self._answers = answers
        self._sync = sync
        apis = {"async": [*answers], "sync": ["getAppBaseInfo"]}
        self._source = ProgramSource(Package.open(folder), cache, None, apis, _PLATFORM)
        prepare_engine()
        conditions = NetworkConditions(Preferences(cache / "preferences.json"))
        web = PlayedWeb(FakeNetwork(), conditions, whole=False)
        self.view = ProgramView(self._serve, self._answer_sync, self, QColor("white"), web=web)
        self.view.resize(375, 667)
        self.view.show()

    def wait(self, condition: Callable[[], bool], what: str) -> None:
        def holds() -> None:
            assert condition(), f"waited in vain: {what}; log: {[line.text for line in self.lines]}"

        self._qtbot.waitUntil(holds, timeout=15_000)

    def wait_chrome(self, **fields: Any) -> dict[str, Any]:
        """Until the newest record has these fields."""

        def holds() -> bool:
            return bool(self.chromes) and fields.items() <= self.chromes[-1].items()

        self.wait(holds, f"chrome with {fields}, it has {self.chromes[-1:]}")
        return self.chromes[-1]

    def said(self, text: str) -> None:
        """Until the console has a line with `text` in it."""
        self.wait(lambda: any(text in line.text for line in self.lines), text)

    def run(self, script: str) -> Any:
        """The JSON value of an expression over `page`, the document in front."""
        front = "document.querySelector('.sheet[data-state=shown] iframe')?.contentDocument"
        with self._qtbot.waitCallback() as answered:
            self.view.page().runJavaScript(
                f"JSON.stringify(((page) => ({script}))({front}))", answered
            )
        text = answered.args[0]
        return json.loads(text) if text else None

    def tap(self, selector: str) -> None:
        """A real left click in the middle of the first match."""
        box = self.run(
            f"(({{left, top, width, height}}) => [left + width / 2, top + height / 2])"
            f"(page.querySelector({selector!r}).getBoundingClientRect())"
        )
        place = QPoint(round(box[0]), round(box[1]))
        QTest.mouseClick(self.view.focusProxy(), Qt.MouseButton.LeftButton, pos=place)

    def _serve(self, path: str) -> Resource:
        return self._source.resource(path)

    def _answer_sync(self, name: str, arguments: list[Any]) -> dict[str, Any]:
        self.asked.append((name, arguments))
        answer = self._sync.get(name, lambda *_: {"SDKVersion": "3.0.0"})
        return {"value": answer(*arguments)}

    def launched(self) -> None:
        self.launches += 1

    def called(self, name: str, arguments: Any, respond: Respond) -> None:
        self.calls.append((name, arguments))
        answer = self._answers.get(name, lambda _: {"errMsg": f"{name}:ok"})(arguments)
        if answer is None:
            self.waiting.append(respond)
        else:
            respond(answer)

    def tapped(self) -> None:
        self.calls.append(("TAP", None))

    def chrome_changed(self, chrome: dict[str, Any]) -> None:
        self.chromes.append(chrome)

    def logged(self, line: LogLine) -> None:
        self.lines.append(line)

    def page_drawn(self, number: int) -> None:
        self.drawn += 1

    def templates_compiled(self, key: str, code: str) -> None:
        self.compiled.append(key)
        self._source.keep(key, code)

    def exit_requested(self) -> None:
        self.exits += 1

    def evaluated(self, number: int, outcome: dict[str, Any]) -> None:
        """Nobody evaluates here."""

    def page_data_told(self, told: dict[str, Any]) -> None:
        """Nobody asks for it here."""


Record = Callable[..., RecordedProgram]


@pytest.fixture
def record(qtbot: QtBot, tmp_path: Path) -> Iterator[Record]:
    """Runs a program from `{path: text}` until its first page is drawn; `answers` by wx name."""
    programs: list[RecordedProgram] = []

    def start(
        files: dict[str, str],
        answers: dict[str, Answer] | None = None,
        sync: dict[str, Any] | None = None,
    ) -> RecordedProgram:
        folder = write_program(tmp_path / "program", files)
        program = RecordedProgram(qtbot, folder, tmp_path / "cache", answers or {}, sync or {})
        programs.append(program)
        program.wait(lambda: program.drawn > 0, "the first page")
        return program

    yield start
    for program in programs:
        program.view.dispose()
