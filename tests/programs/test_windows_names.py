"""What Windows would take for something else than a file of that name."""

from pathlib import PureWindowsPath

import pytest

from miniapp_host.programs.files import ProgramFiles
from miniapp_host.programs.windows_names import reserved_on_windows

DEVICES = ["con", "PRN", "Aux", "nul", "com1", "LPT9", "com²", "conin$", "nul.txt", "aux.a.b"]
FILES = ["console", "com", "com10", "lpt", "nulls.txt", "a.con", "公共", "x.nul", ".aux"]
CUT_SHORT = ["a.", "a ", "a. .", "..."]


@pytest.mark.parametrize("name", [*DEVICES, "con .txt", "com1 ", "nul:stream"])
def test_a_device_is_no_file(name: str) -> None:
    assert reserved_on_windows(name)


@pytest.mark.filterwarnings("ignore:pathlib.PurePath.is_reserved:DeprecationWarning")
@pytest.mark.parametrize("name", [*DEVICES, *FILES])
def test_python_says_the_same_of_windows_paths(name: str) -> None:
    assert reserved_on_windows(name) == PureWindowsPath(name).is_reserved()


@pytest.mark.parametrize("name", CUT_SHORT)
def test_a_name_whose_end_would_get_lost_is_another_file(name: str) -> None:
    assert reserved_on_windows(name)


@pytest.mark.parametrize(
    "url", ["wxfile://usr/a\\..\\b", "wxfile://usr/C:/a", "wxfile://usr/a?", "wxfile://usr/a|b"]
)
def test_what_windows_reads_as_another_place_is_nobody_s_file(
    url: str, files: ProgramFiles
) -> None:
    assert files.resolve(url) is None


@pytest.fixture
def files(tmp_path_factory: pytest.TempPathFactory) -> ProgramFiles:
    """The files of a program that has none yet."""
    return ProgramFiles(tmp_path_factory.mktemp("files"))
