"""Starts Qt and Chromium in a run of pytest, and says what this machine lacks for them.

Nothing of Qt is loaded before one of these functions is called.
"""

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING

import pytest

from miniapp_host.texts import TERMINAL, ToldError

if TYPE_CHECKING:
    from miniapp_host.testing.beginning import Begun

_FLAGS = "--disable-gpu --disable-audio-output"


def prepare(config: pytest.Config) -> None:
    """Set Qt up as it must be before any QApplication is made; raises UsageError."""
    if not config.getoption("miniapp_headed"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", _FLAGS)
    if not config.pluginmanager.hasplugin("pytest-qt"):  # it shows Qt's messages, and judges them
        from miniapp_host.phone.terminal import silence_engines

        silence_engines()
    with _lacks_told():
        from miniapp_host.testing.beginning import swift_imports

        with swift_imports():
            from miniapp_host.phone.qt_application import prepare_qt
        prepare_qt()


def start(config: pytest.Config) -> "Begun":
    """Begin the run; raises UsageError if this machine lacks what it takes."""
    prepare(config)
    with _lacks_told(), _heard(config) if config.getoption("miniapp_headed") else nullcontext():
        from miniapp_host.testing.beginning import begin

        return begin()


@contextmanager
def _lacks_told() -> Iterator[None]:
    from miniapp_host.phone.system_libraries import lacks_told

    try:
        with lacks_told():
            yield
    except ToldError as lack:
        raise pytest.UsageError(str(lack)) from None


@contextmanager
def _heard(config: pytest.Config) -> Iterator[None]:
    """Lets the person read what is said inside: without a screen Qt ends the process in there."""
    capture = config.pluginmanager.getplugin("capturemanager")
    with capture.global_and_fixture_disabled():
        handler = logging.StreamHandler(sys.stderr)
        TERMINAL.addHandler(handler)
        try:
            yield
        finally:
            TERMINAL.removeHandler(handler)
