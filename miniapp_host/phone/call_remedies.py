"""Does what helps a call that the person looks at: settings, asking again, the phone's switches."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from miniapp_host.api.calls.journal import CallRecord
from miniapp_host.api.calls.why import Declaration, Help
from miniapp_host.permissions.decisions import Actor, Decision
from miniapp_host.phone.panel_context import PanelContext
from miniapp_host.phone.program import OpenProgram
from miniapp_host.shell.panels.calls.calls_panel import HelpWished
from miniapp_host.texts import ToldError


def _nothing() -> None:
    """Nobody waits for the page that is opened here."""


class CallRemedies(QObject):
    """Acts on the program whose call it was, which comes to the front where it must be seen."""

    problem_found = Signal(object)
    """A sentence or an error that the person must be told."""

    def __init__(self, context: PanelContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def help(self, wished: HelpWished) -> None:
        """Do what the person pressed."""
        try:
            self._do(wished)
        except ToldError as error:
            self.problem_found.emit(error)

    def _do(self, wished: HelpWished) -> None:
        match wished.help:
            case Help.OPEN_SETTINGS:
                self._in_front(wished.record).screen.open_settings(_nothing)
            case Help.ASK_AGAIN:
                self._forget(wished.record)
            case Help.SWITCH_ON:
                for switch in wished.why.switches:
                    self._context.parts.devices.switches.turn(switch, True)
            case Help.DECLARE:
                self._copy(wished.why.declare)
            case Help.ANSWER:
                self._in_front(wished.record)

    def _in_front(self, record: CallRecord) -> OpenProgram:
        return self._context.programs.open(record.subject.program)

    def _forget(self, record: CallRecord) -> None:
        """The scope is undecided again: the next call asks."""
        if record.scope is not None:
            decide = partial(self._context.memory.store.decide, record.subject, record.scope)
            decide(Decision.UNDECIDED, Actor.SETTINGS)

    def _copy(self, declare: Declaration | None) -> None:
        if declare is not None:
            QGuiApplication.clipboard().setText(f"{declare.key}: {declare.value}".rstrip(": "))
