"""The files of walkthroughs: what they say, and how a bad one is told."""

import re
from pathlib import Path

import pytest

from miniapp_host import paths
from miniapp_host.api.calls.journal import How
from miniapp_host.devices.switches import Switch
from miniapp_host.permissions.decisions import Actor, Decision
from miniapp_host.permissions.scopes import SCOPES
from miniapp_host.texts import Language, Text, Texts
from miniapp_host.walkthroughs.conditions import (
    CHOSEN,
    CallCondition,
    DecisionCondition,
    PageCondition,
    ProgramCondition,
    PromptCondition,
    SwitchCondition,
    TextCondition,
)
from miniapp_host.walkthroughs.entries import WalkthroughError
from miniapp_host.walkthroughs.happenings import Turn
from miniapp_host.walkthroughs.reader import read_walkthrough
from miniapp_host.walkthroughs.walkthrough import Audience, Offer, Walkthrough

ZH = Texts(Language.ZH, paths.resources() / "i18n")
ONE_STEP = 'title = "T"\n[[steps]]\ntext = "Look"\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "try-it.toml"


def read(file: Path, text: str) -> Walkthrough:
    file.write_text(text, "utf-8")
    return read_walkthrough(file)


def problem(file: Path, text: str) -> WalkthroughError:
    with pytest.raises(WalkthroughError) as caught:
        read(file, text)
    return caught.value


def with_step(line: str) -> str:
    return f'title = "T"\nprograms = {{ scope = "any" }}\n[[steps]]\ntext = "Look"\n{line}\n'


def test_a_file_with_a_title_and_one_text_is_enough(file: Path) -> None:
    found = read(file, ONE_STEP)
    assert found.name == "try-it"
    assert found.title == Text("T", "T")
    assert found.audience == Audience()
    (step,) = found.steps
    assert (step.text, step.when, step.never, step.offer) == (
        Text("Look", "Look"),
        None,
        None,
        None,
    )


def test_texts_come_in_both_languages_and_one_stands_for_the_other(file: Path) -> None:
    found = read(file, 'title = { en = "T", zh = "题" }\n[[steps]]\ntext = { zh = "看" }\n')
    assert found.title == Text("T", "题")
    assert found.steps[0].text == Text("看", "看")


def test_a_walkthrough_can_be_for_single_programs(file: Path) -> None:
    found = read(file, f'programs = ["wx1", "wx2"]\n{ONE_STEP}')
    assert found.audience == Audience(appids=("wx1", "wx2"))
    assert read(file, f'programs = "all"\n{ONE_STEP}').audience == Audience()


def test_a_walkthrough_can_be_for_programs_that_use_a_scope(file: Path) -> None:
    found = read(file, f'programs = {{ scope = "any" }}\n{ONE_STEP}')
    assert found.audience.scopes == SCOPES
    one = read(file, f'programs = {{ scope = ["scope.camera"] }}\n{ONE_STEP}')
    assert [scope.id for scope in one.audience.scopes or ()] == ["scope.camera"]
    off = read(file, f'programs = {{ scope = "any", switch = true }}\n{ONE_STEP}')
    ids = {scope.id for scope in off.audience.scopes or ()}
    assert "scope.userLocation" in ids
    assert "scope.userInfo" not in ids


@pytest.mark.parametrize(
    ("line", "condition"),
    [
        ("prompt = {}", PromptCondition()),
        ('prompt = { scope = "chosen", purpose = true }', PromptCondition(CHOSEN, True)),
        (
            'call = { name = "get*", how = ["no tap", "granted before"], ok = true, errno = 3 }',
            CallCondition("get*", hows=(How.NO_TAP, How.GRANTED_BEFORE), ok=True, errno=3),
        ),
        (
            'call = { errMsg = "*:fail auth deny", joined = false }',
            CallCondition(err_msg="*:fail auth deny", joined=False),
        ),
        ('page = { path = "pages/a" }', PageCondition("pages/a")),
        ('text = { says = "Hello" }', TextCondition("Hello")),
        (
            'decision = { scope = "scope.camera", is = "denied", by = ["prompt", "settings"] }',
            DecisionCondition("scope.camera", (Decision.DENIED,), (Actor.PROMPT, Actor.SETTINGS)),
        ),
        ('switch = { of = "location", on = false }', SwitchCondition(Switch.LOCATION, False)),
        ('switch = { of = "chosen", on = true }', SwitchCondition(None, True)),
        ('program = { is = "came back" }', ProgramCondition(Turn.CAME_BACK)),
    ],
)
def test_every_kind_of_condition_is_read(file: Path, line: str, condition: object) -> None:
    assert read(file, with_step(f"when = {{ {line} }}")).steps[0].when == condition
    assert read(file, with_step(f"never = {{ {line} }}")).steps[0].never == condition


@pytest.mark.parametrize("offer", Offer)
def test_a_step_can_offer_a_button(file: Path, offer: Offer) -> None:
    assert read(file, with_step(f'offer = "{offer.value}"')).steps[0].offer is offer


# Bad files


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('title = "T"\nstep = 1\n', ":2: step: there is no such key. Did you mean steps?"),
        ('title = "T"\n', ":1: steps is missing. Add steps = …"),
        ("title = 3\n[[steps]]\ntext = 'a'\n", ":1: title: it must be a text. "),
        (f"programs = true\n{ONE_STEP}", ":1: programs: it names no programs. "),
        ('title = "T"\nsteps = []\n', ":2: steps: it must be a list of at least one. "),
        (
            ONE_STEP + "[[steps]]\nwhen = { prompt = {} }\n",
            ":4: steps[2]: text is missing. Add text = …",
        ),
        (
            'title = "T"\n[[steps]]\ntext = { de = "Schau" }\n',
            ":3: steps[1].text.de: there is no such key. Use one of: en, zh.",
        ),
        (with_step("text2 = 1"), ":5: steps[1].text2: there is no such key. Did you mean text?"),
        (with_step('offer = "restat"'), ":5: steps[1].offer: restat is not known. Did you mean re"),
        (with_step("when = {}"), ":5: steps[1].when: it must hold one condition. "),
        (
            with_step("when = { prompt = {}, page = { path = 'a' } }"),
            ":5: steps[1].when: it must hold one condition. ",
        ),
        (
            with_step("when = { promt = {} }"),
            ":5: steps[1].when.promt: there is no such key. Did you mean prompt?",
        ),
        (
            with_step("when = { prompt = 1 }"),
            ":5: steps[1].when.prompt: it must be a table. ",
        ),
        (
            with_step('when = { call = { how = "granted befor" } }'),
            ":5: steps[1].when.call.how: granted befor is not known. Did you mean granted before?",
        ),
        (
            with_step('[steps.when.call]\nok = "yes"'),
            ":6: steps[1].when.call.ok: it must be true or false. ",
        ),
        (
            with_step('when = { call = { how = ["granted before", 7] } }'),
            ":5: steps[1].when.call.how[2]: it must be a text. ",
        ),
        (with_step("when = { call = { errno = true } }"), ".errno: it must be a whole number. "),
        (
            with_step('when = { prompt = { scope = "scope.userLocatoin" } }'),
            ": scope.userLocatoin is not known. Did you mean scope.userLocation?",
        ),
        (
            'title = "T"\n[[steps]]\ntext = "a"\nwhen = { prompt = { scope = "chosen" } }\n',
            ":4: steps[1].when.prompt.scope: this walkthrough is about no scope. ",
        ),
        (
            'title = "T"\n[[steps]]\ntext = "a"\noffer = "ask"\n',
            ":4: steps[1].offer: this walkthrough is about no scope. ",
        ),
        (
            'title = "T"\n[[steps]]\ntext = "Use {skope}"\n',
            ":3: steps[1].text: skope is not known. Use one of: program.",
        ),
        (
            with_step("").replace("Look", "Use {skope}"),
            ":4: steps[1].text: skope is not known. Did you mean scope?",
        ),
        (with_step("").replace("Look", "Use {"), ":4: steps[1].text: a brace stands alone. "),
        ('title = "T\n', ":1: it is no TOML: "),
        ('title = "T"\n[[steps]]\n\ntext = [1,\n', ":4: it is no TOML: "),
        ('title = "T"\ntitle = "U"\n', ":2: it is no TOML: Cannot overwrite a value. "),
    ],
)
def test_a_bad_file_is_told_with_line_key_and_remedy(file: Path, text: str, told: str) -> None:
    error = problem(file, text)
    assert told in str(error)
    assert str(error).startswith(f"{file}:")
    chinese = ZH.said(error)
    assert error.problem not in chinese
    assert error.remedy not in chinese


@pytest.mark.parametrize(
    "text",
    [
        "a",
        "a = ",
        "= 1",
        "a = 1 b = 2",
        "a = [1",
        "a = {b = 1",
        'a = "b',
        'a = """b',
        "a = 'b",
        "[a",
        "[[a]",
        "a = 1\na = 2",
        "a = {b = 1, b = 2}",
        "[a]\n[a]",
        "a = 1\n[a]",
        "a = 01",
        'a = "\\q"',
        'a = "\\u12"',
        'a = "\x01"',
        "a = 1\x01",
        "[a]\nb.c = 1\n[a.b]",
        "a = 2020-13-01",
        "a = []\n[[a]]",
        "a = '''b",
        "a = {b = 1\n}",
    ],
)
def test_every_mistake_in_a_toml_file_is_told_in_chinese(file: Path, text: str) -> None:
    said = ZH.said(problem(file, text)).replace(str(file), "").replace("TOML", "")
    plain = re.sub(r"\(.*\)|'.*'", "", said)
    assert not any(letter.isascii() and letter.isalpha() for letter in plain), said


def test_a_file_that_is_not_there_or_no_text_is_told(file: Path) -> None:
    with pytest.raises(WalkthroughError, match="it can't be read: No such file or directory"):
        read_walkthrough(file)
    file.write_bytes(b"title = '\xff'")
    with pytest.raises(WalkthroughError, match="it can't be read: it is no UTF-8 text"):
        read_walkthrough(file)
