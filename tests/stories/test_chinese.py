"""The same stories in Chinese: every word of the host's is there."""

from collections.abc import Callable

from miniapp_host.shell.appearance import LanguageChoice
from tests.conftest import MakePhone
from tests.driver import PageDriver
from tests.stories.asking_program import asking_program, wait_heard
from tests.stories.conftest import AskPerson
from tests.stories.person import PROMPT

APP = """{"pages": ["pages/index/index"], "window": {"navigationBarTitleText": "附近"},
  "permission": {"scope.userLocation": {"desc": "为你排序"}}}"""


def test_it_asks_and_lists_in_chinese(
    make_phone: MakePhone, at_phone: AskPerson, run_on: Callable[..., PageDriver]
) -> None:
    phone = make_phone()
    phone.appearance.choose_language(LanguageChoice.ZH)
    person = at_phone(phone)
    page = run_on(
        phone, asking_program({"locate": "wx.getLocation(told)"}, files={"app.json": APP})
    )
    person.taps(page, "#locate")
    person.waits_for(PROMPT)
    assert person.reads("programName") == "附近"
    assert person.reads("scopeTitle") == "获取你的位置信息"
    assert person.reads("purpose") == "为你排序"
    person.rejects()
    wait_heard(page, "getLocation:fail auth deny 103")
    person.opens_settings()
    assert "允许“附近”使用我的以下权限" in person.words("scopes")
    assert "位置信息" in person.words("scopes")
    person.toggles("scope.userLocation")
    person.turns_off("scope.userLocation")
