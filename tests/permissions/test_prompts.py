"""A program's words in our dialog can neither lie about it nor break it (permissions.md, 3)."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from miniapp_host.permissions.decisions import Subject
from miniapp_host.permissions.prompts import (
    APPID_LIMIT,
    NAME_LIMIT,
    PURPOSE_LIMIT,
    Prompt,
    Requester,
    SharedProfile,
    cut_to_width,
    make_prompt,
    plain_text,
    purpose_is_too_long,
    shortened,
    width_of,
)
from miniapp_host.permissions.scopes import SCOPES
from tests.permissions.conftest import LOCATION, ask_for

SUBJECT = Subject("wx0123456789abcdef", "develop")


def prompt_of(name: str = "Weather", appid: str = SUBJECT.program, purpose: str = "") -> Prompt:
    who = Requester(name, None, appid, "develop", Path("folder"))
    return make_prompt(SUBJECT, who, SCOPES[1], purpose=purpose)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Weather", "Weather"),
        ("天气预报", "天气预报"),
        ("طقس", "طقس"),
        ("Café", "Café"),
        ("Cafe\u0301", "Café"),
        ("  a \t b\n\nc\r\nd\x85e\u2028f\u2029g\u3000h  ", "a b c d e f g h"),
        ("a\x00b\x07c\x7fd\x9be", "abcde"),
        ("\u202egnp.exe\u202c", "gnp.exe"),
        ("a\u2066b\u2067c\u2068d\u2069e\u061cf\u200eg\u200fh", "abcdefgh"),
        ("a\u200bb\u200cc\u200dd\u2060e\ufefff\u00adg\u034fh", "abcdefgh"),
        ("W\U000e0057\U000e0065X", "WX"),
        ("a\ufe0fb\U000e0100c", "abc"),
        ("a\u3164b\u115fc\u1160d\uffa0e\u2800f\ufffcg", "abcdefg"),
        ("a\ud800b\udfffc", "abc"),
        ("a\ue000b\U000f0000c", "abc"),
        ("e" + "\u0301" * 300 + "x", "é\u0301\u0301x"),
        ("e" + "\u0301\u0301\u0301\u200b" * 9 + "x", "é\u0301\u0301x"),
        ("\u0301\u0301a", "a"),
        ("<b>bold</b> &lt; [link](http://x)", "<b>bold</b> &lt; [link](http://x)"),
        ("👨‍👩‍👧", "👨👩👧"),
        ("\u200b\u200b", ""),
        ("", ""),
    ],
)
def test_foreign_text_is_made_plain(text: str, shown: str) -> None:
    assert plain_text(text, 50) == shown


@given(st.text(max_size=200), st.integers(min_value=1, max_value=40))
def test_whatever_comes_fits_on_one_line_without_hidden_characters(text: str, limit: int) -> None:
    shown = plain_text(text, limit)
    assert len(shown) <= limit
    assert shown == shown.strip()
    assert {unicodedata.category(c)[0] for c in shown} <= set("LMNPSZ")
    assert not set(shown) & set("\n\r\t\v\f\x1c\x85\u2028\u2029")


@given(st.text(max_size=60))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = plain_text(text, 100)
    assert plain_text(once, 100) == once


def test_a_text_of_any_length_is_cut_with_an_ellipsis() -> None:
    assert plain_text("x" * 100_000, 10) == "x" * 9 + "…"
    assert shortened("one two", 5) == "one…"
    assert shortened("seven", 5) == "seven"


def test_the_name_is_capped() -> None:
    assert prompt_of(name="N" * 5_000).requester.name == "N" * (NAME_LIMIT - 1) + "…"


def test_a_purpose_of_thirty_characters_is_whole_and_a_longer_one_is_cut() -> None:
    assert prompt_of(purpose="用" * PURPOSE_LIMIT).purpose == "用" * 30
    assert prompt_of(purpose="用" * 31).purpose == "用" * 29 + "…"


def test_a_latin_letter_of_a_purpose_counts_as_half_a_character() -> None:
    sixty = "Sorts the places by how far they are from where you are now."
    assert len(sixty) == 60
    assert prompt_of(purpose=sixty).purpose == sixty
    assert prompt_of(purpose=sixty + "!").purpose == sixty[:59] + "…"
    assert prompt_of(purpose="用" * 15 + "x" * 31).purpose == "用" * 15 + "x" * 29 + "…"


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("abc", 3),
        ("é\u0301", 1),
        ("用于「a」。", 11),
        ("한글", 4),
        ("📍", 2),
        ("…", 1),
    ],
)
def test_a_text_is_as_wide_as_it_is_drawn(text: str, width: int) -> None:
    assert width_of(text) == width


@given(st.text(max_size=200), st.integers(min_value=2, max_value=80))
def test_whatever_is_cut_to_a_width_fits_and_begins_as_it_was(text: str, limit: int) -> None:
    cut = cut_to_width(text, limit)
    assert width_of(cut) <= limit
    assert cut == text or (cut[-1] == "…" and text.startswith(cut[:-1]))


def test_no_blank_stands_before_the_ellipsis() -> None:
    assert cut_to_width("  ab cd", 6) == "  ab…"


@pytest.mark.parametrize(
    ("purpose", "cut"), [("用" * 30, False), ("用" * 31, True), ("x" * 61, True)]
)
def test_a_purpose_is_too_long_when_a_prompt_cuts_it(purpose: str, cut: bool) -> None:
    assert purpose_is_too_long(purpose) is cut
    assert (prompt_of(purpose=purpose).purpose != purpose) is cut


@pytest.mark.parametrize("name", ["", "   ", "\u200b\u200d", "\u202e", "\n", "\u3164"])
def test_a_name_that_shows_nothing_becomes_the_appid(name: str) -> None:
    assert prompt_of(name=name).requester.name == SUBJECT.program


def test_the_appid_is_always_there_and_plain() -> None:
    assert prompt_of(name="微信支付").requester.appid == SUBJECT.program
    assert prompt_of(appid="wx\u202e1\n2").requester.appid == "wx1 2"
    assert len(prompt_of(appid="x" * 10_000).requester.appid) == APPID_LIMIT


def test_the_subject_keeps_the_true_appid_whatever_is_shown() -> None:
    assert prompt_of(appid="x" * 10_000).subject is SUBJECT


def test_chinese_punctuation_stays_in_a_purpose() -> None:
    purpose = "用于「附近」、『地图』。查天气，可以吗？"
    assert prompt_of(purpose=purpose).purpose == purpose


def test_the_purpose_is_plain_text_like_the_name() -> None:
    assert prompt_of(purpose="to\u202e <img src=x>\nhelp").purpose == "to <img src=x> help"


def test_the_shared_nickname_is_cleaned_and_the_avatar_kept() -> None:
    who = Requester("Weather", None, "wx1", "develop", Path("folder"))
    profile = SharedProfile("Ann\u202e\n" + "n" * 100, Path("face.png"))
    shown = make_prompt(SUBJECT, who, SCOPES[0], profile=profile).profile
    assert shown is not None
    assert shown.nickname.startswith("Ann nnn")
    assert len(shown.nickname) == NAME_LIMIT
    assert shown.avatar == Path("face.png")


def test_a_prompt_of_which_no_more_is_said_has_no_purpose_and_is_remembered() -> None:
    who = Requester("Weather", None, SUBJECT.program, "develop", Path("folder"))
    prompt = make_prompt(SUBJECT, who, SCOPES[1])
    assert (prompt.purpose, prompt.remembered) == ("", True)


def test_a_prompt_without_a_profile_shows_none() -> None:
    assert prompt_of().profile is None


def test_two_prompts_that_say_the_same_are_two() -> None:
    assert ask_for(LOCATION) != ask_for(LOCATION)
