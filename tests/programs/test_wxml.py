"""Where tags and references are in a template: the cases hold for the service's reader too."""

import json
from pathlib import Path

import pytest

from miniapp_host.programs.wxml import references, tags

CASES = json.loads(Path(__file__).with_name("wxml_cases.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_tags_and_references_are_found_where_the_service_finds_them(
    case: dict[str, object],
) -> None:
    text = str(case["wxml"])
    assert [list(each) for each in tags(text)] == case["tags"]
    assert [[each.target, each.line] for each in references("a.wxml", text)] == case["references"]
