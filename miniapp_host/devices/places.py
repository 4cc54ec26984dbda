"""Places to choose from, each with its two names: well-known ones, and the world's large cities."""

import unicodedata
from functools import cache

from miniapp_host import paths
from miniapp_host.devices.place import Place
from miniapp_host.texts import Text

PLACES: tuple[Place, ...] = (
    Place(
        Text("Tiananmen", "天安门"),
        Text("Dongcheng, Beijing", "北京市东城区长安街"),
        39.90875, 116.39752, 44,
    ),
    Place(
        Text("The Bund", "外滩"),
        Text("Zhongshan East 1st Road, Huangpu, Shanghai", "上海市黄浦区中山东一路"),
        31.23944, 121.48557, 4,
    ),
    Place(
        Text("Canton Tower", "广州塔"),
        Text("222 Yuejiang West Road, Haizhu, Guangzhou", "广东省广州市海珠区阅江西路222号"),
        23.10664, 113.32446, 11,
    ),
    Place(
        Text("Shenzhen Bay Park", "深圳湾公园"),
        Text("Binhai Avenue, Nanshan, Shenzhen", "广东省深圳市南山区滨海大道"),
        22.51902, 113.97541, 6,
    ),
    Place(
        Text("West Lake", "西湖"),
        Text("Xihu, Hangzhou", "浙江省杭州市西湖区"),
        30.24635, 120.14512, 8,
    ),
    Place(
        Text("Tianfu Square", "天府广场"),
        Text("Qingyang, Chengdu", "四川省成都市青羊区人民南路一段"),
        30.65739, 104.06588, 500,
    ),
    Place(
        Text("Terracotta Army", "秦始皇兵马俑博物馆"),
        Text("Lintong, Xi'an", "陕西省西安市临潼区秦陵北路"),
        34.38444, 109.27806, 490,
    ),
    Place(
        Text("Victoria Peak", "太平山顶"),
        Text("The Peak, Hong Kong", "香港中西区山顶道"),
        22.27111, 114.15028, 396,
    ),
    Place(
        Text("Tokyo Tower", "东京塔"),
        Text("4-2-8 Shibakoen, Minato, Tokyo", "日本东京都港区芝公园4-2-8"),
        35.65858, 139.74543, 18,
    ),
    Place(
        Text("Merlion Park", "鱼尾狮公园"),
        Text("One Fullerton, Singapore", "新加坡富尔顿一号"),
        1.28680, 103.85450, 5,
    ),
    Place(
        Text("Eiffel Tower", "埃菲尔铁塔"),
        Text("Champ de Mars, Paris", "法国巴黎战神广场"),
        48.85837, 2.29448, 33,
    ),
    Place(
        Text("Golden Gate Bridge", "金门大桥"),
        Text("San Francisco, California", "美国加利福尼亚州旧金山"),
        37.81993, -122.47825, 67,
    ),
)  # fmt: skip
"""Offered whenever a place is chosen; the phone starts at the first."""


@cache
def cities() -> tuple[Place, ...]:
    """The large cities, China's first; read when somebody searches."""
    text = (paths.resources() / "places" / "cities.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(map(_city, lines))


def found_places(wanted: str) -> tuple[Place, ...]:
    """The places with these words in name or address, those whose name begins so first.

    Neither case nor accents count.
    """
    sought = _folded(wanted)
    found = [place for place in (*PLACES, *cities()) if sought in _words(place)]
    return tuple(sorted(found, key=lambda place: not _begins(place, sought)))


def place_named(name: str) -> Place | None:
    """The place that has exactly this name, in English or Chinese; the well-known one of several.

    Neither case nor accents count.
    """
    wanted = _folded(name)
    found = (one for one in (*PLACES, *cities()) if wanted in map(_folded, one.name))
    return next(found, None)


def _city(line: str) -> Place:
    name, chinese, where, place, latitude, longitude, altitude = line.split("|")
    return Place(
        Text(name, chinese), Text(where, place), float(latitude), float(longitude), float(altitude)
    )


def _words(place: Place) -> str:
    return _folded(" ".join((*place.name, *place.address)))


def _begins(place: Place, sought: str) -> bool:
    return any(_folded(name).startswith(sought) for name in place.name)


def _folded(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.strip().casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
