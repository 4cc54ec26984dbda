"""Mini programs written by tests: only what a test is about, the rest is filled in."""

import json
from collections.abc import Mapping
from pathlib import Path

PAGE = "pages/index/index"


def write_program(folder: Path, files: Mapping[str, str]) -> Path:
    """Writes `files`; app.json (its pages from the .wxml files under pages/) and app.js if absent.

    `index.wxml`, `index.js`, `index.wxss` and `index.json` stand for those of `pages/index/index`.
    """
    placed = {_place(name): text for name, text in files.items()}
    pages = [name.removesuffix(".wxml") for name in placed if _is_page(name)]
    placed.setdefault("app.json", json.dumps({"pages": sorted(pages, key=_first), "style": "v2"}))
    placed.setdefault("app.js", "App({})")
    for page in pages:
        placed.setdefault(f"{page}.js", "Page({})")
    for name, text in placed.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


def _place(name: str) -> str:
    return f"pages/index/{name}" if name.startswith("index.") else name


def _is_page(name: str) -> bool:
    return name.startswith("pages/") and name.endswith(".wxml")


def _first(page: str) -> tuple[bool, str]:
    return page != PAGE, page
