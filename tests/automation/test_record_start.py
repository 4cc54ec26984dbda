"""A phone that starts with a recording, of a folder or an archive."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from miniapp_host.automation.opened_first import open_first, without_program
from miniapp_host.automation.record_start import RecordStart
from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import Phone
from miniapp_host.testing.miniapp import MiniApp
from miniapp_host.testing.tested_phone import TestedPhone
from tests.programs.archives import pack
from tests.programs.conftest import Content
from tests.shell_words import run

FILES: dict[str, Content] = {
    "app.json": {"pages": ["pages/index/index"]},
    "app.js": "App({})",
    "project.config.json": {"appid": "wxpacked"},
    "pages/index/index.js": "Page({})",
    "pages/index/index.wxml": "<view>Press me</view>",
}


def test_what_is_done_in_a_packed_program_is_kept_when_the_window_is_closed(
    phone: Phone, data_dir: Path, tmp_path: Path
) -> None:
    archive, file = pack(tmp_path / "mine.zip", FILES), tmp_path / "test_x.py"
    started = RecordStart(Options(data_dir=data_dir, folder=archive), file)
    started.begin(phone)
    tested = TestedPhone(phone, tmp_path / "pictures")
    tested.open(next(iter(phone.running.values())).session.package.folder)
    MiniApp(tested).tap("Press me")
    assert MiniApp(tested).texts
    phone.window.close()
    assert started.exit_code == 0
    source = file.read_text("utf-8")
    assert "pytest --miniapp=mine.zip FILE" in source
    assert '    miniapp.tap("Press me")\n' in source


def test_a_phone_starts_without_what_it_has_to_open_first(phone: Phone, tmp_path: Path) -> None:
    archive = pack(tmp_path / "mine.zip", FILES)
    options = Options(folder=archive, page="pages/index/index?a=1")
    assert without_program(options).folder is None
    open_first(phone, options)
    (opened,) = phone.running.values()
    assert opened.page == "pages/index/index?a=1"


def test_a_recording_reads_its_folder_however_long_that_takes(
    phone: Phone, data_dir: Path, tmp_path: Path
) -> None:
    """Where the disk is busy, a phone that is given a folder opens it later."""
    folder = tmp_path / "mine"
    ZipFile(pack(tmp_path / "mine.zip", FILES)).extractall(folder)
    RecordStart(Options(data_dir=data_dir, folder=folder), tmp_path / "test_x.py").begin(phone)
    assert phone.tools.workbench.context.recordings.running


def test_a_test_that_can_t_be_kept_is_printed(
    phone: Phone, data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive, file = pack(tmp_path / "mine.zip", FILES), tmp_path / "gone" / "test_x.py"
    started = RecordStart(Options(data_dir=data_dir, folder=archive), file)
    started.begin(phone)
    tested = TestedPhone(phone, tmp_path / "pictures")
    tested.wait(lambda: tested.program.drawn, "the page")
    MiniApp(tested).tap("Press me")
    assert MiniApp(tested).texts
    phone.window.close()
    assert started.problem is not None
    assert "name another file" in str(started.problem)
    assert 'miniapp.tap("Press me")' in capsys.readouterr().out


def test_a_folder_is_no_place_for_a_test(data_dir: Path, tmp_path: Path) -> None:
    archive = pack(tmp_path / "mine.zip", FILES)
    words = ("record", str(archive), "--out", str(tmp_path), "--data-dir", str(data_dir))
    done = run(*words, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 2
    assert "is a folder. Name a file in it" in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("record", "{archive}", "--out", "{archive}.py"),
        ("walk", "first-ask", "{archive}"),
        ("auto", "--project", "{archive}", "--auto-port", "0", "--headless"),
    ],
    ids=lambda words: words[0],
)
def test_a_broken_archive_is_refused_with_a_remedy(
    words: tuple[str, ...], data_dir: Path, tmp_path: Path
) -> None:
    archive = tmp_path / "broken.zip"
    archive.write_bytes(b"no archive")
    filled = [word.format(archive=archive) for word in words]
    done = run(*filled, "--data-dir", str(data_dir), QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "broken.zip" in done.stderr
