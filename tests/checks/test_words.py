"""Every issue is said in Chinese too, whatever brings it up."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from miniapp_host import paths
from miniapp_host.checks.program import check_files
from miniapp_host.checks.remedies import _KNOWN
from miniapp_host.programs.package import Package
from miniapp_host.texts import Language, Sentence, Texts
from tests.checks.bad_programs import NAMES, SHAPES
from tests.programs.conftest import SMALLEST, write_file

CHINESE = Texts(Language.ZH, paths.resources() / "i18n")
ROOMS = ("checks", "programs", "visits")
MAKERS = {"error", "warning", "note", "Finding"}


def is_chinese(said: str) -> bool:
    return not said.isascii()


@pytest.mark.parametrize("shape", SHAPES)
def test_what_is_wrong_with_a_program_and_what_to_do_is_said_in_chinese(
    shape: str, tmp_path: Path
) -> None:
    for path, content in {**SMALLEST, "pages/a.wxss": "", **SHAPES[shape][1](3)}.items():
        write_file(tmp_path / path, content)
    for issue in check_files(Package.open(tmp_path), NAMES):
        assert is_chinese(CHINESE.said(issue.text)), issue
        assert is_chinese(CHINESE.said(issue.remedy)) or not issue.remedy, issue


@pytest.mark.parametrize("remedy", sorted({remedy for _, _, remedy in _KNOWN}))
def test_every_remedy_of_a_finding_is_said_in_chinese(remedy: Sentence) -> None:
    assert is_chinese(CHINESE.said(remedy))


def made_issues() -> Iterator[tuple[str, ast.Call]]:
    """Where issues and findings are made, and where a reader of a file warns."""
    package = Path(paths.__file__).parent
    for module in (file for room in ROOMS for file in (package / room).glob("*.py")):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id=name)) if name in MAKERS:
                    yield module.name, node
                case ast.Call(func=ast.Attribute(attr="warn" | "add", value=ast.Attribute() | _)):
                    yield module.name, node


def test_no_issue_is_made_of_words_that_have_no_chinese() -> None:
    """A plain text and an f-string are English for good; a `Sentence` is not."""
    made = list(made_issues())
    plain = [
        f"{module}: {ast.unparse(call)}"
        for module, call in made
        for word in call.args[1:]
        if isinstance(word, ast.JoinedStr)
        or (isinstance(word, ast.Constant) and isinstance(word.value, str) and " " in word.value)
    ]
    assert len(made) > 50
    assert plain == []
