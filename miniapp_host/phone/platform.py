"""The facts about the phone that the runtime has without asking: at its start, at a new size."""

from miniapp_host.api.calls.screen import Metrics
from miniapp_host.devices.identity import Identity
from miniapp_host.texts import Language


def platform(
    metrics: Metrics, language: Language, identity: Identity, version: str
) -> dict[str, object]:
    """The record `platform` of the boot record; lengths in logical pixels."""
    return {
        "platform": identity.platform.value,
        "envVersion": version,
        "theme": metrics.theme,
        "contrast": metrics.contrast,
        "language": language.value,
        "windowWidth": metrics.screen_width,
        "windowHeight": metrics.window_height,
        "pixelRatio": metrics.pixel_ratio,
        **_insets(metrics),
    }


def window_resize(metrics: Metrics) -> dict[str, object]:
    """The event `windowResize`; the service keeps `insets` for itself."""
    landscape = metrics.screen_width > metrics.screen_height
    return {
        "size": {
            "windowWidth": metrics.screen_width,
            "windowHeight": metrics.window_height,
            "screenWidth": metrics.screen_width,
            "screenHeight": metrics.screen_height,
        },
        "deviceOrientation": "landscape" if landscape else "portrait",
        "insets": _insets(metrics),
    }


def _insets(metrics: Metrics) -> dict[str, object]:
    return {
        "statusBarHeight": metrics.status_bar_height,
        "bottomInset": metrics.bottom_inset,
        "sideInset": metrics.side_inset,
    }
