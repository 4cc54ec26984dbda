"""Whatever stands in a program's json files, it opens or is refused with words for a person."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from miniapp_host.programs.package import Package
from miniapp_host.texts import ToldError
from tests.fuzz.words import json_text, manifests, texts, tries
from tests.program_folder import write_program

steps = st.lists(st.sampled_from(["..", ".", "a", "", "/", "\\", "etc"]), max_size=8)


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_program(tmp_path_factory.mktemp("program"), {"index.wxml": "<view/>"})


def open_or_refuse(program: Path) -> None:
    """Only a told error may come out of opening it."""
    try:
        package = Package.open(program)
    except ToldError:
        return
    assert package.appid.strip()
    assert all(page and not page.startswith("/") for page in package.manifest.pages)


@tries(150, 20_000)
@given(manifests)
def test_any_app_json_opens_or_is_refused_in_words(program: Path, app: dict[str, object]) -> None:
    with_a_page = {"pages": ["pages/index/index"], **app}
    (program / "app.json").write_text(json_text(with_a_page), "utf-8")
    open_or_refuse(program)


@tries(100, 20_000)
@given(manifests)
def test_any_project_and_page_json_opens_or_is_refused_in_words(
    program: Path, found: dict[str, object]
) -> None:
    (program / "app.json").write_text('{"pages": ["pages/index/index"]}', "utf-8")
    (program / "pages/index/index.json").write_text(json_text(found), "utf-8")
    (program / "project.config.json").write_text(json.dumps(found), "utf-8")
    try:
        open_or_refuse(program)
    finally:
        (program / "project.config.json").unlink()
        (program / "pages/index/index.json").unlink()


@tries(100, 20_000)
@given(st.binary(max_size=200), st.sampled_from([b"", b'{"pages": [', b"\xff\xfe", b"[" * 5_000]))
def test_any_bytes_as_app_json_are_refused_in_words(
    program: Path, body: bytes, before: bytes
) -> None:
    (program / "app.json").write_bytes(before + body)
    open_or_refuse(program)


@tries(150, 20_000)
@given(texts | steps.map("/".join))
def test_no_path_leads_out_of_a_package(program: Path, path: str) -> None:
    (program / "app.json").write_text('{"pages": ["pages/index/index"]}', "utf-8")
    package = Package.open(program)
    try:
        place = package.place(path)
    except (ToldError, OSError, ValueError):
        return
    assert place.resolve().is_relative_to(program.resolve())
