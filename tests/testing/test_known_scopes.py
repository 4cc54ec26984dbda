"""The scopes of a program that is opened many times: read once, and again when it has changed."""

import os
from pathlib import Path

import pytest

from miniapp_host.programs.package import Package
from miniapp_host.programs.reading import read_package
from miniapp_host.testing.known_scopes import KnownScopes
from tests.program_folder import write_program

CAMERA = "Page({go() { wx.authorize({scope: 'scope.camera'}) }})"
RECORD = "Page({go() { wx.authorize({scope: 'scope.record'}) }})"


@pytest.fixture
def program(tmp_path: Path) -> Package:
    return read_package(write_program(tmp_path, {"index.wxml": "<view />", "index.js": CAMERA}))


def test_a_change_of_a_file_is_seen(program: Package) -> None:
    known = KnownScopes()
    assert known.of(program) == ("scope.camera",)
    (program.root / "pages/index/index.js").write_text(f"{CAMERA}\n{RECORD}")
    assert known.of(read_package(program.folder)) == ("scope.record", "scope.camera")


def test_a_new_file_is_seen(program: Package) -> None:
    known = KnownScopes()
    known.of(program)
    (program.root / "more.js").write_text(RECORD)
    assert known.of(read_package(program.folder)) == ("scope.record", "scope.camera")


def test_files_that_are_as_they_were_are_not_read_again(program: Package) -> None:
    known = KnownScopes()
    known.of(program)
    script = program.root / "pages/index/index.js"
    before = script.stat()
    script.write_text(RECORD)  # as long as the other, and then as old
    os.utime(script, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert known.of(read_package(program.folder)) == ("scope.camera",)


def test_another_program_has_scopes_of_its_own(program: Package, tmp_path: Path) -> None:
    known = KnownScopes()
    known.of(program)
    other = write_program(tmp_path / "other", {"index.wxml": "<view />", "index.js": RECORD})
    assert known.of(read_package(other)) == ("scope.record",)
    assert known.of(program) == ("scope.camera",)
