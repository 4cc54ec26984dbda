"""Messages between the runtime and the host, without a browser."""

import json
import logging
from typing import Any

import pytest

from miniapp_host import paths
from miniapp_host.texts import Language, Texts
from miniapp_host.web.link import TURN_SECONDS, UNREAD, RuntimeLink
from miniapp_host.web.runtime_listener import LogLine, Respond


class Listener:
    """Keeps what it hears; answers calls named `now` at once."""

    def __init__(self) -> None:
        self.heard: list[tuple[Any, ...]] = []
        self.responds: list[Respond] = []

    def launched(self) -> None:
        self.heard.append(("launched",))

    def called(self, name: str, arguments: Any, respond: Respond) -> None:
        self.heard.append(("called", name, arguments))
        self.responds.append(respond)
        if name == "now":
            respond({"errMsg": "now:ok"})

    def tapped(self) -> None:
        self.heard.append(("tapped",))

    def chrome_changed(self, chrome: dict[str, Any]) -> None:
        self.heard.append(("chrome", chrome))

    def logged(self, line: LogLine) -> None:
        self.heard.append(("logged", line))

    def page_drawn(self, number: int) -> None:
        self.heard.append(("drawn", number))

    def templates_compiled(self, key: str, code: str) -> None:
        self.heard.append(("templates", key, code))

    def exit_requested(self) -> None:
        self.heard.append(("exit",))

    def evaluated(self, number: int, outcome: dict[str, Any]) -> None:
        self.heard.append(("evaluated", number, outcome))

    def page_data_told(self, told: dict[str, Any]) -> None:
        self.heard.append(("pageData", told))


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def sent() -> list[Any]:
    return []


class Time:
    """A clock that goes on by `step` seconds whenever it is read, and counts the turns wanted."""

    def __init__(self) -> None:
        self.now = 0.0
        self.step = 0.0
        self.turns_wanted = 0

    def read(self) -> float:
        self.now += self.step
        return self.now

    def want_turn(self) -> None:
        self.turns_wanted += 1


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def link(listener: Listener, sent: list[Any], time: Time) -> RuntimeLink:
    return RuntimeLink(
        lambda text: sent.append(json.loads(text)), listener, time.want_turn, time.read
    )


def exchange(link: RuntimeLink, *messages: Any) -> Any:
    answer = link.exchange(json.dumps(messages))
    return json.loads(answer) if answer else None


def test_what_is_known_at_once_is_the_answer_to_the_batch(
    link: RuntimeLink, sent: list[Any]
) -> None:
    answer = exchange(link, ["call", 1, "now", {}], ["call", 2, "now", {}])
    assert answer == [["result", 1, {"errMsg": "now:ok"}], ["result", 2, {"errMsg": "now:ok"}]]
    assert sent == []


def test_a_late_answer_is_sent_by_itself(
    link: RuntimeLink, listener: Listener, sent: list[Any]
) -> None:
    assert exchange(link, ["call", 7, "later", {"a": 1}]) is None
    listener.responds[0]({"errMsg": "later:ok"})
    assert sent == [[["result", 7, {"errMsg": "later:ok"}]]]


def test_after_close_nothing_is_sent(
    link: RuntimeLink, listener: Listener, sent: list[Any]
) -> None:
    exchange(link, ["call", 1, "later", {}])
    link.close()
    listener.responds[0]({"errMsg": "later:ok"})
    link.emit("themeChange", {})
    assert sent == []


def test_every_kind_of_message_reaches_the_listener(link: RuntimeLink, listener: Listener) -> None:
    exchange(
        link,
        ["launched"],
        ["chrome", {"title": "x"}],
        ["log", "error", "oops", "a.js", 3],
        ["log", "log", "fine", None, None],
        ["ready", 1],
        ["templates", "key", "code"],
        ["exit"],
    )
    assert listener.heard == [
        ("launched",),
        ("chrome", {"title": "x"}),
        ("logged", LogLine("error", "oops", "a.js", 3)),
        ("logged", LogLine("log", "fine")),
        ("drawn", 1),
        ("templates", "key", "code"),
        ("exit",),
    ]


def test_what_the_phone_says_is_a_sentence_and_what_the_program_logs_is_not(
    link: RuntimeLink, listener: Listener
) -> None:
    said = "wx.addCard is not supported"
    exchange(link, ["note", "warn", said, "a.js", 3], ["log", "warn", said, "a.js", 3])
    note, logged = (line.text for _, line in listener.heard)
    assert note == logged == said
    chinese = Texts(Language.ZH, paths.resources() / "i18n")
    assert chinese.said(note) == "不支持 wx.addCard"
    assert chinese.said(logged) == said


@pytest.mark.expects_log
@pytest.mark.parametrize(
    "message", [[], ["call"], ["call", "1", "x", {}], ["tap"], "tap", 1, None, ["log", 1, 2]]
)
def test_a_message_of_a_wrong_shape_is_dropped_and_the_rest_is_read(
    link: RuntimeLink, listener: Listener, caplog: pytest.LogCaptureFixture, message: Any
) -> None:
    with caplog.at_level(logging.WARNING):
        exchange(link, message, ["exit"])
    assert listener.heard == [("exit",)]
    assert "unknown" in caplog.text


@pytest.mark.expects_log
@pytest.mark.parametrize("text", ["", "oops", "7", "null", '{"exit": 1}', "[" * 100_000])
def test_a_text_that_is_no_batch_is_dropped(
    link: RuntimeLink, listener: Listener, caplog: pytest.LogCaptureFixture, text: str
) -> None:
    with caplog.at_level(logging.WARNING):
        assert link.exchange(text) == ""
    assert listener.heard == []
    assert "unknown" in caplog.text


def test_a_line_brings_its_values_and_a_code_what_came_of_it(
    link: RuntimeLink, listener: Listener
) -> None:
    link.exchange(json.dumps([["log", "log", "{a: 1}", None, None, [{"o": [["a", 1]]}]]]))
    link.exchange(json.dumps([["evaluated", 7, {"text": "2"}]]))
    assert listener.heard == [
        ("logged", LogLine("log", "{a: 1}", values=({"o": [["a", 1]]},))),
        ("evaluated", 7, {"text": "2"}),
    ]


def test_what_a_script_asks_before_the_program_has_begun_waits_until_then(
    link: RuntimeLink, sent: list[Any]
) -> None:
    outcomes: list[dict[str, Any]] = []
    link.drive("App.getCurrentPage", {}, outcomes.append)
    assert sent == []
    assert exchange(link, ["launched"]) == [["drive", 1, "App.getCurrentPage", {}]]
    link.drive("App.getPageStack", {}, outcomes.append)
    assert sent == [[["drive", 2, "App.getPageStack", {}]]]
    exchange(link, ["driven", 1, {"result": "{}"}])
    assert outcomes == [{"result": "{}"}]
    link.close()
    assert outcomes[1:] == [{"error": "page destroyed"}]


CALLS = [["call", number, "now", {"n": number}] for number in range(10)]
ANSWERS = [["result", number, {"errMsg": "now:ok"}] for number in range(10)]


def test_a_batch_that_takes_too_long_is_read_in_several_turns_in_its_order(
    link: RuntimeLink, listener: Listener, sent: list[Any], time: Time
) -> None:
    time.step = TURN_SECONDS * 0.6
    answer = link.exchange(json.dumps(CALLS))
    assert answer.startswith(UNREAD)
    assert json.loads(answer) == ANSWERS[:2]
    assert (time.turns_wanted, sent) == (1, [])
    while not link.go_on():
        pass
    assert time.turns_wanted == 4
    assert sent == [ANSWERS[2:4], ANSWERS[4:6], ANSWERS[6:8], ANSWERS[8:]]
    assert [arguments["n"] for _, _, arguments in listener.heard] == list(range(10))


def test_what_is_said_meanwhile_is_read_after_it(
    link: RuntimeLink, listener: Listener, time: Time
) -> None:
    time.step = TURN_SECONDS
    link.exchange(json.dumps(CALLS[:3]))
    link.exchange(json.dumps([["exit"]]))
    while not link.go_on():
        pass
    assert [one[0] for one in listener.heard] == ["called", "called", "called", "exit"]


def test_an_answer_without_anything_to_tell_says_that_reading_goes_on(
    link: RuntimeLink, time: Time
) -> None:
    time.step = TURN_SECONDS
    assert link.exchange(json.dumps([["call", 1, "later", {}]] * 2)) == UNREAD


def test_a_message_that_breaks_the_listener_does_not_keep_the_rest_from_being_read(
    link: RuntimeLink, listener: Listener, time: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_name: str, _arguments: Any, _respond: Respond) -> None:
        raise LookupError("our mistake")

    monkeypatch.setattr(listener, "called", broken)
    with pytest.raises(LookupError):
        link.exchange(json.dumps([CALLS[0], ["exit"]]))
    assert time.turns_wanted == 1
    assert link.go_on()
    assert listener.heard == [("exit",)]


def test_what_a_closed_program_said_is_not_read(
    link: RuntimeLink, listener: Listener, sent: list[Any], time: Time
) -> None:
    time.step = TURN_SECONDS
    link.exchange(json.dumps(CALLS))
    link.close()
    assert link.go_on()
    assert (len(listener.heard), sent) == (1, [])


def test_a_greeting_is_answered_once(link: RuntimeLink, sent: list[Any]) -> None:
    heard: list[str] = []
    link.greet(lambda: heard.append("first"))
    link.greet(lambda: heard.append("latest"))
    assert sent == [[["greet"]], [["greet"]]]
    exchange(link, ["greeted"], ["greeted"])
    assert heard == ["latest"]


def test_long_texts_stand_in_their_places_in_the_order_in_which_they_were_handed_over(
    link: RuntimeLink, listener: Listener
) -> None:
    for text in ("first", "second"):
        link.texts.add(text, ends=True)
    link.exchange('[["call", 1, "a", {"data": NaN}], ["call", 2, "b", {"x": [NaN], "y": "NaN"}]]')
    assert listener.heard == [
        ("called", "a", {"data": "first"}),
        ("called", "b", {"x": ["second"], "y": "NaN"}),
    ]


@pytest.mark.expects_log
def test_a_place_without_a_text_makes_the_batch_unknown_and_takes_no_later_text(
    link: RuntimeLink, listener: Listener
) -> None:
    link.texts.add("left", ends=True)
    link.exchange('[["call", 1, "a", {"data": NaN, "more": NaN}]]')
    assert listener.heard == []
    link.texts.add("right", ends=True)
    link.exchange('[["call", 2, "b", {"data": NaN}]]')
    assert listener.heard == [("called", "b", {"data": "right"})]


def test_a_message_that_was_handed_over_is_read_where_it_stands(
    link: RuntimeLink, listener: Listener
) -> None:
    for text in ('["call", 2, "b", {"data": NaN}]', "inner"):
        link.texts.add(text, ends=True)
    link.exchange('[["call", 1, "a", {}], ["whole"], ["call", 3, "c", {}]]')
    assert listener.heard == [
        ("called", "a", {}),
        ("called", "b", {"data": "inner"}),
        ("called", "c", {}),
    ]


@pytest.mark.expects_log
def test_whole_of_nothing_is_unknown(link: RuntimeLink, listener: Listener) -> None:
    link.exchange('[["whole"], ["call", 1, "a", {}]]')
    assert listener.heard == [("called", "a", {})]


def test_a_long_answer_is_told_by_number_and_fetched(link: RuntimeLink, sent: list[Any]) -> None:
    long = "x" * 1_000_000
    link.tell("result", 7, {"errMsg": "readFile:ok", "data": long})
    [[[kind, message, [[path, number]]]]] = sent
    assert (kind, message) == ("apart", ["result", 7, {"errMsg": "readFile:ok", "data": ""}])
    assert (path, link.answers.take(number)) == ([2, "data"], long.encode())


def test_an_answer_of_many_values_is_fetched_whole(link: RuntimeLink, sent: list[Any]) -> None:
    result = {"keys": [f"key {number}" for number in range(50_000)]}
    link.tell("result", 7, result)
    [[[kind, number]]] = sent
    assert kind == "whole"
    assert json.loads(link.answers.take(number)) == [["result", 7, result]]


def test_nothing_can_be_fetched_after_the_end(link: RuntimeLink, sent: list[Any]) -> None:
    link.tell("result", 7, {"data": "x" * 1_000_000})
    link.close()
    [[[_, _, [[_, number]]]]] = sent
    with pytest.raises(FileNotFoundError):
        link.answers.take(number)


def large_answers(link: RuntimeLink, listener: Listener, sent: list[Any]) -> list[int]:
    """The numbers of more answers than a program may leave where they are."""
    for number in range(4):
        exchange(link, ["call", number, "read", {}])
        listener.responds[-1]({"data": "x" * 10_000_000})
    return [texts[0][1] for [[_, _, texts]] in sent]


def test_a_program_that_does_not_take_its_answers_is_not_listened_to_until_it_does(
    link: RuntimeLink, listener: Listener, sent: list[Any], time: Time
) -> None:
    numbers = large_answers(link, listener, sent)
    heard = len(listener.heard)
    assert link.exchange('[["call", 9, "more", {}]]') == UNREAD
    assert (len(listener.heard), time.turns_wanted) == (heard, 0)
    link.answers.take(numbers[0])
    assert time.turns_wanted == 1
    assert link.go_on()
    assert listener.heard[-1] == ("called", "more", {})


def test_a_program_that_waits_to_hand_over_texts_is_listened_to_all_the_same(
    link: RuntimeLink, listener: Listener, sent: list[Any], time: Time
) -> None:
    large_answers(link, listener, sent)
    link.texts.add("x" * 10_000_000, ends=True)
    link.exchange('[["call", 9, "write", {"data": NaN}]]')
    told: list[str] = []
    link.when_room(lambda: told.append("room"))
    assert (told, time.turns_wanted) == ([], 1)
    assert link.go_on()
    assert told == ["room"]
    assert listener.heard[-1][1] == "write"
