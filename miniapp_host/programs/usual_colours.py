"""The platform's documented colours for whatever a program does not colour itself, as `#rrggbb`.

They are facts of the format; which colours the phone has of its own is shell/kit/theme's part.
"""

from collections.abc import Mapping

BLACK, WHITE = "#000000", "#ffffff"
WORDS: Mapping[str, str] = {"black": BLACK, "white": WHITE}
"""The words that a program may write instead of a colour."""

NAVIGATION_BAR = BLACK
PAGE = WHITE
WEB_PAGE = WHITE
TAB, TAB_SELECTED, TAB_BAR = "#7a7e83", "#3cc51f", WHITE
SHEET_ITEM = BLACK
MODAL_CANCEL, MODAL_CONFIRM = BLACK, "#576B95"
