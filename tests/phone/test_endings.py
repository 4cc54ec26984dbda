"""What is to end is ended step by step, and at once when it must be."""

from collections.abc import Iterator
from itertools import groupby

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from miniapp_host.phone.endings import Endings


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def endings() -> Iterator[Endings]:
    owner = QObject()
    yield Endings(owner)
    owner.deleteLater()


def steps(done: list[str], *names: str) -> Iterator[None]:
    for name in names:
        done.append(name)
        yield
    done.append("end")


def test_other_things_happen_between_two_steps(
    endings: Endings, done: list[str], qtbot: QtBot
) -> None:
    others = QTimer(interval=0)
    others.timeout.connect(lambda: done.append("other"))
    others.start()
    endings.add(steps(done, "a", "b"))
    endings.add(steps(done, "c"))
    assert done == []
    qtbot.waitUntil(lambda: done.count("end") == 2)
    order = " ".join(name for name, _ in groupby(done)).removeprefix("other ")
    assert order.startswith("a other b other end other c other end")


def test_all_ends_at_once_when_it_must(endings: Endings, done: list[str], qtbot: QtBot) -> None:
    endings.add(steps(done, "a", "b"))
    qtbot.waitUntil(lambda: done == ["a"])
    endings.add(steps(done, "c"))
    endings.finish()
    assert done == ["a", "b", "end", "c", "end"]
    endings.finish()
    endings.add(steps(done))
    qtbot.waitUntil(lambda: done[5:] == ["end"])
