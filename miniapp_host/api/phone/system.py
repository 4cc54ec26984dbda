"""What a program may know about phone, window and itself without asking.

Unless the person chose otherwise the phone calls itself an iPhone: its measures, safe area and
home bar are those of one, and programs that ask for `platform` know only ios, android and devtools,
the last of which many use to switch their real behaviour off.
"""

from collections.abc import Callable

from miniapp_host.api.calls.call import Call
from miniapp_host.api.calls.endpoint import Endpoint, SyncEndpoint
from miniapp_host.api.calls.screen import Metrics
from miniapp_host.api.calls.session import Launch, Session
from miniapp_host.devices.conditions import Connection
from miniapp_host.devices.devices import Devices
from miniapp_host.devices.switches import Switch

Facts = dict[str, object]

CLIENT_VERSION = "8.0.60"
_CAPSULE_WIDTH, _CAPSULE_HEIGHT, _CAPSULE_MARGIN = 87, 32, 7


class System:
    """Facts by name; each is read at the moment of the call."""

    def __init__(self, devices: Devices) -> None:
        self._switches = devices.switches
        self._conditions = devices.conditions
        self._display = devices.display
        self._identity = devices.identity

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
            "getDeviceInfo": self.device,
            "getAppBaseInfo": self.base,
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
            **self.device(session),
            **self.base(session),
            **window_info(session),
            **self.phone_setting(session),
            **authorized,
        }

    def phone_permissions(self, _: Session) -> Facts:
        """The phone's own switches; notifications and calendar have none."""
        return {
            "albumAuthorized": _word(self._switches.album),
            "bluetoothAuthorized": "authorized",
            "cameraAuthorized": _word(self._switches.camera),
            "locationAuthorized": _word(self._switches.location),
            "locationReducedAccuracy": False,
            "microphoneAuthorized": _word(self._switches.microphone),
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
            "wifiEnabled": self._conditions.present.connection is Connection.WIFI,
            "deviceOrientation": "landscape" if landscape else "portrait",
        }

    def device(self, _: Session) -> Facts:
        """The phone that is simulated."""
        identity = self._identity.identity
        maker = identity.maker(self._display.form)
        return {
            "brand": maker.brand,
            "model": maker.model,
            "platform": identity.platform.value,
            "system": maker.system,
            "abi": "arm64",
            "deviceAbi": "arm64",
            "benchmarkLevel": 50,
            "cpuType": "unknown",
            "memorySize": "4096",
        }

    def base(self, session: Session) -> Facts:
        """The WeChat client that is simulated, and its appearance."""
        identity = self._identity.identity
        return {
            "SDKVersion": identity.sdk_version,
            "version": CLIENT_VERSION,
            "enableDebug": False,
            "host": {"env": "WeChat", "version": CLIENT_VERSION},
            "language": session.texts.language.value,
            "theme": session.screen.metrics().theme,
            "fontSizeSetting": identity.font_size,
            "fontSizeScaleFactor": identity.font_scale,
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
