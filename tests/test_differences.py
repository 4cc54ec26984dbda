"""The manual of differences lists what is not here, as the code has it: no more, no less."""

import re

import pytest

from miniapp_host import paths
from miniapp_host.checks.known_names import KnownNames, read_known_names
from tests.conftest import MakePhone

ROOT = paths.runtime_dir().parent.parent / "resources"
PAGE = (ROOT / "docs/differences.md").read_text("utf-8")


def section(title: str) -> str:
    return PAGE.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


def table(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if line.startswith("|"))


def quoted(text: str) -> set[str]:
    return set(re.findall(r"`(\w+)`", text))


@pytest.fixture
def known(make_phone: MakePhone) -> KnownNames:
    return read_known_names(paths.runtime_dir(), make_phone().programs.api_names)


def test_the_names_that_fail_are_those_that_are_not_supported(known: KnownNames) -> None:
    assert quoted(table(section("Interfaces"))) == known.documented - known.supported


def test_the_tags_that_are_cards_are_those_of_the_placeholder(known: KnownNames) -> None:
    (row,) = (line for line in PAGE.splitlines() if "a card that names the tag" in line)
    assert set(re.findall(r"<([\w-]+)>", row)) == known.placeholders


def test_the_functions_of_a_map_that_fail_are_those_of_its_context(known: KnownNames) -> None:
    (row,) = (line for line in PAGE.splitlines() if line.startswith("| `<map>` |"))
    failing = {name.partition(".")[2] for name in known.lacking if "MapContext" in name}
    assert quoted(row) == failing
