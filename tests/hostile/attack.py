"""An attack: what a program that means harm does in one turn, and how often."""

from collections.abc import Mapping
from dataclasses import dataclass, field

OVER = "the attack is over"
LONG = "'字'.repeat(100000)"
MEGABYTES = "'x'.repeat(MANY)"
"""A text of ten megabytes, or of one where only the outcome counts."""
PAGE = "const page = () => getCurrentPages()[0]"
FILES = (
    "const fs = wx.getFileSystemManager();"
    " const path = (name) => `${wx.env.USER_DATA_PATH}/${name}`"
)


@dataclass(frozen=True)
class Attack:
    """`deed` is done `times` times in one turn; N is how often it was done before.

    One that does not end never gives the turn back. `handlers` are more methods of the page,
    `files` more files of the program. MANY is how large or long what it makes is. It takes
    `settles_ms` until all that may come of it has come.
    """

    deed: str
    times: int
    setup: str = ""
    wxml: str = "<view id='some'>harmless</view>"
    ends: bool = True
    handlers: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    many: int = 10_000_000
    settles_ms: int = 0

    @property
    def quick_times(self) -> int:
        """How often it is done where only the outcome counts."""
        if "MANY" in self.deed:
            return min(3, self.times)
        return min(20 if LONG in self.deed else 100, self.times)

    @property
    def quick_many(self) -> int:
        """What MANY is there."""
        return self.many // 10
