"""One walk through a walkthrough: which step is due, and what came of those before.

It hears what happens and passes or fails its steps by itself; the person can always overrule it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from miniapp_host.walkthroughs.happenings import Happening
from miniapp_host.walkthroughs.walkthrough import Step, Walkthrough
from miniapp_host.watchers import Unwatch, Watchers


class Result(Enum):
    """What came of a step; the values are the words of the report."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"


class Judge(Enum):
    """Who said what came of a step: the phone, by its conditions, or the person."""

    PHONE = "phone"
    PERSON = "person"


@dataclass(frozen=True)
class Verdict:
    """What came of one step; `comment` is the person's, `seconds` how long the step was due."""

    result: Result
    judge: Judge
    at: datetime
    seconds: float
    comment: str = ""


@dataclass(frozen=True)
class Moved:
    """The walk went on or back; `judged` is the step that has just got its verdict, if one has.

    Steps count from 0; `due` is the number of steps once all of them have one.
    """

    judged: int | None
    due: int


class Walk:
    """The steps of `walkthrough` in order; `scope` is the id of the one that the person chose.

    `present` tells what holds now, as if it happened: a step that waits for a state passes at
    once if it is so already. `now` gives the time with its zone.
    """

    def __init__(
        self,
        walkthrough: Walkthrough,
        scope: str | None,
        present: Callable[[], Iterable[Happening]],
        now: Callable[[], datetime],
    ) -> None:
        self.walkthrough = walkthrough
        self.scope = scope
        self.began = now()
        self.due = 0
        self.verdicts: dict[int, Verdict] = {}
        self.pictures: dict[int, bytes] = {}
        """By step: a PNG of the phone when the step got its verdict."""
        self._present = present
        self._now = now
        self._due_since = self.began
        self._watchers: Watchers[Moved] = Watchers()

    @property
    def step(self) -> Step | None:
        """The step that is due; None at the end."""
        steps = self.walkthrough.steps
        return steps[self.due] if self.due < len(steps) else None

    @property
    def finished(self) -> bool:
        """Whether every step has its verdict."""
        return self.step is None

    @property
    def passed(self) -> bool:
        """Whether it is finished and no step failed."""
        failed = any(one.result is Result.FAILED for one in self.verdicts.values())
        return self.finished and not failed

    def watch(self, callback: Callable[[Moved], None]) -> Unwatch:
        """Call `callback` at every move; the returned function ends that."""
        return self._watchers.watch(callback)

    def begin(self) -> None:
        """Pass the first steps if what they wait for is so already; called once, when watched."""
        self._look()

    def hear(self, happening: Happening) -> None:
        """Pass or fail the step that is due if it waits for this."""
        step = self.step
        if step is None:
            return
        if step.never is not None and step.never.met_by(happening, self.scope):
            self._judge(Result.FAILED, Judge.PHONE)
        elif step.when is not None and step.when.met_by(happening, self.scope):
            self._judge(Result.PASSED, Judge.PHONE)

    def tick(self) -> None:
        """The person says that the step that is due passed."""
        self._judge(Result.PASSED, Judge.PERSON)

    def fail(self, comment: str) -> None:
        """The person says that the step that is due failed, and why."""
        self._judge(Result.FAILED, Judge.PERSON, comment)

    def skip(self) -> None:
        """The person leaves the step that is due out."""
        self._judge(Result.SKIPPED, Judge.PERSON)

    def back(self) -> None:
        """Take the last verdict back; its step waits for news, not for what is so already."""
        if self.due == 0:
            return
        self.due -= 1
        self._due_since = self._now()
        self.verdicts.pop(self.due, None)
        self.pictures.pop(self.due, None)
        self._watchers.announce(Moved(None, self.due))

    def _judge(self, result: Result, judge: Judge, comment: str = "") -> None:
        if self.finished:
            return
        judged, now = self.due, self._now()
        seconds = max(0.0, (now - self._due_since).total_seconds())
        self.verdicts[judged] = Verdict(result, judge, now, seconds, comment)
        self.due, self._due_since = judged + 1, now
        self._watchers.announce(Moved(judged, self.due))
        if self.due == judged + 1:  # nobody went back meanwhile
            self._look()

    def _look(self) -> None:
        """Pass the step that is due if what it waits for is so already."""
        step = self.step
        if step is None or step.when is None:
            return
        if any(step.when.met_by(one, self.scope) for one in self._present()):
            self._judge(Result.PASSED, Judge.PHONE)
