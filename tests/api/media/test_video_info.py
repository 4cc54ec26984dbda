"""getVideoInfo and compressVideo: what a film says about itself, and a copy of it."""

import pytest

from tests.api.pretend_phone import Phone
from tests.devices.test_movies import FTYP, MVHD, box, mdia, tkhd

FILM = (
    FTYP
    + box(b"mdat", bytes(20_000))
    + box(b"moov", MVHD + box(b"trak", tkhd(640, 360, (0, 1, -1, 0)) + mdia(2, 60)))
)


def test_a_film_of_the_program_is_described(phone: Phone) -> None:
    program = phone.open()
    result = program.result("getVideoInfo", {"src": program.temporary(FILM, ".mp4")})
    assert result == {
        "orientation": "right",
        "type": "mp4",
        "duration": 2.5,
        "size": round(len(FILM) / 1024, 2),
        "width": 640,
        "height": 360,
        "fps": 30,
        "bitrate": round(len(FILM) * 8 / 2.5 / 1000),
        "errMsg": "getVideoInfo:ok",
    }


def test_a_film_is_compressed_into_a_file_of_the_programs_own(phone: Phone) -> None:
    program = phone.open(files={"film.mp4": FILM})
    result = program.result("compressVideo", {"src": "/film.mp4", "quality": "low"})
    file = program.session.files.resolve(str(result["tempFilePath"]))
    assert file is not None
    assert file.read_bytes() == FILM
    assert result["size"] == round(len(FILM) / 1024, 2)
    assert "copies films as they are" in program.console[-1][1]


@pytest.mark.parametrize("name", ["getVideoInfo", "compressVideo"])
@pytest.mark.parametrize(
    ("src", "end"),
    [
        ("wxfile://tmp_nothing.mp4", "fail file doesn't exist"),
        ("/page.png", "fail invalid file type"),
        ("https://example.com/film.mp4", "fail file doesn't exist"),
    ],
)
def test_what_is_no_film_fails(phone: Phone, name: str, src: str, end: str) -> None:
    program = phone.open(files={"page.png": b"\x89PNG"})
    assert program.message(name, {"src": src}) == f"{name}:{end}"


@pytest.mark.parametrize("name", ["getVideoInfo", "compressVideo"])
def test_a_film_must_be_named(phone: Phone, name: str) -> None:
    assert phone.open().result(name)["errno"] == 1001


@pytest.mark.parametrize(
    "wanted", [{"quality": "tiny"}, {"resolution": 0}, {"resolution": 2}, {"quality": 7}]
)
def test_a_wrong_wish_for_the_copy_fails(phone: Phone, wanted: dict[str, object]) -> None:
    program = phone.open(files={"film.mp4": FILM})
    assert program.result("compressVideo", {"src": "film.mp4", **wanted})["errno"] == 1001
