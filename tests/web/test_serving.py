"""What a program's pages may fetch, and that no address leads out of it."""

from pathlib import Path

import pytest

from miniapp_host.programs.package import Package
from miniapp_host.programs.source import ProgramSource
from miniapp_host.web.runtime_files import runtime_file
from miniapp_host.web.serving import Serving
from tests.program_folder import write_program


@pytest.fixture
def serving(tmp_path: Path) -> Serving:
    package = Package.open(write_program(tmp_path / "program", {"index.wxml": ""}))
    source = ProgramSource(package, tmp_path / "cache", None, {}, {})
    return Serving(lambda _address: None, source)


@pytest.fixture
def runtime(tmp_path: Path) -> Path:
    folder = tmp_path / "runtime"
    folder.mkdir()
    (folder / "service.js").write_text("runs")
    (tmp_path / "secret.js").write_text("secret")
    return folder


def test_the_runtime_is_served(runtime: Path) -> None:
    assert runtime_file(runtime, "/__runtime/service.js").body == b"runs"


@pytest.mark.parametrize("name", ["../secret.js", "none.js", "", "a/../service.js"])
def test_nothing_else_is_served_as_the_runtime(runtime: Path, name: str) -> None:
    with pytest.raises(FileNotFoundError):
        runtime_file(runtime, f"/__runtime/{name}")


def test_a_file_that_the_program_did_not_make_is_not_there(serving: Serving) -> None:
    with pytest.raises(FileNotFoundError):
        serving.resource("/__file/tmp/none.png")
