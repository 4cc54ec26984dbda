"""Addresses, invoices and invoice titles: the program gets the one that the person chooses."""

import json
from collections.abc import Callable

from miniapp_host.api.calls.call import Call, Errno
from miniapp_host.api.calls.endpoint import Endpoint
from miniapp_host.devices.book import Book, Entry
from miniapp_host.devices.books import Books


class Wallet:
    """Shows a book of the phone; the program gets the entry that the person chose."""

    def __init__(self, books: Books) -> None:
        self._books = books

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The family's calls."""
        books = self._books
        return (
            Endpoint("chooseAddress", _choosing(books.addresses, _address), guarded=True),
            Endpoint("chooseInvoice", _choosing(books.invoices, _invoice), guarded=True),
            Endpoint("chooseInvoiceTitle", _choosing(books.invoice_titles, _title), guarded=True),
        )


def _choosing(
    book: Book, result: Callable[[Call, Entry], dict[str, object]]
) -> Callable[[Call], None]:
    def run(call: Call) -> None:
        def on_chosen(entry: Entry | None) -> None:
            if entry is None:
                call.fail("cancel", Errno.CANCEL)
            else:
                call.ok(result(call, entry))

        call.session.screen.choose_entry(book, call.later(on_chosen))

    return run


def _address(_: Call, entry: Entry) -> dict[str, object]:
    return {**entry, "streetName": "", "detailInfoNew": entry["detailInfo"]}


def _title(_: Call, entry: Entry) -> dict[str, object]:
    return dict(entry)


def _invoice(call: Call, entry: Entry) -> dict[str, object]:
    """The invoice's three keys, with which a program's server would fetch it from WeChat's."""
    info = {
        "card_id": entry["card_id"],
        "encrypt_code": f"{entry['card_id']}encrypted",
        "app_id": call.session.package.appid,
    }
    return {"invoiceInfo": json.dumps([info])}
