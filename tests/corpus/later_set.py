"""Flows of programs that were found after the development set, walked as its own are.

`python -m tests.corpus.later_set NAME=FOLDER… [-- PYTEST ARGUMENTS]`, NAME one of `REPOSITORIES`.
"""

import sys

from tests.corpus.development_set import Walk
from tests.corpus.flows import walk

REPOSITORIES = {
    "watermark": "Byclemon/watermark-camera 0a0c72e",
    "invoice": "shuaixiaozhou/invoice be6518c",
    "catwalker": "ilokii/cat-walker 1c42e46, miniprogram/",
    "hackinit": "Louis-He/hackinit2018 ee093a2",
    "quietweather": "myvin/quietweather 1b842b9",
    "vxrec": "cool-black/vx-miniprogram 42b6d1d, miniprogram/",
    "mobike": "ChangQing666/wxApp-mobike 234202a, mobike/",
    "buaa": "BraidCN/BUAATrack1952 7722066",
}

_CAMERA, _LOCATION = "scope.camera", "scope.userLocation"
_SEEN = "insertCamera"

LATER_WALKS = (
    Walk("watermark", "pages/camera/camera", _LOCATION, "getLocation", beside={_CAMERA: True}),
    Walk("watermark", "pages/picture/picture", _LOCATION, "getLocation"),
    Walk(
        "invoice",
        "pages/opreate/index",
        "scope.invoiceTitle",
        "chooseInvoiceTitle",
        ("选择发票抬头",),
    ),
    Walk("catwalker", "pages/loading/loading", "scope.werun", "getWeRunData"),
    Walk("hackinit", "pages/index/index", _CAMERA, _SEEN),
    Walk("quietweather", "pages/index/index", _LOCATION, "getLocation", ("maybe:同意",)),
    Walk(
        "vxrec",
        "pages/recorder/recorder",
        "scope.record",
        "RecorderManager.start",
        ('css:[class*="button"]',),
    ),
    Walk("mobike", "pages/map/map", _LOCATION, "getLocation"),
    Walk(
        "buaa",
        "pages/poster/poster",
        "scope.writePhotosAlbum",
        "saveImageToPhotosAlbum",
        ("保存海报到相册",),
    ),
)


def main() -> int:
    return walk(__doc__, REPOSITORIES, "walk_set.py")


if __name__ == "__main__":
    sys.exit(main())
