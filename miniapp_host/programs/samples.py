"""The sample programs that the phone brings along."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from miniapp_host import paths
from miniapp_host.texts import Text, Texts

NEARBY = "wxnearby00000001"
"""The sample with which the first steps are made."""
_NAMES = {
    ("wxhello000000001", "Hello"): Text("Hello", "你好"),
    (NEARBY, "Nearby"): Text("Nearby", "附近"),
    ("wxpermissionlab1", "Permission Lab"): Text("Permission Lab", "权限实验室"),
    ("wxpostcard000001", "Postcard"): Text("Postcard", "明信片"),
}


def shown_name(appid: str, name: str, texts: Texts) -> str:
    """A sample's name in the phone's language; any other program's as it is."""
    known = _NAMES.get((appid, name))
    return texts.of(known) if known is not None else name


@cache
def samples() -> Mapping[str, Path]:
    """Their folders by appid; they are our own, so their files need no checking.

    Read once: every program that is opened or closed may change which of them are missing.
    """
    configs = sorted((paths.resources() / "programs").glob("*/project.config.json"))
    return {json.loads(config.read_text("utf-8"))["appid"]: config.parent for config in configs}
