"""What came of a walk, as one record from which every form of the report is made."""

from dataclasses import dataclass
from datetime import datetime

from miniapp_host.texts import Text
from miniapp_host.walkthroughs.walk import Verdict, Walk
from miniapp_host.walkthroughs.walkthrough import Step
from miniapp_host.walkthroughs.wording import Wording

UNFINISHED = "unfinished"
NOT_REACHED = "not reached"


@dataclass(frozen=True)
class Tested:
    """The program that was walked through, and the host it ran on.

    `kind` is develop, trial or release; `version` is what the program says of itself.
    """

    name: str
    appid: str
    kind: str
    version: str
    folder: str
    host: str


@dataclass(frozen=True)
class StepReport:
    """One step; `verdict` is None if it was not reached, `picture` is a PNG."""

    number: int
    text: Text
    verdict: Verdict | None
    picture: bytes | None

    @property
    def result(self) -> str:
        """passed, failed, skipped or not reached."""
        return self.verdict.result.value if self.verdict else NOT_REACHED

    @property
    def seconds(self) -> float:
        """How long the step was due."""
        return self.verdict.seconds if self.verdict else 0.0


@dataclass(frozen=True)
class Report:
    """A whole walk; `scope` is the id of the chosen one."""

    tested: Tested
    name: str
    title: Text
    about: Text
    scope: str | None
    began: datetime
    ended: datetime
    steps: tuple[StepReport, ...]

    @property
    def result(self) -> str:
        """failed if a step failed, unfinished if one was not reached, else passed."""
        if self.count("failed"):
            return "failed"
        return UNFINISHED if self.count(NOT_REACHED) else "passed"

    @property
    def seconds(self) -> float:
        """How long the walk took."""
        return max(0.0, (self.ended - self.began).total_seconds())

    def count(self, result: str) -> int:
        """How many steps have this result."""
        return sum(one.result == result for one in self.steps)


def report_of(walk: Walk, tested: Tested, ended: datetime) -> Report:
    """The report of a walk, also of one that is not finished."""
    wording = Wording(tested.name, walk.scope)

    def step_report(number: int, step: Step) -> StepReport:
        return StepReport(
            number + 1,
            wording.filled(step.text),
            walk.verdicts.get(number),
            walk.pictures.get(number),
        )

    walkthrough = walk.walkthrough
    return Report(
        tested=tested,
        name=walkthrough.name,
        title=walkthrough.title,
        about=walkthrough.about,
        scope=walk.scope,
        began=walk.began,
        ended=ended,
        steps=tuple(step_report(*one) for one in enumerate(walkthrough.steps)),
    )
