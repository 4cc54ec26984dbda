"""What a page shows of a target, and whether that is what a row says."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from tests.corpus.libraries.rows import Look, Of, Seen

ROUNDING = 0.75
"""Boxes and sizes may differ by so many pixels: a phone rounds rpx to its own grid."""

Facts = Mapping[str, Any]
Ask = Callable[[str], Any]
"""Gives the value of a JavaScript expression over `page`, the document in front."""

_TARGET = re.compile(
    r"(?P<css>.+?)(?P<pseudo>::\w+)?(?:::part\((?P<part>[\w-]+)\))?"
    r"(?: = (?P<text>.+?))?(?: @(?P<nth>\d+))?"
)

_CLASS = re.compile(r"\.([A-Za-z][\w-]*)")
_SCOPED = r""":is(.\1, [class$="--\1"], [class*="--\1 "])"""
"""A component's class stands in the page under its own name, under one with its scope, or both."""

_LOOK = (Path(__file__).parent / "look.js").read_text("utf-8")
_NO_STYLES = {
    *("text", "value", "count", "on_top", "inside", "middle", "centre"),
    *("left", "top", "right", "bottom", "width", "height"),
}


def facts_of(ask: Ask, target: str, names: Iterable[str] = (), *, bring: bool = False) -> Facts:
    """What the page shows of the target, once it is in view if it is to be brought there.

    `names` are the styles that are wanted, too.
    """
    found = _TARGET.fullmatch(target)
    assert found, f"no target: {target}"
    parts: dict[str, object] = {name: text for name, text in found.groupdict().items() if text}
    parts["css"] = _CLASS.sub(_SCOPED, found["css"])
    parts["nth"] = int(found["nth"] or 1)
    styles = [name.replace("_", "-") for name in names if name not in _NO_STYLES]
    given = ", ".join(map(json.dumps, (parts, styles, bring)))
    facts = dict(ask(f"{_LOOK}({given})") or {"count": 0})
    return {name.replace("-", "_"): told(fact) for name, fact in facts.items()}


def told(fact: Any) -> Any:
    """Colours as `#rrggbb`, lengths as numbers; anything else as it is."""
    if not isinstance(fact, str):
        return fact
    if colour := re.fullmatch(r"rgba?\((\d+), (\d+), (\d+)(?:, 1)?\)", fact):
        return "#" + "".join(f"{int(one):02x}" for one in colour.groups())
    return float(fact[:-2]) if re.fullmatch(r"-?[\d.]+px", fact) else fact


def wrong(ask: Ask, look: Look) -> list[str]:
    """What is not as the row says: `fact seen, not expected`; empty if all is right."""
    facts = facts_of(ask, look.target, look.facts)
    if look.facts.get("count") != 0 and facts["count"] == 0:
        return ["not there"]
    wanted = {name: _fact_of(ask, seen) for name, seen in look.facts.items()}
    return [
        f"{name} {facts.get(name)!r}, not {seen!r}"
        for name, seen in wanted.items()
        if not _fits(facts.get(name), seen)
    ]


def _fact_of(ask: Ask, seen: Seen) -> Any:
    """What is expected, with what another element shows in the place of its name."""
    if not isinstance(seen, Of):
        return seen
    other = facts_of(ask, seen.target, (seen.fact,)).get(seen.fact)
    return other + seen.plus if other is not None and seen.plus else other


def _fits(fact: Any, seen: Any) -> bool:
    if isinstance(seen, re.Pattern):
        return bool(seen.search(str(fact)))
    if isinstance(seen, tuple):
        return isinstance(fact, int | float) and seen[0] <= fact <= seen[1]
    if isinstance(seen, int | float) and not isinstance(seen, bool):
        return isinstance(fact, int | float) and abs(fact - seen) <= ROUNDING
    return bool(fact == seen)
