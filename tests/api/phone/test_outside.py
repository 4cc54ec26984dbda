import base64

import pytest

from tests.api.pretend_phone import Phone

ORDER = {"timeStamp": "1", "nonceStr": "n", "package": "prepay_id=wx1", "paySign": "s"}


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
    program.screen.scans[-1]("https://example.com/码")
    (result,) = answers
    assert result["result"] == "https://example.com/码"
    assert (result["scanType"], result["charSet"]) == ("QR_CODE", "utf-8")
    assert base64.b64decode(str(result["rawData"])).decode() == result["result"]


@pytest.mark.parametrize("text", [None, ""])
def test_no_code_is_a_cancel(phone: Phone, text: str | None) -> None:
    program = phone.open()
    answers = program.call("scanCode")
    program.screen.scans[-1](text)
    assert answers == [{"errMsg": "scanCode:fail cancel", "errno": 1}]


@pytest.mark.parametrize(("confirmed", "end"), [(True, "ok"), (False, "fail cancel")])
def test_a_message_is_sent_when_the_person_says_so(phone: Phone, confirmed: bool, end: str) -> None:
    program = phone.open()
    answers = program.call("sendSms", {"phoneNumber": "10086", "content": ""})
    what, _ = program.screen.confirmations[-1]
    assert [value for _, value in what.facts] == ["10086"]
    program.screen.answer(confirmed)
    assert answers[0]["errMsg"] == f"sendSms:{end}"


@pytest.mark.parametrize(("confirmed", "end"), [(True, "ok"), (False, "fail cancel")])
def test_a_payment_is_what_the_person_says(phone: Phone, confirmed: bool, end: str) -> None:
    program = phone.open()
    answers = program.call("requestPayment", ORDER)
    what, _ = program.screen.confirmations[-1]
    assert [value for _, value in what.facts] == ["prepay_id=wx1"]
    program.screen.answer(confirmed)
    assert answers[0]["errMsg"] == f"requestPayment:{end}"


@pytest.mark.parametrize("confirmed", [True, False])
def test_messages_may_be_offered_to_whoever_has_answered_a_payment(
    phone: Phone, confirmed: bool
) -> None:
    program, messages = phone.open(), {"tmplIds": ["one"]}
    program.call("requestPayment", ORDER)
    assert "TAP gesture" in str(program.message("requestSubscribeMessage", messages))
    program.screen.answer(confirmed)
    program.call("requestSubscribeMessage", messages)
    what, _ = program.screen.confirmations[-1]
    assert [value for _, value in what.facts] == ["one"]


def test_a_payment_without_an_order_is_a_mistake(phone: Phone) -> None:
    result = phone.open().result("requestPayment", {"timeStamp": 1700000000})
    assert result["errno"] == 1001


@pytest.mark.parametrize(("confirmed", "end"), [(True, "ok"), (False, "fail cancel")])
def test_a_file_is_shared_when_the_person_says_so(phone: Phone, confirmed: bool, end: str) -> None:
    program = phone.open(files={"docs/plan.pdf": b"%" * 3000})
    answers = program.call("shareFileMessage", {"filePath": "docs/plan.pdf", "fileName": "Plan"})
    what, _ = program.screen.confirmations[-1]
    assert [value for _, value in what.facts] == ["Plan (3 KB)"]
    program.screen.answer(confirmed)
    assert answers[0]["errMsg"] == f"shareFileMessage:{end}"


def test_a_film_that_is_not_there_cannot_be_shared(phone: Phone) -> None:
    message = phone.open().message("shareVideoMessage", {"videoPath": "wxfile://tmp_gone.mp4"})
    assert message == "shareVideoMessage:fail file doesn't exist"


def test_a_document_is_opened_at_once_and_shown_by_name_and_size(phone: Phone) -> None:
    program = phone.open()
    file = program.temporary(b"%PDF", ".pdf")
    assert program.message("openDocument", {"filePath": file}) == "openDocument:ok"
    ((name, size),) = program.screen.documents
    assert name.endswith(".pdf")
    assert size == 4


def test_what_is_no_document_is_not_opened(phone: Phone) -> None:
    program = phone.open()
    file = program.temporary(b"x", ".exe")
    message = program.message("openDocument", {"filePath": file})
    assert message == "openDocument:fail filetype not supported"
    program.call("openDocument", {"filePath": file, "fileType": "pdf"})
    assert len(program.screen.documents) == 1


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


@pytest.mark.parametrize("name", ["openCustomerServiceChat", "openEmbeddedStore"])
def test_what_needs_people_is_not_pretended(phone: Phone, name: str) -> None:
    assert phone.open().result(name) == {"errMsg": f"{name}:fail not supported", "errno": 100}
