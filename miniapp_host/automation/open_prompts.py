"""What on a running phone's screen waits for the person's yes or no, by kind.

The authorization popup is of kind `authorize`; the phone's own sheets bear the word of their
matter, such as `privacy`; the program's dialogs (`wx.showModal`) are of kind `modal`.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from miniapp_host.automation.prompt_words import AUTHORIZE, MODAL
from miniapp_host.automation.verb_error import VerbError
from miniapp_host.permissions.broker import Broker
from miniapp_host.permissions.decisions import Actor, Subject
from miniapp_host.permissions.outcomes import Outcome
from miniapp_host.permissions.prompts import Answer, Prompt
from miniapp_host.phone.phone import Phone
from miniapp_host.shell.kit.layers import Layer
from miniapp_host.shell.kit.overlay import Overlay, open_overlays
from miniapp_host.shell.sheets.confirm_sheet import ConfirmSheet
from miniapp_host.shell.sheets.modal import ModalDialog
from miniapp_host.texts import Sentence

if TYPE_CHECKING:
    from miniapp_host.phone.program import OpenProgram

Source = Prompt | ConfirmSheet | ModalDialog


@dataclass(frozen=True)
class OpenPrompt:
    """One question, in English; `facts` are (what it is, the program's words).

    `allow` and `deny` are what stands on the buttons; `deny` is None for a dialog with one button.
    `remembered`: the answer is a decision about the scope.
    """

    source: Source
    kind: str
    subject: Subject
    name: str
    title: str
    purpose: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    allow: str = "Allow"
    deny: str | None = "Reject"
    scope: str | None = None
    remembered: bool = False

    def __str__(self) -> str:
        """One line: what is asked for, and the program's words."""
        facts = "; ".join(f"{label}: {value}" for label, value in self.facts)
        words = " ".join(one for one in (self.title, self.purpose, facts) if one)
        return f"{self.scope or self.kind} ({words})"

    def told(self) -> dict[str, object]:
        """The question as the wire tells it."""
        return {
            "kind": self.kind,
            "scope": self.scope,
            "appid": self.subject.program,
            "versionType": self.subject.version,
            "name": self.name,
            "title": self.title,
            "purpose": self.purpose,
            "facts": dict(self.facts),
            "buttons": {"allow": self.allow, "deny": self.deny},
            "remembered": self.remembered,
        }


@dataclass(frozen=True)
class Wanted:
    """Which question is meant: that for `scope`, one of `kind`, or any but a dialog."""

    scope: str | None = None
    kind: str | None = None

    def among(self, prompts: list[OpenPrompt]) -> OpenPrompt | None:
        """The topmost that is meant, None if there is none."""
        return next((one for one in prompts if self._means(one)), None)

    def _means(self, prompt: OpenPrompt) -> bool:
        if self.scope is not None:
            return prompt.scope == self.scope and self.kind in (None, AUTHORIZE)
        return prompt.kind == self.kind if self.kind is not None else prompt.kind != MODAL

    def missing(self, prompts: list[OpenPrompt]) -> VerbError:
        """The error that names what is open instead."""
        if not prompts:
            return VerbError(Sentence("No prompt is open."))
        top, wanted = prompts[0], self.scope or self.kind
        if wanted is None:
            told = "No prompt is open, but a dialog of the program: “{title}”. Its kind is modal."
            return VerbError(Sentence(told, title=top.title or top.purpose))
        told = "The open prompt asks for {shown}, not for {scope}."
        return VerbError(Sentence(told, shown=top.scope or top.kind, scope=wanted))


def open_prompts(phone: Phone) -> list[OpenPrompt]:
    """What is on the screen now, topmost first."""
    if not phone.running:
        return []
    shown = phone.programs.parts.broker.shown
    asked = [] if shown is None else [authorization(shown)]
    front = phone.window.front
    program = phone.running.get(front.program_id) if front is not None else None
    return asked if program is None else [*asked, *_sheets_of(program)]


def authorization(prompt: Prompt) -> OpenPrompt:
    """The authorization popup for `prompt`."""
    return OpenPrompt(
        source=prompt,
        kind=AUTHORIZE,
        subject=prompt.subject,
        name=prompt.requester.name,
        title=prompt.scope.request[0],
        purpose=prompt.purpose,
        scope=prompt.scope.id,
        remembered=prompt.remembered,
    )


def give(broker: Broker, prompt: OpenPrompt, answer: Answer, actor: Actor) -> None:
    """Answer it as `actor`; raises VerbError if that can't be done or kept."""
    if isinstance(prompt.source, Prompt):
        if broker.answer(prompt.source, answer, actor) in (None, Outcome.UNRECORDED):
            raise VerbError(Sentence("The answer could not be kept."))
    elif answer is Answer.ALLOW:
        prompt.source.accept()
    elif answer is Answer.REJECT and prompt.deny is None:
        raise VerbError(Sentence("The dialog has one button: allow presses it, dismiss closes it."))
    else:
        prompt.source.reject()


def _sheets_of(program: "OpenProgram") -> list[OpenPrompt]:
    found = (_sheet(program, one) for one in reversed(open_overlays(program.screen)))
    return [one for one in found if one is not None]


def _sheet(program: "OpenProgram", overlay: Overlay) -> OpenPrompt | None:
    """The question that an overlay asks, None if it asks none or asks for the phone itself."""
    match overlay:
        case ConfirmSheet(what=what):
            return OpenPrompt(
                source=overlay,
                kind=what.matter.value,
                subject=program.subject,
                name=program.screen.name,
                title=what.title[0],
                facts=tuple((label[0], value) for label, value in what.facts),
                allow=what.confirm[0],
                deny=what.cancel[0],
            )
        case ModalDialog(modal=modal, layer=Layer.DIALOG):
            return OpenPrompt(
                source=overlay,
                kind=MODAL,
                subject=program.subject,
                name=program.screen.name,
                title=modal.title,
                purpose=modal.content,
                allow=modal.confirm_text,
                deny=modal.cancel_text if modal.show_cancel else None,
            )
        case _:
            return None
