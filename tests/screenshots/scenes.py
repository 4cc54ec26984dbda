"""Every screen of the phone, by name: how a studio whose phone shows its launcher brings it up."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from miniapp_host.permissions.scopes import SCOPES
from miniapp_host.phone.panels import PANELS
from tests.screenshots import launcher_scenes, program_scenes, settings_scenes
from tests.screenshots.studio import Studio


@dataclass(frozen=True, slots=True)
class Scene:
    """One screen; `bring` ends with it on the phone."""

    name: str
    bring: Callable[[Studio], None]


def _popups() -> tuple[Scene, ...]:
    return tuple(
        Scene(f"popup-{scope.id.removeprefix('scope.')}", partial(program_scenes.ask, scope.id))
        for scope in SCOPES
    )


def _panels() -> tuple[Scene, ...]:
    return tuple(
        Scene(f"inspector-{kind.name}", partial(program_scenes.inspect, kind.name))
        for kind in PANELS
    )


def _named(prefix: str, scenes: dict[str, Callable[[Studio], None]]) -> tuple[Scene, ...]:
    return tuple(Scene(f"{prefix}{name}", bring) for name, bring in scenes.items())


SCENES: tuple[Scene, ...] = (
    *_named("", launcher_scenes.SCENES),
    *_named("", settings_scenes.SCENES),
    *_named("", program_scenes.SCENES),
    *_popups(),
    *_panels(),
    *_named("launcher-", launcher_scenes.FULL),
)
"""In the order in which they are taken; the last fill the launcher."""
