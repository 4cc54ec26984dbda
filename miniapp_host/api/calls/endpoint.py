"""What runs for one name of `wx`; the conditions that come before it are in the guards."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from miniapp_host.api.calls.call import Call
from miniapp_host.api.calls.session import Session

DATA = frozenset({"data", "bytes"})
"""The arguments that carry what a program sends or keeps: a value, or bytes as base64."""


class Kind(Enum):
    """A JavaScript type as WeChat's messages name it."""

    STRING = "String"
    NUMBER = "Number"
    BOOLEAN = "Boolean"
    ARRAY = "Array"
    OBJECT = "Object"
    NULL = "Null"
    UNDEFINED = "Undefined"


@dataclass(frozen=True)
class Parameter:
    """One argument that is checked; an optional one may be absent, but not of another type."""

    name: str
    kind: Kind = Kind.STRING
    required: bool = True


@dataclass(frozen=True)
class Endpoint:
    """An asynchronous `wx` call. `run` may answer at once, later, or raise CallError.

    `guarded` ones stand in the table of `permissions/guards.py` and never run without a row there.
    `internal` ones serve the runtime and are not offered to programs under their name.
    `long` are the arguments that may hold texts of any length, in whatever they are made of.
    """

    name: str
    run: Callable[[Call], None]
    parameters: tuple[Parameter, ...] = ()
    guarded: bool = False
    internal: bool = False
    long: frozenset[str] = frozenset()


@dataclass(frozen=True)
class SyncEndpoint:
    """A `wx` call that returns its value; `run` gets the arguments as given.

    `internal` ones serve the runtime and are not offered to programs under their name.
    """

    name: str
    run: Callable[[Session, list[object]], object]
    internal: bool = False
