"""Every walkthrough that ships, walked to its end on programs of other people.

`python -m tests.corpus.walkthroughs NAME=FOLDER… [-- PYTEST ARGUMENTS]`, NAME one of
`REPOSITORIES`. `drive_walkthroughs.py` walks by real clicks, as `tests/stories/walking.py` does.
"""

import sys
from dataclasses import dataclass

from tests.corpus.flows import walk

REPOSITORIES = {
    "authdemo": "jinxuanzheng01/weapp-auth-demo 535a163",
    "foodmap": "CloudKits/miniprogram-foodmap bed5e44, miniprogram/",
    "demo": "wechat-miniprogram/miniprogram-demo 0b1de6f",
}


@dataclass(frozen=True)
class Asking:
    """The page of a program that asks for its scope when what says `label` is tapped."""

    program: str
    page: str
    label: str
    scope: str = "scope.userLocation"
    then: str = ""
    """A widget of the phone that comes up once it is allowed, and is clicked."""


PROGRAMS = (
    Asking("authdemo", "pages/index/index", "授权地理位置信息"),
    Asking("foodmap", "pages/add/add", "地图选址", then="placeDone"),
    Asking("demo", "packageAPI/pages/location/get-location/get-location", "获取位置"),
)


def main() -> int:
    return walk(__doc__, REPOSITORIES, "drive_walkthroughs.py")


if __name__ == "__main__":
    sys.exit(main())
