"""What a program's pages may fetch: the files it made and its own package, besides the runtime."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from miniapp_host.programs.media_types import inert_media_type
from miniapp_host.programs.source import ProgramSource, Resource

FILE = "/__file/"


@dataclass(frozen=True)
class ServedFile:
    """The answer to one request, which Chromium reads from the disk: a file may be gigabytes."""

    path: Path
    media_type: str


class Serving:
    """One program's files by URL path; `resolve` finds the file behind a `wxfile://` address."""

    def __init__(self, resolve: Callable[[str], Path | None], source: ProgramSource) -> None:
        self._resolve = resolve
        self._source = source

    def resource(self, path: str) -> Resource | ServedFile:
        """The resource at a URL's path, there or not if it is a file that the program made.

        Raises FileNotFoundError, or PackageError for a path that leads outside the package.
        """
        if path.startswith(FILE):
            made = self._resolve(f"wxfile://{path.removeprefix(FILE)}")
            if made is None:
                raise FileNotFoundError(path)
            return ServedFile(made, inert_media_type(path))
        return self._source.resource(path)
