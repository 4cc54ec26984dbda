"""The chip that says how good the network is, and lets the person choose."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu

from miniapp_host.devices.conditions import Conditions, NetworkConditions, Preset
from miniapp_host.shell.kit.bound_watch import bound_watch
from miniapp_host.shell.kit.icon import paint_icon
from miniapp_host.shell.kit.pressable import Pressable
from miniapp_host.shell.kit.theme import Tone, font, theme_of, tone_of
from miniapp_host.texts import Texts

_HEIGHT = 26
_DOT, _ICON = 8, 12


class ConditionsButton(Pressable):
    """Shows what its owner says; a click opens the menu of presets."""

    wished = Signal(object)
    """The conditions that the person wants."""
    own_wished = Signal()
    """The person wants to type a delay and a rate."""

    def __init__(self, conditions: NetworkConditions, texts: Texts) -> None:
        super().__init__("")
        self.setObjectName("networkConditions")
        self.setFont(font(12))
        self._conditions = conditions
        self._texts = texts
        self._menu: QMenu | None = None
        self._brief = False
        self.clicked.connect(self._on_clicked)
        bound_watch(self, conditions.watch, self._show)
        self._show(conditions.present)

    def show_briefly(self, brief: bool) -> None:
        """Show the dot alone where there is little room; the word is its tooltip then."""
        self._brief = brief
        self._show(self._conditions.present)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(width + _DOT + _ICON + 28, _HEIGHT)

    def _show(self, present: Conditions) -> None:
        preset = self._conditions.preset
        said = self._texts.of(preset.text) if preset else self._said_own(present)
        self.setText("" if self._brief else said)
        what = self._texts("How good the program's network is")
        self.setToolTip(f"{said}. {what}" if self._brief else what)
        self.setAccessibleName(f"{self._texts('Network')}: {said}")
        self.updateGeometry()
        self.update()

    def _said_own(self, own: Conditions) -> str:
        return f"{self._texts.of(own.connection.text)} {_limits(own)}".strip()

    def _on_clicked(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("networkConditionsMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for preset in Preset:
            action = QAction(self._label(preset), menu)
            action.setCheckable(True)
            action.setChecked(self._conditions.preset is preset)
            action.setData(preset.name)
            menu.addAction(action)
        menu.addSeparator()
        own = QAction(self._texts("Own delay and rate…"), menu)
        own.setCheckable(True)
        own.setChecked(self._conditions.preset is None)
        menu.addAction(own)
        menu.triggered.connect(self._on_menu_triggered)
        self._menu = menu
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _label(self, preset: Preset) -> str:
        name, limits = self._texts.of(preset.text), _limits(preset.value)
        return f"{name}   {limits}" if limits else name

    def _on_menu_triggered(self, action: QAction) -> None:
        name = action.data()
        if name is None:
            self.own_wished.emit()
        else:
            self.wished.emit(Preset[name].value)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        self.paint_ground(painter, area, 6, QColor(theme_of(self).fg_5))
        middle = area.center().y()
        painter.setBrush(tone_of(self, _tone(self._conditions.present)))
        painter.drawEllipse(QRectF(8, middle - _DOT / 2, _DOT, _DOT))
        painter.setFont(self.font())
        painter.setPen(tone_of(self, "fg_0"))
        text = area.adjusted(8 + _DOT + 6, 0, 0, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, self.text())
        where = QRectF(area.right() - _ICON - 6, middle - _ICON / 2, _ICON, _ICON)
        paint_icon(painter, "chevron-down", where, tone_of(self, "fg_1"))
        self.paint_ring(painter, area, 6)


def _tone(present: Conditions) -> Tone:
    if not present.online:
        return "red"
    return "warning_ink" if present.limited else "brand"


def _limits(conditions: Conditions) -> str:
    """Delay and speed, as far as there are limits."""
    delay = f"{conditions.latency_ms} ms" if conditions.latency_ms else ""
    rate = f"{conditions.rate} kB/s" if conditions.rate else ""
    return ", ".join(part for part in (delay, rate) if part)
