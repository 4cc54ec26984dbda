"""What a program stores is its own, survives the night, and goes with it."""

from collections.abc import Callable
from pathlib import Path

from miniapp_host.testing.miniapp import MiniApp
from tests.conftest import MakePhone
from tests.program_folder import write_program
from tests.stories.asking_program import asking_program, wait_heard
from tests.stories.conftest import AskPerson, OpenProgram

DIARY = asking_program(
    {
        "keep": "wx.setStorageSync('diary', { day: 1, words: ['好', null] }); say('kept')",
        "recall": """
          say(JSON.stringify(wx.getStorageSync('diary')))
          wx.getStorage({ key: 'diary', success: ({ data }) => say(data.words[0]), fail: told.fail })""",
    }
)


def test_it_is_there_after_a_restart(
    make_phone: MakePhone, at_phone: AskPerson, run_on: Callable[..., MiniApp]
) -> None:
    first = make_phone()
    page = run_on(first, DIARY)
    at_phone(first).miniapp.tap("#keep")
    wait_heard(page, "kept")
    first.close()

    second = make_phone()
    page = run_on(second, DIARY)
    at_phone(second).miniapp.tap("#recall")
    wait_heard(page, '{"day":1,"words":["好",null]}', "好")


def test_it_is_there_after_the_program_restarts(
    make_phone: MakePhone, at_phone: AskPerson, run_on: Callable[..., MiniApp]
) -> None:
    phone = make_phone()
    person = at_phone(phone)
    page = run_on(phone, DIARY)
    person.miniapp.tap("#keep")
    wait_heard(page, "kept")
    with person.qtbot.waitSignal(page.program.page_shown):
        person.miniapp.menu("Restart")
    person.miniapp.tap("#recall")
    wait_heard(page, '{"day":1,"words":["好",null]}', "好")


def test_it_is_nobody_elses_and_goes_with_the_program(
    make_phone: MakePhone, at_phone: AskPerson, tmp_path: Path, open_folder: OpenProgram
) -> None:
    phone = make_phone()
    person = at_phone(phone)
    mine, other = (write_program(tmp_path / name, DIARY) for name in ("mine", "other"))
    page = open_folder(phone, mine)
    person.miniapp.tap("#keep")
    wait_heard(page, "kept")

    stranger = open_folder(phone, other)
    person.miniapp.tap("#recall")
    wait_heard(stranger, '""', "getStorage:fail data not found")
    person.miniapp.delete()

    phone.open(page.program.id)
    person.miniapp.tap("#recall")
    wait_heard(page, "kept", '{"day":1,"words":["好",null]}', "好")
    person.miniapp.delete()

    page = open_folder(phone, mine)
    person.miniapp.tap("#recall")
    wait_heard(page, '""', "getStorage:fail data not found")
