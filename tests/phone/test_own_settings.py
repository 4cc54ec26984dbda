"""The phone's own settings open at once: nothing that only a program needs is loaded for them."""

import subprocess
import sys

OPENS = """
import pathlib, sys, tempfile
from PySide6.QtWidgets import QWidget
from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import build
from miniapp_host.phone.qt_application import prepare_qt, qt_application
prepare_qt()
app = qt_application()
phone = build(Options(data_dir=pathlib.Path(tempfile.mkdtemp())))
phone.window.show()
phone.launcher.findChild(QWidget, "hostSettings").click()
page = phone.window.findChild(QWidget, "hostSettingsPage")
print(page is not None and page.isVisible())
print([name for name in ("PySide6.QtNetwork", "miniapp_host.api.families") if name in sys.modules])
phone.close()
"""


def test_they_need_neither_the_network_nor_what_answers_programs() -> None:
    done = subprocess.run(
        [sys.executable, "-c", OPENS], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.split("\n")[:2] == ["True", "[]"]
