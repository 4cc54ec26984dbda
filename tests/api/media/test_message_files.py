"""wx.chooseMessageFile: files of this computer, as if they came from a chat."""

from pathlib import Path

import pytest

from miniapp_host.devices.album import Media
from miniapp_host.devices.drawing import avatar_png
from tests.api.media.test_videos import FILM, choose
from tests.api.pretend_phone import Phone


@pytest.mark.parametrize(
    ("kind", "media"),
    [
        ("image", Media.PICTURES),
        ("video", Media.VIDEOS),
        ("file", Media.FILES),
        ("all", Media.FILES),
        (None, Media.FILES),
    ],
)
def test_the_kind_says_what_is_offered(phone: Phone, kind: object, media: Media) -> None:
    program = phone.open()
    program.call("chooseMessageFile", {"count": 500, "type": kind})
    assert program.screen.media == [media]
    assert program.screen.picture_choices[-1][0] == 100


def test_each_file_comes_with_its_name_and_kind(phone: Phone, tmp_path: Path) -> None:
    bodies = {"Plan.pdf": b"%PDF", "card.png": avatar_png(8), "film.mp4": FILM}
    for name, body in bodies.items():
        (tmp_path / name).write_bytes(body)
    program = phone.open()
    answers = program.call("chooseMessageFile", {"count": 9})
    choose(program, *(tmp_path / name for name in bodies))
    ((*files,),) = [answers[0]["tempFiles"]]  # type: ignore[misc]
    assert [(file["name"], file["type"]) for file in files] == [
        ("Plan.pdf", "file"),
        ("card.png", "image"),
        ("film.mp4", "video"),
    ]
    assert files[0]["size"] == 4
    assert program.session.files.resolve(files[0]["path"]) is not None
    assert files[0]["time"] > 1_000_000


def test_no_file_is_a_cancel(phone: Phone) -> None:
    program = phone.open()
    answers = program.call("chooseMessageFile", {"count": 1})
    choose(program)
    assert answers == [{"errMsg": "chooseMessageFile:fail cancel", "errno": 1}]


def test_how_many_must_be_said(phone: Phone) -> None:
    assert phone.open().result("chooseMessageFile", {"type": "all"})["errno"] == 1001
