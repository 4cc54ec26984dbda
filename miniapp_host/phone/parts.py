"""What every open program uses of the phone, and what is made of it when a program starts."""

from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from miniapp_host.api.calls.dispatcher import Dispatcher
from miniapp_host.api.calls.screen import Metrics
from miniapp_host.api.network.domains import Domains, allows_page
from miniapp_host.devices.album import Album
from miniapp_host.devices.clock import Clock
from miniapp_host.devices.network import Network
from miniapp_host.devices.switches import Switches
from miniapp_host.permissions.broker import Broker
from miniapp_host.permissions.decisions import Subject
from miniapp_host.permissions.store import PermissionStore
from miniapp_host.phone.web_views import WebTerms, user_agent
from miniapp_host.programs.boot import Arrival
from miniapp_host.programs.package import Package
from miniapp_host.programs.source import ProgramSource
from miniapp_host.programs.storage import ProgramStorage
from miniapp_host.texts import Texts
from miniapp_host.web.played_web import PlayedWeb


@dataclass(frozen=True)
class PhoneParts:
    """One for all programs that are open."""

    album: Album
    broker: Broker
    cache_dir: Path
    clock: Clock
    dispatcher: Dispatcher
    domains: Domains | None
    """Whom a program that is not in development may show; None is everybody."""
    network: Network
    network_is_played: bool
    """Whether what pages load from the web comes from `network`, too."""
    runtime_dir: Path
    storage: ProgramStorage
    store: PermissionStore
    switches: Switches
    texts: Texts

    @cached_property
    def web(self) -> PlayedWeb:
        """Plays the web for pages, or the little of it that is the phone's own."""
        return PlayedWeb(self.network, whole=self.network_is_played)

    def source(
        self, package: Package, page: str | None, arrival: Arrival, metrics: Metrics
    ) -> ProgramSource:
        """What the runtime fetches of a program that starts on `page`, path?query."""
        return ProgramSource(
            package,
            self.cache_dir,
            page,
            self.dispatcher.names,
            _platform(metrics),
            compiler=_bundle_stamp(self.runtime_dir),
            arrival=arrival,
        )

    def web_terms(self, subject: Subject, appid: str) -> WebTerms:
        """How a program's web-views are run."""
        language = self.texts.language.value
        return WebTerms(
            user_agent=user_agent(appid, language),
            language=language.replace("_", "-"),
            allows=partial(allows_page, self.domains, subject.version),
            scripts=self.runtime_dir / "web-view",
            web=self.web,
            fetch=self.web.fetch if self.network_is_played else None,
        )


def _platform(metrics: Metrics) -> dict[str, object]:
    """What the runtime must know of the phone before it can ask."""
    return {
        "theme": metrics.theme,
        "language": metrics.language.value,
        "windowWidth": metrics.screen_width,
        "windowHeight": metrics.window_height,
        "pixelRatio": metrics.pixel_ratio,
        "statusBarHeight": metrics.status_bar_height,
        "bottomInset": metrics.bottom_inset,
    }


def _bundle_stamp(runtime_dir: Path) -> str:
    """Changes with every build of the runtime, so that templates of another one are not used."""
    compiler = runtime_dir / "compiler.wasm"
    return str(compiler.stat().st_mtime_ns) if compiler.exists() else ""
