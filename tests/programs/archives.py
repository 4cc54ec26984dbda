"""Packs archives for tests, honest ones and forged ones."""

import io
import json
import stat
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.programs.conftest import SMALLEST, Content

APPID = "wx0123456789abcdef"


def pack(file: Path, files: Mapping[str, Content], top: str = "") -> Path:
    """An archive of these files, below the folder `top` if one is given."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(f"{top}{name}", _bytes(content))
    return file


def program(
    appid: str | None = APPID, name: str = "Packed", **files: Content
) -> dict[str, Content]:
    """The smallest program with a project.config.json; `files` are added."""
    project = {"projectname": name} | ({"appid": appid} if appid else {})
    return {**SMALLEST, "project.config.json": project, **files}


def entry(name: str, mode: int = stat.S_IFREG | 0o644) -> zipfile.ZipInfo:
    """An entry whose name nobody repairs, and whose kind is as `mode` says."""
    made = zipfile.ZipInfo("x")
    made.filename = made.orig_filename = name
    made.create_system = 3
    made.external_attr = mode << 16
    return made


def pack_with(file: Path, *entries: tuple[zipfile.ZipInfo | str, bytes]) -> Path:
    """An archive of the smallest program and these entries."""
    pack(file, program())
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        for made, content in entries:
            archive.writestr(made, content)
    return file


def forge(file: Path, change: Callable[[bytes], bytes]) -> Path:
    """The archive with its bytes changed."""
    file.write_bytes(change(file.read_bytes()))
    return file


def bomb(size: int) -> bytes:
    """An archive within an archive that unpacks to `size` zeros."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros", b"\0" * size)
    return packed.getvalue()


def _bytes(content: Content) -> bytes:
    if isinstance(content, bytes):
        return content
    return (content if isinstance(content, str) else json.dumps(content)).encode()
