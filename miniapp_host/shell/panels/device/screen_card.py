"""The card of the screen: which phone it is, and which way it is held."""

from miniapp_host.devices.display import Display, Form
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.panels.device.card import Attempt, Card, Watch
from miniapp_host.shell.panels.device.choice import Choice
from miniapp_host.texts import Texts

_UPRIGHT, _TURNED = "portrait", "landscape"


class ScreenCard(Card):
    """Shows and sets form and hold."""

    def __init__(self, display: Display, texts: Texts, attempt: Attempt) -> None:
        super().__init__("screen", texts("Screen"), texts)
        self._display = display
        self._attempt = attempt
        self._form = Choice("deviceForm", {form.value: texts.of(form.title) for form in Form})
        holds = {_UPRIGHT: texts("Upright"), _TURNED: texts("On its side")}
        self._hold = Choice("deviceHold", holds)
        self._facts = PlainLabel(pixels=12, tone="fg_1")
        self._rule = PlainLabel(
            texts(
                "A page lies only if its pageOrientation is auto or landscape; on a tablet, "
                "if app.json says resizable."
            ),
            pixels=12,
            tone="fg_1",
            lines=3,
        )
        self.add_row(texts("Phone"), self._form)
        self.add_row(texts("Held"), self._hold)
        self.add(self._facts)
        self.add(self._rule)
        self._form.wished.connect(self._on_form_wished)
        self._hold.wished.connect(self._on_hold_wished)

    def sources(self) -> tuple[Watch, ...]:
        return (self._display.watch,)

    def refresh(self) -> None:
        form, turned = self._display.form, self._display.turned
        self._form.show_chosen(form.value)
        self._hold.show_chosen(_TURNED if turned else _UPRIGHT)
        shape = form.shape(landscape=turned)
        size, ratio = f"{shape.width} × {shape.height}", f"{shape.pixel_ratio:g}"
        self._facts.setText(self.texts("{size}, {ratio} pixels per point", size=size, ratio=ratio))

    def deliver(self) -> None:
        self._on_form_wished(Form.STANDARD.value)
        self._on_hold_wished(_UPRIGHT)

    def _on_form_wished(self, value: str) -> None:
        self._attempt(lambda: self._display.choose(Form(value)))

    def _on_hold_wished(self, value: str) -> None:
        self._attempt(lambda: self._display.turn(value == _TURNED))
