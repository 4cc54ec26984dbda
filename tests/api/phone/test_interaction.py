from pathlib import Path

import pytest

from miniapp_host.api.calls.screen import ActionSheet, Modal, Toast, ToastIcon
from miniapp_host.devices.drawing import avatar_png
from miniapp_host.texts import Language
from tests.api.pretend_phone import Phone


def test_a_toast_is_shown_for_a_second_and_a_half_unless_it_says_otherwise(phone: Phone) -> None:
    program = phone.open()
    assert program.message("showToast", {"title": "Saved"}) == "showToast:ok"
    program.call("showToast", {"title": "x", "icon": "none", "duration": 3000, "mask": True})
    assert program.screen.toasts == [
        Toast("Saved", ToastIcon.SUCCESS, None, 1500, False),
        Toast("x", ToastIcon.NONE, None, 3000, True),
    ]


@pytest.mark.parametrize(
    ("icon", "shown"),
    [
        ("error", ToastIcon.ERROR),
        ("loading", ToastIcon.LOADING),
        ("fail", ToastIcon.SUCCESS),
        (5, ToastIcon.SUCCESS),
    ],
)
def test_an_unknown_icon_is_the_usual_one(phone: Phone, icon: object, shown: ToastIcon) -> None:
    program = phone.open()
    program.call("showToast", {"title": "x", "icon": icon})
    assert program.screen.toasts[0].icon is shown


@pytest.mark.parametrize(("duration", "shown"), [(-1, 0), ("3000", 1500), (1e12, 86_400_000)])
def test_a_toasts_duration_is_kept_within_reason(
    phone: Phone, duration: object, shown: int
) -> None:
    program = phone.open()
    program.call("showToast", {"title": "x", "duration": duration})
    assert program.screen.toasts[0].duration_ms == shown


def test_a_toasts_picture_is_a_file_of_the_program_or_left_out(phone: Phone) -> None:
    program = phone.open(files={"ok.png": avatar_png(8)})
    for image in ("/ok.png", "/no.png", "https://example.com/a.png"):
        program.call("showToast", {"title": "x", "image": image})
    first, *others = program.screen.toasts
    assert first.image is not None
    assert Path(first.image).read_bytes() == avatar_png(8)
    assert [toast.image for toast in others] == [None, None]


def test_a_loading_note_stays_until_it_is_hidden(phone: Phone) -> None:
    program = phone.open()
    program.call("showLoading", {"title": "Wait", "mask": True})
    assert program.screen.toasts == [Toast("Wait", ToastIcon.LOADING, None, None, True)]
    assert program.message("hideLoading") == "hideLoading:ok"
    assert program.message("hideToast") == "hideToast:ok"
    assert program.screen.hidden == [True, False]


def test_a_modal_has_the_phones_buttons_unless_it_brings_its_own(phone: Phone) -> None:
    program = phone.open()
    program.call("showModal", {"title": "Sure?", "content": "It goes."})
    english = phone.open("second")
    phone.texts.language = Language.EN
    english.call("showModal", {"cancelText": "No", "confirmText": "Yes", "showCancel": False})
    assert program.screen.modals[0][0] == Modal(
        title="Sure?",
        content="It goes.",
        show_cancel=True,
        cancel_text="取消",
        cancel_color="#000000",
        confirm_text="确定",
        confirm_color="#576B95",
    )
    shown = english.screen.modals[0][0]
    assert (shown.cancel_text, shown.confirm_text, shown.show_cancel) == ("No", "Yes", False)
    english.call("showModal")
    shown = english.screen.modals[1][0]
    assert (shown.cancel_text, shown.confirm_text) == ("Cancel", "OK")


@pytest.mark.parametrize("confirm", [True, False])
def test_a_modal_tells_which_button_was_pressed(phone: Phone, confirm: bool) -> None:
    program = phone.open()
    answers = program.call("showModal", {"content": "x"})
    program.screen.press(confirm, content="not asked for")
    assert answers == [
        {"confirm": confirm, "cancel": not confirm, "content": None, "errMsg": "showModal:ok"}
    ]
    assert program.session.taps.fresh() is confirm


def test_an_editable_modal_gives_the_text_that_was_confirmed(phone: Phone) -> None:
    program = phone.open()
    arguments = {"editable": True, "placeholderText": "Name", "content": "Ann"}
    confirmed = program.call("showModal", arguments)
    program.screen.press(confirm=True, content="Bob")
    cancelled = program.call("showModal", arguments)
    program.screen.press(confirm=False, content="Bob")
    modal = program.screen.modals[0][0]
    assert (modal.editable, modal.placeholder, modal.content) == (True, "Name", "Ann")
    assert confirmed[0]["content"] == "Bob"
    assert cancelled[0]["content"] is None


@pytest.mark.parametrize("name", ["cancelText", "confirmText"])
@pytest.mark.parametrize(
    ("text", "fits"),
    [("去设置页", True), ("去设置页面", False), ("Settings", True), ("x" * 9, False)],
)
def test_a_modals_button_holds_four_chinese_characters(
    phone: Phone, name: str, text: str, fits: bool
) -> None:
    program = phone.open()
    answers = program.call("showModal", {name: text})
    if fits:
        assert len(program.screen.modals) == 1
    else:
        reason = f"{name} length should not larger than 4 Chinese characters"
        assert answers == [{"errMsg": f"showModal:fail {reason}"}]


@pytest.mark.parametrize("name", ["title", "content", "cancelText", "confirmColor"])
def test_a_modals_texts_must_be_texts(phone: Phone, name: str) -> None:
    message = phone.open().message("showModal", {name: 404})
    expected = f"parameter error: parameter.{name} should be String instead of Number;"
    assert message == f"showModal:fail {expected}"


def test_a_sheets_choice_is_its_number_and_none_is_a_cancel(phone: Phone) -> None:
    program = phone.open()
    chosen = program.call("showActionSheet", {"itemList": ["A", "B"], "alertText": "Which?"})
    program.screen.sheets[0][1](1)
    left = program.call("showActionSheet", {"itemList": ["A"], "itemColor": "#f00"})
    program.screen.sheets[1][1](None)
    assert program.screen.sheets[0][0] == ActionSheet(("A", "B"), "#000000", "Which?")
    assert program.screen.sheets[1][0].color == "#f00"
    assert chosen == [{"tapIndex": 1, "errMsg": "showActionSheet:ok"}]
    assert left == [{"errMsg": "showActionSheet:fail cancel", "errno": 1}]


def test_a_sheet_has_one_to_six_items(phone: Phone) -> None:
    program = phone.open()
    assert "at least 1 item" in str(program.message("showActionSheet", {"itemList": []}))
    message = program.message("showActionSheet", {"itemList": ["x"] * 7})
    expected = "parameter error: itemList should not be larger than 6"
    assert message == f"showActionSheet:fail {expected}"
    assert program.screen.sheets == []


def test_a_program_may_ask_for_another_height(phone: Phone) -> None:
    program = phone.open()
    assert program.message("setWindowSize", {"width": 800, "height": 600.4}) == "setWindowSize:ok"
    assert program.screen.heights == [600]


def test_a_size_needs_both_numbers(phone: Phone) -> None:
    program = phone.open()
    assert program.result("setWindowSize", {"height": 600})["errno"] == 1001
    assert program.screen.heights == []


ENDLESS = "字" * 100_000


def test_what_is_shown_is_cut_where_it_comes_in(phone: Phone) -> None:
    program = phone.open()
    program.call("showToast", {"title": ENDLESS})
    program.call("showModal", {"title": ENDLESS, "content": ENDLESS})
    program.call("showActionSheet", {"itemList": [ENDLESS], "alertText": ENDLESS})
    (modal, _), (sheet, _) = program.screen.modals[0], program.screen.sheets[0]
    shown = (program.screen.toasts[0].title, modal.title, *sheet.items, sheet.alert_text)
    assert [(len(text), text[-1]) for text in shown] == [(2000, "…")] * 4
    assert (len(modal.content), modal.content[-1]) == (20_000, "…")


def test_terms_of_use_are_shown_whole(phone: Phone) -> None:
    program = phone.open()
    program.call("showModal", {"content": "字" * 20_000})
    assert program.screen.modals[0][0].content == "字" * 20_000
