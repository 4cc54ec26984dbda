"""What importing the phone leaves of Python's imports, and what the command makes of them."""

import builtins
import subprocess
import sys
from pathlib import Path

import pytest

from miniapp_host.phone.plain_imports import plain_imports

PHONE = "import miniapp_host.phone.phone, miniapp_host.phone.programs"


def printed(*lines: str, folder: Path | None = None) -> str:
    """What Python prints that runs these lines in a process of its own."""
    command = [sys.executable, "-c", "\n".join(lines)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=folder)
    return done.stdout.strip()


def test_importing_the_phone_leaves_imports_as_pyside_alone_makes_them() -> None:
    told = "import builtins; print(builtins.__import__)"
    assert printed(PHONE, told) == printed("import PySide6.QtCore", told)


def test_a_program_that_imports_the_phone_may_use_features_of_pyside(tmp_path: Path) -> None:
    (tmp_path / "theirs.py").write_text(
        "from PySide6.QtCore import QObject\n"
        "from __feature__ import snake_case\n"
        "print(hasattr(QObject, 'object_name'))\n"
    )
    assert printed(PHONE, "import theirs", folder=tmp_path) == "True"


def test_the_command_keeps_no_source_of_any_module() -> None:
    kept = "print([name for name, (*_, lines, _) in linecache.cache.items() if lines])"
    assert (
        printed(
            "import linecache",
            "from miniapp_host.phone.plain_imports import plain_imports",
            "with plain_imports():",
            f"    {PHONE}",
            kept,
        )
        == "[]"
    )


@pytest.mark.parametrize("problem", [None, SystemExit(2)])
def test_imports_are_as_before_when_the_command_ends(problem: SystemExit | None) -> None:
    before = builtins.__import__
    try:
        with plain_imports():
            assert builtins.__import__ is not before
            if problem is not None:
                raise problem
    except SystemExit:
        pass
    assert builtins.__import__ is before
