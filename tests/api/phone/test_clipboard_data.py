from miniapp_host.api.calls.screen import ToastIcon
from miniapp_host.texts import Language
from tests.api.pretend_phone import Phone


def test_what_a_program_copies_another_can_read(phone: Phone) -> None:
    phone.open("first").call("setClipboardData", {"data": "hello"})
    result = phone.open("second").result("getClipboardData")
    assert result == {"data": "hello", "errMsg": "getClipboardData:ok"}


def test_the_phone_says_that_something_was_copied(phone: Phone) -> None:
    program = phone.open()
    assert program.message("setClipboardData", {"data": ""}) == "setClipboardData:ok"
    phone.texts.language = Language.EN
    program.call("setClipboardData", {"data": "x"})
    assert [toast.title for toast in program.screen.toasts] == ["内容已复制", "Copied"]
    assert all(toast.icon is ToastIcon.NONE for toast in program.screen.toasts)


def test_an_empty_clipboard_is_an_empty_text(phone: Phone) -> None:
    assert phone.open().result("getClipboardData")["data"] == ""
