"""Language and theme: the person's choice, else the desktop's."""

from pathlib import Path

import pytest

from miniapp_host.devices.preferences import Preferences
from miniapp_host.shell.kit.theme import DARK_CONTRAST, LIGHT, LIGHT_CONTRAST
from miniapp_host.shell.settings.appearance import (
    Appearance,
    LanguageChoice,
    ThemeChoice,
    desktop_is_dark,
    desktop_language,
    desktop_wants_contrast,
)
from miniapp_host.texts import Language


def make(file: Path, language: Language = Language.ZH, dark: bool = True) -> Appearance:
    return Appearance(
        Preferences(file), system_language=lambda: language, system_is_dark=lambda: dark
    )


def test_without_a_choice_it_is_as_the_desktop(tmp_path: Path) -> None:
    appearance = make(tmp_path / "p.json")
    assert (appearance.language, appearance.dark) == (Language.ZH, True)
    other = make(tmp_path / "p.json", Language.EN, dark=False)
    assert (other.language, other.dark) == (Language.EN, False)


def test_a_choice_lasts_over_restarts(tmp_path: Path) -> None:
    first = make(tmp_path / "p.json")
    first.choose_language(LanguageChoice.EN)
    first.choose_theme(ThemeChoice.LIGHT)
    again = make(tmp_path / "p.json")
    assert (again.language, again.dark) == (Language.EN, False)


def test_each_choice_is_announced_after_it_holds(tmp_path: Path) -> None:
    appearance = make(tmp_path / "p.json")
    heard: list[tuple[Language, bool]] = []
    unwatch = appearance.watch(lambda now: heard.append((now.language, now.dark)))
    appearance.choose_language(LanguageChoice.EN)
    appearance.choose_theme(ThemeChoice.LIGHT)
    unwatch()
    appearance.choose_theme(ThemeChoice.DARK)
    assert heard == [(Language.EN, True), (Language.EN, False)]


@pytest.mark.parametrize("odd", ["blue", 3, None, {"a": 1}])
def test_odd_preferences_count_as_no_choice(tmp_path: Path, odd: object) -> None:
    preferences = Preferences(tmp_path / "p.json")
    preferences.set("appearance.language", odd)
    preferences.set("appearance.theme", odd)
    appearance = make(tmp_path / "p.json")
    assert appearance.language_choice is LanguageChoice.SYSTEM
    assert appearance.theme_choice is ThemeChoice.SYSTEM


def test_the_desktop_can_be_asked(qapp: object) -> None:
    assert desktop_language() in Language
    assert desktop_is_dark() in (True, False)


def test_more_contrast_is_as_the_desktop_wishes_until_the_person_chooses(tmp_path: Path) -> None:
    wishes: list[bool] = [True]

    def make_one() -> Appearance:
        return Appearance(
            Preferences(tmp_path / "p.json"),
            system_is_dark=lambda: False,
            system_wants_contrast=lambda: wishes[0],
        )

    assert make_one().colours is LIGHT_CONTRAST
    wishes[0] = False
    assert make_one().colours is LIGHT
    seen: list[bool] = []
    appearance = make_one()
    appearance.watch(lambda changed: seen.append(changed.contrast))
    appearance.choose_contrast(True)
    assert seen == [True]
    appearance.choose_theme(ThemeChoice.DARK)
    assert make_one().colours is DARK_CONTRAST


def test_a_desktop_that_says_nothing_wants_no_more_contrast(qapp: object) -> None:
    assert desktop_wants_contrast() is False
