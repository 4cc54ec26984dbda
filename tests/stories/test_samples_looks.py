"""The samples speak the phone's language and are as dark as the phone."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from miniapp_host.phone.phone import Phone
from miniapp_host.programs.samples import samples
from miniapp_host.shell.program.navigation_bar import NavigationBar
from miniapp_host.shell.settings.appearance import LanguageChoice, ThemeChoice
from tests.driver import PageDriver
from tests.stories.conftest import OpenProgram
from tests.stories.person import Person

NAMES = {"hello": "你好", "nearby": "附近", "permission-lab": "权限实验室", "postcard": "明信片"}
_CONTRAST = """(() => {
  const channels = (colour) => colour.match(/[\\d.]+/g).map(Number)
  const luminance = ([r, g, b]) => [r, g, b]
    .map((v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, at) => sum + v * [0.2126, 0.7152, 0.0722][at], 0)
  const style = (node) => page.defaultView.getComputedStyle(node)
  const ground = (node) => {
    for (let one = node; one; one = one.parentElement) {
      const { backgroundColor, backgroundImage } = style(one)
      if (backgroundImage !== 'none') return null
      const colour = channels(backgroundColor)
      if (colour.length === 3 || colour[3] === 1) return colour
    }
    return [255, 255, 255]
  }
  const own = (node) => [...node.childNodes].some((one) => one.nodeType === 3 && one.data.trim())
  const told = []
  for (const node of page.querySelectorAll('body *')) {
    if (!own(node) || !node.getClientRects().length) continue
    const under = ground(node)
    if (!under) continue
    const [one, other] = [luminance(channels(style(node).color)), luminance(under)].sort()
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
    if (ratio < 3) told.push(`${node.textContent.trim()}: ${ratio.toFixed(2)}`)
  }
  return told
})()"""


@pytest.mark.parametrize("theme", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("folder", [*NAMES])
def test_a_sample_is_readable_and_as_dark_as_the_phone(
    phone: Phone, open_folder: OpenProgram, qtbot: QtBot, theme: ThemeChoice, folder: str
) -> None:
    phone.appearance.choose_theme(theme)
    page = PageDriver(qtbot, open_folder(phone, _folder(folder)).program)
    page.wait_drawn()
    assert page.in_page(_CONTRAST) == []
    if folder != "postcard":  # its table is a night sky, whatever the phone is
        bar = page.program.screen.grab().toImage().pixelColor(8, 60)
        assert (bar.lightness() < 128) is (theme is ThemeChoice.DARK)


@pytest.mark.parametrize("folder", [*NAMES])
def test_a_sample_has_a_chinese_name_on_a_chinese_phone(
    phone: Phone, person: Person, open_folder: OpenProgram, folder: str
) -> None:
    phone.appearance.choose_language(LanguageChoice.ZH)
    rows = phone.launcher.list.model()
    assert NAMES[folder] in {rows.index(at, 0).data() for at in range(rows.rowCount())}
    page = open_folder(phone, _folder(folder))
    page.wait(lambda: page.program.screen.name == NAMES[folder], "its name in Chinese")
    bar = page.program.screen.findChild(NavigationBar)
    page.wait(lambda: bar.accessibleName() == NAMES[folder], "its title in Chinese")


def _folder(name: str) -> Path:
    return next(folder for folder in samples().values() if folder.name == name)
