"""The phone's typeface, Inter, made known to Qt and, through fontconfig, to Chromium.

The build takes it from npm. Where Chromium does not see what Qt was given, pages load the same
files by `base.css`.
"""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from miniapp_host import paths

_NAME = "Inter"
_FILES = ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf")


@cache
def typeface() -> str:
    """The family of chrome and pages; the desktop's own if the build lacks the files.

    Needs a QGuiApplication.
    """
    added = [QFontDatabase.addApplicationFont(str(paths.runtime_dir() / file)) for file in _FILES]
    return QFont().defaultFamily() if -1 in added else _NAME
