"""What all open programs share of the phone, and what is made of it when a program starts."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from miniapp_host import paths
from miniapp_host.api.calls.dispatcher import Dispatcher
from miniapp_host.api.calls.journal import Journal
from miniapp_host.api.calls.screen import Metrics
from miniapp_host.api.calls.ways import Ways
from miniapp_host.devices.devices import Devices
from miniapp_host.permissions.broker import Broker
from miniapp_host.phone.console_values import ConsoleValues
from miniapp_host.phone.inspection import Inspection
from miniapp_host.phone.memory import PhoneMemory
from miniapp_host.phone.options import Options
from miniapp_host.phone.platform import platform
from miniapp_host.programs.boot import Arrival
from miniapp_host.programs.package import Package
from miniapp_host.programs.source import ProgramSource
from miniapp_host.shell.window.phone_window import PhoneWindow
from miniapp_host.texts import Texts
from miniapp_host.web.played_web import Fetch, PlayedWeb


@dataclass(frozen=True)
class PhoneParts:
    """The one set of these objects for all open programs."""

    options: Options
    memory: PhoneMemory
    window: PhoneWindow
    texts: Texts
    devices: Devices
    broker: Broker
    dispatcher: Dispatcher
    console_values: ConsoleValues

    @cached_property
    def inspection(self) -> Inspection:
        """Whether Chromium's tools look into programs."""
        return Inspection(wanted=self.options.inspect is not None)

    @property
    def journal(self) -> Journal:
        """What the programs called."""
        return self.dispatcher.journal

    @property
    def ways(self) -> Ways:
        """Which ways of a scope this run has seen."""
        return Ways(self.journal, self.memory.store.history)

    def web(self, program: str) -> PlayedWeb:
        """Answers requests of a program's pages to the web: all of them, or the avatar's only."""
        devices, whole = self.devices, self.options.played is not None
        own = self.options.own_ports
        return PlayedWeb(
            devices.network, devices.conditions, whole=whole, program=program, own_ports=own
        )

    def fetch_page(self, program: str) -> Fetch | None:
        """Answers for the pages of a `<web-view>`; None if they come from the web."""
        return self.web(program).fetch if self.options.played is not None else None

    def source(
        self,
        package: Package,
        page: str | None,
        arrival: Arrival,
        metrics: Metrics,
        version: str,
    ) -> ProgramSource:
        """The runtime's source for a program that starts on `page` (path?query).

        Raises PackageError if there is no such page.
        """
        return ProgramSource(
            package,
            self.memory.templates,
            page,
            self.dispatcher.names,
            platform(metrics, self.texts.language, self.devices.identity.identity, version)
            | {
                "showsValues": self.console_values.wanted,
                "inspected": self.inspection.wanted,
            },
            compiler=_bundle_stamp(paths.runtime_dir()),
            arrival=arrival,
        )


def _bundle_stamp(runtime_dir: Path) -> str:
    """A text that changes with every build of the runtime, for the keys of compiled templates."""
    compiler = runtime_dir / "compiler.wasm"
    return str(compiler.stat().st_mtime_ns) if compiler.exists() else ""
