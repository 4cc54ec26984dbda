"""Toast, loading note, modal, action sheet, and the size of the window."""

from miniapp_host.api.calls.call import LONGEST_SHOWN, Call, CallError, Errno
from miniapp_host.api.calls.endpoint import Endpoint, Kind, Parameter
from miniapp_host.api.calls.screen import (
    ActionSheet,
    Modal,
    ModalAnswer,
    Toast,
    ToastIcon,
)
from miniapp_host.api.files.local_files import local_file
from miniapp_host.permissions.prompts import shortened, width_of
from miniapp_host.programs.usual_colours import MODAL_CANCEL, MODAL_CONFIRM, SHEET_ITEM

BUTTON_WIDTH = 8
"""The width in half-width characters: four Chinese ones."""
MOST_ITEMS = 6
_LONGEST_CONTENT = 20_000
"""The characters of a modal's content, which may be terms of use."""
_LONGEST_TOAST_MS = 24 * 60 * 60 * 1000


class Interaction:
    """Checks the arguments of what a program wants shown; the screen shows it."""

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The family's calls."""
        title = Parameter("title")
        size = (Parameter("width", Kind.NUMBER), Parameter("height", Kind.NUMBER))
        texts = ("title", "content", "cancelText", "confirmText", "cancelColor", "confirmColor")
        return (
            Endpoint("showToast", show_toast, parameters=(title,)),
            Endpoint("hideToast", hide_toast),
            Endpoint("showLoading", show_loading, parameters=(title,)),
            Endpoint("hideLoading", hide_loading),
            Endpoint(
                "showModal",
                show_modal,
                parameters=tuple(Parameter(name, required=False) for name in texts),
            ),
            Endpoint(
                "showActionSheet",
                show_action_sheet,
                parameters=(Parameter("itemList", Kind.ARRAY),),
            ),
            Endpoint("setWindowSize", set_window_size, parameters=size),
        )


def set_window_size(call: Call) -> None:
    """Set the window's height, as near as it can be; its width is fixed."""
    call.session.screen.ask_for_height(round(call.number("height", 0)))
    call.ok()


def show_toast(call: Call) -> None:
    """Show a toast; an unknown icon counts as success, the default."""
    duration = round(call.number("duration", 1500))
    toast = Toast(
        title=call.shown("title"),
        icon=_icon(call.string("icon")),
        image=_image(call),
        duration_ms=max(0, min(_LONGEST_TOAST_MS, duration)),
        mask=call.flag("mask"),
    )
    call.session.screen.show_toast(toast)
    call.ok()


def show_loading(call: Call) -> None:
    """Show a loading note until it is hidden."""
    call.session.screen.show_toast(
        Toast(call.shown("title"), ToastIcon.LOADING, duration_ms=None, mask=call.flag("mask"))
    )
    call.ok()


def hide_toast(call: Call) -> None:
    """Hide the toast, also a loading note, as on the phone."""
    call.session.screen.hide_toast(loading=False)
    call.ok()


def hide_loading(call: Call) -> None:
    """Hide the loading note; a toast that has replaced it stays."""
    call.session.screen.hide_toast(loading=True)
    call.ok()


def show_modal(call: Call) -> None:
    """Show the question; its confirm button counts as a tap for opening settings."""
    editable = call.flag("editable")

    def on_answer(answer: ModalAnswer) -> None:
        if answer.confirm:
            call.session.taps.record()
        content = (answer.content or "") if editable and answer.confirm else None
        call.ok({"confirm": answer.confirm, "cancel": not answer.confirm, "content": content})

    call.session.screen.show_modal(_modal(call, editable), call.later(on_answer))


def show_action_sheet(call: Call) -> None:
    """Show one to six texts to choose from; raises CallError for anything else."""
    given = call.arguments["itemList"]
    items = given if isinstance(given, list) else []
    if not items:
        raise CallError("parameter error: parameter.itemList should have at least 1 item;")
    if len(items) > MOST_ITEMS:
        raise CallError(f"parameter error: itemList should not be larger than {MOST_ITEMS}")

    def on_choice(index: int | None) -> None:
        if index is None:
            call.fail("cancel", Errno.CANCEL)
        else:
            call.ok({"tapIndex": index})

    sheet = ActionSheet(
        tuple(shortened(str(item), LONGEST_SHOWN) for item in items),
        call.string("itemColor", SHEET_ITEM),
        call.shown("alertText"),
    )
    call.session.screen.show_action_sheet(sheet, call.later(on_choice))


def _modal(call: Call, editable: bool) -> Modal:
    texts = call.session.texts
    return Modal(
        title=call.shown("title"),
        content=call.shown("content", longest=_LONGEST_CONTENT),
        show_cancel=call.flag("showCancel", default=True),
        cancel_text=_button(call, "cancelText", texts("Cancel")),
        cancel_color=call.string("cancelColor", MODAL_CANCEL),
        confirm_text=_button(call, "confirmText", texts("OK")),
        confirm_color=call.string("confirmColor", MODAL_CONFIRM),
        editable=editable,
        placeholder=call.shown("placeholderText"),
    )


def _button(call: Call, name: str, default: str) -> str:
    text = call.string(name) or default
    if len(text) > BUTTON_WIDTH or width_of(text) > BUTTON_WIDTH:
        raise CallError(f"{name} length should not larger than 4 Chinese characters")
    return text


def _icon(name: str) -> ToastIcon:
    icons = {icon.value: icon for icon in ToastIcon}
    return icons.get(name, ToastIcon.SUCCESS)


def _image(call: Call) -> str | None:
    """The picture of a toast; one that is missing is left out, and the toast is shown."""
    source = call.string("image")
    try:
        return str(local_file(call.session, source)) if source else None
    except CallError:
        return None
