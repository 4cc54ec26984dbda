"""The verbs that the program's own service answers: `App.*`, `Page.*` and `Element.*`."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QTimer

from miniapp_host.automation.driven import Driven
from miniapp_host.automation.later import Later
from miniapp_host.automation.params import Params
from miniapp_host.automation.program_events import ProgramEvents, Tell
from miniapp_host.automation.requests import ANSWER_FIRST_MS, Verb

_NAMES = {
    "App": "getCurrentPage getPageStack callWxMethod callFunction mockWxMethod",
    "Page": "getData setData callMethod callFunction getElement getElements getElementByXpath "
    "getElementsByXpath getWindowProperties",
    "Element": "getElement getElements tap touchstart touchmove touchend touchcancel triggerEvent "
    "dispatchEvent getDOMProperties getProperties getAttributes getStyles getOffset getWXML "
    "callFunction callContextMethod getData setData callMethod",
}
METHODS = tuple(f"{kind}.{name}" for kind, names in _NAMES.items() for name in names.split())


class ServiceVerbs:
    """The verbs over the program that is driven; `resources/runtime/service/driving` does them."""

    def __init__(self, driven: Driven, tell: Tell) -> None:
        self._driven = driven
        self._events = ProgramEvents(driven, tell)

    def verbs(self) -> dict[str, Verb]:
        """The verbs by method."""
        return {
            **{method: self._passed_on(method) for method in METHODS},
            **self._events.verbs(),
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
        QTimer.singleShot(ANSWER_FIRST_MS, self._close_program)
        return {}

    def _close_program(self) -> None:
        self._driven.phone.close_program(self._driven.id)

    def _passed_on(self, method: str) -> Verb:
        def ask(params: Params) -> Later:
            program = self._driven.program
            if method == "Element.tap":
                program.tapped()
            if method == "Page.callFunction":
                program.view.want_function(str(params.all.get("functionDeclaration")))
            return self._events.ask(method, params.all)

        return ask
