"""What the tools' own files say about a program: project.config.json, package.json, pictures.

All of it is optional; the identity it gives decides whose permissions are whose.
"""

import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from miniapp_host.programs.json_document import bad_json
from miniapp_host.programs.json_text import JsonError, parse_json
from miniapp_host.programs.manifest import ManifestError
from miniapp_host.programs.regular_file import MOST_TEXT, read_regular
from miniapp_host.texts import Sentence

CONFIG = "project.config.json"
PRIVATE_CONFIG = "project.private.config.json"

_APPID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{2,63}")
_PLACEHOLDERS = frozenset({"touristappid", "touristid", "testappid", "yourappid", "appid"})
_PICTURES = tuple(
    f"{name}.{suffix}" for name in ("logo", "icon") for suffix in ("png", "svg", "jpg", "jpeg")
)


@dataclass(frozen=True)
class Project:
    """A folder that a person opened; `root` holds app.json, `name` may be empty."""

    folder: Path
    root: Path
    appid: str
    name: str
    version: str | None
    icon: Path | None
    npm: tuple[tuple[Path, str], ...] | None
    """The folders of the package.json that count, each with the place in the root where its
    packages belong; None: those that lie in the root."""


def read_project(folder: Path, known_as: str | None = None) -> Project:
    """The project in `folder`, with the appid `known_as` if it names none.

    Raises ManifestError if its miniprogramRoot is unusable.
    """
    folder = folder.resolve()
    config = read_json(folder / CONFIG)
    private = read_json(folder / PRIVATE_CONFIG)
    root = _root(folder, config.get("miniprogramRoot"))
    return Project(
        folder=folder,
        root=root,
        appid=_appid(config.get("appid")) or known_as or local_appid(folder),
        name=_name(private.get("projectname")) or _name(config.get("projectname")),
        version=_version(folder, root),
        icon=_icon(folder, root),
        npm=_npm(folder, root, config.get("setting")),
    )


def read_json(file: Path) -> Mapping[str, object]:
    """The object in `file`; empty without one. Raises ManifestError for bad JSON."""
    if not file.is_file():
        return {}
    try:
        values = parse_json(read_regular(file, MOST_TEXT).decode("utf-8-sig", "replace"))
    except JsonError as bad:
        raise bad_json(file.name, bad) from bad
    return values if isinstance(values, dict) else {}


def _root(folder: Path, value: object) -> Path:
    if not isinstance(value, str) or not value.strip():
        return folder
    root = (folder / value.replace("\\", "/").lstrip("/")).resolve()
    if not root.is_relative_to(folder):
        problem = Sentence("{path} leads outside the project's folder", path=value)
        remedy = Sentence("Give a folder below it.")
        raise ManifestError(CONFIG, "miniprogramRoot", problem, remedy)
    if not root.is_dir():
        problem = Sentence("there is no folder {path}", path=value)
        remedy = Sentence("Build the program first, or correct it.")
        raise ManifestError(CONFIG, "miniprogramRoot", problem, remedy)
    return root


def _appid(value: object) -> str | None:
    return value if isinstance(value, str) and _is_appid(value) else None


def local_appid(place_of_program: Path) -> str:
    """An appid made from where a folder or archive is, the same at every start."""
    place = os.path.normcase(str(place_of_program))
    digest = hashlib.sha256(place.encode("utf-8", "surrogateescape")).hexdigest()
    return f"local_{digest[:16]}"


def _is_appid(value: str) -> bool:
    plain = value.lower().replace("-", "").replace("_", "")
    return _APPID.fullmatch(value) is not None and plain not in _PLACEHOLDERS


def _name(value: object) -> str:
    """The project's name, which the tools write percent-encoded."""
    return unquote(value).strip() if isinstance(value, str) else ""


def _version(folder: Path, root: Path) -> str | None:
    """The version in package.json, the only place where a source tree tells one."""
    for place in (folder, root):
        try:
            version = read_json(place / "package.json").get("version")
        except ManifestError:
            continue
        if isinstance(version, str) and version:
            return version
    return None


def _icon(folder: Path, root: Path) -> Path | None:
    """A picture called logo or icon at the top; a link that leads elsewhere does not count."""
    files = (place / name for place in (root, folder) for name in _PICTURES)
    return next((file for file in files if _is_picture(file, folder)), None)


def _is_picture(file: Path, folder: Path) -> bool:
    if not file.is_file() or not file.resolve().is_relative_to(folder):
        return False
    return file.stat().st_size <= MOST_TEXT


def _npm(folder: Path, root: Path, setting: object) -> tuple[tuple[Path, str], ...] | None:
    """What packNpmManually and packNpmRelationList say; entries that lead outside are left out."""
    if not isinstance(setting, dict) or setting.get("packNpmManually") is not True:
        return None
    listed = setting.get("packNpmRelationList")
    pairs = (
        _npm_pair(folder, root, entry)
        for entry in (listed if isinstance(listed, list) else ())
        if isinstance(entry, dict)
    )
    return tuple(pair for pair in pairs if pair is not None)


def _npm_pair(folder: Path, root: Path, entry: Mapping[str, object]) -> tuple[Path, str] | None:
    source = (folder / str(entry.get("packageJsonPath") or "package.json")).parent.resolve()
    place = (folder / str(entry.get("miniprogramNpmDistDir") or "")).resolve()
    if not source.is_relative_to(folder) or not place.is_relative_to(root):
        return None
    return source, place.relative_to(root).as_posix().removeprefix(".")
