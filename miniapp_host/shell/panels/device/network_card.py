"""The card of the network: kind of connection, the usual conditions, a delay and a rate to type."""

from dataclasses import replace

from miniapp_host.devices.conditions import Conditions, Connection, NetworkConditions, Preset
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.panels.device.card import Attempt, Card, Watch
from miniapp_host.shell.panels.device.choice import Choice
from miniapp_host.shell.panels.device.limit_fields import LimitFields
from miniapp_host.texts import Texts


class NetworkCard(Card):
    """Shows and sets the conditions."""

    def __init__(self, conditions: NetworkConditions, texts: Texts, attempt: Attempt) -> None:
        super().__init__("network", texts("Network"), texts)
        self._conditions = conditions
        self._attempt = attempt
        kinds = {kind.name: texts.of(kind.text) for kind in Connection}
        self._kind = Choice("networkKind", kinds)
        presets = {one.name: texts.of(one.text) for one in Preset if one.value.online}
        self._preset = Choice("networkPreset", presets)
        self._limits = LimitFields("device", texts, self)
        self._facts = PlainLabel(pixels=12, tone="fg_1", lines=2)
        self.add_row(texts("Connection"), self._kind)
        self.add_row(texts("Speed"), self._preset)
        latency, rate = self._limits.titles
        self.add_row(latency, self._limits.latency, stretch=True)
        self.add_row(rate, self._limits.rate, stretch=True)
        self.add(self._facts)
        self._kind.wished.connect(self._on_kind_wished)
        self._preset.wished.connect(self._on_preset_wished)
        self._limits.wished.connect(self._set)

    def sources(self) -> tuple[Watch, ...]:
        return (self._conditions.watch,)

    def refresh(self) -> None:
        present, preset = self._conditions.present, self._conditions.preset
        self._kind.show_chosen(present.connection.name)
        self._preset.show_chosen(preset.name if preset else "")
        self._limits.show_conditions(present)
        self._facts.setText(self._said(present))

    def deliver(self) -> None:
        self._set(Conditions())

    def _said(self, present: Conditions) -> str:
        if not present.online:
            return self.texts("Nothing gets through, to programs and their web pages.")
        if not present.limited:
            return self.texts("As fast as this computer's network.")
        rate = f"{present.rate} kB/s" if present.rate else self.texts("no limit")
        return self.texts("{latency} ms delay, {rate}", latency=present.latency_ms, rate=rate)

    def _set(self, conditions: Conditions) -> None:
        self._attempt(lambda: self._conditions.set(conditions))

    def _on_kind_wished(self, name: str) -> None:
        self._set(replace(self._conditions.present, connection=Connection[name]))

    def _on_preset_wished(self, name: str) -> None:
        self._set(Preset[name].value)
