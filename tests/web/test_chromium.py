"""The flags with which Chromium starts, beside those that the person gave."""

import os

import pytest

from miniapp_host.web.chromium import (
    FLAGS_VARIABLE,
    TOOLS_VARIABLE,
    open_to_tools,
    prepare_chromium,
)


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


def test_tools_attach_from_this_computer_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TOOLS_VARIABLE, "0.0.0.0:1")
    monkeypatch.setenv(FLAGS_VARIABLE, "--disable-gpu")
    open_to_tools(9333)
    assert "--remote-allow-origins=http://127.0.0.1:9333" in os.environ[FLAGS_VARIABLE].split()
    assert os.environ[TOOLS_VARIABLE] == "127.0.0.1:9333"
