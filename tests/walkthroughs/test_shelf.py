"""Which walkthroughs there are for a program, and those that ship."""

import tomllib
from pathlib import Path

import pytest

from miniapp_host.permissions.scopes import SCOPES
from miniapp_host.walkthroughs.entries import WalkthroughError
from miniapp_host.walkthroughs.reader import read_walkthrough
from miniapp_host.walkthroughs.shelf import choices, named_walkthrough, shelf_for, shipped_dir
from tests.chinese_words import faults, phone_words, quoted

LOCATION, USER = "scope.userLocation", "scope.userInfo"
SHIPPED = sorted(shipped_dir().glob("*.toml"))
NAMES = [
    "first-ask",
    "refuse-and-recover",
    "dismiss",
    "two-at-once",
    "declared-purpose",
    "switched-off",
    "restart-remembers",
    "delete-and-reinstall",
]
OWN = 'title = "Own"\n[[steps]]\ntext = "Look"\n'


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Where a program keeps its own walkthroughs."""
    folder = tmp_path / "walkthroughs"
    folder.mkdir()
    return folder


def names(folder: Path, *scopes: str, appid: str = "wx1") -> list[str]:
    return [one.name for one in shelf_for(folder, appid, scopes).walkthroughs]


def test_a_program_that_uses_a_scope_gets_those_that_ship_in_their_order(tmp_path: Path) -> None:
    assert names(tmp_path, LOCATION) == NAMES


def test_one_that_uses_no_scope_gets_none_of_them(tmp_path: Path) -> None:
    assert names(tmp_path) == []


def test_what_the_phone_cannot_switch_off_is_not_offered_for_that(tmp_path: Path) -> None:
    assert "switched-off" not in names(tmp_path, USER)
    (walkthrough,) = (
        one
        for one in shelf_for(tmp_path, "wx1", [USER, LOCATION]).walkthroughs
        if one.name == "switched-off"
    )
    assert choices(walkthrough, [USER, LOCATION]) == (LOCATION,)


def test_a_programs_own_come_first(own: Path, tmp_path: Path) -> None:
    (own / "b.toml").write_text(OWN, "utf-8")
    (own / "a.toml").write_text(f'programs = ["wx1"]\n{OWN}', "utf-8")
    (own / "c.toml").write_text(f'programs = ["wx2"]\n{OWN}', "utf-8")
    assert names(tmp_path, LOCATION)[:3] == ["a", "b", "first-ask"]
    assert names(tmp_path, appid="wx2") == ["b", "c"]


def test_a_bad_file_is_told_and_the_others_are_there(own: Path, tmp_path: Path) -> None:
    (own / "a.toml").write_text("title = 1", "utf-8")
    (own / "b.toml").write_text(OWN, "utf-8")
    shelf = shelf_for(tmp_path, "wx1", [])
    assert [one.name for one in shelf.walkthroughs] == ["b"]
    (problem,) = shelf.problems
    assert "a.toml:1" in str(problem)


def test_one_is_found_by_its_file_or_by_its_name(own: Path, tmp_path: Path) -> None:
    (own / "mine.toml").write_text(OWN, "utf-8")
    assert named_walkthrough(str(own / "mine.toml"), tmp_path).name == "mine"
    assert named_walkthrough("mine", tmp_path).name == "mine"
    assert named_walkthrough("first-ask", tmp_path).name == "first-ask"


def test_an_unknown_name_is_told_with_those_that_there_are(tmp_path: Path) -> None:
    with pytest.raises(WalkthroughError, match=r"of this name.*first-ask"):
        named_walkthrough("first-aks", tmp_path)
    with pytest.raises(WalkthroughError, match="it can't be read"):
        named_walkthrough("missing.toml", tmp_path)


def test_those_that_ship_have_their_place_in_the_order() -> None:
    assert sorted(NAMES) == [file.stem for file in SHIPPED]


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_the_chinese_of_those_that_ship_names_buttons_as_the_phone_does(file: Path) -> None:
    walkthrough = read_walkthrough(file)
    for text in (walkthrough.title, walkthrough.about, *(one.text for one in walkthrough.steps)):
        assert quoted(text.zh) <= phone_words()
        assert faults(text.zh) == []


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_those_that_ship_speak_both_languages_and_are_for_every_scope(file: Path) -> None:
    walkthrough = read_walkthrough(file)
    for text in (walkthrough.title, walkthrough.about, *(one.text for one in walkthrough.steps)):
        assert text.en != text.zh
        assert text.en.isprintable()
    scopes = {scope.id for scope in walkthrough.audience.scopes or ()}
    if file.stem != "switched-off":
        assert scopes == {scope.id for scope in SCOPES}
    assert tomllib.loads(file.read_text("utf-8"))["steps"]
