"""A recording that was written is a test that passes, without edits."""

from pathlib import Path

import pytest

from miniapp_host import paths
from miniapp_host.testing.miniapp import MiniApp
from miniapp_host.testing.prompt import PromptDriver
from miniapp_host.testing.settings import SettingsDriver
from miniapp_host.testing.tested_phone import TestedPhone
from tests.conftest import MakePhone

pytest_plugins = ["pytester"]

NEARBY = paths.resources() / "programs" / "nearby"


def test_a_recorded_test_passes(
    make_phone: MakePhone, tmp_path: Path, pytester: pytest.Pytester
) -> None:
    tested = TestedPhone(make_phone(), tmp_path / "pictures")
    tested.open(NEARBY)
    recordings = tested.phone.tools.workbench.context.recordings
    recordings.begin()
    miniapp = MiniApp(tested)
    miniapp.tap("Use my location")
    PromptDriver(tested).deny()
    miniapp.tap("Open settings")
    settings = SettingsDriver(tested)
    settings.expect()
    settings.enable("userLocation")
    miniapp.expect_text("Closest first")
    miniapp.home()
    miniapp.come_back()
    recordings.end()
    recordings.write(pytester.path / "test_recorded.py")
    pytester.makeini("[pytest]")
    result = pytester.runpytest_subprocess(f"--miniapp={NEARBY}")
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["* allowed again in settings *"])
