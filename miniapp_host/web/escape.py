"""Esc in a program's page: a sheet of the page that is open takes it, else it means "back".

Chromium keeps every key for itself that is no shortcut, so Esc is one, and the page is asked.
"""

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWebEngineWidgets import QWebEngineView

_PATIENCE_MS = 150
"""A page that does not answer must not keep the person from going back."""
_OFFER = """(() => {
  let target = document.activeElement ?? document.body
  for (;;) {
    const inner = target.contentDocument?.activeElement ?? target.shadowRoot?.activeElement
    if (!inner) break
    target = inner
  }
  const options = { key: 'Escape', bubbles: true, cancelable: true, composed: true }
  const key = new KeyboardEvent('keydown', options)
  return !target.dispatchEvent(key)
})()"""


class Escape(QShortcut):
    """`left`: Esc was pressed in `view`, and nothing in its page took it."""

    left = Signal()

    def __init__(self, view: QWebEngineView) -> None:
        super().__init__(QKeySequence(Qt.Key.Key_Escape), view)
        self._view = view
        self.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self.left)
        self.activated.connect(self._on_activated)

    def offer(self) -> None:
        """Let the page have Esc; if nothing in it takes the key, nothing happens."""
        self._view.page().runJavaScript(_OFFER)

    def _on_activated(self) -> None:
        self._patience.start()
        self._view.page().runJavaScript(_OFFER, 0, self._on_answer)

    def _on_answer(self, taken: Any) -> None:
        """An answer that comes too late changes nothing."""
        if self._patience.isActive():
            self._patience.stop()
            if taken is not True:
                self.left.emit()
