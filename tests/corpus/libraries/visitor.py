"""A person who opens the pages of one library on a phone, does what a row says, and looks."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QPoint, QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from miniapp_host.phone.phone import Phone
from miniapp_host.phone.program import OpenProgram
from miniapp_host.shell.console.console_model import Level
from miniapp_host.shell.kit.overlay import open_overlays
from tests.corpus.libraries.facts import facts_of, wrong
from tests.corpus.libraries.rows import Act, Look, PhoneLook, Row, Step

SIZE = QSize(390, 844)
OPENS_WITHIN, SEEN_WITHIN, COVERED_WITHIN = 15.0, 4.0, 1.5
MOVES, TURNS, EDGE, STILL = 12, 6, 4, 4
LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
_FRONT = "document.querySelector('.sheet[data-state=shown]')"


class NotSeenError(Exception):
    """What a row promises is not there; the text says what is."""


class Visitor:
    """Uses one program on one phone, by mouse and keyboard."""

    def __init__(self, phone: Phone, folder: Path) -> None:
        self._phone = phone
        self._folder = folder
        self._program: OpenProgram | None = None
        phone.window.setMinimumSize(SIZE)
        phone.window.resize(SIZE)

    def walks(self, row: Row) -> str:
        """Opens the row's page anew and does its steps; what was wrong, or nothing."""
        try:
            self._opens(row.page)
            said = len(self._errors())
            for step in row.steps:
                self._does(step)
            errors = [one for one in self._errors()[said:] if not row.says or row.says not in one]
        except NotSeenError as missing:
            return str(missing)
        return f"the console says {errors[0]}" if errors else ""

    def picture(self, file: Path) -> None:
        self._phone.window.grab().save(str(file))

    # Opening

    def _opens(self, page: str) -> None:
        if self._program is None:
            self._program = self._phone.open_folder(self._folder, page)
            before = 0
        else:
            for overlay in reversed(open_overlays(self._program.screen)):
                overlay.reject()
            before = self._front()[0]
            self._program.view.link.tell("open", f"/{page}")
        meant = page.partition("?")[0]
        there = self._until(
            lambda: self._front()[1] == meant and self._front()[0] != before, OPENS_WITHIN
        )
        if not there:
            raise NotSeenError(f"{page} did not open: {self._errors()[-1:]}")
        self._rests()

    def _front(self) -> tuple[int, str]:
        found = self._run(
            f"((sheet) => sheet && [Number(sheet.dataset.page), sheet.dataset.path])({_FRONT})"
        )
        return (found[0], found[1]) if found else (0, "")

    def _rests(self) -> None:
        """Until nothing of the page has changed its place for some frames."""
        shape = "[page.body.scrollHeight, page.querySelectorAll('*').length]"
        for _ in range(20):
            before = self._ask(shape)
            self._waits(80)
            if self._ask(shape) == before:
                return

    # Steps

    def _does(self, step: Step) -> None:
        match step:
            case Look():
                self._looks(step)
            case PhoneLook():
                self._looks_at_phone(step)
            case Act():
                getattr(self, f"_{step.verb}")(step)

    def _looks(self, look: Look) -> None:
        faults: list[str] = []

        def right() -> bool:
            faults[:] = wrong(self._ask, look)
            return not faults

        if not self._until(right, SEEN_WITHIN):
            raise NotSeenError(f"{look.target}: {'; '.join(faults)}")

    def _looks_at_phone(self, look: PhoneLook) -> None:
        if not self._until(lambda: self._reads(look.name, look.words), SEEN_WITHIN):
            raise NotSeenError(f"{look.name} does not say {look.words}")

    def _tap(self, act: Act) -> None:
        place = self._place(act.target) + QPoint(round(act.x), round(act.y))
        QTest.mouseClick(self._window, LEFT, PLAIN, place)
        self._settles()

    def _hold(self, act: Act) -> None:
        place = self._place(act.target)
        QTest.mousePress(self._window, LEFT, PLAIN, place)
        self._waits(round(act.x))
        QTest.mouseRelease(self._window, LEFT, PLAIN, place)
        self._settles()

    def _swipe(self, act: Act) -> None:
        start = self._place(act.target)
        way = QPoint(round(act.x), round(act.y))
        QTest.mousePress(self._window, LEFT, PLAIN, start)
        for move in range(1, MOVES + 1):
            self._settles()
            QTest.mouseMove(self._window, start + way * move / MOVES)
        self._settles()
        QTest.mouseRelease(self._window, LEFT, PLAIN, start + way)
        self._settles()

    def _scroll(self, act: Act) -> None:
        surface = self._surface
        place = QPointF(EDGE, surface.height() / 2)
        if act.target:
            place = QPointF(surface.mapFrom(self._phone.window, self._place(act.target)))
        for turn in range(TURNS):
            self._settles()
            self._turns_wheel(
                place, round(act.y / TURNS * (turn + 1)) - round(act.y / TURNS * turn)
            )
        self._rests()

    def _turns_wheel(self, place: QPointF, down: int) -> None:
        turn, none, phase = QPoint(0, -down), Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
        where = self._surface.mapToGlobal(place)
        wheel = QWheelEvent(place, where, turn, turn, none, PLAIN, phase, False)
        QApplication.sendEvent(self._surface, wheel)

    def _enter(self, act: Act) -> None:
        self._tap(act)
        self._waits(80)
        QTest.keyClicks(self._surface, act.text)
        self._settles()

    def _press(self, act: Act) -> None:
        QTest.keyClick(self._surface, getattr(Qt.Key, f"Key_{act.text}"))
        self._settles()

    def _click(self, act: Act) -> None:
        if not self._until(lambda: bool(self._widgets(act.target)), SEEN_WITHIN):
            raise NotSeenError(f"{act.target} is not on the phone")
        self._waits(350)
        QTest.mouseClick(self._widgets(act.target)[-1], LEFT)
        self._settles()

    # Where and what

    def _place(self, target: str) -> QPoint:
        """Where on the phone its middle is, at rest, in view and soon with nothing over it."""
        spots: list[QPoint] = []
        patience = time.monotonic() + COVERED_WITHIN

        def free() -> bool:
            facts = facts_of(self._ask, target)
            if "middle" not in facts:
                return False
            spots.append(QPoint(round(facts["middle"]), round(facts["centre"])))
            if len(spots) < STILL or len(set(map(QPoint.toTuple, spots[-STILL:]))) > 1:
                return False
            inside = self._surface.rect().contains(spots[-1])
            if inside and (facts["on_top"] or time.monotonic() > patience):
                return True
            facts_of(self._ask, target, bring=True)
            return False

        if not self._until(free, SEEN_WITHIN):
            raise NotSeenError(f"{target} is not there to be touched")
        return self._surface.mapTo(self._phone.window, spots[-1])

    def _widgets(self, name: str) -> list[QWidget]:
        return [one for one in self._phone.window.findChildren(QWidget, name) if one.isVisible()]

    def _reads(self, name: str, words: str) -> bool:
        return any(
            words in label.text()
            for one in self._widgets(name)
            for label in ([one] if isinstance(one, QLabel) else one.findChildren(QLabel))
        )

    def _errors(self) -> list[str]:
        entries = self._program.screen.console.entries if self._program else []
        return [f"{one.text} ({one.place})" for one in entries if one.level is Level.ERROR]

    @property
    def _window(self) -> Any:
        return self._phone.window.windowHandle()

    @property
    def _surface(self) -> QWidget:
        assert self._program is not None
        return self._program.view.focusProxy()

    # Time

    def _settles(self) -> None:
        """Until what was done has reached the page and two frames were drawn."""
        self._ask(
            "(page.frames_left = 2, (function next() {"
            " if (page.frames_left-- > 0) requestAnimationFrame(next) })(), 1)"
        )
        self._until(lambda: bool(self._ask("page.frames_left < 0")), 1)

    def _until(self, condition: Callable[[], bool], seconds: float) -> bool:
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                return False
            self._waits(20)
        return True

    def _waits(self, ms: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(ms, loop.quit)
        loop.exec()

    def _ask(self, script: str) -> Any:
        """The value of an expression over `page`, the document of the page in front."""
        frame = f"{_FRONT}?.querySelector('iframe')"
        return self._run(f"((page) => page && ({script}))({frame}?.contentDocument)")

    def _run(self, script: str) -> Any:
        assert self._program is not None
        loop = QEventLoop()
        answers: list[Any] = []

        def answered(text: object) -> None:
            answers.append(text)
            loop.quit()

        self._program.view.page().runJavaScript(f"JSON.stringify({script})", answered)
        if not answers:
            QTimer.singleShot(5000, loop.quit)
            loop.exec()
        return json.loads(answers[0]) if answers and answers[0] else None
