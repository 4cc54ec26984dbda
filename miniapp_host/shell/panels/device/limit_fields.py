"""Two fields for a network of the person's own: how late answers begin, and how fast they come."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from miniapp_host.devices.conditions import HIGHEST_RATE, LONGEST_LATENCY_MS, Conditions
from miniapp_host.shell.panels.device.small_field import SmallField
from miniapp_host.texts import Texts


class LimitFields(QObject):
    """Makes the fields; whoever lays them out owns them. An empty field stands for no limit."""

    wished = Signal(Conditions)
    """The conditions with what the person wrote."""

    def __init__(self, name: str, texts: Texts, parent: QObject) -> None:
        """The fields are named NAMELatency and NAMERate."""
        super().__init__(parent)
        self._present = Conditions()
        self.latency = SmallField(f"{name}Latency", texts("none"), texts)
        self.rate = SmallField(f"{name}Rate", texts("no limit"), texts)
        self.titles = (texts("Delay, ms"), texts("Rate, kB/s"))
        """The labels of the two fields."""
        for title, field in zip(self.titles, (self.latency, self.rate), strict=True):
            field.setAccessibleName(title)
            field.written.connect(self._on_field_written)

    def show_conditions(self, present: Conditions) -> None:
        """Show what holds now."""
        self._present = present
        self.latency.show_text(str(present.latency_ms or ""))
        self.rate.show_text(str(present.rate or ""))

    def _on_field_written(self, _text: str) -> None:
        latency = _number(self.latency.text, LONGEST_LATENCY_MS)
        rate = _number(self.rate.text, HIGHEST_RATE)
        self.latency.mark_wrong(latency is None)
        self.rate.mark_wrong(rate is None)
        if latency is not None and rate is not None:
            self.wished.emit(replace(self._present, latency_ms=latency, rate=rate))


def _number(text: str, most: int) -> int | None:
    """The whole number that was typed; None if it is none, or more than there may be."""
    digits = text.strip() or "0"
    fits = digits.isascii() and digits.isdecimal() and len(digits) <= len(str(most))
    return int(digits) if fits and int(digits) <= most else None
