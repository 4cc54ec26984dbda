"""What a program's pages may fetch: the runtime, the files it made, and its own package."""

from collections.abc import Callable
from pathlib import Path

from miniapp_host.programs.media_types import inert_media_type, media_type
from miniapp_host.programs.source import ProgramSource, Resource

RUNTIME = "/__runtime/"
FILE = "/__file/"


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

    def resource(self, path: str) -> Resource:
        """The resource at a URL's path.

        Raises FileNotFoundError, or PackageError for a path that leads outside the package.
        """
        if path.startswith(RUNTIME):
            found = self._runtime_file(path.removeprefix(RUNTIME))
            return Resource(_read(found), media_type(path))
        if path.startswith(FILE):
            made = self._resolve(f"wxfile://{path.removeprefix(FILE)}")
            return Resource(_read(made), inert_media_type(path))
        return self._source.resource(path)

    def _runtime_file(self, name: str) -> Path | None:
        found = self._runtime_dir / name
        return found if "/" not in name and found.is_file() else None


def _read(found: Path | None) -> bytes:
    if found is None:
        raise FileNotFoundError
    return found.read_bytes()
