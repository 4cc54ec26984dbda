"""A program opened from a folder shows what was saved; decisions and storage stay."""

import json
import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from miniapp_host import paths
from miniapp_host.permissions.decisions import Actor, Decision
from miniapp_host.phone.phone import Phone
from tests.conftest import MakePhone
from tests.program_folder import write_program
from tests.stories.conftest import AskPerson, OpenProgram
from tests.stories.person import Person

FILES = {
    "index.wxml": '<view id="word">first</view><view id="kept">{{kept}}</view>',
    "index.js": """Page({data: {kept: ''}, onLoad({id}) {
      wx.setStorageSync('times', (wx.getStorageSync('times') || 0) + 1)
      this.setData({kept: wx.getStorageSync('times') + ' ' + (id || '')})
    }})""",
    "pages/other/other.wxml": '<view id="other">other</view>',
}
INDEX = "pages/index/index.wxml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_program(tmp_path / "program", FILES)


def test_a_saved_page_is_shown_within_a_second_and_everything_kept_stays(
    qtbot: QtBot, phone: Phone, folder: Path, open_folder: OpenProgram
) -> None:
    page = open_folder(phone, folder, "pages/index/index?id=7")
    scope, subject = "scope.userLocation", page.program.subject
    phone.store.decide(subject, scope, Decision.GRANTED, Actor.COMMAND)
    page.expect_text("1 7", within="#kept")

    with qtbot.waitSignal(page.program.folder_saved, timeout=1000):
        (folder / INDEX).write_text('<view id="word">second</view><view id="kept">{{kept}}</view>')

    page.expect_text("second", within="#word")
    page.expect_text("2 7", within="#kept")
    assert phone.store.decision(subject, scope) is Decision.GRANTED


def test_a_new_file_and_a_file_replaced_by_an_editor_count_too(
    qtbot: QtBot, phone: Phone, folder: Path, open_folder: OpenProgram
) -> None:
    page = open_folder(phone, folder)
    draft = folder.parent / "draft"
    draft.write_text('<include src="/part.wxml"/>')
    with qtbot.waitSignal(page.program.folder_saved, timeout=2000):
        (folder / "part.wxml").write_text('<view id="word">part</view>')
        draft.replace(folder / INDEX)
    page.expect_text("part", within="#word")


def test_what_can_not_run_says_why_until_it_is_saved_again(
    qtbot: QtBot, phone: Phone, folder: Path, open_folder: OpenProgram
) -> None:
    page = open_folder(phone, folder)
    good = (folder / "app.json").read_text()
    with qtbot.waitSignal(page.program.folder_saved, timeout=2000):
        (folder / "app.json").write_text("{")
    page.expect_log("app.json")
    with qtbot.waitSignal(page.program.page_shown, timeout=15_000):
        (folder / "app.json").write_text(good)
    page.expect_text("first", within="#word")


def test_a_sample_opened_from_its_folder_shows_what_is_saved_there(
    make_phone: MakePhone, at_phone: AskPerson, tmp_path: Path
) -> None:
    mine = tmp_path / "nearby"
    shutil.copytree(paths.resources() / "programs" / "nearby", mine)
    person = at_phone(make_phone())
    person.opens_sample("Nearby")
    person.phone.open_folder(mine)
    person.miniapp.expect_text("Quiet places near you")
    assert not person.sees("modal")
    texts = mine / "texts.js"
    texts.write_text(texts.read_text("utf-8").replace("Quiet places", "Loud places"), "utf-8")
    person.miniapp.expect_text("Loud places near you")


def test_what_the_phone_tells_of_the_program_is_what_was_saved(
    phone: Phone, person: Person, folder: Path, open_folder: OpenProgram
) -> None:
    page = open_folder(phone, folder)
    app = json.loads((folder / "app.json").read_text("utf-8"))
    asks = {"permission": {"scope.userLocation": {"desc": "To find you"}}}
    title = {"window": {"navigationBarTitleText": "Renamed"}}
    (folder / "app.json").write_text(json.dumps({**app, **asks, **title}), "utf-8")
    page.wait(lambda: page.program.screen.name == "Renamed", "the new name")
    page.menu("About")
    page.expect_text("To find you")
