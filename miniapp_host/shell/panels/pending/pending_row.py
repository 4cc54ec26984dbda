"""What the panel Pending says of one open question: words and columns."""

from collections.abc import Sequence
from dataclasses import dataclass

from miniapp_host.permissions.prompts import Answer, Prompt
from miniapp_host.permissions.questions import Place, Question
from miniapp_host.shell.inspector.detail import DetailText, Fact, Remedy
from miniapp_host.shell.inspector.record_model import Column
from miniapp_host.shell.inspector.table_cell import Cut, TableCell
from miniapp_host.shell.kit.theme import Tone
from miniapp_host.texts import Text, Texts

PLACE_WORDS: dict[Place, Text] = {
    Place.SHOWN: Text("on the screen", "正在屏幕上"),
    Place.IN_LINE: Text("waits its turn", "排队中"),
    Place.HELD_BACK: Text("program in the background", "小程序在后台"),
}
_PLACE_DOTS: dict[Place, Tone] = {
    Place.SHOWN: "link",
    Place.IN_LINE: "fg_2",
    Place.HELD_BACK: "fg_2",
}
ANSWER_LABELS: dict[Answer, Text] = {
    Answer.ALLOW: Text("Allow", "允许"),
    Answer.REJECT: Text("Reject", "拒绝"),
    Answer.DISMISS: Text("Dismiss", "关闭询问"),
}


@dataclass(frozen=True)
class PendingRow:
    """One open question, and the names of the interfaces that wait for its answer."""

    question: Question
    names: tuple[str, ...]

    @property
    def prompt(self) -> Prompt:
        """What is asked, of whom."""
        return self.question.prompt


def pending_columns(texts: Texts) -> Sequence[Column[PendingRow]]:
    """The columns, left to right, in the language of `texts`."""

    def since(row: PendingRow) -> TableCell:
        return TableCell(f"{row.question.since.astimezone():%H:%M:%S}", tone="fg_1", code=True)

    def program(row: PendingRow) -> TableCell:
        return TableCell(said_program(row))

    def scope(row: PendingRow) -> TableCell:
        return TableCell(texts.of(row.prompt.scope.title), icon=row.prompt.scope.icon)

    def place(row: PendingRow) -> TableCell:
        found = row.question.place
        return TableCell(texts.of(PLACE_WORDS[found]), dot=_PLACE_DOTS[found])

    def calls(row: PendingRow) -> TableCell:
        text = f"{row.question.calls}  {', '.join(row.names)}".rstrip()
        return TableCell(text, tone="fg_1", code=True, cut=Cut.END)

    return (
        Column(texts("Since"), since, 80, value=_asked_at),
        Column(texts("Program"), program, 140),
        Column(texts("Permission"), scope, 170),
        Column(texts("Where"), place, 150, shown_from=620),
        Column(texts("Calls"), calls, 120, stretches=True, value=_calls),
    )


def _asked_at(row: PendingRow) -> float:
    return row.question.since.timestamp()


def _calls(row: PendingRow) -> float:
    return row.question.calls


def detail_of(row: PendingRow, texts: Texts) -> DetailText:
    """What is said of `row`; a remedy is named after the answer that it gives."""
    prompt = row.prompt
    words = "{program} asks for {scope}; 1 call waits."
    if row.question.calls != 1:
        words = "{program} asks for {scope}; {count} calls wait."
    sentence = texts(
        words,
        program=said_program(row),
        scope=texts.of(prompt.scope.title),
        count=row.question.calls,
    )
    remedies = [Remedy(answer.value, texts.of(label)) for answer, label in ANSWER_LABELS.items()]
    kept = texts("yes") if prompt.remembered else texts("no, it is asked at each call")
    facts = (
        Fact(texts("Scope"), prompt.scope.id, code=True),
        Fact(texts("Purpose"), prompt.purpose),
        Fact(texts("Interfaces"), ", ".join(row.names), code=True),
        Fact(texts("Where"), texts.of(PLACE_WORDS[row.question.place])),
        Fact(texts("Since"), f"{row.question.since.astimezone():%Y-%m-%d %H:%M:%S}", code=True),
        Fact(texts("Appid"), prompt.requester.appid, code=True),
        Fact(texts("Answer is kept"), kept),
    )
    return DetailText(sentence, remedies, [fact for fact in facts if fact.text])


def said_program(row: PendingRow) -> str:
    """The program's name, with its version unless that is the usual one."""
    name, version = row.prompt.requester.name, row.prompt.subject.version
    return name if version == "develop" else f"{name} ({version})"
