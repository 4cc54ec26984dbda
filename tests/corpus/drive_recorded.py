"""Records the sessions of `recorded.py` by real clicks, then runs what was written, unedited.

Not collected by a plain pytest run.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from miniapp_host.phone.options import Options
from miniapp_host.testing.device import Device
from miniapp_host.testing.host import MiniAppHost, Wishes
from miniapp_host.testing.miniapp import MiniApp
from miniapp_host.testing.prompt import PromptDriver
from miniapp_host.testing.settings import SettingsDriver
from miniapp_host.testing.tested_phone import TestedPhone
from miniapp_host.testing.waiting import let_run
from tests.corpus.development_set import answers
from tests.corpus.flows import checkout
from tests.corpus.recorded import SESSIONS, Hands, Session

pytestmark = pytest.mark.expects_log

QUIET_SECONDS = 0.4
"""A person looks before they go on."""


class SlowPhone(TestedPhone):
    """A phone whose person looks at what came of each thing that they did."""

    def pause(self) -> None:
        super().pause()
        self._looks()

    def _looks(self) -> None:
        let_run(QUIET_SECONDS)


@pytest.fixture
def record(tmp_path: Path) -> Callable[[Session, Path], Path]:
    """Walks a session on a phone that records; gives the file."""

    def walk(session: Session, folder: Path) -> Path:
        fixtures = tmp_path / "fixtures.json"
        fixtures.write_text(json.dumps(answers(session.program)), "utf-8")
        host = MiniAppHost(
            Wishes(folder=folder, options=Options(fixtures=fixtures)), tmp_path / "pictures"
        )
        built = host.phone(tmp_path / "phone")
        tested = SlowPhone(built.phone, tmp_path / "pictures")
        try:
            return recorded(session, tested, folder, tmp_path / "test_recorded.py")
        finally:
            tested.close()
            host.close()

    return walk


def recorded(session: Session, tested: TestedPhone, folder: Path, file: Path) -> Path:
    tested.open(folder)
    if session.page is not None:
        tested.restart(session.page)
    recordings = tested.phone.tools.workbench.context.recordings
    recordings.begin()
    session.walk(
        Hands(MiniApp(tested), PromptDriver(tested), SettingsDriver(tested), Device(tested))
    )
    tested.pause()
    recordings.end()
    recordings.write(file)
    return file


@pytest.mark.parametrize("session", SESSIONS, ids=lambda one: one.name)
def test_what_was_recorded_passes_without_edits(
    session: Session, record: Callable[[Session, Path], Path]
) -> None:
    folder = checkout(session.program)
    if folder is None:
        pytest.skip(f"no checkout of {session.program} was named")
    file = record(session, folder)
    source = file.read_text("utf-8")
    print(source)
    command = [sys.executable, "-m", "pytest", "-q", f"--miniapp={folder}", file.name]
    command += [f"--miniapp-fixtures={file.parent / 'fixtures.json'}", "-p", "no:cacheprovider"]
    (file.parent / "pytest.ini").write_text("[pytest]\n")
    ended = subprocess.run(command, cwd=file.parent, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, f"{source}\n{ended.stdout[-6000:]}\n{ended.stderr[-2000:]}"
    assert "# Something was tapped" not in source, f"a tap was not recorded:\n{source}"
