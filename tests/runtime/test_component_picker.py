"""<picker>: a sheet from the bottom with wheels, for every mode."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from miniapp_host.phone.phone import Phone
from miniapp_host.shell.kit.program_colour import AA, contrast
from miniapp_host.shell.kit.theme import WHITE
from miniapp_host.shell.settings.appearance import ThemeChoice
from miniapp_host.texts import Language
from tests.conftest import OpenProgram
from tests.driver import PageDriver
from tests.program_folder import write_program
from tests.runtime.hearing import click_at, drag, heard, hearing_page, wait_heard

ROW = 56
SHEET = "page.documentElement.lastElementChild.shadowRoot"


def open_sheet(page: PageDriver, selector: str = "#p") -> None:
    page.tap(selector)
    page.wait(lambda: bool(page.in_page(f"!!{SHEET}?.getElementById('sheet')")), "the sheet")
    page.wait(lambda: not page.in_page(f"{SHEET}.getAnimations().length"), "the sheet at rest")


def wait_closed(page: PageDriver) -> None:
    page.wait(lambda: bool(page.in_page(f"!{SHEET}")), "no sheet")


def column(page: PageDriver, place: int) -> dict[str, float]:
    return dict(
        page.in_page(
            f"(({{left, top, width, height}}) => ({{left, top, width, height}}))"
            f"({SHEET}.querySelectorAll('.column')[{place}].getBoundingClientRect())"
        )
    )


def standing(page: PageDriver, place: int) -> float:
    """How far a wheel is turned, in rows."""
    shift = page.in_page(
        f"new DOMMatrix(page.defaultView.getComputedStyle({SHEET}"
        f".querySelectorAll('.track')[{place}]).transform).m42"
    )
    return float(-shift / ROW)


def turn(page: PageDriver, place: int, rows: int) -> None:
    """Clicks the row that many below the middle."""
    box = column(page, place)
    target = standing(page, place) + rows
    middle = QPoint(round(box["left"] + box["width"] / 2), round(box["top"] + box["height"] / 2))
    click_at(page, middle + QPoint(0, rows * ROW))
    page.wait(lambda: standing(page, place) == target, f"wheel {place} on row {target}")
    page.wait(lambda: not page.in_page(f"{SHEET}.getAnimations().length"), "the wheel at rest")


def press(page: PageDriver, piece: str) -> None:
    box = page.in_page(
        f"(({{left, top, width, height}}) => [left + width / 2, top + height / 2])"
        f"({SHEET}.getElementById('{piece}').getBoundingClientRect())"
    )
    click_at(page, QPoint(round(box[0]), round(box[1])))


def rows(page: PageDriver, place: int) -> list[str]:
    return list(
        page.in_page(
            f"[...{SHEET}.querySelectorAll('.column')[{place}].querySelectorAll('.row')]"
            ".map((row) => row.textContent)"
        )
    )


def picker(attributes: str) -> str:
    heard = 'bindchange="hear" bindcancel="hear"'
    return f'<picker id="p" {heard} {attributes}><view>pick</view></picker>'


CITIES = picker("range=\"{{['Beijing', 'Shanghai', 'Xiamen']}}\" value=\"{{1}}\"")


def test_choosing_a_row_tells_its_index(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(CITIES))
    open_sheet(page)
    turn(page, 0, 1)
    press(page, "confirm")
    assert wait_heard(page, "change") == {"value": "2"}
    wait_closed(page)


def test_cancel_escape_and_the_mask_choose_nothing(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(CITIES))
    open_sheet(page)
    turn(page, 0, 1)
    press(page, "cancel")
    wait_heard(page, "cancel")
    wait_closed(page)
    open_sheet(page)
    page.press(Qt.Key.Key_Escape)
    wait_heard(page, "cancel", count=2)
    wait_closed(page)
    open_sheet(page)
    click_at(page, QPoint(100, 10))
    wait_heard(page, "cancel", count=3)
    assert heard(page, "change") == []


BRIGHT_BAR = '{"navigationBarBackgroundColor": "#ffffff"}'


def bars_are_bright(page: PageDriver) -> bool:
    """Whether the navigation bar is drawn in its own colour, beside its title."""
    drawn = page.program.screen.grab().toImage().pixelColor(60, 50)
    return drawn.name() == WHITE


def test_the_mask_lies_over_the_bars_too_and_a_click_there_chooses_nothing(
    run_program: OpenProgram,
) -> None:
    page = run_program({**hearing_page(CITIES), "index.json": BRIGHT_BAR})
    open_sheet(page)
    page.wait(lambda: not bars_are_bright(page), "dark bars")
    window = page.program.screen.window().windowHandle()
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    wait_heard(page, "cancel")
    page.wait(lambda: bars_are_bright(page), "bright bars")
    wait_closed(page)


def test_the_bars_of_another_page_are_not_masked(run_program: OpenProgram) -> None:
    turned = 'mode="multiSelector" bindcolumnchange="go" range="{{[[1, 2]]}}"'
    go = "go() { wx.navigateTo({url: '/pages/other'}) },"
    bars = {"index.json": BRIGHT_BAR, "pages/other.json": BRIGHT_BAR}
    other = {"pages/other.wxml": "<view id='other'>other</view>"}
    page = run_program({**hearing_page(picker(turned), methods=go), **other, **bars})
    open_sheet(page)
    page.wait(lambda: not bars_are_bright(page), "dark bars")
    page.press(Qt.Key.Key_Down)
    page.wait_for("#other")
    page.wait(lambda: bars_are_bright(page), "bright bars")
    page.program.screen.go_back()
    page.wait(lambda: not bars_are_bright(page), "dark bars again")


def test_a_sheet_that_was_clicked_still_takes_escape(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(CITIES))
    open_sheet(page)
    press(page, "title")
    page.press(Qt.Key.Key_Escape)
    wait_heard(page, "cancel")
    wait_closed(page)


def test_a_wheel_is_dragged_and_turned_with_keys(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(CITIES))
    open_sheet(page)
    page.press(Qt.Key.Key_Up)
    page.press(Qt.Key.Key_Return)
    assert wait_heard(page, "change") == {"value": "0"}
    wait_closed(page)
    open_sheet(page)
    box = column(page, 0)
    middle = QPoint(round(box["left"] + 20), round(box["top"] + box["height"] / 2))
    drag(page, middle, middle - QPoint(0, ROW * 3), steps=12)
    page.press(Qt.Key.Key_Return)
    assert wait_heard(page, "change", count=2) == {"value": "2"}


def test_objects_are_shown_by_their_range_key(run_program: OpenProgram) -> None:
    page = run_program(
        hearing_page(
            picker('range="{{cities}}" range-key="name"'),
            data="{cities: [{name: 'Beijing'}, {name: 'Xiamen'}]}",
        )
    )
    open_sheet(page)
    assert rows(page, 0) == ["Beijing", "Xiamen"]


def test_a_program_changes_the_second_column_when_the_first_is_turned(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        hearing_page(
            picker('mode="multiSelector" range="{{range}}" bindcolumnchange="turned"'),
            data="{range: [['fruit', 'tree'], ['apple', 'pear']]}",
            methods="turned(event) { this.hear(event); "
            "if (event.detail.value === 1) this.setData({'range[1]': ['oak', 'elm', 'ash']}) },",
        )
    )
    open_sheet(page)
    turn(page, 0, 1)
    assert wait_heard(page, "columnchange") == {"column": 0, "value": 1}
    page.wait(lambda: rows(page, 1) == ["oak", "elm", "ash"], "the trees")
    turn(page, 1, 2)
    press(page, "confirm")
    assert wait_heard(page, "change") == {"value": [1, 2]}


def test_a_time_stays_between_start_and_end(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(picker('mode="time" value="09:30" start="09:15" end="11:45"')))
    open_sheet(page)
    assert rows(page, 0) == ["09", "10", "11"]
    assert (rows(page, 1)[0], rows(page, 1)[-1]) == ("15", "59")
    turn(page, 0, 1)
    page.wait(lambda: (rows(page, 1)[0], rows(page, 1)[-1]) == ("00", "59"), "a whole hour")
    press(page, "confirm")
    assert wait_heard(page, "change") == {"value": "10:30"}


def test_a_date_knows_how_long_months_are(run_program: OpenProgram) -> None:
    page = run_program(
        hearing_page(picker('mode="date" value="2024-01-31" start="2023-09-01" end="2025-09-01"'))
    )
    open_sheet(page)
    turn(page, 1, 1)
    page.wait(lambda: len(rows(page, 2)) == 29, "29 days")
    press(page, "confirm")
    assert wait_heard(page, "change") == {"value": "2024-02-29"}


def test_fields_say_how_fine_a_date_is(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(picker('mode="date" fields="month" value="2024-05"')))
    open_sheet(page)
    turn(page, 1, 1)
    press(page, "confirm")
    assert wait_heard(page, "change") == {"value": "2024-06"}


def test_a_region_has_names_and_codes(run_program: OpenProgram) -> None:
    page = run_program(
        hearing_page(picker("mode=\"region\" value=\"{{['广东省', '广州市', '海珠区']}}\""))
    )
    open_sheet(page)
    page.wait(lambda: "广州市" in rows(page, 1), "the cities of Guangdong")
    press(page, "confirm")
    detail = wait_heard(page, "change")
    assert detail["value"] == ["广东省", "广州市", "海珠区"]
    assert detail["code"] == ["440000", "440100", "440105"]


def test_another_province_starts_from_its_first_city(run_program: OpenProgram) -> None:
    page = run_program(
        hearing_page(picker("mode=\"region\" value=\"{{['广东省', '深圳市', '南山区']}}\""))
    )
    open_sheet(page)
    turn(page, 0, 1)
    press(page, "confirm")
    assert wait_heard(page, "change")["value"] == ["广西壮族自治区", "南宁市", "兴宁区"]


def test_a_disabled_picker_stays_closed(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(picker('disabled range="{{[1, 2]}}"')))
    page.tap("#p")
    page.run("1")
    assert page.in_page(f"!{SHEET}") is True


def test_the_sheet_speaks_the_phones_language(phone: Phone, run_program: OpenProgram) -> None:
    phone.texts.language = Language.ZH
    page = run_program(hearing_page(picker('mode="date" value="2024-05-01"')))
    open_sheet(page)
    assert page.in_page(f"{SHEET}.getElementById('confirm').textContent") == "确定"
    assert "05月" in rows(page, 1)


def test_its_sheet_is_as_dark_as_the_phone_over_a_page_that_is_always_light(
    phone: Phone, tmp_path: Path, open_folder: OpenProgram
) -> None:
    phone.appearance.choose_theme(ThemeChoice.DARK)
    files = hearing_page('<picker id="p" mode="date">When</picker>')
    page = open_folder(phone, write_program(tmp_path / "light", files))
    open_sheet(page)
    ground = f"page.defaultView.getComputedStyle({SHEET}.getElementById('sheet')).backgroundColor"
    assert page.in_page(ground) == "rgb(25, 25, 25)"
    assert page.style("body", "background-color") == "rgb(255, 255, 255)"
    phone.appearance.choose_theme(ThemeChoice.LIGHT)
    page.wait(lambda: page.in_page(ground) == "rgb(255, 255, 255)", "a light sheet")


def test_it_can_be_read_with_more_contrast(run_program: OpenProgram, phone: Phone) -> None:
    page = run_program({"index.wxml": '<picker id="p" range="{{[1, 2, 3]}}">Pick</picker>'})
    open_sheet(page)
    assert contrast(*_confirm_on_sheet(page)) < AA
    for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
        phone.appearance.choose_theme(choice)
        phone.appearance.choose_contrast(True)
        page.wait(lambda: contrast(*_confirm_on_sheet(page)) >= AA, "a button that can be read")
        assert page.in_page(_look_of("columns", "maskImage")) == "none"
    phone.appearance.choose_contrast(False)
    page.wait(lambda: page.in_page(_look_of("columns", "maskImage")) != "none", "rows that fade")


def _confirm_on_sheet(page: PageDriver) -> tuple[QColor, QColor]:
    """The colours of the words of the button and of the sheet behind them."""
    places = (("confirm", "color"), ("sheet", "backgroundColor"))
    ink, ground = (page.in_page(_look_of(*place)) for place in places)
    return _colour(ink), _colour(ground)


def _look_of(piece: str, what: str) -> str:
    return f"page.defaultView.getComputedStyle({SHEET}.getElementById('{piece}')).{what}"


def _colour(css: str) -> QColor:
    """The opaque colour that is written as rgb(r, g, b)."""
    return QColor(*(int(part) for part in css.removeprefix("rgb(").rstrip(")").split(",")))
