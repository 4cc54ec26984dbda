"""What the runtime finds in WXML and WXS while it reads templates, as sentences.

It writes English into the console, `file:line:column: problem`: known here by its form.
"""

import re
from collections.abc import Mapping
from functools import cache

from miniapp_host.texts import Sentence

_PLACED = re.compile(r"(\S+\.(?:wxml|wxs):\d+:\d+): (.*)", re.S)
_FIELD = re.compile(r"{(\w+)}")
# The first form that fits counts.
_FORMS = (
    Sentence("{call} is undefined: WXML calls only functions of its <wxs> modules"),
    Sentence('<wxs> needs a module="…" that is a name in expressions'),
    Sentence('<template> needs a name="…" or is="…"'),
    Sentence("<{tag}> needs a {attribute} without {braces}"),
    Sentence("{{ is not closed"),
    Sentence("the comment is not closed"),
    Sentence("the tag <{tag} is not closed"),
    Sentence("the value of {name} is not closed"),
    Sentence("<{tag}> is not closed"),
    Sentence("</{tag}> closes nothing"),
    Sentence("<{tag}> is nested too deep: it is left out"),
    Sentence("{sign} is not expected in an expression"),
    Sentence("{sign} is not expected in <{tag}>"),
    Sentence("the expression is not complete"),
    Sentence("{name} is no name of an attribute"),
    Sentence("{name} follows no wx:if"),
    Sentence("{name} has too many parts: it is left out"),
    Sentence("{problem}: it ends here"),
    Sentence("{file} is being included in a loop"),
    Sentence("too much is included"),
    Sentence("the compiler makes no program of it"),
    Sentence("it is nested too deep"),
)


def is_of_template(text: str) -> bool:
    """Whether a text of the console is what was found in a template."""
    return _PLACED.fullmatch(text) is not None


def said_of_template(text: str) -> Sentence:
    """What was found in a template; a compiler's own words stay as they are."""
    placed = _PLACED.fullmatch(text)
    assert placed is not None
    return Sentence("{place}: {problem}", place=placed[1], problem=_said(placed[2]))


def _said(problem: str) -> str:
    for pattern, form in _patterns():
        found = pattern.fullmatch(problem)
        if found is not None:
            return _filled(form, found.groupdict())
    return problem


def _filled(form: Sentence, parts: Mapping[str, str]) -> Sentence:
    if not parts:
        return form
    said = {name: _said(part) if name == "problem" else part for name, part in parts.items()}
    return Sentence(str(form), **said)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Sentence], ...]:
    return tuple((_pattern(form), form) for form in _FORMS)


def _pattern(form: str) -> re.Pattern[str]:
    """The form with anything in the place of its fields; other braces stand for themselves."""
    fixed, *others = _FIELD.split(form)
    pieces = [re.escape(fixed)]
    for name, then in zip(others[::2], others[1::2], strict=True):
        pieces.append(f"(?P<{name}>.+?){re.escape(then)}")
    return re.compile("".join(pieces), re.S)
