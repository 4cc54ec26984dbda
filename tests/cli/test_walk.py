"""`miniapp-host walk` as a shell sees it."""

from pathlib import Path

import pytest

from miniapp_host import paths
from miniapp_host.cli.main import main
from tests.program_folder import write_program

NEARBY = str(paths.resources() / "programs" / "nearby")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_program(tmp_path / "program", {"index.wxml": "<view />"})


def told(capsys: pytest.CaptureFixture[str], *words: object) -> str:
    """What it says in one line on standard error, its exit code being 2."""
    assert main(["walk", *map(str, words)]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    return said


def test_a_bad_file_is_told_with_line_and_key(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "bad.toml"
    file.write_text('title = "T"\n[[steps]]\ntext = "a"\nwhen = { page = {} }\n', "utf-8")
    said = told(capsys, file, folder)
    assert said == (f"miniapp-host: {file}:4: steps[1].when.page: path is missing. Add path = …\n")


def test_an_unknown_name_is_told_with_those_that_ship(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "first-ask" in told(capsys, "first", folder)


def test_a_program_that_uses_no_permission_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "uses none of the permissions" in told(capsys, "first-ask", folder)


@pytest.mark.parametrize(
    ("scope", "said"),
    [
        ("scope.userInfo", "This walkthrough is not about scope.userInfo. Use one of: scope.user"),
        ("scope.tea", "There is no permission scope.tea. Use one of: scope.user"),
    ],
)
def test_a_scope_that_does_not_fit_is_told(
    capsys: pytest.CaptureFixture[str], scope: str, said: str
) -> None:
    assert said in told(capsys, "switched-off", NEARBY, "--scope", scope)


def test_a_folder_that_is_no_program_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "app.json" in told(capsys, "first-ask", tmp_path)
