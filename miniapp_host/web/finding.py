"""Finds text in a page, in all its frames, and tells where the page stands then."""

from collections.abc import Callable

from PySide6.QtWebEngineCore import QWebEngineFindTextResult, QWebEnginePage

OnFound = Callable[[int, int], None]
"""Hears at which of how many places the page stands, counted from 1; 0 of 0 for none."""


def find_in(page: QWebEnginePage, text: str, on_found: OnFound, *, forward: bool) -> None:
    """Mark every place of `text` and go to the next; an empty text takes the marks away."""

    def told(result: QWebEngineFindTextResult) -> None:
        on_found(result.activeMatch(), result.numberOfMatches())

    way = QWebEnginePage.FindFlag(0) if forward else QWebEnginePage.FindFlag.FindBackward
    page.findText(text, way, told)
