"""What the columns say of a call: words, and the colours of states."""

from miniapp_host.api.calls.journal import CallRecord, How
from miniapp_host.shell.kit.theme import Tone
from miniapp_host.texts import Text, Texts

HOW_WORDS: dict[How, Text] = {
    How.GRANTED_BEFORE: Text("granted before", "之前已允许"),
    How.DENIED_BEFORE: Text("denied before", "之前已拒绝"),
    How.ASKED_ALLOWED: Text("asked: allowed", "询问：已允许"),
    How.ASKED_REJECTED: Text("asked: rejected", "询问：已拒绝"),
    How.ASKED_DISMISSED: Text("asked: dismissed", "询问：已关闭"),
    How.NO_TAP: Text("no tap", "没有点击"),
    How.NOT_DECLARED: Text("not declared", "未声明"),
    How.NO_PURPOSE: Text("no purpose", "未说明用途"),
    How.CONTRACT_REFUSED: Text("contract refused", "未同意隐私保护指引"),
    How.SWITCHED_OFF: Text("switched off", "手机已关闭"),
    How.UNKNOWN_SCOPE: Text("unknown scope", "未知权限"),
    How.NOT_RECORDED: Text("not recorded", "未能记录"),
    How.TAKEN_BACK: Text("taken back", "期间已收回"),
    How.NOT_IN_FRONT: Text("not in front", "不在前台"),
}
ASKING = Text("asking", "询问中")
_ALLOWED = {How.GRANTED_BEFORE, How.ASKED_ALLOWED}
_UNDECIDED = {How.ASKED_DISMISSED, How.NO_TAP, How.NOT_RECORDED}


def said_how(record: CallRecord, texts: Texts) -> str:
    """How the call was decided, in a word or two; empty if nobody decides it."""
    if record.how is None:
        return texts.of(ASKING) if record.waits else ""
    return texts.of(HOW_WORDS[record.how])


def dot_of(record: CallRecord) -> Tone | None:
    """The colour of the state that the call met; None if nobody decides it."""
    if record.how is None:
        return "link" if record.waits else None
    if record.how in _ALLOWED:
        return "brand"
    return "fg_2" if record.how in _UNDECIDED else "red"


def is_guarded(record: CallRecord) -> bool:
    """Whether a permission has to do with the call."""
    return record.scope is not None or record.how is not None


def has_failed(record: CallRecord) -> bool:
    """Whether the program was answered with a failure."""
    return record.result is not None and ":fail" in record.result


def said_seconds(seconds: float | None) -> str:
    """A duration as a person reads it; empty while it lasts."""
    if seconds is None:
        return ""
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.1f} s"
