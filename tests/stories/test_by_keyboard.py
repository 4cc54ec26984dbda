"""The main way through the phone by keys alone: no mouse, and the focus can always be seen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from miniapp_host.permissions.decisions import Decision
from miniapp_host.phone.phone import Phone
from tests.driver import PageDriver
from tests.stories.person import PANEL, PROMPT, Person

LOCATION = "scope.userLocation"
FOCUSED = "(page.activeElement?.id ?? '')"
MOST = 40


def focused(person: Person) -> QWidget:
    held = person.window.focusWidget()
    assert held is not None
    return held


def tabs_to(person: Person, name: str) -> None:
    """Presses Tab until the widget of that name has the focus, and shows it."""
    for _ in range(MOST):
        if focused(person).objectName() == name:
            return
        person.miniapp.press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not reach {name}")


def tabs_in_page_to(person: Person, page: PageDriver, name: str) -> None:
    """Presses Tab until the element of that id has the focus."""
    for _ in range(MOST):
        before = page.in_page(FOCUSED)
        if before == name:
            return
        page.press(Qt.Key.Key_Tab)
        page.wait(lambda before=before: page.in_page(FOCUSED) != before, "the focus moved")
    raise AssertionError(f"Tab does not reach {name}")


def opens_nearby(person: Person, phone: Phone) -> PageDriver:
    tabs_to(person, "programList")
    rows = phone.launcher.list
    while rows.currentIndex().data() != "Nearby":
        person.miniapp.press(Qt.Key.Key_Down)
    person.miniapp.press(Qt.Key.Key_Return)
    front = phone.window.front
    assert front is not None
    program = phone.running[front.program_id]
    person.wait(lambda: program.drawn, "its first page")
    return PageDriver(person.qtbot, program)


def test_nearby_is_opened_asked_refused_and_allowed_in_its_settings_by_keys_alone(
    person: Person, phone: Phone
) -> None:
    page = opens_nearby(person, phone)
    page.wait_text("#locate", "Use my location")
    page.wait_at_rest()
    tabs_in_page_to(person, page, "locate")
    page.press(Qt.Key.Key_Return)
    person.waits_for(PROMPT)
    tabs_to(person, "reject")
    assert getattr(focused(person), "ringed", False)
    person.miniapp.press(Qt.Key.Key_Return)
    person.waits_until_gone(PROMPT)
    page.wait_for("#settings")
    tabs_in_page_to(person, page, "settings")
    page.press(Qt.Key.Key_Space)
    person.waits_for(PANEL)
    tabs_to(person, "scopes")
    person.miniapp.press(Qt.Key.Key_Space)
    subject = phone.programs.subject(page.program.screen.program_id)
    assert phone.store.decision(subject, LOCATION) is Decision.GRANTED
    tabs_to(person, "back")
    person.miniapp.press(Qt.Key.Key_Return)
    person.waits_until_gone(PANEL)
    page.wait_text(".heading", "Closest first")


def test_a_row_of_the_settings_keeps_the_focus_and_its_ring(person: Person) -> None:
    tabs_to(person, "hostSettings")
    person.miniapp.press(Qt.Key.Key_Return)
    person.waits_for("hostSettingsPage")
    tabs_to(person, "hostContrast")
    person.miniapp.press(Qt.Key.Key_Space)
    assert person.phone.appearance.contrast
    assert focused(person).objectName() == "hostContrast"
    assert getattr(focused(person), "ringed", False)
    tabs_to(person, "hostTheme")
    person.miniapp.press(Qt.Key.Key_Return)
    person.waits_for("actionSheet")
    tabs_to(person, "actionSheetItem_2")
    person.miniapp.press(Qt.Key.Key_Return)
    person.waits_until_gone("actionSheet")
    assert person.phone.appearance.dark
    assert focused(person).objectName() == "hostTheme"
    assert getattr(focused(person), "ringed", False)
    person.miniapp.press(Qt.Key.Key_Escape)
    person.waits_until_gone("hostSettingsPage")


def test_a_long_text_is_scrolled_by_keys(person: Person) -> None:
    person.phone.window.take_height(600)
    person.miniapp.press(Qt.Key.Key_F1)
    sheet = person.waits_for("keySheet")
    bar = next(one for one in sheet.findChildren(QWidget) if one.inherits("QScrollArea"))
    place = bar.verticalScrollBar()  # type: ignore[attr-defined]
    assert place.maximum() > 0
    person.miniapp.press(Qt.Key.Key_End)
    assert place.value() == place.maximum()
    person.miniapp.press(Qt.Key.Key_PageUp)
    assert place.value() < place.maximum()
