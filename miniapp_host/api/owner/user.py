"""Who the person is: wx.getUserInfo, wx.getUserProfile, wx.login, wx.checkSession, an avatar."""

import secrets

from miniapp_host.api.calls.asking import Asking
from miniapp_host.api.calls.call import Call, CallError
from miniapp_host.api.calls.endpoint import Endpoint, Parameter
from miniapp_host.api.calls.session import Session
from miniapp_host.api.media.album import Copy, choose_files
from miniapp_host.api.owner.user_data import (
    encrypted,
    new_session_key,
    open_id,
    raw_data,
    signature,
)
from miniapp_host.devices.album import Media
from miniapp_host.devices.avatars import avatar_url
from miniapp_host.devices.clock import Clock
from miniapp_host.devices.profile import Profile, SimulatedProfile
from miniapp_host.permissions.scopes import scope_named

USER_INFO = "scope.userInfo"
DESC_LENGTH = 30
_LANGUAGES = ("en", "zh_CN", "zh_TW")


class User:
    """Hands out the owner's profile; keeps each program's session key in memory only."""

    def __init__(self, owner: SimulatedProfile, asking: Asking, clock: Clock) -> None:
        self._owner = owner
        self._asking = asking
        self._clock = clock
        self._session_keys: dict[str, str] = {}
        self._logged_in: set[str] = set()

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The family's calls."""
        desc = (Parameter("desc"),)
        return (
            Endpoint("getUserInfo", self.tell, guarded=True),
            Endpoint("getUserProfile", self.ask_and_tell, guarded=True, parameters=desc),
            Endpoint("login", self.login),
            Endpoint("checkSession", self.check_session),
            Endpoint("chooseAvatar", choose_avatar, guarded=True, internal=True),
        )

    def session_key(self, program: str) -> str:
        """The key that the program's server would get for a login code: base64 of 16 bytes."""
        return self._session_keys.setdefault(program, new_session_key())

    def login(self, call: Call) -> None:
        """Answer with a code; here no server takes it."""
        program = call.session.program
        self._session_keys[program] = new_session_key()
        self._logged_in.add(program)
        call.ok({"code": secrets.token_hex(16)})

    def check_session(self, call: Call) -> None:
        """Succeed if the program has logged in since the phone was started.

        Raises CallError otherwise.
        """
        if call.session.program not in self._logged_in:
            raise CallError("session time out, need relogin")
        call.ok()

    def ask_and_tell(self, call: Call) -> None:
        """Ask the person at every call, keep no decision, and answer with the profile.

        Raises CallError if `desc` has no usable length.
        """
        scope = scope_named(USER_INFO)
        desc = call.string("desc").strip()
        if not 0 < len(desc) <= DESC_LENGTH or scope is None:
            raise CallError("desc length does not meet the requirements")
        self._asking.ask_once(call, scope, desc, self.tell)

    def tell(self, call: Call) -> None:
        """Answer with the profile, encrypted too after a login, unless the program declines."""
        session = call.session
        profile = self._owner.profile
        info = _user_info(profile, call.string("lang"))
        raw, key = raw_data(info), self.session_key(session.program)
        result: dict[str, object] = {
            "userInfo": info,
            "rawData": raw,
            "signature": signature(raw, key),
        }
        if session.program in self._logged_in and call.flag("withCredentials", default=True):
            result |= encrypted(self._credentials(session, info), key)
        call.ok(result)

    def _credentials(self, session: Session, info: dict[str, object]) -> dict[str, object]:
        watermark = {"timestamp": int(self._clock.now()), "appid": session.package.appid}
        return {"openId": open_id(session.program), **info, "watermark": watermark}


def choose_avatar(call: Call) -> None:
    """Let the person choose a picture for `<button open-type="chooseAvatar">`."""

    def on_copied(copies: list[Copy]) -> None:
        call.ok({"avatarUrl": copies[0].url})

    choose_files(call, Media.PICTURES, 1, on_copied)


def _user_info(profile: Profile, lang: str) -> dict[str, object]:
    """The profile in the order of the classic rawData, which programs' servers sign."""
    return {
        "nickName": profile.nickname,
        "gender": profile.gender,
        "language": lang if lang in _LANGUAGES else profile.language,
        "city": profile.city,
        "province": profile.province,
        "country": profile.country,
        "avatarUrl": "" if profile.avatar is None else avatar_url(profile.avatar),
    }
