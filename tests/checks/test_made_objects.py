"""Calls of methods of what wx made, found in a script that is not run."""

import pytest

from miniapp_host.checks.scripts import Kind, mentions

MAKE = "wx.createMapContext('map', this)"
ADD = "createMapContext.addArc"


def methods(script: str) -> list[tuple[str, int]]:
    return [(one.name, one.line) for one in mentions("a.js", script) if one.kind is Kind.METHOD]


@pytest.mark.parametrize(
    "script",
    [
        f"const map = {MAKE}\nmap.addArc({{}})",
        f"this.map = {MAKE}\nthis.map.addArc()",
        f"let map: WechatMiniprogram.MapContext = {MAKE};\nmap!.addArc()",
        f"that.data.map = that.data.map || {MAKE}\nmap?.addArc()",
        f"map ??= {MAKE}\nmap . addArc ()",
        f"Page({{ map: {MAKE},\nadd() {{ this.map.addArc() }} }})",
        f"\n{MAKE}.addArc({{ id: 1 }})",
        "\nwx.createMapContext(idOf(this)).addArc()",
        "\nwx.createMapContext(`map-${this.id}`)?.addArc()",
    ],
)
def test_a_method_of_what_was_made_is_found_with_its_line(script: str) -> None:
    assert methods(script) == [(ADD, 2)]


@pytest.mark.parametrize(
    "script",
    [
        f"const map = {MAKE} // map.addArc()",
        f"const map = {MAKE}; say('map.addArc()')",
        f"const map = {MAKE}; other.addArc(); bitmap.addArc(); const add = map.addArc",
        "map.addArc()",
        f"mywx.createMapContext('m').addArc(); x = my.{MAKE}; x.addArc()",
    ],
)
def test_what_only_looks_like_it_is_not(script: str) -> None:
    assert methods(script) == []


def test_each_object_has_the_methods_of_what_it_is() -> None:
    script = (
        f"const map = {MAKE}\nconst film = wx.createVideoContext('v')\nfilm.play()\nmap.addArc()"
    )
    assert methods(script) == [("createVideoContext.play", 3), (ADD, 4)]
