import pytest

from tests.api.pretend_phone import Phone

VALUES: list[object] = [None, 0, 1.5, "", "小程序", True, [], {}, {"a": [1, {"b": None}]}, "x\x00"]


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_a_value_comes_back_as_it_was_kept(phone: Phone, value: object) -> None:
    program = phone.open()
    assert program.message("setStorage", {"key": "k", "data": value}) == "setStorage:ok"
    assert program.result("getStorage", {"key": "k"}) == {"data": value, "errMsg": "getStorage:ok"}
    assert program.sync("setStorageSync", "s", value) == {"value": None}
    assert program.sync("getStorageSync", "s") == {"value": value}


def test_what_was_never_kept_is_a_failure_or_an_empty_text(phone: Phone) -> None:
    program = phone.open()
    result = program.result("getStorage", {"key": "k"})
    assert result == {"errMsg": "getStorage:fail data not found"}
    assert program.sync("getStorageSync", "k") == {"value": ""}


def test_keeping_nothing_keeps_an_empty_text(phone: Phone) -> None:
    program = phone.open()
    program.call("setStorage", {"key": "k"})
    program.sync("setStorageSync", "s")
    assert program.result("getStorage", {"key": "k"})["data"] == ""
    assert program.sync("getStorageSync", "s") == {"value": ""}


def test_removed_and_cleared_keys_are_gone(phone: Phone) -> None:
    program = phone.open()
    for key in "abcd":
        program.sync("setStorageSync", key, key)
    program.call("removeStorage", {"key": "a"})
    program.sync("removeStorageSync", "b")
    assert program.result("getStorageInfo")["keys"] == ["c", "d"]
    assert program.message("clearStorage") == "clearStorage:ok"
    program.sync("setStorageSync", "e", 1)
    assert program.sync("clearStorageSync") == {"value": None}
    info = program.sync("getStorageInfoSync")["value"]
    assert isinstance(info, dict)
    assert info["keys"] == []
    assert info["limitSize"] == 10 * 1024


def test_every_program_has_its_own_keys_and_all_its_versions_share_them(phone: Phone) -> None:
    phone.open("first").sync("setStorageSync", "k", 1)
    assert phone.open("second").sync("getStorageSync", "k") == {"value": ""}
    assert phone.open("first", "trial").sync("getStorageSync", "k") == {"value": 1}


def test_what_does_not_fit_is_not_kept(phone: Phone) -> None:
    program = phone.open()
    big = "x" * (1024 * 1024 + 1)
    message = str(program.message("setStorage", {"key": "k", "data": big}))
    assert message.startswith("setStorage:fail ")
    assert str(program.sync("setStorageSync", "k", big)["error"]).startswith("setStorageSync:fail")
    assert program.sync("getStorageSync", "k") == {"value": ""}


@pytest.mark.parametrize(
    ("key", "found"), [(None, "Null"), (5, "Number"), ({}, "Object"), (..., "Undefined")]
)
@pytest.mark.parametrize("name", ["setStorageSync", "getStorageSync", "removeStorageSync"])
def test_a_key_must_be_a_text(phone: Phone, name: str, key: object, found: str) -> None:
    arguments = [] if key is ... else [key]
    expected = f"parameter error: parameter.key should be String instead of {found};"
    assert phone.open().sync(name, *arguments)["error"] == f"{name}:fail {expected}"


def test_half_a_character_is_kept_as_javascript_keeps_it(phone: Phone) -> None:
    program = phone.open()
    program.sync("setStorageSync", "\ud83d", "\ude00")
    assert program.sync("getStorageSync", "\ud83d") == {"value": "\ude00"}
