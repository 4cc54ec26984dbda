"""The small buttons of the inspector: icons of 16 pixels in targets of 28, and chips to choose."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.kit.icon import paint_icon
from miniapp_host.shell.kit.pressable import Pressable
from miniapp_host.shell.kit.theme import CLEAR, Theme, font, theme_of, tone_of

REACH = 28
_ICON = 16


class ToolButton(Pressable):
    """An icon to press; its tooltip says what it does, and `key` with which key it is pressed."""

    def __init__(
        self, icon: str, name: str, parent: QWidget | None = None, *, key: str = ""
    ) -> None:
        super().__init__("", parent)
        self._icon = icon
        self.setFixedSize(REACH, REACH)
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({key})" if key else name)

    def sizeHint(self) -> QSize:
        return self.size()

    def show_icon(self, icon: str, name: str) -> None:
        """Show another icon with another name."""
        self._icon = icon
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        self.paint_ground(painter, area, 4)
        ink = QColor(theme_of(self).brand) if self.isChecked() else tone_of(self, "fg_0")
        painter.setOpacity(1 if self.isEnabled() else 0.4)
        spare = (REACH - _ICON) / 2
        paint_icon(painter, self._icon, QRectF(spare, spare, _ICON, _ICON), ink)
        self.paint_ring(painter, area, 4)


class ToolChip(Pressable):
    """A word that can be chosen, checked while it is; `name` is its object name."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setCheckable(True)
        self.setFont(font(12))

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self.text()) + 16, 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        ground, ink = _chip_colours(theme_of(self), chosen=self.isChecked())
        self.paint_ground(painter, area, 11, QColor(ground))
        painter.setFont(self.font())
        painter.setPen(QColor(ink))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.text())
        self.paint_ring(painter, area, 11)


def _chip_colours(theme: Theme, *, chosen: bool) -> tuple[str, str]:
    """Ground and ink; the grey of edges is too strong for a ground in more contrast."""
    if not chosen:
        return CLEAR, theme.fg_1
    return (theme.brand, theme.on_brand) if theme.contrast else (theme.fg_3, theme.fg_0)


class ToolTextButton(Pressable):
    """A word in a frame, for the one action that helps."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setFont(font(13, medium=True))

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self.text()) + 24, REACH)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1 if self.isEnabled() else 0.4)
        area = QRectF(self.rect())
        self.paint_ground(painter, area, 6, QColor(theme_of(self).fg_5))
        painter.setFont(self.font())
        painter.setPen(tone_of(self, "fg_0"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.text())
        self.paint_ring(painter, area, 6)
