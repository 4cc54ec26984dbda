"""A label that shows every string literally, however hostile.

Plain text only; it breaks anywhere when it must, stops after `lines` lines with an ellipsis, and
never asks for more width than it is given. What is centred has lines of about the same width, so
that no single word stands below the others.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from miniapp_host.shell.kit.theme import Tone, font, tone_of

LINE_HEIGHTS = {10: 14, 12: 17, 14: 20, 15: 22, 17: 24, 20: 28, 22: 31}
_BALANCED = 6
"""The most lines that are balanced; a longer text is read as a paragraph."""
LONGEST = 20_000
"""The most characters that are laid out; more could not be seen on any screen."""
_WIDTHS = 3
"""Qt asks for a label's height at its hint, at its least and at its own width, in turns."""

Align = Qt.AlignmentFlag


class PlainLabel(QLabel):
    """Text in one tone; `lines` 1 elides, more wraps and caps, 0 wraps without end.

    `balanced` False fills the rows of a centred text one after the other, as phones do with what a
    program says.
    """

    def __init__(
        self,
        text: str = "",
        *,
        pixels: int = 17,
        medium: bool = False,
        tone: Tone = "fg_0",
        lines: int = 1,
        align: Qt.AlignmentFlag = Align.AlignLeft,
        balanced: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone: Tone = tone
        self._lines = lines
        self._line_height = LINE_HEIGHTS.get(pixels, round(pixels * 1.4))
        self._align = align
        self._balanced = balanced and align == Align.AlignHCenter
        self._layouts: dict[int, QTextLayout] = {}
        self._laid_out_text = ""
        self.setFont(font(pixels, medium=medium))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        rigid, soft = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred
        policy = QSizePolicy(soft, rigid if lines == 1 else soft)
        policy.setHeightForWidth(lines != 1)
        self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(_whole(text))
        self.updateGeometry()

    def set_tone(self, tone: Tone) -> None:
        """Show the text in another tone."""
        self._tone = tone
        self.update()

    def hasHeightForWidth(self) -> bool:
        return self._lines != 1

    def heightForWidth(self, width: int) -> int:
        return max(1, self._laid_out(width).lineCount()) * self._line_height

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        widest = max(metrics.horizontalAdvance(part) for part in self._shown().split("\u2028"))
        return QSize(min(int(widest) + 2, 4096), self._line_height)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 24), self._line_height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(tone_of(self, self._tone))
        layout = self._laid_out(self.width())
        top = (self.height() - layout.lineCount() * self._line_height) / 2
        exposed = QRectF(event.rect())
        for row in range(layout.lineCount()):
            where = QRectF(0, top + row * self._line_height, self.width(), self._line_height)
            if where.intersects(exposed):
                self._paint_row(painter, where, layout, row)

    def _paint_row(self, painter: QPainter, where: QRectF, layout: QTextLayout, row: int) -> None:
        line = layout.lineAt(row)
        rest = _from(layout.text(), line.textStart())
        if row + 1 == self._lines:
            metrics = QFontMetricsF(self.font())
            fits = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, where.width())
            layout = self._new_layout(fits, QTextOption.WrapMode.NoWrap)
            line = _add_line(layout, where.width())
        line.draw(painter, QPointF(where.left(), self._base_of(where) - line.ascent()))

    def _base_of(self, where: QRectF) -> float:
        """The y on which a row stands; in a typeface of another script Qt's line is higher."""
        metrics = QFontMetricsF(self.font())
        return where.top() + (where.height() - metrics.height()) / 2 + metrics.ascent()

    def _shown(self) -> str:
        """The text for the layout: Qt's line ends, and cut after what can be seen."""
        break_mark = " " if self._lines == 1 else "\u2028"
        longest = min(LONGEST, self._lines * 600) if self._lines else LONGEST
        return break_mark.join(self.text()[:longest].splitlines())

    def _laid_out(self, width: int) -> QTextLayout:
        """The text in rows `width` wide, laid out once for each of the last widths asked for."""
        shown = self._shown()
        if shown != self._laid_out_text:
            self._laid_out_text = shown
            self._layouts.clear()
        if width not in self._layouts:
            self._layouts = dict(list(self._layouts.items())[1 - _WIDTHS :])
            self._layouts[width] = self._lay_out(shown, width)
        return self._layouts[width]

    def _lay_out(self, shown: str, width: int) -> QTextLayout:
        one_row = self._lines == 1
        wrap = QTextOption.WrapMode
        layout = self._new_layout(
            shown, wrap.NoWrap if one_row else wrap.WrapAtWordBoundaryOrAnywhere
        )
        whole = max(1, width)
        self._break(layout, whole)
        if self._balanced and 1 < layout.lineCount() <= _BALANCED:
            self._balance(layout, whole)
        return layout

    def _break(self, layout: QTextLayout, width: int, left: float = 0) -> None:
        """Fills `layout` with lines of that width, as many as the label may have."""
        layout.beginLayout()
        while not self._lines or layout.lineCount() < self._lines:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(left, 0))
        layout.endLayout()

    def _balance(self, layout: QTextLayout, whole: int) -> None:
        """Makes the lines as narrow as the same number of lines and the same text allow."""
        rows, end = layout.lineCount(), _end_of(layout)
        narrow, width = whole // rows, whole
        while width - narrow > 1:
            middle = (narrow + width) // 2
            self._break(layout, middle)
            if layout.lineCount() == rows and _end_of(layout) == end:
                width = middle
            else:
                narrow = middle
        self._break(layout, width, (whole - width) / 2)

    def _new_layout(self, text: str, wrap: QTextOption.WrapMode) -> QTextLayout:
        layout = QTextLayout(text, self.font(), self)
        option = QTextOption(self._align)
        option.setWrapMode(wrap)
        layout.setTextOption(option)
        return layout


def _end_of(layout: QTextLayout) -> int:
    """Where in the text the last line ends."""
    line = layout.lineAt(layout.lineCount() - 1)
    return line.textStart() + line.textLength()


def _add_line(layout: QTextLayout, width: float) -> QTextLine:
    """The one line of `layout`."""
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    return line


def _from(text: str, start: int) -> str:
    """The rest of `text` after `start`, which Qt counts in UTF-16 units."""
    tail = text.encode("utf-16-le", "surrogatepass")[2 * start :]
    return tail.decode("utf-16-le", "replace").replace("\u2028", " ").rstrip()


def _whole(text: str) -> str:
    """`text` without lone surrogates, which Qt cannot draw."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
