"""The host's two languages."""

import ast
import errno
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from miniapp_host import paths
from miniapp_host.permissions.scopes import SCOPES
from miniapp_host.programs.json_text import JsonError, parse_json
from miniapp_host.texts import Language, Sentence, Text, Texts, ToldError
from tests.chinese_words import faults, said, tables

I18N = paths.resources() / "i18n"
PACKAGE = Path(paths.__file__).parent
COMPUTER = re.compile("computer|machine")
FIELD = re.compile(r"{(\w+)}")


def test_english_is_what_the_code_says() -> None:
    assert Texts(Language.EN, I18N)("Allow") == "Allow"


def test_chinese_comes_from_the_tables() -> None:
    assert Texts(Language.ZH, I18N)("Allow") == "允许"


def test_a_sentence_nobody_translated_stays_english(tmp_path: Path) -> None:
    assert Texts(Language.ZH, tmp_path)("Allow {name}", name="A") == "Allow A"


def test_fields_are_filled_in_after_translation() -> None:
    told = Texts(Language.ZH, I18N)("Delete “{name}”?", name="A")
    assert "A" in told
    assert told != "Delete “A”?"


def test_records_carry_both_languages() -> None:
    texts = Texts(Language.EN, I18N)
    assert texts.of(Text("yes", "是")) == "yes"
    texts.language = Language.ZH
    assert texts.of(Text("yes", "是")) == "是"


def test_every_scope_speaks_both_languages() -> None:
    for scope in SCOPES:
        assert scope.request.en != scope.request.zh
        assert scope.title.en != scope.title.zh


def test_a_sentence_is_english_until_it_is_said_in_another_language() -> None:
    inner = Sentence("there is no folder {path}", path="src")
    said = Sentence("{place}: {problem}. {remedy}", place="a.json", problem=inner, remedy="x")
    assert said == "a.json: there is no folder src. x"
    assert Texts(Language.EN, I18N).said(said) == said
    assert Texts(Language.ZH, I18N).said(said) == "a.json：没有文件夹 src。x"


def test_an_error_for_a_person_is_one_line_of_english_on_a_terminal() -> None:
    error = ToldError(Sentence("{name} is no picture", name="a\n b.txt"))
    assert str(error) == "a b.txt is no picture"
    assert Texts(Language.ZH, I18N).said(error) == "a\n b.txt 不是图片"


def literals(*called: str) -> list[tuple[str, str]]:
    """(module, text) of every call of the host with one of these names and a text as it stands."""
    found: set[tuple[str, str]] = set()
    for module in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Name(id=name) | ast.Attribute(attr=name),
                    args=[ast.Constant(value=str(text)), *_],
                ) if name in called:
                    found.add((module.name, text))
    return sorted(found)


def test_every_sentence_that_the_host_may_say_has_its_chinese() -> None:
    said, told = literals("texts", "_texts"), literals("Sentence")
    chinese = Texts(Language.ZH, I18N)
    assert len(said) > 60
    assert len(told) > 40
    assert [one for one in said + told if chinese(one[1]) == one[1]] == []
    other_fields = [
        one
        for one in said + told
        if set(FIELD.findall(chinese(one[1]))) != set(FIELD.findall(one[1]))
    ]
    assert other_fields == []


def nodes() -> Iterator[tuple[str, ast.AST]]:
    for module in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            yield module.name, node


def made_of_one_sentence(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.ClassDef)
        and any(isinstance(base, ast.Name) and base.id == "ToldError" for base in node.bases)
        and not any(isinstance(one, ast.FunctionDef) for one in node.body)
    )


def test_no_error_for_a_person_is_made_of_words_that_have_no_chinese() -> None:
    """What was a sentence stays one: a plain text, an f-string and `str(error)` are English."""
    errors = {node.name for _, node in nodes() if made_of_one_sentence(node)}
    made = [
        (module, ast.unparse(node))
        for module, node in nodes()
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in errors
    ]
    assert errors >= {"OpenError", "PackageError"}
    assert len(made) >= 8
    assert [one for one in made if re.search(r"Error\((f?['\"]|str\()", one[1])] == []


def test_chinese_is_set_as_chinese() -> None:
    """Full-width marks, a space beside Latin words, and 你: a person reads one hand everywhere."""
    wrong = [(one, faults(one)) for words in said().values() for one in words if faults(one)]
    assert wrong == []


def test_the_phone_and_the_computer_are_told_apart_in_chinese() -> None:
    """本机 is the phone; the computer that it runs on is 这台电脑."""
    wrong = [pair for pair in tables() if "本机" in pair[1] and COMPUTER.search(pair[0])]
    assert wrong == []


def test_no_two_tables_differ_about_a_sentence() -> None:
    """The last table that is read would win, whoever asks."""
    chinese = dict(tables())
    assert [pair for pair in tables() if chinese[pair[0]] != pair[1]] == []


def test_what_is_shown_has_the_apostrophes_of_print_and_code_keeps_its_own() -> None:
    english = Texts(Language.EN, I18N)
    assert english("This can't be opened") == "This can’t be opened"
    assert english.of(Text("the phone's", "手机的")) == "the phone’s"
    assert english("Write {word}", word="it's 'a'") == "Write it's 'a'"
    assert english("Expected '=' after a key") == "Expected '=' after a key"


def test_there_are_sentences_to_look_at() -> None:
    assert len(said()) > 800


def test_nobody_else_chooses_between_the_languages() -> None:
    """Who has something to say has `Texts`; only the settings know which languages there are."""
    choosing = {
        module.name
        for module in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in {"EN", "ZH", "en", "zh"}
    }
    assert choosing <= {"texts.py", "appearance.py", "host_settings.py", "looks_card.py"}


@pytest.mark.parametrize(
    "text",
    ["{", '{"a" 1}', '{"a": 1 "b": 2}', "{} {}", '{"a', r'{"a": "\x"}', r'{"a": "\u12"}', "["],
)
def test_every_mistake_in_a_json_file_is_told_in_chinese(text: str) -> None:
    with pytest.raises(JsonError) as caught:
        parse_json(text)
    assert not Texts(Language.ZH, I18N).said(caught.value.problem).replace("uXXXX", "").isascii()


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO, errno.EDQUOT])
def test_what_a_disk_refuses_is_told_in_chinese(code: int) -> None:
    refused = OSError(code, os.strerror(code), "/somewhere")
    assert not Texts(Language.ZH, I18N).said(refused).isascii()
