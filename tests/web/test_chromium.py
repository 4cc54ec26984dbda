"""The flags with which Chromium starts, beside those that the person gave."""

import os

import pytest

from miniapp_host.web.chromium import FLAGS_VARIABLE, prepare_chromium


@pytest.fixture
def flags(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """All of them, where the person gave some; preparing twice adds nothing."""
    given = "--no-sandbox --disable-features=Translate --disable-gpu"
    monkeypatch.setenv(FLAGS_VARIABLE, given)
    prepare_chromium()
    prepare_chromium()
    return os.environ[FLAGS_VARIABLE].split()


def test_one_sound_never_stops_another(flags: list[str]) -> None:
    assert [flag for flag in flags if flag.startswith("--disable-features")] == [
        "--disable-features=Translate,MediaSessionService"
    ]


def test_what_the_person_gave_stays(flags: list[str]) -> None:
    assert {"--no-sandbox", "--disable-gpu"} <= set(flags)
