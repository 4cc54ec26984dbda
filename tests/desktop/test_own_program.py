"""Which program the launcher starts."""

import sys
import sysconfig
from pathlib import Path

import pytest

from miniapp_host.desktop.desktop_error import DesktopError
from miniapp_host.desktop.own_program import NAME, own_program


def test_the_program_beside_the_one_that_runs_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / NAME).write_text("")
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "miniapp-host")])
    assert own_program() == tmp_path / NAME


def test_the_bundle_is_its_own_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "miniapp-host"))
    assert own_program() == tmp_path / "miniapp-host"


def test_a_checkout_that_nobody_installed_is_told_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nowhere(_kind: str, _scheme: str) -> str:
        return str(tmp_path)

    monkeypatch.setattr(sys, "argv", [str(tmp_path / "__main__.py")])
    monkeypatch.setattr(sysconfig, "get_path", nowhere)
    with pytest.raises(DesktopError, match=r"pip install \."):
        own_program()
