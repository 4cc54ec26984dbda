"""The program's calls of `wx`, and the wait for one that ends as a test expects."""

from miniapp_host.api.calls.journal import CallRecord, How
from miniapp_host.testing.tested_phone import TestedPhone

__tracebackhide__ = True  # a failure's traceback ends in the test


class Calls:
    """A call meets one expectation only.

    Those of one name meet them in the order in which they end: what had ended before the one that
    met an expectation is past.
    """

    def __init__(self, tested: TestedPhone) -> None:
        self._tested = tested
        self._past: set[int] = set()

    def expect(
        self, name: str, result: str | None, how: How | None, seconds: float | None
    ) -> CallRecord:
        """Wait until a call of `name` has ended so; raises WaitError."""
        found: list[CallRecord] = []

        def is_there() -> bool:
            found[:] = [one for one in self._new(name) if _ended_so(one, result, how)]
            return bool(found)

        wanted = f" -> {result}" if result else ""
        decided = f" [{how.value}]" if how else ""
        self._tested.wait(is_there, f"a call {name}{wanted}{decided}", seconds)
        ended = [one.number for one in self._new(name) if not one.runs]
        self._past.update(one for one in ended if one <= found[0].number)
        return found[0]

    def _new(self, name: str) -> list[CallRecord]:
        records = self._tested.records
        return [one for one in records if one.name == name and one.number not in self._past]


def _ended_so(record: CallRecord, result: str | None, how: How | None) -> bool:
    if record.result is None or (how is not None and record.how is not how):
        return False
    return result is None or record.result in (result, f"{record.name}:{result}")
