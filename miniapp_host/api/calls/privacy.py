"""The privacy contract of programs with `__usePrivacyCheck__`, accepted before any scope is asked.

It is no scope. Once accepted that is kept beside the program's files, per version, and goes with
them. Who asks the person: the program itself if it listens, else a sheet of the host's own.
"""

from collections.abc import Callable

from miniapp_host.api.calls.call import Call, CallError, Errno
from miniapp_host.api.calls.endpoint import Endpoint
from miniapp_host.api.calls.journal import How
from miniapp_host.api.calls.screen import Confirmation, Matter
from miniapp_host.api.calls.session import Session
from miniapp_host.devices.clock import Clock
from miniapp_host.texts import Sentence, Text, reason_of

REFUSED = "privacy permission is not authorized"
NO_TAP = "can only be invoked by user TAP gesture."
REFUSAL_PAUSE = 10.0
"""Seconds after a refusal during which nobody is asked again."""

OnAnswer = Callable[[bool], None]


class Privacy:
    """Keeps the calls that wait for the person, and the programs that ask by themselves."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._listening: set[Session] = set()
        self._waiting: dict[Session, list[OnAnswer]] = {}
        self._refused: dict[Session, float] = {}

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The family's calls."""
        return (
            Endpoint("getPrivacySetting", self.tell),
            Endpoint("requirePrivacyAuthorize", lambda call: self.require(call, Call.ok)),
            Endpoint("openPrivacyContract", open_contract),
            Endpoint("agreePrivacyAuthorization", self.agree, internal=True),
            Endpoint("privacyListener", self.listen, internal=True),
            Endpoint("privacyAnswer", self.answer, internal=True),
        )

    def tell(self, call: Call) -> None:
        """Answer whether the contract must be accepted; never without `__usePrivacyCheck__`."""
        session = call.session
        checked = session.package.manifest.privacy_check
        call.ok(
            {
                "needAuthorization": checked and not _agreed(session),
                "privacyContractName": contract_name(session) if checked else "",
            }
        )

    def require(self, call: Call, on_agreed: Callable[[Call], None]) -> None:
        """Call `on_agreed(call)` once the contract is accepted, else the call fails.

        Raises CallError shortly after a refusal.
        """
        session = call.session
        if not session.package.manifest.privacy_check or _agreed(session):
            on_agreed(call)
            return
        if self._clock.now() - self._refused.get(session, -REFUSAL_PAUSE) < REFUSAL_PAUSE:
            raise CallError(REFUSED, Errno.AUTH_CANCELED, how=How.CONTRACT_REFUSED)

        def on_answer(agreed: bool) -> None:
            if not agreed:
                raise CallError(REFUSED, Errno.AUTH_CANCELED, how=How.CONTRACT_REFUSED)
            on_agreed(call)

        self._ask(session, call.name, call.later(on_answer))

    def agree(self, call: Call) -> None:
        """Accept the contract by the program's own button; raises CallError without a real tap."""
        if not call.session.taps.fresh():
            raise CallError(NO_TAP, how=How.NO_TAP)
        if not _kept(call.session):
            raise CallError("internal error", Errno.INTERNAL)
        self._refused.pop(call.session, None)
        call.ok()

    def listen(self, call: Call) -> None:
        """Note that the program asks by itself from now on, or no longer (`on` false)."""
        session = call.session
        if call.flag("on", default=True):
            self._listening.add(session)
            session.when_closed(lambda: self._forget(session))
        else:
            self._listening.discard(session)
        call.ok()

    def answer(self, call: Call) -> None:
        """Take the answer that the program reports; agreeing counts only after a tap."""
        match call.string("event"):
            case "agree":
                self._settle(call.session, agreed=_agreed(call.session))
            case "disagree":
                self._settle(call.session, agreed=False)
            case _:
                pass  # exposureAuthorization: the program shows its own sheet
        call.ok()

    def _ask(self, session: Session, interface: str, on_answer: OnAnswer) -> None:
        """Ask one question for all calls that wait."""
        first = session not in self._waiting
        self._waiting.setdefault(session, []).append(on_answer)
        if session in self._listening:
            session.emit("needPrivacyAuthorization", {"referrer": interface})
        elif first:
            session.when_closed(lambda: self._forget(session))
            session.screen.confirm(_question(session), lambda agreed: self._heard(session, agreed))

    def _heard(self, session: Session, agreed: bool) -> None:
        if session.is_open:
            self._settle(session, agreed and _kept(session))

    def _settle(self, session: Session, agreed: bool) -> None:
        if not agreed:
            self._refused[session] = self._clock.now()
        for on_answer in self._waiting.pop(session, []):
            on_answer(agreed)

    def _forget(self, session: Session) -> None:
        self._listening.discard(session)
        self._waiting.pop(session, None)
        self._refused.pop(session, None)


def open_contract(call: Call) -> None:
    """Show what app.json says of the contract; the phone does not have its text."""
    call.session.screen.show_contract()
    call.ok()


def contract_name(session: Session) -> str:
    """The contract's name in WeChat's form, Chinese on every phone."""
    return f"《{session.package.name}小程序隐私保护指引》"


def _agreed(session: Session) -> bool:
    return session.files.has_mark(agreement_mark(session.version))


def _kept(session: Session) -> bool:
    """Whether the agreement was written; one that cannot be written does not count."""
    try:
        session.files.set_mark(agreement_mark(session.version))
    except OSError as problem:
        session.log(
            "error",
            Sentence("The agreement could not be kept: {reason}.", reason=reason_of(problem)),
        )
        return False
    return True


def agreement_mark(version: str) -> str:
    """The mark beside a program's files that says the contract was accepted for this version."""
    return f"privacy-{version}"


def _question(session: Session) -> Confirmation:
    return Confirmation(
        matter=Matter.PRIVACY,
        title=Text("Privacy protection", "用户隐私保护提示"),
        facts=(
            (Text("Program", "小程序"), session.package.name),
            (Text("Contract", "隐私保护指引"), contract_name(session)),
        ),
        confirm=Text("Agree", "同意"),
        cancel=Text("Reject", "拒绝"),
        note=Text(
            "The program asks you to accept how it uses what you let it have.",
            "使用该小程序前，请先同意其隐私保护指引。",
        ),
    )
