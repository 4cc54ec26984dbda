"""What a program's pages may fetch: the runtime, the files it made, and its own package."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from miniapp_host.programs.media_types import inert_media_type, media_type
from miniapp_host.programs.source import ProgramSource, Resource

RUNTIME = "/__runtime/"
FILE = "/__file/"


@dataclass(frozen=True)
class ServedFile:
    """The answer to one request, which Chromium reads from the disk: a file may be gigabytes."""

    path: Path
    media_type: str


class Serving:
    """One program's files by URL path; `resolve` finds the file behind a `wxfile://` address."""

    def __init__(
        self,
        runtime_dir: Path,
        resolve: Callable[[str], Path | None],
        source: ProgramSource,
    ) -> None:
        self._runtime_dir = runtime_dir
        self._resolve = resolve
        self._source = source

    def resource(self, path: str) -> Resource | ServedFile:
        """The resource at a URL's path, there or not if it is a file that the program made.

        Raises FileNotFoundError, or PackageError for a path that leads outside the package.
        """
        if path.startswith(RUNTIME):
            return Resource(self._runtime_file(path.removeprefix(RUNTIME)), media_type(path))
        if path.startswith(FILE):
            made = self._resolve(f"wxfile://{path.removeprefix(FILE)}")
            if made is None:
                raise FileNotFoundError(path)
            return ServedFile(made, inert_media_type(path))
        return self._source.resource(path)

    def _runtime_file(self, name: str) -> bytes:
        found = self._runtime_dir / name
        if "/" in name or not found.is_file():
            raise FileNotFoundError(name)
        return found.read_bytes()
