"""The desktop's busy pointer ends when a second start hands over to the first."""

from miniapp_host.automation.startup_notice import STARTUP_ID, end_startup_notice, pieces_of


def test_the_notice_names_the_start_in_pieces_of_twenty_bytes_that_end_with_a_zero() -> None:
    pieces = pieces_of('gnome-shell/"Phone"/12-0_TIME34')
    assert {len(piece) for piece in pieces} == {20}
    assert b"".join(pieces).rstrip(b"\0") == b'remove: ID="gnome-shell/\\"Phone\\"/12-0_TIME34"'
    assert pieces[-1].endswith(b"\0")
    exact = pieces_of("x" * (40 - len('remove: ID=""')))
    assert exact[-1] == b"\0" * 20


def test_a_start_ends_once_and_without_a_desktop_there_is_nobody_to_tell() -> None:
    environment = {STARTUP_ID: "one", "DISPLAY": ":none"}
    end_startup_notice(environment)
    assert environment == {"DISPLAY": ":none"}
    end_startup_notice(environment)
    bare = {STARTUP_ID: "two"}
    end_startup_notice(bare)
    assert bare == {}
