"""The phone's own settings with every page, form and picker behind them."""

from collections.abc import Callable
from functools import partial

from tests.screenshots.studio import Studio


def _behind(shown: str, names: tuple[str, ...], studio: Studio) -> None:
    """Opens the settings and clicks these, one after the other, until `shown` is there."""
    studio.click("hostSettings")
    studio.wait_for("hostSettingsPage")
    for name in names:
        studio.bring_into_view(name)
        studio.click(name)
    studio.wait_for(shown)


def _foot(studio: Studio) -> None:
    _behind("hostSettingsPage", (), studio)
    studio.bring_into_view("hostLicences")


_PLACES: dict[str, tuple[str, ...]] = {
    "settings": ("hostSettingsPage",),
    "settings-avatar": ("picturePicker", "hostAvatar"),
    "settings-nickname": ("modal", "hostNickname"),
    "settings-place": ("placePicker", "hostLocation"),
    "settings-steps": ("modal", "hostSteps"),
    "settings-language": ("actionSheet", "hostLanguage"),
    "settings-appearance": ("actionSheet", "hostTheme"),
    "settings-licences": ("licencesPage", "hostLicences"),
    "settings-addresses": ("bookPage", "host_addresses"),
    "settings-addresses-entry": ("entryForm", "host_addresses", "entry_0"),
    "settings-addresses-new": ("entryForm", "host_addresses", "newEntry"),
    "settings-invoice-titles": ("bookPage", "host_invoiceTitles"),
    "settings-invoice-titles-new": ("entryForm", "host_invoiceTitles", "newEntry"),
    "settings-invoices": ("bookPage", "host_invoices"),
    "settings-contacts": ("bookPage", "host_contacts"),
    "settings-calendar": ("bookPage", "host_calendar"),
    "settings-calendar-new": ("entryForm", "host_calendar", "newEntry"),
}

SCENES: dict[str, Callable[[Studio], None]] = {
    **{name: partial(_behind, shown, tuple(names)) for name, (shown, *names) in _PLACES.items()},
    "settings-foot": _foot,
}
