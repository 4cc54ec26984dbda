"""What stands behind one name of `wx`, and what must be true before it runs."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from miniapp_host.api.calls.call import Call
from miniapp_host.api.calls.session import Session
from miniapp_host.devices.switches import Switch


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

    `scope` is the id of the scope that guards it, `needs_tap` spends a fresh tap of the person,
    `private` names go by `requiredPrivateInfos`, `switch` is the phone's own permission.
    `internal` ones serve the runtime and are not offered to programs under their name.
    """

    name: str
    run: Callable[[Call], None]
    scope: str | None = None
    parameters: tuple[Parameter, ...] = ()
    needs_tap: bool = False
    private: bool = False
    switch: Switch | None = None
    internal: bool = False


@dataclass(frozen=True)
class SyncEndpoint:
    """A `wx` call that returns its value; `run` gets the arguments as given.

    `internal` ones serve the runtime and are not offered to programs under their name.
    """

    name: str
    run: Callable[[Session, list[object]], object]
    internal: bool = False
