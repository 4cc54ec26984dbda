import base64
import json
from pathlib import Path

import pytest

from miniapp_host.api.calls.asking import Asking
from miniapp_host.api.calls.dispatcher import Dispatcher
from miniapp_host.api.calls.privacy import Privacy
from miniapp_host.api.owner.user import User
from miniapp_host.api.owner.user_data import encrypted, open_id, raw_data, signature
from miniapp_host.devices.drawing import avatar_png, placeholder_png
from miniapp_host.devices.profile import Profile
from miniapp_host.permissions.decisions import Decision
from miniapp_host.permissions.prompts import Answer
from tests.api.owner.decrypted import decrypted
from tests.api.pretend_phone import OpenProgram, Phone, Result

INFO_KEYS = ["nickName", "gender", "language", "city", "province", "country", "avatarUrl"]


def allowed(phone: Phone) -> OpenProgram:
    program = phone.open()
    program.decide("scope.userInfo", granted=True)
    return program


def test_the_signature_is_the_one_of_wechats_guide() -> None:
    avatar = (
        "http://wx.qlogo.cn/mmopen/vi_32/1vZvI39NWFQ9XM4LtQpFrQJ1xlgZxx3w7bQxKARol6503Iuswjjn6nIGB"
        "iaycAjAtpujxyzYsrztuuICqIM5ibXQ/0"
    )
    info = dict(
        zip(
            INFO_KEYS,
            ["Band", 1, "zh_CN", "Guangzhou", "Guangdong", "CN", avatar],
            strict=True,
        )
    )
    key = "HyVFkGl5F5OQWJZZaNzBBg=="
    assert signature(raw_data(info), key) == "75e81ceda165f4ffa64f4068af58c64b8f54b88c"


def test_what_is_encrypted_is_read_again_with_the_session_key() -> None:
    key = "tiihtNczf5v6AKRyjwEUhQ=="
    for name in ("", "小明", "a" * 15, "a" * 16):
        first, second = encrypted({"nickName": name}, key), encrypted({"nickName": name}, key)
        assert decrypted(first, key) == {"nickName": name}
        assert first["iv"] != second["iv"]


def test_the_users_info_has_the_classic_fields_in_the_classic_order(phone: Phone) -> None:
    phone.owner.change(Profile("小明", None, 1, "广州", "广东", "中国", "zh_CN"))
    result = allowed(phone).result("getUserInfo")
    info = result["userInfo"]
    assert isinstance(info, dict)
    assert list(info) == INFO_KEYS
    assert info["nickName"] == "小明"
    assert result["rawData"] == json.dumps(info, ensure_ascii=False, separators=(",", ":"))


def test_every_program_has_a_session_key_of_16_bytes_of_its_own(phone: Phone) -> None:
    user = User(phone.owner, Asking(phone.broker, phone.owner), phone.clock)
    assert user.session_key("a") == user.session_key("a")
    assert user.session_key("a") != user.session_key("b")
    assert len(base64.b64decode(user.session_key("a"))) == 16


def test_credentials_come_only_after_a_login_and_if_they_are_wanted(phone: Phone) -> None:
    program = allowed(phone)
    assert "encryptedData" not in program.result("getUserInfo", {"withCredentials": True})
    assert program.message("login") == "login:ok"
    assert "encryptedData" in program.result("getUserInfo", {"withCredentials": True})
    assert "iv" in program.result("getUserInfo")
    declined = program.result("getUserInfo", {"withCredentials": False})
    assert "encryptedData" not in declined
    assert "iv" not in declined


def test_the_encrypted_data_names_the_person_and_the_program(phone: Phone) -> None:
    program = allowed(phone)
    asking = Asking(phone.broker, phone.owner)
    user = User(phone.owner, asking, phone.clock)
    dispatcher = Dispatcher(user.endpoints(), (), asking, Privacy(phone.clock), phone.switches)
    answers: list[Result] = []
    dispatcher.dispatch(program.session, "login", {}, answers.append)
    dispatcher.dispatch(program.session, "getUserInfo", {}, answers.append)
    key = user.session_key(program.session.program)
    plain = decrypted(answers[1], key)
    assert plain["openId"] == open_id("nearby")
    assert plain["watermark"] == {"timestamp": 1_000_000, "appid": "wxnearby"}
    assert plain["nickName"] == phone.owner.profile.nickname
    assert answers[1]["signature"] == signature(str(answers[1]["rawData"]), key)


def test_an_open_id_is_stable_and_differs_between_programs() -> None:
    assert open_id("a") == open_id("a")
    assert open_id("a") != open_id("b")
    assert len(open_id("a")) == 28


def avatar_of(program: OpenProgram) -> str:
    info = program.result("getUserInfo")["userInfo"]
    assert isinstance(info, dict)
    return str(info["avatarUrl"])


def size_of(program: OpenProgram, url: str) -> tuple[object, object, object]:
    """What the phone says of the picture behind an address, without a network."""
    answers = program.call("getImageInfo", {"src": url})
    program.phone.clock.advance(0)
    (answer,) = answers
    return answer.get("width"), answer.get("height"), answer.get("type")


def test_the_avatar_has_an_https_address_that_ends_with_its_size(phone: Phone) -> None:
    program = allowed(phone)
    url = avatar_of(program)
    assert url.startswith("https://")
    assert url.endswith("/132")
    assert size_of(program, url) == (132, 132, "png")
    assert phone.network.exchanges == []


@pytest.mark.parametrize(("number", "pixels"), [(0, 640), (46, 46), (64, 64), (96, 96)])
def test_the_last_number_of_the_address_is_the_size_of_the_square(
    phone: Phone, number: int, pixels: int
) -> None:
    program = allowed(phone)
    url = avatar_of(program).removesuffix("132") + str(number)
    assert size_of(program, url) == (pixels, pixels, "png")


def test_an_avatar_that_is_no_square_becomes_one(phone: Phone, tmp_path: Path) -> None:
    (tmp_path / "wide.png").write_bytes(placeholder_png(300, 40))
    phone.owner.change(Profile("Ann", tmp_path / "wide.png"))
    program = allowed(phone)
    assert size_of(program, avatar_of(program)) == (132, 132, "png")


@pytest.mark.parametrize("name", ["downloadFile", "request"])
def test_the_avatar_is_downloaded_like_anything_of_the_web(phone: Phone, name: str) -> None:
    program = allowed(phone)
    answers = program.call(name, {"url": avatar_of(program), "responseType": "arraybuffer"})
    phone.clock.advance(0)
    assert [(one["errMsg"], one["statusCode"]) for one in answers] == [(f"{name}:ok", 200)]


def test_the_avatars_address_still_works_after_a_restart(phone: Phone) -> None:
    program = allowed(phone)
    url = avatar_of(program)
    program.close()
    assert size_of(phone.open(), url) == (132, 132, "png")


def test_the_address_of_an_avatar_that_was_replaced_leads_nowhere(
    phone: Phone, tmp_path: Path
) -> None:
    program = allowed(phone)
    before = avatar_of(program)
    (tmp_path / "me.png").write_bytes(avatar_png(9))
    phone.owner.change(Profile("Ann", tmp_path / "me.png"))
    assert avatar_of(program) != before
    answers = program.call("downloadFile", {"url": before})
    phone.clock.advance(0)
    assert [answer["statusCode"] for answer in answers] == [404]
    assert phone.network.exchanges == []


@pytest.mark.parametrize(
    "url",
    [
        "https://thirdwx.qlogo.cn/mmopen/vi_32/Q0j4TwGTfTJ/132",
        "https://thirdwx.qlogo.cn.example/mmopen/vi_32/MiniAppHost-{name}/132",
        "https://thirdwx.qlogo.cn/mmopen/vi_32/MiniAppHost-{name}/131",
    ],
)
def test_any_other_address_goes_to_the_network(phone: Phone, url: str) -> None:
    program = allowed(phone)
    name = avatar_of(program).split("-")[1].split("/")[0]
    program.call("downloadFile", {"url": url.format(name=name)})
    assert [one.request.url for one in phone.network.exchanges] == [url.format(name=name)]


@pytest.mark.parametrize(
    ("lang", "told"), [("en", "en"), ("zh_TW", "zh_TW"), ("fr", "zh_CN"), (5, "zh_CN")]
)
def test_the_language_is_the_wanted_one_if_it_is_known(
    phone: Phone, lang: object, told: str
) -> None:
    info = allowed(phone).result("getUserInfo", {"lang": lang})["userInfo"]
    assert isinstance(info, dict)
    assert info["language"] == told


def test_the_prompt_shows_what_would_be_shared(phone: Phone) -> None:
    phone.owner.change(Profile("Ann"))
    phone.open().call("getUserInfo")
    profile = phone.prompter.asked[0].profile
    assert profile is not None
    assert profile.nickname == "Ann"
    assert profile.avatar == phone.owner.profile.avatar


@pytest.mark.parametrize("decision", [None, True, False])
def test_the_profile_is_asked_for_at_every_call_and_nothing_is_recorded(
    phone: Phone, decision: bool | None
) -> None:
    program = phone.open()
    if decision is not None:
        program.decide("scope.userInfo", granted=decision)
    before = program.decision("scope.userInfo")
    for turn in (1, 2):
        program.tap()
        answers = program.call("getUserProfile", {"desc": "to greet you"})
        assert len(phone.prompter.asked) == turn
        phone.prompter.press(Answer.ALLOW)
        assert answers[0]["errMsg"] == "getUserProfile:ok"
        assert set(answers[0]) >= {"userInfo", "rawData", "signature"}
        assert program.decision("scope.userInfo") is before
    assert phone.prompter.asked[0].purpose == "to greet you"


@pytest.mark.parametrize(("answer", "errno"), [(Answer.REJECT, 103), (Answer.DISMISS, 104)])
def test_a_refused_profile_is_not_told_and_the_refusal_not_kept(
    phone: Phone, answer: Answer, errno: int
) -> None:
    program = phone.open()
    program.tap()
    answers = program.call("getUserProfile", {"desc": "to greet you"})
    phone.prompter.press(answer)
    assert answers == [{"errMsg": "getUserProfile:fail auth deny", "errno": errno}]
    assert program.decision("scope.userInfo") is Decision.UNDECIDED


@pytest.mark.parametrize("desc", ["", "   ", "x" * 31])
def test_the_profiles_purpose_has_a_length(phone: Phone, desc: str) -> None:
    program = phone.open()
    program.tap()
    message = program.message("getUserProfile", {"desc": desc})
    assert message == "getUserProfile:fail desc length does not meet the requirements"


def test_a_login_gives_a_new_code_each_time(phone: Phone) -> None:
    program = phone.open()
    codes = {program.result("login")["code"] for _ in range(3)}
    assert len(codes) == 3


def test_a_session_is_valid_after_a_login_of_this_program(phone: Phone) -> None:
    program = phone.open()
    assert str(program.message("checkSession")).startswith("checkSession:fail")
    program.call("login")
    assert program.message("checkSession") == "checkSession:ok"
    assert str(phone.open("other").message("checkSession")).startswith("checkSession:fail")
