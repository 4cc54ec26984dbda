"""A phone that was closed is silent, also while Python and Qt take it apart."""

import gc
from pathlib import Path

from pytestqt.qtbot import QtBot

from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import build


def use_a_phone(data_dir: Path, qtbot: QtBot) -> None:
    phone = build(Options(data_dir=data_dir))
    phone.window.show()
    phone.tools.open_inspector()
    qtbot.waitExposed(phone.window)
    phone.window.close()


def test_phones_of_one_process_end_without_an_error(tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as raised:
        for name in ("first", "second"):
            use_a_phone(tmp_path / name, qtbot)
            gc.collect()
    assert raised == []
