"""The program's calls of `wx`, and the wait for one that ends as a test expects."""

from miniapp_host.api.calls.journal import CallRecord, How
from miniapp_host.testing.tested_phone import TestedPhone

__tracebackhide__ = True  # a failure's traceback ends in the test


class Calls:
    """Expects calls in the order in which they were made: a call meets one expectation only."""

    def __init__(self, tested: TestedPhone) -> None:
        self._tested = tested
        self._heard = 0

    def expect(
        self, name: str, result: str | None, how: How | None, seconds: float | None
    ) -> CallRecord:
        """Wait until a call of `name` has ended so; raises WaitError."""
        found: list[CallRecord] = []

        def is_there() -> bool:
            found[:] = [one for one in self._tested.records if self._is_new(one, name)]
            found[:] = [one for one in found if _ended_so(one, result, how)]
            return bool(found)

        wanted = f" -> {result}" if result else ""
        decided = f" [{how.value}]" if how else ""
        self._tested.wait(is_there, f"a call {name}{wanted}{decided}", seconds)
        self._heard = found[0].number
        return found[0]

    def _is_new(self, record: CallRecord, name: str) -> bool:
        return record.number > self._heard and record.name == name


def _ended_so(record: CallRecord, result: str | None, how: How | None) -> bool:
    if record.result is None or (how is not None and record.how is not how):
        return False
    return result is None or record.result in (result, f"{record.name}:{result}")
