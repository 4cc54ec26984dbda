"""Each screen as screen readers, the keyboard and weak eyes find it.

All screens are brought up on one phone after the other: on a light English and a dark Chinese one,
with more contrast. What takes longest is the start of programs, so all of this is one test.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.kit.overlay import Overlay, open_overlays
from tests.accessible_tree import faults_of, named, nodes_of
from tests.drawn_texts import faint_texts
from tests.focus_walk import FocusWalk
from tests.screenshots.scenes import SCENES
from tests.screenshots.studio import Looks, Studio

LIKE_OTHERS = {"no-answer", "launcher-sixty"}
"""They take long to come, and show a sheet and a list as others do."""


@pytest.fixture(params=[Looks("light", "en"), Looks("dark", "zh")], ids=["light-en", "dark-zh"])
def studio(request: pytest.FixtureRequest, tmp_path: Path, qtbot: object) -> Iterator[Studio]:
    made = Studio(tmp_path, request.param, lasting=True)
    made.phone.appearance.choose_contrast(True)
    yield made
    made.close()


def test_every_screen_is_told_can_be_read_is_reached_by_tab_and_left_by_escape(
    studio: Studio,
) -> None:
    focus, faults = FocusWalk(), list[str]()
    for scene in SCENES:
        if scene.name in LIKE_OTHERS:
            continue
        scene.bring(studio)
        studio.rest()
        found = [*faults_of(studio.shown), *faint_texts(studio.shown)]
        found += [fault for part in _parts(studio) for fault in focus.faults_of(part)]
        faults += [f"{scene.name}: {fault}" for fault in [*found, *_escape_faults(studio)]]
        studio.clear()
    assert not faults, "\n".join(faults)


def _parts(studio: Studio) -> list[QWidget]:
    """Where Tab moves in a circle of its own; around a page the page takes part in it."""
    window = studio.phone.window
    if studio.shown is not window:
        return [studio.shown]
    inspectors = studio.tested.visible("inspector")
    if (top := _top(studio)) is not None:
        return [top, *inspectors]
    return inspectors if window.front is not None else [studio.phone.launcher]


def _escape_faults(studio: Studio) -> list[str]:
    """That Esc closes nothing, although something lies over the screen."""
    if (top := _top(studio)) is None:
        return []
    top.setFocus(Qt.FocusReason.OtherFocusReason)
    studio.tested.press(Qt.Key.Key_Escape)
    return [f"Esc does not close {top.objectName()}"] if _top(studio) is top else []


def _top(studio: Studio) -> Overlay | None:
    """What lies over all of the phone."""
    up = open_overlays(studio.phone.window.top_screen)
    return up[-1] if up else None


@pytest.mark.parametrize("studio", [Looks("light", "zh")], indirect=True)
def test_switches_rows_and_choices_say_how_they_stand(studio: Studio) -> None:
    studio.click("hostSettings")
    studio.wait_for("hostSettingsPage")
    window = studio.phone.window
    switch = named(window, "hostSwitch_location")
    assert switch.name == "位置信息"
    assert switch.state.checkable
    assert switch.state.checked
    switch.interface.actionInterface().doAction("Toggle")
    assert not named(window, "hostSwitch_location").state.checked
    language = named(window, "hostLanguage")
    assert (language.name, language.value) == ("语言", "简体中文")
    studio.click("hostLanguage")
    studio.wait_for("actionSheet")
    chosen = [node.name for node in nodes_of(window) if node.state.checked]
    assert chosen == ["简体中文"]


@pytest.mark.parametrize("studio", [Looks("light", "en")], indirect=True)
def test_what_a_dialog_covers_is_neither_read_nor_reached(studio: Studio) -> None:
    window = studio.phone.window
    assert any(node.names[-1] == "programList" for node in nodes_of(window))
    studio.click("hostSettings", "hostNickname")
    dialog = named(window, studio.wait_for("modal").objectName())
    assert dialog.state.modal
    assert (dialog.name, named(window, "modalField").name) == ("Nickname", "Nickname")
    read = {node.names[-1] for node in nodes_of(window)}
    assert not read & {"programList", "hostNickname", "hostSettings"}
    reached = set()
    for _ in range(6):
        studio.tested.press(Qt.Key.Key_Tab)
        reached.add(window.focusWidget().objectName())
    assert reached == {"modalField", "modalCancel", "modalConfirm"}
