"""How window and inspector stood when the phone was used last, from the preferences."""

from miniapp_host.devices.preferences import Preferences
from miniapp_host.shell.window.placement import Placement, Standing
from miniapp_host.shell.window.spot import Spot

INSPECTOR_KEY = "inspector"
WINDOW_KEY = "window"


def remembered_placement(preferences: Preferences) -> Placement:
    """The inspector's placement; what is missing or damaged is as on a new phone."""
    kept, new = _kept(preferences, INSPECTOR_KEY), Placement()
    return Placement(
        open=kept.get("open") is True,
        detached=kept.get("detached") is True,
        width=_size(kept.get("width")) or new.width,
        height=_size(kept.get("height")) or new.height,
        spot=_spot(kept.get("spot")),
    )


def remembered_standing(preferences: Preferences) -> Standing:
    """The window's standing; what is missing or damaged is as on a new phone."""
    kept = _kept(preferences, WINDOW_KEY)
    return Standing(
        spot=_spot(kept.get("spot")),
        height=_size(kept.get("height")),
        maximized=kept.get("maximized") is True,
    )


def _kept(preferences: Preferences, key: str) -> dict[str, object]:
    kept = preferences.get(key)
    return kept if isinstance(kept, dict) else {}


def _size(value: object) -> int | None:
    return value if isinstance(value, int) and 100 <= value <= 10_000 else None


def _spot(value: object) -> Spot | None:
    match value:
        case {"screen": str(screen), "left": int(left), "top": int(top)}:
            return Spot(screen, _near(left), _near(top))
        case _:
            return None


def _near(offset: int) -> int:
    """A number that Qt's 32 bits hold, whatever a damaged file says."""
    return max(-100_000, min(100_000, offset))
