"""Places on the globe: the satellite's degrees, the ones Chinese maps use, and a coarse answer."""

import math

Degrees = tuple[float, float]
"""Latitude and longitude."""

_GRID = 0.03
"""Degrees between two coarse points, about 3.3 km."""
_NEAREST = 1_500.0
"""Metres that a coarse point is away at least."""
_METRES_PER_DEGREE = 111_320.0


def gcj02(latitude: float, longitude: float) -> Degrees:
    """WGS-84 degrees as GCJ-02 ones; outside mainland China's bounding box both are the same.

    The published formula: https://en.wikipedia.org/wiki/Restrictions_on_geographic_data_in_China
    (section GCJ-02), on the Krasovsky 1940 ellipsoid.
    """
    if not (0.8293 <= latitude <= 55.8271 and 72.004 <= longitude <= 137.8347):
        return latitude, longitude
    semi_major, eccentricity = 6_378_245.0, 0.00669342162296594323
    x, y = longitude - 105.0, latitude - 35.0
    radians = math.radians(latitude)
    magic = 1 - eccentricity * math.sin(radians) ** 2
    north = _north_offset(x, y) / (
        math.pi / 180 * semi_major * (1 - eccentricity) / (magic * math.sqrt(magic))
    )
    east = _east_offset(x, y) / (math.pi / 180 * semi_major / math.sqrt(magic) * math.cos(radians))
    return latitude + north, longitude + east


def wgs84(latitude: float, longitude: float) -> Degrees:
    """The WGS-84 degrees whose `gcj02` these are, to about a centimetre."""
    north, east = latitude, longitude
    for _ in range(4):
        shifted_north, shifted_east = gcj02(north, east)
        north, east = north + latitude - shifted_north, east + longitude - shifted_east
    return north, east


def fuzzy(latitude: float, longitude: float) -> Degrees:
    """A point of a fixed grid, 1.5 to some 4 km away and always the same for the same place.

    WeChat does not say how its answer is made; observed ones are some 2.5 km off and stable.
    """
    row = round(latitude / _GRID)
    candidates = [
        point
        for near_row in (row - 1, row, row + 1)
        for point in _points_of_row(near_row, longitude)
        if distance((latitude, longitude), point) >= _NEAREST
    ]
    coarse = min(candidates, key=lambda point: distance((latitude, longitude), point))
    return round(coarse[0], 5), round(coarse[1], 5)


def degrees_in(text: str, most: float) -> float | None:
    """The degrees that a person wrote, or None for what is no number from -`most` to `most`."""
    try:
        found = float(text)
    except ValueError:
        return None
    return found if -most <= found <= most else None


def distance(one: Degrees, other: Degrees) -> float:
    """Metres between two points, by the great circle."""
    (north, east), (other_north, other_east) = one, other
    half_north = math.radians(other_north - north) / 2
    half_east = math.radians(other_east - east) / 2
    part = (
        math.sin(half_north) ** 2
        + math.cos(math.radians(north))
        * math.cos(math.radians(other_north))
        * math.sin(half_east) ** 2
    )
    return 2 * _METRES_PER_DEGREE * math.degrees(math.asin(min(1.0, math.sqrt(part))))


def _points_of_row(row: int, longitude: float) -> list[Degrees]:
    latitude = max(-90.0, min(90.0, row * _GRID))
    step = _GRID / max(0.01, math.cos(math.radians(latitude)))
    column = round(longitude / step)
    return [
        (latitude, max(-180.0, min(180.0, near * step))) for near in range(column - 1, column + 2)
    ]


def _north_offset(x: float, y: float) -> float:
    return (
        -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * math.sqrt(abs(x))
        + _ripple(x, 20.0, 6.0) + _ripple(x, 20.0, 2.0)
        + _ripple(y, 20.0, 1.0) + _ripple(y, 40.0, 1 / 3)
        + _ripple(y, 160.0, 1 / 12) + _ripple(y, 320.0, 1 / 30)
    )  # fmt: skip


def _east_offset(x: float, y: float) -> float:
    return (
        300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * math.sqrt(abs(x))
        + _ripple(x, 20.0, 6.0) + _ripple(x, 20.0, 2.0)
        + _ripple(x, 20.0, 1.0) + _ripple(x, 40.0, 1 / 3)
        + _ripple(x, 150.0, 1 / 12) + _ripple(x, 300.0, 1 / 30)
    )  # fmt: skip


def _ripple(value: float, height: float, frequency: float) -> float:
    return height * math.sin(frequency * value * math.pi) * 2 / 3
