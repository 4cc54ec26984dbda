"""The card of theme, language and size of letters."""

from dataclasses import replace

from miniapp_host.devices.identity import FONT_SIZES, STANDARD_FONT_SIZE, SimulatedIdentity
from miniapp_host.shell.panels.device.card import Attempt, Card, Watch
from miniapp_host.shell.panels.device.choice import Choice
from miniapp_host.shell.settings.appearance import Appearance, LanguageChoice, ThemeChoice
from miniapp_host.texts import Texts


class LooksCard(Card):
    """Shows and sets what the phone looks like and speaks."""

    def __init__(
        self, appearance: Appearance, identity: SimulatedIdentity, texts: Texts, attempt: Attempt
    ) -> None:
        super().__init__("looks", texts("Language and appearance"), texts)
        self._appearance = appearance
        self._identity = identity
        self._attempt = attempt
        themes = {
            ThemeChoice.LIGHT.name: texts("Light"),
            ThemeChoice.DARK.name: texts("Dark"),
            ThemeChoice.SYSTEM.name: texts("Like the desktop"),
        }
        languages = {
            LanguageChoice.EN.name: "English",
            LanguageChoice.ZH.name: "简体中文",
            LanguageChoice.SYSTEM.name: texts("Like the desktop"),
        }
        self._theme = Choice("deviceTheme", themes)
        self._language = Choice("deviceLanguage", languages)
        self._font = Choice("deviceFont", {str(size): str(size) for size in FONT_SIZES})
        self.add_row(texts("Appearance"), self._theme)
        self.add_row(texts("Language"), self._language)
        self.add_row(texts("Letters"), self._font)
        self._theme.wished.connect(self._on_theme_wished)
        self._language.wished.connect(self._on_language_wished)
        self._font.wished.connect(self._on_font_wished)

    def sources(self) -> tuple[Watch, ...]:
        return (self._appearance.watch, self._identity.watch)

    def refresh(self) -> None:
        self._theme.show_chosen(self._appearance.theme_choice.name)
        self._language.show_chosen(self._appearance.language_choice.name)
        self._font.show_chosen(str(self._identity.identity.font_size))

    def deliver(self) -> None:
        self._on_font_wished(str(STANDARD_FONT_SIZE))
        self._on_theme_wished(ThemeChoice.SYSTEM.name)
        self._on_language_wished(LanguageChoice.SYSTEM.name)

    def _on_theme_wished(self, name: str) -> None:
        self._attempt(lambda: self._appearance.choose_theme(ThemeChoice[name]))

    def _on_language_wished(self, name: str) -> None:
        self._attempt(lambda: self._appearance.choose_language(LanguageChoice[name]))

    def _on_font_wished(self, size: str) -> None:
        changed = replace(self._identity.identity, font_size=int(size))
        self._attempt(lambda: self._identity.change(changed))
