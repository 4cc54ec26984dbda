from miniapp_host.devices.clipboard import PhoneClipboard


def test_the_phones_clipboard_is_empty_at_first_and_holds_the_last_text() -> None:
    clipboard = PhoneClipboard()
    assert clipboard.text() == ""
    clipboard.copy("one")
    clipboard.copy("two")
    assert clipboard.text() == "two"


def test_who_watches_hears_what_was_copied() -> None:
    clipboard = PhoneClipboard()
    heard: list[str] = []
    unwatch = clipboard.watch(heard.append)
    clipboard.copy("one")
    unwatch()
    clipboard.copy("two")
    assert heard == ["one"]
