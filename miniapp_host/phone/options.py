"""How a phone runs, as one record that is passed on whole."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from miniapp_host.api.network.domains import Domains
    from miniapp_host.devices.closed_port import OwnPorts
    from miniapp_host.devices.fixtures import Fixture
    from miniapp_host.permissions.prompts import Prompter
    from miniapp_host.phone.spare_watchers import SpareWatchers
    from miniapp_host.web.spare_runtime import SpareRuntime

STARTS_ANEW = 64
"""The exit code of a phone that was closed to be started again, in the size that was chosen."""


@dataclass(frozen=True)
class Options:
    """What the command line asks for, and the prompter; None means the default."""

    data_dir: Path | None = None
    keeps_nothing: bool = False
    """Whether `data_dir` is gone when the phone closes, which the launcher says."""
    folder: Path | None = None
    page: str | None = None
    version: str = "develop"
    fixtures: Path | None = None
    """The file that answers instead of the network."""
    domains: Path | None = None
    """The file with the domains that trial and release versions may use."""
    verbose: bool = False
    """Whether Qt and Chromium write to standard error."""
    inspect: int | None = None
    """The port on this computer at which a Chrome may inspect programs, 0 for any free one."""
    prompter: "Prompter | None" = None
    """The prompter that answers instead of the person."""
    guard_ms: int | None = None
    """Milliseconds for which Allow ignores clicks after it has appeared."""
    samples: bool = True
    """Whether the sample programs are put on a new phone."""
    templates: Path | None = None
    """The folder of compiled templates, if several phones share it."""
    waits_for_disk: bool = True
    """Whether what is decided and stored outlasts a power cut."""
    spare: "SpareRuntime | None" = None
    """Has the runtime ready before a program is opened, for who opens many in a row."""
    watchers: "SpareWatchers | None" = None
    """Has watchers of folders to use again, for the same."""
    reports: Path | None = None
    """The folder for reports of walkthroughs."""

    @cached_property
    def played(self) -> "tuple[Fixture, ...] | None":
        """The answers in the file `fixtures`, read once; None without it. Raises FixtureError."""
        if self.fixtures is None:
            return None
        from miniapp_host.devices.fixtures import read_fixtures

        return read_fixtures(self.fixtures)

    @cached_property
    def allowed(self) -> "Domains | None":
        """The lists in the file `domains`, read once; None without it. Raises DomainsError."""
        if self.domains is None:
            return None
        from miniapp_host.api.network.domains import read_domains

        return read_domains(self.domains)

    @cached_property
    def own_ports(self) -> "OwnPorts":
        """The ports at which this phone listens, which its programs can't reach."""
        from miniapp_host.devices.closed_port import OwnPorts

        return OwnPorts(() if self.inspect is None else (self.inspect,))

    def read_files(self) -> None:
        """Read the files that the options name; raises ToldError if one is bad."""
        _ = self.played, self.allowed
