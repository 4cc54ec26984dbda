"""How the inspector stood when the phone was used last, from the preferences."""

from miniapp_host.devices.preferences import Preferences
from miniapp_host.shell.window.placement import Placement

INSPECTOR_KEY = "inspector"


def remembered_placement(preferences: Preferences) -> Placement:
    """The placement; what is missing or damaged is as on a new phone."""
    kept, new = preferences.get(INSPECTOR_KEY), Placement()
    if not isinstance(kept, dict):
        return new
    return Placement(
        open=kept.get("open") is True,
        detached=kept.get("detached") is True,
        width=_size(kept.get("width"), new.width),
        height=_size(kept.get("height"), new.height),
    )


def _size(value: object, otherwise: int) -> int:
    right = isinstance(value, int) and 100 <= value <= 10_000
    return value if right and isinstance(value, int) else otherwise
