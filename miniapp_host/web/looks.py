"""Asks the page in front what stands where, for tests and recordings; the page is not changed.

`look.js` is the other half. It runs where the page is drawn, out of the program's sight.
"""

import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from miniapp_host.web.program_view import ProgramView

NOTHING: Mapping[str, object] = {
    "value": "",
    "nth": None,
    "at": None,
    "bring": False,
    "away": False,
    "x": 0,
    "y": 0,
}
_FILES = ("seeing.js", "selecting.js", "reaching.js", "picking.js", "pointing.js", "look.js")
_OF_MODULES = re.compile(r"^import .*$|^export ", re.MULTILINE)


def ask(view: ProgramView, request: Mapping[str, object], hear: Callable[[Any], None]) -> None:
    """Call `hear` with the answer to a request of `look.js`, None while there is no page."""

    def on_answer(text: Any) -> None:
        hear(json.loads(text) if text else None)

    asked = json.dumps({**NOTHING, **request})
    view.page().runJavaScript(f"JSON.stringify(({_script()})({asked}))", 0, on_answer)


@cache
def _script() -> str:
    """The modules as one expression: a function of a request."""
    texts = (Path(__file__).with_name(name).read_text("utf-8") for name in _FILES)
    module = "\n".join(_OF_MODULES.sub("", text) for text in texts)
    return f"(request) => {{ {module}\nreturn look(request) }}"
