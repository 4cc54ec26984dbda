"""A label that shows every string literally, however hostile.

Plain text only; it breaks anywhere when it must, stops after `lines` lines with an ellipsis, and
never asks for more width than it is given.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from miniapp_host.shell.theme import Tone, font, tone_of

LINE_HEIGHTS = {10: 14, 12: 17, 14: 20, 15: 22, 17: 24, 20: 28, 22: 31}
LONGEST = 20_000
"""Characters that are ever laid out; what lies behind could not be seen anyway."""

Align = Qt.AlignmentFlag
Rows = list[tuple[int, int]]
"""Where each row of a text begins and ends."""


class PlainLabel(QLabel):
    """Text in one tone; `lines` 1 elides, more wraps and caps, 0 wraps without end."""

    def __init__(
        self,
        text: str = "",
        *,
        pixels: int = 17,
        medium: bool = False,
        tone: Tone = "fg_0",
        lines: int = 1,
        align: Qt.AlignmentFlag = Align.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone: Tone = tone
        self._lines = lines
        self._line_height = LINE_HEIGHTS.get(pixels, round(pixels * 1.4))
        self._align = align
        self._rows: tuple[str, int, Rows] = ("", -1, [])
        self.setFont(font(pixels, medium=medium))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        rigid, soft = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred
        policy = QSizePolicy(soft, rigid if lines == 1 else soft)
        policy.setHeightForWidth(lines != 1)
        self.setSizePolicy(policy)
        self.setText(text)

    def set_tone(self, tone: Tone) -> None:
        self._tone = tone
        self.update()

    def setText(self, text: str) -> None:
        super().setText(text)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return self._lines != 1

    def heightForWidth(self, width: int) -> int:
        return max(1, len(self._laid_out(width)[1])) * self._line_height

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        widest = max(metrics.horizontalAdvance(part) for part in self._shown().split("\u2028"))
        return QSize(min(int(widest) + 2, 4096), self._line_height)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 24), self._line_height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(tone_of(self, self._tone))
        painter.setFont(self.font())
        shown, rows = self._laid_out(self.width())
        top = (self.height() - len(rows) * self._line_height) / 2
        exposed = QRectF(event.rect())
        for row, (start, end) in enumerate(rows):
            where = QRectF(0, top + row * self._line_height, self.width(), self._line_height)
            if where.intersects(exposed):
                self._paint_line(painter, where, self._row(shown, start, end, row))

    def _paint_line(self, painter: QPainter, where: QRectF, text: str) -> None:
        layout = QTextLayout(text, self.font(), self)
        option = QTextOption(self._align)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(where.width())
        layout.endLayout()
        down = (where.height() - line.height()) / 2
        layout.draw(painter, QPointF(where.x(), where.y() + down))

    def _row(self, shown: str, start: int, end: int, row: int) -> str:
        """The text of one row; the last one allowed carries all that is left, elided."""
        if self._lines and row == self._lines - 1:
            rest = shown[start:].replace("\u2028", " ").rstrip()
            metrics = QFontMetricsF(self.font())
            return metrics.elidedText(rest, Qt.TextElideMode.ElideRight, self.width())
        return shown[start:end].rstrip("\u2028")

    def _shown(self) -> str:
        """The text as it is laid out: line ends as Qt wants them, cut where nobody can see."""
        break_mark = " " if self._lines == 1 else "\u2028"
        longest = min(LONGEST, self._lines * 600) if self._lines else LONGEST
        return break_mark.join(self.text()[:longest].splitlines())

    def _laid_out(self, width: int) -> tuple[str, Rows]:
        """The text and its rows in `width`; laid out once until one of the two changes."""
        shown = self._shown()
        if self._lines == 1:
            return shown, [(0, len(shown))] if shown else []
        if self._rows[:2] != (shown, width):
            self._rows = (shown, width, self._lay_out(shown, width))
        return shown, self._rows[2]

    def _lay_out(self, shown: str, width: int) -> Rows:
        layout = QTextLayout(shown, self.font(), self)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        rows: Rows = []
        layout.beginLayout()
        while not self._lines or len(rows) < self._lines:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(1, width))
            rows.append((line.textStart(), line.textStart() + line.textLength()))
        layout.endLayout()
        return rows
