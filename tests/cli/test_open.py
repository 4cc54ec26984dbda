"""`miniapp-host FOLDER` as a shell sees it: words, one line of error, exit codes."""

from pathlib import Path

import pytest

from miniapp_host import __version__
from miniapp_host.cli.main import main
from miniapp_host.cli.open import add_words
from miniapp_host.cli.words import WordsParser
from tests.program_folder import write_program
from tests.programs.archives import pack
from tests.shell_words import run


def test_the_version_is_told() -> None:
    assert run("--version").stdout == f"miniapp-host {__version__}\n"


def test_the_help_names_every_option() -> None:
    told = run("--help").stdout
    for word in (
        "FOLDER",
        "--page",
        "--version-type",
        "--data-dir",
        "--keep-nothing",
        "--fixtures",
        "--domains",
        "--inspect",
        "--verbose",
        "--version",
    ):
        assert word in told


def test_a_missing_folder_is_one_line_and_exit_code_2(tmp_path: Path) -> None:
    done = run(str(tmp_path / "nowhere"))
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert str(tmp_path / "nowhere") in done.stderr


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"readme.txt": "x"}, "app.json"),
        ({"app.json": "{"}, "app.json"),
        ({"app.json": '{"pages": ["a"]}', "../a.wxml": ""}, "../a.wxml: it leads out"),
    ],
)
def test_a_bad_archive_is_one_line_and_exit_code_2(
    tmp_path: Path, files: dict[str, str], told: str
) -> None:
    done = run(str(pack(tmp_path / "bad.zip", files)))
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert told in done.stderr


@pytest.mark.parametrize(
    ("app_json", "told"),
    [
        ("{", "app.json"),
        ('{"pages": []}', "pages"),
        ('{"pages": ["pages/gone/gone"]}', "pages/gone/gone"),
    ],
)
def test_a_bad_app_json_names_file_and_key(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], app_json: str, told: str
) -> None:
    folder = write_program(tmp_path / "bad", {"app.json": app_json})
    assert main([str(folder)]) == 2
    error = capsys.readouterr().err
    assert error.startswith("miniapp-host: app.json")
    assert told in error
    assert error.count("\n") == 1


def test_a_folder_without_app_json_says_which_file_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path)]) == 2
    assert "app.json" in capsys.readouterr().err


def test_a_page_that_is_not_declared_can_not_be_the_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_program(tmp_path / "program", {"index.wxml": "<view/>"})
    assert main([str(folder), "--page", "pages/other/other?x=1"]) == 2
    assert "pages/other/other" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("option", "text", "told"),
    [
        ("--fixtures", '[{"url": "*", "statsu": 200}]', "[0].statsu: there is no such key"),
        ("--fixtures", None, "it can’t be read"),
        ("--domains", '{"request": ["a.example"]}', "request: every entry must be a domain"),
    ],
)
def test_a_bad_file_for_the_network_is_named_with_key_and_remedy(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    option: str,
    text: str | None,
    told: str,
) -> None:
    file = tmp_path / "rules.json"
    if text is not None:
        file.write_text(text)
    assert main([option, str(file)]) == 2
    error = capsys.readouterr().err
    assert error.startswith(f"miniapp-host: {file}: {told}")
    assert error.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "port", "folder"),
    [
        (["--inspect", "program"], 9222, "program"),
        (["--inspect=1234", "program"], 1234, "program"),
        (["--inspect=localhost:0"], 0, None),
        (["program", "--inspect"], 9222, "program"),
        (["program"], None, "program"),
    ],
)
def test_the_port_to_inspect_at_never_swallows_the_folder(
    words: list[str], port: int | None, folder: str | None
) -> None:
    parser = WordsParser()
    add_words(parser)
    found = parser.parse_args(words)
    assert (found.inspect, found.folder) == (port, Path(folder) if folder else None)
