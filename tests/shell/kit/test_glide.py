"""Movements: soft, interruptible, and never waited for."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.shell.kit.glide import Glide


def test_without_motion_it_is_there_at_once(screen: QWidget) -> None:
    widget = QWidget(screen)
    widget.show()
    heard: list[str] = []
    Glide(widget).run(QPoint(50, 60), lambda: heard.append("there"))
    assert widget.pos() == QPoint(50, 60)
    assert heard == ["there"]


def test_with_motion_it_takes_its_time(make_screen: Callable[..., QWidget], qtbot: QtBot) -> None:
    screen = make_screen(motion=True)
    widget = QWidget(screen)
    widget.show()
    glide = Glide(widget)
    heard: list[str] = []
    glide.run(QPoint(0, 300), lambda: heard.append("there"))
    assert glide.running
    assert widget.pos() != QPoint(0, 300)
    qtbot.waitUntil(lambda: heard == ["there"])
    assert widget.pos() == QPoint(0, 300)


def test_a_movement_taken_over_ends_nowhere(
    make_screen: Callable[..., QWidget], qtbot: QtBot
) -> None:
    screen = make_screen(motion=True)
    widget = QWidget(screen)
    widget.show()
    glide = Glide(widget)
    heard: list[str] = []
    glide.run(QPoint(0, 300), lambda: heard.append("down"))
    glide.run(QPoint(0, 0), lambda: heard.append("up"))
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["up"]
    assert widget.pos() == QPoint(0, 0)
