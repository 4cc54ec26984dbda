"""Half characters, control characters and endless texts: they are shown, or not, and harm nobody."""

import json

import pytest
from PySide6.QtCore import Qt

from tests.stories.asking_program import asking_program, wait_heard
from tests.stories.conftest import OpenProgram
from tests.stories.person import PROMPT, Person

TEXTS = {
    "half a character": "'\\ud800'",
    "controls": "'\\u0000\\u202e\\u2066\\u200b\\n'",
    "endless": "'W'.repeat(100000)",
    "lines": "'\\n'.repeat(400)",
    "marks": "'<img src=http://127.0.0.1:9><b>' + 'e\\u0301\\u0301'.repeat(300)",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_no_text_of_a_program_stops_the_phone(
    run_program: OpenProgram, person: Person, text: str
) -> None:
    everywhere = f"""
      const text = {text}
      console.log(text); console.error(text)
      wx.setNavigationBarTitle({{ title: text }})
      wx.setClipboardData({{ data: text }})
      wx.showToast({{ title: text, duration: 100000 }})
      wx.setStorageSync(text.slice(0, 100), text)
      wx.authorize({{ scope: text, fail: () => say('no scope') }})
      wx.showModal({{ title: text, content: text, success: ({{ confirm }}) => say(`confirm ${{confirm}}`) }})"""
    calls = {"everywhere": everywhere, "locate": "wx.getLocation(told)"}
    page = run_program(asking_program(calls))
    person.miniapp.tap("#everywhere")
    wait_heard(page, "no scope")
    person.clicks("modalConfirm")
    wait_heard(page, "no scope", "confirm true")
    person.miniapp.menu("Console")
    person.waits_for("consoleSheet")
    person.miniapp.press(Qt.Key.Key_Escape)
    person.waits_until_gone("consoleSheet")
    person.miniapp.tap("#locate")
    person.prompt.allow()
    wait_heard(page, "no scope", "confirm true", "getLocation:ok")


@pytest.mark.parametrize("text", ["\ud800", "\u202egnp.exe", " \u200b\n ", "名" * 500, "<b>x</b>"])
def test_a_prompt_stands_whatever_the_program_calls_itself(
    run_program: OpenProgram, person: Person, text: str
) -> None:
    app = {
        "pages": ["pages/index/index"],
        "window": {"navigationBarTitleText": text},
        "permission": {"scope.userLocation": {"desc": text * 3}},
    }
    page = run_program(
        asking_program({"locate": "wx.getLocation(told)"}, files={"app.json": json.dumps(app)})
    )
    person.miniapp.tap("#locate")
    person.waits_for(PROMPT)
    name = person.reads("programName")
    assert name.strip()
    assert name.isprintable()
    assert len(name) <= 20
    person.waits_for("reject")
    person.prompt.allow()
    wait_heard(page, "getLocation:ok")
