"""A phone that starts with a walkthrough beside it."""

from pathlib import Path

from miniapp_host import paths
from miniapp_host.automation.walk_start import WalkStart
from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import Phone
from miniapp_host.walkthroughs.shelf import named_walkthrough
from tests.conftest import OpenProgram
from tests.running_phone import phone_process
from tests.shell_words import run

PROGRAMS = paths.resources() / "programs"
LOCATION = "scope.userLocation"
FIRST_ASK = named_walkthrough("first-ask", Path())


def test_with_one_scope_the_walk_begins_at_once(
    phone: Phone, open_folder: OpenProgram, data_dir: Path
) -> None:
    open_folder(phone, PROGRAMS / "nearby")
    started = WalkStart(Options(data_dir=data_dir), FIRST_ASK, (LOCATION,))
    started.begin(phone)
    walk = phone.tools.workbench.context.walks.walk
    assert walk is not None
    assert walk.scope == LOCATION
    assert started.exit_code == 1
    while not walk.finished:
        walk.tick()
    assert started.exit_code == 0


def test_with_several_scopes_the_person_chooses_and_finds_the_walkthrough_first(
    phone: Phone, open_folder: OpenProgram, data_dir: Path, tmp_path: Path
) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(FIRST_ASK.file.read_text("utf-8"), "utf-8")
    mine = named_walkthrough(str(file), Path())
    open_folder(phone, PROGRAMS / "permission-lab")
    started = WalkStart(Options(data_dir=data_dir), mine, (LOCATION, "scope.camera"))
    started.begin(phone)
    walks = phone.tools.workbench.context.walks
    assert walks.walk is None
    assert [one.name for one in walks.shelf().walkthroughs][:2] == ["mine", "first-ask"]
    walks.begin(mine, "scope.camera")
    walks.end()
    assert started.exit_code == 1


def test_a_failed_walk_is_told_in_the_exit_code(
    phone: Phone, open_folder: OpenProgram, data_dir: Path
) -> None:
    open_folder(phone, PROGRAMS / "nearby")
    started = WalkStart(Options(data_dir=data_dir), FIRST_ASK, (LOCATION,))
    started.begin(phone)
    walk = phone.tools.workbench.context.walks.walk
    assert walk is not None
    walk.fail("Nothing comes up")
    while not walk.finished:
        walk.tick()
    assert started.exit_code == 1


def test_a_phone_that_runs_already_is_not_taken(data_dir: Path) -> None:
    words = ("walk", "first-ask", str(PROGRAMS / "nearby"), "--data-dir", str(data_dir))
    with phone_process(data_dir) as running:
        assert running.ask("Host.getInfo")["running"] == []
        done = run(*words, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 2
    assert "runs over" in done.stderr
