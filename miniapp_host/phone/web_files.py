"""The files that the command line names for the network: what plays it, and whom to talk to."""

from pathlib import Path
from typing import TYPE_CHECKING

from miniapp_host.programs.open_error import OpenError

if TYPE_CHECKING:
    from miniapp_host.api.network.domains import Domains
    from miniapp_host.devices.fixtures import Fixture


def read_web_files(
    fixtures: Path | None, domains: Path | None
) -> "tuple[tuple[Fixture, ...] | None, Domains | None]":
    """What the two files say, None for one that is not given; OpenError if one is bad."""
    if fixtures is None and domains is None:
        return None, None
    from miniapp_host.api.network.domains import DomainsError, read_domains
    from miniapp_host.devices.fixtures import FixtureError, read_fixtures

    try:
        played = read_fixtures(fixtures) if fixtures else None
        return played, read_domains(domains) if domains else None
    except (FixtureError, DomainsError) as error:
        raise OpenError(str(error)) from error
