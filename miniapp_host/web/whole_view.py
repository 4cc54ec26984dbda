"""A view that Chromium draws whole where Qt has fewer than one pixel per point, too.

A screen reader is told of its page.
"""

import math

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QResizeEvent, QShowEvent
from PySide6.QtWebEngineWidgets import QWebEngineView


class WholeView(QWebEngineView):
    """Makes Chromium's surface larger than itself below 100 %, so that the drawn part fills it.

    QtWebEngine gives its root layer a size in pixels where Chromium wants points: at 0.75 only the
    upper left three quarters of a surface are drawn. What the page lays out must keep to that part:
    `drawn-part.js` sees to it.
    """

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._fit()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Chromium only listens to whether a screen reader comes: of one that was there before its
        # first page it knows nothing, and pages are empty to it. So it is told once more.
        if QAccessible.isActive():
            QAccessible.setActive(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def fit_anew(self) -> None:
        """Give a surface its size that has come, or was resized by Chromium, after the layout."""
        self.setContentsMargins(0, 0, 0, 0)
        self._fit()

    def _fit(self) -> None:
        """The layout gives the surface the rectangle of the contents, negative margins and all."""
        share = min(1.0, self.devicePixelRatioF())
        right = self.width() - surface_length(self.width(), share)
        bottom = self.height() - surface_length(self.height(), share)
        self.setContentsMargins(0, 0, right, bottom)


def surface_length(length: int, share: float) -> int:
    """The length of a surface of which `length` is drawn, as Chromium draws that `share` of it."""
    return math.floor(length / share + 1e-6)
