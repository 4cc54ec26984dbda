"""Rows of Vant Weapp's example pages where something is typed, counted, turned or chosen."""

import re

from tests.corpus.libraries.rows import Of, Row, enter, hold, press, row, see, swipe, tap
from tests.corpus.libraries.vant_sheets import block

_BLUE, _RED, _GREY = "#1989fa", "#ee0a24", "#c8c9cc"
_CLEAR = "rgba(0, 0, 0, 0)"
_DISC = ".van-checkbox__icon"
_RING = ".van-radio__icon"
_STAR = ".van-rate__icon"
_ITEM = ".van-picker-column__item"
_CHOSEN = ".van-picker-column__item--selected"

FORM_ROWS: tuple[Row, ...] = (
    row(
        "a checkbox is a blue disc until it is tapped",
        "pages/checkbox/index",
        see(_DISC, width=20, height=20, background_color=_BLUE, border_top_left_radius="100%"),
        tap(_DISC),
        see(_DISC, background_color=_CLEAR, border_top_color=_GREY),
        tap(".van-checkbox__label"),
        see(_DISC, background_color=_BLUE),
    ),
    row(
        "a group takes no third checkbox",
        "pages/checkbox/index",
        tap(block(10, f"wx-c-van-checkbox:nth-of-type(1) {_DISC}")),
        tap(block(10, f"wx-c-van-checkbox:nth-of-type(2) {_DISC}")),
        tap(block(10, f"wx-c-van-checkbox:nth-of-type(3) {_DISC}")),
        see(block(10, f"{_DISC} @2"), background_color=_BLUE),
        see(block(10, f"{_DISC} @3"), background_color=_CLEAR),
    ),
    row(
        "one radio of two is on",
        "pages/radio/index",
        see(_RING, width=20, background_color=_BLUE),
        tap(f"{_RING} @2"),
        see(f"{_RING} @2", background_color=_BLUE),
        see(_RING, background_color=_CLEAR, border_top_color=_GREY),
    ),
    row(
        "a radio in a cell turns by a tap on the cell",
        "pages/radio/index",
        tap(block(9, ".van-cell = 单选框 2")),
        see(block(9, f"{_RING} @2"), background_color=_BLUE),
    ),
    row(
        "a field takes what is typed, and its cross clears it",
        "pages/field/index",
        see(".van-field__control", height=24, color="#323233"),
        enter(".van-field__control", "hello"),
        see(".van-field__control", value="hello"),
        tap(".van-field__clear-root"),
        see(".van-field__control", value=""),
    ),
    row(
        "a field says what is wrong in red",
        "pages/field/index",
        see(".van-field__error-message", "手机号格式错误", color=_RED, font_size=12),
        see(".van-cell--required::before", content='"*"', color=_RED),
        see(".van-field__control--disabled", value="输入框已禁用", color=_GREY),
    ),
    row(
        "a search tells what was sought",
        "pages/search/index",
        see(".van-search__content", height=34, background_color="#f7f8fa"),
        enter(".van-search .van-field__control", "tea"),
        press("Return"),
        see(".van-search .van-field__control", value="tea"),
        see(".van-search__content--round", border_top_left_radius=999),
    ),
    row(
        "stars are lit by a tap",
        "pages/rate/index",
        see(_STAR, font_size=20, color=_RED),
        see(f"{_STAR} @4", color=_GREY),
        tap(f"{_STAR} @5"),
        see(f"{_STAR} @5", color=_RED),
        tap(f"{_STAR} @2"),
        see(f"{_STAR} @3", color=_GREY),
    ),
    row(
        "a finger wipes over the stars",
        "pages/rate/index",
        swipe(_STAR, x=96),
        see(f"{_STAR} @5", color=_RED),
    ),
    row(
        "a slider goes to where it is tapped",
        "pages/slider/index",
        see(".van-slider", width=360, height=2),
        see(".van-slider__button", width=24, height=24, middle=195),
        see(".van-slider__bar", width=180, background_color=_BLUE),
    ),
    row(
        "a slider's button is dragged",
        "pages/slider/index",
        swipe(".van-slider__button", x=90),
        see(".van-slider__button", middle=285),
        see(".van-slider__bar", width=270),
    ),
    row(
        "a slider with steps stands on a step",
        "pages/slider/index",
        swipe(block(5, ".van-slider__button"), x=85),
        see(block(5, ".van-slider__button"), middle=267),
    ),
    row(
        "a slider's own button shows the number",
        "pages/slider/index",
        swipe(block(7, ".van-slider__button-wrapper"), x=36),
        see(".custom-button", "60"),
    ),
    row(
        "a stepper counts by taps",
        "pages/stepper/index",
        see(".van-stepper__input", value="1", width=32, height=28),
        see(".van-stepper__plus", width=28, height=28, background_color="#f2f3f5"),
        tap(".van-stepper__plus"),
        tap(".van-stepper__plus"),
        see(".van-stepper__input", value="3"),
        tap(".van-stepper__minus"),
        see(".van-stepper__input", value="2"),
    ),
    row(
        "a stepper counts on while it is held",
        "pages/stepper/index",
        hold(".van-stepper__plus", 1500),
        see(".van-stepper__input", value=re.compile(r"[4-9]")),
    ),
    row(
        "a stepper stays within its range and keeps its decimals",
        "pages/stepper/index",
        see(".van-stepper__input @3", value="5"),
        tap(".van-stepper__plus @7"),
        see(".van-stepper__input @7", value="1.2"),
    ),
    row(
        "a switch turns, its knob moves",
        "pages/switch/index",
        see(".van-switch", background_color=_BLUE, width=62, height=32),
        see(".van-switch__node", width=30, right=Of(".van-switch", "right", -1)),
        tap(".van-switch"),
        see(".van-switch", background_color="#ffffff"),
        see(".van-switch__node", left=Of(".van-switch", "left", 1)),
    ),
    row(
        "a picker's wheel turns by a tap and by a finger",
        "pages/picker/index",
        see(".van-picker__columns", height=264),
        see(_CHOSEN, "杭州", height=44, centre=Of(".van-picker__frame", "centre")),
        tap(f"{_ITEM} = 温州"),
        see(_CHOSEN, "温州", centre=Of(".van-picker__frame", "centre")),
        see(".van-toast", "Value: 温州, Index：2"),
        swipe(".van-picker__mask", y=-88),
        see(_CHOSEN, "湖州", centre=Of(".van-picker__frame", "centre")),
    ),
    row(
        "a picker's second wheel follows the first",
        "pages/picker/index",
        see(block(4, f"{_CHOSEN} @2"), "温州"),
        tap(block(4, f"{_ITEM} = 福建")),
        see(block(4, _CHOSEN), "福建"),
        see(block(4, f"{_CHOSEN} @2"), "福州"),
    ),
    row(
        "a picker's bar confirms",
        "pages/picker/index",
        see(".van-picker__toolbar", height=44),
        tap(".van-picker__confirm"),
        see(".van-toast", "Value: 杭州, Index：0"),
    ),
    row(
        "the wheels of a date",
        "pages/datetime-picker/index",
        see(_CHOSEN, "2018"),
        see(f"{_CHOSEN} @2", "03"),
        see(f"{_CHOSEN} @3", "31"),
        tap(block(1, f"wx-c-picker-column:nth-of-type(2) {_ITEM} = 04")),
        see(f"{_CHOSEN} @2", "04"),
        see(f"{_CHOSEN} @3", "30"),
    ),
)
