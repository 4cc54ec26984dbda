"""Deleting a program forgets it: decisions, data and files; installed again it is a stranger."""

from collections.abc import Callable
from pathlib import Path

from miniapp_host.permissions.decisions import Decision
from miniapp_host.testing.miniapp import MiniApp
from tests.conftest import MakePhone
from tests.stories.asking_program import asking_program, wait_heard
from tests.stories.conftest import AskPerson
from tests.stories.person import PROMPT

LOCATION = "scope.userLocation"
KEEPING = asking_program(
    {
        "locate": "wx.getLocation(told)",
        "keep": "wx.setStorage({ key: 'diary', data: { day: 1 }, ...told })",
        "recall": "say(JSON.stringify(wx.getStorageSync('diary')))",
    }
)


def files_of(folder: Path) -> dict[str, bytes]:
    found = (one for one in folder.rglob("*") if one.is_file())
    return {str(one.relative_to(folder)): one.read_bytes() for one in found}


def test_a_deleted_program_asks_again_and_has_lost_its_data(
    make_phone: MakePhone,
    at_phone: AskPerson,
    run_on: Callable[..., MiniApp],
    folder: Path,
) -> None:
    phone = make_phone()
    person = at_phone(phone)
    page = run_on(phone, KEEPING)
    person.miniapp.tap("#locate")
    person.prompt.allow()
    person.miniapp.tap("#keep")
    wait_heard(page, "getLocation:ok", "setStorage:ok")
    person.miniapp.tap("#recall")
    wait_heard(page, "getLocation:ok", "setStorage:ok", '{"day":1}')
    subject, before = page.program.subject, files_of(folder)

    person.miniapp.delete()
    assert phone.store.decisions(subject) == {}
    assert phone.memory.library.program(subject.program) is None
    assert files_of(folder) == before

    page = run_on(phone, KEEPING)
    person.miniapp.tap("#recall")
    wait_heard(page, '""')
    person.miniapp.tap("#locate")
    person.waits_for(PROMPT)


def test_nothing_is_deleted_when_the_person_thinks_better_of_it(
    make_phone: MakePhone, at_phone: AskPerson, run_on: Callable[..., MiniApp]
) -> None:
    phone = make_phone()
    person = at_phone(phone)
    page = run_on(phone, KEEPING)
    person.miniapp.tap("#locate")
    person.prompt.allow()
    wait_heard(page, "getLocation:ok")
    person.miniapp.menu("Delete")
    person.waits_for("modal")
    assert "stays where it is" in person.reads("modalContent")
    person.clicks("modalCancel")
    person.miniapp.tap("#locate")
    wait_heard(page, "getLocation:ok", "getLocation:ok")
    assert phone.store.decision(page.program.subject, LOCATION) is Decision.GRANTED


def test_a_deleted_sample_goes_with_its_copy_and_comes_back_undecided(
    make_phone: MakePhone, at_phone: AskPerson, data_dir: Path
) -> None:
    phone = make_phone()
    person = at_phone(phone)
    person.opens_sample("Nearby")
    person.miniapp.tap("#locate")
    person.prompt.allow()
    (nearby,) = phone.running.values()
    installed = phone.memory.library.program(nearby.id)
    assert installed is not None
    copy = installed.folder
    assert copy.is_relative_to(data_dir)
    person.miniapp.delete()
    assert not copy.exists()
    assert phone.memory.library.program(nearby.id) is None

    phone.install_samples()
    person.opens_sample("Nearby")
    person.miniapp.tap("#locate")
    person.waits_for(PROMPT)
    person.prompt.deny()


def test_a_deletion_lasts(
    make_phone: MakePhone, at_phone: AskPerson, run_on: Callable[..., MiniApp]
) -> None:
    first = make_phone()
    page = run_on(first, KEEPING)
    at_phone(first).miniapp.tap("#locate")
    at_phone(first).prompt.allow()
    at_phone(first).miniapp.delete()
    subject = page.program.subject
    first.close()

    second = make_phone()
    assert second.store.decisions(subject) == {}
    assert second.memory.library.program(subject.program) is None


def test_other_programs_keep_what_they_have(
    make_phone: MakePhone, at_phone: AskPerson, run_on: Callable[..., MiniApp]
) -> None:
    phone = make_phone()
    person = at_phone(phone)
    person.opens_sample("Nearby")
    person.miniapp.tap("#locate")
    person.prompt.allow()
    (nearby,) = [one.subject for one in phone.running.values()]
    run_on(phone, KEEPING)
    person.miniapp.tap("#locate")
    person.prompt.allow()
    person.miniapp.delete()
    assert phone.store.decisions(nearby) == {LOCATION: Decision.GRANTED}
    assert phone.running.keys() == {nearby.program}
