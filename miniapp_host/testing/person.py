"""Somebody at a phone under test, with everything that they use at hand."""

from miniapp_host.testing.device import Device
from miniapp_host.testing.launcher import LauncherDriver
from miniapp_host.testing.miniapp import MiniApp
from miniapp_host.testing.permissions import Permissions
from miniapp_host.testing.prompt import PromptDriver
from miniapp_host.testing.settings import SettingsDriver
from miniapp_host.testing.tested_phone import TestedPhone


class Person:
    """Uses one phone: the program in front, what it asks, its settings, the launcher, the device.

    The fixtures of the pytest plugin are these parts; this is for tests that start a phone
    themselves, twice over one memory for example.
    """

    def __init__(self, tested: TestedPhone) -> None:
        self.tested = tested
        self.miniapp = MiniApp(tested)
        self.prompt = PromptDriver(tested)
        self.permissions = Permissions(tested)
        self.settings = SettingsDriver(tested)
        self.launcher = LauncherDriver(tested)
        self.device = Device(tested)
        self._left = False

    def leave(self) -> None:
        """Close the phone; a second call does nothing."""
        if not self._left:
            self._left = True
            self.tested.close()
