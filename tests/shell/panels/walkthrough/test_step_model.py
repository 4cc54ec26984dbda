"""The steps of a walk as a Qt model."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QObject
from pytestqt.modeltest import ModelTester

from miniapp_host import paths
from miniapp_host.shell.panels.walkthrough.step_model import StepModel
from miniapp_host.texts import Language, Texts
from miniapp_host.walkthroughs.shelf import shelf_for
from miniapp_host.walkthroughs.walk import Walk
from miniapp_host.walkthroughs.wording import Wording

LOCATION = "scope.userLocation"


@pytest.fixture
def walk() -> Walk:
    shelf = shelf_for(paths.resources(), "wx1", (LOCATION,))
    chosen = next(one for one in shelf.walkthroughs if one.name == "first-ask")
    return Walk(chosen, LOCATION, tuple, lambda: datetime.now(UTC))


@pytest.fixture
def owner() -> QObject:
    return QObject()


def test_it_is_a_model_as_qt_demands_while_the_walk_moves_and_words_filter(
    walk: Walk, owner: QObject, qtmodeltester: ModelTester
) -> None:
    texts = Texts(Language.EN, paths.resources() / "i18n")
    model = StepModel(walk, Wording("Tea", LOCATION), texts, owner)
    qtmodeltester.check(model)
    every = model.rowCount()
    assert every == len(walk.walkthrough.steps)
    walk.tick()
    model.refresh()
    model.show_only("ticked by hand")
    assert model.rowCount() == 1
    model.show_only("no step says this")
    assert model.rowCount() == 0
    model.show_only("")
    assert model.rowCount() == every
