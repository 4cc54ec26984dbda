"""The https address of the owner's avatar; the phone itself answers requests for it.

As documented the last number of the address is the size of the square: 46, 64, 96 or 132 pixels,
0 for 640; once the owner has another avatar the old address leads nowhere.
"""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

from miniapp_host.devices.fixtures import Fixture, play
from miniapp_host.devices.network import Cancel, Head, Network, Receiver, Request
from miniapp_host.devices.profile import SimulatedProfile
from miniapp_host.texts import Sentence

USUAL_SIZE = 132
LARGEST_SIZE = 640
_PLACE = "https://thirdwx.qlogo.cn/mmopen/vi_32/MiniAppHost-"
_ADDRESS = re.compile(re.escape(_PLACE) + r"(?P<picture>[0-9a-f]{32})/(?P<size>0|46|64|96|132)")

_ANSWERS = Sentence("the phone answers for its owner's avatar")

Square = Callable[[Path, int], bytes]
"""The picture in a file as a square PNG of that many pixels a side; raises OSError."""


def avatar_url(avatar: Path) -> str:
    """The picture's address for programs; raises OSError if the picture can't be read."""
    return f"{_PLACE}{_name_of(avatar)}/{USUAL_SIZE}"


def is_avatar_url(url: str) -> bool:
    """Whether `url` is such an address, also that of an earlier avatar."""
    return _ADDRESS.fullmatch(url) is not None


class NetworkWithAvatars:
    """A network on which the phone answers these addresses; all others go on to `beyond`."""

    def __init__(
        self,
        beyond: Network,
        owner: SimulatedProfile,
        square: Square,
        after: Callable[[float, Callable[[], None]], Cancel],
    ) -> None:
        self._beyond = beyond
        self._owner = owner
        self._square = square
        self._after = after

    def send(self, request: Request, receiver: Receiver) -> Cancel:
        found = _ADDRESS.fullmatch(request.url)
        if found is None:
            return self._beyond.send(request, receiver)
        size = int(found["size"]) or LARGEST_SIZE
        answer = self._answer(found["picture"], size)
        return self._after(0, lambda: play(answer, request, receiver))

    def _answer(self, name: str, size: int) -> Fixture:
        avatar = self._owner.profile.avatar
        if avatar is None or _name_of(avatar) != name:
            return Fixture(_ADDRESS, None, Head(404), bytes, _ANSWERS)
        head = Head(200, (("Content-Type", "image/png"),))
        return Fixture(_ADDRESS, None, head, lambda: self._square(avatar, size), _ANSWERS)


def _name_of(avatar: Path) -> str:
    return hashlib.sha256(avatar.read_bytes()).hexdigest()[:32]
