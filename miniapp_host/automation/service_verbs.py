"""The verbs that the program's own service answers: `App.*`, `Page.*` and `Element.*`."""

import json
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QTimer

from miniapp_host.automation.driven import Driven
from miniapp_host.automation.later import Later
from miniapp_host.automation.params import Params
from miniapp_host.automation.requests import Verb, nothing_to_cancel
from miniapp_host.automation.verb_error import VerbError

_NAMES = {
    "App": "getCurrentPage getPageStack callWxMethod callFunction mockWxMethod",
    "Page": "getData setData callMethod getElement getElements",
    "Element": "getElement getElements tap triggerEvent getDOMProperties getProperties "
    "getAttributes getStyles getOffset getData setData callMethod",
}
METHODS = tuple(f"{kind}.{name}" for kind, names in _NAMES.items() for name in names.split())
_ANSWER_FIRST_MS = 50


class ServiceVerbs:
    """The verbs over the program that is driven; `resources/runtime/service/driving` does them."""

    def __init__(self, driven: Driven) -> None:
        self._driven = driven

    def verbs(self) -> dict[str, Verb]:
        """The verbs by method."""
        return {
            **{method: self._passed_on(method) for method in METHODS},
            "App.captureScreenshot": self.capture,
            "App.exit": self.exit,
        }

    def capture(self, _params: Params) -> object:
        """A picture of the phone's screen, with what lies over the program."""
        held = QByteArray()
        buffer = QBuffer(held)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._driven.phone.window.screen_widget.grab().save(buffer, "PNG")
        return {"data": bytes(held.toBase64().data()).decode()}

    def exit(self, _params: Params) -> object:
        """Close the program, once the answer is on its way."""
        QTimer.singleShot(_ANSWER_FIRST_MS, self._close_program)
        return {}

    def _close_program(self) -> None:
        self._driven.phone.close_program(self._driven.id)

    def _passed_on(self, method: str) -> Verb:
        def ask(params: Params) -> Later:
            later = Later(nothing_to_cancel)

            def hear(outcome: dict[str, Any]) -> None:
                later.settle(_read(outcome))

            program = self._driven.program
            if method == "Element.tap":
                program.tapped()
            program.view.link.drive(method, params.all, hear)
            return later

        return ask


def _read(outcome: dict[str, Any]) -> object:
    match outcome:
        case {"result": str(text)}:
            return json.loads(text)
        case {"error": str(message)}:
            return VerbError(message)
        case _:
            return VerbError("the program's service gave no answer")
