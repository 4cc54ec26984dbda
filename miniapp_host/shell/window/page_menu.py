"""The menu of a page under the mouse's right button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from miniapp_host.shell.window.keys import Wish, keys_for
from miniapp_host.texts import Texts


class PageMenu(QMenu):
    """Says `wished` with what the person chose; `selected` tells whether there is text to copy."""

    wished = Signal(Wish)

    def __init__(self, parent: QWidget, texts: Texts, *, selected: bool) -> None:
        super().__init__(parent)
        self.setObjectName("pageMenu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if selected:
            self._add(Wish.COPY, texts("Copy"))
            self.addSeparator()
        self._add(Wish.BACK, texts("Back"))
        self._add(Wish.RELOAD, texts("Reload"))
        self._add(Wish.SCREENSHOT, texts("Picture of the screen"))
        self.addSeparator()
        self._add(Wish.INSPECT, texts("Inspect"))
        self.triggered.connect(self._on_triggered)

    def _add(self, wish: Wish, title: str) -> None:
        key = keys_for(wish)
        action = self.addAction(f"{title}\t{key}" if key else title)
        action.setObjectName(f"pageMenu_{wish.value}")
        action.setData(wish)

    def _on_triggered(self, action: QAction) -> None:
        self.wished.emit(action.data())
