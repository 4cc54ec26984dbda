"""One program opens another and gets an answer: both know who came, and nothing opens by itself."""

import json
from pathlib import Path

import pytest

from miniapp_host.phone.phone import Phone
from miniapp_host.testing.miniapp import MiniApp
from tests.program_folder import write_program
from tests.runtime.notes import NOTE, noted, notes
from tests.stories.conftest import OpenProgram
from tests.stories.person import Person

MAP, SHOP = "wx00000000000000aa", "wx00000000000000bb"

ASKING = {
    "index.wxml": '<button id="go" bindtap="go">shop</button>'
    f'<navigator id="link" target="miniProgram" app-id="{SHOP}" path="pages/two/two?id=8">shop</navigator>',
    "index.js": NOTE
    + f"""wx.onAppShow(({{ scene, referrerInfo }}) => note('show', scene, referrerInfo))
    Page({{ go() {{ wx.navigateToMiniProgram({{ appId: '{SHOP}', path: 'pages/two/two?id=7', extraData: {{ from: 'map' }},
      success: ({{ errMsg }}) => note(errMsg), fail: ({{ errMsg }}) => note(errMsg) }}) }} }})""",
}

SHOWING = {
    "app.js": NOTE
    + """App({ onLaunch({ path, query, scene, referrerInfo }) { note('launch', path, query, scene, referrerInfo) },
      onShow({ path, scene }) { note('show', path, scene, wx.getEnterOptionsSync().scene, wx.getLaunchOptionsSync().scene) } })""",
    "index.wxml": "<view/>",
    "pages/two/two.wxml": '<view id="id">{{id}}</view><button id="back" bindtap="back">back</button>',
    "pages/two/two.js": "Page({ data: { id: '' }, onLoad({ id }) { this.setData({ id }) },"
    " back() { wx.navigateBackMiniProgram({ extraData: { bought: 1 } }) } })",
}


def project(appid: str, name: str) -> dict[str, str]:
    return {"project.config.json": json.dumps({"appid": appid, "projectname": name})}


@pytest.fixture
def asking(phone: Phone, tmp_path: Path, open_folder: OpenProgram) -> MiniApp:
    """The map, in front; the shop was opened before and closed."""
    shop = write_program(tmp_path / "shop", {**SHOWING, **project(SHOP, "The Shop")})
    open_folder(phone, shop)
    phone.programs.close_program(SHOP)
    return open_folder(
        phone, write_program(tmp_path / "map", {**ASKING, **project(MAP, "The Map")})
    )


def shop_of(person: Person, id_shown: str) -> MiniApp:
    """The shop, once its second page is in front."""
    person.wait(lambda: SHOP in person.phone.running, "the shop")
    page = person.at(person.phone.running[SHOP])
    page.expect_text(id_shown, within="#id")
    return page


def test_the_person_lets_one_open_another_and_comes_back(asking: MiniApp, person: Person) -> None:
    person.miniapp.tap("#go")
    person.clicks("confirmYes")
    shop = shop_of(person, "7")
    assert noted(asking, "navigateToMiniProgram:ok") == []
    came = {"appId": MAP, "extraData": {"from": "map"}}
    assert noted(shop, "launch") == ["pages/two/two", {"id": "7"}, 1037, came]
    person.miniapp.tap("#back")
    assert noted(asking, "show", 1038) == [{"appId": SHOP, "extraData": {"bought": 1}}]
    assert person.phone.window.windowTitle().startswith("The Map")


def test_one_that_runs_already_goes_to_the_page(asking: MiniApp, person: Person) -> None:
    person.miniapp.tap("#go")
    person.clicks("confirmYes")
    shop = shop_of(person, "7")
    person.miniapp.tap("#back")
    noted(asking, "show", 1038)
    person.miniapp.tap("#link")
    person.clicks("confirmYes")
    shop.expect_text("8", within="#id")
    shown = [note for note in notes(shop) if note[0] == "show"]
    assert shown[-1] == ["show", "pages/two/two", 1037, 1037, 1037]
    assert len([note for note in notes(shop) if note[0] == "launch"]) == 1


def test_refused_the_other_stays_closed(asking: MiniApp, person: Person) -> None:
    person.miniapp.tap("#go")
    person.clicks("confirmNo")
    noted(asking, "navigateToMiniProgram:fail cancel")
    assert SHOP not in person.phone.running
