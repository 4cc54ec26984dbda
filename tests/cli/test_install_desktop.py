"""`miniapp-host install-desktop` and `uninstall-desktop` as a shell sees them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.shell_words import ROOT, bare_environment

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the menu of Linux desktops")


def run(program: Path, home: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """The words for an installation whose program lies at `program`."""
    start = f"import sys; sys.argv[0] = {str(program)!r}; from miniapp_host.cli.main import main"
    return subprocess.run(
        [sys.executable, "-c", f"{start}; sys.exit(main())", *words],
        cwd=ROOT,
        env=bare_environment() | {"XDG_DATA_HOME": str(home)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """An installation's program."""
    file = tmp_path / "the program" / "miniapp-host"
    file.parent.mkdir()
    file.write_text("")
    return file


def test_it_is_put_into_the_menu_and_taken_out_again(program: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    done = run(program, home, "install-desktop")
    assert (done.returncode, done.stderr) == (0, "")
    entry = home / "applications" / "miniapp-host.desktop"
    assert str(entry) in done.stdout
    assert f'Exec="{program}" %f' in entry.read_text("utf-8")
    done = run(program, home, "uninstall-desktop")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"removed {entry}" in done.stdout
    assert not entry.exists()
    assert "was not in the menu" in run(program, home, "uninstall-desktop").stdout


def test_a_folder_that_can_not_be_written_is_one_line_and_exit_code_2(
    program: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    home.write_text("")
    done = run(program, home, "install-desktop")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert str(home) in done.stderr
    assert "Allow writing there" in done.stderr


def test_a_relative_data_home_counts_as_none_as_its_specification_says(
    program: Path, tmp_path: Path
) -> None:
    start = "from miniapp_host import paths; print(paths.shared_data_dir())"
    told = subprocess.run(
        [sys.executable, "-c", start],
        env=os.environ | {"XDG_DATA_HOME": "relative", "HOME": str(tmp_path)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == str(tmp_path / ".local" / "share")
