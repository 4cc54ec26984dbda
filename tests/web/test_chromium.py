"""The flags with which Chromium starts, beside those that the person gave."""

import os
import subprocess
import sys

import pytest

from miniapp_host.web.chromium import (
    FLAGS_VARIABLE,
    TOOLS_VARIABLE,
    close_ports,
    open_to_tools,
    prepare_chromium,
)
from tests.web_server import serving


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


def test_ports_are_closed_on_every_host_beside_what_the_person_mapped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given = '--no-sandbox --host-resolver-rules="MAP a.example 127.0.0.1" --lang=en'
    monkeypatch.setenv(FLAGS_VARIABLE, given)
    close_ports([9222, 9333])
    prepare_chromium()
    rules = "MAP *:9222 ~NOTFOUND, MAP *:9333 ~NOTFOUND, MAP a.example 127.0.0.1"
    flags = os.environ[FLAGS_VARIABLE]
    assert f'--host-resolver-rules="{rules}"' in flags
    assert flags.count("--host-resolver-rules") == 1
    assert flags.startswith("--no-sandbox --lang=en ")


def test_a_phone_without_ports_changes_no_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FLAGS_VARIABLE, "--disable-gpu")
    close_ports([])
    assert os.environ[FLAGS_VARIABLE] == "--disable-gpu"


def test_no_redirect_leads_a_page_to_a_port_of_the_phone_s_own() -> None:
    """In a process of its own: Chromium takes flags only when it begins."""
    with serving({"/json": "tools"}) as own, serving({}) as web:
        port = own.url.rpartition(":")[2]
        hosts = ("127.0.0.1", "localhost", "[::1]", "127.1", "any.localhost")
        shown = [f'<img src="/to/{host}"><audio src="/to/{host}"></audio>' for host in hosts]
        leading = {f"/to/{host}": f"-> http://{host}:{port}/json" for host in hosts}
        web.pages = {"/": "".join(shown), **leading}
        asked = [sys.executable, "-m", "tests.web.one_page", web.url, port]
        subprocess.run(asked, check=True, timeout=60)
        assert {f"/to/{host}" for host in hosts} < set(web.asked)
        assert own.asked == []
