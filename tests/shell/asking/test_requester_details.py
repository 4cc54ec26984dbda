from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from miniapp_host.permissions.prompts import Requester
from miniapp_host.shell.asking.requester_details import RequesterDetails, version_word
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.texts import Texts


def test_it_tells_id_version_and_folder(screen: QWidget, texts: Texts) -> None:
    requester = Requester("Weather", None, "wx1", "trial", Path("/somewhere/weather"))
    details = RequesterDetails(requester, texts, screen)
    told = {label.objectName(): label.text() for label in details.findChildren(PlainLabel)}
    assert told["appid"] == "wx1"
    assert told["version"] == "Trial version"
    assert told["folder"] == str(Path("/somewhere/weather"))


@pytest.mark.parametrize(
    ("version", "word"),
    [("develop", "开发版"), ("trial", "体验版"), ("release", "正式版"), ("other", "other")],
)
def test_a_version_has_a_word(chinese: Texts, version: str, word: str) -> None:
    assert version_word(version, chinese) == word


def test_a_long_folder_stays_inside(screen: QWidget, texts: Texts) -> None:
    requester = Requester("W", None, "a" * 500, "develop", Path("/" + "x" * 5_000))
    details = RequesterDetails(requester, texts, screen)
    assert details.heightForWidth(342) <= 7 * 17 + 60
    assert details.minimumSizeHint().width() <= 342
