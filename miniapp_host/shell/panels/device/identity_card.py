"""The card of what the phone says it is: platform, brand, model, system, base library."""

from dataclasses import replace

from miniapp_host.devices.display import Display
from miniapp_host.devices.identity import SDK_VERSION, Identity, Platform, SimulatedIdentity
from miniapp_host.shell.panels.device.card import Attempt, Card, Watch
from miniapp_host.shell.panels.device.choice import Choice
from miniapp_host.shell.panels.device.small_field import SmallField
from miniapp_host.texts import Texts

_NAMES = {
    Platform.IOS: "iOS",
    Platform.ANDROID: "Android",
    Platform.DEVTOOLS: "devtools",
    Platform.WINDOWS: "Windows",
    Platform.MAC: "macOS",
}


class IdentityCard(Card):
    """Shows and sets the identity; an empty field is what such a phone usually says."""

    def __init__(
        self, identity: SimulatedIdentity, display: Display, texts: Texts, attempt: Attempt
    ) -> None:
        super().__init__("identity", texts("What it says it is"), texts)
        self._identity = identity
        self._display = display
        self._attempt = attempt
        self._platform = Choice("devicePlatform", {one.value: name for one, name in _NAMES.items()})
        self._brand = SmallField("deviceBrand", texts("Brand"), texts)
        self._model = SmallField("deviceModel", texts("Model"), texts)
        self._system = SmallField("deviceSystem", texts("System"), texts)
        self._sdk = SmallField("deviceSdk", SDK_VERSION, texts)
        self.add_row(texts("Platform"), self._platform)
        for label, field in (
            (texts("Brand"), self._brand),
            (texts("Model"), self._model),
            (texts("System"), self._system),
            (texts("Base library"), self._sdk),
        ):
            self.add_row(label, field, stretch=True)
        self._platform.wished.connect(self._on_platform_wished)
        self._brand.written.connect(self._on_brand_written)
        self._model.written.connect(self._on_model_written)
        self._system.written.connect(self._on_system_written)
        self._sdk.written.connect(self._on_sdk_written)

    def sources(self) -> tuple[Watch, ...]:
        return (self._identity.watch, self._display.watch)

    def refresh(self) -> None:
        identity = self._identity.identity
        maker = identity.maker(self._display.form)
        self._platform.show_chosen(identity.platform.value)
        self._brand.show_text(maker.brand)
        self._model.show_text(maker.model)
        self._system.show_text(maker.system)
        self._sdk.show_text(identity.sdk_version)

    def deliver(self) -> None:
        letters = self._identity.identity.font_size
        self._change(Identity(font_size=letters))

    def _change(self, identity: Identity) -> None:
        if self._attempt(lambda: self._identity.change(identity)):
            self.refresh()
        else:
            self._sdk.mark_wrong(True)

    def _on_platform_wished(self, value: str) -> None:
        changed = replace(self._now, platform=Platform(value), brand="", model="", system="")
        self._change(changed)

    def _on_brand_written(self, text: str) -> None:
        self._change(replace(self._now, brand=_line(text)))

    def _on_model_written(self, text: str) -> None:
        self._change(replace(self._now, model=_line(text)))

    def _on_system_written(self, text: str) -> None:
        self._change(replace(self._now, system=_line(text)))

    def _on_sdk_written(self, text: str) -> None:
        self._change(replace(self._now, sdk_version=text.strip() or SDK_VERSION))

    @property
    def _now(self) -> Identity:
        return self._identity.identity


def _line(text: str) -> str:
    return " ".join(text.split())
