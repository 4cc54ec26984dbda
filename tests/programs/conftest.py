"""Programs written to a temporary folder for one test, and a library to take them."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from miniapp_host.memory.database import Database
from miniapp_host.programs.library import Library

Content = str | bytes | Mapping[str, object]
Writer = Callable[[Mapping[str, Content | None]], Path]

SMALLEST: Mapping[str, Content] = {
    "app.json": {"pages": ["pages/index"]},
    "app.js": "App({})",
    "pages/index.wxml": "<view/>",
    "pages/index.js": "Page({})",
}


@pytest.fixture
def write_program(tmp_path: Path) -> Writer:
    """Writes the smallest program with some files replaced, added, or (None) left out.

    A mapping is written as JSON.
    """

    def write(files: Mapping[str, Content | None]) -> Path:
        folder = tmp_path / "program"
        for path, content in {**SMALLEST, **files}.items():
            if content is not None:
                write_file(folder / path, content)
        return folder

    return write


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with closing(Database(tmp_path / "phone.sqlite")) as opened:
        yield opened


@pytest.fixture
def programs_dir(tmp_path: Path) -> Path:
    return tmp_path / "programs"


@pytest.fixture
def library(database: Database, programs_dir: Path) -> Library:
    return Library(database, programs_dir)


def write_file(file: Path, content: Content) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, Mapping):
        content = json.dumps(content)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
