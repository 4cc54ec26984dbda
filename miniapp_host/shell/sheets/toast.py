"""The note of wx.showToast and wx.showLoading: a view of the latest Toast record."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QAccessible, QAccessibleEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from miniapp_host.api.calls.screen import Toast, ToastIcon
from miniapp_host.shell.kit.fade import Fade
from miniapp_host.shell.kit.layers import Layer, place
from miniapp_host.shell.kit.theme import motion
from miniapp_host.shell.sheets.toast_panel import ToastPanel

HEIGHT_SHARE = 0.4
FADE_MS = 100


class ToastNote(QWidget):
    """The note over `screen`, one per screen; clicks pass through it without a mask."""

    def __init__(self, screen: QWidget) -> None:
        super().__init__(screen)
        self.setObjectName("toast")
        self.hide()
        self._shown: Toast | None = None
        self._panel: ToastPanel | None = None
        self._fade: Fade | None = None
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.timeout.connect(self._on_end_timeout)
        self._fading = QVariantAnimation(self)
        self._fading.valueChanged.connect(self._on_fading_value_changed)
        screen.installEventFilter(self)

    @property
    def shown(self) -> Toast | None:
        """The toast on the screen now, None if there is none."""
        return self._shown

    def show_toast(self, toast: Toast) -> None:
        """Shows `toast` in place of what was there."""
        self._take_away()
        self._shown = toast
        self._panel = ToastPanel(toast, self)
        self._panel.show()
        self._fade = Fade(self._panel)
        masked = toast.mask
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not masked)
        self.show()
        self._arrange()
        place(self, Layer.MASKED_TOAST if masked else Layer.TOAST)
        self._fade_in(self._fade)
        QAccessible.updateAccessibility(QAccessibleEvent(self._panel, QAccessible.Event.Alert))
        if toast.duration_ms is not None:
            self._end.start(max(0, toast.duration_ms))

    def hide_toast(self, loading: bool = False) -> None:
        """Hide the note; with `loading` only a loading note."""
        is_loading = self._shown is not None and self._shown.icon is ToastIcon.LOADING
        if is_loading or not loading:
            self._take_away()
            self.hide()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._arrange()
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        screen = self.parentWidget()
        if screen is None or self._panel is None:
            return
        self.setGeometry(screen.rect())
        size = self._panel.fitting_size(self.width())
        left = (self.width() - size.width()) // 2
        top = round(self.height() * HEIGHT_SHARE) - size.height() // 2
        self._panel.setGeometry(left, top, size.width(), size.height())

    def _take_away(self) -> None:
        self._end.stop()
        self._fading.stop()
        self._shown = None
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
        self._panel = self._fade = None

    def _fade_in(self, fade: Fade) -> None:
        lasts = motion(self, FADE_MS)
        if not lasts:
            return
        fade.set_share(0.0)
        self._fading.setStartValue(0.0)
        self._fading.setEndValue(1.0)
        self._fading.setDuration(lasts)
        self._fading.start()

    def _on_fading_value_changed(self, share: object) -> None:
        if self._fade is not None and isinstance(share, float):
            self._fade.set_share(share)

    def _on_end_timeout(self) -> None:
        self.hide_toast()
