"""What a program is told of whether it is seen: one hide, then one show, whatever happens."""

import pytest

from miniapp_host.phone.presence import HideReason, Presence

SHOWN = "shown"


class Program:
    """A program that runs, and what it was told."""

    def __init__(self, *, running: bool = True) -> None:
        self.told: list[str] = []
        self.presence = Presence(self._on_shown, self._on_hidden)
        if running:
            self.presence.begin()

    def _on_shown(self) -> None:
        self.told.append(SHOWN)

    def _on_hidden(self, reason: HideReason) -> None:
        self.told.append(reason.name)


def test_a_program_that_starts_knows_that_it_is_shown() -> None:
    assert Program().told == []


def test_a_page_of_the_phone_hides_it_until_it_goes() -> None:
    program = Program()
    program.presence.cover(True)
    program.presence.cover(False)
    assert program.told == ["NATIVE_PAGE", SHOWN]


@pytest.mark.parametrize("reason", [HideReason.LEFT, HideReason.OTHER_PROGRAM])
def test_leaving_it_hides_it_for_a_reason(reason: HideReason) -> None:
    program = Program()
    program.presence.go_back(reason)
    program.presence.come_forward()
    assert program.told == [reason.name, SHOWN]


def test_left_while_a_page_lies_over_it_it_is_hidden_once_and_shown_when_both_are_over() -> None:
    program = Program()
    program.presence.cover(True)
    program.presence.go_back(HideReason.LEFT)
    program.presence.come_forward()
    assert program.told == ["NATIVE_PAGE"]
    program.presence.cover(False)
    assert program.told == ["NATIVE_PAGE", SHOWN]


def test_a_page_that_goes_while_the_program_is_left_shows_nothing() -> None:
    program = Program()
    program.presence.cover(True)
    program.presence.go_back(HideReason.LEFT)
    program.presence.cover(False)
    assert program.told == ["NATIVE_PAGE"]
    program.presence.come_forward()
    assert program.told == ["NATIVE_PAGE", SHOWN]


def test_what_happened_before_its_script_ran_is_told_when_it_has_run() -> None:
    program = Program(running=False)
    program.presence.cover(True)
    assert program.told == []
    program.presence.begin()
    assert program.told == ["NATIVE_PAGE"]


def test_what_is_over_before_its_script_ran_is_never_told() -> None:
    program = Program(running=False)
    program.presence.cover(True)
    program.presence.cover(False)
    program.presence.go_back(HideReason.LEFT)
    program.presence.come_forward()
    program.presence.begin()
    assert program.told == []
