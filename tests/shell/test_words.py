"""Every sentence of the phone is there in Chinese, with the same fields."""

import ast
import json
import re
from collections.abc import Iterator

import pytest

from miniapp_host import paths

SHELL = paths.resources().parent / "miniapp_host" / "shell"
FIELD = re.compile(r"{(\w+)}")


def chinese_words() -> dict[str, str]:
    words: dict[str, str] = {}
    for file in sorted((paths.resources() / "i18n" / "zh").glob("*.json")):
        words.update(json.loads(file.read_text("utf-8")))
    return words


def sentences() -> Iterator[tuple[str, str]]:
    """(module, sentence) of every `texts("…")` and `self._texts("…")`."""
    for module in sorted(SHELL.rglob("*.py")):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else None
            name = node.func.id if isinstance(node.func, ast.Name) else called
            first = node.args[0]
            literal = isinstance(first, ast.Constant) and isinstance(first.value, str)
            if name in ("texts", "_texts") and literal:
                yield module.name, first.value


@pytest.mark.parametrize(("module", "sentence"), sorted(set(sentences())))
def test_each_sentence_has_its_chinese(module: str, sentence: str) -> None:
    chinese = chinese_words().get(sentence)
    assert chinese, f"{module}: no Chinese for {sentence!r}"
    assert set(FIELD.findall(chinese)) <= set(FIELD.findall(sentence))


def test_there_are_sentences_to_look_at() -> None:
    assert len(set(sentences())) > 60
