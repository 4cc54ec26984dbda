"""chooseVideo and chooseMedia: videos of the album, with what their files say of themselves."""

from pathlib import Path

import pytest

from miniapp_host.devices.album import Album, Media
from miniapp_host.devices.drawing import avatar_png
from miniapp_host.devices.pictures import read_picture
from tests.api.pretend_phone import OpenProgram, Phone
from tests.devices.test_movies import FTYP, MVHD, TRAKS, box

FILM = FTYP + box(b"moov", MVHD + TRAKS)


@pytest.fixture
def film(tmp_path: Path) -> Path:
    file = tmp_path / "film.mp4"
    file.write_bytes(FILM)
    return file


@pytest.fixture
def card(tmp_path: Path) -> Path:
    file = tmp_path / "card.png"
    file.write_bytes(avatar_png(8))
    return file


def choose(program: OpenProgram, *files: Path) -> None:
    program.screen.picture_choices[-1][1](files)


def thumb_size(program: OpenProgram, url: object) -> tuple[int, int]:
    file = program.session.files.resolve(str(url))
    assert file is not None
    picture = read_picture(file)
    assert picture is not None
    return picture.width, picture.height


def test_a_video_comes_with_length_and_size(phone: Phone, film: Path) -> None:
    program = phone.open()
    answers = program.call("chooseVideo")
    assert program.screen.media == [Media.VIDEOS]
    choose(program, film)
    (result,) = answers
    assert (result["duration"], result["width"], result["height"]) == (2.5, 640, 360)
    assert result["size"] == len(FILM)
    assert thumb_size(program, result["thumbTempFilePath"]) == (320, 180)


@pytest.mark.parametrize("name", ["chooseVideo", "chooseMedia"])
def test_no_video_is_a_cancel(phone: Phone, name: str) -> None:
    program = phone.open()
    answers = program.call(name)
    choose(program)
    assert answers == [{"errMsg": f"{name}:fail cancel", "errno": 1}]


@pytest.mark.parametrize(
    ("kinds", "offered"),
    [
        (["image"], Media.PICTURES),
        (["video"], Media.VIDEOS),
        (["image", "video"], Media.BOTH),
        (["mix"], Media.BOTH),
        (None, Media.BOTH),
        ("image", Media.BOTH),
    ],
)
def test_the_album_offers_what_is_wanted(phone: Phone, kinds: object, offered: Media) -> None:
    program = phone.open()
    program.call("chooseMedia", {"mediaType": kinds})
    assert program.screen.media == [offered]


def test_a_mixture_says_so(phone: Phone, film: Path, card: Path) -> None:
    program = phone.open()
    answers = program.call("chooseMedia", {"count": 2})
    choose(program, film, card)
    (result,) = answers
    files = result["tempFiles"]
    assert isinstance(files, list)
    assert (result["type"], [file["fileType"] for file in files]) == ("mix", ["video", "image"])
    assert files[0]["duration"] == 2.5
    assert "duration" not in files[1]


def test_videos_alone_are_a_video(phone: Phone, film: Path) -> None:
    program = phone.open()
    answers = program.call("chooseMedia")
    choose(program, film)
    assert answers[0]["type"] == "video"


def test_a_saved_video_can_be_chosen_again(phone: Phone, film: Path, tmp_path: Path) -> None:
    album = Album(tmp_path / "other")
    album.add(film)
    assert [file.suffix for file in album.media(Media.VIDEOS)] == [".mp4"]
    assert len(album.media(Media.BOTH)) == len(album.pictures()) + 1
