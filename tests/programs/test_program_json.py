"""Texts of JavaScript with half a character in them, as Python takes them."""

import json

import pytest

from miniapp_host.programs.program_json import read_program_json


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (r'"a\ud800b"', "a\ufffdb"),
        (r'"\uDC00"', "\ufffd"),
        (r'"\ud83d\ude00 and \ude00\ud83d"', "\U0001f600 and \ufffd\ufffd"),
        (r'["\\ud800"]', [r"\ud800"]),
        (
            r'{"\ud800": [{"a": "\udfff", "b": 1, "c": null}]}',
            {"\ufffd": [{"a": "\ufffd", "b": 1, "c": None}]},
        ),
        ('"\U0001f600"', "\U0001f600"),
    ],
)
def test_half_a_character_is_replaced_wherever_it_stands(text: str, value: object) -> None:
    found = read_program_json(text)
    assert found == value
    json.dumps(found, ensure_ascii=False).encode("utf-8")


def test_what_is_no_json_is_said() -> None:
    with pytest.raises(ValueError, match="Expecting"):
        read_program_json("\\ud800")
