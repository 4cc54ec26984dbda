"""The command line drives the phone that is on the screen: both see the same at once."""

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket

from miniapp_host.automation.claim import Claim, address_of
from miniapp_host.automation.listener import Listener
from miniapp_host.permissions.decisions import Actor, Decision
from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import Phone
from miniapp_host.testing.miniapp import MiniApp
from tests.program_folder import write_program
from tests.running_phone import command_line
from tests.shell_words import ROOT
from tests.stories.asking_program import asking_program, wait_heard
from tests.stories.conftest import OpenProgram
from tests.stories.person import PROMPT, Person

LOCATION, RECORD = "scope.userLocation", "scope.record"
APPID = "wxasks"
CALLS = {
    "locate": "wx.getLocation(told)",
    "record": "wx.authorize({ scope: 'scope.record', ...told })",
}
FILES = {"project.config.json": json.dumps({"appid": APPID})}

Command = Callable[..., "Running"]


class Running:
    """`miniapp-host` in a process of its own, beside the phone of this one."""

    def __init__(self, person: Person, data_dir: Path, words: tuple[str, ...]) -> None:
        self._person = person
        self._process = subprocess.Popen(
            command_line(data_dir, *words),
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def is_stopped(self) -> None:
        """As by Ctrl+C."""
        self._process.kill()
        self._process.communicate()

    def ends(self, code: int = 0) -> str:
        """What it printed, once it has ended with `code`."""
        self._person.wait(lambda: self._process.poll() is not None, "the command's end")
        said, error = self._process.communicate()
        assert self._process.returncode == code, error
        return said if code == 0 else error


def callers(person: Person) -> list[QLocalSocket]:
    """Who is on the line to the phone."""
    return person.phone.findChildren(QLocalSocket)


@pytest.fixture
def reachable(phone: Phone) -> Iterator[Phone]:
    """The phone of the story, listening."""
    claim = Claim(phone.memory.folder)
    assert claim.take()
    Listener(phone, Options(data_dir=phone.memory.folder))
    yield phone
    phone.window.close()
    claim.release()


@pytest.fixture
def command(reachable: Phone, person: Person) -> Command:
    folder = reachable.memory.folder
    person.wait(Path(address_of(folder)).exists, "the phone to listen")
    return lambda *words: Running(person, folder, words)


@pytest.fixture
def page(reachable: Phone, folder: Path, open_folder: OpenProgram) -> MiniApp:
    return open_folder(reachable, write_program(folder, asking_program(CALLS, files=FILES)))


def test_a_decision_of_the_command_line_shows_in_the_open_settings_at_once(
    command: Command, page: MiniApp, person: Person
) -> None:
    subject = page.program.subject
    command("permissions", "grant", APPID, "userLocation").ends()
    person.settings.open()
    person.settings.expect({LOCATION: True})
    said = command("permissions", "set", APPID, "userLocation=denied", "record=granted").ends()
    person.settings.expect({LOCATION: False, RECORD: True})
    assert f"{LOCATION}            denied" in said
    entry = person.phone.store.history.last(subject, LOCATION)
    assert entry is not None
    assert (entry.new, entry.actor) == (Decision.DENIED, Actor.COMMAND)
    command("permissions", "reset", APPID).ends()
    person.settings.expect({})


def test_the_command_line_sees_the_prompt_and_answers_it(
    command: Command, page: MiniApp, person: Person
) -> None:
    assert command("prompt", "status").ends(1) == ""
    person.miniapp.tap("#locate")
    person.waits_for(PROMPT)
    assert command("prompt", "status").ends().startswith(LOCATION)
    told = command("prompt", "deny", "--scope", "record").ends(1)
    assert f"asks for {LOCATION}, not for {RECORD}" in told
    command("prompt", "deny", "--scope", LOCATION).ends()
    person.waits_until_gone(PROMPT)
    wait_heard(page, "getLocation:fail auth deny 103")
    assert person.phone.store.decision(page.program.subject, LOCATION) is Decision.DENIED


def test_a_prompt_is_waited_for_and_answered_when_it_comes(
    command: Command, page: MiniApp, person: Person
) -> None:
    waiting = command("prompt", "allow", "--scope", RECORD, "--timeout", "60", "--json")
    person.miniapp.tap("#locate")
    person.waits_for(PROMPT)
    command("prompt", "dismiss").ends()
    person.miniapp.tap("#record")
    assert json.loads(waiting.ends())["scope"] == RECORD
    wait_heard(page, "getLocation:fail auth deny 104", "authorize:ok")


def test_a_prompt_that_does_not_come_is_told_after_the_wait(
    command: Command, page: MiniApp
) -> None:
    told = command("prompt", "allow", "--timeout", "0.1").ends(1)
    assert told == "miniapp-host: No prompt is open.\n"


def test_the_command_line_adds_and_deletes_what_is_in_the_launcher(
    command: Command, page: MiniApp, person: Person, tmp_path: Path
) -> None:
    listed = json.loads(command("programs", "list", "--json").ends())
    assert {one["appid"]: one["running"] for one in listed}[APPID]
    command("programs", "delete", APPID).ends()
    person.wait(lambda: not person.phone.running, "the program closed")
    assert person.phone.memory.library.program(APPID) is None
    other = write_program(tmp_path / "other", asking_program(files=FILES))
    command("programs", "add", str(other)).ends()
    assert person.phone.memory.library.program(APPID).folder == other


def test_the_command_line_moves_the_running_phone(
    command: Command, page: MiniApp, person: Person
) -> None:
    command("device", "location", "West", "Lake").ends()
    assert person.phone.programs.devices.location.place.name[0] == "West Lake"
    command("device", "switch", "location", "off").ends()
    command("permissions", "grant", APPID, LOCATION).ends()
    person.miniapp.tap("#locate")
    wait_heard(page, "getLocation:fail system permission denied 3")


def test_whoever_stops_waiting_for_a_prompt_answers_none(
    command: Command, page: MiniApp, person: Person
) -> None:
    waiting = command("prompt", "allow", "--timeout", "60")
    person.wait(lambda: bool(callers(person)), "the command has called")
    waiting.is_stopped()
    person.wait(lambda: not callers(person), "nobody is on the line")
    person.miniapp.tap("#locate")
    person.waits_for(PROMPT)
    person.prompt.deny()
    wait_heard(page, "getLocation:fail auth deny 103")
