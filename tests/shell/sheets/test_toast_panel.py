from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QWidget

from miniapp_host.api.calls.screen import Toast, ToastIcon
from miniapp_host.shell.kit.icon import Icon
from miniapp_host.shell.kit.spinner import Spinner
from miniapp_host.shell.sheets.toast_panel import LEAST, WIDEST, ToastPanel


def panel_of(screen: QWidget, toast: Toast) -> ToastPanel:
    panel = ToastPanel(toast, screen)
    size = panel.fitting_size(screen.width())
    panel.resize(size)
    panel.show()
    return panel


@pytest.mark.parametrize(
    ("icon", "kind"),
    [
        (ToastIcon.SUCCESS, Icon),
        (ToastIcon.ERROR, Icon),
        (ToastIcon.LOADING, Spinner),
        (ToastIcon.NONE, type(None)),
    ],
)
def test_every_kind_has_its_sign(screen: QWidget, icon: ToastIcon, kind: type) -> None:
    panel = panel_of(screen, Toast("Text", icon))
    assert isinstance(panel.findChild(QWidget, "toastSign"), kind)


def test_with_a_sign_it_is_132_square_and_else_as_small_as_its_text(screen: QWidget) -> None:
    assert panel_of(screen, Toast("OK")).size().toTuple() == (LEAST, LEAST)
    assert panel_of(screen, Toast("OK", ToastIcon.NONE)).height() == 20 + 24
    assert panel_of(screen, Toast("", ToastIcon.LOADING)).height() == LEAST


@pytest.mark.parametrize("icon", list(ToastIcon))
@pytest.mark.parametrize("title", ["x" * 5_000, "字" * 500, "\n" * 400, "<b>" * 200, ""])
def test_however_long_its_text_it_stays_small(screen: QWidget, icon: ToastIcon, title: str) -> None:
    panel = panel_of(screen, Toast(title, icon))
    assert panel.width() <= WIDEST
    assert panel.height() <= 180
    assert not panel.grab().isNull()


def test_a_picture_takes_the_icons_place(screen: QWidget, tmp_path: Path) -> None:
    picture = QPixmap(20, 20)
    picture.fill(QColor("#ff0000"))
    file = tmp_path / "sign.png"
    picture.save(str(file))
    panel = panel_of(screen, Toast("OK", image=str(file)))
    sign = panel.findChild(QWidget, "toastSign")
    assert sign is not None
    assert not isinstance(sign, Icon)
    assert sign.grab().toImage().pixelColor(20, 20) == QColor("#ff0000")


def test_a_picture_that_cannot_be_read_leaves_the_icon(screen: QWidget, tmp_path: Path) -> None:
    damaged = tmp_path / "sign.png"
    damaged.write_bytes(b"not a picture")
    for file in (damaged, tmp_path / "missing.png"):
        panel = panel_of(screen, Toast("OK", image=str(file)))
        assert isinstance(panel.findChild(QWidget, "toastSign"), Icon)
