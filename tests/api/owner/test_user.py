import base64
import json
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.padding import PKCS7

from miniapp_host.api.calls.asking import Asking
from miniapp_host.api.calls.dispatcher import Dispatcher
from miniapp_host.api.calls.privacy import Privacy
from miniapp_host.api.owner.user import User
from miniapp_host.api.owner.user_data import encrypted, open_id, raw_data, signature
from miniapp_host.devices.drawing import avatar_png
from miniapp_host.devices.pictures import read_picture
from miniapp_host.devices.profile import Profile
from miniapp_host.permissions.decisions import Decision
from miniapp_host.permissions.prompts import Answer
from tests.api.pretend_phone import OpenProgram, Phone, Result

INFO_KEYS = ["nickName", "gender", "language", "city", "province", "country", "avatarUrl"]


def allowed(phone: Phone) -> OpenProgram:
    program = phone.open()
    program.decide("scope.userInfo", granted=True)
    return program


def decrypted(result: Result, session_key: str) -> dict[str, object]:
    key, iv = base64.b64decode(session_key), base64.b64decode(str(result["iv"]))
    decryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
    secret = base64.b64decode(str(result["encryptedData"]))
    padded = decryptor.update(secret) + decryptor.finalize()
    unpadder = PKCS7(128).unpadder()
    plain = json.loads(unpadder.update(padded) + unpadder.finalize())
    assert isinstance(plain, dict)
    return plain


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


def test_the_avatar_is_a_picture_of_the_programs_own(phone: Phone) -> None:
    program = allowed(phone)
    info = program.result("getUserInfo")["userInfo"]
    assert isinstance(info, dict)
    file = program.session.files.resolve(info["avatarUrl"])
    assert file is not None
    assert read_picture(file) is not None
    assert program.message("getImageInfo", {"src": info["avatarUrl"]}) == "getImageInfo:ok"


def test_the_avatars_address_still_works_after_a_restart(phone: Phone) -> None:
    program = allowed(phone)
    info = program.result("getUserInfo")["userInfo"]
    assert isinstance(info, dict)
    program.close()
    program.session.files.drop_temporary()
    again = phone.open()
    assert again.message("getImageInfo", {"src": info["avatarUrl"]}) == "getImageInfo:ok"


def test_a_new_avatar_has_a_new_address(phone: Phone, tmp_path: Path) -> None:
    program = allowed(phone)
    before = program.result("getUserInfo")["userInfo"]
    (tmp_path / "me.png").write_bytes(avatar_png(9))
    phone.owner.change(Profile("Ann", tmp_path / "me.png"))
    after = program.result("getUserInfo")["userInfo"]
    assert isinstance(before, dict)
    assert isinstance(after, dict)
    assert before["avatarUrl"] != after["avatarUrl"]


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
