"""A tester sees a prompt a second time, and clears data, without deleting the program."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from miniapp_host.permissions.decisions import Decision
from miniapp_host.testing.miniapp import MiniApp
from tests.conftest import MakePhone
from tests.stories.asking_program import asking_program, wait_heard
from tests.stories.conftest import AskPerson, OpenProgram
from tests.stories.person import PANEL, PROMPT, Person

LOCATION = "scope.userLocation"
KEEPING = asking_program(
    {
        "locate": "wx.getLocation(told)",
        "keep": "wx.setStorage({ key: 'diary', data: 1, ...told })",
        "write": "wx.getFileSystemManager().writeFile({ filePath: `${wx.env.USER_DATA_PATH}/a.txt`,"
        " data: 'a', ...told })",
        "recall": "say(JSON.stringify(wx.getStorageSync('diary')))",
    }
)


def state(person: Person, scope: str = LOCATION) -> str:
    return person.find(f"state_{scope}").findChildren(QLabel)[-1].text()


def test_asking_again_from_the_settings_shows_the_prompt_a_second_time(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(KEEPING)
    person.miniapp.tap("#locate")
    person.prompt.deny()
    wait_heard(page, "getLocation:fail auth deny 103")
    person.miniapp.menu("Settings")
    person.clicks("askAgain")
    person.waits_for("statesPage")
    assert state(person) == "Rejected"
    person.clicks(f"state_{LOCATION}")
    person.picks("Ask again")
    person.wait(lambda: state(person) == "Not decided", "the new state")
    person.miniapp.press(Qt.Key.Key_Escape)
    person.waits_until_gone("statesPage")
    person.settings.leave()
    person.miniapp.tap("#locate")
    person.prompt.allow()
    wait_heard(page, "getLocation:fail auth deny 103", "getLocation:ok")


def test_a_state_set_from_the_launcher_answers_the_next_call_without_a_prompt(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(KEEPING)
    person.miniapp.home()
    person.launcher.press_more(page.program.screen.name)
    person.picks("Ask again…")
    person.clicks(f"state_{LOCATION}")
    person.picks("Reject")
    person.wait(lambda: state(person) == "Rejected", "the new state")
    person.miniapp.press(Qt.Key.Key_Escape)
    person.waits_until_gone("statesPage")
    person.launcher.press(page.program.screen.name)
    person.miniapp.tap("#locate")
    wait_heard(page, "getLocation:fail auth deny 103")
    assert not person.sees(PROMPT)


def test_everything_is_asked_again_and_the_data_stays(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(KEEPING)
    person.miniapp.tap("#locate")
    person.prompt.allow()
    person.miniapp.tap("#keep")
    wait_heard(page, "getLocation:ok", "setStorage:ok")
    person.miniapp.menu("Settings")
    person.clicks("askAgain")
    person.clicks("askAgainForAll")
    person.clicks("modalConfirm")
    person.wait(lambda: state(person) == "Not decided", "the decision taken back")
    person.miniapp.press(Qt.Key.Key_Escape)
    person.waits_until_gone("statesPage")
    assert person.sees("settingsEmpty")
    person.settings.leave()
    person.miniapp.tap("#recall")
    wait_heard(page, "getLocation:ok", "setStorage:ok", "1")
    person.miniapp.tap("#locate")
    person.waits_for(PROMPT)


def test_clearing_data_empties_storage_and_files_and_keeps_decisions(
    make_phone: MakePhone, at_phone: AskPerson, run_on: Callable[..., MiniApp]
) -> None:
    phone = make_phone()
    person = at_phone(phone)
    page = run_on(phone, KEEPING)
    program_id = page.program.id
    person.miniapp.tap("#locate")
    person.prompt.allow()
    person.miniapp.tap("#keep")
    person.miniapp.tap("#write")
    wait_heard(page, "getLocation:ok", "setStorage:ok", "writeFile:ok")
    assert list(phone.memory.library.files_dir(program_id).rglob("a.txt"))
    person.miniapp.menu("Settings")
    person.clicks("clearData")
    person.clicks("modalConfirm")
    person.waits_until_gone(PANEL)
    page = person.at(phone.running[program_id])
    person.miniapp.tap("#recall")
    wait_heard(page, '""')
    assert not list(phone.memory.library.files_dir(program_id).rglob("a.txt"))
    assert phone.store.decisions(page.program.subject) == {LOCATION: Decision.GRANTED}


def test_a_program_behind_the_launcher_is_closed_when_its_data_is_cleared(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(KEEPING)
    person.miniapp.tap("#keep")
    wait_heard(page, "setStorage:ok")
    name, program_id = page.program.screen.name, page.program.id
    person.miniapp.home()
    person.launcher.press_more(name)
    person.picks("Clear data…")
    person.clicks("modalConfirm")
    person.wait(lambda: not person.phone.running, "the program closed")
    assert person.sees("launcher")
    assert person.phone.memory.storage.info(program_id).keys == ()


def test_a_running_program_is_restarted_from_the_launcher(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(KEEPING)
    page_before = page.program
    person.miniapp.home()
    person.launcher.press_more(page.program.screen.name)
    person.picks("Restart")
    person.wait(lambda: not person.sees("launcher"), "the program in front")
    assert person.phone.running[page_before.id] is not page_before


def test_a_program_is_opened_at_a_page_from_the_launcher(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program({**KEEPING, "pages/other.wxml": "<view id='two'>two</view>"})
    name, program_id = page.program.screen.name, page.program.id
    person.miniapp.home()
    person.launcher.press_more(name)
    person.picks("Open at a page…")
    person.clicks("page_pages/other")
    person.waits_until_gone("pageChooser")
    page = person.at(person.phone.running[program_id])
    page.expect("#two")
    assert page.program.page == "pages/other"


def test_the_journal_keeps_a_programs_calls_until_it_is_deleted(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(KEEPING)
    person.miniapp.tap("#keep")
    wait_heard(page, "setStorage:ok")
    journal = person.phone.programs.parts.journal
    (kept,) = [one for one in journal.records if one.name == "setStorage"]
    assert (kept.page, kept.result) == ("pages/index/index", "setStorage:ok")
    person.miniapp.delete()
    assert journal.records == ()
