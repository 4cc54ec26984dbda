"""The five libraries: where each comes from, its rows, and how a checkout becomes a program."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.corpus.libraries.color_ui import COLOR_UI_ROWS
from tests.corpus.libraries.iview import IVIEW_ROWS
from tests.corpus.libraries.lin import LIN_ROWS
from tests.corpus.libraries.rows import Row
from tests.corpus.libraries.tdesign import TDESIGN_ROWS
from tests.corpus.libraries.tdesign_pages import write_pages
from tests.corpus.libraries.vant import VANT_ROWS


@dataclass(frozen=True)
class Library:
    """One of them; `make` writes the program of `checkout` into an empty folder."""

    source: str
    rows: tuple[Row, ...]
    make: Callable[[Path, Path], None]


def program_of(library: Library, folder: Path, empty: Path) -> Path:
    """The folder of the program: `folder` itself if it is one already."""
    if (folder / "app.json").is_file():
        return folder
    library.make(folder, empty)
    return empty


_NO_ICONS = "module.exports = {outline: [], basic: [], filled: []}"
"""The names of its icons come from a package that is only there after `npm install`."""


def _make_vant(checkout: Path, program: Path) -> None:
    """Its examples and what it delivers, as `npm run dev` joins them; the sheets are plain CSS."""
    _copy(checkout / "example", program)
    _copy(checkout / "dist", program / "dist")
    for demo in checkout.glob("packages/*/demo"):
        _copy(demo, program / "dist" / demo.parent.name / "demo")
    for sheet in program.glob("dist/*/demo/*.less"):
        text = sheet.read_text("utf-8")
        sheet.with_suffix(".wxss").write_text(
            f"@import '../../common/index.wxss';\n{text}", "utf-8"
        )
    for settings in program.glob("dist/*/demo/*.json"):
        settings.write_text(settings.read_text("utf-8").replace("/example", ""), "utf-8")
    icons, to = checkout / "node_modules/@vant/icons", program / "miniprogram_npm/@vant/icons"
    if icons.is_dir():
        _copy(icons, to)
    else:
        (to / "src").mkdir(parents=True)
        (to / "src/config.js").write_text(_NO_ICONS, "utf-8")


def _make_lin(checkout: Path, program: Path) -> None:
    _copy(checkout / "examples", program)


def _make_iview(checkout: Path, program: Path) -> None:
    _copy(checkout / "examples", program)
    _copy(checkout / "dist", program / "dist")


def _make_color_ui(checkout: Path, program: Path) -> None:
    _copy(checkout / "demo", program)


def _make_tdesign(package: Path, program: Path) -> None:
    """Pages of our own over the package that npm delivers."""
    write_pages(program)
    _copy(package / "miniprogram_dist", program / "miniprogram_npm/tdesign-miniprogram")


def _copy(source: Path, to: Path) -> None:
    shutil.copytree(source, to, dirs_exist_ok=True)


LIBRARIES = {
    "vant": Library("youzan/vant-weapp cce61c2", VANT_ROWS, _make_vant),
    "tdesign": Library("tdesign-miniprogram 1.16.0, its npm package", TDESIGN_ROWS, _make_tdesign),
    "lin": Library("TaleLin/lin-ui 7a7e178", LIN_ROWS, _make_lin),
    "iview": Library("TalkingData/iview-weapp de9a75c", IVIEW_ROWS, _make_iview),
    "color": Library("weilanwl/ColorUI cec4e9f", COLOR_UI_ROWS, _make_color_ui),
}
