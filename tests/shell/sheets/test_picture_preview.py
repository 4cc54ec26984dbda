"""Pictures full screen: turned by keys, wheel and swipe, closed by a click."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.shell.kit.spinner import Spinner
from miniapp_host.shell.sheets.picture_preview import PicturePreview
from miniapp_host.texts import Texts


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, ...]:
    made = []
    for name, colour in (("a", "#aa0000"), ("b", "#00aa00"), ("c", "#0000aa")):
        picture = QImage(300, 300, QImage.Format.Format_RGB32)
        picture.fill(QColor(colour))
        picture.save(str(tmp_path / f"{name}.png"))
        made.append(str(tmp_path / f"{name}.png"))
    return tuple(made)


@pytest.fixture
def preview(screen: QWidget, texts: Texts, files: tuple[str, ...]) -> PicturePreview:
    made = PicturePreview(screen, texts, files, 1)
    made.open()
    return made


def middle(preview: PicturePreview) -> str:
    return preview.grab().toImage().pixelColor(195, 422).name()


def swipe(preview: PicturePreview, start: int, end: int) -> None:
    QTest.mousePress(preview, Qt.MouseButton.LeftButton, pos=QPoint(start, 400))
    QTest.mouseMove(preview, QPoint(end, 400))
    QTest.mouseRelease(preview, Qt.MouseButton.LeftButton, pos=QPoint(end, 400))


def test_it_begins_with_the_picture_asked_for(preview: PicturePreview) -> None:
    assert middle(preview) == "#00aa00"


def test_the_arrow_keys_turn_and_stop_at_the_ends(preview: PicturePreview) -> None:
    seen = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, *[Qt.Key.Key_Left] * 3):
        QTest.keyClick(preview, key)
        seen.append(preview.current)
    assert seen == [2, 2, 1, 0, 0, 0]
    assert middle(preview) == "#aa0000"


def test_a_swipe_turns(preview: PicturePreview) -> None:
    swipe(preview, 300, 100)
    assert preview.current == 2
    swipe(preview, 100, 300)
    assert preview.current == 1


def test_a_short_drag_turns_nothing_and_closes_nothing(
    preview: PicturePreview, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(preview.finished):
        swipe(preview, 200, 220)
    assert preview.current == 1


def test_the_wheel_turns(preview: PicturePreview) -> None:
    place, none = QPointF(100, 100), Qt.MouseButton.NoButton
    wheel = QWheelEvent(
        place,
        preview.mapToGlobal(place),
        QPoint(),
        QPoint(0, -120),
        none,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(preview, wheel)
    assert preview.current == 2


def test_a_click_closes(preview: PicturePreview, qtbot: QtBot) -> None:
    with qtbot.waitSignal(preview.finished):
        QTest.mouseClick(preview, Qt.MouseButton.LeftButton, pos=QPoint(200, 400))


def test_escape_closes(preview: PicturePreview, qtbot: QtBot) -> None:
    with qtbot.waitSignal(preview.finished):
        QTest.keyClick(preview, Qt.Key.Key_Escape)


@pytest.mark.parametrize("current", [-3, 99])
def test_an_odd_number_is_the_nearest_picture(
    screen: QWidget, texts: Texts, files: tuple[str, ...], current: int
) -> None:
    made = PicturePreview(screen, texts, files, current)
    assert made.current == (0 if current < 0 else 2)


def test_what_cannot_be_shown_is_named(screen: QWidget, chinese: Texts) -> None:
    sources = ("https://example.com/a.png", "/nowhere/a.png", "relative.png")
    made = PicturePreview(screen, chinese, sources, 0)
    made.open()
    for _ in sources:
        assert not made.grab().isNull()
        QTest.keyClick(made, Qt.Key.Key_Right)


def test_with_motion_it_turns_softly(
    make_screen: Callable[..., QWidget], texts: Texts, files: tuple[str, ...], qtbot: QtBot
) -> None:
    screen = make_screen(motion=True)
    made = PicturePreview(screen, texts, files, 0)
    made.open()
    qtbot.waitSignal(made.opened).wait()
    QTest.keyClick(made, Qt.Key.Key_Right)
    assert made.current == 1
    qtbot.waitUntil(lambda: middle(made) == "#00aa00")


def test_pictures_of_the_network_are_shown_when_they_have_come(
    screen: QWidget, texts: Texts, files: tuple[str, ...]
) -> None:
    asked: dict[str, Callable[[bytes], None]] = {}
    sources = ("https://a.example/a", "https://a.example/b", "https://a.example/c", files[0])
    made = PicturePreview(screen, texts, sources, 0, asked.__setitem__)
    made.open()
    spinner = made.findChild(Spinner)
    assert spinner is not None
    assert list(asked) == ["https://a.example/a", "https://a.example/b"]
    assert spinner.isVisible()
    asked["https://a.example/a"](Path(files[1]).read_bytes())
    assert not spinner.isVisible()
    assert middle(made) == "#00aa00"
    QTest.keyClick(made, Qt.Key.Key_Right)
    assert spinner.isVisible()
    asked["https://a.example/b"](b"")
    assert not spinner.isVisible()


def test_a_picture_that_comes_too_late_is_nobodys(
    screen: QWidget, texts: Texts, qtbot: QtBot
) -> None:
    asked: dict[str, Callable[[bytes], None]] = {}
    made = PicturePreview(screen, texts, ("https://a.example/a",), 0, asked.__setitem__)
    made.open()
    with qtbot.waitSignal(made.destroyed):
        made.deleteLater()
    asked["https://a.example/a"](b"")
