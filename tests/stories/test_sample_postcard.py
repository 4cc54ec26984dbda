"""Postcard: what was drawn is what lands in the album, once the person lets it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from miniapp_host.devices.switches import Switch
from miniapp_host.testing.miniapp import MiniApp
from tests.driver import PageDriver
from tests.stories.person import PANEL, PROMPT, Person

ALBUM = "scope.writePhotosAlbum"
INK = """(() => {
  const copy = page.createElement('canvas').getContext('2d')
  copy.drawImage(find('#card').shadowRoot.querySelector('canvas'), 0, 0)
  return copy.getImageData(5, 5, 1, 1).data[3]
})()"""
"""How opaque the canvas is near its corner."""
Postcard = Callable[[], MiniApp]


def in_album(person: Person) -> set[Path]:
    return set(person.phone.programs.devices.album.folder.iterdir())


@pytest.fixture
def before(person: Person) -> set[Path]:
    """What is in the album before anything is saved."""
    return in_album(person)


@pytest.fixture
def open_postcard(open_sample: Callable[[str], MiniApp], qtbot: QtBot) -> Postcard:
    """Opens it and waits for its card to be drawn."""

    def open_it() -> MiniApp:
        page = open_sample("Postcard")
        page.wait(lambda: bool(PageDriver(qtbot, page.program).in_page(INK)), "a card")
        return page

    return open_it


def drawn(file: Path) -> QImage:
    picture = QImage(str(file))
    assert (picture.width(), picture.height()) == (660, 540)
    return picture


def waits_for_toast(person: Person, text: str) -> None:
    person.wait(lambda: person.sees("toastText") and person.reads("toastText") == text, text)


def test_a_saved_card_is_in_the_album_as_it_was_drawn(
    open_postcard: Postcard, person: Person, before: set[Path]
) -> None:
    page = open_postcard()
    person.miniapp.tap("#save")
    person.waits_for(PROMPT)
    assert person.reads("scopeTitle") == "Save photos and videos to your album"
    person.prompt.allow()
    waits_for_toast(person, "Saved")
    (card,) = in_album(person) - before
    sky, caption = drawn(card).pixelColor(5, 0), drawn(card).pixelColor(650, 530)
    assert sky.name() == "#ffd9a0"
    assert caption.name() == "#fdfaf2"

    person.miniapp.tap("#another")
    person.miniapp.tap("#save")
    page.wait(lambda: len(in_album(person) - before) == 2, "the second card")
    assert not person.sees(PROMPT)
    (other,) = in_album(person) - before - {card}
    assert drawn(other).pixelColor(5, 0) != sky
    assert page.errors == []


def test_refused_it_leads_to_the_settings_and_saves_from_there(
    open_postcard: Postcard, person: Person, before: set[Path]
) -> None:
    open_postcard()
    person.miniapp.tap("#save")
    person.prompt.deny()
    person.waits_for("modal")
    assert person.reads("modalTitle") == "Save to your album?"
    person.clicks("modalCancel")
    assert in_album(person) == before

    person.miniapp.tap("#save")
    person.clicks("modalConfirm")
    person.settings.expect({ALBUM: False})
    person.settings.toggle(ALBUM)
    assert in_album(person) == before
    person.settings.leave()
    waits_for_toast(person, "Saved")
    assert len(in_album(person) - before) == 1


def test_dismissed_it_is_left_in_peace(
    open_postcard: Postcard, person: Person, before: set[Path]
) -> None:
    open_postcard()
    person.miniapp.tap("#save")
    person.waits_for(PROMPT)
    person.miniapp.press(Qt.Key.Key_Escape)
    person.waits_until_gone(PROMPT)
    person.miniapp.tap("#save")
    person.waits_for(PROMPT)
    assert not person.sees("modal")
    assert not person.sees(PANEL)
    person.prompt.allow()
    waits_for_toast(person, "Saved")


def test_with_the_album_switched_off_it_says_so(
    open_postcard: Postcard, person: Person, before: set[Path]
) -> None:
    person.phone.programs.devices.switches.turn(Switch.ALBUM, False)
    open_postcard()
    person.miniapp.tap("#save")
    waits_for_toast(person, "The album is switched off on this phone")
    assert in_album(person) == before
