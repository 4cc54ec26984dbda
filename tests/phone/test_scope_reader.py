"""Which scopes a program uses is read in pieces, whatever its size."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from miniapp_host.phone.scope_reader import ScopeReader
from miniapp_host.programs.package import Package
from tests.program_folder import write_program


def package(folder: Path, **scripts: str) -> Package:
    files = {f"{name}.js": text for name, text in scripts.items()}
    return Package.open(write_program(folder, {"index.wxml": "<view/>", **files}))


def test_what_app_json_names_is_known_at_once_and_the_rest_later(
    tmp_path: Path, qtbot: QtBot
) -> None:
    many = {f"deep{number}": "wx.getLocation()" for number in range(50)}
    program = package(tmp_path, **many)
    reader = ScopeReader()
    assert reader.read(program) == ()
    with qtbot.waitSignal(reader.found):
        pass
    qtbot.waitUntil(lambda: reader.read(program) == ("scope.userLocation",))


def test_another_program_takes_the_place_of_an_unfinished_one(tmp_path: Path, qtbot: QtBot) -> None:
    first = package(tmp_path / "one", deep="wx.getLocation()")
    second = package(tmp_path / "two", deep="wx.chooseAddress()")
    reader = ScopeReader()
    reader.read(first)
    reader.read(second)
    qtbot.waitUntil(lambda: reader.scopes == ("scope.address",))


def test_a_file_that_goes_while_it_is_read_ends_the_reading(tmp_path: Path, qtbot: QtBot) -> None:
    program = package(tmp_path, deep="wx.getLocation()", zero="wx.chooseAddress()")
    reader = ScopeReader()
    reader.read(program)
    (tmp_path / "zero.js").unlink()
    qtbot.waitUntil(lambda: reader.scopes == ("scope.userLocation",))
    assert reader.read(program) == ("scope.userLocation",)
