"""The methods that a script calls on objects made by functions of `wx`: contexts, managers.

Seen where the object is kept under a name of the same file (`this.map = wx.createMapContext()`),
or used at once.
"""

import re
from collections.abc import Iterator

_NAME = r"[A-Za-z_$][\w$]*"
_MADE = re.compile(r"(?<![\w$.])wx\s*+(?:\?\s*+)?\.\s*(?P<factory>(?:create|get)[A-Z]\w*)\s*(?=\()")
_KEPT = re.compile(
    rf"""(?P<holder>{_NAME})\s*(?::[^=;,(){{}}]*)?(?:(?:\|\||\?\?)?=|:)\s*
    (?:[\w$.]+\s*(?:\|\||\?\?)\s*)?\Z""",
    re.X,
)
"""The text before the call: a name, perhaps with a type, and `=`, `:`, `||=` or `= name ||`."""
_BEFORE = 200
_METHOD = rf"\s*[?!]?\.\s*(?P<method>{_NAME})\s*\("
_CALLED = re.compile(rf"(?<![\w$])(?P<holder>{_NAME})(?={_METHOD})")
_USED_AT_ONCE = re.compile(rf"\((?:[^()]|\([^()]*\))*\){_METHOD}")


def method_calls(code: str) -> Iterator[tuple[str, int]]:
    """`FACTORY.METHOD` of each call, and the method's position; `code` has no comments."""
    factories: dict[str, set[str]] = {}
    for made in _MADE.finditer(code):
        if used := _USED_AT_ONCE.match(code, made.end()):
            yield f"{made['factory']}.{used['method']}", used.start("method")
        elif kept := _KEPT.search(code[max(0, made.start() - _BEFORE) : made.start()]):
            factories.setdefault(kept["holder"], set()).add(made["factory"])
    for called in _CALLED.finditer(code) if factories else ():
        for factory in sorted(factories.get(called["holder"], ())):
            yield f"{factory}.{called['method']}", called.start("method")
