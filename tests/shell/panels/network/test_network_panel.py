"""The panel Network over a log that the test fills: rows, filter, detail, and what can be done."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMenu, QPlainTextEdit, QTreeView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from miniapp_host.devices.conditions import Conditions, Connection, NetworkConditions, Preset
from miniapp_host.devices.network import Head, Purpose, Request, Trouble
from miniapp_host.devices.preferences import Preferences
from miniapp_host.devices.sockets import SocketRequest
from miniapp_host.devices.traffic import Exchange, Traffic
from miniapp_host.shell.inspector.picture_box import PictureBox
from miniapp_host.shell.inspector.row_painter import cell_of, fitted
from miniapp_host.shell.inspector.table import Table
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.panels.device.small_field import SmallField
from miniapp_host.shell.panels.network.conditions_button import ConditionsButton
from miniapp_host.shell.panels.network.network_panel import NetworkPanel
from miniapp_host.texts import Texts
from tests.api.pretend_phone import FakeClock
from tests.shell.program_parts import click, shown

OURS, OTHER = "wx-ours", "wx-other"
ADDRESS, BY = 2, 3


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def traffic(clock: FakeClock) -> Traffic:
    return Traffic(clock)


@pytest.fixture
def conditions(tmp_path: Path) -> NetworkConditions:
    return NetworkConditions(Preferences(tmp_path / "preferences.json"))


@pytest.fixture
def front() -> list[str]:
    """The program in front is the last one."""
    return [OURS]


@pytest.fixture
def panel(
    traffic: Traffic, conditions: NetworkConditions, front: list[str], texts: Texts, qtbot: QtBot
) -> NetworkPanel:
    made = NetworkPanel(traffic, conditions, lambda: front[-1], None, texts)
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    return made


def answered(traffic: Traffic, url: str, answer: bytes = b"", **more: object) -> Exchange:
    kind = str(more.pop("kind", "application/json"))
    request = Request(url, purpose=Purpose.REQUEST, program=OURS, **more)  # type: ignore[arg-type]
    exchange = traffic.begin(request)
    traffic.answer(exchange, Head(200, (("Content-Type", kind),)))
    if answer:
        traffic.receive(exchange, answer)
    traffic.done(exchange)
    return exchange


def table(panel: NetworkPanel) -> Table:
    return panel.findChild(Table)


def rows(panel: NetworkPanel) -> list[list[str]]:
    model = table(panel).model()
    columns = range(model.columnCount())
    return [[model.index(r, c).data() for c in columns] for r in range(model.rowCount())]


def wait_rows(qtbot: QtBot, panel: NetworkPanel, count: int) -> list[list[str]]:
    qtbot.waitUntil(lambda: len(rows(panel)) == count, timeout=3000)
    return rows(panel)


def choose(qtbot: QtBot, panel: NetworkPanel, row: int) -> None:
    """Makes a row the current one, and waits until the detail has its widgets on the screen."""
    table(panel).choose_row(row)
    qtbot.waitUntil(lambda: shown(panel, "networkSentence"), timeout=3000)


def detail_words(panel: NetworkPanel) -> str:
    texts = [one.toPlainText() for one in panel.findChildren(QPlainTextEdit) if one.isVisible()]
    labels = [one.text() for one in panel.findChildren(PlainLabel) if one.isVisible()]
    return "\n".join(labels + texts)


def test_while_there_is_no_traffic_the_panel_says_what_would_appear(panel: NetworkPanel) -> None:
    assert panel.is_empty
    assert shown(panel, "networkEmpty")


def test_rows_say_status_method_address_time_and_size(
    qtbot: QtBot, panel: NetworkPanel, traffic: Traffic, clock: FakeClock
) -> None:
    exchange = traffic.begin(
        Request("https://a.example/x?y=1", "POST", purpose=Purpose.REQUEST, program=OURS)
    )
    assert wait_rows(qtbot, panel, 1) == [["pending", "POST", "a.example/x?y=1", "", "…", "0 B"]]
    clock.advance(0.25)
    traffic.answer(exchange, Head(201, (), "f.json [0] *"))
    traffic.receive(exchange, b"x" * 2048)
    traffic.done(exchange)
    qtbot.waitUntil(lambda: rows(panel)[0][0] == "201", timeout=3000)
    assert rows(panel) == [["201", "POST", "a.example/x?y=1", "fixture", "250 ms", "2.0 kB"]]


def test_only_the_program_in_front_is_shown(
    qtbot: QtBot, panel: NetworkPanel, traffic: Traffic, front: list[str]
) -> None:
    traffic.begin(Request("https://a.example/ours", program=OURS))
    traffic.begin(Request("https://a.example/theirs", program=OTHER))
    assert wait_rows(qtbot, panel, 1)[0][2] == "a.example/ours"
    front.append(OTHER)
    panel.follow()
    assert rows(panel)[0][2] == "a.example/theirs"


def test_kinds_and_words_filter_the_rows(
    qtbot: QtBot, panel: NetworkPanel, traffic: Traffic
) -> None:
    answered(traffic, "https://a.example/one")
    traffic.begin(SocketRequest("wss://b.example/two", program=OURS))
    traffic.refuse(
        Request("https://c.example/three", purpose=Purpose.DOWNLOAD, program=OURS),
        "c.example is not among the domains",
    )
    wait_rows(qtbot, panel, 3)
    for chip, address in (("sockets", "b.example/two"), ("files", "c.example/three")):
        click(panel, f"network_{chip}")
        assert [row[2] for row in rows(panel)] == [address]
    click(panel, "network_all")
    assert panel.tools.filter is not None
    panel.tools.filter.set_text("REFUSED")
    panel.tools.filter.text_changed.emit("REFUSED")
    assert [row[3] for row in rows(panel)] == ["domain rule"]


def test_a_json_answer_is_a_tree_and_the_sentence_says_who_answered(
    qtbot: QtBot, panel: NetworkPanel, traffic: Traffic
) -> None:
    url = "https://a.example/?lang=zh"
    answered(traffic, url, b'{"name": "Ada"}', method="POST", body=b"sent text", headers={"x": "y"})
    wait_rows(qtbot, panel, 1)
    choose(qtbot, panel, 0)
    words = detail_words(panel)
    for word in ("Answered by the server.", url, "sent text", "lang", "zh", "Content-Type"):
        assert word in words
    tree = panel.findChild(QTreeView)
    assert tree.model().index(0, 0).data() == "name"
    assert tree.model().index(0, 1).data() == '"Ada"'


def test_pictures_are_shown_and_bytes_are_told(
    qtbot: QtBot, panel: NetworkPanel, traffic: Traffic
) -> None:
    picture = Path("resources/programs/hello/icon.png").read_bytes()
    answered(traffic, "https://a.example/p", picture, kind="image/png")
    answered(traffic, "https://a.example/b", b"\x00\xffAB", kind="application/octet-stream")
    wait_rows(qtbot, panel, 2)
    choose(qtbot, panel, 0)
    assert not panel.findChild(PictureBox).picture.isNull()
    choose(qtbot, panel, 1)
    assert "0000  00 ff 41 42" in detail_words(panel)


def test_what_failed_says_why(qtbot: QtBot, panel: NetworkPanel, traffic: Traffic) -> None:
    exchange = traffic.begin(Request("https://gone.example/", program=OURS))
    traffic.fail(exchange, Trouble.UNKNOWN_HOST)
    wait_rows(qtbot, panel, 1)
    choose(qtbot, panel, 0)
    assert "There is no server of that name." in detail_words(panel)
    assert "net::ERR_NAME_NOT_RESOLVED" in detail_words(panel)
    assert not shown(panel, "networkRemedy_fixture")


@pytest.mark.parametrize("trouble", Trouble)
def test_every_failure_has_its_sentence(
    qtbot: QtBot, panel: NetworkPanel, traffic: Traffic, trouble: Trouble
) -> None:
    traffic.fail(traffic.begin(Request("https://a.example/", program=OURS)), trouble)
    wait_rows(qtbot, panel, 1)
    choose(qtbot, panel, 0)
    assert f"net::{trouble.value[1]}" in detail_words(panel)


def test_an_answer_behind_redirects_says_where_it_came_from(
    qtbot: QtBot, panel: NetworkPanel, traffic: Traffic
) -> None:
    exchange = traffic.begin(Request("https://a.example/", program=OURS))
    traffic.answer(exchange, Head(200, reached="https://b.example/there"))
    traffic.done(exchange)
    wait_rows(qtbot, panel, 1)
    choose(qtbot, panel, 0)
    assert "https://b.example/there" in detail_words(panel)


def test_a_sockets_messages_appear_while_it_is_looked_at(
    qtbot: QtBot, panel: NetworkPanel, traffic: Traffic
) -> None:
    socket = traffic.begin(SocketRequest("wss://a.example/s", program=OURS))
    traffic.answer(socket, Head(101))
    wait_rows(qtbot, panel, 1)
    choose(qtbot, panel, 0)
    traffic.speak(socket, "hello there", sent=True)
    traffic.speak(socket, b"\x01\x02", sent=False)
    qtbot.waitUntil(lambda: "hello there" in detail_words(panel), timeout=3000)
    assert "01 02" in detail_words(panel)
    assert "The socket is open." in detail_words(panel)


def test_a_request_is_copied_as_curl(qtbot: QtBot, panel: NetworkPanel, traffic: Traffic) -> None:
    answered(traffic, "https://a.example/x")
    wait_rows(qtbot, panel, 1)
    choose(qtbot, panel, 0)
    click(panel, "networkRemedy_curl")
    assert QGuiApplication.clipboard().text() == "curl https://a.example/x"


def test_an_answer_is_saved_into_the_file_that_the_person_chooses(
    qtbot: QtBot, panel: NetworkPanel, traffic: Traffic, tmp_path: Path
) -> None:
    file = tmp_path / "mine.json"
    file.write_text('[{"url": "https://b.example/"}]')
    answered(traffic, "https://a.example/x", b"[1]")
    wait_rows(qtbot, panel, 1)
    choose(qtbot, panel, 0)
    click(panel, "networkRemedy_fixture")
    dialog = panel.findChild(QFileDialog, "fixturesDialog")
    dialog.selectFile(str(file))
    with qtbot.waitSignal(panel.told) as told:
        dialog.accept()
    assert told.args is not None
    assert str(told.args[0]) == "Saved as rule 2 of mine.json."
    assert [rule["url"] for rule in json.loads(file.read_text())] == [
        "https://b.example/",
        "https://a.example/x",
    ]


def test_clearing_forgets_the_programs_rows_and_no_others(
    qtbot: QtBot, panel: NetworkPanel, traffic: Traffic
) -> None:
    answered(traffic, "https://a.example/x")
    other = traffic.begin(Request("https://a.example/theirs", program=OTHER))
    wait_rows(qtbot, panel, 1)
    click(panel, "networkClear")
    assert panel.is_empty
    assert list(traffic) == [other]


def test_the_network_is_switched_off_and_on_from_here(
    qtbot: QtBot, panel: NetworkPanel, conditions: NetworkConditions
) -> None:
    for preset in (Preset.OFFLINE, Preset.THREE_G, Preset.ONLINE):
        click(panel, "networkConditions")
        menu = panel.findChild(QMenu, "networkConditionsMenu")
        action = next(one for one in menu.actions() if one.data() == preset.name)
        action.trigger()
        menu.close()
        assert conditions.preset is preset
        assert panel.findChild(ConditionsButton).text() == preset.text.en
        qtbot.waitUntil(lambda: panel.findChild(QMenu, "networkConditionsMenu") is None)


def type_into(panel: NetworkPanel, name: str, text: str) -> None:
    """Types over what stands in a field, and presses Enter."""
    field = panel.findChild(QLineEdit, name)
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def open_limits(panel: NetworkPanel) -> None:
    click(panel, "networkConditions")
    menu = panel.findChild(QMenu, "networkConditionsMenu")
    menu.actions()[-1].trigger()
    menu.close()


def test_a_delay_and_a_rate_of_ones_own_are_typed(
    panel: NetworkPanel, conditions: NetworkConditions
) -> None:
    open_limits(panel)
    type_into(panel, "networkLatency", "250")
    type_into(panel, "networkRate", "80")
    assert conditions.present == Conditions(Connection.WIFI, 250, 80)
    assert panel.findChild(ConditionsButton).text() == "Wi-Fi 250 ms, 80 kB/s"
    conditions.set(Preset.THREE_G.value)
    assert panel.findChild(QLineEdit, "networkRate").text() == "50"
    click(panel, "networkLimitsClose")
    assert not shown(panel, "networkLatency")


@pytest.mark.parametrize("text", ["fast", "-1", "1.5", "60001", "9" * 5000])
def test_what_is_no_delay_is_marked_and_changes_nothing(
    panel: NetworkPanel, conditions: NetworkConditions, text: str
) -> None:
    open_limits(panel)
    type_into(panel, "networkLatency", text)
    assert conditions.preset is Preset.ONLINE
    assert panel.findChild(SmallField, "networkLatencyField").property("wrong") is True


def test_a_panel_that_is_not_seen_watches_nothing(
    qtbot: QtBot, panel: NetworkPanel, traffic: Traffic
) -> None:
    panel.hide()
    answered(traffic, "https://a.example/x")
    assert rows(panel) == []
    panel.show()
    assert len(rows(panel)) == 1


def test_a_flood_leaves_the_newest_ten_thousand(
    qtbot: QtBot, panel: NetworkPanel, traffic: Traffic, qtmodeltester: ModelTester
) -> None:
    for number in range(10_050):
        traffic.begin(Request(f"https://a.example/{number}", program=OURS))
    model = table(panel).model()
    qtbot.waitUntil(lambda: model.rowCount() == 10_000, timeout=20_000)
    assert model.index(0, 2).data() == "a.example/50"
    qtmodeltester.check(table(panel).model())


def test_a_narrow_panel_keeps_its_room_for_the_address(
    panel: NetworkPanel, traffic: Traffic, qtbot: QtBot
) -> None:
    answered(traffic, "https://a.test/")
    qtbot.waitUntil(lambda: len(rows(panel)) == 1)
    assert not table(panel).isColumnHidden(BY)
    panel.resize(488, 600)
    qtbot.waitUntil(lambda: table(panel).isColumnHidden(BY))
    assert table(panel).columnWidth(ADDRESS) > 190


def test_of_a_long_query_the_end_is_cut_and_of_a_long_path_the_middle(
    panel: NetworkPanel, traffic: Traffic, qtbot: QtBot
) -> None:
    answered(traffic, f"https://a.test/v1/goods/list?{'token=' * 100}")
    answered(traffic, f"https://a.test/{'folder/' * 100}list")
    qtbot.waitUntil(lambda: len(rows(panel)) == 2)
    query, path = (cell_of(table(panel).model().index(row, ADDRESS)) for row in range(2))
    assert fitted(query, 300).startswith("a.test/v1/goods/list?token")
    assert fitted(path, 300).endswith("folder/list")
