"""The colours of the drawn map, light and dark."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MapColours:
    """The colours of the drawn map."""

    ground: str
    park: str
    water: str
    house: str
    road: str
    main: str
    """A large road."""


MAP_LIGHT = MapColours(
    ground="#f2f0ea",
    park="#d3ebc6",
    water="#b5dcf4",
    house="#e7e3da",
    road="#ffffff",
    main="#fbe3a1",
)
MAP_DARK = MapColours(
    ground="#26282b",
    park="#26382b",
    water="#1d3140",
    house="#2f3135",
    road="#3b3e43",
    main="#57502f",
)
