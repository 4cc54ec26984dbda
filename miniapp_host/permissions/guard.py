"""One row of the table of guards: what must be true before an interface runs."""

from collections.abc import Mapping
from dataclasses import dataclass

from miniapp_host.devices.switches import Switch


@dataclass(frozen=True)
class Guard:
    """What an interface needs besides right arguments and the scope that the row belongs to.

    `interface` is named as in `X:ok`, one of a component or an object after it.
    `declared`: app.json must name it in requiredPrivateInfos. `contract`: the privacy contract must
    be accepted. `switch` is the phone's own that must be on. `needs_tap` spends a fresh tap.
    `in_front`: it does not run once the person has left the program.
    `only_with` is an argument and its value, a tuple for an array: a call without it is not guarded
    by this row.
    """

    interface: str
    declared: bool = False
    contract: bool = True
    switch: Switch | None = None
    needs_tap: bool = False
    in_front: bool = False
    only_with: tuple[str, str | tuple[str, ...]] | None = None

    def concerns(self, arguments: Mapping[str, object]) -> bool:
        """Whether the row guards a call with these arguments."""
        if self.only_with is None:
            return True
        name, value = self.only_with
        given = arguments.get(name)
        return (tuple(given) if isinstance(given, list) else given) == value
