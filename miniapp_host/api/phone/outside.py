"""Calls, messages, codes and documents: what leads out of the phone is asked about and pretended.

What would need people behind it (openCustomerServiceChat) is not here and fails as not supported.
"""

import base64
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from miniapp_host.api.calls.call import Call, CallError, Errno
from miniapp_host.api.calls.endpoint import Endpoint, Kind, Parameter
from miniapp_host.api.calls.screen import Confirmation, Matter
from miniapp_host.api.files.local_files import local_file
from miniapp_host.texts import Sentence, Text

MOST_TEMPLATES = 5
NO_TEMPLATES, TOO_MANY_TEMPLATES = 10001, 20003
_DOCUMENTS = frozenset(("doc", "docx", "xls", "xlsx", "ppt", "pptx", "pdf"))
_PAYMENT = ("timeStamp", "nonceStr", "package", "paySign")
_NOTHING_SENT = Text("This phone sends nothing.", "这部手机不会真的发送。")
_SHARING = ("showShareMenu", "hideShareMenu", "updateShareMenu")


class Outside:
    """Asks the person; the sheets say that nothing really leaves the phone."""

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The family's calls."""
        number = (Parameter("phoneNumber"),)
        templates = (Parameter("tmplIds", Kind.ARRAY),)
        return (
            Endpoint("makePhoneCall", make_phone_call, parameters=number),
            Endpoint("sendSms", send_message),
            Endpoint("requestPayment", pay, parameters=tuple(map(Parameter, _PAYMENT))),
            Endpoint("scanCode", scan_code),
            Endpoint("openDocument", open_document, parameters=(Parameter("filePath"),)),
            Endpoint("shareFileMessage", share_file, parameters=(Parameter("filePath"),)),
            Endpoint("shareVideoMessage", share_file, parameters=(Parameter("videoPath"),)),
            Endpoint("requestSubscribeMessage", subscribe, guarded=True, parameters=templates),
            *(Endpoint(name, note_sharing) for name in _SHARING),
        )


def make_phone_call(call: Call) -> None:
    """Ask; the program hears that the person pressed Call, and nobody is called."""

    what = Confirmation(
        matter=Matter.CALL,
        title=Text("Make a call", "拨打电话"),
        facts=((Text("Number", "号码"), call.shown("phoneNumber")),),
        confirm=Text("Call", "呼叫"),
        note=Text("This phone makes no real calls.", "这部手机不会真的拨出电话。"),
    )
    _ask(call, what)


def send_message(call: Call) -> None:
    """Ask; the program hears that the person pressed Send, and nothing is sent."""
    facts = (
        (Text("Number", "号码"), call.shown("phoneNumber")),
        (Text("Message", "内容"), call.shown("content")),
    )
    what = Confirmation(
        matter=Matter.MESSAGE,
        title=Text("Send a message", "发送短信"),
        facts=tuple(fact for fact in facts if fact[1]),
        confirm=Text("Send", "发送"),
        note=_NOTHING_SENT,
    )
    _ask(call, what)


def pay(call: Call) -> None:
    """Ask; the program hears what the person pressed, and no money moves.

    The press counts as a tap: programs offer their messages to whoever has just paid.
    """
    what = Confirmation(
        matter=Matter.PAYMENT,
        title=Text("Payment", "支付"),
        facts=((Text("Order", "订单"), call.shown("package")),),
        confirm=Text("Pay", "支付"),
        note=Text(
            "This phone pays nothing. The program will be told that you paid.",
            "这部手机不会真的付款，但小程序会收到支付成功的结果。",
        ),
    )
    call.session.screen.confirm(what, call.later(partial(_paid, call)))


def _paid(call: Call, confirmed: bool) -> None:
    call.session.taps.record()
    _settle(call, confirmed)


def share_file(call: Call) -> None:
    """Ask; the program hears that the person pressed Send, and nothing is sent.

    Raises CallError if there is no such file.
    """
    path = call.string("filePath") or call.string("videoPath")
    file = local_file(call.session, path)
    what = Confirmation(
        matter=Matter.SHARE,
        title=Text("Send to a chat", "发送到聊天"),
        facts=(_size_of(call.shown("fileName") or file.name, file),),
        confirm=Text("Send", "发送"),
        note=_NOTHING_SENT,
    )
    _ask(call, what)


def open_document(call: Call) -> None:
    """Show a document's name and size, which counts as opened.

    Raises CallError if there is no such file or its kind is no document.
    """
    file = local_file(call.session, call.string("filePath"))
    kind = call.string("fileType") or file.suffix.removeprefix(".").lower()
    if kind not in _DOCUMENTS:
        raise CallError("filetype not supported")
    call.session.screen.show_document(file.name, file.stat().st_size)
    call.ok()


def scan_code(call: Call) -> None:
    """Let the person type what the camera would have read; the call fails if they go back."""

    def on_scanned(text: str | None) -> None:
        if not text:
            raise CallError("cancel", Errno.CANCEL)
        call.ok(_scanned(text))

    call.session.screen.scan(call.later(on_scanned))


def subscribe(call: Call) -> None:
    """Ask for all templates together: accept or reject for each id.

    Raises CallError for too few or too many.
    """
    given = call.arguments["tmplIds"]
    ids = [one for one in given if isinstance(one, str)] if isinstance(given, Sequence) else []
    if not ids:
        raise CallError("TmplIds can't be empty", err_code=NO_TEMPLATES)
    if len(ids) > MOST_TEMPLATES:
        raise CallError("Templates count out of max bounds", err_code=TOO_MANY_TEMPLATES)

    def on_answer(confirmed: bool) -> None:
        call.ok(dict.fromkeys(ids, "accept" if confirmed else "reject"))

    what = Confirmation(
        matter=Matter.SUBSCRIBE,
        title=Text("Send you these messages", "发送以下消息"),
        facts=tuple((Text("Template", "消息模板"), one) for one in ids),
        confirm=Text("Allow", "允许"),
        cancel=Text("Reject", "拒绝"),
        note=Text("No message will ever come here.", "这部手机不会收到消息。"),
    )
    call.session.screen.confirm(what, call.later(on_answer))


def note_sharing(call: Call) -> None:
    """Accept the call without effect: the menu never offers sharing."""
    call.session.log_once(
        "info", Sentence("wx.{call}: this phone shares with nobody", call=call.name)
    )
    call.ok()


def _ask(call: Call, what: Confirmation) -> None:
    call.session.screen.confirm(what, call.later(partial(_settle, call)))


def _settle(call: Call, confirmed: bool) -> None:
    if not confirmed:
        raise CallError("cancel", Errno.CANCEL)
    call.ok()


def _size_of(name: str, file: Path) -> tuple[Text, str]:
    """The name and the size of a file, as a fact for the sheet."""
    return (Text("File", "文件"), f"{name} ({max(1, round(file.stat().st_size / 1024))} KB)")


def _scanned(text: str) -> dict[str, object]:
    raw = base64.b64encode(text.encode("utf-8", "replace")).decode("ascii")
    return {
        "result": text,
        "scanType": "QR_CODE",
        "charSet": "utf-8",
        "path": "",
        "rawData": raw,
    }
