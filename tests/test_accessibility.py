"""Each screen as screen readers and the keyboard find it: names, roles, states, visible focus."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.accessible_tree import faults_of
from tests.screenshots.scenes import SCENES
from tests.screenshots.studio import Looks, Studio

PARTS = ("popup-", "inspector-")
"""How the names of the screens begin that are walked here."""
LANGUAGES = ("en", "zh")
MOST_STOPS = 60
"""A list of sixty rows looks everywhere as it does here."""


@pytest.fixture
def make_studio(tmp_path: Path, qtbot: object) -> Iterator[Callable[[str], Studio]]:
    studios: list[Studio] = []

    def make(language: str) -> Studio:
        studios.append(Studio(tmp_path, Looks("light", language)))
        return studios[0]

    yield make
    for studio in studios:
        studio.close()


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_screen_reader_can_say_everything(
    make_studio: Callable[[str], Studio], language: str, part: str
) -> None:
    studio = make_studio(language)
    faults: list[str] = []
    for scene in (one for one in SCENES if one.name.startswith(part)):
        scene.bring(studio)
        faults += [f"{scene.name}: {fault}" for fault in faults_of(studio.shown)]
        if language == "en":
            faults += [f"{scene.name}: {fault}" for fault in _focus_faults(studio.shown)]
        studio.clear()
    assert not faults, "\n".join(faults)


def _focus_faults(window: QWidget) -> list[str]:
    """The stops of Tab that look the same with the focus and without."""
    faults, seen = [], set()
    for _ in range(MOST_STOPS):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        stop = QApplication.focusWidget()
        if stop is None or stop in seen or _is_page(stop):
            break
        seen.add(stop)
        if not _is_marked(window, stop):
            faults.append(f"{stop.objectName() or stop} does not show that it has the focus")
    return faults


def _is_page(stop: QWidget) -> bool:
    """Whether it is a page: Chromium moves the focus there."""
    above: QWidget | None = stop
    while above is not None and not above.inherits("QWebEngineView"):
        above = above.parentWidget()
    return above is not None


def _is_marked(window: QWidget, stop: QWidget) -> bool:
    marked = _drawn(window, stop)
    stop.clearFocus()
    plain = _drawn(window, stop)
    stop.setFocus(Qt.FocusReason.TabFocusReason)
    return marked != plain


def _drawn(window: QWidget, part: QWidget) -> QImage:
    place = QRect(part.mapTo(window, part.rect().topLeft()), part.size())
    return window.grab(place.adjusted(-8, -8, 8, 8) & window.rect()).toImage()
