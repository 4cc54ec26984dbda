"""Contacts and events: into the phone's books (wx.addPhone…), and a contact out of them."""

from datetime import datetime

from miniapp_host.api.calls.call import Call, CallError, Errno
from miniapp_host.api.calls.endpoint import Endpoint, Kind, Parameter
from miniapp_host.api.calls.screen import Confirmation, Matter
from miniapp_host.devices.book import Book, Entry
from miniapp_host.devices.books import Books
from miniapp_host.devices.preferences import PreferencesError
from miniapp_host.texts import Text

_NUMBERS = ("mobilePhoneNumber", "workPhoneNumber", "homePhoneNumber")
_REPEATS = ("day", "week", "month", "year")
_LATEST = 253_402_300_799
"""The last second of the year 9999, in UTC."""


class AddressBook:
    """A contact is added when the person confirms it, an event at once, as on the phone."""

    def __init__(self, books: Books) -> None:
        self._books = books

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The family's calls."""
        first_name = (Parameter("firstName"),)
        event = (Parameter("title"), Parameter("startTime", Kind.NUMBER))
        return (
            Endpoint("addPhoneContact", self.add_contact, guarded=True, parameters=first_name),
            Endpoint("chooseContact", self.choose_contact),
            Endpoint("addPhoneCalendar", self.add_event, guarded=True, parameters=event),
            Endpoint("addPhoneRepeatCalendar", self.add_series, guarded=True, parameters=event),
        )

    def add_contact(self, call: Call) -> None:
        """Show the person every field, and keep the contact once they confirm.

        A refusal raises CallError in the callback.
        """
        contacts = self._books.contacts
        entry = contacts.kind.filled(call.arguments)
        facts = tuple((line.label, entry[line.name]) for line in contacts.kind.lines)

        def on_answer(confirmed: bool) -> None:
            if not confirmed:
                raise CallError("cancel", Errno.CANCEL)
            _add(call, contacts, entry)

        what = Confirmation(
            matter=Matter.CONTACT,
            title=Text("Add to contacts", "添加到通讯录"),
            facts=tuple((label, value) for label, value in facts if value),
            confirm=Text("Add", "添加"),
        )
        call.session.screen.confirm(what, call.later(on_answer))

    def choose_contact(self, call: Call) -> None:
        """Give the program the contact that the person chooses; this needs no scope.

        Going back without one raises CallError in the callback.
        """

        def on_chosen(entry: Entry | None) -> None:
            if entry is None:
                raise CallError("cancel", Errno.CANCEL)
            call.ok(_chosen_contact(entry))

        call.session.screen.choose_entry(self._books.contacts, call.later(on_chosen))

    def add_event(self, call: Call) -> None:
        """Keep an event; times are seconds since 1970, kept as the phone's clock shows them."""
        _add(call, self._books.events, _event(call))

    def add_series(self, call: Call) -> None:
        """Keep a repeated event.

        `repeatInterval` is day, week, month or year, by default month; raises CallError for others.
        """
        interval = call.string("repeatInterval", "month")
        if interval not in _REPEATS:
            raise CallError("parameter error: repeatInterval is invalid", Errno.PARAMETER)
        until = _moment(call, "repeatEndTime")
        repeat = f"{interval} – {until}" if until else interval
        _add(call, self._books.events, {**_event(call), "repeat": repeat})


def _add(call: Call, book: Book, entry: Entry) -> None:
    try:
        book.add(entry)
    except PreferencesError as problem:
        call.session.log("error", problem.sentence)
        raise CallError("internal error", Errno.INTERNAL) from problem
    call.ok()


def _chosen_contact(entry: Entry) -> dict[str, object]:
    """The contact as programs get it; the list of numbers is one text, as documented."""
    numbers = [entry[name] for name in _NUMBERS if entry[name]]
    return {
        "phoneNumber": numbers[0] if numbers else "",
        "displayName": _display_name(entry),
        "phoneNumberList": ",".join(numbers),
    }


def _display_name(entry: Entry) -> str:
    """The name in the order of its language: a Chinese one begins with the family name."""
    parts = [entry[name] for name in ("firstName", "middleName", "lastName") if entry[name]]
    return " ".join(parts) if "".join(parts).isascii() else "".join(reversed(parts))


def _event(call: Call) -> dict[str, str]:
    return {
        "title": call.shown("title"),
        "startTime": _moment(call, "startTime"),
        "endTime": _moment(call, "endTime"),
        "location": call.shown("location"),
        "description": call.shown("description"),
    }


def _moment(call: Call, name: str) -> str:
    """The time as text, empty if none is given; programs also give it as digits in a text."""
    given = call.arguments.get(name)
    seconds = float(given) if isinstance(given, str) and given.isdigit() else call.number(name, -1)
    if seconds < 0:
        return ""
    if seconds > _LATEST:
        raise CallError(f"parameter error: {name} is invalid", Errno.PARAMETER)
    shown = "%Y-%m-%d" if call.flag("allDay") else "%Y-%m-%d %H:%M"
    return datetime.fromtimestamp(seconds).astimezone().strftime(shown)
