"""Bad programs of any size: what each shape is made of, and what reading it costs.

`python -m tests.checks.bad_programs [SHAPE…]` prints the processor time at four sizes.
"""

import json
import sys
import tempfile
from collections.abc import Callable, Mapping
from functools import partial
from itertools import count
from pathlib import Path

from miniapp_host.checks.known_names import KnownNames
from miniapp_host.checks.program import check_files
from miniapp_host.programs.package import Package
from tests.growth import growth
from tests.programs.conftest import SMALLEST, Content, write_file

Files = Mapping[str, Content]
NAMES = KnownNames(
    documented=frozenset(f"documented{number}" for number in range(300)),
    supported=frozenset(("getLocation", "authorize", "createMapContext")),
    tags=frozenset(("view", "text", "map")),
)


def _sheet(text: str) -> Files:
    return {"pages/index.wxss": text}


def _template(text: str) -> Files:
    return {"pages/index.wxml": text}


def _script(text: str) -> Files:
    return {"pages/index.js": text}


def _app(**keys: object) -> Files:
    return {"app.json": json.dumps({"pages": ["pages/index"], **keys}, indent=0)}


def _each(write: Callable[[int], str], many: int) -> str:
    return "\n".join(map(write, range(many)))


def _named(many: int, value: object) -> dict[str, object]:
    return {f"name{number}": value for number in range(many)}


SHAPES: Mapping[str, tuple[int, Callable[[int], Files]]] = {
    "@import with brackets that nothing closes": (
        40_000,
        lambda n: _sheet('@import "./a.wxss" supports' + "(" * n),
    ),
    "@import with many supports( in one line": (
        20_000,
        lambda n: _sheet('@import "./a.wxss"' + " supports(" * n),
    ),
    "@import with comments that nothing closes": (
        40_000,
        lambda n: _sheet('@import "./a.wxss" ' + "/*" * n),
    ),
    "missing imports": (4_000, lambda n: _sheet(_each('@import "./none{}.wxss";'.format, n))),
    "rules with numbers": (10_000, lambda n: _sheet(_each(".1a{{width:{}rpx}}".format, n))),
    "usingComponents of a wrong type": (
        20_000,
        lambda n: {"pages/index.json": json.dumps({"usingComponents": _named(n, 1)}, indent=0)},
    ),
    "usingComponents that lead nowhere": (
        5_000,
        lambda n: {"pages/index.json": json.dumps({"usingComponents": _named(n, "/x")}, indent=0)},
    ),
    "permission of a wrong type": (20_000, lambda n: _app(permission=_named(n, 1))),
    "pages without files": (
        5_000,
        lambda n: _app(pages=["pages/index", *(f"pages/none{number}" for number in range(n))]),
    ),
    "a page in folders without end": (20_000, lambda n: _app(pages=["pages/index", "a/" * n])),
    "the same page again and again": (20_000, lambda n: _app(pages=["pages/index"] * n)),
    "unknown keys": (10_000, lambda n: _app(**_named(n, 1))),
    "tabs without pages": (
        5_000,
        lambda n: _app(tabBar={"list": [{"pagePath": f"none{number}"} for number in range(n)]}),
    ),
    "theme variables that nobody defines": (
        5_000,
        lambda n: _app(window={name: f"@{name}" for name in _named(n, 1)}),
    ),
    "aliases for every module": (
        5_000,
        lambda n: {
            **_app(resolveAlias={f"@{number}/*": f"lib{number}/*" for number in range(n)}),
            **_script(_each("require('@x/{}')".format, n)),
        },
    ),
    "json with comments that nothing closes": (
        40_000,
        lambda n: {"pages/index.json": "{" + "/* " * n},
    ),
    "modules of WXS": (
        4_000,
        lambda n: _template(_each('<wxs module="m{0}">require("./none{0}.wxs")</wxs>'.format, n)),
    ),
    "scripts of WXS that nothing closes": (20_000, lambda n: _template("<wxs>\n" * n)),
    "maps": (4_000, lambda n: _template("<map show-location/>\n" * n)),
    "comments in an expression that nothing closes": (
        20_000,
        lambda n: _template("<import/>{{" + "/* " * n),
    ),
    "tags that nobody knows": (10_000, lambda n: _template(_each("<unknown{}/>".format, n))),
    "templates that are not there": (
        4_000,
        lambda n: _template(_each('<include src="none{}"/>'.format, n)),
    ),
    "imports without from": (10_000, lambda n: _script("import a " * n)),
    "regular expressions that nothing closes": (4_000, lambda n: _script("=/[" * n)),
    "functions that nothing closes": (10_000, lambda n: _script("function(a" * n)),
    "blanks behind function": (40_000, lambda n: _script("function" + " " * n)),
    "authorize without brackets": (10_000, lambda n: _script("authorize" * n)),
    "objects that are made and used": (
        4_000,
        lambda n: _script(_each("m{0} = wx.createMapContext('a'); m{0}.x()".format, n)),
    ),
    "modules that are not there": (4_000, lambda n: _script(_each("require('./n{}')".format, n))),
    "interfaces that nobody knows": (5_000, lambda n: _script(_each("wx.unknown{}()".format, n))),
}
"""Shape -> a size at which reading it takes some tens of milliseconds, and its files."""


class Reading:
    """Writes programs of one shape below `folder`, and reads them as `check` does."""

    def __init__(self, folder: Path, shape: str) -> None:
        self.size, self._files = SHAPES[shape]
        self._folder = folder
        self._numbers = count()

    def prepare(self, size: int) -> Callable[[], object]:
        """The reading of a program of that size, which is written now."""
        folder = self._folder / str(next(self._numbers))
        for path, content in {**SMALLEST, "pages/a.wxss": "", **self._files(size)}.items():
            write_file(folder / path, content)
        return partial(_read, folder)


def _read(folder: Path) -> object:
    return check_files(Package.open(folder), NAMES)


def _print(shape: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        reading = Reading(Path(folder), shape)
        print(f"{shape:48} x{growth(reading.prepare, reading.size):.2f}")


if __name__ == "__main__":
    for each in sys.argv[1:] or SHAPES:
        _print(each)
