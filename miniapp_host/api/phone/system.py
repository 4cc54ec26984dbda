"""What a program may know about phone, window and itself without asking.

The phone calls itself an iPhone: its measures, safe area and home bar are those of one, and
programs that ask for `platform` know only ios, android and devtools, the last of which many
use to switch their real behaviour off.
"""

from collections.abc import Callable

from miniapp_host.api.calls.call import Call
from miniapp_host.api.calls.endpoint import Endpoint, SyncEndpoint
from miniapp_host.api.calls.screen import Metrics
from miniapp_host.api.calls.session import Launch, Session
from miniapp_host.devices.switches import Switch, Switches

Facts = dict[str, object]

SDK_VERSION = "3.8.12"
"""The base library that first ran programs on glass-easel in a web view, as this host does."""
CLIENT_VERSION = "8.0.60"
_CAPSULE_WIDTH, _CAPSULE_HEIGHT, _CAPSULE_MARGIN = 87, 32, 7


class System:
    """Facts by name; each is read at the moment of the call."""

    def __init__(self, switches: Switches) -> None:
        self._switches = switches

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The calls with a callback."""
        return (
            Endpoint("getSystemInfoAsync", self._answer_everything),
            Endpoint("openAppAuthorizeSetting", lambda call: open_switches(call, tuple(Switch))),
            Endpoint(
                "openSystemBluetoothSetting", lambda call: open_switches(call, (Switch.BLUETOOTH,))
            ),
        )

    def sync_endpoints(self) -> tuple[SyncEndpoint, ...]:
        """The calls that return their value."""
        facts: dict[str, Callable[[Session], Facts]] = {
            "getSystemInfoSync": self.everything,
            "getWindowInfo": window_info,
            "getDeviceInfo": device_info,
            "getAppBaseInfo": base_info,
            "getAccountInfoSync": account_info,
            "getMenuButtonBoundingClientRect": capsule,
            "getAppAuthorizeSetting": self.phone_permissions,
            "getSystemSetting": self.phone_setting,
            "getLaunchOptionsSync": lambda session: entry_options(session.launch),
            "getEnterOptionsSync": lambda session: entry_options(session.entered),
        }
        return tuple(SyncEndpoint(name, _of_session(read)) for name, read in facts.items())

    def everything(self, session: Session) -> Facts:
        """The facts of wx.getSystemInfo: those of all the newer calls together."""
        authorized = {
            name: value == "authorized" if isinstance(value, str) else value
            for name, value in self.phone_permissions(session).items()
        }
        return {
            **device_info(session),
            **base_info(session),
            **window_info(session),
            **self.phone_setting(session),
            **authorized,
        }

    def phone_permissions(self, _: Session) -> Facts:
        """The phone's own switches; camera, microphone and calendar have none."""
        return {
            "albumAuthorized": _word(self._switches.album),
            "bluetoothAuthorized": "authorized",
            "cameraAuthorized": "authorized",
            "locationAuthorized": _word(self._switches.location),
            "locationReducedAccuracy": False,
            "microphoneAuthorized": "authorized",
            "notificationAuthorized": "not determined",
            "notificationAlertAuthorized": "not determined",
            "notificationBadgeAuthorized": "not determined",
            "notificationSoundAuthorized": "not determined",
            "phoneCalendarAuthorized": "authorized",
        }

    def phone_setting(self, session: Session) -> Facts:
        """The parts of the phone that are switched on, and how the screen stands."""
        metrics = session.screen.metrics()
        landscape = metrics.screen_width > metrics.screen_height
        return {
            "bluetoothEnabled": self._switches.bluetooth,
            "locationEnabled": self._switches.location,
            "wifiEnabled": True,
            "deviceOrientation": "landscape" if landscape else "portrait",
        }

    def _answer_everything(self, call: Call) -> None:
        call.ok(self.everything(call.session))


def open_switches(call: Call, wanted: tuple[Switch, ...]) -> None:
    """Show the phone's own settings; the answer comes when the person is back."""
    answer = call.later(Call.ok)
    call.session.screen.open_switches(wanted, lambda: answer(call))


def window_info(session: Session) -> Facts:
    """The sizes of screen, page and safe area in logical pixels."""
    metrics = session.screen.metrics()
    return {
        "pixelRatio": metrics.pixel_ratio,
        "screenWidth": metrics.screen_width,
        "screenHeight": metrics.screen_height,
        "windowWidth": metrics.screen_width,
        "windowHeight": metrics.window_height,
        "statusBarHeight": metrics.status_bar_height,
        "safeArea": _safe_area(metrics),
        "screenTop": metrics.window_top,
    }


def device_info(_: Session) -> Facts:
    """The phone that is simulated."""
    return {
        "brand": "iPhone",
        "model": "iPhone 13<iPhone14,5>",
        "platform": "ios",
        "system": "iOS 17.0",
        "abi": "arm64",
        "benchmarkLevel": 50,
        "cpuType": "unknown",
        "memorySize": "4096",
    }


def base_info(session: Session) -> Facts:
    """The WeChat client that is simulated, and its appearance."""
    metrics = session.screen.metrics()
    return {
        "SDKVersion": SDK_VERSION,
        "version": CLIENT_VERSION,
        "enableDebug": False,
        "host": {"env": "WeChat", "version": CLIENT_VERSION},
        "language": session.texts.language.value,
        "theme": metrics.theme,
        "fontSizeSetting": 16,
        "fontSizeScaleFactor": 1,
    }


def account_info(session: Session) -> Facts:
    """The program's identity; only a release has a version number."""
    version = session.package.version if session.version == "release" else ""
    program = {"appId": session.package.appid, "envVersion": session.version, "version": version}
    return {"miniProgram": program}


def capsule(session: Session) -> Facts:
    """The capsule's place in logical pixels, for pages with a navigation bar of their own."""
    metrics = session.screen.metrics()
    right = metrics.screen_width - metrics.side_inset - _CAPSULE_MARGIN
    top = metrics.status_bar_height + (metrics.navigation_bar_height - _CAPSULE_HEIGHT) // 2
    return {
        "width": _CAPSULE_WIDTH,
        "height": _CAPSULE_HEIGHT,
        "top": top,
        "right": right,
        "bottom": top + _CAPSULE_HEIGHT,
        "left": right - _CAPSULE_WIDTH,
    }


def entry_options(launch: Launch) -> Facts:
    """The launch options: how the program was entered."""
    return {
        "path": launch.path,
        "query": dict(launch.query),
        **launch.arrival.options(),
        "apiCategory": "default",
        "forwardMaterials": [],
    }


def _of_session(read: Callable[[Session], Facts]) -> Callable[[Session, list[object]], object]:
    return lambda session, _: read(session)


def _safe_area(metrics: Metrics) -> Facts:
    bottom = metrics.screen_height - metrics.bottom_inset
    return {
        "left": metrics.side_inset,
        "right": metrics.screen_width - metrics.side_inset,
        "top": metrics.status_bar_height,
        "bottom": bottom,
        "width": metrics.screen_width - 2 * metrics.side_inset,
        "height": bottom - metrics.status_bar_height,
    }


def _word(on: bool) -> str:
    return "authorized" if on else "denied"
