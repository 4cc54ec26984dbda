"""<ad> and <official-account>: nothing to show, as on many a real phone."""

import pytest

from tests.conftest import OpenProgram
from tests.runtime.hearing import hearing_page, wait_heard


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("ad", {"errCode": 1004}),
        ("ad-custom", {"errCode": 1004}),
        ("official-account", {"status": 5}),
    ],
)
def test_it_takes_no_room_and_says_so(
    run_program: OpenProgram, tag: str, told: dict[str, object]
) -> None:
    wxml = f'<view id="box"><{tag} style="height: 90px" binderror="hear">x</{tag}></view>'
    page = run_program(hearing_page(wxml))
    assert told.items() <= wait_heard(page, "error").items()
    assert page.box("#box")["height"] == 0
