"""The names a program may use: documented ones under `wx`, supported ones, built-in tags.

The build of the runtime writes the list; the host's own calls are added to it.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from miniapp_host.programs.open_error import OpenError
from miniapp_host.texts import Sentence

_FILE = "api-names.json"


@dataclass(frozen=True)
class KnownNames:
    """`documented` names stand under `wx`; the `supported` ones do something on this phone.

    `placeholders` are the built-in tags in whose place stands a card that says so.
    """

    documented: frozenset[str]
    supported: frozenset[str]
    tags: frozenset[str]
    placeholders: frozenset[str] = frozenset()
    lacking: Mapping[str, str] = field(default_factory=dict)
    """`createMapContext.addArc` -> `MapContext.addArc`: methods that only fail."""


def read_known_names(runtime_dir: Path, host_names: Iterable[str]) -> KnownNames:
    """The names of the built runtime and of the host; raises OpenError if it isn't built."""
    file = runtime_dir / _FILE
    if not file.is_file():
        raise OpenError(Sentence("{file} is missing. Build the runtime: pip install.", file=file))
    names = json.loads(file.read_text("utf-8"))
    supported = frozenset(names["service"]) | frozenset(host_names)
    return KnownNames(
        documented=frozenset(names["documented"]) | supported,
        supported=supported,
        tags=frozenset(names["tags"]),
        placeholders=frozenset(names["placeholders"]),
        lacking={
            f"{factory}.{method}": f"{made['type']}.{method}"
            for factory, made in names["lacks"].items()
            for method in made["lacks"]
        },
    )
