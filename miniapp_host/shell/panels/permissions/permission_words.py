"""What columns and detail say of a scope: words, colours, dates."""

from datetime import datetime

from miniapp_host.api.calls.ways import Way
from miniapp_host.api.calls.why import day_and_time
from miniapp_host.permissions.decisions import Actor, Decision
from miniapp_host.permissions.history import Entry
from miniapp_host.shell.kit.theme import Tone
from miniapp_host.shell.panels.permissions.permission_row import PermissionRow
from miniapp_host.texts import Text, Texts

STATE_WORDS: dict[Decision | None, Text] = {
    Decision.GRANTED: Text("granted", "已允许"),
    Decision.DENIED: Text("denied", "已拒绝"),
    Decision.UNDECIDED: Text("undecided", "未决定"),
    None: Text("can't be read", "无法读取"),
}
_STATE_DOTS: dict[Decision | None, Tone] = {
    Decision.GRANTED: "brand",
    Decision.DENIED: "red",
    Decision.UNDECIDED: "fg_2",
    None: "fg_2",
}
ACTOR_WORDS: dict[Actor, Text] = {
    Actor.PROMPT: Text("at the prompt", "授权弹窗"),
    Actor.SETTINGS: Text("in the settings", "设置"),
    Actor.COMMAND: Text("by the command line", "命令行"),
    Actor.SCRIPT: Text("by a script", "脚本"),
    Actor.EARLIER: Text("before there was a history", "开始记录历史之前"),
    Actor.OUTSIDE: Text("by another phone", "另一部手机"),
    Actor.DELETION: Text("with the program", "随小程序删除"),
}
WAY_WORDS: dict[Way, Text] = {
    Way.ALLOWED: Text("allowed", "允许"),
    Way.REJECTED: Text("rejected", "拒绝"),
    Way.DISMISSED: Text("dismissed", "关闭询问"),
    Way.DENIED_BEFORE: Text("denied before", "之前已拒绝"),
    Way.ALLOWED_AGAIN: Text("allowed again in settings", "在设置中重新允许"),
    Way.SWITCHED_OFF: Text("switched off on the phone", "手机已关闭"),
}
_ASKING = Text("asking", "询问中")
_NOT_NEEDED = Text("not needed", "无需")
_MISSING = Text("missing", "缺少")


def said_when(entry: Entry | None, texts: Texts) -> str:
    """The local day and time of an entry; empty if they are not known."""
    if entry is None or entry.at is None:
        return ""
    return day_and_time(entry.at.astimezone(), datetime.now().astimezone(), texts)


def said_who(entry: Entry | None, texts: Texts) -> str:
    """By whom, in two or three words."""
    return texts.of(ACTOR_WORDS[entry.actor]) if entry is not None else ""


def said_state(row: PermissionRow, texts: Texts) -> str:
    """The state in a word."""
    return texts.of(_ASKING if is_asked(row) else STATE_WORDS[row.decision])


def state_dot(row: PermissionRow) -> Tone:
    """The colour of the state."""
    return "link" if is_asked(row) else _STATE_DOTS[row.decision]


def is_asked(row: PermissionRow) -> bool:
    """Whether its state is that the person is being asked."""
    return row.asking and row.decision is Decision.UNDECIDED


def said_purpose(row: PermissionRow, texts: Texts) -> str:
    """app.json's text, or whether it would be needed."""
    if row.has_purpose:
        return " ".join(texts.of(row.purpose).split())
    return texts.of(_MISSING if row.scope.purpose_required else _NOT_NEEDED)


def said_declared(row: PermissionRow, texts: Texts) -> str:
    """The interfaces that app.json declares, or whether it would have to."""
    if not row.declarable:
        return texts.of(_NOT_NEEDED)
    return ", ".join(row.declared) or texts.of(_MISSING)


def said_ways(row: PermissionRow) -> str:
    """How many of the ways this run has seen."""
    return f"{len(row.seen.intersection(row.ways))} / {len(row.ways)}"


def said_in_a_sentence(row: PermissionRow, texts: Texts) -> str:
    """Scope and state, since when and by whom."""
    title, state, last = texts.of(row.scope.title), said_state(row, texts), row.last
    if is_asked(row):
        return texts("{scope}: the person is being asked.", scope=title)
    if last is None:
        return texts("{scope}: {state}.", scope=title, state=state)
    since, who = said_when(last, texts), said_who(last, texts)
    if not since:
        return texts("{scope}: {state}, {who}.", scope=title, state=state, who=who)
    words = "{scope}: {state} since {when}, {who}."
    return texts(words, scope=title, state=state, when=since, who=who)
