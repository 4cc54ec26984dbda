"""How a program is started, as a person wishes it: page, query, scene, version type, referrer."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from miniapp_host.programs.boot import FROM_HOME, Arrival
from miniapp_host.texts import Sentence, ToldError

VERSIONS = ("develop", "trial", "release")


class StartError(ToldError):
    """What was written can't be a start."""


@dataclass(frozen=True)
class Start:
    """`page` is path?query, None for the first page; `version` is None for the phone's own.

    `name` is what the person calls it, empty for one that is not kept. `again`: a restart starts
    in the same way.
    """

    page: str | None = None
    arrival: Arrival = FROM_HOME
    version: str | None = None
    name: str = ""
    again: bool = False

    @property
    def path(self) -> str:
        """The page without its query; empty for the first page."""
        return (self.page or "").partition("?")[0]

    @property
    def query(self) -> str:
        """The query without its question mark."""
        return (self.page or "").partition("?")[2]


def read_extra(text: str) -> Mapping[str, object]:
    """The object that a person wrote as extraData, an empty one for nothing; raises StartError."""
    if not text.strip():
        return {}
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise StartError(
            Sentence('extraData: this is no JSON object; write one like {"from": "test"}')
        )
    return value


def kept_start(start: Start) -> dict[str, object]:
    """The start as JSON holds it; `restored_start` reads it."""
    return {
        "name": start.name,
        "page": start.page,
        "scene": start.arrival.scene,
        "version": start.version,
        "referrer": start.arrival.referrer,
        "extraData": dict(start.arrival.extra_data),
    }


def restored_start(value: object) -> Start | None:
    """What `kept_start` wrote, or None for anything that somebody else wrote there."""
    if not isinstance(value, dict) or not isinstance(value.get("name"), str) or not value["name"]:
        return None
    page, version = value.get("page"), value.get("version")
    arrival = _restored_arrival(value)
    start = Start(name=value["name"], arrival=arrival, again=True)
    return replace(
        start,
        page=page if isinstance(page, str) and page else None,
        version=version if version in VERSIONS else None,
    )


def _restored_arrival(value: Mapping[str, object]) -> Arrival:
    scene, referrer, extra = value.get("scene"), value.get("referrer"), value.get("extraData")
    return Arrival(
        scene if isinstance(scene, int) and not isinstance(scene, bool) else FROM_HOME.scene,
        referrer if isinstance(referrer, str) else "",
        extra if isinstance(extra, dict) else {},
    )
