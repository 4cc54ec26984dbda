"""Who sees what the process says: a terminal, a screen, or nobody."""

import os
import sys

import pytest

from miniapp_host.phone.audience import needs_window

SCREEN = {"DISPLAY": ":0"}


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        (SCREEN, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({}, sys.platform in ("win32", "darwin")),
        (SCREEN | {"QT_QPA_PLATFORM": "offscreen"}, False),
    ],
)
def test_a_window_needs_a_screen(environment: dict[str, str], wanted: bool) -> None:
    assert needs_window((None, None, None), environment) is wanted


def test_whoever_has_a_terminal_needs_no_window() -> None:
    pty = pytest.importorskip("pty")
    master, terminal = pty.openpty()
    with open(terminal) as stream, open(os.devnull) as mute:  # noqa: PTH123
        assert not needs_window((mute, mute, stream), SCREEN)
        assert needs_window((mute, mute, None), SCREEN)
    os.close(master)
