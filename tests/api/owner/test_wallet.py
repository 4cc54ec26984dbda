import json

import pytest

from tests.api.later_calls import ADDRESS
from tests.api.pretend_phone import OpenProgram, Phone


def allowed(phone: Phone) -> OpenProgram:
    program = phone.open()
    for scope in ("scope.address", "scope.invoice", "scope.invoiceTitle"):
        program.decide(scope, granted=True)
    return program


def test_an_address_comes_with_every_documented_field(phone: Phone) -> None:
    program = allowed(phone)
    answers = program.call("chooseAddress")
    program.screen.choose(ADDRESS)
    (result,) = answers
    assert {**result, **ADDRESS} == result
    assert result["streetName"] == ""
    assert result["detailInfoNew"] == "Road 1"


def test_a_new_phone_has_addresses_to_choose_from(phone: Phone) -> None:
    program = allowed(phone)
    program.call("chooseAddress")
    book, _ = program.screen.entry_choices[-1]
    assert book is phone.books.addresses
    assert all(not book.kind.missing(entry) for entry in book.entries)
    assert len(book.entries) == 2


@pytest.mark.parametrize("name", ["chooseAddress", "chooseInvoice", "chooseInvoiceTitle"])
def test_going_back_is_a_cancel(phone: Phone, name: str) -> None:
    program = allowed(phone)
    answers = program.call(name)
    program.screen.choose(None)
    assert answers == [{"errMsg": f"{name}:fail cancel", "errno": 1}]


def test_an_invoice_title_says_its_kind(phone: Phone) -> None:
    program = allowed(phone)
    answers = program.call("chooseInvoiceTitle")
    program.screen.choose(phone.books.invoice_titles.entries[0])
    (result,) = answers
    assert result["type"] == "0"
    assert set(result) == {
        "type",
        "title",
        "taxNumber",
        "companyAddress",
        "telephone",
        "bankName",
        "bankAccount",
        "errMsg",
    }


def test_an_invoice_is_three_texts_in_one(phone: Phone) -> None:
    program = allowed(phone)
    answers = program.call("chooseInvoice")
    program.screen.choose(phone.books.invoices.entries[0])
    (result,) = answers
    (info,) = json.loads(str(result["invoiceInfo"]))
    assert set(info) == {"card_id", "encrypt_code", "app_id"}
    assert info["app_id"] == "wxnearby"


@pytest.mark.parametrize("version", ["develop", "release"])
def test_an_undeclared_address_is_refused_before_anybody_is_asked(
    phone: Phone, version: str
) -> None:
    program = phone.open(version=version, requiredPrivateInfos=["getLocation"])
    assert "requiredPrivateInfos" in str(program.message("chooseAddress"))
    assert phone.prompter.asked == []
