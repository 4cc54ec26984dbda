"""A report of a walk in which everything came up that can."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from miniapp_host import paths
from miniapp_host.devices.drawing import placeholder_png
from miniapp_host.texts import Language, Text, Texts
from miniapp_host.walkthroughs.report import Report, StepReport, Tested
from miniapp_host.walkthroughs.walk import Judge, Result, Verdict

NOON = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
HOSTILE = "<script>alert(1)</script> & \x00\x1b 第二行\nsecond line"


def verdict(result: Result, judge: Judge, comment: str = "", seconds: float = 1.5) -> Verdict:
    return Verdict(result, judge, NOON + timedelta(seconds=seconds), seconds, comment)


@pytest.fixture
def report(tmp_path: Path) -> Report:
    picture = placeholder_png(390, 844)
    steps = (
        (verdict(Result.PASSED, Judge.PHONE), picture),
        (verdict(Result.PASSED, Judge.PERSON, seconds=75), picture),
        (verdict(Result.FAILED, Judge.PHONE), picture),
        (verdict(Result.FAILED, Judge.PERSON, HOSTILE), picture),
        (verdict(Result.SKIPPED, Judge.PERSON), None),
        (None, None),
    )
    text = Text("Press “Allow”", "点“允许”")
    return Report(
        tested=Tested("Tea <b>", "wx1", "develop", "1.0", str(tmp_path), "MiniApp Host 1"),
        name="first-ask",
        title=Text("First ask", "首次询问"),
        about=Text("Nobody has to guess.", "无需猜测。"),
        scope="scope.userLocation",
        began=NOON,
        ended=NOON + timedelta(seconds=80.25),
        steps=tuple(StepReport(number + 1, text, *one) for number, one in enumerate(steps)),
    )


@pytest.fixture(params=Language)
def texts(request: pytest.FixtureRequest) -> Texts:
    """The host in each of its languages."""
    return Texts(request.param, paths.resources() / "i18n")
