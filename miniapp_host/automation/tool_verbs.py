"""`Tool.*` of the automator's protocol: the phone itself, and what lies over the program."""

from collections.abc import Callable
from dataclasses import dataclass

from miniapp_host.api.calls.screen import Matter
from miniapp_host.automation.driven import Driven
from miniapp_host.automation.ending import end_soon
from miniapp_host.automation.open_prompts import give, open_prompts
from miniapp_host.automation.params import Params
from miniapp_host.automation.prompt_words import AUTHORIZE, KINDS, MODAL
from miniapp_host.automation.requests import Verb
from miniapp_host.automation.verb_error import VerbError
from miniapp_host.permissions.decisions import Actor
from miniapp_host.permissions.prompts import Answer
from miniapp_host.texts import Sentence

SDK_VERSION = "3.8.0"
TOOL_VERSION = "2.01.2510290"
"""minium trusts the phone's own permissions from 1.06.2301160 on, and fakes them before."""
_UNKNOWN = "can not find in protocol: "
"""minium takes what begins so for a method that is not supported."""
_OF_ACCOUNTS = ("Tool.getTicket", "Tool.setTicket", "Tool.refreshTicket")
AGREE, REFUSE = "同意", "拒绝"
"""The texts by which minium presses the sheet of the privacy contract, whatever the language."""
_PAYMENT, _SHARE = Matter.PAYMENT.value, Matter.SHARE.value
_AUTHORIZATIONS = (AUTHORIZE, Matter.PHONE_NUMBER.value)
"""What clients answer as an authorization: DevTools asks for the owner's number in the same way."""
_SHEETS = tuple(kind for kind in KINDS if kind not in (AUTHORIZE, MODAL))
_MODALS = tuple(
    kind for kind in KINDS if kind not in (*_AUTHORIZATIONS, Matter.PRIVACY.value, _PAYMENT, _SHARE)
)
"""What clients answer as a modal: a dialog of the program, messages of templates, a call, …"""


@dataclass(frozen=True)
class _Button:
    """What a method of `Tool.native` presses; it answers the topmost of `kinds`."""

    kinds: tuple[str, ...]
    answer: Answer
    missing: Sentence


_NO_PROMPT, _NO_MODAL = Sentence("No prompt is open."), Sentence("No modal is open.")
_NO_SHEET = Sentence("No sheet is open.")
_NO_SHARING = Sentence("No sheet for sharing is open: a card is sent at once.")
_BUTTONS = {
    "authorizeAllow": _Button(_AUTHORIZATIONS, Answer.ALLOW, _NO_PROMPT),
    "authorizeCancel": _Button(_AUTHORIZATIONS, Answer.REJECT, _NO_PROMPT),
    "confirmModal": _Button(_MODALS, Answer.ALLOW, _NO_MODAL),
    "cancelModal": _Button(_MODALS, Answer.DISMISS, _NO_MODAL),
    "confirmConfirm": _Button((MODAL,), Answer.ALLOW, _NO_MODAL),
    "confirmCancel": _Button((MODAL,), Answer.DISMISS, _NO_MODAL),
    "closePaymentDialog": _Button((_PAYMENT,), Answer.DISMISS, _NO_SHEET),
    "shareConfirm": _Button((_SHARE,), Answer.ALLOW, _NO_SHARING),
    "shareCancel": _Button((_SHARE,), Answer.DISMISS, _NO_SHARING),
}
"""`confirmConfirm` and its like are what minium presses when a page asks before it is left."""


class ToolVerbs:
    """The verbs over the program that is driven."""

    def __init__(self, driven: Driven, stop: Callable[[], None]) -> None:
        """`stop` frees the port for whoever is started next."""
        self._driven = driven
        self._stop = stop

    def verbs(self) -> dict[str, Verb]:
        """The verbs by method."""
        return {
            "Tool.getInfo": self.get_info,
            "Tool.native": self.native,
            "Tool.clearAuth": self.clear_auth,
            "Tool.close": self.close,
            "Tool.getTestAccounts": self.get_test_accounts,
            "Tool.stopAudits": self.stop_audits,
            **dict.fromkeys(_OF_ACCOUNTS, self.refuse_account),
            "Tool.enableRemoteDebug": self.refuse_remote,
        }

    def get_info(self, _params: Params) -> object:
        """Say which library and which tool the clients shall take this phone for."""
        return {"SDKVersion": SDK_VERSION, "version": TOOL_VERSION}

    def get_test_accounts(self, _params: Params) -> object:
        """Nobody is logged in but the phone's own owner."""
        return {"accounts": []}

    def stop_audits(self, _params: Params) -> object:
        """Nothing was audited: what clients read as data and as a page is empty."""
        return {"data": "{}", "report": ""}

    def refuse_account(self, _params: Params) -> object:
        """There are no tickets; raises VerbError."""
        raise VerbError(Sentence("There is no login here, so there are no tickets."))

    def refuse_remote(self, _params: Params) -> object:
        """A client would wait for another phone for ever; raises VerbError."""
        raise VerbError(Sentence("The program runs on this phone; there is no other to debug."))

    def native(self, params: Params) -> object:
        """Press what is not of the page; what can't be pressed is told inside of the result."""
        try:
            self._press(params.text("method"), params.within("data"))
        except VerbError as error:
            return _not_done(str(error))
        return {}

    def _press(self, what: str, data: Params) -> None:
        if what in _BUTTONS:
            self._answer(_BUTTONS[what])
        elif what == "clickCoverView":
            answer = Answer.ALLOW if _agrees(data) else Answer.DISMISS
            self._answer(_Button(_SHEETS, answer, _NO_SHEET))
        else:
            self._go(what, data)

    def _go(self, where: str, data: Params) -> None:
        match where:
            case "navigateLeft":
                self._driven.phone.window.go_back()
            case "goHome":
                self._go_home()
            case "switchTab":
                self._driven.program.open_page(data.text("url"))
            case _:
                raise VerbError(_UNKNOWN + where)

    def clear_auth(self, _params: Params) -> object:
        """Take back every decision about the program."""
        self._driven.phone.store.take_back(self._driven.subject, Actor.SCRIPT)
        return {}

    def close(self, _params: Params) -> object:
        """Close the phone's window, once the answer is on its way."""
        self._stop()
        end_soon(self._driven.phone)
        return {}

    def _answer(self, button: _Button) -> None:
        """Answers the program's own: what another program asks is none of its business."""
        phone, subject = self._driven.phone, self._driven.subject
        for prompt in open_prompts(phone):
            if prompt.subject == subject and prompt.kind in button.kinds:
                give(phone.programs.parts.broker, prompt, button.answer, Actor.SCRIPT)
                return
        raise VerbError(button.missing)

    def _go_home(self) -> None:
        program = self._driven.program
        program.open_page(program.session.package.manifest.entry_page)


def _agrees(data: Params) -> bool:
    """What minium presses on a sheet by its text."""
    text = data.text_or_none("text") or data.within("data").text_or_none("text") or REFUSE
    if text not in (AGREE, REFUSE):
        raise VerbError(_UNKNOWN + text)
    return text == AGREE


def _not_done(message: str) -> dict[str, object]:
    return {"error": {"message": message}}
