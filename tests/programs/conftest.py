"""Programs written to a temporary folder for one test."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

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


def write_file(file: Path, content: Content) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, Mapping):
        content = json.dumps(content)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
