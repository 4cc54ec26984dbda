"""The card of starts: the program that is shown, started in a kept way, in another, or again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from miniapp_host.programs.start import Start
from miniapp_host.programs.starts import Starts
from miniapp_host.shell.inspector.tool_button import ToolTextButton
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.pressable import Pressable
from miniapp_host.shell.kit.theme import font, tone_of
from miniapp_host.shell.panels.device.card import Card, Watch, row_of
from miniapp_host.shell.sheets.start_words import said_start
from miniapp_host.texts import Texts

_ROW = 28


@dataclass(frozen=True)
class StartSources:
    """What the card needs of the phone: the program shown (its id and name), and what to do."""

    program: Callable[[], tuple[str, str] | None]
    now: Callable[[str], Start]
    """How a program that runs was started."""
    starts: Callable[[str], Starts]
    begin: Callable[[str, Start], None]
    ask: Callable[[str], None]
    """Shows the page of starts on the phone."""
    restart: Callable[[str], None]


class StartCard(Card):
    """Follows the program that the inspector shows."""

    def __init__(self, sources: StartSources, texts: Texts) -> None:
        super().__init__("start", texts("Start as…"), texts)
        self.hide_delivered()
        self._sources = sources
        self._starts: Starts | None = None
        self._rows: list[_StartRow] = []
        self._now = PlainLabel(pixels=12, tone="fg_1", lines=3)
        self._now.setObjectName("startNowFacts")
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._ask = ToolTextButton("startAsk", texts("Another start…"))
        self._again = ToolTextButton("startAgain", texts("Restart"))
        self._ask.clicked.connect(self._on_ask_clicked)
        self._again.clicked.connect(self._on_again_clicked)
        self.add(self._now)
        self.add(self._list)
        self.add(row_of(self._ask, self._again))

    def sources(self) -> tuple[Watch, ...]:
        program = self._sources.program()
        self._starts = self._sources.starts(program[0]) if program else None
        return (self._starts.watch,) if self._starts is not None else ()

    def refresh(self) -> None:
        program = self._sources.program()
        for button in (self._ask, self._again):
            button.setEnabled(program is not None)
        if program is None:
            self._now.setText(self.texts("Open a program, and it can be started in other ways."))
            self._show_rows(())
        else:
            start = said_start(self._sources.now(program[0]), self.texts)
            self._now.setText(f"{program[1]} · {start}")
            self._show_rows(self._starts.all if self._starts is not None else ())

    def follow(self) -> None:
        """Another program is shown, or the same one was started anew."""
        if self.isVisible():
            self.end()
            self.begin()

    def _show_rows(self, starts: Sequence[Start]) -> None:
        if [row.start for row in self._rows] == list(starts):
            return
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [_StartRow(at, start, self.texts) for at, start in enumerate(starts)]
        for row in self._rows:
            row.chosen.connect(self._on_row_chosen)
            self._list.addWidget(row)

    def _on_row_chosen(self, start: Start) -> None:
        program = self._sources.program()
        if program is not None:
            self._sources.begin(program[0], start)

    def _on_ask_clicked(self) -> None:
        program = self._sources.program()
        if program is not None:
            self._sources.ask(program[0])

    def _on_again_clicked(self) -> None:
        program = self._sources.program()
        if program is not None:
            self._sources.restart(program[0])


class _StartRow(Pressable):
    """One kept start: its name, and how it starts."""

    chosen = Signal(Start)

    def __init__(self, at: int, start: Start, texts: Texts) -> None:
        super().__init__(start.name)
        self.setObjectName(f"keptStart_{at}")
        self.setAccessibleName(start.name)
        self.setFixedHeight(_ROW)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.start = start
        self._said = said_start(start, texts)
        self.setToolTip(self._said)
        self.clicked.connect(self._on_clicked)

    def sizeHint(self) -> QSize:
        return QSize(200, _ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        self.paint_ground(painter, area, 4)
        metrics = QFontMetrics(font(13))
        line = area.adjusted(6, 0, -6, 0)
        name = metrics.elidedText(
            self.text(), Qt.TextElideMode.ElideRight, round(line.width() * 0.45)
        )
        painter.setFont(font(13))
        painter.setPen(tone_of(self, "link"))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, name)
        rest = line.adjusted(metrics.horizontalAdvance(name) + 10, 0, 0, 0)
        said = metrics.elidedText(self._said, Qt.TextElideMode.ElideMiddle, int(rest.width()))
        painter.setPen(tone_of(self, "fg_1"))
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, said)
        self.paint_ring(painter, area.adjusted(1, 1, -1, -1), 4)

    def _on_clicked(self) -> None:
        self.chosen.emit(self.start)
