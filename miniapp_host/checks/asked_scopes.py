"""The scopes that a script passes to wx.authorize, as far as it writes them down.

A scope that is a key of a table, or is looked up in what wx.getSetting tells, is asked for by
nobody. Read by pattern: a scope that comes from another file is not seen.
"""

import re
from collections.abc import Container

_SCOPE = re.compile(r"""(["'`])(scope\.[A-Za-z]\w*)\1""")
_HANDED_OVER = re.compile(r"(?:\bscope[\"']?\s*[:=]|(?i:authorize)\w*\s*\()\s*\Z")
_NAMED = re.compile(r"([\w$]+)[\"']?\s*[:=]\s*\Z")
_NAME_HANDED_OVER = re.compile(
    r"(?:\bscope\s*:|(?i:authorize)(?:(?!(?i:authorize))\w)*\s*\()\s*(?:[\w$]+\s*\.\s*)*([\w$]+)\s*[,})]"
)
_BEFORE = 80
"""Characters before a scope that are searched for the name it is passed to."""


def asked_scopes(text: str) -> frozenset[int]:
    """The positions in the script of the quotes around such scopes."""
    handed_over = frozenset(_NAME_HANDED_OVER.findall(text))
    return frozenset(
        match.start() for match in _SCOPE.finditer(text) if _is_asked(text, match, handed_over)
    )


def _is_asked(text: str, scope: re.Match[str], handed_over: Container[str]) -> bool:
    """Whether the scope is passed directly, or under a name that the script passes elsewhere."""
    before = text[max(0, scope.start() - _BEFORE) : scope.start()]
    named = _NAMED.search(before)
    return bool(_HANDED_OVER.search(before)) or (named is not None and named[1] in handed_over)
