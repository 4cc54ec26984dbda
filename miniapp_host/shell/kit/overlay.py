"""What comes up over the phone's screen: a QDialog that is a child of the screen and fills it.

It keeps the focus inside, lets nothing through to what lies below, and is opened by `open()`. What
it holds, and where, is its subclass's: see HalfSheet, Page and Modal.
"""

from PySide6.QtCore import QEasingCurve, QEvent, QObject, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from miniapp_host.shell.kit.accessible import Role, Spoken
from miniapp_host.shell.kit.focus_before import FocusBefore
from miniapp_host.shell.kit.glass import focus_beside
from miniapp_host.shell.kit.layers import Layer, is_covered, layered, place
from miniapp_host.shell.kit.scroll import Scroll
from miniapp_host.shell.kit.soon import soon
from miniapp_host.shell.kit.tab_stops import go_to, is_out_of_use, next_stop, tab_stops
from miniapp_host.shell.kit.theme import motion, theme_of

RISE_MS = 300
LEAVE_MS = 200


class Overlay(Spoken, QDialog):
    """Covers `screen` until it is accepted or rejected; Esc rejects, so may a click on the mask.

    `opened` once it has come up fully; `panel` is what it shows. `finished` once it has left.
    What is not `masked` fills the screen by itself: it is a page of the phone's own.
    """

    opened = Signal()
    uncovered = Signal()
    """The overlay that covered this one is closed."""
    rise_ms = RISE_MS

    def __init__(
        self, screen: QWidget, layer: Layer, *, masked: bool = True, dismissable: bool = True
    ) -> None:
        super().__init__(screen)
        self.speak_as(Role.Dialog)
        self.shown_share = 0.0
        self.layer = layer
        self.masked = masked
        self.dismissable = dismissable
        self._leaving_with: int | None = None
        self._mask_pressed = False
        self._focus_before: FocusBefore | None = None
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.hide()
        self.panel = QWidget(self)
        self._movement = QVariantAnimation(self)
        self._movement.valueChanged.connect(self._on_movement_value_changed)
        self._movement.finished.connect(self._on_movement_finished)
        screen.installEventFilter(self)
        self._application().focusChanged.connect(self._on_application_focus_changed)

    def tell_state(self, state: QAccessible.State) -> None:
        state.modal = True

    def arrange(self) -> None:
        """Places `panel` for the present size and `shown_share` (0 out of sight, 1 in place)."""
        raise NotImplementedError

    def first_focus(self) -> QWidget:
        """The widget that has the focus at first: the overlay, so that no key presses a button."""
        return self

    def leave(self) -> None:
        """Goes; whatever the person chose has been said already."""
        self.done(0)

    def done(self, result: int) -> None:
        """Move out, then close with `result`; only the first result counts.

        On its way out it still keeps clicks from what lies below, and takes none itself.
        """
        if self._leaving_with is not None:
            return
        self._leaving_with = result
        lasts = motion(self, LEAVE_MS) if self.isVisible() else 0
        if not lasts:
            super().done(result)
            return
        self.panel.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._move(0.0, lasts, QEasingCurve.Type.InCubic)

    @property
    def leaving(self) -> bool:
        return self._leaving_with is not None

    @property
    def is_page(self) -> bool:
        """Whether it is a page of the phone's own: the program beneath it is hidden."""
        return not self.masked

    def take_away(self) -> None:
        """Close at once without a signal, as the one who opened it is gone."""
        self.blockSignals(True)
        self.hide()
        self.deleteLater()

    def setVisible(self, visible: bool) -> None:
        """Takes the focus, or gives it back; who types into a tool beside the phone keeps it."""
        was_hidden = self.isHidden()
        beside = focus_beside(self)
        if visible and was_hidden:
            self._focus_before = FocusBefore(self.window())
            self._fill_screen()
        self._set_visible_quietly(visible)
        if visible and not self.leaving:
            place(self, self.layer)
            if beside is None and not is_covered(self):
                self.first_focus().setFocus(Qt.FocusReason.PopupFocusReason)
            self._come_up()
        elif not was_hidden:
            self._give_focus_back()
        if beside is not None:
            beside.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_visible_quietly(self, visible: bool) -> None:
        """Shows or hides without a focus ring on the widget that has the focus below.

        QDialog tells it that Tab brought it the focus; Chromium would ring the page's first button.
        """
        holder = self.window().focusWidget() if visible else None
        if holder is None or holder.hasFocus():
            super().setVisible(visible)
            return
        holder.clearFocus()
        super().setVisible(visible)
        if is_covered(self):
            holder.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._fill_screen()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Lets Tab move in a circle inside the overlay."""
        now = QApplication.focusWidget()
        stop = next_stop(self._tab_stops(), now, forward=forward)
        if stop is None or not self.isVisible():
            return False
        if is_out_of_use(now):
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        go_to(stop, forward=forward)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scrolls by keys that nothing else has taken: a text may be all there is."""
        if not any(area.take_key(event) for area in self.findChildren(Scroll)):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.masked:
            mask = QColor(theme_of(self).mask)
            mask.setAlphaF(mask.alphaF() * self._mask_share * (1 - self._covered_share()))
            QPainter(self).fillRect(self.rect(), mask)

    @property
    def _mask_share(self) -> float:
        return min(max(self.shown_share, 0.0), 1.0)

    def _covered_share(self) -> float:
        """How far another mask is up over this one: together they are as dark as one."""
        screen = self.parentWidget()
        stack = layered(screen) if screen is not None else []
        above = stack[stack.index(self) + 1 :] if self in stack else []
        masks = [one._mask_share for one in above if isinstance(one, Overlay) and one.masked]
        return max(masks, default=0.0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._mask_pressed = self.shown_share == 1.0 and self._on_mask(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dismissed = self._mask_pressed and self._on_mask(event)
        self._mask_pressed = False
        if dismissed:
            self.dismiss()

    def dismiss(self) -> None:
        """Handle a click outside the panel."""
        if self.dismissable and self.mask_listens():
            self.reject()

    def mask_listens(self) -> bool:
        """Whether a click on the mask counts now."""
        return True

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()

    def _on_mask(self, event: QMouseEvent) -> bool:
        left = event.button() is Qt.MouseButton.LeftButton
        return left and not self.panel.geometry().contains(event.position().toPoint())

    def _fill_screen(self) -> None:
        screen = self.parentWidget()
        if screen is not None:
            self.setGeometry(screen.rect())
            self.arrange()

    def _come_up(self) -> None:
        self._move(1.0, motion(self, self.rise_ms), QEasingCurve.Type.OutCubic)

    def _move(self, end: float, lasts: int, curve: QEasingCurve.Type) -> None:
        self._movement.stop()
        if not lasts:
            self._on_movement_value_changed(end)
            self._on_movement_finished()
            return
        self._movement.setStartValue(self.shown_share)
        self._movement.setEndValue(end)
        self._movement.setDuration(lasts)
        self._movement.setEasingCurve(curve)
        self._movement.start()

    def _on_movement_value_changed(self, share: object) -> None:
        if isinstance(share, float):
            self.shown_share = share
            self.arrange()
            self.update()

    def _on_movement_finished(self) -> None:
        if self._leaving_with is not None:
            super().done(self._leaving_with)
        else:
            self.opened.emit()

    def _tab_stops(self) -> list[QWidget]:
        """The widgets that Tab reaches, top to bottom."""
        return tab_stops(self)

    def _on_application_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        self.be_heard()
        if now is not None and self._is_foreign(now):
            soon(self, self._take_focus_back)

    def _is_foreign(self, focused: QWidget) -> bool:
        """Whether `focused` belongs to what this overlay covers."""
        screen = self.parentWidget()
        inside = focused is self or self.isAncestorOf(focused)
        if screen is None or inside or self.leaving or not self.isVisible():
            return False
        return (focused is screen or screen.isAncestorOf(focused)) and not is_covered(self)

    def _take_focus_back(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self._is_foreign(focused):
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_focus_back(self) -> None:
        memory, self._focus_before = self._focus_before or FocusBefore(self.window()), None
        before = memory.holder
        below = self._overlay_below()
        if below is not None and below.layer <= self.layer:
            below.uncovered.emit()
        if below is not None and (before is None or below._is_foreign(before)):
            before = below.first_focus()
        before = before or self.parentWidget()
        if before is not None:
            memory.hand_to(before)

    def _overlay_below(self) -> "Overlay | None":
        """The overlay on top after this one is gone, None if there is none."""
        screen = self.parentWidget()
        others = layered(screen) if screen is not None else []
        overlays = [other for other in others if isinstance(other, Overlay) and other is not self]
        return next((other for other in reversed(overlays) if not other.leaving), None)

    @staticmethod
    def _application() -> QApplication:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        return application


def open_overlays(screen: QWidget) -> list[Overlay]:
    """The overlays open over `screen`, lowest first, also while `screen` is hidden."""
    return [
        child
        for child in screen.children()
        if isinstance(child, Overlay) and not child.isHidden() and not child.leaving
    ]
