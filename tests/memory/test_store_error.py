"""What goes wrong is told in the person's language; our own fault is not called the world's."""

import ast
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from miniapp_host import paths
from miniapp_host.memory.store_error import StoreError, explained
from miniapp_host.texts import Language, Texts

PACKAGE = Path(paths.__file__).parent
SENTENCE = re.compile(r"[A-Z][^\n]* [^\n]*\.")
SPEAKING = tuple((PACKAGE / "memory").glob("*.py"))


def sentences() -> Iterator[str]:
    """Every sentence for the person in the modules under the stores; docstrings are for us."""
    for module in (*SPEAKING, PACKAGE / "programs/library.py"):
        tree = ast.parse(module.read_text("utf-8"))
        docstrings = [node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)]
        for node in ast.walk(tree):
            text = node.value if isinstance(node, ast.Constant) else None
            if isinstance(text, str) and node not in docstrings and SENTENCE.fullmatch(text):
                yield text


@pytest.mark.parametrize("sentence", sorted(set(sentences())))
def test_every_sentence_has_its_chinese(sentence: str) -> None:
    chinese = Texts(Language.ZH, paths.resources() / "i18n")(sentence)
    assert not chinese.replace("MiniApp Host", "").replace("quarantine", "").isascii()


def error_of(code: int, kind: type[sqlite3.Error] = sqlite3.OperationalError) -> sqlite3.Error:
    error = kind("said by sqlite")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (sqlite3.SQLITE_FULL, "The disk is full."),
        (sqlite3.SQLITE_BUSY, "Another window is using the phone's memory."),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "Another window is using the phone's memory."),
        (sqlite3.SQLITE_READONLY_DIRECTORY, "The phone's memory cannot be written."),
        (sqlite3.SQLITE_CANTOPEN, "The phone's memory cannot be written."),
        (sqlite3.SQLITE_IOERR_FSYNC, "The disk could not be read or written."),
        (sqlite3.SQLITE_CORRUPT_INDEX, "The phone's memory is damaged."),
        (sqlite3.SQLITE_NOTADB, "The phone's memory is damaged."),
    ],
)
def test_a_fault_of_the_world_is_explained(code: int, problem: str) -> None:
    error = explained(error_of(code))
    assert isinstance(error, StoreError)
    assert error.problem == problem
    assert error.detail == "said by sqlite"
    assert str(error).startswith(problem)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_ERROR, sqlite3.OperationalError),
        (sqlite3.SQLITE_CONSTRAINT_CHECK, sqlite3.IntegrityError),
        (sqlite3.SQLITE_MISUSE, sqlite3.ProgrammingError),
    ],
)
def test_our_own_fault_stays_what_it_is(code: int, kind: type[sqlite3.Error]) -> None:
    error = error_of(code, kind)
    assert explained(error) is error


def test_text_that_can_not_be_decoded_is_damage() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        with pytest.raises(sqlite3.OperationalError) as caught:
            connection.execute("SELECT CAST(x'ff' AS TEXT)").fetchall()
        error = explained(caught.value)
    assert isinstance(error, StoreError)
    assert error.is_damage


def test_a_closed_connection_is_our_own_fault() -> None:
    connection = sqlite3.connect(":memory:")
    connection.close()
    with pytest.raises(sqlite3.ProgrammingError) as caught:
        connection.execute("SELECT 1")
    assert explained(caught.value) is caught.value


def test_without_a_detail_the_sentences_are_all_that_is_told() -> None:
    error = StoreError("The disk is full.", "Free some space and try again.")
    assert str(error) == "The disk is full. Free some space and try again."
    assert str(StoreError("A.", "B.", "why")) == "A. B. (why)"
