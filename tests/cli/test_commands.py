"""The first word of the command line chooses what happens."""

from argparse import ArgumentParser
from pathlib import Path

import pytest

from miniapp_host.cli.commands import COMMANDS, OPEN, command_of, module_of
from miniapp_host.cli.main import main
from tests.shell_words import run


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_has_a_module_with_its_words_and_its_deed(command: object) -> None:
    module = module_of(command)
    parser = ArgumentParser()
    module.add_words(parser)
    assert parser.description
    assert callable(module.run)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_the_help_lists_every_command(command: object, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    assert command.summary in capsys.readouterr().out


def test_a_misspelt_command_is_told_the_nearest() -> None:
    done = run("chekc", "folder")
    assert done.returncode == 2
    assert done.stderr == (
        "miniapp-host: There is neither a command nor a folder chekc. Did you mean check?\n"
    )


def test_a_word_that_resembles_no_command_is_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["nearby"]) == 2
    assert "no folder nearby" in capsys.readouterr().err


def test_a_folder_that_resembles_a_command_can_be_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("checks").mkdir()
    assert command_of(["checks"]) == (OPEN, ["checks"])


def test_opening_may_be_said_aloud(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["open", "nearby"]) == 2
    assert "no folder nearby" in capsys.readouterr().err
