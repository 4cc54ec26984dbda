"""What is asked on a running phone is told and answered by kind, and refused in plain words."""

import json
from collections.abc import Mapping

import pytest
from pytestqt.qtbot import QtBot

from miniapp_host.api.calls.screen import Matter
from miniapp_host.automation.later import Later
from miniapp_host.automation.params import Params
from miniapp_host.automation.prompt_verbs import PromptVerbs
from miniapp_host.automation.prompt_words import AUTHORIZE, KINDS, MODAL
from miniapp_host.automation.verb_error import Fault, VerbError
from miniapp_host.permissions.decisions import Actor, Decision
from miniapp_host.phone.phone import Phone
from tests.conftest import OpenProgram
from tests.driver import PageDriver

APP = json.dumps(
    {
        "pages": ["pages/index/index"],
        "permission": {"scope.userLocation": {"desc": "To find you"}},
        "requiredPrivateInfos": ["getLocation"],
        "__usePrivacyCheck__": True,
    }
)
PAY = "{timeStamp: '1', nonceStr: 'a', package: 'prepay_id=1', signType: 'MD5', paySign: 'b'}"
CALLS = {
    "privacy": "wx.requirePrivacyAuthorize({complete})",
    "subscribe": "wx.requestSubscribeMessage({tmplIds: ['one'], complete})",
    "call": "wx.makePhoneCall({phoneNumber: '10086', complete})",
    "payment": f"wx.requestPayment({{...{PAY}, complete}})",
    "modal": "wx.showModal({title: 'Sure?', content: 'For ever', confirmText: 'Yes', complete})",
    "notice": "wx.showModal({title: 'Done', showCancel: false, complete})",
    "locate": "wx.authorize({scope: 'scope.userLocation', complete})",
}


class Asked:
    """A program that makes a call of `CALLS` on wish, and whoever answers from outside."""

    def __init__(self, qtbot: QtBot, phone: Phone, page: PageDriver) -> None:
        self._qtbot = qtbot
        self._page = page
        self._verbs = PromptVerbs(phone, Actor.COMMAND)
        self.phone = phone

    def call(self, name: str) -> None:
        """Makes the call as after a tap, and waits for what it asks."""
        before = len(self.told())
        self.program.session.taps.record()
        self.program.console_line.evaluate(f"getApp().run('{name}')")
        self._qtbot.waitUntil(lambda: len(self.told()) > before)

    def told(self) -> list[Mapping[str, object]]:
        """What the phone says is open."""
        found = self._verbs.get(Params({}))
        assert isinstance(found, list)
        return found

    def give(self, answer: str, **named: object) -> object:
        """Answers as from the command line."""
        return self._verbs.answer(Params({"answer": answer, **named}))

    def hears(self, *outcomes: str) -> None:
        """Until the program has heard these, in order."""
        heard = "[...page.querySelectorAll('.heard')].map((one) => one.innerText)"
        self._qtbot.waitUntil(lambda: self._page.in_page(heard) == list(outcomes))

    @property
    def program(self):
        return self._page.program


@pytest.fixture
def asked(qtbot: QtBot, phone: Phone, run_program: OpenProgram) -> Asked:
    calls = ",\n".join(f"{name}: (complete) => {call}" for name, call in CALLS.items())
    page = run_program(
        {
            "app.json": APP,
            "app.js": f"""const calls = {{{calls}}}
const said = ({{errMsg, confirm}}) => confirm === undefined ? errMsg : `${{errMsg}} ${{confirm}}`
App({{ heard: [], show() {{}}, run(name) {{
  calls[name]((result) => {{ this.heard.push(said(result)); this.show() }}) }} }})""",
            "index.js": """Page({ data: {heard: []}, onLoad() {
  getApp().show = () => this.setData({heard: [...getApp().heard]}) } })""",
            "index.wxml": '<view class="heard" wx:for="{{heard}}" wx:key="index">{{item}}</view>',
        }
    )
    return Asked(qtbot, phone, page)


def test_every_matter_of_the_phone_s_own_sheets_is_a_kind() -> None:
    assert sorted(KINDS) == sorted({AUTHORIZE, MODAL, *(matter.value for matter in Matter)})


def test_the_contract_is_told_and_accepted_and_then_the_scope(asked: Asked) -> None:
    asked.call("locate")
    (contract,) = asked.told()
    assert (contract["kind"], contract["scope"]) == ("privacy", None)
    assert contract["buttons"] == {"allow": "Agree", "deny": "Reject"}
    asked.give("allow", kind="privacy")
    (popup,) = asked.told()
    assert (popup["kind"], popup["scope"]) == ("authorize", "scope.userLocation")
    assert (popup["purpose"], popup["remembered"]) == ("To find you", True)
    asked.give("deny")
    asked.hears("authorize:fail auth deny")
    store, subject = asked.phone.store, asked.program.subject
    assert store.decision(subject, "scope.userLocation") is Decision.DENIED


@pytest.mark.parametrize(
    ("name", "answer", "outcome"),
    [
        ("privacy", "deny", "requirePrivacyAuthorize:fail privacy permission is not authorized"),
        ("subscribe", "allow", "requestSubscribeMessage:ok"),
        ("call", "dismiss", "makePhoneCall:fail cancel"),
        ("payment", "allow", "requestPayment:ok"),
    ],
)
def test_a_sheet_is_answered_without_being_named(
    asked: Asked, name: str, answer: str, outcome: str
) -> None:
    asked.call(name)
    assert asked.give(answer)["kind"] == name  # type: ignore[index]
    asked.hears(outcome)
    assert asked.told() == []


@pytest.mark.parametrize(("answer", "confirmed"), [("allow", "true"), ("deny", "false")])
def test_a_dialog_of_the_program_is_answered_only_by_its_kind(
    asked: Asked, answer: str, confirmed: str
) -> None:
    asked.call("modal")
    (dialog,) = asked.told()
    assert (dialog["title"], dialog["purpose"]) == ("Sure?", "For ever")
    with pytest.raises(VerbError, match="but a dialog of the program: “Sure\\?”"):
        asked.give(answer)
    asked.give(answer, kind="modal")
    asked.hears(f"showModal:ok {confirmed}")


def test_a_button_that_a_dialog_has_not_is_not_pressed(asked: Asked) -> None:
    asked.call("notice")
    with pytest.raises(VerbError, match="one button"):
        asked.give("deny", kind="modal")
    asked.give("allow", kind="modal")
    asked.hears("showModal:ok true")


def test_a_prompt_that_is_not_meant_is_named(asked: Asked) -> None:
    asked.call("subscribe")
    with pytest.raises(VerbError, match=r"asks for subscribe, not for scope\.camera"):
        asked.give("allow", scope="camera")
    with pytest.raises(VerbError, match="asks for subscribe, not for privacy"):
        asked.give("allow", kind="privacy")
    with pytest.raises(VerbError, match="Did you mean privacy") as wrong:
        asked.give("allow", kind="privcy")
    assert wrong.value.fault is Fault.USAGE


def test_the_topmost_is_answered_first(asked: Asked) -> None:
    asked.call("call")
    asked.call("subscribe")
    assert [one["kind"] for one in asked.told()] == ["subscribe", "call"]
    asked.give("deny")
    asked.give("allow")
    asked.hears("requestSubscribeMessage:ok", "makePhoneCall:ok")


def test_a_sheet_is_waited_for(asked: Asked) -> None:
    waiting = asked.give("allow", kind="subscribe", timeout=20)
    assert isinstance(waiting, Later)
    outcomes: list[object] = []
    waiting.then(outcomes.append)
    asked.program.session.taps.record()
    asked.program.console_line.evaluate("getApp().run('subscribe')")
    asked.hears("requestSubscribeMessage:ok")
    (outcome,) = outcomes
    assert isinstance(outcome, dict)
    assert outcome["answer"] == "allow"


def test_what_a_program_in_the_background_asks_is_not_on_the_screen(asked: Asked) -> None:
    asked.call("call")
    asked.phone.window.leave_program()
    assert asked.told() == []
    with pytest.raises(VerbError, match="No prompt is open"):
        asked.give("allow")
