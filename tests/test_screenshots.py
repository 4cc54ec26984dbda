"""The list of pictures is complete, and one of its screens can be drawn."""

import importlib
import inspect
import pkgutil
import re
from pathlib import Path

from PySide6.QtGui import QPixmap

from miniapp_host import shell
from miniapp_host.permissions.scopes import SCOPES
from miniapp_host.phone.panels import PANELS
from miniapp_host.shell.kit.overlay import Overlay
from tests import screenshots
from tests.screenshots.scenes import SCENES
from tests.screenshots.studio import SAMPLES, SIZE, Looks
from tests.screenshots.taking import take_all

NAMES = [scene.name for scene in SCENES]
NOT_A_SCREEN = {"saveDialog"}
"""The desktop's own dialog."""


def _overlays(known: type[Overlay]) -> set[type[Overlay]]:
    return {one for child in known.__subclasses__() for one in {child, *_overlays(child)}}


def test_every_scope_panel_and_sample_is_pictured_once() -> None:
    assert len(NAMES) == len(set(NAMES))
    for scope in SCOPES:
        assert f"popup-{scope.id.removeprefix('scope.')}" in NAMES
    for panel in PANELS:
        assert f"inspector-{panel.name}" in NAMES
    for sample in SAMPLES.iterdir():
        assert f"sample-{sample.name}" in NAMES


def test_every_page_and_sheet_of_the_phone_is_brought_up_by_a_scene() -> None:
    for module in pkgutil.walk_packages(shell.__path__, "miniapp_host.shell."):
        importlib.import_module(module.name)
    names = {
        name
        for overlay in _overlays(Overlay)
        for name in re.findall(r'self\.setObjectName\("(\w+)"\)', inspect.getsource(overlay))[:1]
    }
    sources = Path(screenshots.__path__[0]).glob("*.py")
    said = "".join(source.read_text("utf-8") for source in sources)
    missing = {name for name in names - NOT_A_SCREEN if f'"{name}"' not in said}
    assert not missing, f"add a scene to tests/screenshots for {sorted(missing)}"


def test_a_screen_is_drawn_into_a_file_of_its_name(tmp_path: Path, qtbot: object) -> None:
    failed = take_all(tmp_path, Looks("dark", "zh"), tmp_path, "100", ("launcher-menu",))
    assert failed == []
    picture = QPixmap(str(tmp_path / "launcher-menu.dark.zh.100.png"))
    assert picture.size() == SIZE
    assert picture.toImage().pixelColor(8, 60).lightness() < 60, "the phone is not dark"
