"""A start in one line, as a person reads it: page, scene, version type, referrer."""

from miniapp_host.programs.scenes import scene_title
from miniapp_host.programs.start import Start
from miniapp_host.texts import Texts

VERSION_WORDS = {"develop": "Development", "trial": "Trial", "release": "Release"}


def said_start(start: Start, texts: Texts) -> str:
    """`pages/a?x=1 · 1011 Scanned QR code · Trial`, without what is as usual."""
    arrival = start.arrival
    parts = [start.page or texts("First page"), said_scene(arrival.scene, texts)]
    if start.version is not None:
        parts.append(texts(VERSION_WORDS[start.version]))
    if arrival.referrer:
        parts.append(texts("from {appid}", appid=arrival.referrer))
    return " · ".join(parts)


def said_scene(number: int, texts: Texts) -> str:
    """The number of a scene and its words."""
    words = texts.of(scene_title(number))
    return words if words == str(number) else f"{number} {words}"
