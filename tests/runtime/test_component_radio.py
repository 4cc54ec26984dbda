"""<radio> and <radio-group>: one of several is chosen."""

from tests.conftest import OpenProgram
from tests.driver import PageDriver
from tests.runtime.hearing import heard, hearing_page, wait_heard

GROUP = (
    '<radio-group bindchange="hear"><label id="la"><radio id="a" value="a" checked />A</label>'
    '<label id="lb"><radio id="b" value="b" />B</label></radio-group>'
)


def chosen(page: PageDriver) -> list[str]:
    return list(
        page.in_page(
            "[...page.querySelectorAll('wx-radio')].filter((one) => one.ariaChecked === 'true')"
            ".map((one) => one.id)"
        )
    )


def test_choosing_one_gives_up_the_other_and_tells_its_value(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(GROUP))
    page.tap("#lb")
    assert wait_heard(page, "change") == {"value": "b"}
    assert chosen(page) == ["b"]


def test_tapping_the_chosen_one_again_says_nothing(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(GROUP))
    page.tap("#a")
    page.tap("#b")
    wait_heard(page, "change")
    assert heard(page, "change") == [{"value": "b"}]


def test_of_several_that_the_program_chooses_the_last_one_stays(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        {
            "index.wxml": "<radio-group><radio wx:for=\"{{['a', 'b', 'c']}}\" wx:key='*this' "
            'id="{{item}}" value="{{item}}" checked="true" /></radio-group>'
        }
    )
    assert chosen(page) == ["c"]
