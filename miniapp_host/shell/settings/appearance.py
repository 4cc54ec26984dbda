"""Language, theme and size of the phone: the person's choice, or the desktop's.

The one owner of that choice; who draws or speaks asks here and is told when it changes.
"""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication

from miniapp_host.devices.preferences import Preferences
from miniapp_host.shell.kit.theme import Theme, theme
from miniapp_host.texts import Language
from miniapp_host.watchers import Watchers

_LANGUAGE_KEY = "appearance.language"
_THEME_KEY = "appearance.theme"
_CONTRAST_KEY = "appearance.contrast"
SCALE_KEY = "appearance.scale"
SCALES = (50, 75, 100, 125, 150, 175, 200)
"""How large the phone may be drawn, in percent."""
_FULL = 100


class LanguageChoice(Enum):
    """The languages to choose from; the value is kept in the preferences."""

    SYSTEM = "system"
    EN = "en"
    ZH = "zh"


class ThemeChoice(Enum):
    """The themes to choose from; the value is kept in the preferences."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def desktop_language() -> Language:
    """Chinese on a Chinese desktop, else English."""
    chinese = QLocale.system().language() is QLocale.Language.Chinese
    return Language.ZH if chinese else Language.EN


def desktop_is_dark() -> bool:
    """Whether the desktop prefers dark windows; light where it does not say."""
    return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark


def desktop_wants_contrast() -> bool:
    """Whether the desktop prefers strong contrasts."""
    hints = QGuiApplication.styleHints()  # held: what it gives is gone with Python's side of it
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


def known_scale(kept: object) -> int:
    """What was kept, if it is one of SCALES; else 100."""
    return kept if isinstance(kept, int) and kept in SCALES else _FULL


class Appearance:
    """Keeps the choices in the preferences."""

    def __init__(
        self,
        preferences: Preferences,
        *,
        system_language: Callable[[], Language] = desktop_language,
        system_is_dark: Callable[[], bool] = desktop_is_dark,
        system_wants_contrast: Callable[[], bool] = desktop_wants_contrast,
    ) -> None:
        self._preferences = preferences
        self._system_language = system_language
        self._system_is_dark = system_is_dark
        self._system_wants_contrast = system_wants_contrast
        self._changed: Watchers[Appearance] = Watchers()

    @property
    def language_choice(self) -> LanguageChoice:
        """The person's choice; an invalid value in the preferences counts as the system's."""
        kept = self._preferences.get(_LANGUAGE_KEY)
        found = (choice for choice in LanguageChoice if choice.value == kept)
        return next(found, LanguageChoice.SYSTEM)

    @property
    def theme_choice(self) -> ThemeChoice:
        """The person's choice; an invalid value in the preferences counts as the system's."""
        kept = self._preferences.get(_THEME_KEY)
        found = (choice for choice in ThemeChoice if choice.value == kept)
        return next(found, ThemeChoice.SYSTEM)

    @property
    def language(self) -> Language:
        """The language in use now."""
        match self.language_choice:
            case LanguageChoice.EN:
                return Language.EN
            case LanguageChoice.ZH:
                return Language.ZH
            case LanguageChoice.SYSTEM:
                return self._system_language()

    @property
    def dark(self) -> bool:
        """Whether the phone is dark now."""
        if self.theme_choice is ThemeChoice.SYSTEM:
            return self._system_is_dark()
        return self.theme_choice is ThemeChoice.DARK

    @property
    def contrast(self) -> bool:
        """Whether all text reaches WCAG's AA; as the desktop wishes until the person chooses."""
        kept = self._preferences.get(_CONTRAST_KEY)
        return kept if isinstance(kept, bool) else self._system_wants_contrast()

    @property
    def colours(self) -> Theme:
        """The theme in use now."""
        return theme(self.dark, contrast=self.contrast)

    def choose_contrast(self, more: bool) -> None:
        """Keep the choice, then announce it; raises PreferencesError."""
        self._preferences.set(_CONTRAST_KEY, more)
        self._changed.announce(self)

    def choose_language(self, choice: LanguageChoice) -> None:
        """Keep the choice, then announce it; raises PreferencesError."""
        self._preferences.set(_LANGUAGE_KEY, choice.value)
        self._changed.announce(self)

    @property
    def scale(self) -> int:
        """The person's choice in percent, which a phone takes when it starts."""
        return known_scale(self._preferences.get(SCALE_KEY))

    def choose_scale(self, percent: int) -> None:
        """Keep one of SCALES for the next start, then announce it; raises PreferencesError."""
        self._preferences.set(SCALE_KEY, percent)
        self._changed.announce(self)

    def choose_theme(self, choice: ThemeChoice) -> None:
        """Keep the choice, then announce it; raises PreferencesError."""
        self._preferences.set(_THEME_KEY, choice.value)
        self._changed.announce(self)

    def watch(self, callback: Callable[["Appearance"], None]) -> Callable[[], None]:
        """Call `callback` after each change of a choice; the returned function ends that."""
        return self._changed.watch(callback)
