"""Asks the person for a scope on behalf of a program, and turns the outcome into an answer."""

from collections.abc import Callable

from miniapp_host.api.calls.call import Call, CallError, Errno
from miniapp_host.api.calls.journal import How
from miniapp_host.api.calls.session import Session
from miniapp_host.devices.profile import SimulatedProfile
from miniapp_host.permissions.broker import Broker
from miniapp_host.permissions.decisions import Decision
from miniapp_host.permissions.outcomes import Outcome
from miniapp_host.permissions.prompts import (
    PURPOSE_LIMIT,
    Prompt,
    Requester,
    SharedProfile,
    make_prompt,
    purpose_is_too_long,
)
from miniapp_host.permissions.scopes import Scope
from miniapp_host.programs.samples import shown_name
from miniapp_host.texts import Sentence

_FOUND = {
    Outcome.GRANTED: (Decision.GRANTED, How.GRANTED_BEFORE),
    Outcome.REFUSED: (Decision.DENIED, How.DENIED_BEFORE),
    Outcome.UNRECORDED: (None, How.NOT_RECORDED),
}
"""How a call goes on that nobody is asked about: the state before it, and what decided it."""
_ASKED = {
    Outcome.GRANTED: How.ASKED_ALLOWED,
    Outcome.REFUSED: How.ASKED_REJECTED,
    Outcome.DISMISSED: How.ASKED_DISMISSED,
    Outcome.UNRECORDED: How.NOT_RECORDED,
}


class Asking:
    """Asks the broker for a scope for a program, with a prompt that describes the program."""

    def __init__(self, broker: Broker, profile: SimulatedProfile) -> None:
        self._broker = broker
        self._profile = profile

    def require_purpose(self, session: Session, scope: Scope) -> None:
        """Raises CallError if this version must say in app.json why it asks, and does not."""
        if scope.purpose_required and session.version != "develop" and not _purpose(session, scope):
            raise CallError(":require permission desc", how=How.NO_PURPOSE)

    def ask_each(
        self, call: Call, scopes: tuple[Scope, ...], on_granted: Callable[[Call], None]
    ) -> None:
        """Ask for the scopes one after the other; the first that is not granted fails the call."""
        if not scopes:
            on_granted(call)
            return
        first, *others = scopes
        self.ask(call, first, lambda granted: self.ask_each(granted, tuple(others), on_granted))

    def ask(self, call: Call, scope: Scope, on_granted: Callable[[Call], None]) -> None:
        """Call `on_granted(call)` once the scope is granted; otherwise the call fails."""
        known = self._broker.known(call.session.subject, scope.id)
        if known is not None:
            call.note.found(scope.id, *_FOUND[known])
            _settle(call, known, on_granted)
            return
        purpose = _purpose(call.session, scope)
        _warn(call.session, scope, purpose)
        self._request(call, self._prompt(call.session, scope, purpose), on_granted)

    def require_granted(self, session: Session, scopes: tuple[Scope, ...]) -> None:
        """Raise CallError unless all of the scopes are granted now."""
        for scope in scopes:
            known = self._broker.known(session.subject, scope.id)
            if known is Outcome.UNRECORDED:
                raise CallError("internal error", Errno.INTERNAL, how=How.NOT_RECORDED)
            if known is not Outcome.GRANTED:
                errno = Errno.AUTH_CANCELED if known is None else Errno.AUTH_DENIED
                raise CallError("auth deny", errno, how=How.TAKEN_BACK)

    def ask_once(
        self, call: Call, scope: Scope, purpose: str, on_granted: Callable[[Call], None]
    ) -> None:
        """Ask whatever was decided before, and keep no decision (getUserProfile)."""
        prompt = self._prompt(call.session, scope, purpose, remembered=False)
        self._request(call, prompt, on_granted)

    def cancel(self, session: Session) -> None:
        """Take back every request of the program; no callback is called."""
        self._broker.cancel(session.subject)

    def note_refusal(self, call: Call, how: How) -> None:
        """Note what kept the call from being asked about, and the state of its scope then."""
        note = call.note
        if note.scope is not None and note.before is None and how is not How.UNKNOWN_SCOPE:
            note.before = self._broker.state(call.session.subject, note.scope)
        note.decided(how)

    def _request(self, call: Call, prompt: Prompt, on_granted: Callable[[Call], None]) -> None:
        before = Decision.UNDECIDED if prompt.remembered else None
        call.note.asks(prompt.scope.id, before, joined=self._broker.asks(prompt))

        def on_outcome(outcome: Outcome) -> None:
            call.note.decided(_ASKED[outcome])
            _settle(call, outcome, on_granted)

        self._broker.request(prompt, call.later(on_outcome))

    def _prompt(
        self, session: Session, scope: Scope, purpose: str, remembered: bool = True
    ) -> Prompt:
        return make_prompt(
            session.subject,
            _requester(session),
            scope,
            purpose=purpose,
            profile=self._shared_profile() if scope.id == "scope.userInfo" else None,
            remembered=remembered,
        )

    def _shared_profile(self) -> SharedProfile:
        profile = self._profile.profile
        return SharedProfile(profile.nickname, profile.avatar)


def _purpose(session: Session, scope: Scope) -> str:
    return session.texts.of(session.package.manifest.purpose_text(scope.id)).strip()


def _warn(session: Session, scope: Scope, purpose: str) -> None:
    field = f"app.json: permission['{scope.id}'].desc"
    if scope.purpose_required and not purpose:
        session.log_once(
            "warn",
            Sentence("{field} is missing; trial and release versions fail without it", field=field),
        )
    if purpose_is_too_long(purpose):
        session.log_once(
            "warn",
            Sentence(
                "{field} is longer than {most} characters and is cut "
                "(a Latin letter counts as half of one)",
                field=field,
                most=PURPOSE_LIMIT,
            ),
        )


def _requester(session: Session) -> Requester:
    package = session.package
    return Requester(
        name=shown_name(package.appid, package.name, session.texts),
        icon=package.icon,
        appid=package.appid,
        version=session.version,
        folder=package.folder,
    )


def _settle(call: Call, outcome: Outcome, on_granted: Callable[[Call], None]) -> None:
    match outcome:
        case Outcome.GRANTED:
            on_granted(call)
        case Outcome.REFUSED:
            call.fail("auth deny", Errno.AUTH_DENIED)
        case Outcome.DISMISSED:
            call.fail("auth deny", Errno.AUTH_CANCELED)
        case Outcome.UNRECORDED:
            call.fail("internal error", Errno.INTERNAL)
