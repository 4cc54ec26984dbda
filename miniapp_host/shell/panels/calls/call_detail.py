"""All about one call: the sentence that says why, what helps, the facts, the arguments."""

import json

from miniapp_host.api.calls.journal import CallRecord
from miniapp_host.api.calls.why import Help, Why
from miniapp_host.shell.inspector.detail import DetailText, DetailTree, Fact, Remedy
from miniapp_host.shell.panels.calls.call_words import said_how, said_seconds
from miniapp_host.texts import Text, Texts

HELP_LABELS: dict[Help, Text] = {
    Help.OPEN_SETTINGS: Text("Open settings", "打开设置"),
    Help.ASK_AGAIN: Text("Ask again", "重新询问"),
    Help.SWITCH_ON: Text("Switch on", "打开开关"),
    Help.DECLARE: Text("Copy what is missing", "复制缺少的内容"),
    Help.ANSWER: Text("Show the question", "查看询问"),
}


def detail_of(record: CallRecord, why: Why, texts: Texts) -> DetailText:
    """What is said of `record`, in the language of `texts`."""
    remedies = [Remedy(one.value, texts.of(HELP_LABELS[one])) for one in why.helps]
    arguments = _as_value(record.arguments)
    trees = [DetailTree(texts("Arguments"), arguments)] if arguments is not None else []
    return DetailText(why.sentence, remedies, _facts(record, texts), trees)


def _facts(record: CallRecord, texts: Texts) -> list[Fact]:
    took = said_seconds(record.seconds)
    answered = "" if record.result is None else record.result
    number = f" ({record.errno})" if record.errno is not None else ""
    rows = [
        Fact(texts("Interface"), f"wx.{record.name}", code=True),
        Fact(texts("Result"), answered + number, code=True),
        Fact(texts("Permission"), record.scope or "", code=True),
        Fact(texts("Decided"), said_how(record, texts)),
        Fact(texts("Page"), record.page, code=True),
        Fact(texts("Time"), f"{record.at.astimezone():%Y-%m-%d %H:%M:%S.%f}"[:-3], code=True),
        Fact(texts("Took"), took, code=True),
    ]
    if _as_value(record.arguments) is None:
        rows.append(Fact(texts("Arguments"), record.arguments, code=True))
    return [row for row in rows if row.text]


def _as_value(arguments: str) -> object:
    """The arguments as a value; None if their text was cut, or says nothing."""
    try:
        return json.loads(arguments) or None
    except ValueError:
        return None
