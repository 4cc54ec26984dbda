"""The same stories in Chinese: every word of the host's is there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from miniapp_host.shell.settings.appearance import LanguageChoice
from miniapp_host.shell.sheets.modal import ModalButton
from miniapp_host.testing.miniapp import MiniApp
from tests.conftest import MakePhone
from tests.stories.asking_program import asking_program, wait_heard
from tests.stories.conftest import AskPerson
from tests.stories.person import PROMPT, Person

APP = """{"pages": ["pages/index/index"], "window": {"navigationBarTitleText": "附近"},
  "permission": {"scope.userLocation": {"desc": "为你排序"}}}"""


def test_it_asks_and_lists_in_chinese(
    make_phone: MakePhone, at_phone: AskPerson, run_on: Callable[..., MiniApp]
) -> None:
    phone = make_phone()
    phone.appearance.choose_language(LanguageChoice.ZH)
    person = at_phone(phone)
    page = run_on(
        phone, asking_program({"locate": "wx.getLocation(told)"}, files={"app.json": APP})
    )
    person.miniapp.tap("#locate")
    person.waits_for(PROMPT)
    assert person.reads("programName") == "附近"
    assert person.reads("scopeTitle") == "获取你的位置信息"
    assert person.reads("purpose") == "为你排序"
    person.prompt.deny()
    wait_heard(page, "getLocation:fail auth deny 103")
    person.settings.open()
    assert "允许“附近”使用我的以下权限" in person.words("scopesGroup")
    assert "位置信息" in person.words("scopesGroup")
    person.settings.toggle("scope.userLocation")
    person.settings.turn_off("scope.userLocation")


BOTH = """{"pages": ["pages/index/index"], "permission": {"scope.userLocation":
  {"desc": "为你排序", "desc-en": "Sorts for you"}}}"""


@pytest.mark.parametrize(
    ("language", "purpose"), [(LanguageChoice.EN, "Sorts for you"), (LanguageChoice.ZH, "为你排序")]
)
def test_a_purpose_in_two_languages_is_told_in_the_phones_wherever_it_stands(
    make_phone: MakePhone,
    at_phone: AskPerson,
    run_on: Callable[..., MiniApp],
    language: LanguageChoice,
    purpose: str,
) -> None:
    phone = make_phone()
    phone.appearance.choose_language(language)
    person = at_phone(phone)
    run_on(phone, asking_program({"locate": "wx.getLocation(told)"}, files={"app.json": BOTH}))
    person.miniapp.tap("#locate")
    person.waits_for(PROMPT)
    assert person.reads("purpose") == purpose
    person.prompt.deny()
    person.miniapp.menu("About")
    person.waits_for("aboutPage")
    assert purpose in person.words("aboutPage")


def test_what_cannot_be_opened_is_told_in_chinese(
    make_phone: MakePhone, at_phone: AskPerson, tmp_path: Path
) -> None:
    phone = make_phone()
    phone.appearance.choose_language(LanguageChoice.ZH)
    person = at_phone(phone)
    (tmp_path / "app.json").write_text('{"pages": []}', "utf-8")
    phone.launcher.folder_chosen.emit(tmp_path)
    person.waits_for("modal")
    told = person.reads("modalContent")
    assert told == 'app.json: pages：至少要列出一个页面。请写成 "pages": ["pages/…"]。'
    confirm = person.find("modalConfirm")
    assert isinstance(confirm, ModalButton)
    assert confirm.text() == "知道了"
    person.clicks("modalConfirm")
    person.waits_until_gone("modal")


def test_a_program_saved_broken_says_so_in_chinese(
    make_phone: MakePhone,
    at_phone: AskPerson,
    folder: Path,
    run_on: Callable[..., MiniApp],
) -> None:
    phone = make_phone()
    phone.appearance.choose_language(LanguageChoice.ZH)
    person = at_phone(phone)
    run_on(phone, asking_program({}))
    (folder / "app.json").write_text("{", "utf-8")
    person.waits_for("failurePage")
    assert "此处应为双引号括起的键名" in person.reads("failureText")


def test_what_is_open_speaks_a_language_that_is_chosen_later(
    person: Person, open_sample: Callable[[str], MiniApp]
) -> None:
    page = open_sample("Nearby")
    person.phone.appearance.choose_language(LanguageChoice.ZH)
    said = {name: person.find(name).toolTip() for name in ("homeIndicator", "capsuleMenu")}
    assert said == {"homeIndicator": "切换到后台", "capsuleMenu": "更多"}
    assert person.find("capsuleClose").accessibleName() == "关闭"
    person.clicks("capsuleMenu")
    page.expect_text("附近")
    assert person.find("capsuleMenuSheet").accessibleName() == "附近"
