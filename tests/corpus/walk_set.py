"""Walks the flows of `development_set.py` and `later_set.py` by real clicks.

Not collected by a plain pytest run. (a) the first call asks; (b) a refusal is told to the program
and nothing asks again; (c) the panel lists what was decided and nothing else; (d) allowing there
makes the call work; (e) a restart remembers. A failure begins with its letter.
"""

import json
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from miniapp_host.api.calls.dispatcher import Dispatcher
from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import Phone, build
from miniapp_host.programs.project import read_project
from miniapp_host.shell.asking.authorization_dialog import AuthorizationDialog
from miniapp_host.shell.kit.theme import set_motion
from miniapp_host.shell.settings.appearance import LanguageChoice
from tests.corpus.development_set import WALKS, Walk, answers
from tests.corpus.flows import checkout
from tests.corpus.later_set import LATER_WALKS
from tests.driver import PageDriver
from tests.stories.person import PANEL, PROMPT, Person

MARK = "[data-next-tap]"
ON_THE_WAY = ("placeDone", "entry_0", "confirmYes")
"""What a person does with the phone's own sheets: the first of these that is there."""
PAGES = (PANEL, "placePage")
"""Pages of the phone that lie over the program's."""
QUIET_MS = 1200
SOON = 9.0

pytestmark = pytest.mark.expects_log


class Heard:
    """What the calls of programs were answered, oldest first."""

    def __init__(self) -> None:
        self.answers: list[str] = []

    def since(self, before: int, beginning: str) -> bool:
        return any(one.startswith(beginning) for one in self.answers[before:])

    def refused(self, before: int) -> bool:
        return any("auth deny" in one for one in self.answers[before:])


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    found = Heard()
    dispatch = Dispatcher.dispatch
    made = AuthorizationDialog.__init__

    def listening(self: Dispatcher, session: Any, name: str, given: object, respond: Any) -> None:
        def tell(result: dict[str, object]) -> None:
            found.answers.append(str(result.get("errMsg")))
            respond(result)

        dispatch(self, session, name, given, tell)

    def named(self: AuthorizationDialog, prompt: Any, *rest: Any, **more: Any) -> None:
        made(self, prompt, *rest, **more)
        self.setProperty("scope", prompt.scope.id)

    monkeypatch.setattr(Dispatcher, "dispatch", listening)
    monkeypatch.setattr(AuthorizationDialog, "__init__", named)
    return found


class Visit:
    """A person who walks one flow; `restart` gives them the phone anew."""

    def __init__(
        self, qtbot: QtBot, make: Callable[[], Phone], walk: Walk, folder: Path, heard: Heard
    ) -> None:
        self.qtbot, self._make, self.walk, self.folder, self.heard = (
            qtbot,
            make,
            walk,
            folder,
            heard,
        )
        self._phone: Phone | None = None
        self.restart()

    def restart(self) -> None:
        if self._phone is not None:
            self._phone.close()
            self._phone.window.hide()
        self._phone = self._make()
        self.person = Person(self.qtbot, self._phone)
        self.page: PageDriver | None = None

    def opens(self) -> None:
        """The page, in a program started anew."""
        assert self._phone is not None
        if self.page is not None:
            self._phone.close_program(self.page.program.id)
        program = self._phone.open_folder(self.folder, self.walk.page)
        shown: list[bool] = []
        program.page_shown.connect(lambda: shown.append(True))
        self.page = PageDriver(self.qtbot, program)
        assert self.until(lambda: bool(shown) or self.person.sees(PROMPT), 20), (
            "the page did not open"
        )

    def starts(self, anew: bool = False) -> int:
        """Everything up to the call; the number of answers heard before."""
        before, begun = len(self.heard.answers), self.page is not None and not anew
        if not begun or not self.walk.taps:
            self.opens()
            self.goes_on(lambda: False, 0.4)
        for target in self._still_to_tap(begun):
            if self.walk.scope and self.asked() == self.walk.scope:
                break
            self.taps(target)
        return before

    def _still_to_tap(self, begun: bool) -> tuple[str, ...]:
        """All of it; whoever has gone the way already finds the last one before them."""
        targets = self.walk.taps
        musts = [at for at, one in enumerate(targets) if not one.startswith("maybe:")]
        if not begun or not musts or self.page is None:
            return targets
        here = self.page.in_page(_marking(targets[musts[-1]]))
        return targets[musts[-1] :] if here else targets

    def taps(self, target: str) -> None:
        if target.startswith("wait:"):
            self.goes_on(lambda: False, float(target[5:]))
            return
        if target.startswith("maybe:"):
            target = target[6:]
            if not self.goes_on(lambda: self.sees_in_page(target), 1.5):
                return
        assert self.page is not None
        page = self.page
        found = self.goes_on(lambda: bool(page.in_page(_marking(target))), SOON)
        heard = self.heard.answers[-9:]
        assert found, f"no {target} on the page: {self.shown()!r:.300} {heard} {self.log()}"
        self.goes_on(lambda: not self.person.sees("toast"), 3)
        if page.in_page(_marking(target)):
            if target.startswith("hold:"):
                self._holds(page)
            else:
                self.person.miniapp.tap(MARK)
        self.goes_on(lambda: False, 0.3)

    def sees_in_page(self, target: str) -> bool:
        return self.page is not None and bool(self.page.in_page(_marking(target)))

    def _holds(self, page: PageDriver) -> None:
        """A long press on what is marked."""
        place = page.bring_into_view(MARK)
        QTest.mousePress(page.surface, Qt.MouseButton.LeftButton, pos=place)
        self.qtbot.wait(600)
        QTest.mouseRelease(page.surface, Qt.MouseButton.LeftButton, pos=place)

    def shown(self) -> str:
        assert self.page is not None
        return str(self.page.in_page("page.body.innerText"))

    def until(self, condition: Callable[[], bool], seconds: float) -> bool:
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                return False
            self.qtbot.wait(20)
        return True

    def goes_on(self, condition: Callable[[], bool], seconds: float) -> bool:
        """Until `condition`, with whatever the phone puts in between done on the way."""
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                return False
            self._does_one_thing()
            self.qtbot.wait(40)
        return True

    def asked(self) -> str:
        """The scope of the prompt on the screen."""
        return str(self.person.find(PROMPT).property("scope")) if self.person.sees(PROMPT) else ""

    def _does_one_thing(self) -> None:
        person = self.person
        if person.sees(PROMPT):
            answer = self.walk.beside.get(self.asked())
            if answer is not None:
                (person.prompt.allow if answer else person.prompt.deny)()
            return
        if person.sees("picturePicker"):
            person.clicks("picture_0")
            if person.sees("pictureDone"):
                person.clicks("pictureDone")
            person.waits_until_gone("picturePicker")
            return
        for name in (*ON_THE_WAY, self.walk.modal, "modalConfirm", "actionSheetCancel"):
            if person.sees(name):
                person.clicks(name)
                self.qtbot.wait(60)
                return
        page = next(filter(person.sees, PAGES), None)
        if page is not None:
            person.clicks("back")
            person.waits_until_gone(page)

    def switches(self) -> dict[str, bool]:
        if not self.person.sees(PANEL):
            self.goes_on(lambda: False, 0.5)
            if not self.person.sees(PANEL):
                self.person.settings.open()
        return self.person.settings.listed

    def log(self) -> list[str]:
        return self.page.log_lines()[-6:] if self.page else []


def _marking(target: str) -> str:
    kind, _, selector = target.partition(":")
    if kind in ("css", "hold"):
        candidates = f"[...page.querySelectorAll({json.dumps(selector)})]"
        match = "true"
    else:
        candidates = "[...page.querySelectorAll('body *')].reverse()"
        match = f"one.innerText?.trim().includes({json.dumps(target)})"
    return (
        f"(() => {{ const old = page.querySelector('{MARK}')\n"
        "if (old) delete old.dataset.nextTap\n"
        f"const found = {candidates}.find((one) => {match} && one.getBoundingClientRect().height)\n"
        "if (found) found.dataset.nextTap = ''\n return !!found })()"
    )


@pytest.fixture
def make_visit(
    qtbot: QtBot, data_dir: Path, tmp_path: Path, heard: Heard
) -> Iterator[Callable[[Walk], Visit]]:
    phones: list[Phone] = []

    def make_phone(fixtures: Path) -> Phone:
        phone = build(Options(data_dir=data_dir, fixtures=fixtures), None, 0)
        qtbot.addWidget(phone.window)
        phone.window.show()
        set_motion(phone.window, False)
        phone.appearance.choose_language(LanguageChoice.EN)
        phones.append(phone)
        return phone

    def visit(walk: Walk) -> Visit:
        folder = checkout(walk.program)
        if folder is None:
            pytest.skip(f"no checkout of {walk.program} was named")
        if walk.undeclared or walk.prepared or walk.edits or walk.files:
            folder = prepared(walk, folder, tmp_path / walk.program)
        fixtures = tmp_path / "fixtures.json"
        fixtures.write_text(json.dumps(answers(walk.program)), "utf-8")
        return Visit(qtbot, lambda: make_phone(fixtures), walk, folder, heard)

    yield visit
    for phone in phones:
        phone.close()


def prepared(walk: Walk, folder: Path, copy: Path) -> Path:
    """A copy of a program that has all pages, the walk's files, edits and line in app.js."""
    shutil.copytree(folder, copy, symlinks=True)
    root = read_project(copy).root
    if walk.undeclared:
        file = root / "app.json"
        manifest = json.loads(file.read_text("utf-8"))
        manifest["pages"] += [page for page in walk.undeclared if page not in manifest["pages"]]
        file.write_text(json.dumps(manifest, ensure_ascii=False), "utf-8")
    app = next(file for name in ("app.js", "app.ts") if (file := root / name).is_file())
    with app.open("a", encoding="utf-8") as script:
        script.write(f"\n;{walk.prepared}\n")
    for (path, old), new in walk.edits.items():
        text = (root / path).read_text("utf-8")
        assert old in text, f"{old} is not in {path}"
        (root / path).write_text(text.replace(old, new), "utf-8")
    for path, text in walk.files.items():
        (copy / path).parent.mkdir(parents=True, exist_ok=True)
        (copy / path).write_text(text, "utf-8")
    return copy


def named() -> list[Walk]:
    """The set, and of what was found later the programs that there is a checkout of."""
    return [*WALKS, *(walk for walk in LATER_WALKS if checkout(walk.program))]


@pytest.mark.parametrize("walk", named(), ids=lambda walk: walk.name)
def test_the_flow(walk: Walk, make_visit: Callable[[Walk], Visit]) -> None:
    here = make_visit(walk)
    if walk.scope:
        decides(here)
    else:
        before = here.starts()
        told = here.goes_on(lambda: here.heard.since(before, walk.told), SOON)
        assert told, f"(a) {walk.works} said {here.heard.answers[before:][-9:]}; {here.log()}"


def decides(here: Visit) -> None:
    walk, heard = here.walk, here.heard
    others = dict(walk.beside)

    before = here.starts()
    asked = here.goes_on(lambda: here.asked() == walk.scope, SOON)
    assert asked, f"(a) nobody asked: {here.asked()} {heard.answers[before:][-9:]}; {here.log()}"
    here.person.prompt.deny()
    refused = here.goes_on(lambda: heard.refused(before), SOON)
    assert refused, f"(b) not told: {heard.answers[before:][-9:]}; {here.log()}"
    here.goes_on(lambda: False, 0.5)

    with suppress(AssertionError):  # what asked may be gone: that is the program's own branch
        here.starts()
    again = here.goes_on(
        lambda: here.person.sees(PROMPT) and here.asked() == walk.scope, QUIET_MS / 1000
    )
    assert not again, f"(b) asked again for {walk.scope}"

    listed = here.switches()
    others = {scope: on for scope, on in others.items() if scope in listed}
    assert listed == {walk.scope: False, **others}, f"(c) {listed}"
    here.person.settings.toggle(walk.scope)
    here.person.settings.leave()

    assert works(here), f"(d) {heard.answers[-9:]}; {here.log()}"
    assert not here.person.sees(PROMPT), "(d) asked"

    here.restart()
    if walk.once:
        here.opens()
        here.goes_on(lambda: here.person.sees(PROMPT), QUIET_MS / 1000)
        assert not here.person.sees(PROMPT), "(e) asked"
    else:
        assert works(here, anew=True), f"(e) {heard.answers[-9:]}; {here.log()}"
    assert here.switches() == {walk.scope: True, **others}, "(e) the panel"


def works(here: Visit, anew: bool = False) -> bool:
    """Whether the call succeeds without a prompt; programs that remember get a fresh page."""
    walk, heard = here.walk, here.heard
    for fresh in (anew, True):
        try:
            before = here.starts(anew=fresh)
        except AssertionError:
            if fresh:
                raise
            continue
        if here.goes_on(partial(has_worked, walk, heard, before), SOON):
            return True
    return False


def has_worked(walk: Walk, heard: Heard, before: int) -> bool:
    """Who only asks does not ask again for what `getSetting` says is granted."""
    known = walk.works == "authorize" and heard.since(before, "getSetting:ok")
    return known or heard.since(before, walk.told)
