"""The runtime that is ready before its program: one program each, and none in a broken one."""

import os
import signal
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from miniapp_host.web.bare_runtime import BareRuntime
from miniapp_host.web.engine import prepare_engine
from miniapp_host.web.spare_runtime import SpareRuntime


@pytest.fixture
def taken() -> Iterator[list[BareRuntime]]:
    """What a test takes: ended with it."""
    runtimes: list[BareRuntime] = []
    yield runtimes
    for runtime in runtimes:
        runtime.dispose()


@pytest.fixture
def spare() -> Iterator[SpareRuntime]:
    prepare_engine()
    made = SpareRuntime()
    yield made
    made.close()


def process_of(runtime: BareRuntime, qtbot: QtBot) -> int:
    qtbot.waitUntil(lambda: runtime.page.renderProcessPid() > 0, timeout=15_000)
    return runtime.page.renderProcessPid()


def test_nobody_gets_a_runtime_or_its_process_twice(
    spare: SpareRuntime, taken: list[BareRuntime], qtbot: QtBot
) -> None:
    for _ in range(2):
        spare.get_ready()
        spare.get_ready()
        taken.append(spare.take())
    taken.append(spare.take())
    assert len({process_of(runtime, qtbot) for runtime in taken}) == 3


def test_a_runtime_whose_process_has_ended_is_not_given(
    spare: SpareRuntime, taken: list[BareRuntime], qtbot: QtBot
) -> None:
    taken.append(spare.take())
    lost = BareRuntime()
    taken.append(lost)
    with qtbot.waitSignal(lost.page.loadFinished, timeout=15_000):
        pass
    assert lost.is_sound
    with qtbot.waitSignal(lost.page.renderProcessTerminated, timeout=15_000):
        os.kill(process_of(lost, qtbot), signal.SIGKILL)
    assert not lost.is_sound
