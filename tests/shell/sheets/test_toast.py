from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.api.calls.screen import Toast, ToastIcon
from miniapp_host.shell.kit.buttons import Button
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.sheets.toast import ToastNote

STAYS = Toast("Saved", duration_ms=None)
LOADING = Toast("Loading", ToastIcon.LOADING, duration_ms=None)


@pytest.fixture
def note(screen: QWidget) -> ToastNote:
    return ToastNote(screen)


def text(note: ToastNote) -> str:
    labels = [label for label in note.findChildren(PlainLabel) if label.isVisible()]
    return labels[0].text() if labels else ""


def click_window(screen: QWidget, at: QPoint) -> None:
    window = screen.windowHandle()
    assert window is not None
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=at)


def button_on(screen: QWidget) -> Button:
    button = Button("Below", parent=screen)
    button.setGeometry(100, 80, 184, 48)
    button.show()
    return button


def test_it_shows_the_latest(note: ToastNote) -> None:
    note.show_toast(STAYS)
    note.show_toast(replace(STAYS, title="Sent"))
    assert note.isVisible()
    assert text(note) == "Sent"


def test_it_goes_when_its_time_is_over(note: ToastNote, qtbot: QtBot) -> None:
    note.show_toast(Toast("Short", duration_ms=30))
    assert note.isVisible()
    qtbot.waitUntil(lambda: not note.isVisible())
    assert note.shown is None


def test_a_later_toast_has_its_own_time(note: ToastNote, qtbot: QtBot) -> None:
    note.show_toast(Toast("Short", duration_ms=0))
    note.show_toast(STAYS)
    note.show_toast(Toast("Marker", duration_ms=30))
    note.show_toast(STAYS)
    waited = Toast("Waited", duration_ms=60)
    note.show_toast(waited)
    assert note.shown is waited
    qtbot.waitUntil(lambda: note.shown is None)


def test_hiding_a_loading_note_leaves_any_other(note: ToastNote) -> None:
    note.show_toast(STAYS)
    note.hide_toast(loading=True)
    assert note.isVisible()
    note.show_toast(LOADING)
    note.hide_toast(loading=True)
    assert not note.isVisible()


def test_hiding_hides_whatever_it_is(note: ToastNote) -> None:
    for toast in (STAYS, LOADING):
        note.show_toast(toast)
        note.hide_toast()
        assert not note.isVisible()
    note.hide_toast()


def test_it_lets_clicks_through_unless_it_has_a_mask(
    screen: QWidget, note: ToastNote, qtbot: QtBot
) -> None:
    below = button_on(screen)
    note.show_toast(STAYS)
    with qtbot.waitSignal(below.clicked):
        click_window(screen, QPoint(190, 100))
    note.show_toast(replace(STAYS, mask=True))
    with qtbot.assertNotEmitted(below.clicked):
        click_window(screen, QPoint(190, 100))


def test_it_stays_at_its_height_when_the_phone_is_resized(screen: QWidget, note: ToastNote) -> None:
    note.show_toast(STAYS)
    screen.resize(390, 600)
    panel = note.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)[-1]
    assert note.geometry() == screen.rect()
    assert abs(panel.geometry().center().y() - 240) <= 1


def test_it_fades_in(make_screen: Callable[..., QWidget], qtbot: QtBot) -> None:
    screen = make_screen(motion=True)
    note = ToastNote(screen)
    middle = QPoint(195, round(844 * 0.4) + 50)

    def seen() -> str:
        return screen.grab().toImage().scaled(screen.size()).pixelColor(middle).name()

    plain = seen()
    note.show_toast(STAYS)
    assert seen() == plain
    qtbot.waitUntil(lambda: seen() == "#4c4c4c")
