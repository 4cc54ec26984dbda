"""The pretend phone's screen: how large the phone is, and which way the person holds it.

What is measured in is the platform's logical pixel.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

from miniapp_host.devices.preferences import Preferences
from miniapp_host.texts import Text
from miniapp_host.watchers import Watchers

_FORM_KEY = "display.form"
_TURNED_KEY = "display.turned"


@dataclass(frozen=True)
class Shape:
    """A screen as it stands before the person.

    `top` is the status bar's height, `bottom` and `side` are what rounded corners, home bar and
    camera take of the lower edge and of each side. All three may be 0.
    """

    width: int = 390
    height: int = 844
    pixel_ratio: float = 3.0
    top: int = 44
    bottom: int = 34
    side: int = 0

    @property
    def landscape(self) -> bool:
        """Whether it is wider than high."""
        return self.width > self.height


class Form(Enum):
    """The phones to choose from; the value is kept in the preferences."""

    SMALL = "small"
    STANDARD = "standard"
    LARGE = "large"
    TABLET = "tablet"

    @property
    def title(self) -> Text:
        """Its name for the person."""
        return _TITLES[self]

    def shape(self, *, landscape: bool = False) -> Shape:
        """Its screen, upright or turned.

        A turned phone has no status bar; its camera takes a part of either side.
        """
        upright = _UPRIGHT[self]
        if not landscape:
            return upright
        lying = replace(upright, width=upright.height, height=upright.width)
        if self is Form.TABLET:
            return lying
        if not upright.bottom:
            return replace(lying, top=0)
        return replace(lying, top=0, bottom=_TURNED_BOTTOM, side=upright.top)


_TURNED_BOTTOM = 21
_UPRIGHT = {
    Form.SMALL: Shape(375, 667, 2.0, top=20, bottom=0),
    Form.STANDARD: Shape(),
    Form.LARGE: Shape(430, 932, 3.0, top=59, bottom=34),
    Form.TABLET: Shape(768, 1024, 2.0, top=20, bottom=0),
}
"""The measures of iPhone SE, iPhone 13, iPhone 15 Plus and a 9.7-inch iPad."""
_TITLES = {
    Form.SMALL: Text("Small", "小屏"),
    Form.STANDARD: Text("Standard", "标准"),
    Form.LARGE: Text("Large", "大屏"),
    Form.TABLET: Text("Tablet", "平板"),
}


class Orientation(Enum):
    """What a page's json says under `pageOrientation`."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"
    AUTO = "auto"

    @classmethod
    def named(cls, word: object) -> "Orientation":
        """The value for a word of a page's json; an unknown one counts as portrait."""
        return next((one for one in cls if one.value == word), cls.PORTRAIT)


@dataclass(frozen=True)
class Hold:
    """How a program lets itself be held: a page's orientation, and `resizable` of app.json."""

    orientation: Orientation = Orientation.PORTRAIT
    resizable: bool = False


HOME = Hold(resizable=True)
"""The launcher: it follows a tablet, and stays upright on a phone."""


class Display:
    """The form and the way it is held, kept over restarts."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self._changed: Watchers[Display] = Watchers()

    @property
    def form(self) -> Form:
        """Which phone it is; an invalid value in the preferences counts as the standard one."""
        kept = self._preferences.get(_FORM_KEY)
        return next((form for form in Form if form.value == kept), Form.STANDARD)

    @property
    def turned(self) -> bool:
        """Whether the person holds it sideways; what is shown may stay upright."""
        return self._preferences.get(_TURNED_KEY) is True

    def choose(self, form: Form) -> None:
        """Keep the form, then announce it; raises PreferencesError."""
        self._set(_FORM_KEY, form.value, form is not self.form)

    def turn(self, turned: bool) -> None:
        """Keep how it is held, then announce it; raises PreferencesError."""
        self._set(_TURNED_KEY, turned, turned is not self.turned)

    def shape_for(self, hold: Hold) -> Shape:
        """The screen under a page: phones heed the page's json, tablets `resizable` of app.json."""
        if self.form is Form.TABLET:
            return self.form.shape(landscape=self.turned and hold.resizable)
        match hold.orientation:
            case Orientation.LANDSCAPE:
                return self.form.shape(landscape=True)
            case Orientation.AUTO:
                return self.form.shape(landscape=self.turned)
            case Orientation.PORTRAIT:
                return self.form.shape()

    def watch(self, callback: Callable[["Display"], None]) -> Callable[[], None]:
        """Call `callback` after each change; the returned function ends that."""
        return self._changed.watch(callback)

    def _set(self, key: str, value: object, differs: bool) -> None:
        if differs:
            self._preferences.set(key, value)
            self._changed.announce(self)
