"""What is due soon is done once, and neither done nor kept for an owner that is gone."""

import gc
import weakref

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from pytestqt.qtbot import QtBot

from miniapp_host.shell.kit.soon import soon


class Owner(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.done = 0

    def act(self) -> None:
        self.done += 1


def a_turn(qtbot: QtBot) -> None:
    """Waits until what was due has been done."""
    passed: list[bool] = []
    QTimer.singleShot(0, lambda: passed.append(True))
    qtbot.waitUntil(lambda: bool(passed))


def test_it_is_done_later_and_once(qtbot: QtBot) -> None:
    owner = Owner()
    soon(owner, owner.act)
    assert owner.done == 0
    qtbot.waitUntil(lambda: owner.done > 0)
    a_turn(qtbot)
    assert owner.done == 1
    qtbot.waitUntil(lambda: not owner.children())


def test_nothing_is_done_for_an_owner_that_was_deleted_and_the_owner_is_not_kept(
    qtbot: QtBot,
) -> None:
    owner = Owner()
    soon(owner, owner.act)
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    a_turn(qtbot)
    assert owner.done == 0
    kept = weakref.ref(owner)
    del owner
    gc.collect()
    assert kept() is None
