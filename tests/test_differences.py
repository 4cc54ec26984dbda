"""The manual of differences lists what is not here, as the code has it: no more, no less."""

import re

from miniapp_host import paths
from miniapp_host.checks.known_names import read_known_names
from tests.conftest import MakePhone

ROOT = paths.runtime_dir().parent.parent / "resources"
PAGE = (ROOT / "docs/differences.md").read_text("utf-8")
MAP_CONTEXT = (ROOT / "runtime/service/api/map-context.js").read_text("utf-8")
COMPONENTS = (ROOT / "runtime/components/index.js").read_text("utf-8")


def section(title: str) -> str:
    return PAGE.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


def table(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if line.startswith("|"))


def quoted(text: str) -> set[str]:
    return set(re.findall(r"`(\w+)`", text))


def test_the_names_that_fail_are_those_that_are_not_supported(make_phone: MakePhone) -> None:
    known = read_known_names(paths.runtime_dir(), make_phone().programs.api_names)
    assert quoted(table(section("Interfaces"))) == known.documented - known.supported


def test_the_tags_that_are_cards_are_those_of_the_placeholder() -> None:
    not_shown = re.search(r"NOT_SHOWN = \[(.*?)\]", COMPONENTS, re.S)
    assert not_shown
    (row,) = (line for line in PAGE.splitlines() if "a card that names the tag" in line)
    assert set(re.findall(r"<([\w-]+)>", row)) == set(re.findall(r"'([\w-]+)'", not_shown[1]))


def test_the_functions_of_a_map_that_fail_are_those_of_its_context() -> None:
    absent = re.search(r"ABSENT = `(.*?)`", MAP_CONTEXT, re.S)
    assert absent
    (row,) = (line for line in PAGE.splitlines() if line.startswith("| `<map>` |"))
    assert quoted(row) == set(absent[1].split())
