"""The files of the runtime, which are the same for every program."""

from pathlib import Path

from miniapp_host.programs.media_types import media_type
from miniapp_host.programs.source import Resource

RUNTIME = "/__runtime/"


def runtime_file(folder: Path, path: str) -> Resource:
    """The file of the runtime at a URL's path; raises FileNotFoundError."""
    name = path.removeprefix(RUNTIME)
    found = folder / name
    if "/" in name or not found.is_file():
        raise FileNotFoundError(name)
    return Resource(found.read_bytes(), media_type(path))
