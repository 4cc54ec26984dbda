"""What the runtime says in a program's console, as sentences of the host's.

It says English: the form of a text tells which sentence it is. What it finds in WXML and WXS while
it reads templates begins with `file:line:column`.
"""

import re
from collections.abc import Mapping
from functools import cache

from miniapp_host.texts import Sentence

_PLACED = re.compile(r"(\S+\.(?:wxml|wxs):\d+:\d+): (.*)", re.S)
_NOTES = (
    Sentence('page "{path}" is not found'),
    Sentence("App() was called twice; the second call is ignored"),
    Sentence("{name}() must be called while its own file is loaded; this call is ignored"),
    Sentence("Please do not register multiple Pages or Components in {file}"),
    Sentence('Page "{path}" has not been registered yet: its file did not call Page()'),
    Sentence("<{element}> is not drawn itself: WXS can't measure it"),
    Sentence('<button open-type="{kind}"> does nothing here'),
    Sentence("onShareAppMessage: the standard card"),
    Sentence("the templates of package {name} make no program"),
    Sentence("WXS module {file} is not found"),
    Sentence('requirePlugin("{name}"): plugins are not supported'),
    Sentence("BackgroundAudioManager: iPhones play nothing without a title"),
    Sentence('behavior "{name}" is not supported'),
    Sentence("{page}: a page has only one <web-view>; the second one is not shown"),
    Sentence("a message of {length} characters was not sent"),
    Sentence("the boot record cannot be read: {reason}"),
    Sentence('Setting data field "{field}" to undefined is invalid.'),
    Sentence('Component "{path}" does not have a method "{name}" to handle event "{event}".'),
    Sentence("{name} is not supported"),
)
_FIELD = re.compile(r"{(\w+)}")
# The first form that fits counts, here and above.
_PROBLEMS = (
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
    Sentence('Template "{name}" not found.'),
    Sentence("the compiler makes no program of it"),
    Sentence("it is nested too deep"),
)


def is_of_template(text: str) -> bool:
    """Whether a text of the console is what was found in a template."""
    return _PLACED.fullmatch(text) is not None


def said_of_runtime(text: str) -> Sentence:
    """The text as a sentence; what is not known here stays as it is, a compiler's words too."""
    if placed := _PLACED.fullmatch(text):
        return Sentence("{place}: {problem}", place=placed[1], problem=_said(placed[2], _PROBLEMS))
    said = _said(text, _NOTES)
    return said if isinstance(said, Sentence) else Sentence(text)


def _said(problem: str, forms: tuple[Sentence, ...]) -> str:
    for pattern, form in _patterns(forms):
        found = pattern.fullmatch(problem)
        if found is not None:
            return _filled(form, found.groupdict())
    return problem


def _filled(form: Sentence, parts: Mapping[str, str]) -> Sentence:
    if not parts:
        return form
    said = {
        name: _said(part, _PROBLEMS) if name == "problem" else part for name, part in parts.items()
    }
    return Sentence(str(form), **said)


@cache
def _patterns(forms: tuple[Sentence, ...]) -> tuple[tuple[re.Pattern[str], Sentence], ...]:
    return tuple((_pattern(form), form) for form in forms)


def _pattern(form: str) -> re.Pattern[str]:
    """The form with anything in the place of its fields; other braces stand for themselves."""
    fixed, *others = _FIELD.split(form)
    pieces = [re.escape(fixed)]
    for name, then in zip(others[::2], others[1::2], strict=True):
        pieces.append(f"(?P<{name}>.+?){re.escape(then)}")
    return re.compile("".join(pieces), re.S)
