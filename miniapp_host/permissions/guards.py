"""The one table of what guards an interface: the rows of every scope, and those without a scope.

The dispatcher asks it at each call, app.json's declarations and `miniapp-host check` read it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from miniapp_host.devices.switches import Switch
from miniapp_host.permissions.guard import Guard
from miniapp_host.permissions.scopes import SCOPES, Scope

_CHOOSING = ("chooseImage", "chooseMedia", "chooseVideo")
_BY_CAMERA = ("sourceType", ("camera",))

WITHOUT_SCOPE: tuple[Guard, ...] = (
    *(Guard(name, switch=Switch.ALBUM) for name in _CHOOSING),
    # The camera's picture is chosen from the album, too: it needs both.
    *(Guard(name, switch=Switch.CAMERA, only_with=_BY_CAMERA) for name in _CHOOSING),
    Guard("chooseAvatar", switch=Switch.ALBUM),
    Guard("choosePoi", declared=True),
    Guard("getPhoneNumber"),
    Guard("getRealtimePhoneNumber"),
    Guard("getClipboardData", in_front=True),
    Guard("setClipboardData", in_front=True),
    Guard("getUserProfile", needs_tap=True),
    Guard("openSetting", needs_tap=True, contract=False),
    Guard("requestSubscribeMessage", needs_tap=True, contract=False),
    Guard("navigateToMiniProgram", needs_tap=True, contract=False),
    Guard("openEmbeddedMiniProgram", needs_tap=True, contract=False),
)


@dataclass(frozen=True)
class Conditions:
    """What must be true before one call runs: everything that its rows say, taken together."""

    needs_tap: bool
    declared: bool
    contract: bool
    in_front: bool
    switches: tuple[Switch, ...]
    scopes: tuple[Scope, ...]


Row = tuple[Guard, Scope | None]
"""A guard and the scope that it belongs to, if to one."""


class Guards:
    """The rows by interface; one that needs several scopes has a row in each."""

    def __init__(
        self, scopes: Iterable[Scope] = SCOPES, without_scope: Iterable[Guard] = WITHOUT_SCOPE
    ) -> None:
        rows: list[Row] = [
            *((guard, scope) for scope in scopes for guard in scope.guards),
            *((guard, None) for guard in without_scope),
        ]
        self._rows: defaultdict[str, list[Row]] = defaultdict(list)
        for guard, scope in rows:
            self._rows[guard.interface].append((guard, scope))
        self._fixed = {
            interface: _together(rows)
            for interface, rows in self._rows.items()
            if all(guard.only_with is None for guard, _ in rows)
        }
        """The conditions of the interfaces where no argument counts; asked for at each call."""
        self.interfaces = frozenset(self._rows)
        """Every interface that something guards."""
        self.declared = frozenset(guard.interface for guard, _ in rows if guard.declared)
        """Every interface that app.json must name in requiredPrivateInfos."""

    def conditions(self, interface: str, arguments: Mapping[str, object]) -> Conditions:
        """The conditions of a call with these arguments; none if anyone may make it."""
        fixed = self._fixed.get(interface)
        if fixed is not None:
            return fixed
        rows = self._rows.get(interface)
        if rows is None:
            return _NOTHING
        return _together([row for row in rows if row[0].concerns(arguments)])


def _together(rows: Sequence[Row]) -> Conditions:
    guards = [guard for guard, _ in rows]
    return Conditions(
        needs_tap=any(guard.needs_tap for guard in guards),
        declared=any(guard.declared for guard in guards),
        contract=any(guard.contract for guard in guards),
        in_front=any(guard.in_front for guard in guards),
        switches=tuple(guard.switch for guard in guards if guard.switch is not None),
        scopes=tuple(scope for _, scope in rows if scope is not None),
    )


_NOTHING = _together(())

GUARDS = Guards()
