"""Text in a font that is not installed looks like the rest of the phone."""

from tests.conftest import OpenProgram


def test_an_unknown_font_becomes_the_systems(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<text id="a" style="font-family: No Such Font">Save it</text>'
            '<text id="b" style="font-family: system-ui">Save it</text>'
        }
    )
    assert page.box("#a")["width"] == page.box("#b")["width"]
