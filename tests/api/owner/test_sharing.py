"""getShareInfo: the group of a share ticket, as the program's server reads it."""

import pytest

from miniapp_host.api.calls.asking import Asking
from miniapp_host.api.calls.dispatcher import Dispatcher
from miniapp_host.api.calls.privacy import Privacy
from miniapp_host.api.owner.sharing import Sharing
from miniapp_host.api.owner.user_data import new_session_key
from tests.api.owner.test_user import decrypted
from tests.api.pretend_phone import Phone, Result

KEY = new_session_key()


def read_by_server(phone: Phone, program: str, ticket: str) -> dict[str, object]:
    family = Sharing(lambda _program: KEY, phone.clock)
    asking = Asking(phone.broker, phone.owner)
    dispatcher = Dispatcher(family.endpoints(), (), asking, Privacy(phone.clock), phone.switches)
    answers: list[Result] = []
    session = phone.open(program).session
    dispatcher.dispatch(session, "getShareInfo", {"shareTicket": ticket}, answers.append)
    (result,) = answers
    assert result["errMsg"] == "getShareInfo:ok"
    return decrypted(result, KEY)


def test_a_ticket_is_always_the_same_group(phone: Phone) -> None:
    first = read_by_server(phone, "one", "ticket")
    again = read_by_server(phone, "one", "ticket")
    assert first["openGId"] == again["openGId"]
    assert first["watermark"] == {"timestamp": int(phone.clock.now()), "appid": "wxone"}


def test_another_ticket_or_program_is_another_group(phone: Phone) -> None:
    groups = [
        read_by_server(phone, program, ticket)["openGId"]
        for program, ticket in (("one", "a"), ("one", "b"), ("two", "a"))
    ]
    assert len(set(groups)) == 3


@pytest.mark.parametrize("arguments", [{}, {"shareTicket": ""}, {"shareTicket": None}])
def test_without_a_ticket_there_is_no_group(phone: Phone, arguments: dict[str, object]) -> None:
    result = phone.open().result("getShareInfo", arguments)
    assert str(result["errMsg"]).startswith("getShareInfo:fail parameter error")
    assert result["errno"] == 1001
