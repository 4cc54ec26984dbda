"""Chromium's own tools beside a real program: its files by name, a breakpoint that holds."""

import json
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWidgets import QMenu

from miniapp_host.shell.panels.chromium.chromium_panel import ChromiumPanel
from miniapp_host.shell.settings.appearance import ThemeChoice
from miniapp_host.testing.miniapp import MiniApp
from miniapp_host.web.developer_tools import DeveloperTools
from tests.driver import PATIENCE_MS, PageDriver
from tests.stories.conftest import OpenProgram
from tests.stories.person import Person

FILES = {
    "app.json": '{"pages": ["pages/first"]}',
    "pages/first.wxml": "<view id='add' bindtap='add'>{{count}}</view><view id='second'>second</view>",
    "pages/first.js": """import { step } from '../step'
Page({
  data: { count: 1 },
  add() {
    this.setData({ count: this.data.count + step })
  },
})""",
    "step.js": "export const step = 2\n",
    "plain.js": "module.exports = 1\n",
}
OPENED = "devtools://devtools/bundled"
SOURCES = f"""import('{OPENED}/models/workspace/workspace.js').then(({{ Workspace }}) =>
  Workspace.WorkspaceImpl.instance().uiSourceCodes())"""
PAUSED = f"""import('{OPENED}/core/sdk/sdk.js').then(({{ TargetManager, DebuggerModel }}) =>
  TargetManager.TargetManager.instance().models(DebuggerModel.DebuggerModel)
    .map((model) => model.debuggerPausedDetails()?.callFrames[0].functionName ?? null).find(Boolean) ?? null)"""
BREAK = f"""{SOURCES}.then(async (codes) => {{
  const {{ BreakpointManager }} = await import('{OPENED}/models/breakpoints/breakpoints.js')
  const file = codes.find((code) => code.url() === 'mp://program/pages/first.js')
  await BreakpointManager.BreakpointManager.instance().setBreakpoint(file, 4, 0, '', true, false, 'USER_ACTION')
  return 'set'
}})"""
ATTACHED = f"""import('{OPENED}/core/sdk/sdk.js').then(({{ TargetManager }}) =>
  TargetManager.TargetManager.instance().primaryPageTarget() !== null)"""
CHOSEN = f"""Promise.all([import('{OPENED}/ui/legacy/legacy.js'), import('{OPENED}/core/sdk/sdk.js')]).then(
  ([{{ Context }}, {{ DOMModel }}]) => Context.Context.instance().flavor(DOMModel.DOMNode)?.getAttribute('id') ?? null)"""
RESUME = f"""import('{OPENED}/core/sdk/sdk.js').then(({{ TargetManager, DebuggerModel }}) =>
  TargetManager.TargetManager.instance().models(DebuggerModel.DebuggerModel)
    .filter((model) => model.isPaused()).map((model) => model.resume()).length)"""


class Tools:
    """The tools' own page, asked by its modules."""

    def __init__(self, person: Person, panel: ChromiumPanel) -> None:
        self._person = person
        self._panel = panel
        self._asked = 0

    @property
    def page(self) -> QWebEnginePage:
        return self._panel.findChild(DeveloperTools).page()

    def wait_loaded(self) -> None:
        """Until the tools of now have their page."""

        def loaded() -> bool:
            view = self._panel.findChild(DeveloperTools)
            return (
                view is not None
                and view.url().scheme() == "devtools"
                and not view.page().isLoading()
            )

        self._person.wait(loaded, "the page of the tools")

    def asks(self, promise: str) -> Any:
        """The value of a promise in the tools' page."""
        self._asked += 1
        name = f"globalThis.__answer{self._asked}"
        self._run(f"{promise}.then((value) => {{ {name} = JSON.stringify(value) ?? 'null' }}); 0")
        found: list[Any] = []

        def answered() -> bool:
            found[:] = [self._run(f"{name} ?? null")]
            return bool(found[0])

        self._person.wait(answered, f"an answer of the tools: {promise[:80]}")
        return json.loads(found[0])

    def begins(self, promise: str) -> None:
        """Starts what ends the tools' page, so that there is no answer."""
        self._run(f"{promise}; 0")

    def _run(self, script: str) -> Any:
        with self._person.qtbot.waitCallback(timeout=PATIENCE_MS) as called:
            self.page.runJavaScript(script, called)
        return called.args[0]

    def are_dark(self) -> bool:
        """Whether they are drawn in dark colours."""
        script = "Promise.resolve(document.documentElement.className)"
        return "dark" in str(self.asks(script))

    def files(self) -> list[str]:
        """The addresses of the program's own files that the tools list."""
        urls = self.asks(f"{SOURCES}.then((codes) => codes.map((code) => code.url()))")
        return sorted(
            url for url in urls if url.endswith(".js") and "/__" not in url and "mp:" in url
        )


@pytest.fixture
def page(run_program: OpenProgram) -> MiniApp:
    return run_program(FILES)


@pytest.fixture
def panel(person: Person, page: MiniApp) -> ChromiumPanel:
    """The panel, opened while the program runs."""
    person.phone.window.activateWindow()
    assert QTest.qWaitForWindowActive(person.phone.window)
    QTest.keyClick(person.phone.window, Qt.Key.Key_F12)
    made = person.phone.tools.workbench.show_panel("chromium")
    assert isinstance(made, ChromiumPanel)
    return made


@pytest.fixture
def tools(person: Person, panel: ChromiumPanel) -> Tools:
    """The tools, once they are attached to the page."""
    made = Tools(person, panel)
    made.wait_loaded()
    person.wait(lambda: made.asks(ATTACHED), "the tools to be attached")
    return made


def restarts(person: Person, page: MiniApp) -> None:
    """Presses the button that the panel offers, and waits for the first page."""
    with person.qtbot.waitSignal(page.program.page_shown, timeout=PATIENCE_MS):
        person.clicks("chromiumRestart")


def test_after_a_restart_the_files_have_their_own_names_and_texts(
    person: Person, page: MiniApp, panel: ChromiumPanel, tools: Tools
) -> None:
    restarts(person, page)
    assert not person.sees("chromiumRestart")
    wanted = ["mp://program/pages/first.js", "mp://program/step.js"]
    person.wait(lambda: set(wanted) <= set(tools.files()), "the program's files")
    text = tools.asks(
        f"{SOURCES}.then(async (codes) => (await codes.find((code) =>"
        " code.url() === 'mp://program/pages/first.js').requestContentData()).text)"
    )
    assert text == FILES["pages/first.js"]


def test_a_breakpoint_stops_the_program_in_its_own_file(
    person: Person, page: MiniApp, panel: ChromiumPanel, tools: Tools
) -> None:
    restarts(person, page)
    person.wait(lambda: "mp://program/pages/first.js" in tools.files(), "the page's file")
    assert tools.asks(BREAK) == "set"
    page.tap("#add")
    person.wait(lambda: tools.asks(PAUSED) == "add", "the program to stop in add()")
    assert tools.asks(RESUME) == 1
    page.expect_text("3", within="#add")


def test_a_breakpoint_stops_nothing_while_the_inspector_is_closed_and_holds_when_it_opens_again(
    person: Person, page: MiniApp, panel: ChromiumPanel, tools: Tools
) -> None:
    restarts(person, page)
    person.wait(lambda: "mp://program/pages/first.js" in tools.files(), "the page's file")
    assert tools.asks(BREAK) == "set"
    person.clicks("inspectorClose")
    person.wait(lambda: panel.findChild(DeveloperTools) is None, "the tools gone")
    page.tap("#add")
    page.expect_text("3", within="#add")
    person.phone.tools.workbench.show_panel("chromium")
    tools.wait_loaded()
    person.wait(lambda: "mp://program/pages/first.js" in tools.files(), "the page's file again")
    page.tap("#add")
    person.wait(lambda: tools.asks(PAUSED) == "add", "the program to stop in add() again")
    assert tools.asks(RESUME) == 1
    page.expect_text("5", within="#add")


def test_the_elements_of_the_page_are_there_without_a_restart(
    person: Person, page: MiniApp, panel: ChromiumPanel, tools: Tools
) -> None:
    assert person.sees("chromiumRestart")
    html = tools.asks(
        f"import('{OPENED}/core/sdk/sdk.js').then(async ({{ TargetManager, DOMModel }}) => {{"
        " const model = TargetManager.TargetManager.instance().primaryPageTarget().model(DOMModel.DOMModel);"
        " const root = await model.requestDocument(); return (await model.querySelectorAll(root.id, 'iframe')).length })"
    )
    assert html == 1


def test_reload_in_the_tools_restarts_the_program(
    person: Person, page: MiniApp, panel: ChromiumPanel, tools: Tools
) -> None:
    page.tap("#add")
    page.expect_text("3", within="#add")
    with person.qtbot.waitSignal(page.program.page_shown, timeout=PATIENCE_MS):
        tools.begins(
            f"import('{OPENED}/core/sdk/sdk.js').then(({{ ResourceTreeModel }}) =>"
            " ResourceTreeModel.ResourceTreeModel.reloadAllPages())"
        )
    page.expect_text("1", within="#add")


def test_the_tools_end_with_the_inspector_and_not_with_another_panel(
    person: Person, panel: ChromiumPanel
) -> None:
    person.phone.tools.workbench.show_panel("storage")
    assert panel.findChild(DeveloperTools) is not None
    assert person.phone.programs.parts.inspection.wanted
    person.clicks("inspectorClose")
    person.wait(lambda: panel.findChild(DeveloperTools) is None, "the tools gone")
    assert not person.phone.programs.parts.inspection.wanted


def test_the_tools_outlive_the_program(person: Person, page: MiniApp, panel: ChromiumPanel) -> None:
    person.phone.close_program(page.program.id)
    assert person.sees("chromiumEmpty")


def test_the_tools_come_back_in_a_window_of_their_own(
    person: Person, page: MiniApp, panel: ChromiumPanel, tools: Tools
) -> None:
    person.phone.tools.workbench.place.set_detached(True)
    tools.wait_loaded()
    person.wait(lambda: tools.asks(ATTACHED), "the tools to be attached again")
    person.phone.tools.workbench.place.set_detached(False)
    tools.wait_loaded()
    person.wait(lambda: tools.asks(ATTACHED), "the tools to be attached once more")


def test_elements_begins_at_what_the_page_in_front_shows(person: Person, tools: Tools) -> None:
    person.wait(lambda: tools.asks(CHOSEN) == "add", "the first element of the page to be chosen")


def test_inspect_in_a_pages_menu_leads_to_the_element_under_the_mouse(
    person: Person, page: MiniApp
) -> None:
    (program,) = person.phone.running.values()
    driver = PageDriver(person.qtbot, program)
    QTest.mouseClick(driver.surface, Qt.MouseButton.RightButton, pos=driver.middle_of("#second"))
    person.wait(lambda: person.window.findChild(QMenu, "pageMenu") is not None, "the menu")
    menu = person.window.findChild(QMenu, "pageMenu")
    (inspect,) = (one for one in menu.actions() if one.objectName() == "pageMenu_inspect")
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(inspect).center())
    person.waits_for("panel_chromium")
    tools = Tools(person, person.window.findChild(ChromiumPanel))
    tools.wait_loaded()
    person.wait(lambda: tools.asks(CHOSEN) == "second", "the element to be chosen")


def test_the_tools_are_as_dark_as_the_phone(person: Person, tools: Tools) -> None:
    person.phone.appearance.choose_theme(ThemeChoice.DARK)
    person.wait(tools.are_dark, "dark tools")
    person.phone.appearance.choose_theme(ThemeChoice.LIGHT)
    person.wait(lambda: not tools.are_dark(), "light tools")


def test_the_tools_of_a_dark_phone_are_dark_from_the_first_time_on(
    person: Person, page: MiniApp
) -> None:
    person.phone.appearance.choose_theme(ThemeChoice.DARK)
    panel = person.phone.tools.workbench.show_panel("chromium")
    assert isinstance(panel, ChromiumPanel)
    tools = Tools(person, panel)
    tools.wait_loaded()
    person.wait(tools.are_dark, "dark tools")
