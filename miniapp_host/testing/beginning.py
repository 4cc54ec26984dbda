"""Begins a run of tests: Chromium gets ready while Python reads the modules of the phone.

Imports nothing of the phone by itself, so that it can begin before them.
"""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from miniapp_host.phone.plain_imports import plain_imports

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

    from miniapp_host.web.spare_runtime import SpareRuntime

OF_EVERY_TEST = (
    "miniapp_host.api.calls.session",
    "miniapp_host.api.calls.dispatcher",
    "miniapp_host.devices.devices",
    "miniapp_host.api.media.album",
    "miniapp_host.api.families",
    "miniapp_host.shell.home.program_list",
    "miniapp_host.shell.window.phone_window",
    "miniapp_host.phone.phone",
    "miniapp_host.shell.program.framed_view",
    "miniapp_host.shell.program.program_sheets",
    "miniapp_host.phone.web_views",
    "miniapp_host.phone.program",
    "miniapp_host.phone.programs",
    "miniapp_host.testing.tested_phone",
    "miniapp_host.testing.person",
    "miniapp_host.shell.home.first_steps_card",
    "miniapp_host.shell.kit.glide",
)
"""Brings along all modules that a test of a program needs, in steps of about 12 ms.

Chromium takes a step of its own whenever it is let: so its page is asked for 0.1 s earlier than
with steps of 50 ms.
"""


@dataclass(frozen=True)
class Begun:
    """What a run holds until its end; `spare` is closed by whoever ends the run."""

    application: "QCoreApplication"
    spare: "SpareRuntime"


@contextmanager
def swift_imports() -> Iterator[None]:
    """Import inside without what others add to it, and without looks for dead cycles.

    PySide looks at every source. pytest writes the assertions of a whole package anew if a plugin
    is in it: those of the phone are none of a test's.
    """
    collects, finders = gc.isenabled(), sys.meta_path[:]
    gc.disable()
    sys.meta_path[:] = [one for one in finders if not type(one).__module__.startswith("_pytest.")]
    try:
        with plain_imports():
            yield
    finally:
        sys.meta_path[:] = finders
        if collects:
            gc.enable()


def begin() -> Begun:
    """Make the QApplication, unless there is one, and a runtime; import the phone meanwhile."""
    with swift_imports():
        from miniapp_host.phone.qt_application import prepare_qt, qt_application
        from miniapp_host.web.spare_runtime import SpareRuntime

        prepare_qt()
        begun = Begun(qt_application(), SpareRuntime())
        begun.spare.get_ready()
        for name in OF_EVERY_TEST:
            import_module(name)
            begun.application.processEvents()  # what the runtime asks for by now is answered
    return begun
