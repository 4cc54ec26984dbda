"""Where a tool of the workbench stands: beside the phone, in a window of its own, or nowhere."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QMoveEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.window.desk import Side
from miniapp_host.shell.window.phone_window import PhoneWindow
from miniapp_host.shell.window.placement import Placement
from miniapp_host.shell.window.spot import bring_to, spot_of
from miniapp_host.shell.window.web_surface import expect_pages

_GAP = 8
_SETTLED_MS = 400
"""Milliseconds after the last change of a size or place until it is told."""


class ToolPlace(QObject):
    """Opens, closes, detaches and attaches one tool, which `make` makes when it is first opened."""

    changed = Signal(Placement)
    """The tool stands differently now, or the person has given it another size or place."""

    def __init__(
        self, window: PhoneWindow, side: Side, make: Callable[[], QWidget], placement: Placement
    ) -> None:
        """`placement` says how it stood last; it is closed until `open` is called."""
        super().__init__(window)
        self._window = window
        self._side = side
        self._make = make
        self._placement = replace(placement, open=False)
        self._tool: QWidget | None = None
        self._moved = False
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self._on_settled_timeout)
        window.installEventFilter(self)

    @property
    def placement(self) -> Placement:
        """How the tool stands now."""
        return self._placement

    @property
    def tool(self) -> QWidget | None:
        """The tool, None until it was opened."""
        return self._tool

    def open(self) -> None:
        """Show the tool where it was last, or bring its window to the front."""
        if self._placement.open:
            self._bring_forward()
            return
        if self._tool is None:
            self._tool = self._make()
            self._tool.installEventFilter(self)
        self._show(self._tool)
        self._change(replace(self._placement, open=True))

    def close(self) -> None:
        """Hide the tool; it keeps what it shows."""
        if self._placement.open and self._tool is not None:
            self._hide(self._tool)
            self._change(replace(self._placement, open=False))

    def set_detached(self, detached: bool) -> None:
        """Move the tool into a window of its own, or back beside the phone."""
        if detached is self._placement.detached:
            return
        if not self._placement.open or self._tool is None:
            self._change(replace(self._placement, detached=detached))
            return
        self._hide(self._tool)
        self._change(replace(self._placement, detached=detached))
        self._show(self._tool)

    def drop(self) -> None:
        """Close and destroy the tool without a word, as it is made anew or the phone ends."""
        tool, self._tool = self._tool, None
        if tool is not None:
            tool.removeEventFilter(self)
            self._settled.stop()
            if self._placement.open:
                self._hide(tool)
            tool.deleteLater()
        self._placement = replace(self._placement, open=False)

    def end(self) -> None:
        """Drop the tool and watch the window no more; a second call does nothing.

        Python's collector may empty this object before Qt deletes it with the window, which still
        tells of its last changes then.
        """
        if self._settled.isActive():
            self._on_settled_timeout()
        self.drop()
        self._window.removeEventFilter(self)

    def _show(self, tool: QWidget) -> None:
        width, height = self._placement.width, self._placement.height
        self._take_colours()
        if self._placement.detached:
            expect_pages(tool)
            tool.resize(width, height)
            self._place(tool)
            tool.show()
        else:
            self._window.put_beside(self._side, tool, width)

    def _place(self, tool: QWidget) -> None:
        """Moves a window of its own to where it stood last, at first beside the phone."""
        if self._placement.spot is not None:
            bring_to(tool, self._placement.spot)
        else:
            tool.move(self._beside(tool.width()))

    def _beside(self, width: int) -> QPoint:
        """Where the frame of a window of its own goes: beside the phone if there is room."""
        phone, desktop = self._window.frameGeometry(), self._window.screen().availableGeometry()
        right = self._side is Side.RIGHT
        left = phone.right() + _GAP if right else phone.left() - width - _GAP
        most = max(desktop.left(), desktop.right() - width)
        return QPoint(min(max(desktop.left(), left), most), max(desktop.top(), phone.top()))

    def _take_colours(self) -> None:
        """A window of its own inherits no palette; one that says nothing has the phone's."""
        if self._tool is not None:
            colours = self._window.palette() if self._placement.detached else QPalette()
            self._tool.setPalette(colours)

    def _hide(self, tool: QWidget) -> None:
        if self._placement.detached:
            tool.hide()
        else:
            self._window.take_from_beside(tool)

    def _bring_forward(self) -> None:
        if self._tool is not None and self._placement.detached:
            self._tool.raise_()
            self._tool.activateWindow()

    def _change(self, placement: Placement) -> None:
        self._placement = placement
        self.changed.emit(placement)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.PaletteChange:
            self._take_colours()
        elif watched is self._tool and self._placement.open:
            if event.type() == QEvent.Type.Close:
                self._change(replace(self._placement, open=False))
            elif isinstance(event, QMoveEvent) and event.spontaneous():
                self._moved = True
                self._settled.start()
            elif isinstance(event, QResizeEvent):
                self._settled.start()
        return super().eventFilter(watched, event)

    def _on_settled_timeout(self) -> None:
        """Keeps size and place that the person gave it, not those of a whole desktop."""
        tool = self._tool
        if tool is None or not tool.isVisible() or tool.window().isMaximized():
            return
        placement = replace(self._placement, width=tool.width())
        if placement.detached:
            spot = spot_of(tool) if self._moved else placement.spot
            placement = replace(placement, height=tool.height(), spot=spot)
        if placement != self._placement:
            self._change(placement)
