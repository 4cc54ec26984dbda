"""What clients of the wire hear of the program without asking, through restarts too."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from miniapp_host.automation.driven import Driven
from miniapp_host.automation.later import Later
from miniapp_host.automation.params import Params
from miniapp_host.automation.requests import Verb, nothing_to_cancel
from miniapp_host.automation.silence import Silence
from miniapp_host.automation.verb_error import VerbError
from miniapp_host.phone.program import OpenProgram
from miniapp_host.web.link import RuntimeLink

Tell = Callable[[str, Mapping[str, object]], None]
"""Tells every client of an event with its parameters."""

LOG = "App.enableLog"
BIND = "App.addBinding"
STARTED = "App.initialized"


class ProgramEvents:
    """Tells of the program that is driven, whichever of its runs is the present one."""

    def __init__(self, driven: Driven, tell: Tell) -> None:
        self._driven = driven
        self._tell = tell
        self._program: OpenProgram | None = None
        self._wished: dict[str, tuple[str, Mapping[str, object]]] = {}
        self._silence = Silence(driven.phone.programs.parts.devices.clock)

    def verbs(self) -> dict[str, Verb]:
        """The verbs by method: a new run does again what they ask for."""
        return {LOG: self.log, BIND: self.bind}

    def log(self, _params: Params) -> object:
        """Tell of every line of the console from now on."""
        return self._wish(LOG, LOG, {})

    def bind(self, params: Params) -> object:
        """Make a global function of the program whose calls are told."""
        name = params.text("name")
        return self._wish(f"{BIND} {name}", BIND, {"name": name})

    def ask(self, method: str, params: Mapping[str, object]) -> Later:
        """What the program's service will answer; raises VerbError if the program is not open."""
        self._follow()
        link = self._driven.program.view.link
        later = asked(link, method, params)
        self._silence.watch(link)
        return later

    def _follow(self) -> None:
        program = self._driven.program
        if program is self._program:
            return
        self._program = program
        program.restarted.connect(self._on_program_restarted)
        program.view.link.hear_driven(self._hear)

    def _wish(self, key: str, method: str, params: Mapping[str, object]) -> Later:
        later = self.ask(method, params)
        self._wished[key] = method, params
        return later

    def _hear(self, name: str, text: str) -> None:
        self._tell(name, json.loads(text))

    def _on_program_restarted(self) -> None:
        link = self._driven.program.view.link
        link.hear_driven(self._hear)
        for method, params in self._wished.values():
            asked(link, method, params)
        asked(link, "App.getCurrentPage", {}).then(self._on_started)

    def _on_started(self, _outcome: object) -> None:
        self._tell(STARTED, {"from": "devtools"})


def asked(link: RuntimeLink, method: str, params: Mapping[str, object]) -> Later:
    """What the program's service will answer."""
    later = Later(nothing_to_cancel)

    def hear(outcome: dict[str, Any]) -> None:
        later.settle(_read(outcome))

    link.drive(method, params, hear)
    return later


def _read(outcome: dict[str, Any]) -> object:
    match outcome:
        case {"result": str(text)}:
            return json.loads(text)
        case {"error": str(message)}:
            return VerbError(message)
        case _:
            return VerbError("the program's service gave no answer")
