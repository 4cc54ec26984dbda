"""Starts a phone with one program that clients drive over the wire."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from miniapp_host.automation.scope_words import states_named
from miniapp_host.automation.start import claim_alone
from miniapp_host.automation.token import FILE, make_token
from miniapp_host.automation.verb_error import VerbError
from miniapp_host.permissions.decisions import Actor, Decision
from miniapp_host.permissions.prompts import Answer
from miniapp_host.phone.openable import check_program
from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import Phone
from miniapp_host.phone.running import run
from miniapp_host.texts import Sentence

if TYPE_CHECKING:
    from miniapp_host.automation.driven import Driven


@dataclass(frozen=True)
class Wire:
    """How the program is driven: where, on a screen or not, what is decided, who answers."""

    folder: Path
    port: int
    headless: bool
    states: Mapping[str, str]
    answer: Answer | None
    """What every prompt gets; None leaves them to the client."""


def start_auto(options: Options, wire: Wire) -> int:
    """Show the phone until it is closed, and return the exit code; raises ToldError."""
    check_program(wire.folder, None)
    options.read_files()
    decisions = states_named(wire.states)
    claim = claim_alone(options.data_dir)
    if wire.headless:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    options = replace(options, data_dir=claim.folder)

    def begin(phone: Phone) -> None:
        _begin(phone, options, wire, decisions)

    return run(options, begin)


def _begin(phone: Phone, options: Options, wire: Wire, decisions: Mapping[str, Decision]) -> None:
    """Decides, listens, and then opens the program: its first line finds everything so."""
    from miniapp_host.automation.driven import Driven
    from miniapp_host.automation.listener import Listener
    from miniapp_host.automation.prompt_policy import PromptPolicy

    program, _notice = phone.memory.add(wire.folder)
    driven = Driven(phone, program.id)
    phone.store.decide_all(driven.subject, decisions, Actor.SCRIPT)
    if wire.answer is not None:
        PromptPolicy(driven, wire.answer)
    try:
        _listen(driven, options, wire.port)
    except OSError as problem:
        raise _unwritable(phone.memory.folder, problem) from problem
    Listener(phone, options)
    phone.open_folder(wire.folder)


def _listen(driven: "Driven", options: Options, port: int) -> None:
    from miniapp_host.automation.wire import wire_of
    from miniapp_host.automation.wire_server import HOSTS

    folder = driven.phone.memory.folder
    token = make_token(folder)
    server = wire_of(driven, options, token)
    at = server.listen(port)
    driven.phone.programs.parts.options.own_ports.add(at)
    driven.phone.window.closed.connect(server.close)
    print(f"ws://{HOSTS[0]}:{at}", f"token {token}", f"({folder / FILE})", flush=True)


def _unwritable(folder: Path, problem: OSError) -> VerbError:
    return VerbError(
        Sentence(
            "The token can't be kept in {folder}: {reason}. Allow writing there, or name another "
            "folder with --data-dir.",
            folder=folder,
            reason=Sentence(problem.strerror or str(problem)),
        )
    )
