"""Reads a program as the phone runs it, with the extended libraries that it brings along."""

from collections.abc import Callable
from pathlib import Path

from miniapp_host import paths
from miniapp_host.programs.package import Package
from miniapp_host.programs.stopping import never


def read_package(
    folder: Path, known_as: str | None = None, is_stopped: Callable[[int], bool] = never
) -> Package:
    """The program in `folder`; arguments and errors are those of `Package.open`."""
    libraries = {"weui": paths.runtime_dir() / "weui"}
    return Package.open(folder, libraries, known_as, is_stopped)
