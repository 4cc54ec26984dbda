"""The inspector beside the phone: opened, detached, remembered, and never in the phone's way."""

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from miniapp_host.devices.switches import Switch
from miniapp_host.phone.phone import Phone
from miniapp_host.shell.inspector.table import Table
from miniapp_host.shell.settings.appearance import LanguageChoice, ThemeChoice
from miniapp_host.shell.sheets.save_dialog import SaveDialog
from tests.conftest import MakePhone
from tests.stories.asking_program import asking_program
from tests.stories.conftest import AskPerson, OpenProgram
from tests.stories.person import PANEL, PROMPT, Person

ASK = "wx.getLocation(told)"
F12, ESC = Qt.Key.Key_F12, Qt.Key.Key_Escape


def press(phone: Phone, key: Qt.Key) -> None:
    """As a person does: keys go to the window that is active."""
    phone.window.activateWindow()
    assert QTest.qWaitForWindowActive(phone.window)
    QTest.keyClick(phone.window, key)


def test_at_first_there_is_none_and_nothing_of_it_is_made(person: Person) -> None:
    assert not person.sees("inspector")
    assert person.window.width() == 390
    assert person.phone.running == {}


def test_f12_opens_and_closes_it_and_the_phone_keeps_its_size(person: Person) -> None:
    glass = person.phone.window.screen_widget.size()
    press(person.phone, F12)
    person.waits_for("inspector")
    assert person.phone.window.screen_widget.size() == glass
    press(person.phone, F12)
    person.waits_until_gone("inspector")
    assert person.window.size() == glass


def test_the_menu_of_a_program_opens_it(run_program: OpenProgram, person: Person) -> None:
    run_program(asking_program({"ask": ASK}))
    person.clicks("capsuleMenu")
    person.clicks("menuInspector")
    person.waits_for("inspector")


def test_it_shows_what_the_program_in_front_wrote(run_program: OpenProgram, person: Person) -> None:
    page = run_program(
        {
            "app.js": "App({ onLaunch() { console.warn('from the app') } })",
            "index.wxml": "<view>hi</view>",
        }
    )
    page.expect_log("from the app")
    press(person.phone, F12)
    person.clicks("inspectorTab_console")
    table = person.find("consoleTable")
    person.wait(lambda: table.model().rowCount() == 1, "the line in the panel")
    assert "from the app" in table.model().index(0, 1).data()


def test_a_prompt_stays_inside_the_phone(run_program: OpenProgram, person: Person) -> None:
    run_program(asking_program({"ask": ASK}))
    press(person.phone, F12)
    person.waits_for("inspector")
    person.miniapp.tap("#ask")
    prompt = person.waits_for(PROMPT)
    glass = person.phone.window.screen_widget
    assert glass.isAncestorOf(prompt)
    assert prompt.width() == glass.width()


def test_escape_in_it_is_not_the_phones_back(
    run_program: OpenProgram, person: Person, qtbot: QtBot
) -> None:
    run_program(asking_program({"ask": ASK}))
    press(person.phone, F12)
    person.miniapp.tap("#ask")
    person.waits_for(PROMPT)
    field = person.find("callsFilter")
    field.setFocus()
    QTest.keyClick(field, ESC)
    assert person.sees(PROMPT)


def test_how_it_stood_is_remembered(make_phone: MakePhone, at_phone: AskPerson) -> None:
    phone = make_phone()
    press(phone, F12)
    person = at_phone(phone)
    person.waits_for("inspector")
    person.clicks("inspectorDetach")
    inspector = phone.tools.workbench.inspector
    assert inspector is not None
    assert inspector.isWindow()
    assert phone.window.width() == 390
    phone.close()
    again = make_phone()
    kept = again.tools.workbench.inspector
    assert kept is not None
    assert kept.isWindow()
    assert kept.isVisible()
    kept.activateWindow()
    assert QTest.qWaitForWindowActive(kept)
    QTest.keyClick(kept, F12)
    assert not kept.isVisible()
    phone_after = make_phone()
    assert phone_after.window.width() == 390


def test_it_speaks_the_phones_language_and_wears_its_colours(person: Person) -> None:
    press(person.phone, F12)
    person.waits_for("inspector")
    person.phone.appearance.choose_language(LanguageChoice.ZH)
    person.wait(lambda: person.find("inspector").accessibleName() == "调试器", "Chinese")
    person.phone.appearance.choose_theme(ThemeChoice.DARK)
    assert person.find("inspector").palette().window().color().lightness() < 128


def test_nothing_of_it_is_imported_before_it_is_opened() -> None:
    """In a process of its own, as other tests have opened it in this one."""
    import subprocess

    code = (
        "import sys\n"
        "from miniapp_host.phone.phone import build\n"
        "from miniapp_host.phone.options import Options\n"
        "from miniapp_host.phone.qt_application import prepare_qt, qt_application\n"
        "import tempfile, pathlib\n"
        "prepare_qt(); qt_application()\n"
        "phone = build(Options(data_dir=pathlib.Path(tempfile.mkdtemp())))\n"
        "phone.close()\n"
        "print([m for m in sys.modules if 'inspector' in m or 'panels' in m])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_denied_call_says_why_and_asks_again_from_there(
    run_program: OpenProgram, person: Person
) -> None:
    run_program(asking_program({"ask": ASK}))
    person.miniapp.tap("#ask")
    person.clicks("reject")
    person.miniapp.tap("#ask")
    person.waits_until_gone(PROMPT)
    press(person.phone, F12)
    person.waits_for("panel_calls")
    table = person.find("callsTable")
    assert isinstance(table, Table)
    person.wait(lambda: table.model().rowCount() == 2, "both calls")
    table.choose_row(1)
    assert "Denied at once: you rejected Location" in person.reads("callsSentence")
    person.clicks("callsRemedy_ask again")
    person.miniapp.tap("#ask")
    person.waits_for(PROMPT)


def test_settings_can_be_opened_from_a_call(run_program: OpenProgram, person: Person) -> None:
    run_program(asking_program({"ask": ASK}))
    person.miniapp.tap("#ask")
    person.clicks("reject")
    press(person.phone, F12)
    person.waits_for("panel_calls")
    table = person.find("callsTable")
    assert isinstance(table, Table)
    table.choose_row(0)
    person.clicks("callsRemedy_open settings")
    person.waits_for(PANEL)
    assert person.phone.window.screen_widget.isAncestorOf(person.find(PANEL))


def test_calls_are_exported_as_a_page_and_as_json(
    run_program: OpenProgram, person: Person, tmp_path: Path
) -> None:
    run_program(asking_program({"ask": ASK}))
    person.miniapp.tap("#ask")
    person.clicks("reject")
    press(person.phone, F12)
    person.waits_for("panel_calls")
    for kind in ("Html", "Json"):
        person.clicks(f"callsExport{kind}")
        place = tmp_path / f"program-calls.{kind.lower()}"
        dialog = person.window.findChild(SaveDialog)
        dialog.setDirectory(str(tmp_path))
        dialog.accept()
        assert "getLocation:fail auth deny" in place.read_text("utf-8")


def test_a_prompt_leaves_the_keys_to_who_types_in_the_inspector(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(asking_program({"ask": ASK}))
    press(person.phone, F12)
    person.waits_for("inspector")
    field = person.find("callsFilter")
    field.setFocus()
    QTest.keyClicks(field, "get")
    page.program.called("getLocation", {}, lambda _result: None)
    person.waits_for(PROMPT)
    assert person.window.focusWidget() is field
    QTest.keyClicks(field, "Location")
    person.clicks("reject")
    person.waits_until_gone(PROMPT)
    assert person.window.focusWidget() is field
    assert field.property("text") == "getLocation"


def test_a_switch_of_the_phone_is_turned_on_from_a_call(
    run_program: OpenProgram, person: Person
) -> None:
    run_program(asking_program({"ask": ASK}))
    switches = person.phone.programs.devices.switches
    switches.turn(Switch.LOCATION, False)
    person.miniapp.tap("#ask")
    press(person.phone, F12)
    table = person.waits_for("callsTable")
    assert isinstance(table, Table)
    table.choose_row(0)
    assert "switched off" in person.reads("callsSentence")
    person.clicks("callsRemedy_switch on")
    assert switches.location
    person.miniapp.tap("#ask")
    person.waits_for(PROMPT)


def test_f6_leads_to_the_inspector_and_back(run_program: OpenProgram, person: Person) -> None:
    page = run_program(asking_program({"ask": ASK}))
    press(person.phone, F12)
    inspector = person.waits_for("inspector")
    QTest.keyClick(page.program.view.focusProxy(), Qt.Key.Key_F6)
    assert inspector.isAncestorOf(person.window.focusWidget())
    QTest.keyClick(person.window.focusWidget(), Qt.Key.Key_F6)
    focused = person.window.focusWidget()
    assert focused is page.program.screen or page.program.screen.isAncestorOf(focused)


def test_tab_on_the_phone_stays_on_the_phone(person: Person) -> None:
    press(person.phone, F12)
    inspector = person.waits_for("inspector")
    person.phone.launcher.setFocus()
    for _ in range(40):
        QTest.keyClick(person.window.focusWidget(), Qt.Key.Key_Tab)
        assert not inspector.isAncestorOf(person.window.focusWidget())


def test_its_own_window_names_the_program(run_program: OpenProgram, person: Person) -> None:
    press(person.phone, F12)
    person.waits_for("inspector")
    person.clicks("inspectorDetach")
    inspector = person.phone.tools.workbench.inspector
    assert inspector is not None
    assert inspector.windowTitle() == "Inspector"
    page = run_program(asking_program({"ask": ASK}))
    assert inspector.windowTitle() == f"Inspector - {page.program.screen.name}"
    inspector.close()


def test_at_the_launcher_it_shows_the_last_program_until_that_is_closed(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(asking_program({"ask": ASK}))
    person.miniapp.tap("#ask")
    person.clicks("reject")
    press(person.phone, F12)
    table = person.waits_for("callsTable")
    assert isinstance(table, Table)
    calls = table.model().rowCount()
    person.window.leave_program()
    assert table.model().rowCount() == calls > 0
    person.phone.close_program(page.program.id)
    person.waits_for("callsEmpty")


def test_a_restarted_program_stays_the_one_that_is_shown(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(asking_program({"ask": ASK}))
    press(person.phone, F12)
    person.clicks("inspectorTab_console")
    with person.qtbot.waitSignal(page.program.page_shown, timeout=20_000):
        page.program.restart_requested.emit(page.program.id)
    page.program.screen.log("log", "of the new run")
    model = person.phone.window.findChild(Table, "consoleTable").model()
    person.wait(
        lambda: any(
            "of the new run" in model.index(row, 1).data() for row in range(model.rowCount())
        ),
        "the new run's line",
    )


def test_no_tab_keeps_the_number_of_a_program_that_is_gone(
    run_program: OpenProgram, person: Person
) -> None:
    press(person.phone, F12)
    tab = person.waits_for("inspectorTab_calls")
    plain = tab.sizeHint().width()
    run_program(asking_program({"ask": "wx.getSetting(told)"}))
    person.miniapp.tap("#ask")
    person.wait(lambda: tab.sizeHint().width() > plain, "the number of calls")
    person.clicks("inspectorTab_permissions")
    person.miniapp.delete()
    person.wait(lambda: tab.sizeHint().width() == plain, "the number gone")
