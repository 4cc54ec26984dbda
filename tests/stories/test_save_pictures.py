"""A saved picture is really in the phone's album; what is no picture is not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from miniapp_host.devices.drawing import DAWN, landscape_png
from miniapp_host.phone.phone import Phone
from miniapp_host.testing.miniapp import MiniApp
from tests.stories.asking_program import asking_program, heard, wait_heard
from tests.stories.person import PROMPT, Person

ALBUM = "scope.writePhotosAlbum"
SAVE = "wx.saveImageToPhotosAlbum({ filePath: %s, ...told })"
CALLS = {
    "picture": SAVE % "'/images/dawn.png'",
    "relative": SAVE % "'images/dawn.png'",
    "missing": SAVE % "'/images/dusk.png'",
    "network": SAVE % "'https://example.com/dawn.png'",
    "text": SAVE % "'/app.json'",
    "outside": SAVE % "'/../dawn.png'",
    "video": "wx.saveVideoToPhotosAlbum({ filePath: '/images/dawn.png', ...told })",
    "chosen": """
      const { tempFilePaths: [filePath] } = await wx.chooseImage({ count: 1 })
      wx.saveImageToPhotosAlbum({ filePath, ...told })""",
}


@pytest.fixture
def picture() -> bytes:
    return landscape_png(DAWN, 60, 40)


@pytest.fixture
def page(phone: Phone, folder: Path, picture: bytes, run_on: Callable[..., MiniApp]) -> MiniApp:
    for place in (folder / "images" / "dawn.png", folder.parent / "dawn.png"):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(picture)
    return run_on(phone, asking_program(CALLS))


def in_album(person: Person) -> set[Path]:
    return set(person.phone.programs.devices.album.folder.iterdir())


@pytest.mark.parametrize("button", ["picture", "relative"])
def test_a_picture_of_the_package_lands_in_the_album(
    page: MiniApp, person: Person, picture: bytes, button: str
) -> None:
    before = in_album(person)
    person.miniapp.tap(f"#{button}")
    person.waits_for(PROMPT)
    assert in_album(person) == before
    person.prompt.allow()
    wait_heard(page, "saveImageToPhotosAlbum:ok")
    (saved,) = in_album(person) - before
    assert saved.suffix == ".png"
    assert saved.read_bytes() == picture


def test_a_chosen_picture_is_a_file_of_the_programs_own_and_can_be_saved(
    page: MiniApp, person: Person
) -> None:
    before = in_album(person)
    person.miniapp.tap("#chosen")
    person.clicks("picture_0")
    person.clicks("pictureDone")
    person.prompt.allow()
    wait_heard(page, "saveImageToPhotosAlbum:ok")
    (saved,) = in_album(person) - before
    assert saved.read_bytes() in {one.read_bytes() for one in before}


@pytest.mark.parametrize(
    ("button", "answer"),
    [
        ("missing", "saveImageToPhotosAlbum:fail file doesn't exist"),
        ("network", "saveImageToPhotosAlbum:fail file doesn't exist"),
        ("outside", "saveImageToPhotosAlbum:fail file doesn't exist"),
        ("text", "saveImageToPhotosAlbum:fail invalid file type"),
        ("video", "saveVideoToPhotosAlbum:fail invalid file type"),
    ],
)
def test_what_is_no_picture_of_the_program_fails_and_saves_nothing(
    page: MiniApp, person: Person, button: str, answer: str
) -> None:
    before = in_album(person)
    person.miniapp.tap(f"#{button}")
    person.prompt.allow()
    wait_heard(page, answer)
    assert in_album(person) == before


def test_a_refused_picture_is_not_saved(page: MiniApp, person: Person) -> None:
    before = in_album(person)
    person.miniapp.tap("#picture")
    person.prompt.deny()
    wait_heard(page, "saveImageToPhotosAlbum:fail auth deny 103")
    assert in_album(person) == before
    person.settings.open()
    person.settings.toggle(ALBUM)
    person.settings.leave()
    person.miniapp.tap("#picture")
    wait_heard(page, *heard(page)[:1], "saveImageToPhotosAlbum:ok")
    assert len(in_album(person) - before) == 1
