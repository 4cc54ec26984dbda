"""The lines of keys in a TOML file."""

import pytest

from miniapp_host.walkthroughs.toml_places import Path, TomlPlaces

TEXT = '''# title = "no"
title = { en = "steps = 1", zh = """
about = 2
""" }
"programs" = ["a"]

[[steps]]
text.en = "Look" # when = 3
when = { call = { how = "x",
  ok = 1 } }

[[steps]] # [[steps]]
text = "[[steps]]"

[steps.when.call]
ok = true
[other]
list = [{ a = 1 },
  { a = 2 }]
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 1),
        (("title",), 2),
        (("title", "zh"), 2),
        (("programs",), 5),
        (("programs", 0), 5),
        (("steps", 0), 7),
        (("steps", 0, "text"), 8),
        (("steps", 0, "text", "en"), 8),
        (("steps", 0, "when"), 9),
        (("steps", 0, "when", "call", "ok"), 10),
        (("steps", 1), 12),
        (("steps", 1, "text"), 13),
        (("steps", 1, "when", "call"), 15),
        (("steps", 1, "when", "call", "ok"), 16),
        (("other", "list", 1), 19),
        (("other", "list", 1, "a"), 19),
        (("steps", 1, "missing"), 12),
    ],
)
def test_a_key_is_found_where_it_stands(path: Path, line: int) -> None:
    assert TomlPlaces(TEXT).line(path) == line
