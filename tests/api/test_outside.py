import base64

import pytest

from .phone import Phone


def test_a_call_is_made_when_the_person_says_so(phone: Phone) -> None:
    program = phone.open()
    answers = program.call("makePhoneCall", {"phoneNumber": "10086"})
    what, _ = program.screen.confirmations[-1]
    assert [value for _, value in what.facts] == ["10086"]
    assert answers == []
    program.screen.answer(True)
    assert answers == [{"errMsg": "makePhoneCall:ok"}]


def test_a_call_not_made_is_a_cancel(phone: Phone) -> None:
    program = phone.open()
    answers = program.call("makePhoneCall", {"phoneNumber": "10086"})
    program.screen.answer(False)
    assert answers == [{"errMsg": "makePhoneCall:fail cancel", "errno": 1}]


def test_a_number_must_be_given_as_text(phone: Phone) -> None:
    assert phone.open().result("makePhoneCall", {"phoneNumber": 10086})["errno"] == 1001


def test_a_code_says_what_the_person_types(phone: Phone) -> None:
    program = phone.open()
    answers = program.call("scanCode", {"onlyFromCamera": True})
    assert program.screen.modals[-1][0].editable
    program.screen.press(True, "https://example.com/码")
    (result,) = answers
    assert result["result"] == "https://example.com/码"
    assert (result["scanType"], result["charSet"]) == ("QR_CODE", "utf-8")
    assert base64.b64decode(str(result["rawData"])).decode() == result["result"]


@pytest.mark.parametrize(("confirm", "text"), [(False, None), (True, ""), (False, "x")])
def test_no_code_is_a_cancel(phone: Phone, confirm: bool, text: str | None) -> None:
    program = phone.open()
    answers = program.call("scanCode")
    program.screen.press(confirm, text)
    assert answers == [{"errMsg": "scanCode:fail cancel", "errno": 1}]


@pytest.mark.parametrize(("agreed", "word"), [(True, "accept"), (False, "reject")])
def test_each_template_is_accepted_or_rejected(phone: Phone, agreed: bool, word: str) -> None:
    program = phone.open()
    program.tap()
    answers = program.call("requestSubscribeMessage", {"tmplIds": ["a", "b"]})
    program.screen.answer(agreed)
    assert answers == [{"a": word, "b": word, "errMsg": "requestSubscribeMessage:ok"}]


def test_subscribing_needs_a_tap_and_one_to_five_templates(phone: Phone) -> None:
    program = phone.open()
    name = "requestSubscribeMessage"
    assert "TAP" in str(program.message(name, {"tmplIds": ["a"]}))
    for ids, code in (([], 10001), ([7], 10001), (list("abcdef"), 20003)):
        program.tap()
        assert program.result(name, {"tmplIds": ids})["errCode"] == code
    program.tap()
    assert program.result(name)["errno"] == 1001


@pytest.mark.parametrize("name", ["showShareMenu", "hideShareMenu", "updateShareMenu"])
def test_sharing_is_noted_once_and_goes_nowhere(phone: Phone, name: str) -> None:
    program = phone.open()
    assert program.message(name) == f"{name}:ok"
    program.message(name)
    assert len(program.console) == 1


@pytest.mark.parametrize("name", ["requestPayment", "openCustomerServiceChat"])
def test_what_needs_a_shop_is_not_pretended(phone: Phone, name: str) -> None:
    assert phone.open().result(name) == {"errMsg": f"{name}:fail not supported", "errno": 100}
