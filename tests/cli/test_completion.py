"""Shells complete our words with the script that `completion` prints."""

import shutil
import subprocess

import pytest

from miniapp_host.cli.commands import COMMANDS
from miniapp_host.cli.main import main

ASK_BASH = r"""
words=({words})
COMP_WORDS=("${{words[@]}}") COMP_CWORD=$(({count} - 1))
COMP_LINE="${{words[*]}}" COMP_POINT=${{#COMP_LINE}}
_shtab_miniapp_host miniapp-host "${{words[-1]}}" "${{words[-2]}}"
printf '%s\n' "${{COMPREPLY[@]}}"
"""


def script(shell: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["completion", shell]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_knows_every_command(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = script(shell, capsys)
    assert [command.name for command in COMMANDS if command.name not in text] == []
    assert "scope.userFuzzyLocation" in text


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_can_read_its_script(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    done = subprocess.run(
        [shell, "-n"], input=script(shell, capsys), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
@pytest.mark.parametrize(
    ("words", "completed"),
    [
        (["perm"], ["permissions"]),
        (["permissions", "gr"], ["grant"]),
        (["permissions", "grant", "wx", "scope.userF"], ["scope.userFuzzyLocation"]),
        (["device", "switch", "album", ""], ["on", "off"]),
        (["prompt", "deny", "--sc"], ["--scope"]),
        (["--verb"], ["--verbose"]),
        (["completion", "b"], ["bash"]),
    ],
)
def test_bash_completes(
    words: list[str], completed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    quoted = " ".join(f"'{word}'" for word in ["miniapp-host", *words])
    asked = ASK_BASH.format(words=quoted, count=len(words) + 1)
    done = subprocess.run(
        ["bash", "--norc"],
        input=script("bash", capsys) + asked,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == completed
