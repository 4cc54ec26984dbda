"""A new phone on the screen of the benchmark's own process."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtWidgets import QApplication

from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import Phone, build
from miniapp_host.phone.qt_application import prepare_qt
from tests.benchmarks.processes import fresh_folder


@contextmanager
def shown_phone(options: Options | None = None) -> Iterator[Phone]:
    """Inside, a phone with an empty memory is shown; its prompts take a click at once."""
    prepare_qt()
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    phone = build(replace(options or Options(), data_dir=fresh_folder(), guard_ms=0))
    phone.window.show()
    try:
        yield phone
    finally:
        phone.close()
