"""What minium does to three programs, by the program: a flow takes the client's Minium.

The script and the suite of minitest run the same flows.
"""

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from minium.framework.exception import MiniAppError

LOCATION = "scope.userLocation"
PATIENCE_SECONDS = 15.0
Flow = Callable[[Any], None]


def until(what: str, look: Callable[[], Any]) -> Any:
    """Wait until `look` gives something."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not (found := look()):
        assert time.monotonic() < end, f"not within {PATIENCE_SECONDS} s: {what}"
        time.sleep(0.05)
    return found


def host(mini: Any, method: str, **params: object) -> Any:
    """Ask for one of the phone's own methods, which want the token of its data folder."""
    folder = Path(os.environ["PHONES"]) / os.environ["PORT"]
    token = (folder / "automation.token").read_text()
    return mini.connection.send(f"Host.{method}", {"token": token, **params}).result


def state(mini: Any) -> str:
    return str(host(mini, "getPermissions").scopes[LOCATION].state)


def afresh(mini: Any) -> Any:
    """Take every decision back and begin anew."""
    mini.clear_auth()
    return mini.app.relaunch("/pages/index/index")


def ask(page: Any, mini: Any) -> Any:
    """Press the page's button, which asks, and wait for the prompt."""
    page.get_element("#locate", max_timeout=10).tap()
    return until("the prompt", lambda: host(mini, "getPrompts"))[0]


def refusal(mini: Any, method: str, options: dict[str, object]) -> str:
    """What a call of wx fails with; empty if it does not."""
    try:
        mini.app.call_wx_method(method, [options])
    except MiniAppError as error:
        return str(error)
    return ""


def a_prompt_is_pending_until_it_is_allowed(mini: Any) -> None:
    page = afresh(mini)
    assert ask(page, mini).scope == LOCATION
    assert state(mini) == "undecided"
    assert mini.native.allow_authorize()
    until("the sorted list", lambda: page.data.sorted)
    assert state(mini) == "granted"


def a_refusal_is_told_and_asked_no_more_until_the_scope_is_enabled(mini: Any) -> None:
    page = afresh(mini)
    ask(page, mini)
    mini.native.allow_authorize(False)
    until("the refusal", lambda: page.data.refused)
    assert "auth deny" in refusal(mini, "authorize", {"scope": LOCATION})
    assert host(mini, "getPrompts") == []
    host(mini, "setPermissions", states={LOCATION: "granted"})
    again = mini.app.relaunch("/pages/index/index")
    until("the sorted list", lambda: again.data.sorted)


def an_authorize_of_the_script_is_answered_by_the_script(mini: Any) -> None:
    afresh(mini)
    told: list[Any] = []
    asks = threading.Thread(
        target=lambda: told.append(mini.app.call_wx_method("authorize", [{"scope": LOCATION}]))
    )
    asks.start()
    until("the prompt", lambda: host(mini, "getPrompts"))
    assert mini.native.allow_authorize()
    asks.join(PATIENCE_SECONDS)
    assert told[0].result.result.errMsg == "authorize:ok"


def a_function_of_wx_is_mocked_and_restored(mini: Any) -> None:
    afresh(mini)
    mini.app.mock_wx_method("getLocation", result={"latitude": 1, "errMsg": "getLocation:ok"})
    assert mini.app.call_wx_method("getLocation", [{}]).result.result.latitude == 1
    mini.app.restore_wx_method("getLocation")
    host(mini, "setPermissions", states={LOCATION: "denied"})
    assert "auth deny" in refusal(mini, "getLocation", {})


def functions_run_in_the_program(mini: Any) -> None:
    told = mini.app.evaluate("function(a, b) { return a + b }", [1, 2], sync=True)
    assert told.result.result == 3
    told = mini.app.evaluate("async () => getCurrentPages().length", sync=True)
    assert told.result.result == 1


def the_program_calls_a_function_of_the_script(mini: Any) -> None:
    heard: list[Any] = []
    name = f"told{time.monotonic_ns()}"
    mini.app.expose_function(name, lambda message: heard.append(message["args"]))
    mini.app.evaluate("function(name) { globalThis[name]('a', {b: 1}) }", [name], sync=True)
    until("the call", lambda: heard)
    assert heard == [["a", {"b": 1}]], heard


def a_picture_is_taken(mini: Any) -> None:
    file = Path(os.environ["PHONES"]) / "minium.png"
    mini.app.screen_shot(str(file))
    assert file.read_bytes().startswith(b"\x89PNG")


def elements_are_read(mini: Any) -> None:
    page = mini.app.relaunch("/pages/index/index")
    title = page.get_element("#title")
    assert title.inner_text.strip() == "Controls"
    assert title.attribute("class") == ["title"]
    assert title.styles("color") == ["rgb(1, 2, 3)"]
    assert title.size["width"] > 100
    assert [row.inner_text for row in page.get_elements("view.row > text")] == ["Ann", "Bob", "Cid"]
    assert page.get_element("view", inner_text="Bob").inner_wxml == "<text>Bob</text>"
    assert page.get_element("//view[@class='row'][2]").inner_text == "Bob"
    assert page.get_element("text", text_contains="Ci").inner_text == "Cid"
    assert not page.element_is_exists(".none", max_timeout=0)
    assert "Controls" in page.wxml


def a_page_is_read_changed_and_called(mini: Any) -> None:
    page = mini.app.get_current_page()
    assert page.path == "/pages/index/index"
    assert page.call_method("add", [1, 2]).result.result == 3
    page.data = {"rows": ["Dan"]}
    assert page.data.rows == ["Dan"]
    assert page.scroll_height > 1000
    page.scroll_to(120, 0)
    until("the scroll", lambda: page.scroll_y == 120)


def fields_take_text(mini: Any) -> None:
    page = mini.app.relaunch("/pages/index/index")
    page.get_element("#field").input("Ann")
    assert page.data.heard[-1] == "input field Ann"
    assert page.get_element("#field").value == "Ann"
    page.get_element("#area").input("Two\nlines")
    assert page.data.heard[-1] == "input area Two\nlines"


def components_of_forms_are_moved(mini: Any) -> None:
    page = mini.app.get_current_page()
    page.get_element("#switch").switch()
    assert page.data.heard[-1] == "change switch true"
    page.get_element("#slider").slide_to(20)
    assert page.data.heard[-1] == "change slider 20"
    page.get_element("#picker").pick(2)
    assert page.data.heard[-1] == "change picker 2"
    page.get_element("#swiper").swipe_to(1)
    assert page.data.heard[-1] == "change swiper 1"
    scroll = page.get_element("#scroll")
    scroll.scroll_to(0, 100)
    assert scroll.scroll_top.result == 100


def taps_and_touches_are_heard(mini: Any) -> None:
    page = mini.app.relaunch("/pages/index/index")
    pad = page.get_element("#pad")
    pad.tap()
    until("the tap", lambda: "tap pad null" in page.data.heard)
    pad.long_press()
    until("the long press", lambda: "longpress pad null" in page.data.heard)
    page.get_element("#film").pause()


def a_component_of_the_program_is_read_changed_and_called(mini: Any) -> None:
    page = mini.app.get_current_page()
    card = page.get_element("my-card")
    assert card.data.mood == "red"
    assert card.call_method("paint", "blue").result.result == "now blue"
    card.data = {"mood": "grey"}
    assert page.get_element("my-card>>>.inside").inner_text == "A card in grey"
    card.get_element(".inside").tap()
    until("the event", lambda: page.data.heard[-1] == "painted  green")


def the_stack_of_pages_is_walked(mini: Any) -> None:
    mini.app.relaunch("/pages/index/index")
    other = mini.app.navigate_to("/pages/other/other?a=1")
    assert (other.path, other.query) == ("/pages/other/other", {"a": "1"})
    assert len(mini.app.get_page_stack()) == 2
    assert mini.app.navigate_back().path == "/pages/index/index"
    assert mini.app.redirect_to("/pages/other/other").path == "/pages/other/other"
    assert len(mini.app.get_page_stack()) == 1


def a_real_program_is_read_through_its_components(mini: Any) -> None:
    page = mini.app.relaunch("/pages/home/home")
    until("the goods", lambda: page.data.goodsList)
    goods = page.data.goodsList
    titles = page.get_elements("goods-list>>>goods-card>>>.goods-card__title")
    assert [one.inner_text.strip() for one in titles] == [one.title.strip() for one in goods]


def a_tap_in_a_component_leads_to_another_page(mini: Any) -> None:
    page = mini.app.get_current_page()
    page.get_element("goods-list>>>goods-card>>>.goods-card").tap()
    assert mini.app.wait_for_page("/pages/goods/details/index", max_timeout=10)
    assert mini.app.get_current_page().query["spuId"]
    assert mini.app.navigate_back().path == "/pages/home/home"


def tabs_are_switched(mini: Any) -> None:
    assert mini.app.switch_tab("/pages/usercenter/index").path == "/pages/usercenter/index"
    assert mini.app.switch_tab("/pages/home/home").path == "/pages/home/home"


FLOWS: dict[str, tuple[Flow, ...]] = {
    "NEARBY": (
        a_prompt_is_pending_until_it_is_allowed,
        a_refusal_is_told_and_asked_no_more_until_the_scope_is_enabled,
        an_authorize_of_the_script_is_answered_by_the_script,
        a_function_of_wx_is_mocked_and_restored,
        functions_run_in_the_program,
        the_program_calls_a_function_of_the_script,
        a_picture_is_taken,
    ),
    "CONTROLS": (
        elements_are_read,
        a_page_is_read_changed_and_called,
        fields_take_text,
        components_of_forms_are_moved,
        taps_and_touches_are_heard,
        a_component_of_the_program_is_read_changed_and_called,
        the_stack_of_pages_is_walked,
    ),
    "SHOP": (
        a_real_program_is_read_through_its_components,
        a_tap_in_a_component_leads_to_another_page,
        tabs_are_switched,
    ),
}
"""The flows by the name of the variable that holds the folder of their program."""
