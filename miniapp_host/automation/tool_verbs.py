"""`Tool.*` of the automator's protocol: the phone itself, and what lies over the program."""

from collections.abc import Callable

from PySide6.QtCore import QTimer

from miniapp_host.automation.driven import Driven
from miniapp_host.automation.params import Params
from miniapp_host.automation.requests import ANSWER_FIRST_MS, Verb
from miniapp_host.automation.verb_error import VerbError
from miniapp_host.permissions.broker import Outcome
from miniapp_host.permissions.decisions import Actor, Decision
from miniapp_host.permissions.prompts import Answer
from miniapp_host.shell.kit.layers import Layer
from miniapp_host.shell.sheets.confirm_sheet import ConfirmSheet
from miniapp_host.shell.sheets.modal import ModalDialog
from miniapp_host.texts import Sentence

SDK_VERSION = "3.8.0"
TOOL_VERSION = "2.01.2510290"
"""minium trusts the phone's own permissions from 1.06.2301160 on, and fakes them before."""
_UNKNOWN = "can not find in protocol: "
"""minium takes what begins so for a method that is not supported."""
AGREE, REFUSE = "同意", "拒绝"
"""The texts by which minium presses the sheet of the privacy contract, whatever the language."""


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
        }

    def get_info(self, _params: Params) -> object:
        """Say which library and which tool the clients shall take this phone for."""
        return {"SDKVersion": SDK_VERSION, "version": TOOL_VERSION}

    def native(self, params: Params) -> object:
        """Press what is not of the page; what can't be pressed is told inside of the result."""
        try:
            self._press(params.text("method"), params.within("data"))
        except VerbError as error:
            return _not_done(str(error))
        return {}

    def _press(self, what: str, data: Params) -> None:
        match what:
            case "authorizeAllow" | "authorizeCancel":
                self._answer(Answer.ALLOW if what == "authorizeAllow" else Answer.REJECT)
            case "confirmModal" | "cancelModal":
                _close(self._modal(), agrees=what == "confirmModal")
            case "clickCoverView" | "closePaymentDialog":
                _close(self._sheet(), agrees=_agrees(data))
            case _:
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
        store, subject = self._driven.phone.store, self._driven.subject
        with self._driven.phone.memory.database.transaction():
            for scope in store.decisions(subject):
                store.decide(subject, scope, Decision.UNDECIDED, Actor.SCRIPT)
        return {}

    def close(self, _params: Params) -> object:
        """Close the phone's window, once the answer is on its way."""
        self._stop()
        QTimer.singleShot(ANSWER_FIRST_MS, self._driven.phone.window.close)
        return {}

    def _answer(self, answer: Answer) -> None:
        """Answers the program's own prompt: one of another program is none of its business."""
        broker = self._driven.phone.programs.parts.broker
        shown = broker.shown
        if shown is None or shown.subject != self._driven.subject:
            raise VerbError(Sentence("No prompt is open."))
        if broker.answer(shown, answer, Actor.SCRIPT) in (None, Outcome.UNRECORDED):
            raise VerbError(Sentence("The answer could not be kept."))

    def _modal(self) -> ModalDialog:
        screen = self._driven.program.screen
        for modal in screen.findChildren(ModalDialog):
            if modal.isVisible() and not modal.leaving and modal.layer is Layer.DIALOG:
                return modal
        raise VerbError(Sentence("No modal is open."))

    def _sheet(self) -> ConfirmSheet:
        for sheet in self._driven.program.screen.findChildren(ConfirmSheet):
            if sheet.isVisible() and not sheet.leaving:
                return sheet
        raise VerbError(Sentence("No sheet is open."))

    def _go_home(self) -> None:
        program = self._driven.program
        program.open_page(program.session.package.manifest.entry_page)


def _close(question: ModalDialog | ConfirmSheet, *, agrees: bool) -> None:
    if agrees:
        question.accept()
    else:
        question.reject()


def _agrees(data: Params) -> bool:
    """What minium presses on a sheet by its text; a payment is only ever closed."""
    text = data.text_or_none("text") or data.within("data").text_or_none("text") or REFUSE
    if text not in (AGREE, REFUSE):
        raise VerbError(_UNKNOWN + text)
    return text == AGREE


def _not_done(message: str) -> dict[str, object]:
    return {"error": {"message": message}}
