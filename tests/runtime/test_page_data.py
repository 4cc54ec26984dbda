"""What pages hold in their data, read and changed from outside while the program runs."""

from collections.abc import Iterator

import pytest

from miniapp_host.phone.phone import Phone
from miniapp_host.programs.page_data import Opaque, PageData, PageRecord
from tests.conftest import OpenProgram
from tests.driver import PageDriver
from tests.runtime.notes import NOTE, noted
from tests.runtime.test_service_components import part, using

SCRIPT = """Page({
  data: { count: 1, list: [{ name: 'one' }], nothing: null, self: null, late: undefined },
  add() { this.setData({ count: this.data.count + 1 }) },
  more() { wx.navigateTo({ url: '/pages/second?id=7' }) },
  told() { note('now', this.data.count, typeof this.data.count, this.data.list[0].name) },
})"""
WXML = """<view id="count" bindtap="add">{{count}} {{list[0].name}}</view>
<view id="more" bindtap="more">more</view><view id="told" bindtap="told">told</view>
<counter start="{{count}}"/>"""
COUNTER = part(
    "parts/counter",
    '<text id="inner">{{start}}/{{own}}</text>',
    "Component({ properties: { start: Number }, data: { own: 5 } })",
)
FILES = {
    "app.json": '{"pages": ["pages/first", "pages/second"]}',
    "pages/first.json": using(counter="/parts/counter"),
    "pages/first.wxml": WXML,
    "pages/first.js": NOTE + SCRIPT,
    "pages/second.wxml": "<view id='second'>second</view>",
    "pages/second.js": "Page({ data: { from: 'second' } })",
} | COUNTER


@pytest.fixture
def page(run_program: OpenProgram) -> PageDriver:
    return run_program(FILES)


@pytest.fixture
def data(page: PageDriver) -> Iterator[PageData]:
    """The data of the program's pages, watched."""
    unwatch = page.program.page_data.watch(len_of_pages)
    page.wait(lambda: bool(page.program.page_data.pages), "the data of the first page")
    yield page.program.page_data
    unwatch()


def len_of_pages(data: PageData) -> None:
    assert isinstance(data.pages, tuple)


def front(data: PageData) -> PageRecord:
    return data.pages[-1]


def test_a_page_and_its_components_are_told_with_their_data(data: PageData) -> None:
    page = front(data)
    assert page.path == "pages/first"
    assert page.data == {
        "count": 1,
        "list": [{"name": "one"}],
        "nothing": None,
        "self": None,
        "late": Opaque("undefined"),
    }
    assert [(one.path, one.data) for one in page.components] == [
        ("parts/counter", {"own": 5, "start": 1})
    ]


def test_what_a_program_sets_is_told(page: PageDriver, data: PageData) -> None:
    page.tap("#count")
    page.wait(lambda: front(data).data["count"] == 2, "the new count")  # type: ignore[index]
    assert front(data).components[0].data == {"own": 5, "start": 2}


def test_the_stack_is_told_as_it_changes(page: PageDriver, data: PageData) -> None:
    page.tap("#more")
    page.wait(lambda: len(data.pages) == 2, "the second page")
    assert [one.path for one in data.pages] == ["pages/first", "pages/second"]
    assert (front(data).query, front(data).data) == ({"id": "7"}, {"from": "second"})
    page.program.screen.back_requested.emit()
    page.wait(lambda: len(data.pages) == 1, "the first page alone")


def test_what_is_set_from_outside_is_seen_on_the_page_and_by_the_program(
    page: PageDriver, data: PageData
) -> None:
    data.set(front(data).number, None, ("list", 0, "name"), "changed")
    data.set(front(data).number, None, ("count",), 41)
    page.wait_text("#count", "41 changed")
    page.tap("#told")
    assert noted(page, "now") == [41, "number", "changed"]
    page.wait(lambda: front(data).data["count"] == 41, "the count that was set")  # type: ignore[index]


def test_the_data_of_a_component_can_be_set(page: PageDriver, data: PageData) -> None:
    data.set(front(data).number, front(data).components[0].id, ("own",), 6)
    page.wait(lambda: page.text("#inner") == "1/6", "the component's own data")


def test_entries_are_added_and_taken_away_from_outside(page: PageDriver, data: PageData) -> None:
    number = front(data).number
    data.add(number, None, ("list",), None, {"name": "two"})
    data.add(number, None, ("list", 1), "price", 5)
    data.add(number, None, (), "fresh", [1, 2, 3])
    whole = [{"name": "one"}, {"name": "two", "price": 5}]
    page.wait(lambda: front(data).data.get("list") == whole, "the entry")  # type: ignore[attr-defined]
    data.remove(number, None, ("list", 0))
    data.remove(number, None, ("list", 0, "price"))
    data.remove(number, None, ("fresh", 1))
    page.wait_text("#count", "1 two")
    fresh = [1, 3]
    page.wait(lambda: front(data).data.get("fresh") == fresh, "what is left")  # type: ignore[attr-defined]
    assert front(data).data["list"] == [{"name": "two"}]  # type: ignore[index]


def test_nothing_is_told_while_nobody_watches(page: PageDriver) -> None:
    page.tap("#count")
    page.wait_text("#count", "2 one")
    assert page.program.page_data.pages == ()


def test_who_stops_watching_is_told_nothing_more(page: PageDriver) -> None:
    told: list[int] = []
    data = page.program.page_data
    unwatch = data.watch(lambda pages: told.append(len(pages.pages)))
    page.wait(lambda: 1 in told, "the first page")
    unwatch()
    told.clear()
    page.tap("#count")
    page.wait_text("#count", "2 one")
    assert (told, data.pages) == ([], ())


def test_a_restarted_program_is_told_anew(phone: Phone, page: PageDriver, data: PageData) -> None:
    page.tap("#count")
    page.wait(lambda: front(data).data["count"] == 2, "the new count")  # type: ignore[index]
    phone.programs.restart(page.program.id)
    page.wait(
        lambda: bool(data.pages) and front(data).data["count"] == 1,  # type: ignore[index]
        "the count of the new run",
    )
