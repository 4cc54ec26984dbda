"""Which ways of which scopes the tests of a run have walked, and the table that shows it."""

from collections.abc import Iterable, Mapping

Seen = Mapping[str, Mapping[str, bool]]
"""Scope to way to whether it was walked, for every way that there is."""


class WalkedWays:
    """Adds up what the tests have seen; `seen` can be sent from one process to another."""

    def __init__(self) -> None:
        self.seen: dict[str, dict[str, bool]] = {}

    def add(self, seen: Seen) -> None:
        """Add what one test, or one worker, has seen."""
        for scope, ways in seen.items():
            known = self.seen.setdefault(scope, {})
            for way, walked in ways.items():
                known[way] = known.get(way, False) or walked

    @property
    def percent(self) -> float:
        """How many of the ways were walked; 100 if there are none."""
        walked = [one for ways in self.seen.values() for one in ways.values()]
        return 100.0 * sum(walked) / len(walked) if walked else 100.0

    def table(self) -> str:
        """A line per scope, a column per way: walked, not walked (-), or no such way (blank)."""
        columns = list(dict.fromkeys(way for ways in self.seen.values() for way in ways))
        rows = [["", *columns]]
        for scope, ways in sorted(self.seen.items()):
            rows.append([scope, *(_mark(ways.get(way)) for way in columns)])
        return f"{_aligned(rows)}\n{self.percent:.0f} % of the ways walked"


def _mark(walked: bool | None) -> str:
    if walked is None:
        return ""
    return "walked" if walked else "-"


def _aligned(rows: Iterable[list[str]]) -> str:
    lines = [*rows]
    widths = [max(len(line[at]) for line in lines) for at in range(len(lines[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )
