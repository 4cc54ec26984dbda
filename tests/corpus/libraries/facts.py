"""What a page shows of a target, and whether that is what a row says."""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from tests.corpus.libraries.rows import Look, Of, Seen

ROUNDING = 0.75
"""Boxes and sizes may differ by so many pixels: a phone rounds rpx to its own grid."""

Facts = Mapping[str, Any]
Ask = Callable[[str], Any]
"""Gives the value of a JavaScript expression over `page`, the document in front."""

_TARGET = re.compile(
    r"(?P<css>.+?)(?P<pseudo>::\w+)?(?: = (?P<text>.+?))?(?: @(?P<nth>\d+))?(?: \^ (?P<around>.+))?"
)

_FACTS = """
(({css, pseudo, text, nth, around}, names) => {
  const view = page.defaultView
  const drawn = (one) => {
    const {width, height} = one.getBoundingClientRect()
    const how = {opacityProperty: true, visibilityProperty: true}
    return width > 0 && height > 0 && one.checkVisibility(how)
  }
  const words = (one) => (one.innerText ?? '').trim()
  let found = [...page.querySelectorAll(css)].filter(drawn)
  if (text) {
    const same = found.filter((one) => words(one) === text)
    found = same.length ? same : found.filter((one) => words(one).includes(text))
  }
  const match = found[(nth ?? 1) - 1]
  const one = around ? match?.closest(around) : match
  if (!one) return {count: found.length}
  if (names.includes('scroll-into-view')) one.scrollIntoView({block: 'center', behavior: 'instant'})
  const box = one.getBoundingClientRect()
  const {left, top, right, bottom, width, height} = box
  const middle = left + width / 2, centre = top + height / 2
  const field = one.shadowRoot?.querySelector('input, textarea')
  const hit = page.elementFromPoint(middle, centre)
  const style = view.getComputedStyle(one, pseudo)
  const sized = pseudo ? style : {width, height}
  const styles = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]))
  return {
    ...styles, count: found.length, text: words(one), value: field ? field.value : '',
    left, top, right, bottom, width: parseFloat(sized.width), height: parseFloat(sized.height),
    middle, centre,
    on_top: one.contains(hit) || style.pointerEvents === 'none' && !!hit?.contains(one),
    inside: right > 0 && bottom > 0 && left < view.innerWidth && top < view.innerHeight,
  }
})(%s, %s)
"""
_NO_STYLES = {
    *("text", "value", "count", "on_top", "inside", "middle", "centre"),
    *("left", "top", "right", "bottom", "width", "height"),
}


def facts_of(ask: Ask, target: str, names: Mapping[str, Seen] | tuple[str, ...] = ()) -> Facts:
    """What the page shows of the target; `names` are the styles that are wanted, too."""
    found = _TARGET.fullmatch(target)
    assert found, f"no target: {target}"
    parts = {name: text for name, text in found.groupdict().items() if text}
    parts["nth"] = int(parts.get("nth", 1))
    styles = [name.replace("_", "-") for name in names if name not in _NO_STYLES]
    facts = dict(ask(_FACTS % (json.dumps(parts), json.dumps(styles))) or {"count": 0})
    return {
        name.replace("-", "_") if name in styles else name: told(fact)
        for name, fact in facts.items()
    }


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
